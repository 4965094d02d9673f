"""Text -> reports: which lines are what, what the page says of itself, which report copies which."""

from __future__ import annotations

from variorum import markup
from variorum.model.reports import Capture, Report, TextLayer
from variorum.reports import lines, masthead

VERSION = "reports/3"
"""Of everything in this package that a kept report depends on; a new one makes every capture be read again."""


def read(capture: Capture, text: TextLayer, data: bytes) -> tuple[Report, ...]:
    """The reports of one capture, in order: at least one; a further article on the page is a report of its own.

    Args:
        capture: what arrived.
        text: its text layer.
        data: its bytes; a web page is looked at again for what its elements say.
    """
    page: markup.PageData | None = None
    blocks: tuple[markup.Block, ...] = ()
    main = ""
    if not text.is_raw:
        source = data.decode(text.encoding, "replace")
        page = markup.page_data(source)
        _, blocks = markup.linearise(source)
        main = markup.article_words(source)
    found: list[Report] = []
    for start, end, labelled in lines.label(text.text, blocks, main):
        head = masthead.read(text, start, labelled, page, is_first=not found)
        found.append(
            Report(
                Report.address(text.id, start),
                text.id,
                capture.id,
                start,
                end,
                labelled,
                head,
                part_of=found[0].id if found else None,
                name=capture.name,
            )
        )
    return tuple(found)
