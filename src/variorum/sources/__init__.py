"""Files -> members -> one capture and its one text each."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from variorum.errors import SourceError
from variorum.model.reports import Taken
from variorum.model.troubles import NotTaken, Trouble
from variorum.sources import archive, bundle, feed, mail, pdf, records, textfile, webpage, word
from variorum.sources.forms import KNOWN_FORMS, MAX_BYTES, SNIFF_BYTES, Form, form_of, is_report_form
from variorum.sources.member import Member

MAX_NESTING = 3
"""Archives within archives: a mail in a ZIP with a packed page is as deep as people go."""

_TAKE = {
    Form.TEXT: textfile.take,
    Form.PAGE: webpage.take,
    Form.MAIL: mail.take,
    Form.PDF: pdf.take,
    Form.WORD: word.take,
    Form.FEED: feed.take,
    Form.ARCHIVE: archive.take,
    Form.RECORDS: records.take,
}
"""A document's form -> what reads it."""


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture and the text of one document; its form is read from its bytes, not from its name.

    Args:
        data: the bytes.
        name: to show in errors.
        locator: where it was taken from.

    Raises:
        SourceError: if it is empty, too large, or holds no words.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(len(data), name)
    source = _TAKE.get(_form(data))
    if source is None:
        raise SourceError("it holds other documents", place=name, next_step="Read it as a file of its own.")
    return source(data, name=name, locator=locator)


def members(stream: BinaryIO, *, name: str, locator: str, nesting: int = 0) -> Iterator[Member | NotTaken | Trouble]:
    """The documents of a file: itself, or what the container holds, each once, in its order.

    Args:
        stream: the open file, at its beginning; can be sought in.
        name: to show in errors.
        locator: where it lies.
        nesting: how many containers are around it.

    Raises:
        SourceError: if the file itself is broken, too large or no container; a broken member is a `Trouble`.
    """
    if nesting > MAX_NESTING:
        raise SourceError(f"archives within archives, {nesting} deep", place=name, next_step="Unpack it first.")
    head = stream.read(SNIFF_BYTES)
    stream.seek(0)
    form = _form(head)
    if form is Form.PACKED and _is_packed_archive(stream):
        form = Form.ARCHIVE
    if form is Form.ARCHIVE:
        yield from archive.members(stream, locator=locator)
    elif form is Form.RECORDS:
        yield from records.members(stream, name=name, locator=locator)
    elif form is Form.BUNDLE:
        for found in bundle.members(stream, name=name, locator=locator):
            yield from _within(found, nesting) if isinstance(found, Member) else (found,)
    elif form is Form.PACKED:
        data = bundle.unpacked(stream, name=name)
        yield from _within(Member(data, name.removesuffix(".gz"), locator), nesting)
    else:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _too_large(stream.seek(0, io.SEEK_END), name)
        if form is Form.FEED:
            yield from feed.members(data, name=name, locator=locator)
            return
        yield Member(data, name, locator)
        if form is Form.MAIL:
            for found in mail.attachments(data, name=name, locator=locator):
                if is_report_form(found.name):
                    yield from _within(found, nesting)
                else:
                    yield NotTaken(found.locator, "an attachment that is no report")


def _within(member: Member, nesting: int) -> Iterator[Member | NotTaken | Trouble]:
    """The documents of a member, which may be a container itself."""
    try:
        yield from members(io.BytesIO(member.data), name=member.name, locator=member.locator, nesting=nesting + 1)
    except SourceError as err:
        yield Trouble(member.locator, "taking in", err.reason, err.next_step)


def _form(head: bytes) -> Form:
    form = form_of(head)
    line = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if form is Form.RECORDS and (line[1] or len(head) < SNIFF_BYTES) and not records.is_record(line[0]):
        return Form.TEXT  # a text that opens with a brace
    return form


def _is_packed_archive(stream: BinaryIO) -> bool:
    """Whether the first bytes in a gzip file are those of a web archive."""
    start = zlib.decompressobj(wbits=31)
    try:
        head = start.decompress(stream.read(SNIFF_BYTES), 16)
    except zlib.error:
        head = b""
    stream.seek(0)
    return head.startswith(b"WARC/")


def _too_large(size: int, name: str) -> SourceError:
    return SourceError(
        f"it has {size // 1_000_000} MB; the limit is {MAX_BYTES // 1_000_000}",
        place=name,
        next_step="Save the article alone, without what is around it.",
    )


__all__ = ["KNOWN_FORMS", "MAX_BYTES", "Member", "Taken", "is_report_form", "members", "take"]
