"""Attributions of one sentence: which verb, noun or "according to" gives whose words. Pure functions over tokens."""

from __future__ import annotations

import dataclasses

from variorum.analysers.complements import (
    TELLING,
    after_bare_relative,
    complement_of,
    has_that,
    is_tacked_on,
    side_by_side,
)
from variorum.analysers.contents import Found, clause, spoken
from variorum.analysers.described import by_predicate
from variorum.analysers.nominal import nominal
from variorum.analysers.phrasal import by_phrase, phrase_at
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import (
    SUBJECTS,
    can_speak,
    is_asked,
    is_negated,
    is_of_outer_speaker,
    is_passive,
    is_put_in,
    outer_speaker,
    passive_agent,
    subject_of,
)
from variorum.analysers.syntax import Token
from variorum.codes.reporting import NOT_SPEAKERS, Reporting, verb


def by_verb(cue: Token, given: Layers) -> Found | None:
    """The attribution that a verb of saying makes, or None."""
    if cue.pos not in ("VERB", "AUX") or cue.dep in ("amod", "compound", "aux"):
        return None
    phrase = phrase_at(cue)
    known = phrase[0] if phrase is not None else verb(cue.lemma)
    if is_negated(cue) and not (phrase is not None and any(word.dep == "neg" for word in phrase[1])):
        return None
    if known is None:
        return _made_clear(cue, given)
    if takes_lives(cue):
        return None
    if _is_supposed(cue, known) or is_asked(cue):
        return None
    quoted_as = _quoted_as(cue, given)
    if quoted_as is not None:
        return quoted_as
    speaker = passive_agent(cue) if is_passive(cue) else subject_of(cue)
    if is_passive(cue) and speaker is None:
        return _impersonal(cue, known)
    if (
        cue.tag == "VBN"
        and not is_passive(cue)
        and not any(child.dep == "aux" for child in cue.children)
        and cue.dep in ("acl", "advcl")
    ):
        speaker = passive_agent(cue)
        if speaker is None:
            return None
    frames = known.frames
    if (
        cue.dep == "conj"
        and cue.child("nsubj", "nsubjpass") is None
        and not is_passive(cue)
        and (speaker is None or not can_speak(speaker, given, loosely=False) or is_of_outer_speaker(cue))
    ):
        speaker = outer_speaker(cue) or speaker  # "He said the strikes were wrong and accused X": he accuses
    loosely = phrase is not None or bool(set("cp") & set(frames))
    if speaker is not None and not can_speak(speaker, given, loosely=loosely and known.lemma not in THOUGHTS):
        return None
    if phrase is not None:
        return by_phrase(cue, known, phrase[1], speaker)
    called = by_predicate(cue, known, speaker)
    found = called or _clausal(cue, known, speaker) or nominal(cue, known, speaker, given)
    return _by_source(found, given) if found is not None else None


def takes_lives(cue: Token) -> bool:
    """Whether "claim" is what a blow does: "claiming the lives of three"."""
    thing = cue.child("dobj")
    return cue.lemma == "claim" and thing is not None and thing.lemma in ("life", "victim", "casualty")


def _is_supposed(cue: Token, known: Reporting) -> bool:
    """Whether nobody says it: "if the inspector says", "he seemed to believe", "she would have spoken of"."""
    auxiliaries = {child.lower for child in cue.children if child.dep == "aux"}
    if auxiliaries & {"would", "could", "might"} and "have" in auxiliaries:
        return True
    if cue.dep == "advcl" and any(child.lower in ("if", "unless", "whether") for child in cue.lefts):
        return True
    return known.lemma in THOUGHTS and cue.dep == "xcomp" and cue.head.lemma in ("seem", "appear")


def _impersonal(cue: Token, known: Reporting) -> Found | None:
    """The attribution of "it is alleged that ...", "was said to be hiding": to nobody."""
    if known.force == "accuses" and "a" in known.frames:
        charge = next((child for child in cue.rights if child.dep == "prep" and child.lower == "of"), None)
        below = charge.child("pobj", "pcomp") if charge is not None else None
        if below is not None:
            return Found(cue, known, None, tuple(below.subtree), None, (), "a", "impersonal")
    content = cue.child("ccomp", "xcomp")
    if content is None or known.lemma not in _IMPERSONAL:
        return None
    return Found(cue, known, None, tuple(clause(content)), None, (), "c", "impersonal")


_IMPERSONAL = frozenset({"say", "allege", "report", "claim", "estimate"})


def _by_source(found: Found, given: Layers) -> Found:
    """Reads "state television, citing an official, reported": the official speaks, through the television."""
    if found.speaker is None or found.via:
        return found
    for child in (*found.speaker.rights, *found.cue.lefts):
        source = child.child("dobj") if child.tag == "VBG" and child.lemma in ("cite", "quote") else None
        if source is not None and can_speak(source, given, loosely=True):
            return dataclasses.replace(found, speaker=source, via=(found.speaker,))
    return found


def _made_clear(cue: Token, given: Layers) -> Found | None:
    """The attribution of "made it clear that ..."."""
    if cue.lemma != "make":
        return None
    clear = next((child for child in cue.rights if child.lower in ("clear", "plain", "known")), None)
    below = [*clear.children, *cue.rights] if clear is not None else []
    content = next((child for child in below if any(mark.lower == "that" for mark in child.lefts)), None)
    speaker = subject_of(cue)
    if not any(child.lower == "it" for child in below):
        return None
    if clear is None or content is None or speaker is None or not can_speak(speaker, given, loosely=False):
        return None
    return Found(cue, verb("say"), speaker, tuple(content.subtree), None, (), "c", "made clear", cue_end=clear)


THOUGHTS = frozenset(
    {
        "believe",
        "think",
        "hold",
        "feel",
        "find",
        "show",
        "learn",
        "fear",
        "hope",
        "suspect",
        "signal",
        "want",
        "seek",
        "accept",
        "share",
    }
)


QUOTING = frozenset({"quote", "cite", "report"})


def _quoted_as(cue: Token, given: Layers) -> Found | None:
    """Reads "was quoted by the agency as saying" and "the agency quoted him as saying": the agency is the relay."""
    if cue.dep != "pcomp" or cue.head.lower != "as" or cue.head.head.lemma not in QUOTING:
        return None
    top = cue.head.head
    known = verb(cue.lemma)
    if is_passive(top):
        speaker = top.child("nsubjpass")
        relay = passive_agent(top)
    else:
        speaker, relay = top.child("dobj"), subject_of(top)
    if speaker is None or known is None:
        return None
    content = cue.child("ccomp")
    words = tuple(clause(content)) if content is not None else ()
    via = (relay,) if relay is not None and can_speak(relay, given, loosely=True) else ()
    return Found(cue, known, speaker, words, cue.child("dobj", "dative"), via, "c", "quoted as")


def _clausal(cue: Token, known: Reporting, speaker: Token | None) -> Found | None:
    """Content that is a clause: its complement, or the sentence the cue is put into."""
    if not set("cqt") & set(known.frames):
        return None
    addressee = cue.child("dobj", "dative") if known.lemma in TELLING else None
    if speaker is not None and is_tacked_on(cue):
        before = [token for token in cue.head.subtree if token.i < speaker.subtree[0].i - 1]
        return Found(cue, known, speaker, tuple(before), addressee, (), "c", "put in")
    complement = complement_of(cue, known)
    if complement is None and known.lemma in TELLING and "o" in known.frames:
        told = cue.child("xcomp")
        complement = told if told is not None and told.tag != "VB" else None
    if complement is not None and ("c" in known.frames or has_that(complement)):
        if speaker is None and not _is_saying_participle(cue):
            return None
        words = [*spoken(cue, complement), *side_by_side(complement, cue)]
        return Found(cue, known, speaker, tuple(words), addressee, (), "c", "complement")
    bare = after_bare_relative(cue) if complement is None and speaker is not None and "c" in known.frames else []
    if bare:
        return Found(cue, known, speaker, tuple(bare), None, (), "c", "complement")
    thing = cue.child("dobj")
    if cue.dep == "csubj" and cue.tag == "VBG" and cue.i < cue.head.i and thing is not None and is_put_in(cue):
        # ", stating the army would stop": the parser took the saying for the subject of what is said
        return Found(
            cue,
            known,
            subject_of(cue.head.head),
            (*thing.subtree, *clause(cue.head, [cue])),
            None,
            (),
            "c",
            "complement",
        )
    if cue.dep in ("parataxis", "ccomp", "advcl", "conj", "dep", "ROOT") and speaker is not None:
        host = _host(cue)
        if host is not None:
            own = [child for child in cue.lefts if child.dep in SUBJECTS and is_put_in(cue) and child is not speaker]
            words = [*clause(host, [cue]), *(token for child in own for token in child.subtree)]
            return Found(cue, known, speaker, tuple(words), addressee, (), "c", "put in")
    return None


def _is_saying_participle(cue: Token) -> bool:
    return cue.tag == "VBG" and cue.dep in ("advcl", "acl", "conj")


def _host(cue: Token) -> Token | None:
    """The clause a cue is put into: "The talks, officials said, will go on"."""
    if cue.dep in ("parataxis", "dep") or (cue.dep == "advcl" and cue.tag in ("VBD", "VBZ", "VBP")):
        marks = [
            child
            for child in cue.children
            if child.dep in ("mark", "advmod")
            and child.lower
            in (
                "as",
                "because",
                "when",
                "after",
                "before",
                "while",
                "if",
                "since",
                "although",
                "though",
                "until",
                "where",
                "how",
                "why",
            )
        ]
        if any(mark.lower != "as" for mark in marks):
            return None
        objects = [child for child in cue.children if child.dep in ("dobj", "prep", "xcomp", "ccomp")]
        is_told = any(mark.lower == "as" for mark in marks) and cue.lemma in TELLING
        if any(child.dep in ("dobj", "xcomp") for child in objects) and not is_told:
            return None
        return cue.head if cue.head.pos in ("VERB", "AUX", "NOUN", "ADJ") else None
    return None


def according_to(token: Token, given: Layers) -> Found | None:
    """The attribution of "according to X": the content is the clause it belongs to."""
    if token.lower != "according":
        return None
    to = next((child for child in token.children if child.lower == "to"), None)
    if to is None and token.i + 1 < len(given.parse.tokens) and given.parse.tokens[token.i + 1].lower == "to":
        to = given.parse.tokens[token.i + 1]
    speaker = to.child("pobj") if to is not None else None
    if to is None or speaker is None or speaker.lower in NOT_SPEAKERS:
        return None  # "according to plan", "according to the law"
    top = token
    while (
        top.dep in ("prep", "advmod", "pcomp", "pobj", "mark", "cc")
        and top.head is not top
        and top.head.pos not in ("VERB", "AUX")
    ):
        top = top.head
    host = token.head if token.head.pos in ("VERB", "AUX") else top.head
    while (
        host.dep in ("acl", "relcl", "xcomp", "advcl", "pcomp")
        and host.head is not host
        and host.head.sent is host.sent
        and token.i > host.i
    ):
        host = host.head
        while host.pos not in ("VERB", "AUX") and host.head is not host:
            host = host.head
    if host.dep == "conj" and token.i > host.i and host.head.pos in ("VERB", "AUX") and host.child("nsubj") is None:
        host = host.head
    words = clause(host, [token])
    after = _after_leading(token, speaker)
    if after and (host.lemma in QUOTING or not any(word in words for word in after)):
        words = after
    return Found(token, None, speaker, tuple(words), None, (), "c", "according to", cue_end=to)


def _after_leading(token: Token, speaker: Token) -> list[Token]:
    """What follows an "according to X," that opens a clause, and X's own sources; empty where it closes one."""
    tokens = token.sent.tokens
    first = tokens[0].i
    before = tokens[token.i - first - 1] if token.i > first else None
    if before is not None and (before.pos not in ("PUNCT", "SCONJ", "CCONJ") or before.text == ","):
        return []
    place = speaker.i - first + 1
    while place < len(tokens):
        if tokens[place].text == "," and not (
            place + 1 < len(tokens) and (tokens[place + 1].tag == "VBG" or tokens[place + 1].dep == "appos")
        ):
            return [word for word in tokens[place + 1 :] if word.i != tokens[-1].i or word.pos != "PUNCT"]
        place += 1
    return []
