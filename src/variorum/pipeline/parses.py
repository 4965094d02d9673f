"""Lines of a report -> its parse, from the cache where it is known."""

from __future__ import annotations

from functools import cache

from variorum.analysers import parsing, syntax
from variorum.analysers.masking import of_crisis
from variorum.crisis import Crisis
from variorum.model.reports import READ_LABELS, Line, LineLabel, Report, TextLayer
from variorum.reports.lines import dateline_end

ENGLISH = ("", "en")


def stretches(report: Report, text: TextLayer) -> tuple[tuple[int, int], ...]:
    """(start, end) of what is parsed: the lines the analysers read, without the dateline of the first body line."""
    found = []
    is_first = True
    for line in read_lines(report):
        start = line.start
        if line.label is LineLabel.BODY and is_first:
            is_first = False
            start += dateline_end(text.text[line.start : line.end])
        if start < line.end:
            found.append((start, line.end))
    return tuple(found)


def read_lines(report: Report) -> tuple[Line, ...]:
    """The lines the analysers read: title, caption, summary, body, subheading, in the language they know."""
    return tuple(
        line
        for line in report.lines
        if line.label in READ_LABELS and line.language in ENGLISH and line.end > line.start
    )


def line_texts(report: Report, text: TextLayer) -> list[str]:
    """The words of those lines."""
    return [text.text[start:end] for start, end in stretches(report, text)]


@cache
def parser(setting: str | None) -> parsing.Parser:
    """The parser, loaded once for each process."""
    return parsing.load(setting)


def rows(report: Report, text: TextLayer, crisis: Crisis) -> list[syntax.Rows]:
    """A new parse of the lines, the parties' names masked."""
    return parser(crisis.analysers.model).rows(line_texts(report, text), of_crisis(crisis))


def fresh(report: Report, text: TextLayer, crisis: Crisis) -> bytes:
    """A new parse, packed."""
    return syntax.pack(rows(report, text, crisis))


def restored(report: Report, text: TextLayer, packed: bytes) -> syntax.Parse:
    """The parse that was packed.

    Raises:
        ValueError: if it was damaged or belongs to other lines; parse again.
    """
    unpacked = syntax.unpack(packed)
    return syntax.Parse(text.id, text.text, zip((start for start, _ in stretches(report, text)), unpacked, strict=True))
