"""Nouns of saying: Kestria's claim that, an appeal by the bishop for calm. Pure functions over tokens."""

from __future__ import annotations

from variorum.analysers.contents import Found
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import can_speak, passive_agent, subject_of
from variorum.analysers.syntax import Token
from variorum.codes.reporting import Reporting, noun


def by_noun(cue: Token, given: Layers) -> Found | None:
    """The attribution of "Kestria's claim that ...", "its demand for ...": whose it is speaks."""
    known = noun(cue.lemma)
    if known is None or cue.pos != "NOUN":
        return None
    words = _content_of_noun(cue, known)
    holder = _holder(cue, known) or _people_of(cue, given)
    if holder is not None and not words:
        words = _behind(holder, cue, known)
    if not words or holder is None or not can_speak(holder, given, loosely=False):
        return None
    return Found(cue, known, holder, words, None, _passed_on_by(cue, given), "c", "noun")


def _behind(holder: Token, cue: Token, known: Reporting) -> tuple[Token, ...]:
    """The content behind the one whose words they are: "an appeal by the bishop for calm"."""
    if holder.i < cue.i:
        return ()
    words = _content_of_noun(holder, known)
    end = holder.subtree[-1].i
    for child in cue.head.rights:
        if not words and child.dep == "prep" and child.lower == "for" and "f" in known.frames and child.i == end + 1:
            inner = child.child("pobj", "pcomp")
            words = tuple(inner.subtree) if inner is not None else ()
    return words


_PASSING_ON = frozenset({"broadcast", "air", "publish", "carry", "print", "relay", "transmit", "circulate"})


def _passed_on_by(cue: Token, given: Layers) -> tuple[Token, ...]:
    """Who passes the words on: "the radio broadcast an appeal by the bishop"."""
    if cue.dep != "dobj" or cue.head.lemma not in _PASSING_ON:
        return ()
    relay = subject_of(cue.head)
    return (relay,) if relay is not None and can_speak(relay, given, loosely=True) else ()


def _people_of(cue: Token, given: Layers) -> Token | None:
    """Whose claim it is by the adjective of a state: "a Kestrian report that"."""
    for child in cue.lefts:
        mention = given.mention_at(child.start) if child.dep in ("amod", "compound", "nmod") else None
        if mention is not None and mention.country is not None:
            return child
    return None


def _content_of_noun(cue: Token, known: Reporting) -> tuple[Token, ...]:
    """The that-clause, infinitive, of-phrase or for-phrase that the noun's frames allow; empty if there is none."""
    for child in cue.rights:
        if child.dep in ("acl", "ccomp", "relcl") and child.pos in ("VERB", "AUX"):
            marks = {mark.lower for mark in child.lefts if mark.dep in ("mark", "aux")}
            if child.tag == "VBN" and not marks and child.child("agent") is not None:
                continue
            if child.dep == "acl" and child.child("nsubj", "nsubjpass") is not None:
                marks.add(child.subtree[0].lower)  # "a warning that the river would rise": "that" taken for an object
            if ("t" in known.frames and "that" in marks) or ("i" in known.frames and "to" in marks):
                return tuple(child.subtree)
        wanted = {"of": "o", "for": "f"}.get(child.lower) if child.dep == "prep" else None
        inner = child.child("pobj", "pcomp") if wanted is not None and wanted in known.frames else None
        if inner is not None:
            return tuple(inner.subtree)
    return ()


def _holder(cue: Token, known: Reporting) -> Token | None:
    """Whose words they are: the owner, the one after "by"; of a claim also who owns what the claim goes with."""
    by = next((child for child in cue.rights if child.dep == "prep" and child.lower in ("by", "from")), None)
    holder = cue.child("poss") or (by.child("pobj") if by is not None else None)
    if holder is None:  # "the accusation, first made by his deputy, that"
        made = next((child for child in cue.rights if child.dep == "acl" and child.tag == "VBN"), None)
        holder = passive_agent(made) if made is not None else None
    above = cue
    for _ in range(3):
        if holder is not None or known.force not in ("asserts", "accuses") or "o" not in known.frames:
            break
        above = above.head if above.dep in ("dobj", "pobj", "attr", "relcl", "acl", "prep") else above
        if above.pos == "VERB" and above.dep in ("relcl", "acl"):
            above = above.head
        holder = above.child("poss")
    return holder
