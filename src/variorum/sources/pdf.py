"""A PDF: the words of its text layer, page by page, its printed lines joined to paragraphs.

What its properties say (title, author, day made) is left aside: they name who typed it and when the file was made.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator

from variorum.errors import SourceError
from variorum.model.reports import Envelope, Taken
from variorum.sources.webpage import from_words

MEDIA = "application/pdf"
FORM = "pdf/1"
MAX_PAGES = 400
"""Of a report; longer ones are books."""
MAX_CHARS = 4_000_000
_BROKEN_WORD = re.compile(r"[\ufffe\x02\xad]$")
"""What pdfium puts for a hyphen at the end of a line that belongs to the line break."""
_ENDS = re.compile(r"[.!?:;\"'”’»)\]]$")
FULL_LINE = 0.75
"""Share of the page's usual line length from which on a line was broken by the page's width, not by its writer."""


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture and its text, one line a paragraph, an empty line between pages.

    Raises:
        SourceError: if it is broken, locked, too long, or has pictures of pages only.
    """
    pages = list(_pages(data, name))
    words = "\n\n".join(page for page in map(_paragraphs, pages) if page)
    if not words.strip():
        raise SourceError(
            "it has no text layer: its pages are pictures",
            place=name,
            next_step="Run a text recognition program over it first, or save the article as text.",
        )
    return from_words(words, data, name=name, locator=locator, media=MEDIA, form=FORM, envelope=Envelope())


def _pages(data: bytes, name: str) -> Iterator[str]:
    import pypdfium2  # 30 ms: only PDFs pay it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as err:
        locked = "password" in str(err).lower()
        raise SourceError(
            "it is locked with a password" if locked else f"it is no whole PDF: {err}",
            place=name,
            next_step="Save it without a password." if locked else "Save it again.",
        ) from err
    try:
        if len(document) > MAX_PAGES:
            raise SourceError(
                f"it has {len(document)} pages; the limit is {MAX_PAGES}",
                place=name,
                next_step="Save the pages you need.",
            )
        left = MAX_CHARS
        for number in range(len(document)):
            try:
                page = document[number]
                words = page.get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError:  # one broken page; the others are read
                continue
            left -= len(words)
            if left < 0:
                raise SourceError(
                    f"it has more than {MAX_CHARS:,} letters", place=name, next_step="Save the pages you need."
                )
            yield words
    finally:
        document.close()


def _paragraphs(page: str) -> str:
    """The page with lines that its width broke joined again."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    lengths = [len(line) for line in lines if line]
    if not lengths:
        return ""
    usual = statistics.quantiles(lengths, n=4)[2] if len(lengths) > 1 else lengths[0]
    out: list[str] = []
    goes_on = False
    for line in lines:
        if not line:
            goes_on = False
            continue
        begins_low = line[:1].islower()
        if out and (goes_on or (begins_low and not _ENDS.search(out[-1]))):
            out[-1] = _joined(out[-1], line)
        else:
            out.append(line)
        # a full line that ends a sentence may still end its paragraph; the next line's start cannot tell
        goes_on = len(line) >= FULL_LINE * usual and not (_ENDS.search(line) and len(line) < usual)
    return "\n".join(out)


def _joined(head: str, tail: str) -> str:
    if _BROKEN_WORD.search(head):
        return head[:-1] + tail
    return head + tail if head.endswith("-") else f"{head} {tail}"
