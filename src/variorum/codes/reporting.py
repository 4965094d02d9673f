"""Verbs and nouns of saying: which frames they take and what force they have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.codes import table


@dataclass(frozen=True, slots=True)
class Reporting:
    """One verb or noun."""

    lemma: str
    frames: str
    """Letters, explained at the head of the list."""
    force: str
    """A force of the vocabulary."""


@cache
def _verbs() -> dict[str, Reporting]:
    return {row["lemma"]: Reporting(row["lemma"], row["frames"], row["force"]) for row in table("reporting")}


def verb(lemma: str) -> Reporting | None:
    """The verb of that lemma, or None if it reports nothing."""
    return _verbs().get(lemma)


@cache
def _nouns() -> dict[str, Reporting]:
    return {row["noun"]: Reporting(row["noun"], row["frames"], row["force"]) for row in table("reporting_nouns")}


def noun(lemma: str) -> Reporting | None:
    """The noun of that lemma, or None if it reports nothing."""
    return _nouns().get(lemma)


@cache
def _phrases() -> dict[str, tuple[tuple[Reporting, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[Reporting, tuple[str, ...]]]] = {}
    for row in table("reporting_phrases"):
        lemma, *words = row["words"].split()
        found.setdefault(lemma, []).append((Reporting(lemma, row["frames"], row["force"]), tuple(words)))
    return {lemma: tuple(sorted(rows, key=lambda row: -len(row[1]))) for lemma, rows in found.items()}


def phrases(lemma: str) -> tuple[tuple[Reporting, tuple[str, ...]], ...]:
    """The verbs of several words that begin with that lemma, each with its other words, the longest first."""
    return _phrases().get(lemma, ())


FALSE_WORDS = frozenset(
    "false untrue baseless unfounded groundless fabricated fabrication fabrications invention inventions invented"
    " fiction fictitious lie lies nonsense propaganda absurd ridiculous disinformation misinformation slander smear"
    " fantasy fantasies fake hoax myth rubbish ludicrous preposterous".split()
)
"""What a claim is called by those who deny it."""


DOCUMENTS = frozenset(
    "statement report reports study studies letter document documents figure figures finding findings result results"
    " data survey poll posting post tweet article website site webpage page headline source sources section memo order"
    " communique communiqué release resolution paper book text record records note message footage review ruling audit"
    " dossier analysis assessment transcript indictment complaint petition bulletin dispatch cable verdict".split()
)
"""Nouns that speak without being anyone."""

NOT_SPEAKERS = frozenset(
    "it there this that which what something everything nothing experience history theory plan schedule law rule rules"
    " tradition custom size age type today yesterday tomorrow tonight".split()
)
"""Subjects that say nothing of their own, unless resolved to someone."""

VERBAL_FORCE_WORDS = {
    "demands": frozenset({"should", "must", "ought"}),
    "accuses": frozenset(
        "violation violations violated violate violating aggression aggressor responsibility blame provocation"
        " provocative unprovoked guilty sponsor sponsoring complicit massacre atrocity terrorism sabotage".split()
    ),
}
"""Words in the content of a plain "said" that decide its force."""
