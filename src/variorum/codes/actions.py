"""What verbs and event nouns do: lemma -> PLOVER type, mode, CAMEO code, under conditions.

Three lists: `actions` (a word and what it does), `bends` (words that bend what another word does: "refused to meet",
"called off the strike") and `turns` (what an action amounts to once bent).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.codes import table

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
"""PLOVER types of the two quads of cooperation."""


@dataclass(frozen=True, slots=True)
class Action:
    """One reading of a word."""

    plover: str
    mode: str | None
    cameo: str
    objects: frozenset[str] = frozenset()
    """Its object head, or particle, must be one of these."""
    barred: frozenset[str] = frozenset()
    """Its object head may be none of these."""
    infinitives: frozenset[str] = frozenset()
    """Its infinitive must be one of these."""
    prepositions: frozenset[str] = frozenset()
    """One of these must follow; what they bring is the target."""
    is_reciprocal: bool = False
    near: frozenset[str] = frozenset()
    """One of these must stand in the same sentence."""
    wants: str = ""
    """person, actor, force, thing, place, visit, none: what object or goal must be."""

    @property
    def is_conditional(self) -> bool:
        """Whether the reading needs more than the word itself."""
        return bool(self.objects or self.infinitives or self.prepositions or self.near or self.wants)


@dataclass(frozen=True, slots=True)
class Bend:
    """What a word makes of what another word does."""

    kind: str
    """does, begins, happens, undergoes, orders, ends, refuses, offers, intends."""
    objects: frozenset[str] = frozenset()
    """Its object head, or particle, must be one of these."""
    prepositions: frozenset[str] = frozenset()
    """The other word stands under one of these; empty for the object."""


_SETS = {"=": "objects", "!": "barred", "+": "infinitives", "&": "near"}


def _conditions(when: str) -> dict[str, frozenset[str]]:
    sets: dict[str, frozenset[str]] = {}
    for part in when.split():
        if part.startswith("prep="):
            sets["prepositions"] = frozenset(part[5:].split("|"))
        elif part[0] in _SETS:
            sets[_SETS[part[0]]] = frozenset(part[1:].split("|"))
    return sets


@cache
def _rows() -> dict[tuple[str, str], tuple[Action, ...]]:
    found: dict[tuple[str, str], list[Action]] = {}
    for row in table("actions"):
        parts = row["when"].split()
        wants = next((part[1:] for part in parts if part[0] == "@"), "")
        action = Action(
            row["plover"],
            row["mode"] or None,
            row["cameo"],
            is_reciprocal="recip" in parts,
            wants=wants,
            **_conditions(row["when"]),
        )
        found.setdefault((row["word"], row["pos"]), []).append(action)
    return {key: tuple(actions) for key, actions in found.items()}


@cache
def _bends() -> dict[tuple[str, str], tuple[Bend, ...]]:
    found: dict[tuple[str, str], list[Bend]] = {}
    for row in table("bends"):
        bend = Bend(row["kind"], **_conditions(row["when"]))
        found.setdefault((row["word"], row["pos"]), []).append(bend)
    return {key: tuple(bends) for key, bends in found.items()}


@cache
def _turns() -> dict[tuple[str, str], Action]:
    return {
        (row["plover"], row["kind"]): Action(row["to"], row["mode"] or None, row["cameo"]) for row in table("turns")
    }


def of_verb(lemma: str) -> tuple[Action, ...]:
    """Readings of a verb, those with more conditions first."""
    return _rows().get((lemma, "v"), ())


def of_noun(lemma: str) -> Action | None:
    """The reading of an event noun that needs no more than the noun, or None."""
    return next((row for row in _rows().get((lemma, "n"), ()) if not row.is_conditional), None)


def readings_of_noun(lemma: str) -> tuple[Action, ...]:
    """Readings of a noun, or of a noun with its modifier ("legal_action"), those with more conditions first."""
    return _rows().get((lemma, "n"), ())


def bends_of(lemma: str, pos: str) -> tuple[Bend, ...]:
    """What a word (v, n, a) makes of what another does."""
    return _bends().get((lemma, pos), ())


def turned(action: Action, kind: str) -> Action | None:
    """What the action amounts to when it is ended, refused, offered or intended; itself for the other kinds.

    None if it amounts to nothing that PLOVER has.
    """
    if kind in ("does", "begins", "happens", "undergoes", "orders"):
        return action
    return _turns().get((action.plover, kind)) or _turns().get(("", kind))


@cache
def _figurative() -> dict[str, frozenset[str]]:
    rows = list(table("figurative"))
    return {place: frozenset(row["noun"] for row in rows if row["place"] == place) for place in ("object", "before")}


def is_struck_in_words_only(noun: str) -> bool:
    """Whether no weapon strikes it, so that "fought" or "destroyed" is a figure of speech: inflation, a reputation."""
    return noun in _figurative()["object"]


def makes_figurative(noun: str) -> bool:
    """Whether the noun, before a word of fighting, makes it a figure of speech: a trade war."""
    return noun in _figurative()["before"]
