"""What kind of source speaks where nobody is named: officials, a diplomat, residents, state media. Pure functions."""

from __future__ import annotations

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import unnamed
from variorum.model.entries import UnnamedSource
from variorum.model.marks import MentionKind

_BEFORE = ("amod", "compound", "nmod", "poss")
_OF_THE_STATE = ("state", "government", "official")
"""How a word before "media" begins that makes it the state's: state-run, government-owned."""
_OPEN_TO_MODIFIERS = frozenset({UnnamedSource.OFFICIAL, UnnamedSource.OTHER})
"""Kinds that a word before the noun narrows: military officials, diplomatic sources; but a military analyst."""
_POSSESSIVES = frozenset({"the", "this", "that", "his", "her", "its", "their"})


def kind_of(speaker: Token, given: Layers) -> UnnamedSource | None:
    """The kind of unnamed source that these words stand for; None where a person, body or state is named.

    Args:
        speaker: head of the speaker's words.
        given: layers of the report up to resolved mentions.
    """
    before = [child for child in speaker.lefts if child.dep in _BEFORE]
    if unnamed.is_outlet(speaker.lemma):
        words = [word.lower for word in speaker.subtree if word.i < speaker.i]
        is_owned = any(word.startswith(_OF_THE_STATE) for word in words)
        return UnnamedSource.STATE_MEDIA if is_owned else None
    noun = unnamed.kind_of_noun(speaker.lemma)
    if noun is None or speaker.pos != "NOUN" or _is_known(speaker, given):
        return None
    kind = UnnamedSource(noun)
    for word in before if kind in _OPEN_TO_MODIFIERS else ():
        narrowed = unnamed.kind_of_modifier(word.lower)
        if narrowed is not None and not (narrowed == UnnamedSource.RESIDENT and kind is not UnnamedSource.OTHER):
            return UnnamedSource(narrowed)
    return kind


def _is_known(speaker: Token, given: Layers) -> bool:
    """Whether the words name somebody after all: by a name beside them, or as the one person they can mean."""
    if any(child.dep == "appos" and child.pos == "PROPN" for child in speaker.children):
        return True
    mention = given.mention_at(speaker.start)
    if mention is None:
        return False
    if mention.kind is MentionKind.NAME and mention.introduces is not None:
        return True
    is_definite = any(child.lower in _POSSESSIVES or child.dep == "poss" for child in speaker.lefts)
    people = [actor for actor in mention.actors if any(part.islower() for part in actor.split(".")[1:])]
    return is_definite and speaker.tag == "NN" and bool(people)
