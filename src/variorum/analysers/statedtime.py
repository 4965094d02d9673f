"""Expressions that give their days themselves, or lack no more than the year. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from variorum.analysers.calendar import (
    Days,
    month_end,
    month_of,
    shifted_months,
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
    stated,
    unknown,
    year_for,
)


def _iso_rule(match: re.Match[str], context: Context) -> Resolved:
    del context
    day = date(int(match["y"]), int(match["mo"]), int(match["d"]))
    return stated(one_day(day), clock=f"T{match['hm']}" if match["hm"] else None)


def _day_in_year(context: Context, month: int, day: int) -> Resolved:
    year, why = year_for(context, month, day)
    if year is None:
        date(2024, month, day)  # refuses 31 June
        return unknown("no year is given")
    return counted(one_day(date(year, month, day)), why)


def _days_month(match: re.Match[str], context: Context) -> Resolved:
    month, first, last = month_number(match["m"]), int(match["d1"]), int(match["d2"])
    if match["y"]:
        return stated(Days(date(int(match["y"]), month, first), date(int(match["y"]), month, last)))
    year, why = year_for(context, month, first)
    return (
        counted(Days(date(year, month, first), date(year, month, last)), why) if year else unknown("no year is given")
    )


def _day_to_day(match: re.Match[str], context: Context) -> Resolved:
    months = (month_number(match["m1"] or match["m3"]), month_number(match["m2"] or match["m4"]))
    days = (int(match["d1"] or match["d3"]), int(match["d2"] or match["d4"]))
    last_year = int(match["y2"]) if match["y2"] else None
    why = "stated"
    if last_year is None:
        last_year, why = year_for(context, months[1], days[1])
    if last_year is None:
        return unknown("no year is given")
    first_year = int(match["y1"]) if match["y1"] else last_year - (months[0] > months[1])
    return Days(date(first_year, months[0], days[0]), date(last_year, months[1], days[1])), None, why, why != "stated"


def _full(match: re.Match[str], context: Context) -> Resolved:
    del context
    year = int(match["y1"] or match["y2"])
    return stated(one_day(date(year, month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))))


def _dotted(match: re.Match[str], context: Context) -> Resolved:
    del context
    return stated(one_day(date(int(match["y"]), int(match["mo"]), int(match["d"]))))


def _part_of_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    width = 6 if match["unit"].lower() == "half" else 3
    nth = _NTH[match["nth"].lower()] if match["nth"].lower() != "last" else 12 // width - 1
    if (nth + 1) * width > 12:
        raise ValueError("no such part of a year")
    first = date(int(match["y"]), nth * width + 1, 1)
    return stated(Days(first, month_end(shifted_months(first, width - 1))))


def _feast(match: re.Match[str], context: Context) -> Resolved:
    name = match["feast"].replace("’", "'")
    month, day = _FEASTS[name]
    if match["y"]:
        return stated(one_day(date(int(match["y"]), month, day)))
    return _day_in_year(context, month, day)


_FEASTS = {"New Year's Eve": (12, 31), "New Year's Day": (1, 1), "Christmas Eve": (12, 24), "Christmas Day": (12, 25)}


def _slashed(match: re.Match[str], context: Context) -> Resolved:
    del context
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        return stated(one_day(date(year, second, first)))
    if second > 12:
        return stated(one_day(date(year, first, second)))
    if first == second:
        return stated(one_day(date(year, first, second)))
    return None, None, "day and month cannot be told apart", False


def _months_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    last = month_of(int(match["y2"]), month_number(match["m2"]))
    first_year = int(match["y1"] or match["y2"])
    return stated(Days(month_of(first_year, month_number(match["m1"])).first, last.last))


def _day_month(match: re.Match[str], context: Context) -> Resolved:
    return _day_in_year(context, month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))


def _month_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    return stated(month_of(int(match["y"]), month_number(match["m"])))


def _week_of_month(match: re.Match[str], context: Context) -> Resolved:
    month = month_number(match["m"])
    year, why = (int(match["y"]), "stated") if match["y"] else year_for(context, month, 1)
    if year is None:
        return unknown("no year is given")
    days = month_of(year, month)
    if days.first is None or days.last is None:
        raise ValueError("a month without ends")
    if match["unit"].lower() == "weekend":
        saturdays = [days.first + timedelta(days=k) for k in range(days.last.day)]
        saturdays = [day for day in saturdays if day.weekday() == SATURDAY]
        first = saturdays[min(_NTH[match["nth"].lower()], len(saturdays) - 1)]
        found = Days(first, first + timedelta(days=1))
    elif match["nth"].lower() == "last":
        found = Days(days.last - timedelta(days=6), days.last)
    else:
        first = days.first + timedelta(days=7 * _NTH[match["nth"].lower()])
        found = Days(first, first + timedelta(days=6))
    return found, None, why, why != "stated"


_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 4}


def _years(match: re.Match[str], context: Context) -> Resolved:
    del context
    first = int(match["y1"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    if not first <= last:
        raise ValueError("years that run backward")
    return stated(year_of(first, last))


def _decade(match: re.Match[str], context: Context) -> Resolved:
    del context
    return stated(year_of(int(match["y"]), int(match["y"]) + 9))


def _century(match: re.Match[str], context: Context) -> Resolved:
    del context
    century = int(match["c"])
    return stated(year_of(100 * (century - 1) + 1, 100 * century))


def _part_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    return stated(edge_of(year_of(int(match["y"])), match["edge"]))


def _year(match: re.Match[str], context: Context) -> Resolved:
    del context
    return stated(year_of(int(match["y"])))


def _season(match: re.Match[str], context: Context) -> Resolved:
    del context
    year = int(match["y"])
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["season"].lower()]
    start = date(year, first, 1)
    return stated(Days(start, month_end(shifted_months(start, 2))))


def _clock(match: re.Match[str], context: Context) -> Resolved:
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
    zone = match["z"] or match["z2"] or ""
    if zone.upper() in ("GMT", "UTC"):
        clock += "Z"
    del context
    return None, clock, f"a time of day, {zone}" if zone else "a time of day, local", False


RULES: dict[str, Callable[[re.Match[str], Context], Resolved]] = {
    "iso": _iso_rule,
    "days_month": _days_month,
    "month_days": _days_month,
    "day_to_day": _day_to_day,
    "full": _full,
    "dotted": _dotted,
    "part_of_year": _part_of_year,
    "feast": _feast,
    "slashed": _slashed,
    "months_year": _months_year,
    "day_month": _day_month,
    "month_year": _month_year,
    "week_of_month": _week_of_month,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "part_year": _part_year,
    "season": _season,
    "year": _year,
    "clock": _clock,
}
"""Rule -> how its words come to days."""
