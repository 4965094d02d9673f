"""How days, values and names are put into words, the same on every page."""

from __future__ import annotations

import re
from datetime import date

from variorum.model.entries import WEEKDAYS as WEEKDAY_NAMES
from variorum.model.entries import Figure, Party, When
from variorum.model.matters import Matter
from variorum.model.reports import Dated

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
INFERRED = "~"
"""Carried by everything that was inferred; the page can say how."""
NOT_STATED = "not stated"


def iso_day(value: str | None) -> date | None:
    """The day of an ISO or EDTF value that names one day, else None."""
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(T.*)?[~?]?", value or "")
    if not match:
        return None
    try:
        return date.fromisoformat(match.group(1))
    except ValueError:
        return None


def day_in_words(day: date, *, year: bool = True, weekday: bool = False) -> str:
    """`9 May 2025`, `Fri 9 May`; English names whatever the locale."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    words = f"{WEEKDAYS[day.weekday()]} {words}" if weekday else words
    return f"{words} {day.year}" if year else words


def edtf_in_words(value: str, *, year: bool = True, weekday: bool = False) -> str:
    """An EDTF value in words: `9 May 2025`, `May 2025`, `7 to 9 May 2025`, `before 2021`."""
    if "/" in value:
        first, last = value.split("/", 1)
        if first in ("..", ""):
            return f"until {edtf_in_words(last, year=year)}"
        if last in ("..", ""):
            return f"from {edtf_in_words(first, year=year)}"
        return f"{edtf_in_words(first, year=year)} to {edtf_in_words(last, year=year)}"
    day = iso_day(value)
    if day:
        return day_in_words(day, year=year, weekday=weekday)
    match = re.fullmatch(r"(\d{4})-(\d{2})[~?]?", value)
    if match and 1 <= int(match.group(2)) <= 12:
        return f"{MONTHS[int(match.group(2)) - 1]} {match.group(1)}"
    return value.rstrip("~?")


def when_in_words(when: When, *, year: bool = True, weekday: bool = False) -> str:
    """The day of a slot: the day, else its bounds, else the words as written, else `not stated`."""
    mark = INFERRED if when.is_inferred else ""
    if when.value:
        return edtf_in_words(when.value, year=year, weekday=weekday) + mark
    earliest, latest = iso_day(when.earliest), iso_day(when.latest)
    if earliest and latest:
        return f"{day_in_words(earliest, year=year)} to {day_in_words(latest, year=year)}{mark}"
    if latest:
        return f"by {day_in_words(latest, year=year)}{mark}"
    if earliest:
        return f"{day_in_words(earliest, year=year)} or after{mark}"
    if when.weekday is not None:
        return f"a {WEEKDAY_NAMES[when.weekday].title()}{INFERRED}"
    if when.span:
        return f"“{one_line(when.span.exact)}”"
    return NOT_STATED


def published_in_words(dated: Dated, *, with_clock: bool = False) -> str:
    """The day of a masthead, as the brief prints it; on request with the clock and zone that the page states."""
    mark = INFERRED if dated.is_inferred else ""
    if dated.value:
        zone = f" UTC{dated.zone}".removesuffix("+00:00") if dated.zone else ""
        clock = f", {dated.clock[:5]}{zone}" if with_clock and dated.clock else ""
        return edtf_in_words(dated.value) + mark + clock
    earliest = iso_day(dated.earliest)
    if earliest:
        return f"{NOT_STATED}; {day_in_words(earliest)} or after{INFERRED}"
    return NOT_STATED


def party_names(parties: tuple[Party, ...]) -> str:
    """Names joined for a cell, in the order of the text; empty if there are none."""
    names: list[str] = []
    for party in parties:
        if party.name not in names:
            names.append(party.name)
    return ", ".join(names)


def event_in_words(matter: Matter) -> str:
    """Title of an event, with those who tell it where no report tells it in its own voice: nobody is taken at his word."""
    tellers = [account for account in matter.accounts if account.stance != "denied"]
    names = list(dict.fromkeys(one_line(account.claimant) for account in tellers))
    denied = [one_line(account.claimant) for account in matter.accounts if account.stance == "denied"]
    told = f", told by {' and '.join(names)}" if names and "" not in names else ""
    return f"{matter.title}{told}" + (f", denied by {' and '.join(dict.fromkeys(denied))}" if denied else "")


def figure_in_words(figure: Figure) -> str:
    """The number as written, with what it counts; an interval is never printed as an integer."""
    words = figure.words.exact
    if figure.unit and figure.unit.exact not in words:
        words = f"{words} {figure.unit.exact}"
    return one_line(words)


def one_line(words: str) -> str:
    """Words with every run of blanks, line ends and control characters made one blank."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def shortened(words: str, width: int) -> str:
    """At most `width` characters on one line, cut at a blank and marked with an ellipsis."""
    words = one_line(words)
    if len(words) <= width:
        return words
    cut = words[: width - 1].rfind(" ")
    return words[: cut if cut > width // 2 else width - 1].rstrip(" ,;:") + "…"
