"""Verbs of saying that are more than one word: ruled out, owned up to, cast doubt on. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.analysers.contents import Found, clause, spoken, with_conditions
from variorum.analysers.syntax import Token
from variorum.codes.reporting import Reporting, phrases

_OBJECTS = ("dobj", "nsubjpass")


def phrase_at(cue: Token) -> tuple[Reporting, list[Token]] | None:
    """The longest phrase that the verb begins, with its other words; None if it begins none."""
    for known, words in phrases(cue.lemma):
        found = _below(cue, words)
        if found is not None:
            return known, found
    return None


def by_phrase(cue: Token, known: Reporting, words: list[Token], speaker: Token | None) -> Found | None:
    """The attribution that such a verb makes, or None if nothing is said."""
    last = words[-1]
    if speaker is None:
        return None
    if "p" in known.frames:
        return Found(cue, known, speaker, tuple(words), None, (), "n", "phrase")
    complement = cue.child("ccomp")
    if "c" in known.frames and complement is not None and complement.i > last.i:
        return Found(cue, known, speaker, spoken(cue, complement), None, (), "c", "phrase", cue_end=last)
    if "n" not in known.frames:
        return None
    content = _object_of(cue, last)
    if content is None:
        return None
    return Found(cue, known, speaker, tuple(with_conditions(cue, content)), None, (), "n", "phrase", cue_end=last)


def _below(cue: Token, words: tuple[str, ...]) -> list[Token] | None:
    """The words, each behind the one before and below the verb or one of them; None if one is missing."""
    found: list[Token] = []
    for word in words:
        heads = [cue, *found]
        after = found[-1].i if found else cue.i
        token = next(
            (child for child in _children(heads) if child.i > after and word in (child.lower, child.lemma)), None
        )
        if token is None or token.dep in ("mark", "aux") or (token.dep == "prep" and token.head.pos == "PROPN"):
            return None
        found.append(token)
    return found


def _children(heads: Iterable[Token]) -> list[Token]:
    """The words below these, and the "not" of an adjective among them."""
    found = [child for head in heads for child in head.children]
    found += [word for child in found if child.pos == "ADJ" for word in child.children if word.dep == "neg"]
    return sorted(found, key=lambda child: child.i)


def _object_of(cue: Token, last: Token) -> list[Token] | None:
    """What stands below the preposition that ends the phrase, else the verb's object; with what hangs on the verb."""
    if last.dep == "prep" or last.pos == "ADP":
        below = last.child("pobj", "pcomp")
        if below is not None:
            return list(below.subtree)
    if last.dep == "prep":
        return None
    thing = next((child for child in cue.children if child.dep in (*_OBJECTS, "xcomp") and child.i != last.i), None)
    if thing is None or thing.tag in ("WDT", "WP"):
        return None
    if thing.dep == "xcomp" and thing.tag != "VBG":
        return None
    words = list(thing.subtree)
    for child in cue.rights:
        if (
            child.dep == "prep"
            and child.i == words[-1].i + 1
            and child.lower in ("on", "in", "of", "with", "to", "about")
        ):
            words += clause(child)
    return words
