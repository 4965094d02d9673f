"""How expressions of when come to days: one rule for each shape. Pure, and counted from the report's day only."""

from __future__ import annotations

import re
from collections.abc import Callable
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

SATURDAY = 5


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


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its beginning."""
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


def _iso_rule(match: re.Match[str], context: Context) -> Resolved:
    del context
    day = date(int(match["y"]), int(match["mo"]), int(match["d"]))
    return _stated(_one(day), clock=f"T{match['hm']}" if match["hm"] else None)


def _year_for(context: Context, month: int, day: int) -> tuple[int | None, str]:
    if context.anchor is not None:
        year = nearest_year(context.anchor, month, day)
        return year, "the year that lies nearest to the report's day"
    return context.year, "the only year the text names"


def _day_in_year(context: Context, month: int, day: int) -> Resolved:
    year, why = _year_for(context, month, day)
    if year is None:
        date(2024, month, day)  # refuses 31 June
        return _unknown("no year is given")
    return _counted(_one(date(year, month, day)), why)


def _days_month(match: re.Match[str], context: Context) -> Resolved:
    month, first, last = month_number(match["m"]), int(match["d1"]), int(match["d2"])
    if match["y"]:
        return _stated(Days(date(int(match["y"]), month, first), date(int(match["y"]), month, last)))
    year, why = _year_for(context, month, first)
    return (
        _counted(Days(date(year, month, first), date(year, month, last)), why) if year else _unknown("no year is given")
    )


def _day_to_day(match: re.Match[str], context: Context) -> Resolved:
    months = (month_number(match["m1"] or match["m3"]), month_number(match["m2"] or match["m4"]))
    days = (int(match["d1"] or match["d3"]), int(match["d2"] or match["d4"]))
    last_year = int(match["y2"]) if match["y2"] else None
    why = "stated"
    if last_year is None:
        last_year, why = _year_for(context, months[1], days[1])
    if last_year is None:
        return _unknown("no year is given")
    first_year = int(match["y1"]) if match["y1"] else last_year - (months[0] > months[1])
    return Days(date(first_year, months[0], days[0]), date(last_year, months[1], days[1])), None, why, why != "stated"


def _full(match: re.Match[str], context: Context) -> Resolved:
    del context
    year = int(match["y1"] or match["y2"])
    return _stated(_one(date(year, month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))))


def _slashed(match: re.Match[str], context: Context) -> Resolved:
    del context
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        return _stated(_one(date(year, second, first)))
    if second > 12:
        return _stated(_one(date(year, first, second)))
    if first == second:
        return _stated(_one(date(year, first, second)))
    return None, None, "day and month cannot be told apart", False


def _months_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    last = month_of(int(match["y2"]), month_number(match["m2"]))
    first_year = int(match["y1"] or match["y2"])
    return _stated(Days(month_of(first_year, month_number(match["m1"])).first, last.last))


def _day_month(match: re.Match[str], context: Context) -> Resolved:
    return _day_in_year(context, month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))


def _edge(days: Days, edge: str | None) -> Days:
    """The last or first day for "the end of", "the beginning of"; otherwise the whole stretch."""
    if edge and edge.lower().startswith(("the end", "end")):
        return Days(days.last, days.last)
    if edge and edge.lower().startswith(("the beginning", "the start")):
        return Days(days.first, days.first)
    return days


def _month_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    return _stated(month_of(int(match["y"]), month_number(match["m"])))


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


def _end_of(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    days = _unit_around(context.anchor, match["unit"].lower(), _step(match["which"]))
    return _counted(_edge(days, match["edge"]), "counted from the report's day")


def _which_month(match: re.Match[str], context: Context) -> Resolved:
    anchor = context.anchor
    if anchor is None:
        return _unknown("no day to count from")
    month, which = month_number(match["m"]), match["which"].lower()
    if "last" in which or "past" in which:
        year = anchor.year if month < anchor.month else anchor.year - 1
    elif "next" in which or "coming" in which:
        year = anchor.year if month > anchor.month else anchor.year + 1
    else:
        year = anchor.year
    return _counted(month_of(year, month), "counted from the report's day")


def _bare_month(match: re.Match[str], context: Context) -> Resolved:
    anchor, month = context.anchor, month_number(match["m"])
    if anchor is None:
        if context.year is None:
            return _unknown("no year is given")
        return _counted(month_of(context.year, month), "the only year the text names")
    if context.ahead:
        year = anchor.year if month >= anchor.month else anchor.year + 1
    else:
        year = anchor.year if month <= anchor.month else anchor.year - 1
    return _counted(month_of(year, month), "the latest such month" if not context.ahead else "the next such month")


def _relative_unit(match: re.Match[str], context: Context) -> Resolved:
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


def _last_n(match: re.Match[str], context: Context) -> Resolved:
    count = number(match["n"].removesuffix(" of"))
    if context.anchor is None:
        return _unknown("no day to count from")
    if count is None:
        return _recent(match, context)
    unit = match["unit"].lower()
    if match["which"].lower() in ("next", "coming"):
        ahead = context.anchor + timedelta(days=count // 24) if unit == "hour" else _back(context.anchor, -count, unit)
        return _counted(Days(context.anchor, ahead), "reaching on from the report's day")
    if unit in ("year", "decade"):
        years = year_of(_back(context.anchor, count, unit).year, context.anchor.year)
        return _counted(years, "reaching back from the report's year")
    return _counted(Days(_back(context.anchor, count, unit), context.anchor), "reaching back from the report's day")


def _ago(match: re.Match[str], context: Context) -> Resolved:
    count = number(match["n"].removesuffix(" of"))
    direction = match["dir"].lower()
    base = context.anchor if direction in ("ago", "from now") else context.day
    if count is None or base is None:
        return _unknown("no day was named before" if base is None else "no number is given")
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


def _weekday(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    weekday = _weekday_index(match["w"])
    which = (match["which"] or "").strip().lower()
    if "next" in which or "following" in which or "coming" in which or (context.ahead and "last" not in which):
        return _counted(_one(weekday_after(context.anchor, weekday)), "the next such weekday")
    strictly = "last" in which or "past" in which or "previous" in which
    return _counted(_one(weekday_before(context.anchor, weekday, strictly=strictly)), "the latest such weekday")


def _day_word(match: re.Match[str], context: Context) -> Resolved:
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


def _other_day(match: re.Match[str], context: Context) -> Resolved:
    if context.day is None:
        return _unknown("no day was named before")
    word = match["word"].lower()
    shift = 1 if any(part in word for part in ("next", "following", "after", "later")) else 0
    shift = -1 if any(part in word for part in ("before", "previous", "earlier")) else shift
    return _counted(_one(context.day + timedelta(days=shift)), "counted from the day named before")


def _years(match: re.Match[str], context: Context) -> Resolved:
    del context
    first = int(match["y1"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    if not first <= last:
        raise ValueError("years that run backward")
    return _stated(year_of(first, last))


def _decade(match: re.Match[str], context: Context) -> Resolved:
    del context
    return _stated(year_of(int(match["y"]), int(match["y"]) + 9))


def _century(match: re.Match[str], context: Context) -> Resolved:
    del context
    century = int(match["c"])
    return _stated(year_of(100 * (century - 1) + 1, 100 * century))


def _part_year(match: re.Match[str], context: Context) -> Resolved:
    del context
    return _stated(_edge(year_of(int(match["y"])), match["edge"]))


def _year(match: re.Match[str], context: Context) -> Resolved:
    del context
    return _stated(year_of(int(match["y"])))


def _season(match: re.Match[str], context: Context) -> Resolved:
    del context
    year = int(match["y"])
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["season"].lower()]
    start = date(year, first, 1)
    return _stated(Days(start, month_end(shifted_months(start, 2))))


def _which_season(match: re.Match[str], context: Context) -> Resolved:
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


def _recent(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    if _step(match["which"]) > 0:
        return _counted(Days(context.anchor, None), "from the report's day on; how far is not said")
    return _counted(Days(None, context.anchor), "up to the report's day; since when is not said")


def _weekdays(match: re.Match[str], context: Context) -> Resolved:
    if context.anchor is None:
        return _unknown("no day to count from")
    first, last = _weekday_index(match["w1"]), _weekday_index(match["w2"])
    length = timedelta(days=(last - first) % 7)
    if context.ahead:
        start = weekday_after(context.anchor, first)
        return _counted(Days(start, start + length), "the next such weekdays")
    end = weekday_before(context.anchor, last)
    return _counted(Days(end - length, end), "the latest such weekdays")


def _other_year(match: re.Match[str], context: Context) -> Resolved:
    named = context.stretch
    word = match["word"].lower()
    if named is None or named.first is None or named.last is None:
        return _unknown("no year or month was named before")
    shift = 1 if "following" in word or "next" in word else 0
    if "year" in word:
        if named.first.year != named.last.year:
            return _unknown("the years named before are several")
        return _counted(year_of(named.first.year + shift), "counted from the year named before")
    if (named.first.year, named.first.month) != (named.last.year, named.last.month):
        return _unknown("no month was named before")
    month = shifted_months(named.first.replace(day=1), shift)
    return _counted(month_of(month.year, month.month), "counted from the month named before")


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
    del context
    return None, clock, "a time of day", False


RULES: dict[str, Callable[[re.Match[str], Context], Resolved]] = {
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
    "weekdays": _weekdays,
    "other_year": _other_year,
    "month": _bare_month,
    "clock": _clock,
}
"""Rule -> how its words come to days."""
