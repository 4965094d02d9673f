"""Some words -> who said them, in which wordings, where."""

from __future__ import annotations

import re

from variorum.model.spans import Span
from variorum.views.citations import Citations
from variorum.views.table import Row, Table
from variorum.views.wording import one_line, shortened, when_in_words

_WORD = re.compile(r"\w+")
NEAR = 0.6
"""Share of the words asked for that a statement must hold to be offered as another wording."""


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def find(citations: Citations, wanted: str) -> Table:
    """Statements that hold the words exactly, then those that hold most of them, then other lines of the reports.

    Typographic and straight quotation marks are taken for each other; case is ignored.
    """
    plain = _plain(wanted)
    asked = _words(wanted)
    exact, near = [], []
    covered: list[Span] = []
    for item in citations.record.statements:
        said = " ".join(span.exact for span in item.content)
        row = Row(
            (
                citations.place(item.content[0]),
                item.speaker.name if item.speaker else "no speaker",
                item.force.value,
                when_in_words(item.said),
                one_line(said),
                citations.marks(item.content),
            ),
            item.content,
            (item.id,),
        )
        if plain in _plain(said):
            exact.append(row)
            covered.extend(item.content)
        elif len(asked) > 1 and len(asked & _words(said)) >= NEAR * len(asked):
            near.append(row)
            covered.extend(item.content)
    others = []
    for report in citations.reports:
        text = citations.record.text(report.text_id)
        for line in report.lines:
            place = _plain(text.text[line.start : line.end]).find(plain) if plain else -1
            if place < 0:
                continue
            span = text.span(line.start + place, line.start + place + len(plain))
            if any(span.overlaps(other) for other in covered):
                continue
            around = shortened(text.text[line.start : line.end], 200)
            others.append(
                Row(
                    (citations.place(span), f"the report ({line.label.value})", "", "", around, ""),
                    (span,),
                    (report.id,),
                )
            )
    columns = ("place", "who", "force", "said", "words", "cite")
    note = "" if exact or near or others else "No report holds these words."
    return Table("found", columns, (*exact, *near, *others), note)


_FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


def _plain(text: str) -> str:
    """Lower case, straight marks; one character for one, so that places stay places."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text.translate(_FOLD))
