"""The days of a report: published, updated, and the day the page showed. A wrong day moves an event: better none.

In order: what the page's data state, where the page prints it or is news by its own word; elements and lines of the
imprint that say "published"; other days of the imprint; the dateline; the page's address. Days of menus, lists of other
articles, comments, copyright lines and of the text itself are never taken; the latter only bound the day from below.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from variorum.model.reports import Dated, Envelope, Line, LineLabel, TextLayer
from variorum.reports import envelopes, shapes
from variorum.reports.printed import Printed, days
from variorum.reports.shown import Candidate, Page, dated, shown_days

_AHEAD = re.compile(
    r"\b(?:will|would|plan|plans|planned|scheduled|due|until|by|before|expected|deadline|expires?)\b", re.IGNORECASE
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)|(?<=[/_.-])((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def days_of(page: Page, dateline: re.Match[str] | None, envelope: Envelope) -> tuple[Dated, Dated, Dated]:
    """(published, updated, the day the page itself showed)."""
    frame = page.frame
    ages = _ages(page)
    shown = sorted(shown_days(page), key=lambda item: (-item.weight, item.index))
    clock = _clock(page, shown, has_ages=bool(ages))
    shown = [item for item in shown if item.day != clock]
    published = _published(page, shown)
    updated = stated(page, page.data.updated, "the page's own data (modified)")
    changed = next((item.day for item in shown if item.said == "updated"), None)
    if not updated.value and changed:
        updated = changed
    if not published.value and dateline is not None and dateline["date"]:
        published = _from_dateline(page, dateline, [item.day.value or "" for item in shown])
    if not published.value:
        published = _from_address(page) or published
    if not published.value and updated.value and (changed or not page.is_markup or page.data.is_news):
        published = updated
    if not published.value and ages:
        published = _from_age(frame.text, ages[0], clock, envelope)
    if not published.value and not published.span and published.earliest is None:
        published = _bounded(page, published)
    if not updated.value:
        updated = Dated.unknown("the page does not say that it was updated")
    return published, updated, clock


def stated(page: Page, value: str, how: str) -> Dated:
    """A day or instant of the page's data: ISO, or in one of the forms that pages print."""
    if not value:
        return Dated.unknown("the page's own data has no day")
    found = days(re.sub(r"(?<=\d)T(?=\d)", " ", value), page.language, month_first=page.month_first)
    if not found and re.fullmatch(r"(?:19|20)\d{6}", value):
        found = days(f"{value[:4]}-{value[4:6]}-{value[6:]}")
    if not found:
        return Dated.unknown(f"the page's own data has a day that cannot be: {value[:40]}")
    if found[0].day.year < envelopes.FIRST_YEAR:
        return Dated.unknown(f"the page's own data has a day that cannot be that of a web page: {value[:40]}")
    return dated(found[0], how)


def _published(page: Page, shown: Sequence[Candidate]) -> Dated:
    told = stated(page, page.data.published, "the page's own data (published)")
    called = next((item for item in shown if item.said == "published"), None)
    plain = next((item for item in shown if item.said != "updated"), None)
    if told.value:
        other = _printed_instead(page, shown, told)
        if other is not None:
            return other
        if page.data.is_news or _is_printed(page, told):
            return told
        best = called or plain
        if best is not None:
            return best.day
        return Dated.unknown(
            f"the page's own data say {told.value}, but nothing beside the text prints a day: perhaps the page's, not the text's",
            earliest=told.value,
        )
    if called is not None:
        return called.day
    return plain.day if plain is not None else Dated.unknown("neither the page nor its data gives a day")


def _printed_instead(page: Page, shown: Sequence[Candidate], told: Dated) -> Dated | None:
    """The day that the imprint prints in place of the one that the data state; None where it prints that one, or none.

    A neighbour is the same instant by the paper's own zone, and days stay local. A day that the data call that of the
    last change is no other.
    """
    changed = stated(page, page.data.updated, "").value
    beside = [item.day for item in shown if item.said != "updated" and page.frame.zone(item.index) == "head"]
    if not beside:
        return None
    is_change = any(item.day.value == told.value for item in shown if item.said == "updated")
    if is_change and (beside[0].value or "") < (told.value or ""):
        return dataclasses.replace(beside[0], how=f"{beside[0].how}; the page's own data give that of its last change")
    if any(item.day.value == told.value for item in shown):
        return None
    if beside[0].value == changed:
        return told if page.data.is_news or (changed or "") < (told.value or "") else beside[0]
    if _is_next(beside[0], told):
        return dataclasses.replace(beside[0], how=f"{beside[0].how}; the page's own data give its neighbour")
    return None if _is_printed(page, told) else dataclasses.replace(beside[0], confidence=0.8)


def _is_next(one: Dated, other: Dated) -> bool:
    """Whether two days are neighbours."""
    days_apart = date.fromisoformat(one.value or "") - date.fromisoformat(other.value or "")
    return abs(days_apart.days) == 1


def _is_printed(page: Page, told: Dated) -> bool:
    """Whether the page prints that day, by another zone the one beside it, or that of the last change, near the article."""
    near = {stated(page, page.data.updated, "").value or told.value}
    if told.value:
        day = date.fromisoformat(told.value)
        near |= {(day + timedelta(days=k)).isoformat() for k in (-1, 0, 1)}
    lines = [k for k in range(len(page.frame.lines)) if page.frame.is_near(k)]
    if any(item.day.isoformat() in near for k in lines for item in page.printed(page.frame.words(k))):
        return True
    return any(mark.value[:10] in near for mark in page.marks if mark.shade not in ("related", "comment"))


def _everywhere(page: Page) -> Iterator[Printed]:
    for k in range(len(page.frame.lines)):
        words = page.frame.words(k)
        if any(char.isdigit() for char in words):
            yield from page.printed(words)


def _clock(page: Page, shown: Sequence[Candidate], *, has_ages: bool) -> Dated:
    """A day above the headline of a page without markup is that of its saving, where another day or an age follows."""
    title = page.frame.title
    if page.is_markup or title is None or not (has_ages or len(shown) > 1):
        return Dated.unknown("the page shows none")
    above = [item for item in shown if item.index < title]
    if not above:
        return Dated.unknown("the page shows none")
    return min(above, key=lambda item: item.index).day


def _ages(page: Page) -> list[tuple[Line, re.Match[str]]]:
    found = []
    for k, line in enumerate(page.frame.lines):
        if line.label is LineLabel.DATE and (page.frame.zone(k) or not page.is_markup):
            age = shapes.AGO.search(page.frame.words(k))
            if age and not page.printed(page.frame.words(k)):
                found.append((line, age))
    return found


def _from_address(page: Page) -> Dated | None:
    match = _IN_ADDRESS.search(page.address or page.data.url)
    if not match:
        return None
    year, month, number = (int(group) for group in match.groups() if group)
    try:
        iso = date(year, month, number).isoformat()
    except ValueError:
        return None
    return Dated(iso, iso, iso, "day", "the day in the page's address", is_inferred=True, confidence=0.8)


def _from_dateline(page: Page, dateline: re.Match[str], shown: Sequence[str]) -> Dated:
    text = page.frame.text
    words = dateline["date"]
    at = text.text.find(dateline.group(0)) + dateline.start("date")
    span = text.span(at, at + len(words))
    full = page.printed(words)
    years = {int(day[:4]) for day in shown if day} | {item.day.year for item in _everywhere(page)}
    is_inferred = not full
    if not full and len(years) == 1:
        (year,) = years
        full = page.printed(f"{words}, {year}") or page.printed(f"{words} {year}")
    if not full:
        return Dated(None, None, None, "unknown", f"the dateline says “{words}” without a year", span)
    how = "the dateline, its year from the only year the text names" if is_inferred else "the dateline"
    return dataclasses.replace(dated(full[0], how), span=span, is_inferred=is_inferred)


def _from_age(text: TextLayer, age: tuple[Line, re.Match[str]], clock: Dated, envelope: Envelope) -> Dated:
    """Counted back from the day the page shows, or from that of its saving; unknown where neither is known."""
    fetched = envelopes.instant(envelope.clock, envelope.where) if envelope.clock else Dated.unknown("")
    for day, where in ((clock.value, "the day the page shows"), (fetched.value, f"the day in {envelope.where}")):
        if day:
            return _counted_back(text, age, date.fromisoformat(day), where)
    words = age[1].group(0)
    at = age[0].start + age[1].start()
    why = f"the page says “{words}” and shows no day to count from"
    return Dated(None, None, None, "unknown", why, text.span(at, at + len(words)))


def _counted_back(text: TextLayer, age: tuple[Line, re.Match[str]], clock: date, where: str) -> Dated:
    line, match = age
    count = 1 if match["n"].lower() in ("a", "an") else int(match["n"])
    unit = match["unit"].lower()
    try:
        day = clock - timedelta(days=count * _UNIT_DAYS.get(unit, 0))
    except OverflowError:
        return Dated.unknown(f"“{match.group(0)}” counts back past the calendar")
    slack = {"week": 3, "month": 15, "year": 182}.get(unit, 1 if unit in ("hour", "hr") else 0)
    at = line.start + match.start()
    return Dated(
        day.isoformat() + "~",
        (day - timedelta(days=slack)).isoformat(),
        (day + timedelta(days=slack)).isoformat(),
        "approximate",
        f"“{match.group(0)}”, counted back from {where} ({clock.isoformat()})",
        text.span(at, at + len(match.group(0))),
        is_inferred=True,
    )


def _bounded(page: Page, unknown: Dated) -> Dated:
    """No day is stated; the latest day the text tells of as past bounds it from below."""
    latest: date | None = None
    for k, line in enumerate(page.frame.lines):
        if line.label not in (LineLabel.BODY, LineLabel.CAPTION, LineLabel.SUMMARY):
            continue
        words = page.frame.words(k)
        for item in page.printed(words):
            before = words[max(0, item.start - 60) : item.start]
            if not _AHEAD.search(before) and (latest is None or item.day > latest):
                latest = item.day
    if latest is None:
        return (
            unknown
            if "cannot be" in unknown.how
            else Dated.unknown("neither the page nor the text gives a day with its year")
        )
    return Dated.unknown(
        f"the page prints none; the text tells of {latest.isoformat()} as past", earliest=latest.isoformat()
    )
