"""ZIP archives and gzip files: what they hold, bounded. Nothing is written to disk, so a name cannot lead anywhere."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from variorum.errors import SourceError
from variorum.model.troubles import NotTaken, Trouble
from variorum.sources.forms import KNOWN_FORMS, MAX_BYTES, is_report_form
from variorum.sources.member import Member

MAX_MEMBERS = 20_000
MAX_TOTAL = 2_000_000_000
"""Bytes that one archive may unpack to."""
MAX_RATIO = 200
"""Text packs to a tenth; a thousandth is made to do harm."""
SMALL = 100_000
"""Bytes: below that the ratio says nothing."""


def members(stream: BinaryIO, *, name: str, locator: str) -> Iterator[Member | NotTaken | Trouble]:
    """The documents in a ZIP archive in the order of their names, and what is not read.

    Raises:
        SourceError: if it is broken, or holds too many files.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = sorted((part for part in archive.infolist() if not part.is_dir()), key=lambda part: part.filename)
            if len(parts) > MAX_MEMBERS:
                raise SourceError(
                    f"it holds {len(parts)} files; the limit is {MAX_MEMBERS}",
                    place=name,
                    next_step="Unpack it and read the folder.",
                )
            left = MAX_TOTAL
            for part in parts:
                where = f"{locator}#{part.filename}"
                if not is_report_form(part.filename):
                    yield NotTaken(where, f"not one of {' '.join(sorted(KNOWN_FORMS))}, or a note about the folder")
                    continue
                try:
                    data = _unpacked(archive, part, min(MAX_BYTES, left))
                except SourceError as err:
                    yield Trouble(where, "unpacking", err.reason, err.next_step)
                    continue
                left -= len(data)
                yield Member(data, part.filename, where)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as err:
        raise SourceError(f"it is no whole ZIP archive: {err}", place=name, next_step="Pack it again.") from err


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> bytes:
    if part.flag_bits & 1:
        raise SourceError("it is locked with a password", next_step="Unpack it and read the file.")
    if part.file_size > SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1):
        raise SourceError("it unpacks to more than 200 times its size", next_step="Check where it came from.")
    try:
        with archive.open(part) as packed:
            data = packed.read(limit + 1)  # what the directory says of the size may be wrong
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as err:
        raise SourceError(f"it cannot be unpacked: {err}", next_step="Pack it again.") from err
    if len(data) > limit:
        raise SourceError(f"it unpacks to more than {limit // 1_000_000} MB", next_step="Save the article alone.")
    return data


def unpacked(stream: BinaryIO, *, name: str) -> bytes:
    """What a gzip file of one document holds.

    Raises:
        SourceError: if it is broken or unpacks to more than `MAX_BYTES`.
    """
    try:
        with gzip.open(stream) as packed:
            data = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as err:
        raise SourceError(f"it cannot be unpacked: {err}", place=name, next_step="Pack it again.") from err
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"it unpacks to more than {MAX_BYTES // 1_000_000} MB", place=name, next_step="Save the article alone."
        )
    return data
