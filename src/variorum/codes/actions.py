"""What verbs and event nouns do: lemma -> PLOVER type, mode, CAMEO code, under conditions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.codes import table


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
    wants: str = ""
    """person, actor, thing, visit, attack: what object or goal must be."""


@cache
def _rows() -> dict[tuple[str, str], tuple[Action, ...]]:
    found: dict[tuple[str, str], list[Action]] = {}
    for row in table("actions"):
        sets: dict[str, frozenset[str]] = {}
        wants, reciprocal = "", False
        for part in row["when"].split():
            if part.startswith("prep="):
                sets["prepositions"] = frozenset(part[5:].split("|"))
            elif part[0] in "=!+":
                field = {"=": "objects", "!": "barred", "+": "infinitives"}[part[0]]
                sets[field] = frozenset(part[1:].split("|"))
            elif part[0] == "@":
                wants = part[1:]
            elif part == "recip":
                reciprocal = True
        action = Action(row["plover"], row["mode"] or None, row["cameo"], is_reciprocal=reciprocal, wants=wants, **sets)
        found.setdefault((row["word"], row["pos"]), []).append(action)
    return {key: tuple(actions) for key, actions in found.items()}


def of_verb(lemma: str) -> tuple[Action, ...]:
    """Readings of a verb, those with more conditions first."""
    return _rows().get((lemma, "v"), ())


def of_noun(lemma: str) -> Action | None:
    """The reading of an event noun, or None."""
    rows = _rows().get((lemma, "n"), ())
    return rows[0] if rows else None
