"""What stands around a text (a feed's item, a mail's header, a record) -> the masthead, where the page itself is silent."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Any

from variorum.model.reports import Dated, Envelope, Found, Masthead, TextLayer


def filled(masthead: Masthead, envelope: Envelope, text: TextLayer) -> Masthead:
    """The masthead with what the envelope says in place of what is unknown or only inferred.

    Args:
        masthead: as the page gives it.
        envelope: what stood around the text.
        text: the text layer, to point at the words where they are printed too.
    """
    changes: dict[str, Any] = {}
    for name, value in (("title", envelope.title), ("outlet", envelope.outlet), ("byline", envelope.author)):
        known: Found = getattr(masthead, name)
        if value and (known.value is None or known.is_inferred):
            at = text.text.find(value)
            span = text.span(at, at + len(value)) if at >= 0 else None
            changes[name] = Found(value, envelope.where, span)
    for name, value in (
        ("published", envelope.published),
        ("updated", envelope.updated),
        ("page_clock", envelope.clock),
    ):
        dated: Dated = getattr(masthead, name)
        if value and (dated.value is None or dated.is_inferred):
            stated = instant(value, envelope.where)
            if stated.value is not None:
                changes[name] = stated
    return dataclasses.replace(masthead, **changes) if changes else masthead


def instant(words: str, how: str) -> Dated:
    """An ISO day or instant as a day that is known; unknown, with the reason, where it is none."""
    try:
        day = date.fromisoformat(words[:10])
    except ValueError:
        return Dated.unknown(f"{how} has a day that cannot be: {words[:40]}")
    if day.year < FIRST_YEAR:
        return Dated.unknown(f"{how} has a day that cannot be that of a web page: {words[:40]}")
    match = _CLOCK.match(words[10:])
    zone = (match["zone"] or "") if match else ""
    iso = day.isoformat()
    clock = match["clock"] if match else ""
    return Dated(iso, iso, iso, "day", how, zone="+00:00" if zone == "Z" else zone, clock=clock)


FIRST_YEAR = 1990
"""Clocks of servers and feeds that lost their time say 1970 or 1980."""
_CLOCK = re.compile(r"[T ](?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?P<zone>Z|[+-]\d{2}:\d{2})?$")
