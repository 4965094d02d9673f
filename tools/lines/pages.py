"""Whole saved pages: articles in frames, every line with its label, and where each further article begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tools.lines import furniture as f
from tools.lines import mastheads as m
from tools.lines.articles import Article, Labelled, article, body
from tools.lines.frames import FRAMES, Frame
from tools.lines.site import HEADS, Site
from tools.lines.voice import Voice, World

LIVE = 0.03
"""Share of the pages on which entries of a live page follow the text."""


@dataclass(slots=True)
class Page:
    """A composed page."""

    frame: int
    text: str
    labels: list[str]
    """One a line: a value of `LineLabel`."""
    starts: list[int]
    """Lines on which a further article begins."""
    entries: list[int]
    """Lines that head an entry of a live page."""


def compose(seed: int, frame: int) -> Page:
    """The page of that seed in that frame; the same page always."""
    return _Composer(Random(f"page {frame} {seed}"), Frame.numbered(frame)).page()


def pages(count: int, frames: int = FRAMES) -> Iterator[Page]:
    """So many pages, in all frames by turns."""
    for k in range(count):
        yield compose(k, k % frames)


class _Composer:
    """One page while it is put together."""

    def __init__(self, random: Random, frame: Frame) -> None:
        self.random = random
        self.frame = frame
        self.site = Site.invented(random, World.invented(random))
        self.lines: list[Labelled] = []
        self.starts: list[int] = []
        self.entries: list[int] = []
        self.is_bare_below = False
        """Whether only the text was selected, with nothing that stands below it."""

    def page(self) -> Page:
        """The page."""
        random, frame = self.random, self.frame
        if frame.is_text and random.random() < 0.5:
            self._scrap()
        else:
            self.is_bare_below = random.random() < 0.4
            is_bare_above = random.random() < 0.2
            for name in frame.tops:
                if not is_bare_above and random.random() < 0.85:
                    self._piece(name, None)
            self._article(self._new(), is_first=True)
            if random.random() < LIVE:
                self._live()
            further = random.choice((0, 0, 0, 1, 1, 1, 1, 2)) if not frame.is_text else random.choice((0, 0, 0, 0, 1))
            for _ in range(further):
                self._further()
            for name in frame.bottoms:
                if not self.is_bare_below and random.random() < 0.85:
                    self._piece(name, None)
        while self.lines and not self.lines[0][0]:
            self.lines.pop(0)
            self.starts = [k - 1 for k in self.starts]
            self.entries = [k - 1 for k in self.entries]
        labels = [label if text.strip() else "blank" for text, label in self.lines]
        return Page(frame.number, "\n".join(text for text, _ in self.lines), labels, self.starts, self.entries)

    def _scrap(self) -> None:
        """A paragraph, a sentence, or a headline: text that came without any page."""
        found = article(self.random, self.random.choice((1, 1, 1, 2, 3)))
        if self.random.random() < 0.25:
            self.lines.append((found.title, "title"))
        chosen = found.lines[: self.random.choice((1, 1, 2, 5))]
        self.lines += chosen
        if self.random.random() < 0.3:
            self.lines.append(("", ""))

    def _new(self) -> Article:
        random = self.random
        count = random.choice((1, 1, 2, 3, 4, 5, 6, 8) if self.frame.is_small else (2, 3, 4, 5, 6, 8, 10, 14, 20, 30))
        return article(random, count, self.site.world if random.random() < 0.5 else None)

    def _gap(self, count: int) -> None:
        if count < 0:
            count = self.random.choice((0, 0, 0, 1))
        self.lines += [("", "")] * count

    def _piece(self, name: str, told: Article | None) -> None:
        random, site = self.random, self.site
        voice = told.voice if told else site.other()
        simple = {
            "top": m.top, "menu": f.menu, "buttons": f.buttons, "crumbs": f.crumbs, "ticker": f.ticker, "box": f.box,
            "kicker": m.kicker, "related": f.related, "byline": m.byline, "date": m.date, "teaser": f.teaser,
            "author": f.author_box, "foot": f.foot, "letterhead": m.letterhead, "share": f.share,
        }  # fmt: skip
        if name in simple:
            lines = simple[name](site)
        elif name == "caption":
            lines = m.caption(site, voice)
        elif name == "comments":
            lines = f.comments(site, voice)
        elif name == "tags":
            lines = f.tags(site, voice)
        elif name == "summary":
            lines = m.summary(told) if told else []
        elif name == "twice":
            lines = [(told.title, "title")] if told else []
        elif name == "rule":
            lines = [(random.choice(("* * *", "***", "---", "______", "•", "###", "==========")), "chrome")]
        elif name == "heading":
            lines = [(random.choice(HEADS), "chrome")]
        elif name == "more":
            lines = [
                (
                    random.choice(
                        (
                            "Read full story",
                            "Read more >>",
                            "Continue reading",
                            "Read more...",
                            "View full article",
                            "Full story →",
                            "Weiterlesen",
                            "[…]",
                        )
                    ),
                    "chrome",
                )
            ]
        else:
            lines = [
                (
                    random.choice(
                        ("Advertisement", "ADVERTISEMENT", "Ad", "Story continues below advertisement", "Publicidad")
                    ),
                    "chrome",
                )
            ]
        within = self.frame.piece_gap if random.random() < 0.2 else 0
        for k, line in enumerate(lines):
            if k:
                self._gap(within)
            self.lines.append(line)
        self._gap(self.frame.piece_gap if random.random() < 0.8 else random.choice((0, 1, 2)))

    def _article(self, told: Article, *, is_first: bool, cut: int | None = None) -> None:
        random, frame = self.random, self.frame
        head = frame.head if is_first else frame.second_head
        if not is_first:
            self.starts.append(len(self.lines))
        for name in frame.above_title if is_first else ():
            self._piece(name, told)
        if not is_first or random.random() < frame.has_title:
            self.lines.append((told.title, "title"))
            self._gap(frame.piece_gap)
        kept = [name for name in head if random.random() < 0.88]
        if not is_first and not kept and (frame.part_gap <= frame.body_gap or random.random() < 0.7):
            kept = [random.choice(("date", "byline"))]  # nothing else would tell it from a heading
        for name in kept:
            self._piece(name, told)
        if is_first and random.random() < frame.title_twice:
            self.lines.append((told.title, "title"))
            self._gap(frame.piece_gap)
            if random.random() < 0.5:
                self._piece("summary", told)
        body = told.lines[:cut] if cut else told.lines
        for k, line in enumerate(body):
            self.lines.append(line)
            self._gap(frame.body_gap)
            if frame.inserts and 0 < k < len(body) - 1 and random.random() < frame.insert_share:
                self._piece(random.choice(frame.inserts), told)
        if is_first or random.random() < 0.3:
            for name in frame.ends:
                if not self.is_bare_below and random.random() < 0.7:
                    self._piece(name, told)

    def _live(self) -> None:
        """Entries of a live page, the latest first, each under its clock or age, with or without a heading."""
        random = self.random
        voice = Voice.invented(random, self.site.world)
        told = f.clocks(self.site, random.randint(3, 10))
        has_heading, has_author = random.random() < 0.5, random.random() < 0.3
        for head in told:
            self._gap(max(1, self.frame.body_gap))
            self.entries.append(len(self.lines))
            self.lines.append((head, "date"))
            if has_heading:
                self.lines.append((voice.headline(), "subheading"))
            if has_author:
                self._piece("byline", None)
            for line in body(voice, random.choice((1, 1, 2, 3))):
                self.lines.append(line)
                self._gap(self.frame.body_gap)
            if random.random() < 0.3:
                self._piece("share", None)

    def _further(self) -> None:
        """A further article below the last one: whole, or cut off after a few paragraphs."""
        random, frame = self.random, self.frame
        self._gap(frame.part_gap if random.random() < 0.8 else random.choice((0, 1, 2, 3)))
        if random.random() < 0.2:
            self._piece("related", None)
        for name in frame.second_opens:
            if random.random() < 0.8:
                self._piece(name, None)
        cut = random.choice((None, None, 2, 3, 4, 5))
        self._article(self._new(), is_first=False, cut=cut)
        if cut and random.random() < 0.8:
            for name in frame.second_closes or ["more"]:
                self._piece(name, None)
