"""Who speaks and what is said, read from the links of one sentence. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.reporting import DOCUMENTS, NOT_SPEAKERS, Reporting, verb
from variorum.codes.roles import can_act
from variorum.model.spans import Span

_CLAUSE_PARTS = frozenset({"relcl", "acl", "advcl", "parataxis"})
_SUBJECTS = ("nsubj", "csubj")
_PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"})
_CONJ_VERBS = ("conj",)


@dataclass(frozen=True)
class Found:
    """One attribution in a sentence."""

    cue: Token
    verb: Reporting | None
    speaker: Token | None
    """Head of the speaker's words."""
    content: tuple[Token, ...]
    """The words said; empty where a quotation beside the cue is the content."""
    addressee: Token | None = None
    via: tuple[Token, ...] = ()
    frame: str = "c"
    rule: str = ""
    cue_end: Token | None = None
    """Last word of a cue of several ("according to")."""
    condition: tuple[Token, ...] = field(default=())


def can_speak(token: Token, given: Layers, *, loosely: bool) -> bool:
    """Whether these words can be a speaker: a person, body, role, document, pronoun; loosely, any noun but a few."""
    if token.tag in _PRONOUN_TAGS or token.pos == "PRON":
        if token.lower in ("it", "this", "that", "these", "those", "which"):
            mention = given.mention_at(token.start)
            return mention is not None and bool(mention.actors)
        return token.lower not in NOT_SPEAKERS
    mention = given.mention_at(token.start)
    if mention is not None and (mention.actors or mention.role or mention.introduces):
        return True
    if token.lower in DOCUMENTS or token.lemma in DOCUMENTS or can_act(token.lower):
        return True
    if token.pos == "PROPN":
        return True
    return loosely and token.pos == "NOUN" and token.lower not in NOT_SPEAKERS


def subject_of(cue: Token) -> Token | None:
    """The subject of a verb: its own, the noun a relative clause hangs on, or that of the verb it is coordinated with."""
    current = cue
    for _ in range(4):
        own = [child for child in current.children if child.dep in _SUBJECTS]
        if own:
            subject = own[-1] if own[-1].i < current.i else own[0]
            if subject.tag in ("WDT", "WP") and current.dep == "relcl":
                return current.head
            if subject.tag in ("WDT", "WP") and subject.lower in ("what", "whatever"):
                return None
            return subject
        if current.dep == "conj" and current.head.pos in ("VERB", "AUX"):
            current = current.head
        elif (
            current.dep in ("advcl", "xcomp", "ccomp")
            and current.tag in ("VBG", "VB")
            and current.head.pos in ("VERB", "AUX")
        ):
            if current.dep == "xcomp":
                target = current.head.child("dobj")
                if target is not None and current.head.lemma not in (
                    "want",
                    "try",
                    "begin",
                    "start",
                    "continue",
                    "refuse",
                    "decline",
                ):
                    return target
            current = current.head
        elif current.dep == "acl" and current.tag == "VBG":
            return current.head
        elif current.dep == "pcomp" and current.head.dep == "prep" and current.head.head.pos in ("VERB", "AUX"):
            current = current.head.head
        else:
            return None
    return None


def passive_agent(cue: Token) -> Token | None:
    """The one by whom, in the passive."""
    agent = cue.child("agent")
    return agent.child("pobj") if agent is not None else None


def is_passive(cue: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(child.dep in ("auxpass", "nsubjpass") for child in cue.children)


def is_negated(cue: Token) -> bool:
    """Whether the saying itself is denied or has not happened: did not say, declined to say, would not say."""
    if any(child.dep == "neg" for child in cue.children):
        return True
    return cue.dep == "xcomp" and cue.head.lemma in ("decline", "refuse", "fail", "stop", "avoid")


def speaker_span(head: Token, given: Layers) -> Span:
    """The speaker's words: the noun phrase, relative and participial clauses left out."""
    tokens = [token for token in head.subtree if not _below_clause(token, head)]
    first, last = _around(tokens, head)
    while last.i > head.i and (last.pos in ("PUNCT", "CCONJ", "ADP") or last.dep == "punct"):
        last = given.parse.tokens[last.i - 1]
    while first.i < head.i and (first.pos in ("PUNCT", "CCONJ", "ADV") and first.lower != "so"):
        first = given.parse.tokens[first.i + 1]
    return given.parse.span(first.start, last.end)


def _below_clause(token: Token, head: Token) -> bool:
    while token is not head:
        if token.dep in _CLAUSE_PARTS:
            return True
        token = token.head
    return False


def _around(tokens: Sequence[Token], head: Token) -> tuple[Token, Token]:
    """First and last token of the unbroken run that holds the head."""
    places = {token.i: token for token in tokens}
    first = last = head
    while first.i - 1 in places:
        first = places[first.i - 1]
    while last.i + 1 in places:
        last = places[last.i + 1]
    return first, last


def pieces(tokens: Iterable[Token], given: Layers) -> tuple[Span, ...]:
    """The words as spans, one for each unbroken run, marks and blanks at the edges left off."""
    ordered = sorted(set(tokens), key=lambda token: token.i)
    runs: list[list[Token]] = []
    for token in ordered:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    found = []
    for run in runs:
        first, last = 0, len(run)
        while first < last and _is_edge(run[first], first=True):
            first += 1
        while last > first and _is_edge(run[last - 1], first=False):
            last -= 1
        if any(token.pos not in ("PUNCT", "CCONJ", "SPACE") for token in run[first:last]):
            found.append(given.parse.span(run[first].start, run[last - 1].end))
    return tuple(found)


def _is_edge(token: Token, *, first: bool) -> bool:
    if token.pos == "PUNCT" and token.text not in ("(", ")", "%", "[", "]", "'s"):
        return True
    return first and token.pos == "CCONJ"


def clause(head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """All words of a clause but those of the cue's own phrase."""
    left_out: set[int] = set()
    for token in without:
        left_out.update(other.i for other in token.subtree)
    return [token for token in head.subtree if token.i not in left_out]


def by_verb(cue: Token, given: Layers) -> Found | None:
    """The attribution that a verb of saying makes, or None."""
    known = verb(cue.lemma)
    if known is None or cue.pos not in ("VERB", "AUX") or is_negated(cue):
        return None
    if cue.dep in ("amod", "compound", "aux"):
        return None
    quoted_as = _quoted_as(cue, given)
    if quoted_as is not None:
        return quoted_as
    speaker = passive_agent(cue) if is_passive(cue) else subject_of(cue)
    if is_passive(cue) and speaker is None:
        return None
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
        and (speaker is None or not can_speak(speaker, given, loosely=False))
    ):
        speaker = _outer_speaker(cue) or speaker  # "He said the strikes were wrong and accused X": he accuses
    if speaker is not None and not can_speak(speaker, given, loosely="c" in frames and known.lemma not in THOUGHTS):
        return None
    return _clausal(cue, known, speaker) or _nominal(cue, known, speaker, given)


def _outer_speaker(cue: Token) -> Token | None:
    """The speaker of the verb of saying over the clause that the parser coordinated the cue with."""
    for above in cue.ancestors:
        if (
            above.pos in ("VERB", "AUX")
            and above.dep != "conj"
            and verb(above.lemma) is not None
            and above is not cue.head
        ):
            return subject_of(above)
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


def _quoted_as(cue: Token, given: Layers) -> Found | None:
    """Reads "was quoted by the agency as saying" and "the agency quoted him as saying": the agency is the relay."""
    if cue.dep != "pcomp" or cue.head.lower != "as" or cue.head.head.lemma not in ("quote", "cite", "report"):
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
    if "c" not in known.frames and "q" not in known.frames:
        return None
    addressee = cue.child("dobj", "dative") if known.lemma in _TELLING else None
    complement = next(
        (child for child in cue.children if child.dep == "ccomp" and not _is_question_of(child, known)), None
    )
    if complement is None and known.lemma in _TELLING and "o" in known.frames:
        told = cue.child("xcomp")
        complement = told if told is not None and told.tag != "VB" else None
    if complement is not None and "c" in known.frames:
        if speaker is None and not _is_saying_participle(cue):
            return None
        inner = clause(complement, [cue] if cue in complement.subtree else ())
        return Found(cue, known, speaker, tuple(inner), addressee, (), "c", "complement")
    if cue.dep in ("parataxis", "ccomp", "advcl", "conj", "dep", "ROOT") and speaker is not None:
        host = _host(cue)
        if host is not None:
            return Found(cue, known, speaker, tuple(clause(host, [cue])), addressee, (), "c", "put in")
    return None


_TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "convince", "warn", "advise", "caution"})


def _is_question_of(child: Token, known: Reporting) -> bool:
    return known.lemma in ("find", "show", "hold", "feel") and child.tag not in _FINITE


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
        if any(child.dep in ("dobj", "xcomp") for child in objects):
            return None
        return cue.head if cue.head.pos in ("VERB", "AUX", "NOUN", "ADJ") else None
    return None


def _nominal(cue: Token, known: Reporting, speaker: Token | None, given: Layers) -> Found | None:
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
    return [token for token in head.subtree if not _below_clause(token, head)]


_CLAIM_NOUNS = frozenset({"claim", "allegation", "assertion", "accusation"})


def by_noun(cue: Token, given: Layers) -> Found | None:
    """The attribution of "Kestria's claim that ..." and "its campaign, with claims of ...": whose it is speaks."""
    if cue.lemma not in _CLAIM_NOUNS or cue.pos != "NOUN":
        return None
    of = next((child for child in cue.rights if child.dep == "prep" and child.lower == "of"), None)
    clause_head = cue.child("acl", "ccomp")
    inner = of.child("pcomp", "pobj") if of is not None else clause_head
    if inner is None or (of is None and not any(child.lower == "that" for child in inner.lefts)):
        return None
    holder = cue.child("poss")
    above = cue
    for _ in range(3):
        if holder is not None:
            break
        above = above.head if above.dep in ("dobj", "pobj", "attr", "relcl", "acl", "prep") else above
        if above.pos == "VERB" and above.dep in ("relcl", "acl"):
            above = above.head
        holder = above.child("poss")
    if holder is None or not can_speak(holder, given, loosely=False):
        return None
    known = verb("claim")
    return Found(cue, known, holder, tuple(inner.subtree), None, (), "c", "noun")


def according_to(token: Token, given: Layers) -> Found | None:
    """The attribution of "according to X": the content is the clause it belongs to."""
    if token.lower != "according":
        return None
    to = next((child for child in token.children if child.lower == "to"), None)
    if to is None and token.i + 1 < len(given.parse.tokens) and given.parse.tokens[token.i + 1].lower == "to":
        to = given.parse.tokens[token.i + 1]
    speaker = to.child("pobj") if to is not None else None
    if to is None or speaker is None:
        return None
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
    return Found(token, None, speaker, tuple(words), None, (), "c", "according to", cue_end=to)
