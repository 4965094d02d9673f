"""What a person says of a report: settings of `crisis.toml`, then rulings, over what its page says."""

from __future__ import annotations

import calendar
import dataclasses
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from variorum.crisis import OutletSetting, ReportSetting
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


def of_outlet(report: Report, url: str, outlets: Iterable[OutletSetting]) -> Report:
    """The report with the outlet whose domain its page's address has, where the page names none but an address.

    Args:
        report: as read.
        url: the page's own address, empty where it has none.
        outlets: of `crisis.toml`.
    """
    known = report.masthead.outlet.value
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    for outlet in outlets:
        domains = {domain.casefold().removeprefix("www.") for domain in outlet.domains}
        if known is not None and known.casefold().removeprefix("www.") in domains:
            told_by = report.masthead.outlet
            found = Found(outlet.name, f"{told_by.how}; {TOLD} to be this outlet's", told_by.span)
        elif (
            known is None and report.part_of is None and any(host == own or host.endswith("." + own) for own in domains)
        ):
            found = Found(outlet.name, f"the page's address, {TOLD} to be this outlet's")
        else:
            continue
        return dataclasses.replace(report, masthead=dataclasses.replace(report.masthead, outlet=found))
    return report


def setting_for(report: Report, settings: Iterable[ReportSetting]) -> ReportSetting | None:
    """The setting that names this report's file, or None; the first where several do."""
    for setting in settings:
        if setting.file == report.name or report.name.endswith("/" + setting.file) or setting.file == report.id:
            return setting
    return None
