"""Mails (EML) and pages that a browser saved as one file (MHTML): both are MIME messages.

Read with the standard library's parser, which runs nothing and follows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from html import escape

from variorum.errors import SourceError
from variorum.model.reports import Envelope, Taken
from variorum.sources.decoding import decode
from variorum.sources.member import Member
from variorum.sources.webpage import from_markup, from_words

MEDIA_MAIL = "message/rfc822"
MEDIA_SAVED = "multipart/related"
FORM = "mime/1"
MAX_PARTS = 2000
"""A saved page has an image or a style sheet a part; past this something is being piled up."""
MAX_DEPTH = 20
"""Of messages within messages."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture and its text: the page's, or the mail's own words below its subject.

    Raises:
        SourceError: if it has no part with words, or is no whole message.
    """
    message = _message(data, name)
    parts = list(_parts(message, name))
    is_saved = message.get_content_type() == MEDIA_SAVED or "snapshot-content-location" in message
    envelope = _envelope(message, is_saved=is_saved)
    media = MEDIA_SAVED if is_saved else MEDIA_MAIL
    page = next((part for part in _root_first(message, parts) if part.get_content_type() in _PAGES), None)
    if page is not None:
        source, encoding, note = _decoded(page, name)
        if not is_saved and envelope.title:
            source = _under(envelope.title, source)
        return from_markup(
            source,
            data,
            name=name,
            locator=locator,
            media=media,
            form=FORM,
            encoding=encoding,
            note=note,
            envelope=envelope,
        )
    plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    if plain is None:
        raise SourceError("no part of it is text", place=name, next_step="Save the article as text or HTML.")
    words, _, note = _decoded(plain, name)
    body = _joined(words, is_flowed=plain.get_param("format") == "flowed")
    whole = f"{envelope.title}\n\n{body}" if envelope.title else body
    return from_words(
        whole, data, name=name, locator=locator, media=media, form=FORM, note=note, envelope=envelope, is_article=True
    )


def attachments(data: bytes, *, name: str, locator: str) -> Iterator[Member]:
    """The documents that came with a mail, each with its own bytes; what makes up a saved page is none.

    Raises:
        SourceError: if it is no whole message.
    """
    message = _message(data, name)
    if message.get_content_type() == MEDIA_SAVED:
        return
    for number, part in enumerate(_parts(message, name), 1):
        if part.get_content_disposition() != "attachment":
            continue
        try:
            content = part.get_payload(decode=True)
            called = part.get_filename() or f"attachment {number}"
        except (LookupError, ValueError, MessageError):
            continue
        if isinstance(content, bytes) and content:
            yield Member(content, called, f"{locator}#{called}")


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


class _Bounded(EmailPolicy):
    """Headers as the standard has them, cut where they go on without end: reading one takes the square of its length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of one header, at most `MAX_HEADER` letters of it."""
        name, value = super().header_source_parse(sourcelines[:100])
        return name, value[:MAX_HEADER]


MAX_HEADER = 2000


def _message(data: bytes, name: str) -> EmailMessage:
    try:
        message = message_from_bytes(data, policy=_Bounded(utf8=True))
    except (MessageError, ValueError, RecursionError, LookupError) as err:
        raise SourceError(
            f"it is no whole message: {err}", place=name, next_step="Save the mail or page again."
        ) from err
    if not isinstance(message, EmailMessage):
        raise SourceError("it is no whole message", place=name, next_step="Save the mail or page again.")
    return message


def _parts(message: EmailMessage, name: str) -> Iterator[EmailMessage]:
    """Every part that holds no others, in order."""
    waiting: list[tuple[EmailMessage, int]] = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop(0)
        count += 1
        if count > MAX_PARTS or depth > MAX_DEPTH:
            raise SourceError(
                f"it has more than {MAX_PARTS} parts, or parts {MAX_DEPTH} deep",
                place=name,
                next_step="Save the article alone.",
            )
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting[:0] = [(piece, depth + 1) for piece in inner if isinstance(piece, EmailMessage)]
        else:
            yield part


def _root_first(message: EmailMessage, parts: list[EmailMessage]) -> list[EmailMessage]:
    """The parts with the one that the message calls its start before the others; attachments left out."""
    start = message.get_param("start")
    own = [part for part in parts if part.get_content_disposition() != "attachment"]
    return sorted(own, key=lambda part: not start or part.get("content-id", "").strip() != start)


def _decoded(part: EmailMessage, name: str) -> tuple[str, str, str]:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError) as err:
        raise SourceError(f"its text cannot be decoded: {err}", place=name, next_step="Save it again.") from err
    if not isinstance(content, bytes):
        raise SourceError("its text cannot be decoded", place=name, next_step="Save it again.")
    charset = part.get_content_charset()
    return decode(content, name, declared=charset or "")


def _envelope(message: EmailMessage, *, is_saved: bool) -> Envelope:
    day = _instant(message)
    if is_saved:
        address = _header(message, "snapshot-content-location") or _header(message, "content-location")
        return Envelope("the saved file's header", clock=day, url=address)
    sender, _ = parseaddr(_header(message, "from"))
    is_to_subscribers = "list-id" in message or "list-unsubscribe" in message  # else the sender passed it on
    return Envelope(
        "the mail's header",
        title=_header(message, "subject"),
        outlet=sender if is_to_subscribers else "",
        published=day,
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())[:500]
    except (
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the header parser meets what it cannot read
        return ""


def _instant(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _under(title: str, source: str) -> str:
    """The page with the mail's subject as its headline."""
    head = re.search(r"<body[^<>]{0,2000}>", source, re.IGNORECASE)
    at = head.end() if head else 0
    return f"{source[:at]}<h1>{escape(title)}</h1>{source[at:]}"


def _joined(words: str, *, is_flowed: bool) -> str:
    """Paragraphs of a mail, each on one line: mail programs break lines near the 78th letter (RFC 5322, 2.1.1).

    With `format=flowed` (RFC 3676) a line that ends in a blank goes on; else a line of 50 letters and more does.
    """
    paragraphs = []
    for block in _BLANK_LINE.split(words.replace("\r\n", "\n")):
        lines: list[str] = []
        goes_on = False
        for line in block.split("\n"):
            bare = line.rstrip()
            if goes_on and lines and bare and not bare.startswith((">", "-", "*", "•")):
                lines[-1] = f"{lines[-1]} {bare.lstrip()}"
            else:
                lines.append(bare)
            goes_on = line.endswith(" ") and line != "-- " if is_flowed else len(bare) >= WRAPPED_FROM
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


WRAPPED_FROM = 50
"""Letters: a shorter line was ended by its writer."""
