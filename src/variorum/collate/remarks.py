"""One remark in two wordings: the same speaker, one occasion, like words in different reports.

Like words of two people are never joined.
"""

from __future__ import annotations

import re

from variorum.collate.corpus import Corpus
from variorum.collate.match import Same, days_agree
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
_WORD = re.compile(r"[a-z]{4,}")
_SMALL = frozenset(
    "that this with have from they will would their there about what when which been were also into than them".split()
)


def matters(corpus: Corpus) -> list[Matter]:
    """A matter for each pair of wordings, the nearest pairs first, each statement once."""
    by_speaker: dict[str, list[tuple[Statement, frozenset[str]]]] = {}
    for statement in corpus.statements:
        if statement.mode is Mode.INDIRECT or statement.speaker is None or len(statement.speaker.actors) != 1:
            continue
        words = _words(statement)
        if len(words) >= FEWEST_WORDS:
            by_speaker.setdefault(statement.speaker.actors[0], []).append((statement, words))
    held = {frozenset(pair) for pair in corpus.different}
    pairs = _ruled(corpus, held)
    for said in by_speaker.values():
        for k, (one, first) in enumerate(said):
            for other, second in said[k + 1 :]:
                if (
                    frozenset((one.id, other.id)) in held
                    or one.report_id == other.report_id
                    or corpus.origin_of.get(one.report_id) == corpus.origin_of.get(other.report_id) != ""
                ):
                    continue
                if days_agree(one.said, other.said, 1) is Same.NO:
                    continue
                share = len(first & second) / min(len(first), len(second))
                told = _told_one(one, other)
                if min(len(first), len(second)) < MIN_WORDS and not told:
                    continue
                if (LIKE_TO_ONE if told else LIKE) <= share < ALIKE:
                    first_said, second_said = sorted((one, other), key=lambda item: item.id)
                    pairs.append((share, first_said, second_said))
    found = []
    used: set[str] = set()
    for _, one, other in sorted(pairs, key=lambda item: (-item[0], item[1].id, item[2].id)):
        if one.id in used or other.id in used:
            continue
        used |= {one.id, other.id}
        found.append(_matter(corpus, one, other))
    return found


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
        settle="a ruling: variorum review same ... or different ...",
        weight=4.1,
    )
