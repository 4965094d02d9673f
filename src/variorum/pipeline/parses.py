"""Lines of a report -> its parse, from the cache where it is known."""

from __future__ import annotations

from functools import cache

from variorum.analysers import syntax
from variorum.model.reports import READ_LABELS, Line, Report, TextLayer

ENGLISH = ("", "en")


def read_lines(report: Report) -> tuple[Line, ...]:
    """The lines the analysers read: title, caption, summary, body, subheading, in the language they know."""
    return tuple(
        line
        for line in report.lines
        if line.label in READ_LABELS and line.language in ENGLISH and line.end > line.start
    )


def line_texts(report: Report, text: TextLayer) -> list[str]:
    """The words of those lines."""
    return [text.text[line.start : line.end] for line in read_lines(report)]


@cache
def parser(setting: str | None) -> syntax.Parser:
    """The parser, loaded once for each process."""
    return syntax.load(setting)


def fresh(report: Report, text: TextLayer, setting: str | None) -> bytes:
    """A new parse, packed."""
    return syntax.pack(parser(setting).rows(line_texts(report, text)))


def restored(report: Report, text: TextLayer, packed: bytes) -> syntax.Parse:
    """The parse that was packed.

    Raises:
        ValueError: if it was damaged or belongs to other lines; parse again.
    """
    rows = syntax.unpack(packed)
    return syntax.Parse(text.id, text.text, zip((line.start for line in read_lines(report)), rows, strict=True))
