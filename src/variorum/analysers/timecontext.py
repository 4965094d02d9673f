"""What a rule of time may look at, and the forms of its answer. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from variorum.analysers.calendar import (
    MONTHS,
    Days,
    nearest_year,
)


@dataclass(frozen=True)
class Context:
    """What a rule may look at."""

    anchor: date | None
    day: date | None
    """The last day named in the text before this place."""
    stretch: Days | None
    """The last days, month or year named in the text before this place."""
    year: int | None
    """The year to fill in where there is no anchor: the only one the text names."""
    ahead: bool = False
    """The verb looks to the future."""
    since: bool = False
    """It stands after "since": not after the report's day."""


Resolved = tuple[Days | None, str | None, str, bool]
"""(days, clock, why, whether it was counted from another day)."""


def stated(days: Days, why: str = "stated", clock: str | None = None) -> Resolved:
    """The days are given by the words."""
    return days, clock, why, False


def counted(days: Days, why: str, clock: str | None = None) -> Resolved:
    """The days were counted from another day."""
    return days, clock, why, True


def unknown(why: str) -> Resolved:
    """There are no days, and why."""
    return None, None, why, True


def one_day(day: date) -> Days:
    """A stretch of one day."""
    return Days(day, day)


SATURDAY = 5
"""As `date.weekday` counts."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its beginning."""
    return [month[:3] for month in MONTHS].index(name[:3].lower()) + 1


def year_for(context: Context, month: int, day: int) -> tuple[int | None, str]:
    """The year to fill in for a day of the year, with the reason; None if nothing gives one."""
    if context.anchor is not None:
        if context.since:
            is_over = (month, day) <= (context.anchor.month, context.anchor.day)
            return context.anchor.year - (not is_over), "the latest such day"
        year = nearest_year(context.anchor, month, day)
        return year, "the year that lies nearest to the report's day"
    return context.year, "the only year the text names"


def edge_of(days: Days, edge: str | None) -> Days:
    """The last or first day for "the end of", "the beginning of"; otherwise the whole stretch."""
    if edge and edge.lower().startswith(("the end", "end")):
        return Days(days.last, days.last)
    if edge and edge.lower().startswith(("the beginning", "the start")):
        return Days(days.first, days.first)
    return days
