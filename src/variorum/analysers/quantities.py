"""Numbers as written, their interval, and what they count: the step `quantities`.

Dates, ages, ranks, model names and clock times are not counts and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.numbers import QUALIFIERS, SCALES, UNITS, VAGUE, interval
from variorum.codes.units import PERSONS, slot_of_noun, slot_of_state, slot_of_verb, subset_of
from variorum.crisis import Crisis
from variorum.model.marks import Bound, Quantity
from variorum.model.reports import Report
from variorum.model.spans import Span

_BEFORE = re.compile(rf"(?:{'|'.join(map(re.escape, QUALIFIERS))})\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"^\s+(?:or more|or so|or fewer|plus|or less)\b", re.IGNORECASE)
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|believed|feared|estimated|possibly|apparently|as many as)\b", re.IGNORECASE
)


class QuantityRules:
    """Analyser `quantities.rules`."""

    name = "quantities"
    version = "rules/1"
    requires = frozenset({"moments"})
    provides = frozenset({"quantities"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Quantity]:
        """Every count, in the order of the text."""
        del crisis
        taken = [(moment.span.start, moment.span.end) for moment in given.moments]
        done = 0
        for token in given.parse.tokens:
            if token.start < done or not _may_count(token):
                continue
            if any(start < token.end and token.start < end for start, end in taken):
                continue
            found = _quantity(report, given, token)
            if found is not None:
                done = found.number.end
                yield found


def _may_count(token: Token) -> bool:
    if token.lower in VAGUE or token.lower in ("dozen", "no", "zero", "none", "nobody"):
        return True
    return token.tag == "CD" and (
        token.text[0].isdigit() or token.lower.split("-")[0] in UNITS or token.lower in SCALES
    )


def _quantity(report: Report, given: Layers, token: Token) -> Quantity | None:
    tokens = given.parse.tokens
    last = token.i
    while last + 1 < len(tokens) and tokens[last + 1].sent is token.sent and _goes_on(tokens[last], tokens[last + 1]):
        last += 1
    words = tokens[token.i : last + 1]
    number = given.parse.span_of(words)
    if token.lower == "no":
        return _nothing(report, given, token)
    if _is_no_count(token, words):
        return None
    extent = _extent(given, token.sent.start, token.sent.end, number)
    found = interval(extent.exact) or interval(number.exact)
    if found is None:
        return None
    counted, unit = _counted(given, words)
    slot, subset, why_not = _slot(words, counted)
    if why_not:
        return None
    if (
        slot == "duration"
        and found.bound is not Bound.AT_LEAST
        and counted is not None
        and counted.dep in ("npadvmod", "compound", "amod")
    ):
        return None
    hedge = _hedge(given, token, extent)
    return Quantity(
        Quantity.address(report.id, number.start, number.end),
        report.id,
        extent,
        number,
        found.low,
        found.high,
        found.is_low_open,
        found.is_high_open,
        found.bound,
        unit,
        slot,
        subset,
        hedge,
        _whole(given, counted),
    )


def _goes_on(here: Token, after: Token) -> bool:
    if after.lower in SCALES and (
        after.tag == "CD" or after.lower in ("dozen", "crore", "lakh", "million", "billion", "bn")
    ):
        return True
    if after.tag == "CD" and here.tag == "CD" and (here.lower in SCALES or after.lower in UNITS):
        return True
    return after.lower == "dozen" and here.tag == "CD"


_PAIRS = frozenset("sides countries nations neighbors neighbours parties rivals arch-rivals states governments".split())
"""Counted states are actors, not figures."""
_RANK_NOUNS = frozenset(
    {
        "no.",
        "no",
        "number",
        "article",
        "section",
        "chapter",
        "page",
        "resolution",
        "line",
        "flight",
        "highway",
        "route",
        "phase",
        "day",
        "type",
        "level",
        "room",
        "unit",
        "group",
        "f",
        "jf",
        "su",
        "mig",
        "s",
    }
)


def _is_no_count(token: Token, words: list[Token]) -> bool:
    """Model names (F-16, S-400), ranks (No. 3), ages (aged 42; Torvek, 42,), ordinals, scores."""
    tokens = token.sent.parse.tokens
    before = tokens[token.i - 1] if token.i > token.sent.tokens[0].i else None
    after = tokens[words[-1].i + 1] if words[-1].i + 1 < len(tokens) and words[-1].i < token.sent.tokens[-1].i else None
    if before is not None and before.text in ("-", "–", "/", ":", "#") and before.end == token.start:
        return True
    if after is not None and after.text in (":", "/") and after.start == words[-1].end and not after.text.isspace():
        return True
    if (
        re.search(r"[A-Za-z]", token.text)
        and token.text[0].isdigit()
        and not re.fullmatch(r"\d+(?:k|m|bn|mn)", token.lower)
    ):
        return True
    if before is not None and (
        before.lower in ("aged", "age") or (before.lower in _RANK_NOUNS and before.pos in ("NOUN", "PROPN"))
    ):
        return True
    if (
        before is not None
        and after is not None
        and before.text == ","
        and after.text in (",", ".")
        and token.dep in ("appos", "npadvmod", "nummod")
        and before.i > 0
        and tokens[before.i - 1].pos == "PROPN"
    ):
        return True
    if (
        after is not None
        and after.lower in ("year", "years")
        and words[-1].i + 2 < len(tokens)
        and tokens[words[-1].i + 2].lower in ("old", "-")
    ):
        return True
    if after is not None and after.text == "-" and after.start == words[-1].end:
        return True
    if token.lower == "one" and token.dep not in ("nummod", "nsubj", "nsubjpass", "dobj"):
        return True
    if token.lower == "one" and (
        after is None
        or after.lower in ("of", "another", "day", "side", "who", "that")
        or token.pos == "PRON"
        or after.pos in ("VERB", "AUX")
    ):
        return True
    if token.lower in ("several", "few", "many", "multiple", "numerous", "both", "couple") and token.dep not in (
        "amod",
        "nummod",
        "nsubj",
        "dobj",
        "pobj",
        "quantmod",
        "nsubjpass",
    ):
        return True
    if token.lower == "both" and (
        token.dep in ("preconj", "cc", "det", "predet")
        or (
            after is not None and after.lower in ("sides", "countries", "nations", "neighbors", "neighbours", "parties")
        )
    ):
        return True
    return token.tag == "LS"


def _extent(given: Layers, start: int, end: int, number: Span) -> Span:
    """The number with its qualifier before and after."""
    text = given.parse.text
    before = _BEFORE.search(text[max(start, number.start - 40) : number.start])
    first = max(start, number.start - 40) + before.start() if before else number.start
    if before and first > 0 and text[first - 1].isalnum():
        first = number.start
    after = _AFTER.match(text[number.end : min(end, number.end + 16)])
    last = number.end + after.end() if after else number.end
    article = re.search(r"\b(?:an?|the)\s+$", text[max(start, first - 5) : first], re.IGNORECASE)
    if article and re.match(
        r"(?:couple|dozen|few|hundred|thousand|million)", text[number.start : number.end], re.IGNORECASE
    ):
        first = max(start, first - 5) + article.start()
    return given.parse.span(first, last)


def _counted(given: Layers, words: list[Token]) -> tuple[Token | None, Span | None]:
    """(head of what is counted, its words without the number)."""
    token = words[-1]
    head: Token | None = None
    top = token
    while top.dep in ("compound", "quantmod", "nummod", "amod", "advmod", "nmod", "npadvmod") and top.head in words:
        top = top.head
    if top.dep in ("nummod", "amod", "quantmod", "nmod", "compound", "det", "predet") and top.head.pos in (
        "NOUN",
        "PROPN",
        "ADJ",
    ):
        head = top.head
    else:
        of = next((child for child in top.rights if child.dep == "prep" and child.lower == "of"), None)
        below = of.child("pobj") if of is not None else None
        if below is not None and below.pos in ("NOUN", "PROPN", "PRON"):
            head = below
    if head is None or head.pos == "PRON":
        return None, None
    first = head
    for child in head.lefts:
        if child.dep in ("amod", "compound", "nmod", "poss") and child.i > words[-1].i:
            first = child if child.i < first.i else first
    first_i = min(first.i, head.i)
    tokens = given.parse.tokens
    if first_i <= words[-1].i:
        first_i = words[-1].i + 1
    if first_i > head.i:
        return head, None
    return head, given.parse.span(tokens[first_i].start, head.end)


def _slot(words: list[Token], counted: Token | None) -> tuple[str, str | None, bool]:
    """(slot, subset, whether this is no figure after all)."""
    token = words[-1]
    happened = _happened(counted or token)
    if counted is None:
        state = _state_after(words)
        if state:
            return state, None, False
        if happened:
            return happened, None, False
        return "other", None, token.lower in VAGUE or token.lower == "one"
    noun = slot_of_noun(counted.lemma) or slot_of_noun(counted.lower)
    subset = subset_of(counted.lower)
    if noun in (PERSONS, None) and subset is None:
        subset = next((found for child in counted.lefts if (found := subset_of(child.lower))), None)
    if noun == PERSONS or (subset is not None and noun is None):
        state = _state_after([*words, counted])
        return happened or state or "people present", subset, False
    if noun is not None:
        return noun, None, False
    if counted.pos == "ADJ":
        state = slot_of_state(counted.lower)
        return state or "other", None, state is None
    if happened:
        return happened, subset, False
    is_pair = counted.lower in _PAIRS or token.lower in ("none", "nobody", "zero")
    return "other", None, is_pair or token.lower in ("one", "both", "many", "several", "few", "multiple", "numerous")


def _happened(token: Token) -> str | None:
    """What the verb says happened to those counted."""
    top = token
    for _ in range(3):
        if top.dep == "conj" and top.head.pos in ("NOUN", "PROPN", "NUM"):
            top = top.head
        else:
            break
    verb = top.head
    if top.dep in ("dobj", "nsubjpass"):
        found = slot_of_verb(verb.lemma, is_subject=False)
        if found:
            return found
        if verb.lemma in ("leave", "claim", "take", "cost") and top.dep == "dobj":
            return _state_after([top])
    if top.dep == "nsubj":
        found = slot_of_verb(verb.lemma, is_subject=True) or (
            slot_of_verb(verb.lemma, is_subject=False) if verb.tag == "VBN" and not verb.child("dobj") else None
        )
        if found:
            return found
        if verb.lemma == "be":
            complement = verb.child("acomp", "attr")
            if complement is not None:
                return slot_of_state(complement.lower) or slot_of_state(complement.lemma)
    if top.dep == "pobj" and top.head.lower == "of":
        noun = top.head.head
        if noun.lemma in ("death", "killing", "murder", "massacre"):
            return "killed"
        if noun.lemma == "toll":
            return "killed"
    for child in top.rights:
        if child.dep in ("acl", "relcl", "amod", "advcl"):
            found = slot_of_verb(child.lemma, is_subject=False) if child.tag == "VBN" else slot_of_state(child.lower)
            if found:
                return found
    return None


def _state_after(words: list[Token]) -> str | None:
    """dead, wounded, missing right after the number or its noun."""
    tokens = words[-1].sent.tokens
    place = words[-1].i - tokens[0].i
    for token in tokens[place + 1 : place + 4]:
        if token.lower in ("were", "was", "are", "others", "more", "people", "have", "been", "had", "reported", "left"):
            continue
        return slot_of_state(token.lower)
    return None


def _hedge(given: Layers, token: Token, extent: Span) -> Span | None:
    window = max(token.sent.start, extent.start - 40)
    found = list(_HEDGES.finditer(given.parse.text[window : extent.start]))
    return given.parse.span(window + found[-1].start(), window + found[-1].end()) if found else None


def _whole(given: Layers, counted: Token | None) -> Span | None:
    """The total in "29 of the 31"."""
    if counted is None:
        return None
    total = next((child for child in counted.lefts if child.tag == "CD"), None)
    if counted.dep == "pobj" and counted.head.lower == "of" and counted.head.head.tag == "CD" and total is not None:
        return given.parse.span(total.start, total.end)
    return None


def _nothing(report: Report, given: Layers, token: Token) -> Quantity | None:
    """Reads “no casualties”: a count of zero, for the slots of harm only."""
    head = token.head
    if token.dep != "det" or head.pos != "NOUN":
        return None
    slot = slot_of_noun(head.lemma)
    if slot not in ("killed", "wounded", "casualties", "missing"):
        return None
    number = given.parse.span(token.start, token.end)
    return Quantity(
        Quantity.address(report.id, number.start, number.end),
        report.id,
        number,
        number,
        0,
        0,
        is_low_open=False,
        is_high_open=False,
        bound=Bound.EXACT,
        unit=given.parse.span(token.end, head.end),
        slot=slot,
    )
