"""Live pages: entries below one headline, each headed by its clock or age, each a dated item of its own."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from variorum.model.reports import Dated, Found, Genre, Line, LineLabel, Masthead, Report, TextLayer
from variorum.reports import shapes
from variorum.reports.rows import DAY, WORDS, Row, look

ENTRIES = 3
"""A page with fewer entries is none of these: two clocks stand on any page."""
FOLLOWED = 0.8
"""Share of the heads that must have running text below them before the next."""
IN_ORDER = 0.75
"""Share of the clocks that must follow each other in one direction, latest or earliest first."""
SIGNED = 0.5
"""Where so many heads stand below a line of one to three words, the page's readers speak: comments, not entries."""
HEAD_WORDS = 8
"""A line of the clock alone, with its zone, day and author, has no more."""

_CLOCK = re.compile(
    r"^\W*(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|^\W*(?P<hour2>1[0-2]|0?\d)\s?(?P<half2>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b\.?)?", re.IGNORECASE)
_MINUTES = {"sec": 0, "second": 0, "min": 1, "minute": 1, "hour": 60, "hr": 60, "day": 1440, "week": 10080}


def heads(page: Sequence[Row], told: Sequence[bool]) -> list[int]:
    """Places of the lines that head the entries of a live page; none where it is not one.

    Args:
        page: its lines.
        told: for each, whether it is text, as far as that can be known without the entries.
    """
    found = [k for k, row in enumerate(page) if k and is_head(row)]
    # What heads an entry has text below it: no teaser.
    found = [k for k, after in pairwise([*found, len(page)]) if any(told[k + 1 : after])]
    if len(found) < ENTRIES:
        return []
    signed = sum(1 <= page[k - 1].shape[WORDS] <= 3 and not page[k - 1].is_prose for k in found[1:])
    if signed >= SIGNED * (len(found) - 1):
        return []
    moments = [when for k in found if (when := moment(page[k].words)) is not None]
    down = sum(one >= other for one, other in pairwise(moments))
    up = sum(one <= other for one, other in pairwise(moments))
    if len(moments) < FOLLOWED * len(found) or max(down, up) < IN_ORDER * (len(moments) - 1):
        return []
    return found


def is_head(row: Row) -> bool:
    """Whether the line is a clock or an age, alone or before a short headline."""
    words = row.words.strip()
    if row.is_prose or row.shape[WORDS] > 2 * HEAD_WORDS:
        return False
    if _CLOCK.match(words):
        return True
    return row.shape[WORDS] <= HEAD_WORDS and row.shape[DAY] >= 0.5 and moment(words) is not None


def moment(words: str) -> float | None:
    """Minutes from any beginning, or minus the age in minutes; None if the line has no clock and no age."""
    age = shapes.AGO.search(words)
    if age:
        count = 1 if age["n"].lower() in ("a", "an") else int(age["n"])
        unit = age["unit"].lower()
        return -float(count * _MINUTES[unit]) if unit in _MINUTES else None
    dated = shapes.FULL_DATE.search(words)
    day = shapes.day_of(dated) if dated else None
    match = _CLOCK.match(words.strip()) or _DAY_FIRST.search(words)
    if not match:
        return None
    found = match.groupdict()
    hour = int(found["hour"] or found.get("hour2") or 0)
    half = (found["half"] or found.get("half2") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return float((day.toordinal() if day else 0) * 1440 + hour * 60 + int(found["minute"] or 0))


def is_entry(text: str, lines: Sequence[Line]) -> bool:
    """Whether a part of a page is an entry of a live page: it opens with its clock or age."""
    head = Row(lines[0].start, lines[0].end, text[lines[0].start : lines[0].end])
    if lines[0].label is not LineLabel.DATE:
        return False
    look(head)
    return is_head(head)


def item(report: Report, text: TextLayer, first: Report, head: Line | None = None) -> Report:
    """The report of one entry: a live item of the page's outlet, with its own day and never the page's.

    Args:
        report: as read from the entry's lines.
        text: its text layer.
        first: the page's first report, of whose page this is an entry.
        head: the line with its time; its first line if None.
    """
    head = head or report.lines[0]
    words = text.text[head.start : head.end].strip()
    at = text.text.index(words, head.start)
    span = text.span(at, at + len(words))
    masthead: Masthead = report.masthead
    outlet = masthead.outlet
    if outlet.value is None and first.masthead.outlet.value:
        outlet = dataclasses.replace(first.masthead.outlet, how="that of the page it is an entry of", is_inferred=True)
    return dataclasses.replace(
        report,
        masthead=dataclasses.replace(
            masthead,
            genre=Found(Genre.LIVE.value, "it is an entry of a live page, headed by its time", span),
            outlet=outlet,
            published=_day(masthead.published, text, head, first.masthead),
        ),
    )


def _day(published: Dated, text: TextLayer, head: Line, page: Masthead) -> Dated:
    """The day of an entry: as its head gives it, or counted back from the day that the page shows, or within its bounds.

    An entry is written between the publication and the last change of its page, where the page states both.
    """
    clock = page.page_clock
    if published.value is not None:
        return published
    words = text.text[head.start : head.end]
    age = shapes.AGO.search(words)
    match = age or _CLOCK.match(words.strip()) or _DAY_FIRST.search(words)
    told = match.group(0).strip() if match else words.strip()
    at = text.text.index(told, head.start)
    span = text.span(at, at + len(told))
    minutes = moment(words)
    if age and clock.value and minutes is not None:
        shown = date.fromisoformat(clock.value[:10])
        latest = shown - timedelta(days=int(-minutes) // 1440)
        earliest = latest - timedelta(days=1)
        how = f"“{told}”, counted back from the day the page shows ({shown.isoformat()})"
        return Dated(
            f"{latest.isoformat()}~",
            earliest.isoformat(),
            latest.isoformat(),
            "approximate",
            how,
            span,
            is_inferred=True,
        )
    how = f"the entry says “{told}” and gives no day"
    opened, changed = page.published, page.updated
    if not opened.value or not changed.value or opened.is_inferred or opened.value > changed.value:
        return dataclasses.replace(published, how=how, span=span)
    how += f"; its page was published on {opened.value} and last changed on {changed.value}"
    if opened.value == changed.value:
        return Dated(opened.value, opened.value, opened.value, "day", how, span, is_inferred=True)
    return Dated(None, opened.value, changed.value, "unknown", how, span, is_inferred=True)
