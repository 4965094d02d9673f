"""Expressions that are counted from another day: the report's, or one named before. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from variorum.analysers.calendar import (
    WEEKDAYS,
    Days,
    month_end,
    month_of,
    number,
    shifted_months,
    week_of,
    weekday_after,
    weekday_before,
    year_of,
)
from variorum.analysers.timecontext import (
    SATURDAY,
    Context,
    Resolved,
    counted,
    edge_of,
    month_number,
    one_day,
    unknown,
)


def _end_of(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    days = _unit_around(context.anchor, match["unit"].lower(), _step(match["which"]))
    return counted(edge_of(days, match["edge"]), "counted from the report's day")


def _which_month(match: re.Match[str], context: Context) -> Resolved:
    anchor = context.anchor
    if anchor is None:
        return unknown("no day to count from")
    month, which = month_number(match["m"]), match["which"].lower()
    if "last" in which or "past" in which:
        year = anchor.year if month < anchor.month else anchor.year - 1
    elif "next" in which or "coming" in which:
        year = anchor.year if month > anchor.month else anchor.year + 1
    else:
        year = anchor.year
    return counted(month_of(year, month), "counted from the report's day")


def _bare_month(match: re.Match[str], context: Context) -> Resolved:
    anchor, month = context.anchor, month_number(match["m"])
    if anchor is None:
        if context.year is None:
            return unknown("no year is given")
        return counted(month_of(context.year, month), "the only year the text names")
    if context.ahead:
        year = anchor.year if month >= anchor.month else anchor.year + 1
    else:
        year = anchor.year if month <= anchor.month else anchor.year - 1
    return counted(month_of(year, month), "the latest such month" if not context.ahead else "the next such month")


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


def _relative_unit(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    which, unit = match["which"].lower(), match["unit"].lower()
    if which in ("the past", "over the past", "in the past", "the last") and unit != "weekend":
        back = _back(context.anchor, 1, unit)
        return counted(Days(back, context.anchor), "reaching back from the report's day")
    step = _step(which)
    if unit == "weekend" and step == 0 and not context.ahead and context.anchor.weekday() < SATURDAY:
        step = -1  # told as past on a weekday: the one that is over
    return counted(_unit_around(context.anchor, unit, step), "counted from the report's day")


def _back(anchor: date, count: int, unit: str) -> date:
    if unit == "hour":
        return anchor - timedelta(days=max(1, round(count / 24)))
    if unit in ("day", "week"):
        return anchor - timedelta(days=count * (7 if unit == "week" else 1))
    return shifted_months(anchor, -count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])


def _last_n(match: re.Match[str], context: Context) -> Resolved:
    count = number(match["n"].removesuffix(" of"))
    if context.anchor is None:
        return unknown("no day to count from")
    if count is None:
        return _recent(match, context)
    unit = match["unit"].lower()
    if match["which"].lower() in ("next", "coming"):
        ahead = context.anchor + timedelta(days=count // 24) if unit == "hour" else _back(context.anchor, -count, unit)
        return counted(Days(context.anchor, ahead), "reaching on from the report's day")
    if unit in ("year", "decade"):
        years = year_of(_back(context.anchor, count, unit).year, context.anchor.year)
        return counted(years, "reaching back from the report's year")
    return counted(Days(_back(context.anchor, count, unit), context.anchor), "reaching back from the report's day")


def _ago(match: re.Match[str], context: Context) -> Resolved:
    count = number(match["n"].removesuffix(" of"))
    direction = match["dir"].lower()
    base = context.anchor if direction in ("ago", "from now") else context.day
    if count is None or base is None:
        return unknown("no day was named before" if base is None else "no number is given")
    unit = match["unit"].lower()
    unit = "century" if unit.startswith("centur") else unit
    sign = -1 if direction in ("later", "after", "afterward", "afterwards", "from now") else 1
    why = "counted from the report's day" if base is context.anchor else "counted from the day named before"
    if unit in ("second", "minute", "hour"):
        return counted(one_day(base - timedelta(days=sign * (count // 24 if unit == "hour" else 0))), why)
    day = _back(base, sign * count, unit)
    if unit in ("year", "decade", "century"):
        return counted(year_of(day.year), why)
    if unit == "month":
        return counted(month_of(day.year, day.month), why)
    return counted(one_day(day), why)


def _weekday_index(name: str) -> int:
    return [weekday[:3] for weekday in WEEKDAYS].index(name[:3].lower())


def _weekday(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    weekday = _weekday_index(match["w"])
    which = (match["which"] or "").strip().lower()
    if which in ("the previous", "the following") and context.day is not None:
        if "previous" in which:
            day = weekday_before(context.day, weekday, strictly=True)
        else:
            day = weekday_after(context.day, weekday)
        return counted(one_day(day), "counted from the day named before")
    if which == "this":
        day = (week_of(context.anchor).first or context.anchor) + timedelta(days=weekday)
        return counted(one_day(day), "of the report's week")
    if "next" in which or "following" in which or "coming" in which or (context.ahead and "last" not in which):
        return counted(one_day(weekday_after(context.anchor, weekday)), "the next such weekday")
    strictly = "last" in which or "past" in which or "previous" in which
    return counted(one_day(weekday_before(context.anchor, weekday, strictly=strictly)), "the latest such weekday")


def _day_word(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    word = match["word"].lower()
    if word == "overnight":
        return counted(Days(context.anchor - timedelta(days=1), context.anchor), "the night to the report's day")
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }.get(word, 0)
    return counted(one_day(context.anchor + timedelta(days=shift)), "counted from the report's day")


def _other_day(match: re.Match[str], context: Context) -> Resolved:
    if context.day is None:
        return unknown("no day was named before")
    word = match["word"].lower()
    shift = 1 if any(part in word for part in ("next", "following", "after", "later")) else 0
    shift = -1 if any(part in word for part in ("before", "previous", "earlier")) else shift
    return counted(one_day(context.day + timedelta(days=shift)), "counted from the day named before")


def _which_season(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    month = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["season"].lower()]
    start = date(context.anchor.year, month, 1)
    step = _step(match["which"])
    if step < 0 and month_end(shifted_months(start, 2)) >= context.anchor:
        start = shifted_months(start, -12)
    elif step > 0 and start <= context.anchor:
        start = shifted_months(start, 12)
    return counted(Days(start, month_end(shifted_months(start, 2))), "counted from the report's day")


def _recent(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    if _step(match["which"]) > 0:
        return counted(Days(context.anchor, None), "from the report's day on; how far is not said")
    return counted(Days(None, context.anchor), "up to the report's day; since when is not said")


def _weekdays(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return unknown("no day to count from")
    first, last = _weekday_index(match["w1"]), _weekday_index(match["w2"])
    length = timedelta(days=(last - first) % 7)
    if context.ahead:
        start = weekday_after(context.anchor, first)
        return counted(Days(start, start + length), "the next such weekdays")
    end = weekday_before(context.anchor, last)
    return counted(Days(end - length, end), "the latest such weekdays")


def _other_year(match: re.Match[str], context: Context) -> Resolved:
    named = context.stretch
    word = match["word"].lower()
    if named is None or named.first is None or named.last is None:
        return unknown("no year or month was named before")
    shift = 1 if "following" in word or "next" in word else 0
    if "year" in word:
        if named.first.year != named.last.year:
            return unknown("the years named before are several")
        return counted(year_of(named.first.year + shift), "counted from the year named before")
    if (named.first.year, named.first.month) != (named.last.year, named.last.month):
        return unknown("no month was named before")
    month = shifted_months(named.first.replace(day=1), shift)
    return counted(month_of(month.year, month.month), "counted from the month named before")


def _nth_day(match: re.Match[str], context: Context) -> Resolved:
    del match, context
    return unknown("counted from an event whose first day is not given here")


def _ordinal_day(match: re.Match[str], context: Context) -> Resolved:
    anchor, number_of_day = context.anchor, int(match["d"])
    if anchor is None:
        return unknown("no day to count from")
    month = anchor.replace(day=1)
    if (number_of_day > anchor.day) != context.ahead and number_of_day != anchor.day:
        month = shifted_months(month, 1 if context.ahead else -1)
    return counted(one_day(month.replace(day=number_of_day)), "the nearest day of that number")


RULES: dict[str, Callable[[re.Match[str], Context], Resolved]] = {
    "end_of": _end_of,
    "nth_day": _nth_day,
    "ordinal_day": _ordinal_day,
    "which_month": _which_month,
    "part_month": _bare_month,
    "relative_unit": _relative_unit,
    "last_n": _last_n,
    "ago": _ago,
    "weekday": _weekday,
    "day_word": _day_word,
    "other_day": _other_day,
    "which_season": _which_season,
    "recent": _recent,
    "weekdays": _weekdays,
    "other_year": _other_year,
    "month": _bare_month,
}
"""Rule -> how its words come to days."""
