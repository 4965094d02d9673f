"""When, as written and resolved: the step `moments`.

Days are counted from the day the report was published, never from today. A bare weekday is the latest one not after
that day, the day itself included, unless its verb looks ahead. What has no calendar value says why.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from datetime import date

from variorum.analysers import countedtime, statedtime
from variorum.analysers.calendar import Days
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Sentence, Token
from variorum.analysers.timecontext import Context, month_number
from variorum.analysers.timewords import matches
from variorum.codes.units import slot_of_noun
from variorum.crisis import Crisis
from variorum.model.marks import Moment
from variorum.model.reports import Report

_MONTH_WORDS = (
    "in",
    "since",
    "until",
    "till",
    "by",
    "of",
    "during",
    "from",
    "through",
    "for",
    "throughout",
    "around",
    "before",
    "after",
    "between",
    "to",
    "and",
    "last",
    "late",
    "early",
    "mid",
    "on",
    "this",
    "next",
)
_AHEAD_LEMMAS = frozenset(
    {"plan", "schedule", "expect", "due", "intend", "hope", "set", "aim", "vow", "promise", "agree"}
)
_PAST_TAGS = frozenset({"VBD", "VBN"})


_FROM_TEXT = frozenset({"other_day", "other_year"})
"""Rules that count from days in the text; the report's own day would not help them."""
_TO_THE_DAY = re.compile(r",? ?(?:(?:early |late )?on |of )?(?:the )?", re.IGNORECASE)
_TO_THE_CLOCK = re.compile(r",? ?(?:(?:at|around|about|by|from|until|before|after|shortly after) )*", re.IGNORECASE)
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that"})
"""Before a year that stands like a number: "the 2014 protests"."""
_NUMBERED = frozenset(
    "flight route resolution article section room unit highway bus line model page chapter channel squadron brigade"
    " regiment battalion".split()
)
"""Before a number that names a thing: "flight 1998"."""
_SCHEDULED = frozenset(
    "leave arrive begin start open close meet visit travel fly resume return convene host sit vote end expire".split()
)
"""In the plain present these tell what is arranged: "polls close on Sunday"."""
_POSSIBLE = frozenset({"could", "may", "might", "should", "must"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_RECURS = frozenset({"every", "each"})


_RULES = statedtime.RULES | countedtime.RULES


class MomentRules:
    """Analyser `moments.rules`."""

    name = "moments"
    version = "rules/4"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"moments"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Moment]:
        """Every expression of when, in the order of the text."""
        del crisis
        published = report.masthead.published
        anchor = _iso(published.value) if published.precision in ("day", "approximate") else None
        why_not = f"the report has no day to count from ({published.how})"
        year = None if anchor else _only_year(given.text.text[report.start : report.end])
        day: date | None = None
        stretch: Days | None = None
        for sentence in given.parse.sentences:
            told: list[Moment] = []
            for hit in matches(sentence.text):
                found = self._moment(report, sentence, hit, Context(anchor, day, stretch, year), why_not)
                if found is None:
                    continue
                if hit[2] == "nth_day" and told and sentence.text[told[-1].span.end - sentence.start : hit[0]] == ", ":
                    found = _same_day(found, told[-1])
                if found.precision == 1 and found.earliest:
                    day = _iso(found.earliest)
                if found.earliest and found.latest:
                    stretch = Days(_iso(found.earliest), _iso(found.latest))
                told.append(found)
            yield from _with_days(told, sentence)

    def _moment(
        self,
        report: Report,
        sentence: Sentence,
        hit: tuple[int, int, str, re.Match[str]],
        context: Context,
        why_not: str,
    ) -> Moment | None:
        start, end, rule, match = hit
        if not _fits(rule, match, sentence, start, end):
            return None
        ahead = _looks_ahead(sentence, sentence.start + start)
        words = sentence.text[:start].split()
        before = words[-1].lower() if words else ""
        ahead = ahead or (before in ("until", "by") and bool(re.match(r" to [a-z]", sentence.text[end:])))
        context = dataclasses.replace(context, ahead=ahead, since=before == "since")
        try:
            days, clock, why, relative = _RULES[rule](match, context)
        except (ValueError, OverflowError):
            return None  # 31 June, the year 0: not a date
        span = sentence.parse.span(sentence.start + start, sentence.start + end)
        value, partial = (days.value, None) if days else (None, _partial(rule, match))
        if value is None and partial is not None:
            value, why = partial, "no year is given and the report has no day to count from"
        elif value is None and clock is None and relative and context.anchor is None and rule not in _FROM_TEXT:
            why = why_not
        return Moment(
            Moment.address(report.id, span.start, span.end),
            report.id,
            span,
            value,
            days.first.isoformat() if days and days.first else None,
            days.last.isoformat() if days and days.last else None,
            days.precision if days else 5,
            clock,
            context.anchor.isoformat() if relative and context.anchor and days else None,
            relative and days is not None,
            why,
        )


def _same_day(moment: Moment, named: Moment) -> Moment:
    """A count of days beside the day it is: "on Thursday, the second day of the siege"."""
    if named.value is None or named.precision != 1:
        return moment
    return _on_day(moment, named, f"the day beside it ({named.why})")


def _on_day(moment: Moment, named: Moment, why: str) -> Moment:
    """The moment with the day of another."""
    return dataclasses.replace(
        moment,
        value=named.value,
        earliest=named.earliest,
        latest=named.latest,
        precision=1,
        anchor=named.anchor,
        is_inferred=named.is_inferred,
        why=why,
    )


def _with_days(told: list[Moment], sentence: Sentence) -> Iterable[Moment]:
    """The moments of a sentence, a clock time with the day that stands beside it: "at 5 pm on Saturday"."""
    text, offset = sentence.text, sentence.start
    for place, moment in enumerate(told):
        if moment.clock is None or moment.value is not None:
            yield moment
            continue
        after = told[place + 1] if place + 1 < len(told) else None
        before = told[place - 1] if place else None
        day = None
        if after is not None and _TO_THE_DAY.fullmatch(text, moment.span.end - offset, after.span.start - offset):
            day = after
        elif before is not None and _TO_THE_CLOCK.fullmatch(text, before.span.end - offset, moment.span.start - offset):
            day = before
        if day is None or day.precision != 1 or day.clock is not None:
            yield moment
            continue
        yield _on_day(moment, day, f"a time of day, on the day beside it ({day.why})")


def _iso(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _only_year(text: str) -> int | None:
    """The year of every full date in the text, if it is one."""
    years = {
        int(year)
        for year in re.findall(r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2} [A-Z][a-z]{2,8},?) (20\d\d)\b", text)
    }
    return years.pop() if len(years) == 1 else None


def _fits(rule: str, match: re.Match[str], sentence: Sentence, start: int, end: int) -> bool:
    """What only the surroundings tell: a year is no count, May is no verb, ten is no time."""
    text = sentence.text
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return False
    token = sentence.parse.token_at(sentence.start + start)
    if token is not None and _names_a_thing(token, sentence.start + end):
        return False
    before = text[:start].rstrip().rsplit(" ", 1)[-1].lower().strip('(,“"')
    if rule == "year":
        if token is None or token.text != match.group("y"):
            return False
        if re.match(r"[- ]years?\b", text[end:]) or before in _NUMBERED:
            return False
        after = sentence.parse.token_at(sentence.start + end + 1)
        is_counting = (
            token.dep == "nummod"
            and not (before in _DEFINITE and slot_of_noun(token.head.lemma) in (None, "incidents", "strikes"))
            and token.head.i > token.i
            and token.head.pos in ("NOUN", "PROPN")
            and token.head.tag in ("NNS", "NNPS")
        )
        if text[max(0, start - 1) : start] in ("$", "£", "€", "#") or before in (
            "no.",
            "number",
            "$",
            "least",
            "than",
            "about",
            "some",
            "nearly",
        ):
            return False
        return not is_counting and not (
            after is not None and after.lower in ("people", "m", "km", "metres", "meters", "feet", "%", "percent")
        )
    if rule == "month" and token is not None and token.dep == "compound" and token.head.tag == "NNP":
        return False  # April Dunmore
    if rule == "month":
        if match.group("m") in ("May", "March", "Mar.", "August") or len(match.group("m")) < 4:
            return before in _MONTH_WORDS or bool(re.match(r"[’']s? ", text[end:]))
        return True
    if rule == "clock":
        if match.group("noon"):
            return before in ("at", "by", "around", "until", "before", "after", "since", "from", "about", "past", "to")
        hour = int(match.group("h") or match.group("h2"))
        has_sign = match.group("ap") or match.group("ap2") or match.group("z") or match.group("z2")
        is_time = before in (
            "at",
            "by",
            "around",
            "until",
            "before",
            "after",
            "since",
            "from",
            "about",
            "and",
        ) and ":" in match.group(0)
        return hour <= 24 and bool(has_sign or is_time)
    if rule == "weekday" and (before in _RECURS or (before in ("a", "an") and not text[end:].startswith(" in "))):
        return False  # "every Friday", "on a Friday": no day of its own
    if rule == "weekday" and token is not None and token.dep == "compound" and token.head.pos == "PROPN":
        return token.head.lower in _PARTS  # "the Friday Herald" is no Friday
    if rule == "weekday":
        if (
            token is not None
            and match.group("w")[:3] in ("Sun", "Sat", "Mon", "Fri", "Wed")
            and match.group("w").endswith(".")
        ):
            return token.lower.strip(".") in ("sun", "sat", "mon", "fri", "wed")
        return True
    if rule == "years" and re.fullmatch(r"\d\d", match.group("y2")):
        return bool(re.search(r"\d ?[-–—/] ?\d", match.group(0)))
    if rule == "ago" and match.group("unit").lower() in ("second", "minute", "hour"):
        return match.group("dir").lower() == "ago"
    if rule == "ago" and match.group("dir").lower() in ("before", "prior"):
        return not re.match(r"\s*(?:the|a|it|he|she|they|\w+ing)\b", text[end:])
    if rule == "day_word" and match.group("word").lower() == "today" and re.match(r"['’]s", text[end:]):
        return True
    return True


def _names_a_thing(token: Token, end: int) -> bool:
    """Whether a day of a month is the name of what follows: "the March 23 Movement", "the 15 May Brigade"."""
    words = token.sent.parse.tokens_in(token.start, end)
    heads = (word.head for word in words if word.dep in ("compound", "nmod", "nummod"))
    named = next((head for head in heads if head.tag == "NNP" and head.start == end + 1), None)
    if named is None or not named.text[:1].isupper() or {"CD", "NNP"} - {word.tag for word in words}:
        return False  # a year names nothing: "the 2014 Games"
    return any(child.dep == "det" and child.i <= token.i for child in named.children)


def _looks_ahead(sentence: Sentence, offset: int) -> bool:
    """Whether the verb over this place is in the future."""
    token = sentence.parse.token_at(offset)
    if token is None:
        return False
    for above in token.ancestors:
        if above.pos not in ("VERB", "AUX"):
            continue
        auxiliaries = {child.lower for child in above.children if child.dep in ("aux", "auxpass")}
        if auxiliaries & {"will", "shall", "'ll", "’ll", "wo"}:
            return True
        if auxiliaries & _POSSIBLE and "have" not in auxiliaries and above.tag == "VB":
            return True
        if "to" in auxiliaries and above.head.lemma in _AHEAD_LEMMAS:
            return True
        if above.dep == "xcomp" and above.has_to and above.head.lemma == "be" and above.head.tag in ("VBZ", "VBP"):
            return True  # "is to visit the river on Sunday"
        if above.lemma in ("schedule", "expect", "due", "slate") and above.tag == "VBN":
            return True
        if above.tag in ("VBZ", "VBP") and not auxiliaries and above.lemma in _SCHEDULED:
            return True
        if above.tag in _PAST_TAGS or auxiliaries & {"has", "have", "had", "was", "were"}:
            return False
        if above.tag == "VBG" and auxiliaries & {"is", "are"} and "be" not in auxiliaries:
            return above.lemma in (
                "meet",
                "visit",
                "hold",
                "go",
                "come",
                "leave",
                "arrive",
                "travel",
                "host",
                "begin",
                "start",
            )
    return False


def _partial(rule: str, match: re.Match[str]) -> str | None:
    """Month and day of an unknown year, as EDTF writes it; None for every other rule."""
    if rule != "day_month":
        return None
    month = month_number(match.group("m1") or match.group("m2"))
    day = int(match.group("d1") or match.group("d2"))
    return f"XXXX-{month:02}-{day:02}" if 1 <= day <= 31 else None
