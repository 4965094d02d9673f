"""Lines of JSON, one report each: `url`, `outlet`, `title`, `author`, `published`, `updated`, and `text` or `html`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any, BinaryIO

import msgspec

from variorum.errors import SourceError
from variorum.model.reports import Envelope, Taken
from variorum.model.troubles import Trouble
from variorum.sources.forms import MAX_BYTES
from variorum.sources.member import Member
from variorum.sources.webpage import from_markup, from_words

MEDIA = "application/x-ndjson"
FORM = "record/1"
TOLD = 20
"""Broken lines that are told one by one; the rest are counted."""
_SURROGATES = re.compile("[\ud800-\udfff]")


class _Record(msgspec.Struct):
    """A line as users write it; other keys are theirs."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | list[str] | None = None
    published: str | None = None
    updated: str | None = None


def members(stream: BinaryIO, *, name: str, locator: str) -> Iterator[Member | Trouble]:
    """A member for each line that is not empty; a broken line is a trouble and costs itself only."""
    broken = 0
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield Trouble(
                f"{locator}#{number}",
                "taking in",
                f"the line has more than {MAX_BYTES // 1_000_000} MB",
                "Write one article a line.",
            )
            continue
        if not line.strip():
            continue
        try:
            record = _record(line, name)
        except SourceError as err:
            broken += 1
            if broken <= TOLD:
                yield Trouble(f"{locator}#{number}", "taking in", err.reason, err.next_step)
            continue
        yield Member(line.strip(), name, f"{locator}#{(record.url or '').strip() or number}")
    if broken > TOLD:
        yield Trouble(locator, "taking in", f"{broken - TOLD} more lines are no records", "See the lines above.")


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture of one line and its text: the title above the text, or the page in `html`.

    Raises:
        SourceError: if it is no record, or has neither text nor html.
    """
    record = _record(data, name)
    envelope = Envelope(
        "the record",
        title=_line(record.title),
        outlet=_line(record.outlet),
        author="; ".join(map(_line, record.author)) if isinstance(record.author, list) else _line(record.author),
        published=_line(record.published),
        updated=_line(record.updated),
        url=_line(record.url),
    )
    if record.html:
        source = _whole(record.html)
        is_article = "<body" not in source[:100_000].lower()
        if is_article:
            head = f"<h1>{escape(envelope.title)}</h1>" if envelope.title else ""
            source = f"<!DOCTYPE html><html><body><article>{head}{source}</article></body></html>"
        return from_markup(
            source,
            data,
            name=name,
            locator=locator,
            media=MEDIA,
            form=FORM,
            envelope=envelope,
            is_article=is_article,
        )
    text = _whole(record.text or "")
    has_title = not envelope.title or text.lstrip().startswith(envelope.title)
    words = text if has_title else f"{envelope.title}\n\n{text}"
    return from_words(
        words, data, name=name, locator=locator, media=MEDIA, form=FORM, envelope=envelope, is_article=True
    )


def is_record(line: bytes) -> bool:
    """Whether a line is an object in JSON."""
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (ValueError, RecursionError):
        return False


def _record(line: bytes, name: str) -> _Record:
    try:
        record = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=_Record)
    except (msgspec.MsgspecError, ValueError, RecursionError) as err:
        raise SourceError(
            f"it is no record: {err}"[:300], place=name, next_step='Write {"title": …, "text": …} on one line.'
        ) from err
    if not (record.text or "").strip() and not (record.html or "").strip():
        raise SourceError("it has neither text nor html", place=name, next_step="Give the article's words as `text`.")
    return record


def _whole(words: str) -> str:
    return _SURROGATES.sub("\ufffd", words).replace("\x00", " ")


def _line(value: Any) -> str:
    return " ".join(_whole(value).split())[:500] if isinstance(value, str) else ""
