"""What a person says of a report: settings of `crisis.toml`, then rulings, over what its page says."""

from __future__ import annotations

import calendar
import dataclasses
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from variorum.crisis import ReportSetting
from variorum.errors import ConfigError
from variorum.model.reports import Dated, Found, Genre, Report

RULED = "ruled by a person"
TOLD = "said in crisis.toml"
_FORMS = {
    "day": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "month": re.compile(r"\d{4}-\d{2}"),
    "year": re.compile(r"\d{4}"),
}
FIELDS = ("title", "outlet", "byline", "dateline_place", "credit", "genre", "language", "published")
"""What can be said of a report."""


def told(report: Report, change: Mapping[str, Any], how: str) -> Report:
    """The report with these masthead values.

    Args:
        report: as read.
        change: field -> value; `published` is an ISO day, month or year.
        how: who said so.

    Raises:
        ConfigError: if a field is not one of `FIELDS` or a value cannot be.
    """
    fields: dict[str, Any] = {}
    for field, value in sorted(change.items()):
        name = field.removeprefix("masthead.").removesuffix(".value")
        if name not in FIELDS or not isinstance(value, str) or not value.strip():
            raise ConfigError(
                f"{field!r} cannot be said of a report",
                place=report.name or report.id,
                next_step=f"Fields: {', '.join(FIELDS)}; each a word or a day.",
            )
        if name == "published":
            fields[name] = _dated(value.strip(), how, report)
        elif name == "genre" and value not in {genre.value for genre in Genre}:
            raise ConfigError(
                f"{value!r} is no genre",
                place=report.name or report.id,
                next_step=f"One of: {', '.join(genre.value for genre in Genre)}.",
            )
        else:
            fields[name] = Found(value.strip(), how)
    return dataclasses.replace(report, masthead=dataclasses.replace(report.masthead, **fields))


def _dated(value: str, how: str, report: Report) -> Dated:
    for precision, form in _FORMS.items():
        if form.fullmatch(value):
            try:
                year, month, day = (int(part) for part in (value + "-01-01")[:10].split("-"))
                first = date(year, month, day).isoformat()
                last_day = calendar.monthrange(year, month)[1] if precision == "month" else day
            except ValueError:
                break
            last = {"day": first, "month": f"{value}-{last_day:02}", "year": f"{value}-12-31"}[precision]
            return Dated(value, first, last, precision, how)
    raise ConfigError(
        f"{value!r} is no day",
        place=report.name or report.id,
        next_step="Write it as 2025-05-08, 2025-05 or 2025.",
    )


def setting_for(report: Report, settings: Iterable[ReportSetting]) -> ReportSetting | None:
    """The setting that names this report's file, or None; the first where several do."""
    for setting in settings:
        if setting.file == report.name or report.name.endswith("/" + setting.file) or setting.file == report.id:
            return setting
    return None
