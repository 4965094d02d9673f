"""Which form an input has: by its bytes once it is open, by its name while a folder is looked through."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from variorum import markup


class Form(StrEnum):
    """What the bytes are."""

    TEXT = "text"
    PAGE = "web page"
    MAIL = "mail or saved page (EML, MHTML)"
    PDF = "PDF"
    WORD = "word document (DOCX)"
    FEED = "feed (RSS, Atom)"
    ARCHIVE = "web archive (WARC)"
    RECORDS = "records (JSONL)"
    BUNDLE = "ZIP archive"
    PACKED = "gzip file"


KNOWN_FORMS = frozenset(
    {
        *(".txt", ".html", ".htm", ".xhtml"),
        *(".mhtml", ".mht", ".eml"),
        *(".pdf", ".docx"),
        *(".rss", ".atom", ".xml"),
        *(".warc", ".warc.gz", ".warc.zst"),
        *(".jsonl", ".ndjson"),
        *(".zip", ".txt.gz", ".html.gz", ".htm.gz"),
    }
)
"""Endings taken from a folder."""

MAX_BYTES = 20_000_000
"""Of one document. A saved page is a few hundred kilobytes; past this it is something else."""

SNIFF_BYTES = 8192

_NOTES = ("readme", "license", "licence", "copying", "changelog")
_HEADER = re.compile(rb"\s*(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n", re.ASCII)
_MAIL_FIELDS = re.compile(
    rb"^(mime-version|message-id|received|return-path|content-type|snapshot-content-location|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_ZSTD_SKIPPABLE = range(0x50, 0x60)


def form_of(head: bytes) -> Form:
    """The form that the first bytes show; text where they show none.

    Args:
        head: the first `SNIFF_BYTES` or more; fewer if the input is shorter.
    """
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"WARC/") or head[:4] == b"\x28\xb5\x2f\xfd":
        return Form.ARCHIVE
    if len(head) > 3 and head[0] in _ZSTD_SKIPPABLE and head[1:4] == b"\x2a\x4d\x18":
        return Form.ARCHIVE  # a zstd frame with the dictionary of the archive
    if head.startswith(b"\x1f\x8b"):
        return Form.PACKED
    if head.startswith(b"PK\x03\x04"):
        return Form.WORD if b"word/" in head or b"[Content_Types].xml" in head else Form.BUNDLE
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    if bare.startswith(b"{") and b'"' in bare:
        return Form.RECORDS
    if bare.startswith(b"<") and _FEED.search(head) and not re.match(rb"<!doctype\s+html|<html", bare, re.IGNORECASE):
        return Form.FEED
    if _is_mail(head):
        return Form.MAIL
    return Form.PAGE if markup.looks_like_html(head) else Form.TEXT


def _is_mail(head: bytes) -> bool:
    """Header lines up to an empty one, with a field that only mail programs and browsers write."""
    found = _HEADER.match(head[:SNIFF_BYTES] + b"\n\n" if len(head) >= SNIFF_BYTES else head)
    return found is not None and _MAIL_FIELDS.search(found.group()) is not None


def ending_of(name: str) -> str:
    """The ending that tells a form, lower case; both endings of a packed file (`.warc.gz`)."""
    endings = [ending.lower() for ending in PurePath(name).suffixes[-2:]]
    if endings and endings[-1] in {".gz", ".zst"}:
        return "".join(endings)
    return endings[-1] if endings else ""


def is_report_form(name: str) -> bool:
    """Whether a file of that name is taken from a folder; notes about the folder and dot-files never are."""
    base = PurePath(name).name.lower()
    return not base.startswith(".") and ending_of(base) in KNOWN_FORMS and not base.startswith(_NOTES)
