"""One remark in two wordings: the same speaker, one occasion, like words in different reports.

Like words of two people are never joined.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.collate.corpus import Corpus
from variorum.collate.match import days_agree
from variorum.collate.shaping import ruling_on
from variorum.collate.verdict import Same
from variorum.model.entries import Mode, Statement
from variorum.model.ids import address
from variorum.model.matters import ON_SCREEN, Account, Matter, MatterKind, Standing

LIKE = 0.22
"""Share of weighty words two wordings of one remark have in common, at least; translations share few."""
ALIKE = 0.85
"""From here on they are one wording."""
LIKE_TO_ONE = 0.12
"""The same where both were said to one addressee on one day."""
RULED = 2.0
"""Above every share of words: a ruling goes first."""
MIN_WORDS, FEWEST_WORDS = 5, 3
"""Weighty words a wording must have; fewer are enough where addressee and day agree."""
ENOUGH = 2
"""Origins of one wording that are compared with other wordings: one may be the other wording's own."""
_WORD = re.compile(r"[a-z]{4,}")
_SMALL = frozenset(
    "that this with have from they will would their there about what when which been were also into than them".split()
)


def matters(corpus: Corpus) -> list[Matter]:
    """A matter for each pair of wordings, the nearest pairs first, each statement once."""
    held = {frozenset(pair) for pair in corpus.different}
    ruled_on = {entry for pair in (*corpus.different, *corpus.same) for entry in pair}
    pairs = _ruled(corpus, held)
    for said in _by_speaker(corpus, ruled_on).values():
        for earlier, later in _of_one_time(said):
            share = _likeness(corpus, earlier, later)
            if share and frozenset((earlier.statement.id, later.statement.id)) not in held:
                first, second = sorted((earlier.statement, later.statement), key=lambda item: item.id)
                pairs.append((share, first, second))
    found = []
    used: set[str] = set()
    for _, one, other in sorted(pairs, key=lambda item: (-item[0], item[1].id, item[2].id)):
        if one.id in used or other.id in used:
            continue
        used |= {one.id, other.id}
        found.append(_matter(corpus, one, other))
    return found


@dataclass(frozen=True)
class _Said:
    """A statement with what it is compared by."""

    statement: Statement
    words: frozenset[str]
    day: date | None
    """The one day on which it was said, if known."""


def _by_speaker(corpus: Corpus, ruled_on: set[str]) -> dict[str, list[_Said]]:
    """Quotations by speaker; of those with the same words on one day two, of two origins: the rest add no remark."""
    found: dict[str, list[_Said]] = {}
    known: dict[tuple[str, date | None, frozenset[str]], set[str]] = {}
    for statement in corpus.statements:
        if statement.mode is Mode.INDIRECT or statement.speaker is None or len(statement.speaker.actors) != 1:
            continue
        words, actor = _words(statement), statement.speaker.actors[0]
        if len(words) < FEWEST_WORDS:
            continue
        day = _one_day(statement)
        origins = known.setdefault((actor, day, words), set())
        origin = corpus.origin_of.get(statement.report_id, statement.report_id)
        if (origin in origins or len(origins) >= ENOUGH) and statement.id not in ruled_on:
            continue
        origins.add(origin)
        found.setdefault(actor, []).append(_Said(statement, words, day))
    return found


def _one_day(statement: Statement) -> date | None:
    said = statement.said
    if said.value is None or said.latest is None or said.earliest not in (None, said.latest):
        return None
    try:
        return date.fromisoformat(said.latest)
    except ValueError:
        return None


def _of_one_time(said: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Pairs that may be of one occasion: said on one day or the next, or on days not known."""
    by_day: dict[date, list[_Said]] = {}
    undated = []
    for item in said:
        if item.day is None:
            undated.append(item)
        else:
            by_day.setdefault(item.day, []).append(item)
    for day, items in by_day.items():
        yield from itertools.combinations(items, 2)
        yield from itertools.product(items, by_day.get(day + timedelta(days=1), ()))
        yield from itertools.product(items, undated)
    yield from itertools.combinations(undated, 2)


def _likeness(corpus: Corpus, one: _Said, other: _Said) -> float:
    """The share of words that two wordings have in common; 0 where they are not two wordings of one remark."""
    first, second = one.statement, other.statement
    fewest = min(len(one.words), len(other.words))
    share = len(one.words & other.words) / fewest
    if not LIKE_TO_ONE <= share < ALIKE:
        return 0.0
    if (
        first.report_id == second.report_id
        or corpus.origin_of.get(first.report_id) == corpus.origin_of.get(second.report_id) != ""
        or days_agree(first.said, second.said, 1) is Same.NO
    ):
        return 0.0
    if _told_one(first, second):
        return share
    return share if share >= LIKE and fewest >= MIN_WORDS else 0.0


def _ruled(corpus: Corpus, held: set[frozenset[str]]) -> list[tuple[float, Statement, Statement]]:
    """Pairs that a person ruled to be one remark, before any other; not where another ruling holds them apart."""
    found = []
    for pair in corpus.same:
        one, other = (corpus.statement.get(entry) for entry in sorted(pair))
        if one is not None and other is not None and one is not other and frozenset(pair) not in held:
            found.append((RULED, one, other))
    return found


def _told_one(one: Statement, other: Statement) -> bool:
    """Whether both were said to one addressee on one known day."""
    if one.addressee is None or other.addressee is None or days_agree(one.said, other.said, 0) is not Same.YES:
        return False
    return bool(set(one.addressee.actors) & set(other.addressee.actors))


def _words(statement: Statement) -> frozenset[str]:
    text = " ".join(span.exact for span in statement.content).lower()
    return frozenset(word.rstrip("s") for word in _WORD.findall(text)) - _SMALL


def _matter(corpus: Corpus, one: Statement, other: Statement) -> Matter:
    accounts = []
    name = one.speaker.name if one.speaker else ""
    for statement in sorted((one, other), key=lambda item: (corpus.report[item.report_id].name, item.id)):
        words = " ".join(" ".join(span.exact for span in statement.content).split())
        accounts.append(
            Account(
                id=address("account", statement.id),
                value=f"“{words[:70]}{'…' if len(words) > 70 else ''}”",
                low=None,
                high=None,
                stance="asserted",
                claimant=name,
                claimant_id=statement.speaker.actors[0] if statement.speaker else "",
                as_of=statement.said,
                entry_ids=(statement.id,),
                report_ids=(statement.report_id,),
                origins=tuple(filter(None, [corpus.origin_of.get(statement.report_id, statement.report_id)])),
                evidence=statement.content,
                first_said=statement.said.earliest,
                last_said=statement.said.latest,
            )
        )
    members = tuple(sorted((one.id, other.id)))
    return Matter(
        id=members[0],
        kind=MatterKind.REMARK,
        title=f"what {name} said",
        members=members,
        accounts=tuple(accounts),
        standing=Standing.VARIANT_WORDING,
        on_screen=ON_SCREEN[Standing.VARIANT_WORDING],
        why="One speaker, like words, nothing that tells two occasions apart.",
        when=one.said,
        is_likely=True,
        settle=ruling_on(*members),
        weight=4.1,
    )
