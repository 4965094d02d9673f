"""Bytes -> characters, and what was given up on the way."""

from __future__ import annotations

import codecs
import re

from variorum.errors import SourceError

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a media file"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
"""First bytes -> what it is."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.05
"""More controls than that among the first characters: no text."""
SAMPLE_BYTES = 100_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


def decode(data: bytes, place: str, *, declared: str = "") -> tuple[str, str, str]:
    """(text, encoding, what was given up; empty if nothing).

    The byte order mark of UTF-8 stays in the text, so that offsets count every character of the file.

    Args:
        data: the bytes.
        place: to show in errors.
        declared: the encoding that the container names; tried once UTF-8 has failed, before what the text declares.

    Raises:
        SourceError: if it is empty or no text.
    """
    if not data:
        raise SourceError("it is empty", place=place, next_step="Save the page again.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"it is {what}, not a text", place=place, next_step="Save the page as text or HTML.")
    text, encoding, note = _decoded(data, declared)
    sample = text[:SAMPLE_BYTES]
    if len(_CONTROLS.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise SourceError("it is binary, not a text", place=place, next_step="Save the page as text or HTML.")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise SourceError("it holds nothing but blanks", place=place, next_step="Save the page again.")
    return text, encoding, note


def _decoded(data: bytes, declared: str) -> tuple[str, str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with(data, encoding)
    head = data[:SAMPLE_BYTES]
    if b"\x00" in head:  # NULs are lawful UTF-8, but no text has them
        odd, even = head[1::2].count(0), head[0::2].count(0)
        if max(odd, even) > len(head) // 4:
            return _with(data, "utf-16-le" if odd > even else "utf-16-be")
        return data.decode("latin-1"), "latin-1", ""  # controls in it will show that it is no text
    if _codec(declared).startswith("iso2022"):  # seven bits, so lawful UTF-8 too
        return _with(data, _codec(declared))
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError as err:
        if err.start >= len(data) - 4 and err.reason == "unexpected end of data":
            return data[: err.start].decode("utf-8"), "utf-8", f"the last {len(data) - err.start} bytes are not whole"
    found = _CHARSET.search(data[:4096])
    for given in (declared, found.group(1).decode("ascii", "replace") if found else ""):
        name = _codec(given)
        if name and name != "utf-8":
            return _with(data, name)
    from charset_normalizer import from_bytes  # 60 ms, and only for files that are not UTF-8

    guess = from_bytes(head, threshold=0.3).best()
    text, name, note = _with(data, guess.encoding if guess else "cp1252")
    return text, name, "; ".join(filter(None, [f"no encoding is declared; read as {name}", note]))


def _codec(name: str) -> str:
    """The standard name of a text encoding; empty if there is none by that name."""
    try:
        found = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    return found.name if found is not None else ""


def _with(data: bytes, encoding: str) -> tuple[str, str, str]:
    try:
        return data.decode(encoding), encoding, ""
    except (UnicodeDecodeError, LookupError):
        text = data.decode(encoding if encoding.startswith("utf") else "cp1252", "replace")
        lost = text.count("\ufffd")
        return text, encoding, f"{lost} characters could not be read as {encoding}"
