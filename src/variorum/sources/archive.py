"""Web archives (WARC, plain, gzip or zstd; CC-NEWS among them): one record after the other, in constant memory.

A page is kept as an archive of its one record, so that it can be read again when the large file is gone.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from variorum.errors import SourceError
from variorum.model.reports import Envelope, Taken
from variorum.model.troubles import NotTaken, Trouble
from variorum.sources.decoding import decode
from variorum.sources.forms import MAX_BYTES
from variorum.sources.member import Member
from variorum.sources.webpage import from_markup, from_words

MEDIA = "application/warc"
FORM = "warc/1"
MAX_HEADER = 65_536
MAX_RECORD = 1_000_000_000
"""Bytes that a record may say it has; a larger one would have to be unpacked to be skipped."""
_WORDS = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_PAGES = frozenset({"response", "resource", "conversion"})
"""Kinds of records that hold a page (WARC 1.1, 6)."""
OK = 200


def members(stream: BinaryIO, *, locator: str) -> Iterator[Member | NotTaken | Trouble]:
    """An archive of one record for each page in it, in its order; what is skipped is counted by its reason.

    A broken record ends the archive: where the next one begins can no longer be told. What came before it is kept.
    """
    skipped: Counter[str] = Counter()
    position = 0
    try:
        for record in _records(stream):
            position = record.stream_pos
            reason = _skipped(record)
            if record.content_length > MAX_RECORD:
                yield Trouble(
                    f"{locator}#{position}",
                    "reading the archive",
                    f"the record at byte {position} says that it has {record.content_length // 1_000_000} MB",
                    "The rest of the archive is not read; check the file.",
                )
                break
            if reason:
                skipped[reason] += 1
                continue
            address = record.headers.get("WARC-Target-URI", "").strip("<>") or str(position)
            yield Member(_whole(record), address, f"{locator}#{address}")
    except (OSError, ValueError, EOFError) as err:
        yield Trouble(
            f"{locator}#{position}",
            "reading the archive",
            f"it is broken after the record at byte {position}: {err}"[:300],
            "What came before it is kept; get the file again for the rest.",
        )
    for reason, count in sorted(skipped.items()):
        yield NotTaken(f"{locator}#{reason}", f"{count} {'record' if count == 1 else 'records'}: {reason}")


def _whole(record: Any) -> bytes:
    """The record as it stands in the archive, unpacked.

    Raises:
        EOFError: if the archive ends before the record does.
    """
    said = record.content_length
    record.freeze()
    if record.content_length < said:
        raise EOFError("it ends in the middle of the next record")
    kept = io.BytesIO()
    record.write(kept)
    return kept.getvalue()


def _records(stream: BinaryIO) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator  # 20 ms: only archives pay it

    return iter(ArchiveIterator(stream, parse_http=True, max_header_len=MAX_HEADER))


def _skipped(record: Any) -> str:
    """Why a record is not a page; empty if it is one."""
    kind = str(record.record_type)
    if kind == "revisit":
        return "revisit, the same page as before"
    if kind not in _PAGES:
        return f"{kind}, no page"
    if record.content_length > MAX_BYTES:
        return f"more than {MAX_BYTES // 1_000_000} MB"
    if kind == "response" and record.is_http:
        status = record.http_headers.status_code if record.http_headers is not None else None
        if status is not None and status != OK:
            return f"answer {status}, no page"
        media = (record.http_content_type or "").lower()
    else:
        media = record.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media and media not in _WORDS:
        return "neither HTML nor text"
    return ""


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture of one record and its text.

    Raises:
        SourceError: if it is no whole record, or its page has no words.
    """
    from fastwarc.warc import ArchiveIterator

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data), auto_decode="all", max_header_len=MAX_HEADER)), None)
        body = record.reader.read(MAX_BYTES + 1) if record is not None else b""
    except (OSError, ValueError, EOFError) as err:
        raise SourceError(
            f"it is no whole record: {err}"[:300], place=name, next_step="Get the archive again."
        ) from err
    if record is None:
        raise SourceError("it is no whole record", place=name, next_step="Get the archive again.")
    if len(body) > MAX_BYTES:
        raise SourceError(
            f"it unpacks to more than {MAX_BYTES // 1_000_000} MB", place=name, next_step="Save the article alone."
        )
    envelope = Envelope(
        "the archive's record",
        clock=record.headers.get("WARC-Date") or "",
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),
    )
    words, encoding, note = decode(body, name, declared=record.http_charset or "" if record.is_http else "")
    media = (record.http_content_type if record.is_http else record.headers.get("Content-Type", "")) or ""
    if media.startswith("text/plain"):
        return from_words(words, data, name=name, locator=locator, media=MEDIA, form=FORM, note=note, envelope=envelope)
    return from_markup(
        words,
        data,
        name=name,
        locator=locator,
        media=MEDIA,
        form=FORM,
        encoding=encoding,
        note=note,
        envelope=envelope,
    )
