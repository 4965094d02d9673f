"""Days, weeks, months: the arithmetic behind `moments`. Weeks run Monday to Sunday. Pure."""

from __future__ import annotations

import calendar as standard
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    "a": 1,
    "an": 1,
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
    "couple": 2,
    "dozen": 12,
}


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days; an open end is None."""

    first: date | None
    last: date | None

    @property
    def value(self) -> str | None:
        """EDTF: a day, month or year where it is exactly that, else an interval; None if both ends are open."""
        first, last = self.first, self.last
        if first is None and last is None:
            return None
        if first is None or last is None:
            return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
        if first == last:
            return first.isoformat()
        if first.day == 1 and last == month_end(first):
            return f"{first:%Y-%m}"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            if first.year == last.year:
                return f"{first.year:04}"
            return f"{first.year:04}/{last.year:04}"
        if first.day == 1 and last == month_end(last):
            return f"{first:%Y-%m}/{last:%Y-%m}"
        return f"{first.isoformat()}/{last.isoformat()}"

    @property
    def precision(self) -> int:
        """UCDP date_prec, 1 to 5."""
        if self.first is None or self.last is None:
            return 5
        days = (self.last - self.first).days + 1
        return 1 if days == 1 else 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5


def month_end(day: date) -> date:
    """Last day of that month."""
    return day.replace(day=standard.monthrange(day.year, day.month)[1])


def month_of(year: int, month: int) -> Days:
    """The whole month."""
    first = date(year, month, 1)
    return Days(first, month_end(first))


def year_of(year: int, last: int | None = None) -> Days:
    """The whole year, or the years to `last`."""
    return Days(date(year, 1, 1), date(last or year, 12, 31))


def week_of(day: date) -> Days:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def shifted_months(day: date, months: int) -> date:
    """The same day so many months on, the month's last where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    month += 1
    return date(year, month, min(day.day, standard.monthrange(year, month)[1]))


def weekday_before(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest such weekday not after the anchor; `strictly` leaves the anchor day out."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if strictly else 0))


def weekday_after(anchor: date, weekday: int) -> date:
    """The first such weekday after the anchor."""
    ahead = (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=ahead or 7)


def nearest_year(anchor: date, month: int, day: int) -> int | None:
    """The year that puts this day nearest to the anchor; None if no year near has it."""
    best = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            distance = abs((date(year, month, day) - anchor).days)
        except ValueError:
            continue
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else None


def number(words: str) -> int | None:
    """A small number in digits or words; None if it is none."""
    plain = words.lower().strip().removeprefix("a ")
    if plain.isdigit() and len(plain) < 5:
        return int(plain)
    if plain in NUMBERS:
        return NUMBERS[plain]
    parts = plain.replace("-", " ").split()
    if len(parts) == 2 and all(part in NUMBERS for part in parts) and NUMBERS[parts[0]] >= 20:
        return NUMBERS[parts[0]] + NUMBERS[parts[1]]
    return None
