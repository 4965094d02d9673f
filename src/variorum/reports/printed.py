"""Days and clocks as pages print them, in many languages and orders, and the words that stand before them.

Names of months are those of the Unicode CLDR (codes/data/months.tsv), the words before a day ours (imprint.tsv).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from variorum.codes import table

_NAME = r"[^\W\d_][^\s\d,;:|/()\[\].–—-]{1,14}"
_NUMBER = r"(?P<d>\d{1,2})"
_YEAR = r"(?P<y>(?:19|20)\d{2})"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|\.|-?го|ος|η)?"
_PATTERNS = (
    re.compile(r"(?<![\d.,/-])(?P<y>(?:19|20)\d{2})(?P<sep>[-/.])(?P<mm>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})\s*[年년]\s*(?P<mm>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})\.\s(?P<mm>\d{1,2})\.\s(?P<d>\d{1,2})(?!\d)"),
    re.compile(
        rf"(?<![\d.,:/-]){_NUMBER}{_ORDINAL}[\s.,/-]{{0,3}}(?:d[eio]\s|of\s|d[’'])?(?P<name>{_NAME}(?:\s(?!del?\s|of\s){_NAME})?)"
        rf"\.?[\s,./-]{{0,3}}(?:de\s|del\s|of\s)?{_YEAR}(?!\d)"
    ),
    re.compile(
        rf"(?P<name>(?<![^\W\d_]){_NAME})\.?\s{{1,2}}{_NUMBER}{_ORDINAL},?\s{{1,2}}(?:de\s|del\s)?{_YEAR}(?!\d)"
    ),
    re.compile(
        rf"(?<!\d){_YEAR}\.?\s(?:gada\s|m\.\s)?(?:(?P<d2>\d{{1,2}})\.\s)?(?P<name>{_NAME})(?:\s(?P<d>\d{{1,2}}))?(?![\d:])"
    ),
    re.compile(
        r"(?<![\d.,:/-])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y>(?:19|20)?\d{2})(?![\d:])"
    ),
)
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<h>[01]?\d|2[0-4])(?P<sep>[:.h])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?(?![\d.]\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s*(?:Uhr|hrs?|h\b)?\s*\(?(?P<zone>Z\b|(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|GMT|UTC)?",
    re.IGNORECASE,
)
CLOCK_WITHIN = 24
"""Characters between a day and its clock."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A day as printed."""

    day: date
    start: int
    end: int
    clock: str = ""
    """HH:MM or HH:MM:SS where one stands beside it, as printed: nothing is shifted."""
    zone: str = ""
    """UTC offset where one is printed."""


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """Name -> month: those of English and of the language, and of every other where no two disagree."""
    all_names: dict[str, set[int]] = {}
    own: dict[str, int] = {}
    for row in table("months"):
        for name in row["names"].split("|"):
            all_names.setdefault(name, set()).add(int(row["month"]))
            if row["language"] in ("en", language) and name:
                own.setdefault(name, int(row["month"]))
    return {name: min(months) for name, months in all_names.items() if len(months) == 1} | own


@lru_cache(maxsize=64)
def _before(kind: str, language: str = "") -> re.Pattern[str]:
    """The words of that kind: in every language, or in English and the one named."""
    rows = [
        row for row in table("imprint") if row["kind"] == kind and (not language or row["language"] in ("en", language))
    ]
    words = {word for row in rows for word in row["words"].split("|")}
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


def said_of(words: str, *, is_beside: bool = True) -> str:
    """What the words right before a day call it: `updated`, `published`, or empty.

    Args:
        words: those before the day.
        is_beside: whether they stand beside the headline, where a mere "Date:" is that of publication.
    """
    tail = words[-SAID_WITHIN:]
    kinds = ("published", "updated", "dated") if is_beside else ("published", "updated")
    found = {kind: [match.start() for match in _before(kind).finditer(tail)] for kind in kinds}
    last = max(((places[-1], kind) for kind, places in found.items() if places), default=(0, ""))
    return "published" if last[1] == "dated" else last[1]


SAID_WITHIN = 40


def after_by(words: str, language: str) -> str:
    """What follows the word for "by" at the head of a line, in English or that language; empty where it does not begin so."""
    match = _before("by", language or "en").match(words)
    return words[match.end() :].lstrip(" :–—-|\u00a0") if match else ""


def days(words: str, language: str = "", *, month_first: bool | None = None) -> tuple[Printed, ...]:
    """The days with their year that a line prints, in order.

    Args:
        words: the line.
        language: ISO 639-1 code, for names of months that mean another month elsewhere.
        month_first: whether 5/9/2031 is a day of May; None where that is not known: then it is no day.
    """
    if not any(char.isdigit() for char in words):
        return ()
    plain = _western_digits(words)
    found: list[Printed] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            day = _day(match, language, month_first=month_first)
            if day is not None:
                found.append(_with_clock(plain, day, match))
    return tuple(sorted(found, key=lambda item: item.start))


def _western_digits(words: str) -> str:
    """The same line, character for character, with digits 0 to 9."""
    if words.isascii():
        return words
    return "".join(str(unicodedata.digit(char, char)) if char.isdigit() else char for char in words)


def _day(match: re.Match[str], language: str, *, month_first: bool | None) -> date | None:
    groups = match.groupdict()
    if "a" in groups:
        return _of_numbers(match, language, month_first=month_first)
    month = int(groups["mm"]) if groups.get("mm") else _months(language).get(_plain(groups.get("name") or ""))
    number = groups.get("d") or groups.get("d2")
    if month is None and " " in (groups.get("name") or ""):
        return None
    return _date(int(groups["y"]), month, int(number)) if month and number else None


def _plain(name: str) -> str:
    return name.lower().strip(".'’")


def _of_numbers(match: re.Match[str], language: str, *, month_first: bool | None) -> date | None:
    one, two, year = int(match["a"]), int(match["b"]), int(match["y"])
    if year < 100:
        if match["sep"] == "-":
            return None
        year += 2000 if year < 70 else 1900
    if match["sep"] == "." or one > 12 or one == two:
        return _date(year, two, one)
    if two > 12:
        return _date(year, one, two)
    if month_first is None:
        month_first = None if language in ("", "en") else False
    if month_first is None:
        return None
    return _date(year, one, two) if month_first else _date(year, two, one)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _with_clock(words: str, day: date, match: re.Match[str]) -> Printed:
    after = words[match.end() : match.end() + CLOCK_WITHIN + 12]
    clock = _CLOCK.search(after)
    if clock is None or clock.start() > CLOCK_WITHIN or any(char.isdigit() for char in after[: clock.start()]):
        before = words[max(0, match.start() - CLOCK_WITHIN) : match.start()]
        clock = next(iter(reversed(list(_CLOCK.finditer(before)))), None)
    if clock is None:
        return Printed(day, match.start(), match.end())
    return Printed(day, match.start(), match.end(), _hour(clock), offset(clock["zone"] or ""))


def _hour(clock: re.Match[str]) -> str:
    hour = int(clock["h"])
    half = (clock["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = f":{clock['s']}" if clock["s"] else ""
    return f"{hour:02d}:{clock['m']}{seconds}" if hour < 24 else ""


def offset(zone: str) -> str:
    """`+05:30` of a stated zone (`Z`, `GMT`, `UTC+5:30`, `+0530`); empty for none and for abbreviations, which are ambiguous."""
    plain = zone.strip().upper().replace(" ", "")
    if plain in ("Z", "GMT", "UTC"):
        return "+00:00"
    match = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?", plain)
    if not match or int(match[2]) > 14:
        return ""
    return f"{match[1]}{int(match[2]):02d}:{match[3] or '00'}"
