"""Number words -> intervals, by the table of the vocabulary. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.model.marks import Bound

UNITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "k": 1_000,
    "m": 1_000_000,
}
VAGUE: dict[str, tuple[float, float | None]] = {
    "couple": (2, 2),
    "few": (3, 9),
    "several": (3, 9),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens": (20, 99),
    "many": (3, None),
    "numerous": (3, None),
    "multiple": (2, None),
    "both": (2, 2),
}
"""Words on the vocabulary's list and their like -> [low, high]."""
_NONE = frozenset({"none", "nobody", "no-one"})
_NUMBER = r"(?:\d{1,3}(?:[,\u00a0]\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"

AT_LEAST = (
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "not fewer than",
    "a minimum of",
    "upwards of",
    "as many as at least",
)
MORE_THAN = ("more than", "over", "in excess of", "above", "well over", "greater than", "exceeding")
AT_MOST = (
    "up to",
    "no more than",
    "not more than",
    "at most",
    "as many as",
    "as much as",
    "a maximum of",
    "fewer than",
    "less than",
    "under",
    "below",
)
NEARLY = ("nearly", "almost", "close to", "just under", "approaching")
ABOUT = (
    "about",
    "some",
    "around",
    "roughly",
    "approximately",
    "an estimated",
    "estimated",
    "circa",
    "reportedly about",
)
_OPEN_TOP = frozenset({"fewer than", "less than", "under", "below"})
QUALIFIERS = sorted((*AT_LEAST, *MORE_THAN, *AT_MOST, *NEARLY, *ABOUT), key=len, reverse=True)


LONGEST = 200
"""Characters of number words that are read; longer ones are no number anybody wrote."""
GREATEST = 1e15
"""Above this a number is a serial or a code, not a count."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds of a number in words; None is unknown."""

    low: float | None
    high: float | None
    is_low_open: bool = False
    is_high_open: bool = False
    bound: Bound = Bound.EXACT


def value_of(words: str) -> float | None:
    """The plain value of a number in digits or words ("four dozen", "1.5 million", "thirty-one"); None if it is none."""
    if len(words) > LONGEST:
        return None
    total, current, seen = 0.0, 0.0, False
    for part in re.findall(rf"{_NUMBER}|[a-z]+", words.lower().replace("-", " ")):
        if part[0].isdigit():
            current += float(part.replace(",", "").replace("\u00a0", ""))
            seen = True
        elif part in UNITS:
            current += UNITS[part]
            seen = True
        elif part in ("a", "an"):
            current = current or 0.0
        elif part in SCALES:
            scale = SCALES[part]
            current = (current or 1.0) * scale
            seen = True
            if scale >= 1_000:
                total, current = total + current, 0.0
        elif part != "and":
            return None
    return total + current if seen and total + current <= GREATEST else None


def interval(words: str) -> Interval | None:
    """The interval that number words come to, by the vocabulary's table; None if they hold no number.

    >>> interval("at least 20")
    Interval(low=20.0, high=None, is_low_open=False, is_high_open=False, bound=<Bound.AT_LEAST: 'at least'>)
    """
    if len(words) > LONGEST:
        return None
    plain = " ".join(words.lower().split())
    for qualifier in QUALIFIERS:
        if plain.startswith(qualifier + " "):
            inner = interval(plain[len(qualifier) :].strip().removeprefix("the "))
            return _qualified(inner, qualifier) if inner else None
    for ending in (" or more", " plus"):
        if plain.endswith(ending):
            inner = interval(plain.removesuffix(ending))
            return _qualified(inner, "at least") if inner else None
    if plain.endswith(" or so"):
        inner = interval(plain.removesuffix(" or so"))
        return _qualified(inner, "about") if inner else None
    for ending in (" or fewer", " or less"):
        if plain.endswith(ending):
            inner = interval(plain.removesuffix(ending))
            return _qualified(inner, "up to") if inner else None
    span = re.fullmatch(r"(?:between )?(.+?)(?: to | and |-|–|—| or )(.+)", plain)
    if span:
        first, last = value_of(span.group(1)), value_of(span.group(2))
        if (
            first is not None
            and last is not None
            and first < last
            and ("and" not in plain.split() or plain.startswith("between"))
        ):
            scale = span.group(2).split()[-1]
            is_shared = scale in SCALES and first < SCALES[scale] and span.group(1).split()[-1] not in SCALES
            if is_shared and first * SCALES[scale] < last:  # "two to three million", not "2 to million"
                first *= SCALES[scale]
            return Interval(first, last, bound=Bound.APPROXIMATE)
    last_word = plain.split()[-1] if plain.split() else ""
    for word in (plain.removeprefix("a ").removesuffix(" of"), last_word):
        if word in VAGUE:
            low, high = VAGUE[word]
            more = re.match(r"(?:tens|hundreds) of (thousands|millions)", plain)
            if more:
                factor = {"thousands": 1_000, "millions": 1_000_000}[more.group(1)] * (
                    10 if plain.startswith("tens") else 100
                )
                return Interval(2 * factor, 10 * factor - 1, bound=Bound.VAGUE)
            return Interval(low, high, bound=Bound.EXACT if word == "both" else Bound.VAGUE)
    if plain in _NONE:
        return Interval(0, 0)
    value = value_of(plain)
    return Interval(value, value) if value is not None else None


def _qualified(inner: Interval, qualifier: str) -> Interval:
    low, high = inner.low, inner.high
    if low is None:
        return inner
    if qualifier in AT_LEAST:
        return Interval(low, None, bound=Bound.AT_LEAST)
    if qualifier in MORE_THAN:
        return Interval(low, None, is_low_open=True, bound=Bound.AT_LEAST)
    if qualifier in AT_MOST:
        return Interval(0, high, is_high_open=qualifier in _OPEN_TOP, bound=Bound.AT_MOST)
    if qualifier in NEARLY:
        return Interval(round(0.9 * low, 6), high, is_high_open=True, bound=Bound.APPROXIMATE)
    return Interval(round(0.9 * low, 6), round(1.1 * high, 6) if high is not None else None, bound=Bound.APPROXIMATE)
