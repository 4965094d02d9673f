"""When, as written and resolved: the step `moments`.

Days are counted from the day the report was published, never from today. A bare weekday is the latest one not after
that day, the day itself included, unless its verb looks ahead. What has no calendar value says why.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.analysers.calendar import (
    MONTHS,
    WEEKDAYS,
    Days,
    month_end,
    month_of,
    nearest_year,
    number,
    shifted_months,
    week_of,
    weekday_after,
    weekday_before,
    year_of,
)
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Sentence
from variorum.crisis import Crisis
from variorum.model.marks import Moment
from variorum.model.reports import Report

_M = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
_D = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_Y = r"(?P<{0}>1[0-9]\d\d|20\d\d)"
_N = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|a couple of|a couple|a dozen)"
)
_PART = r"(?:morning|afternoon|evening|night)"
_CLOCK = (
    r"(?:at )?(?P<h>\d{1,2})[:.](?P<mi>[0-5]\d)(?P<s>:[0-5]\d)?(?: ?(?P<ap>[ap]\.?m\b\.?))?"
    r"|(?P<h2>\d{1,2}) ?(?P<ap2>[ap]\.?m\b\.?)|(?P<noon>noon|midnight)"
)


PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<mo>\d{2})-(?P<d>\d{2})(?:T(?P<hm>\d{2}:\d{2}))?"),
    (
        "days_month",
        rf"(?:from )?{_D.format('d1')} ?(?:-|–|—|to|and) ?{_D.format('d2')} (?:of )?{_M.format('m')}(?:,? {_Y.format('y')})?",
    ),
    (
        "month_days",
        rf"(?:from )?{_M.format('m')} {_D.format('d1')} ?(?:-|–|—|to) ?{_D.format('d2')}(?:,? {_Y.format('y')})?(?!\d)",
    ),
    (
        "day_to_day",
        rf"(?:from |between )?(?:{_M.format('m1')} {_D.format('d1')}|{_D.format('d3')} {_M.format('m3')})(?:,? {_Y.format('y1')})? ?(?:-|–|—|to|and|until) ?(?:{_M.format('m2')} {_D.format('d2')}|{_D.format('d4')} {_M.format('m4')})(?:,? {_Y.format('y2')})?(?!\d)",
    ),
    (
        "full",
        rf"(?:(?:{_W}),? (?:the )?)?(?:{_M.format('m1')} {_D.format('d1')},? {_Y.format('y1')}|(?:the )?{_D.format('d2')} (?:of )?{_M.format('m2')},? {_Y.format('y2')})(?!\d)",
    ),
    ("slashed", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})"),
    (
        "months_year",
        rf"(?:from |between )?{_M.format('m1')}(?: {_Y.format('y1')})? ?(?:-|–|—|to|and|until) ?{_M.format('m2')},? {_Y.format('y2')}",
    ),
    (
        "day_month",
        rf"(?:(?:{_W}),? (?:the )?)?(?:{_M.format('m1')} {_D.format('d1')}(?![\d,]*\d)|(?:the )?{_D.format('d2')} (?:of )?{_M.format('m2')})(?! \d{{4}})",
    ),
    (
        "month_year",
        rf"(?:(?P<edge>early|mid|late|the (?:beginning|start|end) of)[ -])?{_M.format('m')},? (?:of )?{_Y.format('y')}",
    ),
    (
        "end_of",
        r"(?:(?P<edge>the (?:end|beginning|start|middle)|early|late|mid)[ -](?:of )?)(?P<which>this|the|next|last)? ?(?P<unit>week|month|year|decade)\b",
    ),
    ("which_month", rf"(?P<which>last|this|next|this past|this coming) {_M.format('m')}\b"),
    ("part_month", rf"(?P<edge>early|mid|late)[ -](?:in )?{_M.format('m')}\b"),
    (
        "relative_unit",
        r"(?P<which>last|past|previous|this|the current|next|the coming|coming|the following|the previous|earlier this|later this|the past|the last|over the past|in the past) (?P<unit>week|month|year|weekend|decade|century|quarter)\b(?:'s|’s)?(?! (?:two|three|four|five|six|few|several|\d))",
    ),
    (
        "last_n",
        rf"(?:(?:in|over|during|within|for) )?the (?P<which>last|past|previous|next|coming) (?P<n>{_N}|few|several) (?P<unit>hour|day|week|month|year|decade)s?\b",
    ),
    (
        "ago",
        rf"(?:(?:about|around|some|nearly|almost|over|more than|just) )?(?P<n>{_N}) (?P<unit>second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s? (?P<dir>ago|earlier|later|before|afterwards?|from now|prior)\b",
    ),
    (
        "weekday",
        rf"(?:(?P<early>early|late|the early hours of|the morning of|the evening of|the night of) )?(?P<which>last|next|this|this past|this coming|the following|the previous)? ?(?P<w>{_W})(?: (?P<part>{_PART}))?",
    ),
    (
        "day_word",
        rf"(?P<word>today|yesterday|tomorrow|tonight|overnight|the day before yesterday|the day after tomorrow|last night|this (?:{_PART}))(?: (?P<part>{_PART}))?\b",
    ),
    (
        "other_day",
        r"(?P<word>(?:on )?the same day|(?:on )?the (?:next|following) day|the day (?:before|after)|the previous day|a day (?:earlier|later)|that (?:day|night|evening|morning|afternoon)|the (?:next|following) (?:morning|evening|night))\b",
    ),
    (
        "years",
        rf"(?:from |between )?{_Y.format('y1')} ?(?:-|–|—|to|(?<=between \d\d\d\d )and|until|through) ?(?P<y2>1[0-9]\d\d|20\d\d|\d\d)(?!\d|[,.]\d)",
    ),
    ("decade", r"(?:the )?(?:(?P<edge>early|mid|late)[ -])?(?P<y>1[0-9]\d0|20\d0)(?:'|’)?s\b"),
    ("century", r"(?:the )?(?:(?P<edge>early|mid|late)[ -])?(?P<c>\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b"),
    ("part_year", rf"(?P<edge>early|mid|late|the (?:beginning|start|end) of)[ -](?:in )?{_Y.format('y')}"),
    ("season", rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter) (?:of )?{_Y.format('y')}"),
    ("which_season", r"(?P<which>last|this|next) (?P<season>spring|summer|autumn|fall|winter)\b"),
    ("year", _Y.format("y") + r"(?![\d,.:/-]\d|\d|%)"),
    (
        "recent",
        r"in (?:the )?(?:recent|past|coming|last few|past few|next few|the coming) (?:hours|days|weeks|months|years|decades)\b",
    ),
    ("month", rf"{_M.format('m')}(?!\w)(?! \d)"),
    ("clock", rf"(?:{_CLOCK})(?: (?P<z>GMT|UTC|local time|[A-Z]{{2,4}}T)\b)?(?: \((?P<z2>\d{{4}} GMT|GMT|UTC)\))?"),
)
"""Rule and what it looks like, in the order they are tried at one place; the longest of equals wins."""

_COMPILED = tuple(
    (
        name,
        re.compile(
            rf"(?<![\w-])(?:{pattern})",
            re.IGNORECASE
            if name
            not in (
                "month",
                "which_month",
                "weekday",
                "full",
                "day_month",
                "day_to_day",
                "month_year",
                "months_year",
                "days_month",
                "month_days",
                "part_month",
            )
            else 0,
        ),
    )
    for name, pattern in PATTERNS
)
_HINT = re.compile(
    r"\d|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Apr|Aug|Sep|Oct|Nov|Dec"
    r"|day\b|days\b|week|month|year|decade|centur|night|morning|evening|afternoon|noon|ago\b|tomorrow|recent|spring|summer|autumn|winter|hours|[MTWFS][a-z]{2,5}day",
    re.IGNORECASE,
)
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
SATURDAY = 5
_PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(frozen=True)
class _Context:
    """What a rule may look at."""

    anchor: date | None
    day: date | None
    """The last day named in the text before this place."""
    year: int | None
    """The year to fill in where there is no anchor: the only one the text names."""
    ahead: bool = False
    """The verb looks to the future."""


class MomentRules:
    """Analyser `moments.rules`."""

    name = "moments"
    version = "rules/1"
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
        for sentence in given.parse.sentences:
            for start, end, rule, match in matches(sentence.text):
                found = self._moment(report, sentence, (start, end, rule, match), _Context(anchor, day, year), why_not)
                if found is None:
                    continue
                if found.precision == 1 and found.earliest and rule != "clock":
                    day = _iso(found.earliest)
                yield found

    def _moment(
        self,
        report: Report,
        sentence: Sentence,
        hit: tuple[int, int, str, re.Match[str]],
        context: _Context,
        why_not: str,
    ) -> Moment | None:
        start, end, rule, match = hit
        if not _fits(rule, match, sentence, start, end):
            return None
        ahead = _looks_ahead(sentence, sentence.start + start)
        context = dataclasses.replace(context, ahead=ahead)
        try:
            days, clock, why, relative = RULES[rule](match, context)
        except (ValueError, OverflowError):
            return None  # 31 June, the year 0: not a date
        span = sentence.parse.span(sentence.start + start, sentence.start + end)
        value, partial = (days.value, None) if days else (None, _partial(rule, match))
        if value is None and partial is not None:
            value, why = partial, "no year is given and the report has no day to count from"
        elif value is None and clock is None and relative and context.anchor is None and rule != "recent":
            why = why_not
        if value is None and clock is not None:
            value = None
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


def matches(text: str) -> list[tuple[int, int, str, re.Match[str]]]:
    """(start, end, rule, match) of expressions in a sentence, left to right, none overlapping."""
    if not _HINT.search(text):
        return []
    found: list[tuple[int, int, int, str, re.Match[str]]] = []
    for rank, (rule, pattern) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            start, end = _trimmed(rule, match)
            if end > start:
                found.append((start, -(end - start), rank, rule, match))
    found.sort(key=lambda item: item[:3])
    kept: list[tuple[int, int, str, re.Match[str]]] = []
    done = 0
    for start, minus, _, rule, match in found:
        if start >= done:
            kept.append((start, start - minus, rule, match))
            done = start - minus
    return kept


def _trimmed(rule: str, match: re.Match[str]) -> tuple[int, int]:
    """The extent without the preposition that only helped to find it and without a possessive."""
    words = match.group(0)
    lead = re.match(r"(?:from|between|in|over|during|within|for|at|on|about|around|some|just) ", words, re.IGNORECASE)
    start = match.start()
    if lead and rule not in ("recent", "ago"):
        start += lead.end()
    tail = re.search(r"(?:'s|’s)$", words)
    end = match.end() - (len(tail.group(0)) if tail else 0)
    while end > start and match.string[end - 1] == " ":
        end -= 1
    while end > start and match.string[start] == " ":
        start += 1
    return start, end


def _fits(rule: str, match: re.Match[str], sentence: Sentence, start: int, end: int) -> bool:
    """What only the surroundings tell: a year is no count, May is no verb, ten is no time."""
    text = sentence.text
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return False
    token = sentence.parse.token_at(sentence.start + start)
    before = text[:start].rstrip().rsplit(" ", 1)[-1].lower().strip('(,“"')
    if rule == "year":
        if token is None or token.text != match.group("y"):
            return False
        if re.match(r"[- ]years?\b", text[end:]):
            return False
        after = sentence.parse.token_at(sentence.start + end + 1)
        is_counting = (
            token.dep == "nummod"
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
    if rule == "month":
        if match.group("m") in ("May", "March", "Mar.", "August") or len(match.group("m")) < 4:
            return before in _MONTH_WORDS or bool(re.match(r"[’']s? ", text[end:]))
        return True
    if rule == "clock":
        if match.group("noon"):
            return before in ("at", "by", "around", "until", "before", "after", "since", "from")
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
        if "to" in auxiliaries and above.head.lemma in _AHEAD_LEMMAS:
            return True
        if above.lemma in ("schedule", "expect", "due", "slate") and above.tag == "VBN":
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
    month = _month(match.group("m1") or match.group("m2"))
    day = int(match.group("d1") or match.group("d2"))
    return f"XXXX-{month:02}-{day:02}" if 1 <= day <= 31 else None


def _month(name: str) -> int:
    return [month[:3] for month in MONTHS].index(name[:3].lower()) + 1


Resolved = tuple[Days | None, str | None, str, bool]
"""(days, clock, why, whether it was counted from another day)."""


def _stated(days: Days, why: str = "stated", clock: str | None = None) -> Resolved:
    return days, clock, why, False


def _counted(days: Days, why: str, clock: str | None = None) -> Resolved:
    return days, clock, why, True


def _unknown(why: str) -> Resolved:
    return None, None, why, True


def _one(day: date) -> Days:
    return Days(day, day)


def _iso_rule(match: re.Match[str], context: _Context) -> Resolved:
    del context
    day = date(int(match["y"]), int(match["mo"]), int(match["d"]))
    return _stated(_one(day), clock=f"T{match['hm']}" if match["hm"] else None)


def _year_for(context: _Context, month: int, day: int) -> tuple[int | None, str]:
    if context.anchor is not None:
        year = nearest_year(context.anchor, month, day)
        return year, "the year that lies nearest to the report's day"
    return context.year, "the only year the text names"


def _day_in_year(context: _Context, month: int, day: int) -> Resolved:
    year, why = _year_for(context, month, day)
    if year is None:
        date(2024, month, day)  # refuses 31 June
        return _unknown("no year is given")
    return _counted(_one(date(year, month, day)), why)


def _days_month(match: re.Match[str], context: _Context) -> Resolved:
    month, first, last = _month(match["m"]), int(match["d1"]), int(match["d2"])
    if match["y"]:
        return _stated(Days(date(int(match["y"]), month, first), date(int(match["y"]), month, last)))
    year, why = _year_for(context, month, first)
    return (
        _counted(Days(date(year, month, first), date(year, month, last)), why) if year else _unknown("no year is given")
    )


def _day_to_day(match: re.Match[str], context: _Context) -> Resolved:
    months = (_month(match["m1"] or match["m3"]), _month(match["m2"] or match["m4"]))
    days = (int(match["d1"] or match["d3"]), int(match["d2"] or match["d4"]))
    last_year = int(match["y2"]) if match["y2"] else None
    why = "stated"
    if last_year is None:
        last_year, why = _year_for(context, months[1], days[1])
    if last_year is None:
        return _unknown("no year is given")
    first_year = int(match["y1"]) if match["y1"] else last_year - (months[0] > months[1])
    return Days(date(first_year, months[0], days[0]), date(last_year, months[1], days[1])), None, why, why != "stated"


def _full(match: re.Match[str], context: _Context) -> Resolved:
    del context
    year = int(match["y1"] or match["y2"])
    return _stated(_one(date(year, _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))))


def _slashed(match: re.Match[str], context: _Context) -> Resolved:
    del context
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        return _stated(_one(date(year, second, first)))
    if second > 12:
        return _stated(_one(date(year, first, second)))
    if first == second:
        return _stated(_one(date(year, first, second)))
    return None, None, "day and month cannot be told apart", False


def _months_year(match: re.Match[str], context: _Context) -> Resolved:
    del context
    last = month_of(int(match["y2"]), _month(match["m2"]))
    first_year = int(match["y1"] or match["y2"])
    return _stated(Days(month_of(first_year, _month(match["m1"])).first, last.last))


def _day_month(match: re.Match[str], context: _Context) -> Resolved:
    return _day_in_year(context, _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))


def _edge(days: Days, edge: str | None) -> Days:
    """The last or first day for "the end of", "the beginning of"; otherwise the whole stretch."""
    if edge and edge.lower().startswith(("the end", "end")):
        return Days(days.last, days.last)
    if edge and edge.lower().startswith(("the beginning", "the start")):
        return Days(days.first, days.first)
    return days


def _month_year(match: re.Match[str], context: _Context) -> Resolved:
    del context
    return _stated(month_of(int(match["y"]), _month(match["m"])))


def _unit_around(anchor: date, unit: str, step: int) -> Days:
    """The week, month, year ... so many steps from the one of the anchor."""
    if unit == "week":
        return week_of(anchor + timedelta(days=7 * step))
    if unit == "weekend":
        monday = week_of(anchor).first or anchor
        saturday = monday + timedelta(days=5)
        if step < 0 and anchor >= saturday:
            saturday -= timedelta(days=0 if anchor.weekday() >= 5 else 7)
        elif step < 0:
            saturday -= timedelta(days=7)
        elif step > 0:
            saturday += timedelta(days=7 * step if anchor.weekday() >= 5 else 0)
        return Days(saturday, saturday + timedelta(days=1))
    if unit == "month":
        day = shifted_months(anchor.replace(day=1), step)
        return Days(day, month_end(day))
    if unit == "quarter":
        first = shifted_months(date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1), 3 * step)
        return Days(first, month_end(shifted_months(first, 2)))
    width = {"year": 1, "decade": 10, "century": 100}[unit]
    start = anchor.year - anchor.year % width + step * width if width > 1 else anchor.year + step
    return year_of(start, start + width - 1)


def _step(which: str | None) -> int:
    plain = (which or "this").lower()
    if any(word in plain for word in ("last", "past", "previous")):
        return -1
    if any(word in plain for word in ("next", "coming", "following")):
        return 1
    return 0


def _end_of(match: re.Match[str], context: _Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    days = _unit_around(context.anchor, match["unit"].lower(), _step(match["which"]))
    return _counted(_edge(days, match["edge"]), "counted from the report's day")


def _which_month(match: re.Match[str], context: _Context) -> Resolved:
    anchor = context.anchor
    if anchor is None:
        return _unknown("no day to count from")
    month, which = _month(match["m"]), match["which"].lower()
    if "last" in which or "past" in which:
        year = anchor.year if month < anchor.month else anchor.year - 1
    elif "next" in which or "coming" in which:
        year = anchor.year if month > anchor.month else anchor.year + 1
    else:
        year = anchor.year
    return _counted(month_of(year, month), "counted from the report's day")


def _bare_month(match: re.Match[str], context: _Context) -> Resolved:
    anchor, month = context.anchor, _month(match["m"])
    if anchor is None:
        if context.year is None:
            return _unknown("no year is given")
        return _counted(month_of(context.year, month), "the only year the text names")
    if context.ahead:
        year = anchor.year if month >= anchor.month else anchor.year + 1
    else:
        year = anchor.year if month <= anchor.month else anchor.year - 1
    return _counted(month_of(year, month), "the latest such month" if not context.ahead else "the next such month")


def _relative_unit(match: re.Match[str], context: _Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    which, unit = match["which"].lower(), match["unit"].lower()
    if which in ("the past", "over the past", "in the past", "the last") and unit != "weekend":
        back = _back(context.anchor, 1, unit)
        return _counted(Days(back, context.anchor), "reaching back from the report's day")
    step = _step(which)
    if unit == "weekend" and step == 0 and not context.ahead and context.anchor.weekday() < SATURDAY:
        step = -1  # told as past on a weekday: the one that is over
    return _counted(_unit_around(context.anchor, unit, step), "counted from the report's day")


def _back(anchor: date, count: int, unit: str) -> date:
    if unit == "hour":
        return anchor - timedelta(days=max(1, round(count / 24)))
    if unit in ("day", "week"):
        return anchor - timedelta(days=count * (7 if unit == "week" else 1))
    return shifted_months(anchor, -count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])


def _last_n(match: re.Match[str], context: _Context) -> Resolved:
    count = number(match["n"].removesuffix(" of"))
    if count is None:
        return None, None, f"“{match['n']}” gives no number", False
    if context.anchor is None:
        return _unknown("no day to count from")
    unit = match["unit"].lower()
    if match["which"].lower() in ("next", "coming"):
        ahead = context.anchor + timedelta(days=count // 24) if unit == "hour" else _back(context.anchor, -count, unit)
        return _counted(Days(context.anchor, ahead), "reaching on from the report's day")
    if unit in ("year", "decade"):
        years = year_of(_back(context.anchor, count, unit).year, context.anchor.year)
        return _counted(years, "reaching back from the report's year")
    return _counted(Days(_back(context.anchor, count, unit), context.anchor), "reaching back from the report's day")


def _ago(match: re.Match[str], context: _Context) -> Resolved:
    count = number(match["n"].removesuffix(" of"))
    direction = match["dir"].lower()
    base = context.anchor if direction in ("ago", "from now") else context.day
    if count is None or base is None:
        return _unknown("no day to count from")
    unit = match["unit"].lower()
    unit = "century" if unit.startswith("centur") else unit
    sign = -1 if direction in ("later", "after", "afterward", "afterwards", "from now") else 1
    why = "counted from the report's day" if base is context.anchor else "counted from the day named before"
    if unit in ("second", "minute", "hour"):
        return _counted(_one(base - timedelta(days=sign * (count // 24 if unit == "hour" else 0))), why)
    day = _back(base, sign * count, unit)
    if unit in ("year", "decade", "century"):
        return _counted(year_of(day.year), why)
    if unit == "month":
        return _counted(month_of(day.year, day.month), why)
    return _counted(_one(day), why)


def _weekday_index(name: str) -> int:
    return [weekday[:3] for weekday in WEEKDAYS].index(name[:3].lower())


def _weekday(match: re.Match[str], context: _Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    weekday = _weekday_index(match["w"])
    which = (match["which"] or "").strip().lower()
    if "next" in which or "following" in which or "coming" in which or (context.ahead and "last" not in which):
        return _counted(_one(weekday_after(context.anchor, weekday)), "the next such weekday")
    strictly = "last" in which or "past" in which or "previous" in which
    return _counted(_one(weekday_before(context.anchor, weekday, strictly=strictly)), "the latest such weekday")


def _day_word(match: re.Match[str], context: _Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    word = match["word"].lower()
    if word == "overnight":
        return _counted(Days(context.anchor - timedelta(days=1), context.anchor), "the night to the report's day")
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }.get(word, 0)
    return _counted(_one(context.anchor + timedelta(days=shift)), "counted from the report's day")


def _other_day(match: re.Match[str], context: _Context) -> Resolved:
    if context.day is None:
        return _unknown("no day was named before")
    word = match["word"].lower()
    shift = 1 if any(part in word for part in ("next", "following", "after", "later")) else 0
    shift = -1 if any(part in word for part in ("before", "previous", "earlier")) else shift
    return _counted(_one(context.day + timedelta(days=shift)), "counted from the day named before")


def _years(match: re.Match[str], context: _Context) -> Resolved:
    del context
    first = int(match["y1"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    if not first <= last:
        raise ValueError("years that run backward")
    return _stated(year_of(first, last))


def _decade(match: re.Match[str], context: _Context) -> Resolved:
    del context
    return _stated(year_of(int(match["y"]), int(match["y"]) + 9))


def _century(match: re.Match[str], context: _Context) -> Resolved:
    del context
    century = int(match["c"])
    return _stated(year_of(100 * (century - 1) + 1, 100 * century))


def _part_year(match: re.Match[str], context: _Context) -> Resolved:
    del context
    return _stated(_edge(year_of(int(match["y"])), match["edge"]))


def _year(match: re.Match[str], context: _Context) -> Resolved:
    del context
    return _stated(year_of(int(match["y"])))


def _season(match: re.Match[str], context: _Context) -> Resolved:
    del context
    year = int(match["y"])
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["season"].lower()]
    start = date(year, first, 1)
    return _stated(Days(start, month_end(shifted_months(start, 2))))


def _which_season(match: re.Match[str], context: _Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    month = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["season"].lower()]
    start = date(context.anchor.year, month, 1)
    step = _step(match["which"])
    if step < 0 and month_end(shifted_months(start, 2)) >= context.anchor:
        start = shifted_months(start, -12)
    elif step > 0 and start <= context.anchor:
        start = shifted_months(start, 12)
    return _counted(Days(start, month_end(shifted_months(start, 2))), "counted from the report's day")


def _recent(match: re.Match[str], context: _Context) -> Resolved:
    del match, context
    return None, None, "too vague for the calendar", False


def _clock(match: re.Match[str], context: _Context) -> Resolved:
    if match["noon"]:
        clock = "T12:00" if match["noon"].lower() == "noon" else "T00:00"
    else:
        hour, minute = int(match["h"] or match["h2"]), int(match["mi"] or 0)
        half = (match["ap"] or match["ap2"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        if half.startswith("a") and hour == 12:
            hour = 0
        if hour > 24 or (half and hour > 23):
            raise ValueError("no such hour")
        clock = f"T{hour:02}:{minute:02}"
    del context
    return None, clock, "a time of day", False


RULES: dict[str, Callable[[re.Match[str], _Context], Resolved]] = {
    "iso": _iso_rule,
    "days_month": _days_month,
    "month_days": _days_month,
    "day_to_day": _day_to_day,
    "full": _full,
    "slashed": _slashed,
    "months_year": _months_year,
    "day_month": _day_month,
    "month_year": _month_year,
    "end_of": _end_of,
    "which_month": _which_month,
    "part_month": _bare_month,
    "relative_unit": _relative_unit,
    "last_n": _last_n,
    "ago": _ago,
    "weekday": _weekday,
    "day_word": _day_word,
    "other_day": _other_day,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "part_year": _part_year,
    "season": _season,
    "which_season": _which_season,
    "year": _year,
    "recent": _recent,
    "month": _bare_month,
    "clock": _clock,
}
"""Rule -> how its words come to days."""
