"""Contents that are noun phrases or infinitives: denied the claim, accused X of Y, urged restraint, vowed to go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from variorum.analysers.contents import Found, with_conditions
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import can_speak, is_below_clause, is_passive, passive_agent
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.reporting import Reporting


@dataclass(frozen=True)
class _Cue:
    """A verb of saying with what its frames look at."""

    token: Token
    known: Reporting
    speaker: Token
    given: Layers
    thing: Token | None
    """Its object; in the passive, its subject."""
    infinitive: Token | None

    def found(self, words: Iterable[Token], frame: str, rule: str, addressee: Token | None = None) -> Found:
        """The attribution with these words as its content."""
        return Found(self.token, self.known, self.speaker, tuple(words), addressee, (), frame, rule)


def nominal(token: Token, known: Reporting, speaker: Token | None, given: Layers) -> Found | None:
    """Content that is a noun phrase or an infinitive: denied the claim, accused X of Y, urged restraint, vowed to."""
    if speaker is None or not can_speak(speaker, given, loosely=known.force in _PLAIN_ACTS):
        return None
    frames = known.frames
    thing = token.child("dobj", "nsubjpass" if is_passive(token) else "dobj")
    infinitive = token.child("xcomp") or (_strayed_infinitive(token) if "x" in frames else None)
    cue = _Cue(token, known, speaker, given, thing, infinitive)
    if "a" in frames and thing is not None:
        return _charged(cue, thing)
    if known.lemma in _WISHES:
        return _wished(cue) or (_object(cue) if "n" in frames else None)
    found = _asked(cue) if "o" in frames else None
    if found is None and "x" in frames:
        found = _to_do(cue)
    if found is None and "f" in frames:
        found = _called_for(cue)
    if found is None and "n" in frames:
        found = _object(cue)
    return found


_PLAIN_ACTS = frozenset({"denies", "acknowledges"})
"""Forces of verbs of which any noun that is their subject speaks."""


def _charged(cue: _Cue, thing: Token) -> Found | None:
    """Reads "accused X of Y", "criticized X for Y", "blamed X"."""
    agent = passive_agent(cue.token)
    charge = _preposition(cue.token, "of", "for", "on", "with")
    if charge is None and agent is not None:
        charge = _preposition(agent, "of", "for")  # "accused by the opposition of ...": hung on the wrong noun
    if agent is not None and charge is not None:
        return cue.found(_without_aside(charge), "a", "of", thing)
    inside = _preposition(thing, "of", "for")
    if charge is None and inside is None and cue.known.lemma not in _ALONE:
        return None
    words = _without_aside(thing)
    if charge is None and any(
        token.lower == "on" and _is_someone(token.child("pobj"), cue.given) for token in thing.subtree
    ):
        words = thing.subtree  # "blamed the raid, which killed six, on Kestria": who is blamed may hang below the aside
    if charge is not None:
        words += _without_aside(charge)
    elif cue.known.lemma != "blame":
        words += _belonging(cue.token, thing, cue.given)
    return cue.found(words, "a", "of", thing)


def _wished(cue: _Cue) -> Found | None:
    """Reads "wants them to leave"; "wants to leave" tells a plan, and "we want" stands in a quotation of its own."""
    if cue.speaker.lower in ("i", "we"):
        return None
    wish = cue.infinitive if _is_infinitive(cue.infinitive) else cue.token.child("ccomp")
    subject = wish.child("nsubj") if wish is not None else None
    if wish is None or (subject is None and cue.thing is None):
        return None
    words = [*(cue.thing.subtree if subject is None and cue.thing is not None else ()), *wish.subtree]
    return cue.found(words, "o", "to do", subject or cue.thing)


def _asked(cue: _Cue) -> Found | None:
    """Reads "urged X to do", "briefed X on Y"."""
    thing, infinitive = cue.thing, cue.infinitive
    if _is_infinitive(infinitive) and thing is not None:
        return cue.found([*_without_aside(thing), *_without_aside(infinitive)], "o", "to do", thing)
    if cue.known.lemma == "brief":
        topic = _preposition(cue.token, "on", "about") or (_preposition(thing, "on", "about") if thing else None)
        below = topic.child("pobj") if topic is not None else None
        return cue.found(below.subtree, "n", "on", thing) if below is not None else None
    if cue.known.force != "demands":
        return None
    if _is_infinitive(infinitive):
        return cue.found(infinitive.subtree, "o", "to do", infinitive.child("nsubj"))
    complement = cue.token.child("ccomp")
    return cue.found(complement.subtree, "o", "to do", complement.child("nsubj")) if complement is not None else None


def _to_do(cue: _Cue) -> Found | None:
    """Reads "vowed to go on", "offered help to rebuild"."""
    if not _is_infinitive(cue.infinitive):
        taken = _preposition(cue.token, "to") if cue.thing is None else None
        noun = taken.child("pobj") if taken is not None else None
        if taken is not None and noun is not None and noun.pos == "NOUN" and _is_bare_verb(taken, noun):
            return cue.found(taken.subtree, "x", "to do")  # "offered to host talks": a noun and its preposition
        return None
    if cue.known.lemma == "offer" and cue.thing is not None:
        return cue.found([*cue.thing.subtree, *cue.infinitive.subtree], "n", "object")
    return cue.found(cue.infinitive.subtree, "x", "to do")


def _is_bare_verb(to: Token, noun: Token) -> bool:
    """Whether the word after "to" was taken for the first part of a noun that it has for an object."""
    words = [token for token in noun.lefts if token.dep in ("compound", "amod", "det")]
    return bool(words) and words[0].i == to.i + 1 and words[0].dep == "compound" and words[0].tag == "NN"


def _called_for(cue: _Cue) -> Found | None:
    """Reads "called for talks", "called on X to stop", "appealed for X to stop"."""
    todo = next((child for child in cue.token.rights if child.dep in ("xcomp", "advcl") and child.has_to), None)
    if cue.known.lemma in _APPEALS and todo is not None:
        asked = _preposition(cue.token, "to", "with")
        someone = asked.child("pobj") if asked is not None else None
        return cue.found([*(someone.subtree if someone else ()), *todo.subtree], "f", "for", someone)
    wanted = _preposition(cue.token, "for", "on", "upon")
    below = wanted.child("pobj") if wanted is not None else None
    if wanted is not None and below is not None:
        more = next((child for child in cue.token.rights if child.i > below.i and child.has_to), None)
        if wanted.lower == "for":
            return cue.found(below.subtree, "f", "for")
        if more is not None:
            return cue.found([*_closed(below, more), *more.subtree], "f", "for", below)
    asked = next((child for child in cue.token.rights if any(mark.lower == "for" for mark in child.lefts)), None)
    if asked is not None and asked.dep in ("advcl", "xcomp", "ccomp"):
        words = [token for token in asked.subtree if not (token.lower == "for" and token.head is asked)]
        return cue.found(words, "f", "for")
    return None


def _object(cue: _Cue) -> Found | None:
    """Reads "denied the claim", "expressed concern over the raids", "a claim officials acknowledged"."""
    token, known, thing = cue.token, cue.known, cue.thing
    if thing is not None and thing.pos in ("NOUN", "PROPN", "VERB", "PRON", "ADJ") and thing.dep == "dobj":
        if known.lemma in _NEEDS_SPEECH_NOUN and not _is_said(thing, known.lemma):
            return None
        if known.lemma == "concede" and thing.lemma in _CONCEDED_IN_PLAY:
            return None
        if thing.pos == "PRON" and known.force not in ("denies", "acknowledges"):
            return None
        if thing.tag in ("WDT", "WP") and token.dep == "relcl":
            return cue.found(_noun_phrase(token.head), "n", "object")
        words = [*_without_aside(thing), *_belonging(token, thing, cue.given), *_amount(token, known)]
        return cue.found(with_conditions(token, words), "n", "object")
    named = token.child("ccomp")
    if named is not None and named.subtree[0].lower == "what":
        return cue.found(named.subtree, "n", "object")  # "condemned what it called an act of piracy"
    is_owned = known.force in ("denies", "acknowledges")
    if token.dep == "relcl" and token.head.pos in ("NOUN", "PROPN") and is_owned:
        return cue.found(_noun_phrase(token.head), "n", "object")
    gerund = token.child("xcomp", "ccomp") if known.force == "denies" else None
    is_gerund = gerund is not None and any(token.tag == "VBG" for token in (gerund, *gerund.lefts))
    return cue.found(gerund.subtree, "n", "object") if gerund is not None and is_gerund else None


_APPEALS = frozenset({"appeal", "plead"})
"""Verbs that name those asked after "to" or "with"."""
_ALONE = frozenset({"criticize", "criticise", "praise", "thank", "commend", "blame"})
"""Verbs of judging that need no "for" or "of"."""


_CONCEDED_IN_PLAY = frozenset({"penalty", "goal", "point", "corner", "lead", "wicket", "try", "game", "set"})
"""What a player concedes by what he does, not by what he says."""


def _preposition(head: Token, *words: str) -> Token | None:
    return next((child for child in head.rights if child.dep == "prep" and child.lower in words), None)


def _is_someone(token: Token | None, given: Layers) -> bool:
    mention = given.mention_at(token.start) if token is not None else None
    return mention is not None and bool(mention.actors or mention.country)


def _closed(first: Token, last: Token) -> list[Token]:
    """The words of the first with the marks that stand between them and the last."""
    words = first.subtree
    between = first.sent.parse.tokens[words[-1].i + 1 : last.subtree[0].i]
    return [*words, *(token for token in between if token.pos == "PUNCT")]


def _is_infinitive(token: Token | None) -> TypeGuard[Token]:
    """Whether it is "to" and a verb, whatever the tagger took the verb for."""
    return token is not None and (token.tag == "VB" or token.has_to)


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


_WISHES = frozenset({"want"})
_BELONGING = frozenset({"in", "to", "for", "over", "about", "against", "toward", "towards", "despite", "on", "with"})
_OCCASIONS = frozenset(
    "briefing interview statement speech conference meeting call letter remarks address visit talks post message video"
    " broadcast session hearing debate report".split()
)
"""Nouns after "in", "during", "on" that say where something was said, not what."""


_SPELLS_OUT = frozenset({"include", "contain", "comprise", "mean"})
"""Verbs of a relative clause that say what the content consists of."""


def _without_aside(head: Token) -> list[Token]:
    """All words below a head but a closing aside: ", which has held since", ", following the raids"."""
    words = head.subtree
    for token in words:
        clause = token.subtree
        if token.dep == "prep" and token.tag == "VBG" and clause[-1].i >= words[-1].i - 1 and token.i > words[0].i:
            return [word for word in words if word.i < token.i]
        if token.dep != "relcl" or token.lemma in _SPELLS_OUT:
            continue
        first = next((word for word in clause if word.tag in ("WDT", "WP", "WP$")), None)
        if first is None or clause[-1].i < words[-1].i - 1 or first.i == 0:
            continue
        before = first.sent.parse.tokens[first.i - 1]
        start = first.i
        if before.pos == "ADP":  # ", for which"
            start, before = before.i, first.sent.parse.tokens[before.i - 1]
        if before.text in (",", "—", "–"):
            return [word for word in words if word.i < start]
    return words


def _belonging(cue: Token, thing: Token, given: Layers) -> list[Token]:
    """Phrases right behind the object that the parser hung on the verb: "praised their care in handling the matter"."""
    found: list[Token] = []
    end = thing.subtree[-1].i
    for child in cue.rights:
        if child.dep not in ("prep", "dative") or child.lower not in _BELONGING or child.subtree[0].i != end + 1:
            continue
        inner = child.child("pobj", "pcomp")
        if inner is None or inner.lemma in _OCCASIONS or inner.lower in _OCCASIONS:
            break
        mention = given.mention_at(inner.start)
        is_place = child.lower in ("in", "on") and mention is not None and mention.place_kind is not None
        if is_place or given.moment_in(child.start, inner.end) is not None:
            break
        found += _without_aside(child)
        end = child.subtree[-1].i
    return found


_COUNTS = frozenset("number toll count figure casualties deaths dead wounded injured losses".split())
_GIVES_A_COUNT = frozenset({"put", "place", "set", "raise", "revise", "lower", "estimate", "count", "tally"})


def _amount(cue: Token, known: Reporting) -> list[Token]:
    """The number that is given: "put the dead at 12", "raised the toll to 31"."""
    if known.lemma not in _GIVES_A_COUNT:
        return []
    for child in cue.rights:
        number = child.child("pobj") if child.dep == "prep" and child.lower in ("at", "to") else None
        if number is not None and any(token.tag == "CD" for token in (number, *number.lefts)):
            return child.subtree
    return []


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
        is_deed = lemma in ("propose", "request") and actions.of_noun(thing.lemma) is not None
        return is_deed or thing.lower in _DEMAND_NOUNS
    if lemma in ("count", "tally", "put"):
        return (lemma == "put" and thing.lower in _COUNTS) or any(child.tag == "CD" for child in thing.lefts)
    if lemma in ("report", "announce", "declare", "describe", "detail", "outline", "cite"):
        return thing.lower in _REPORT_NOUNS
    if lemma == "offer" and actions.of_noun(thing.lemma) is not None:
        return True  # "offered a truce", "offered talks": what can be done can be offered
    return thing.lower in _SPEECH_NOUNS


def _noun_phrase(head: Token) -> list[Token]:
    return [token for token in head.subtree if not is_below_clause(token, head)]
