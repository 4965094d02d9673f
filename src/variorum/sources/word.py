"""A word document (DOCX): its headings, paragraphs, lists and tables as the blocks of a page.

Who typed it and when the file was made, which its properties say, is left aside.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from html import escape
from typing import Any

from variorum.errors import SourceError
from variorum.model.reports import Taken
from variorum.sources.bundle import MAX_RATIO
from variorum.sources.forms import MAX_BYTES
from variorum.sources.webpage import from_markup

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORM = "docx/1"
MAX_PARTS = 5000
_WORDS = "word/document.xml"


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture and its text.

    Raises:
        SourceError: if it is another kind of office document, broken, or would unpack to too much.
    """
    _check(data, name)
    import docx  # a tenth of a second: only word documents pay it

    try:
        document = docx.Document(io.BytesIO(data))
        blocks = "".join(_blocks(document))
    except Exception as err:  # whatever a broken document provokes in the library that reads it
        raise SourceError(
            f"it is no whole word document: {err}"[:300], place=name, next_step="Save it again, or as text."
        ) from err
    source = f"<!DOCTYPE html><html><body><article>{blocks}</article></body></html>"
    return from_markup(source, data, name=name, locator=locator, media=MEDIA, form=FORM, is_article=True)


def _check(data: bytes, name: str) -> None:
    """Looks at the directory of the file before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as err:
        raise SourceError(f"it is no whole word document: {err}", place=name, next_step="Save it again.") from err
    if not any(part.filename == _WORDS for part in parts):
        raise SourceError(
            "it is an office document without a text", place=name, next_step="Save it as DOCX, PDF, HTML or text."
        )
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or size > max(MAX_BYTES, min(MAX_RATIO * len(data), 10 * MAX_BYTES)):
        raise SourceError(
            f"it would unpack to {size // 1_000_000} MB in {len(parts)} parts",
            place=name,
            next_step="Save the article alone, as text.",
        )


_TAGS = {"Title": "h1", "Heading 1": "h1", "Subtitle": "h2", "Caption": "figcaption"}


def _blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = "".join(f"<td>{escape(cell.text)}</td>" for cell in row.cells)
                yield f"<table><tr>{cells}</tr></table>"
        elif block.text.strip():
            style = block.style.name if block.style is not None else ""
            tag = _TAGS.get(style) or ("h2" if style.startswith("Heading") else "p")
            yield f"<{tag}>{escape(block.text)}</{tag}>"
