"""Two texts without a record: what the second does to the figures and the day of the first. Pure; no parser is asked.

The relation of two intervals decides, as it decides where accounts stand (`standing.relation`): a value inside the claim's
supports it, one that excludes it refutes it, anything else leaves it open. Another thing counted, or another place of a
list, is unknown. Where the days differ, only what a count that never falls still shows is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from variorum.codes.numbers import Interval, interval
from variorum.collate.standing import relation

_HEDGES = (
    "no more than|no fewer than|more than|higher than|greater than|fewer than|lower than|less than|at least|at most"
    "|up to|under|over|above|below|nearly|almost|about|around|approximately|some"
)
_COUNT = re.compile(
    rf"(?<![\w.:/-])(?:(?P<hedge>{_HEDGES})\s+)?(?:a\s+total\s+of\s+)?"
    r"(?P<n>\d[\d,]*(?:\.\d+)?(?:\s+(?:million|billion|thousand|hundred))?"
    r"|(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|dozens|hundreds|thousands|several|no)\b))"
    r"(?![\d:]|\.\d|(?:st|nd|rd|th)\b|\s*-?\s*(?:year|month)s?-?\s*old\b|\s*:\s*\d|\s*[ap]\.?m\b)",
    re.IGNORECASE,
)
_HEDGE_WORDS = {
    "higher than": "more than",
    "greater than": "more than",
    "lower than": "less than",
    "no fewer than": "at least",
    "at most": "up to",
}
_DATE = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|(?P<m2>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?)\b(?:\s*,?\s*(?P<y>(?:19|20)\d{2}))?"
)
_MONTHS = "January February March April May June July August September October November December".split()
_KINDS = (
    ("dead", re.compile(r"die[ds]?|dead|deaths?|killed|fatal\w*|casualt\w+|lives|victims?|deceased")),
    ("recovered", re.compile(r"recover\w+|discharged")),
    ("tests", re.compile(r"tests?|samples?")),
    ("wounded", re.compile(r"wounded|injur\w+")),
    ("missing", re.compile(r"missing")),
    ("displaced", re.compile(r"displaced|evacuat\w+|refugees?")),
    ("detained", re.compile(r"detain\w+|arrest\w+")),
    ("in care", re.compile(r"hospitali[sz]\w+|quarantin\w+")),
    ("cases", re.compile(r"cases?|infect\w+|positive|contracted")),
)
"""What a count is of, by the nearest word that says so."""
_LISTED = frozenset(name for name, _ in _KINDS)
_WORD = re.compile(r"[A-Za-z]+|[.;,()]|\d[\d,.]*")
_REACH = 8
"""Words after a number, and before it, in which its kind is looked for."""
_REACH_CHARS, _SHORT = 120, 3
_STOPS = frozenset(".;,()")
_PEOPLE = frozenset("people persons person individuals have been were with than from total".split())
"""Words that tell nothing of what is counted."""
LEAP_YEAR = "2000-"
"""Days are compared without their years, 29 February among them."""
TOLD_ALIKE = 0.4
"""Share of a claim's weighty words in a text that tells it."""
_ENDINGS = ("ing", "ed", "es", "s")
_SMALL = frozenset(
    "that this with have from they will would their there about what when which been were also into than them".split()
) | frozenset(month.lower() for month in _MONTHS)
_PERCENT = re.compile(r"\s*(?:%|per ?cent\b)")
_PREPOSITIONS = frozenset(
    "in on at as of by from to after before since with and or for over when while during so".split()
)
"""After these a number has no noun of its own: what it counts stands before it."""
_OUT_OF = re.compile(r"\s*(?:out\s+of|of)\s+(?:the\s+)?[\d,]+")
_ITEM = re.compile(r"\s+in\s+(?:the\s+)?(?P<place>[A-Z][\w'’-]+)")
"""An item of a list by places: "4 in Pleven"."""
_BEFORE = re.compile(r"\b(?:before|prior to|until)\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|from)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class _Count:
    """A number with what it counts."""

    value: Interval
    kind: frozenset[str]
    place: str = ""
    """Of an item of a list by places, lower case; empty for any other."""
    day: str | None = None
    """`MM-DD` as of which it is told: the last day before it in its sentence, else the first after it there."""


def label(claim: str, report: str) -> str:
    """What a report's words do to a claim's figures: supports, refutes or unknown; no order of the figures matters."""
    theirs = _counts(report)
    when, days = _claimed_day(claim), [day for _, day in _days(report)]
    named = frozenset(_WORD.findall(claim.lower()))
    counts = _counts(claim)
    if not counts:
        return _told(claim, report, when, days)
    found = []
    for count in counts:
        rivals = [other for other in theirs if count.kind & other.kind and (not other.place or other.place in named)]
        listed = [other for other in rivals if other.place]
        found.append(_of_one(count.value, listed or rivals, when, days))
    if "refutes" in found:
        return "refutes"
    return "supports" if "supports" in found else "unknown"


def _told(claim: str, report: str, when: tuple[str, str] | None, days: Sequence[str]) -> str:
    """A claim without a figure: supported by a text that tells it in its own words, on its day if it names one."""
    wanted, theirs = _weighty(claim), _weighty(report)
    if not wanted or len(wanted & theirs) < TOLD_ALIKE * len(wanted):
        return "unknown"
    if when is None or any(_is_asked(*when, day) for day in days):
        return "supports"
    return "unknown"


def _weighty(text: str) -> frozenset[str]:
    """Its words of four letters and more, endings off, without months and small words."""
    found = set()
    for word in re.findall(r"[a-z]{4,}", text.lower()):
        if word not in _SMALL:
            ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > _SHORT), "")
            found.add(word.removesuffix(ending))
    return frozenset(found)


def _of_one(value: Interval, rivals: Sequence[_Count], when: tuple[str, str] | None, days: Sequence[str]) -> str:
    found = set()
    for rival in rivals:
        how = relation(rival.value, value)
        told = [rival.day] if rival.day is not None else list(days)
        if how in ("equal", "inside"):
            is_one = value.low == value.high and value.low is not None
            found.add("supports" if _follows(value, when, told) else "refutes" if is_one else "unknown")
        elif how == "apart":
            found.add("refutes" if _excludes(value, rival.value, when, told) else "unknown")
        else:
            found.add("unknown")
    if "supports" in found:
        return "supports"
    return "refutes" if found == {"refutes"} else "unknown"


def _follows(value: Interval, when: tuple[str, str] | None, days: Sequence[str]) -> bool:
    """Whether a value told on those days bears out the claim's on its day: that day, or as counts that never fall do."""
    if when is None or not days:
        return True
    how, day = when
    if any(_is_asked(how, day, other) for other in days):
        return True
    if value.high is None:  # "more than n": once true, always true
        return how != "before" and any(other <= day for other in days)
    if value.low == 0:  # "less than n": true at the end, true before
        return how != "after" and any(other >= day for other in days)
    return False


def _excludes(value: Interval, other: Interval, when: tuple[str, str] | None, days: Sequence[str]) -> bool:
    """Whether a value told on those days excludes the claim's on its day, for a count that never falls."""
    if when is None or not days:
        return True
    how, day = when
    if any(_is_asked(how, day, told) or _is_near(day, told) for told in days):
        return True
    is_above = value.high is not None and other.low is not None and other.low >= value.high
    if is_above:  # more than claimed on one day is more on every later one
        return how != "before" and any(told <= day for told in days)
    return how != "after" and any(told >= day for told in days)


def _is_near(day: str, other: str) -> bool:
    """Whether two days are one, or neighbours: counts are dated by the day they were made, or by that of the page."""
    first, second = (LEAP_YEAR + value for value in (day, other))
    try:
        return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= 1
    except ValueError:
        return False


def _is_asked(how: str, day: str, other: str) -> bool:
    return {"before": other < day, "after": other > day}.get(how, other == day)


def _counts(text: str) -> list[_Count]:
    """Each count whose kind the words near it tell."""
    days = _days(text)
    plain = _DATE.sub(lambda match: " " * len(match.group(0)), re.sub(r"(?<=\d) , (?=\d{3}\b)", ",", text))
    plain = re.sub(
        r"\b(?:19|20)\d\d\b|[A-Za-z] ?- ?\d+", lambda match: " " * len(match.group(0)), plain
    )  # years, names
    found = []
    for match in _COUNT.finditer(plain):
        hedge = (match["hedge"] or "").lower()
        value = interval(f"{_HEDGE_WORDS.get(hedge, hedge)} {match['n']}".strip())
        total = _OUT_OF.match(plain, match.end())
        kind = _kind(plain, match.start(), total.end() if total else match.end())
        if value is not None and kind:
            item = _ITEM.match(plain, match.end())
            place = item["place"].lower() if item and not hedge else ""
            if place and found and found[-1].place and not kind & _LISTED:
                kind = found[-1].kind  # the next item of one list
            found.append(_Count(value, kind, place, _day_of(text, match.start(), days)))
    return found


def _day_of(text: str, place: int, days: Sequence[tuple[int, str]]) -> str | None:
    start = max(text.rfind(". ", 0, place), text.rfind(" .", 0, place)) + 1
    ends = [end for end in (text.find(". ", place), text.find(" .", place)) if end >= 0]
    end = min(ends, default=len(text))
    before = [day for at, day in days if start <= at < place]
    after = [day for at, day in days if place <= at < end]
    return before[-1] if before else after[0] if after else None


def _kind(text: str, start: int, end: int) -> frozenset[str]:
    """What the number at `text[start:end]` counts, by the words after it, else before it; no listed kind: the words."""
    after, before = (
        _WORD.findall(text[end : end + _REACH_CHARS]),
        _WORD.findall(text[max(0, start - _REACH_CHARS) : start]),
    )
    if _PERCENT.match(text, end):
        return frozenset({"share"})
    own: list[str] = []
    for words in (after, before[::-1]):
        if own and after[0].lower() not in _PREPOSITIONS:
            break
        for word in words[:_REACH]:
            if word[0].isdigit() or word in _STOPS:
                break
            lower = word.lower()
            for kind, pattern in _KINDS:
                if pattern.fullmatch(lower):
                    return frozenset({kind})
            if words is after and len(lower) > _SHORT and lower not in _PEOPLE:
                own.append(lower.rstrip("s"))
    return frozenset(own)


def _days(text: str) -> list[tuple[int, str]]:
    """(where it stands, `MM-DD`) of each day in the text."""
    return [
        (match.start(), f"{_MONTHS.index(match['m1'] or match['m2']) + 1:02d}-{int(match['d1'] or match['d2']):02d}")
        for match in _DATE.finditer(text)
    ]


def _claimed_day(claim: str) -> tuple[str, str] | None:
    """(before, after or on; `MM-DD`) of the last day the claim names."""
    days = _days(claim)
    if not days:
        return None
    start, day = days[-1]
    lead = claim[max(0, start - 20) : start]
    return ("before" if _BEFORE.search(lead) else "after" if _AFTER.search(lead) else "on"), day
