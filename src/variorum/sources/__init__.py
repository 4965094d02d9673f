"""Bytes as they arrived -> one capture and its one text."""

from __future__ import annotations

from variorum import markup
from variorum.errors import SourceError
from variorum.model.reports import Capture, TextLayer
from variorum.sources.forms import KNOWN_FORMS, MAX_BYTES, is_report_form
from variorum.sources.textfile import TextFile
from variorum.sources.webpage import WebPage


def take(data: bytes, *, name: str, locator: str = "") -> tuple[Capture, TextLayer]:
    """The capture and the text of an input; what it is is read from its bytes, not from its name.

    Args:
        data: the bytes.
        name: to show in errors.
        locator: where it was taken from.

    Raises:
        SourceError: if it is empty, too large, or no text.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"it has {len(data) // 1_000_000} MB; the limit is {MAX_BYTES // 1_000_000}",
            place=name,
            next_step="Save the article alone, without what is around it.",
        )
    source: TextFile | WebPage = WebPage() if markup.looks_like_html(data) else TextFile()
    return source.take(data, name=name, locator=locator)


__all__ = ["KNOWN_FORMS", "MAX_BYTES", "is_report_form", "take"]
