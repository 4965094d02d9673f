"""Numbers as written, their interval, and what they count: the step `quantities`.

Dates, ages, ranks, model names and clock times are not counts and are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from variorum.analysers.counted import HARM, counted, is_part, slot_of, whole_of
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.numbers import QUALIFIERS, SCALES, UNITS, VAGUE, interval, value_of
from variorum.codes.units import slot_of_noun
from variorum.crisis import Crisis
from variorum.model.marks import Bound, Quantity
from variorum.model.reports import Report
from variorum.model.spans import Span

_BEFORE = re.compile(rf"(?:{'|'.join(map(re.escape, QUALIFIERS))})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"^\s+(?:or more|or so|or fewer|plus|or less)\b", re.IGNORECASE)
_HEDGES = re.compile(r"\b(?:reportedly|allegedly|believed|feared|estimated|possibly|apparently)\b", re.IGNORECASE)


_CURRENCY = re.compile(r"(?:US|A|C|HK)?[$€£¥₹] ?$")
MOST_WORDS = 12
"""Tokens a written number may have: "one hundred and twenty-three thousand four hundred" has eight."""
_JOINTS = frozenset({"to", "-", "–", "—", "and", "or"})
_LINEAR = frozenset({"mm", "cm", "calibre", "caliber", "-calibre"})
"""What makes a number the name of a shell or a gun."""


class QuantityRules:
    """Analyser `quantities.rules`."""

    name = "quantities"
    version = "rules/4"
    requires = frozenset({"moments"})
    provides = frozenset({"quantities"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Quantity]:
        """Every count, in the order of the text."""
        del crisis
        taken = sorted((moment.span.start, moment.span.end) for moment in given.moments)
        done = 0
        for token in given.parse.tokens:
            if token.start < done or not _may_count(token):
                continue
            near = bisect_left(taken, (token.end, 0)) - 1  # moments do not overlap: only the last to begin can reach
            if near >= 0 and token.start < taken[near][1]:
                continue
            found = _quantity(report, given, token)
            if found is not None:
                done = found.number.end
                yield found


def _may_count(token: Token) -> bool:
    if token.lower in ("a", "an"):
        return _is_one_lost(token)
    if token.lower in VAGUE or token.lower in ("dozen", "no", "zero", "none", "nobody"):
        return True
    if token.lower in UNITS and token.tag.startswith("NN"):
        after = token.sent.tokens[token.i - token.sent.tokens[0].i + 1 :][:1]
        return any(word.tag == "NNS" and word.text.islower() for word in after)  # a capital in a run-on headline
    return token.tag == "CD" and (
        token.text[0].isdigit() or token.lower.split("-")[0] in UNITS or token.lower in SCALES
    )


_LOSING = frozenset({"lose", "sink", "down", "destroy", "shoot", "capture", "seize", "scuttle", "crash", "wreck"})
_CRAFT = frozenset({"aircraft", "drones", "vehicles"})


def _is_one_lost(article: Token) -> bool:
    """Whether the article counts one craft that was lost, sunk, brought down: "had sunk a gunboat"."""
    noun, verb = article.head, article.head.head
    if noun.tag != "NN" or noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in _LOSING:
        return False
    return slot_of_noun(noun.lemma) in _CRAFT


def _quantity(report: Report, given: Layers, token: Token) -> Quantity | None:
    if token.lower in ("no", "none", "nobody"):
        return _nothing(report, given, token)
    words = [token] if token.lower in ("a", "an") else _number_words(given.parse.tokens, token)
    number = given.parse.span_of(words)
    if _is_no_count(token, words):
        return None
    symbol = _CURRENCY.search(given.parse.text[max(token.sent.start, number.start - 4) : number.start])
    shown = given.parse.span(number.start - len(symbol.group(0)), number.end) if symbol else number
    extent = _extent(given, token.sent.start, token.sent.end, shown)
    if token.lower in ("a", "an"):
        found = interval("one")
    elif symbol is None:
        found = interval(extent.exact) or interval(number.exact)
    else:
        found = interval(extent.exact.replace(symbol.group(0), "")) or interval(number.exact)
    if found is None:
        return None
    noun, unit = counted(given, words) if symbol is None else (None, None)
    slot, subset, why_not = slot_of(words, noun) if symbol is None else ("money", None, False)
    if why_not:
        return None
    if (
        slot == "duration"
        and found.bound is not Bound.AT_LEAST
        and noun is not None
        and noun.dep in ("npadvmod", "compound", "amod")
    ):
        return None
    whole = whole_of(given, noun)
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
        _hedge(given, token, extent),
        whole,
        whole is not None or (symbol is None and is_part(words, noun)),
    )


def _number_words(tokens: Sequence[Token], token: Token) -> list[Token]:
    """The tokens of one number: "two dozen", "tens of thousands", "15 to 20", "between five and eight"."""
    end = min(token.sent.tokens[-1].i, token.i + MOST_WORDS)
    last = token.i
    while last < end and _goes_on(tokens[last], tokens[last + 1]):
        last += 1
    if last + 2 <= end and tokens[last].lower in ("tens", "hundreds") and tokens[last + 1].lower == "of":
        if tokens[last + 2].lower in ("thousands", "millions"):
            return list(tokens[token.i : last + 3])
        return list(tokens[token.i : last + 1])
    if last + 2 <= end and _is_range(tokens, token, last):
        last += 2
        while last < end and _goes_on(tokens[last], tokens[last + 1]):
            last += 1
    return list(tokens[token.i : last + 1])


def _is_range(tokens: Sequence[Token], first: Token, last: int) -> bool:
    """Whether a joint and a greater number follow; "from 8 to 31" is a change, not a range."""
    joint, after = tokens[last + 1], tokens[last + 2]
    if joint.lower not in _JOINTS or not _may_count(after) or not _may_count(first) or after.tag != "CD":
        return False
    before = tokens[first.i - 1].lower if first.i > first.sent.tokens[0].i else ""
    if (joint.lower == "and") != (before == "between") or (joint.lower == "to" and before == "from"):
        return False
    low, high = value_of(first.text), value_of(after.text)
    return low is not None and high is not None and (low < high or tokens[last].lower in SCALES)


def _goes_on(here: Token, after: Token) -> bool:
    if after.lower in SCALES and (
        after.tag == "CD" or after.lower in ("dozen", "crore", "lakh", "million", "billion", "bn")
    ):
        return True
    if after.tag == "CD" and here.tag == "CD" and (here.lower in SCALES or after.lower in UNITS):
        return True
    return after.lower == "dozen" and here.tag == "CD"


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
        "magnitude",
    }
)


def _is_no_count(token: Token, words: list[Token]) -> bool:
    """Model names (F-16, S-400), ranks (No. 3), ages (aged 42; Torvek, 42,), ordinals, scores."""
    tokens = token.sent.parse.tokens
    before = tokens[token.i - 1] if token.i > token.sent.tokens[0].i else None
    after = tokens[words[-1].i + 1] if words[-1].i + 1 < len(tokens) and words[-1].i < token.sent.tokens[-1].i else None
    if before is not None and before.lower == "how":
        return True  # "how many had died" is a question
    if token.text[0] == "0" and token.text.isdigit() and len(token.text) > 1:
        return True  # a telephone number or a code
    if any(other is not None and other.text.isdigit() and token.text.isdigit() for other in (before, after)):
        return True  # digits in groups: a telephone number
    if after is not None and (after.lower in _LINEAR or after.lower.startswith(("mm", "cm"))):
        return True
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
        before.lower in ("aged", "age", "turned") or (before.lower in _RANK_NOUNS and before.pos in ("NOUN", "PROPN"))
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
    between = re.search(r"\bbetween\s+$", text[max(start, first - 9) : first], re.IGNORECASE)
    if between and re.search(r"\band\b", number.exact):
        first = max(start, first - 9) + between.start()
    article = re.search(r"\b(?:an?|the)\s+$", text[max(start, first - 5) : first], re.IGNORECASE)
    if article and re.match(
        r"(?:couple|dozen|few|hundred|thousand|million)", text[number.start : number.end], re.IGNORECASE
    ):
        first = max(start, first - 5) + article.start()
    return given.parse.span(first, last)


def _hedge(given: Layers, token: Token, extent: Span) -> Span | None:
    window = max(token.sent.start, extent.start - 40)
    near = re.split(r"[,;:]", given.parse.text[window : extent.start])[-1]
    window = extent.start - len(near)
    found = list(_HEDGES.finditer(near))
    return given.parse.span(window + found[-1].start(), window + found[-1].end()) if found else None


def _nothing(report: Report, given: Layers, token: Token) -> Quantity | None:
    """Reads “no casualties”, “no one was hurt”: a count of zero, for the slots of harm only."""
    tokens = token.sent.tokens
    place = token.i - tokens[0].i
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    unit = None
    if token.lower == "no" and after is not None and after.lower == "one":
        words = [token, after]
    elif token.lower == "no":
        if token.dep != "det" or token.head.pos != "NOUN":
            return None
        words = [token]
        unit = token.head
    else:
        words = [token]
    slot = slot_of_noun(unit.lemma) if unit is not None else None
    if slot not in HARM:
        slot = slot_of([words[-1]], unit)[0]
    if slot not in HARM:
        return None
    number = given.parse.span_of(words)
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
        unit=given.parse.span(token.sent.tokens[place + 1].start, unit.end) if unit is not None else None,
        slot=slot,
    )
