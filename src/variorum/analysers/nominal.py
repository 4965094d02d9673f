"""Contents that are noun phrases or infinitives: denied the claim, accused X of Y, urged restraint, vowed to go on."""

from __future__ import annotations

from typing import TypeGuard

from variorum.analysers.contents import Found
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import can_speak, is_below_clause, is_passive
from variorum.analysers.syntax import Token
from variorum.codes.reporting import Reporting


def nominal(cue: Token, known: Reporting, speaker: Token | None, given: Layers) -> Found | None:
    """Content that is a noun phrase or an infinitive: denied the claim, accused X of Y, urged restraint, vowed to."""
    frames = known.frames
    if speaker is None or not can_speak(speaker, given, loosely=False):
        return None
    thing = cue.child("dobj", "nsubjpass" if is_passive(cue) else "dobj")
    infinitive = cue.child("xcomp") or (_strayed_infinitive(cue) if "x" in frames else None)
    if "a" in frames and thing is not None:
        charge = next(
            (child for child in cue.rights if child.dep == "prep" and child.lower in ("of", "for", "on", "with")), None
        )
        inside = next((child for child in thing.rights if child.dep == "prep" and child.lower in ("of", "for")), None)
        if (
            charge is not None
            or inside is not None
            or known.lemma in ("criticize", "criticise", "praise", "thank", "commend")
        ):
            words = [*thing.subtree, *(charge.subtree if charge is not None else ())]
            return Found(cue, known, speaker, tuple(words), thing, (), "a", "of")
        if known.lemma == "blame":
            return Found(cue, known, speaker, tuple(thing.subtree), thing, (), "a", "of")
        return None
    if "o" in frames and thing is not None and _is_infinitive(infinitive):
        return Found(cue, known, speaker, (*thing.subtree, *infinitive.subtree), thing, (), "o", "to do")
    if "o" in frames and known.lemma == "brief":
        topic = next((child for child in cue.rights if child.dep == "prep" and child.lower in ("on", "about")), None)
        topic = topic or (
            next((child for child in thing.rights if child.dep == "prep" and child.lower in ("on", "about")), None)
            if thing
            else None
        )
        below = topic.child("pobj") if topic is not None else None
        if below is not None:
            return Found(cue, known, speaker, tuple(below.subtree), thing, (), "n", "on")
    if "x" in frames and _is_infinitive(infinitive):
        return Found(cue, known, speaker, tuple(infinitive.subtree), None, (), "x", "to do")
    if "o" in frames and _is_infinitive(infinitive) and known.force == "demands":
        subject = infinitive.child("nsubj")
        return Found(cue, known, speaker, tuple(infinitive.subtree), subject, (), "o", "to do")
    if "o" in frames and known.force == "demands":
        for child in cue.children:
            if child.dep == "ccomp":
                return Found(cue, known, speaker, tuple(child.subtree), child.child("nsubj"), (), "o", "to do")
    if "f" in frames:
        wanted = next(
            (child for child in cue.rights if child.dep == "prep" and child.lower in ("for", "on", "upon")), None
        )
        below = wanted.child("pobj") if wanted is not None else None
        if wanted is not None and below is not None:
            more = cue.child("xcomp")
            words = list(below.subtree)
            if wanted.lower in ("on", "upon") and more is not None:
                words += more.subtree
            if wanted.lower == "for" or more is not None:
                return Found(cue, known, speaker, tuple(words), None, (), "f", "for")
        small = cue.child("ccomp", "oprd")
        if small is not None and known.lemma == "call" and small.dep == "oprd" and thing is not None:
            return Found(cue, known, speaker, (*thing.subtree, *small.subtree), None, (), "n", "so called")
        return None
    if (
        "n" in frames
        and thing is not None
        and thing.pos in ("NOUN", "PROPN", "VERB", "PRON", "ADJ")
        and thing.dep == "dobj"
    ):
        if known.lemma in _NEEDS_SPEECH_NOUN and not _is_said(thing, known.lemma):
            return None
        if thing.pos == "PRON" and known.force not in ("denies", "acknowledges"):
            return None
        relative = thing
        if thing.tag in ("WDT", "WP") and cue.dep == "relcl":
            relative = cue.head
            return Found(cue, known, speaker, tuple(_noun_phrase(relative)), None, (), "n", "object")
        return Found(cue, known, speaker, tuple(relative.subtree), None, (), "n", "object")
    if (
        "n" in frames
        and cue.dep == "relcl"
        and cue.head.pos in ("NOUN", "PROPN")
        and known.force in ("denies", "acknowledges")
    ):
        return Found(cue, known, speaker, tuple(_noun_phrase(cue.head)), None, (), "n", "object")
    if "n" in frames and known.force == "denies":
        gerund = cue.child("xcomp", "ccomp")
        if gerund is not None and gerund.tag == "VBG":
            return Found(cue, known, speaker, tuple(gerund.subtree), None, (), "n", "object")
    return None


def _is_infinitive(token: Token | None) -> TypeGuard[Token]:
    """Whether it is "to" and a verb, whatever the tagger took the verb for."""
    return token is not None and (
        token.tag == "VB" or any(child.lower == "to" and child.dep == "aux" for child in token.lefts)
    )


def _strayed_infinitive(cue: Token) -> Token | None:
    """The infinitive that the parser hung on a day between: "offered on Saturday to host talks"."""
    for child in cue.rights:
        if child.dep == "advcl":
            places: list[Token] = [child]
        else:
            day = child.child("pobj") if child.dep == "prep" else child if child.dep == "npadvmod" else None
            places = day.children if day is not None else []
        for below in places:
            is_clause = below.dep in ("acl", "relcl", "advcl") and below.tag == "VB"
            if is_clause and any(mark.lower == "to" for mark in below.lefts):
                return below
    return None


_NEEDS_SPEECH_NOUN = frozenset(
    {
        "express",
        "voice",
        "convey",
        "share",
        "offer",
        "want",
        "seek",
        "detail",
        "outline",
        "cite",
        "describe",
        "accept",
        "report",
        "signal",
        "order",
        "request",
        "announce",
        "declare",
        "hold",
        "protest",
        "propose",
        "predict",
        "count",
        "tally",
        "put",
        "recognize",
        "recognise",
        "guarantee",
        "indicate",
    }
)
_SPEECH_NOUNS = frozenset(
    "concern concerns interest support commitment readiness willingness openness hope condolence condolences solidarity"
    " regret confidence doubt doubts gratitude view views opinion position satisfaction desire intention disappointment"
    " anger outrage alarm fear fears apology preference optimism reservation opposition sympathy resolve".split()
)
_DEMAND_NOUNS = frozenset(
    "investigation inquiry probe talk talks dialogue ceasefire truce withdrawal apology explanation restraint end halt release help mediation solution".split()
)
_REPORT_NOUNS = frozenset(
    "casualty casualties death deaths damage loss losses attack attacks strike strikes injury injuries violation violations ceasefire".split()
)


def _is_said(thing: Token, lemma: str) -> bool:
    if lemma in ("want", "seek", "request", "order", "propose"):
        return thing.lower in _DEMAND_NOUNS
    if lemma in ("count", "tally", "put"):
        return (lemma == "put" and thing.lower in ("number", "toll", "count", "figure")) or any(
            child.tag == "CD" for child in thing.lefts
        )
    if lemma in ("report", "announce", "declare", "describe", "detail", "outline", "cite"):
        return thing.lower in _REPORT_NOUNS
    return thing.lower in _SPEECH_NOUNS


def _noun_phrase(head: Token) -> list[Token]:
    return [token for token in head.subtree if not is_below_clause(token, head)]
