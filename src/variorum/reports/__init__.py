"""Text -> reports: which lines are what, what the page says of itself, which report copies which."""

from __future__ import annotations

import dataclasses

from variorum import markup, pagedata, pagemarks
from variorum.model.reports import Line, LineLabel, Report, Taken
from variorum.reports import lines, live, livepages, masthead, shapes, titles

VERSION = "reports/10"
"""Of everything in this package that a kept report or comparison depends on; a new one makes every capture be read again."""


def read(taken: Taken) -> tuple[Report, ...]:
    """The reports of one capture, in order: at least one; a further article on the page is a report of its own."""
    capture, text = taken.capture, taken.text
    page: pagedata.PageData | None = None
    marks: tuple[pagemarks.Mark, ...] = ()
    shaded: frozenset[int] = frozenset()
    blocks: tuple[markup.Block, ...] = ()
    main = ""
    if taken.page:
        page = pagedata.page_data(taken.page)
        marks, shaded = markup.marks(taken.page), markup.shaded(taken.page)
        _, blocks = markup.linearise(taken.page)
        main = markup.article_words(taken.page)
    entries: dict[int, pagedata.PageData] = {}
    if page and blocks:
        items = livepages.items(text.text, blocks, markup.entries(taken.page), page, marks)
        entries = {item.start: item.data for item in items}
    summaries, headlines = (page.descriptions, titles.told_by(page)) if page else ((), ())
    parts = lines.label(text.text, blocks, main, summaries, headlines, tuple(entries))
    may_be_live = len(parts) > live.ENTRIES and not blocks
    found: list[Report] = []
    for start, end, told in parts:
        labelled = told if found else _known(told, taken)
        own = entries.get(start) if found else None
        own_marks = livepages.marks_within(marks, start, end) if entries else marks
        head = masthead.read(
            text,
            start,
            labelled,
            page if own is None else own,
            taken.envelope if own is None else None,
            marks=own_marks,
            shaded=shaded,
            address=capture.url if own is None else "",
            is_first=not found or own is not None,
        )
        report = Report(
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
        if own is not None:
            report = live.item(report, text, found[0], livepages.head_of(report, own_marks))
        elif found and may_be_live and live.is_entry(text.text, told):
            report = live.item(report, text, found[0])
        found.append(report)
    return tuple(found)


def _known(lines: tuple[Line, ...], taken: Taken) -> tuple[Line, ...]:
    """The lines with what the envelope settles: the headline it gives, and that no sentence of an article is chrome."""
    title = taken.envelope.title
    out: list[Line] = []
    for line in lines:
        words = taken.text.text[line.start : line.end].strip()
        label = line.label
        if title and words == title and not any(other.label is LineLabel.TITLE for other in out):
            label = LineLabel.TITLE
        elif taken.is_article and label in (LineLabel.CHROME, LineLabel.TEASER) and shapes.ends_sentence(words):
            label = LineLabel.BODY
        out.append(dataclasses.replace(line, label=label))
    return tuple(out)
