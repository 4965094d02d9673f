"""Frames: the habits of a site in which articles are set, drawn once from the frame's number."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

FRAMES = 480
"""Two thirds are pages of sites; a sixth is text without a page around it, a third pages with little on them."""


@dataclass(slots=True)
class Frame:
    """Which pieces of furniture stand where, and how far apart."""

    number: int
    tops: list[str] = field(default_factory=list)
    above_title: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    """Pieces between headline and text, in order."""
    inserts: list[str] = field(default_factory=list)
    insert_share: float = 0.0
    ends: list[str] = field(default_factory=list)
    """Pieces that belong to the article, below it."""
    bottoms: list[str] = field(default_factory=list)
    body_gap: int = 0
    """Blank lines between paragraphs; -1: now and then one."""
    piece_gap: int = 0
    part_gap: int = 2
    title_twice: float = 0.0
    has_title: float = 1.0
    second_head: list[str] = field(default_factory=list)
    second_opens: list[str] = field(default_factory=list)
    """Pieces between one article and the next."""
    second_closes: list[str] = field(default_factory=list)

    @property
    def is_text(self) -> bool:
        """Whether it is text without a page around it."""
        return self.number % 6 == 0

    @property
    def is_small(self) -> bool:
        """Whether its articles are short."""
        return self.number % 6 < 3

    @classmethod
    def numbered(cls, number: int) -> Frame:
        """The frame of that number."""
        random = Random(f"frame {number}")
        found = cls(number)
        if found.is_text:
            found.body_gap = random.choice((-1, 0, 1, 1))
            found.piece_gap = max(0, found.body_gap)
            found.head = _some(random, "byline date", 0, 2) if random.random() < 0.4 else []
            found.has_title = random.random()
            found.second_head = ["date"]
        elif found.is_small:
            found._set_small(random)
        else:
            found._set_site(random)
        if random.random() < 0.25:
            found.above_title = _some(random, "date kicker byline buttons", 1, 2)
        return found

    def _set_small(self, random: Random) -> None:
        self.tops = _some(random, "top top crumbs menu kicker menu letterhead", 0, 3)
        self.head = _some(random, "byline date buttons share caption summary", 0, 4)
        self.inserts, self.insert_share = ["caption", "caption", "teaser"], 0.12
        self.ends = _some(random, "buttons share teaser teaser tags caption", 0, 2)
        self.bottoms = _some(random, "foot foot comments buttons related", 0, 2)
        self.body_gap = self.piece_gap = random.choice((0, 0, 1))
        self.part_gap = random.choice((1, 2, 3))
        self.title_twice, self.has_title = 0.1, 0.9
        self.second_head = _some(random, "byline date buttons twice summary", 1, 3)

    def _set_site(self, random: Random) -> None:
        tops = "top menu buttons crumbs ticker box kicker related top crumbs kicker letterhead share"
        self.tops = _some(random, tops, 0, 4)
        head = "byline date buttons caption summary byline date buttons share caption byline date box related teaser"
        self.head = _some(random, head, 0, 5)
        self.inserts = _some(random, "teaser caption buttons box related teaser ad", 0, 3)
        self.insert_share = random.choice((0.0, 0.0, 0.05, 0.1, 0.2, 0.3))
        self.ends = _some(random, "tags author buttons share teaser related comments caption tags", 0, 2)
        bottoms = "comments related foot ticker box buttons menu comments related foot foot buttons comments"
        self.bottoms = _some(random, bottoms, 1, 4)
        self.body_gap = random.choice((0, 0, 1, 1, -1, 2))
        self.piece_gap = random.choice((0, 0, 1, 1, 2))
        self.part_gap = random.choice((0, 1, 2, 3, 4))
        self.title_twice = random.choice((0.0, 0.0, 0.0, 0.9))
        self.has_title = random.choice((1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.9, 0.0))
        second = "byline date buttons caption summary twice date byline"
        self.second_head = _some(random, second, random.choice((0, 1, 1, 1)), 4)
        self.second_opens = _some(random, "rule heading kicker buttons box", 0, 2)
        self.second_closes = _some(random, "more more more buttons", 0, 1)


def _some(random: Random, names: str, least: int, most: int) -> list[str]:
    """Some of the names, each as often as it stands there at most."""
    pool = names.split()
    return random.sample(pool, min(len(pool), random.randint(least, most)))
