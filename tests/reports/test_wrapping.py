"""Wrapped text: what is joined, what is left alone, and that labels see paragraphs."""

from __future__ import annotations

import itertools
import textwrap

import pytest
from hypothesis import given

from strategies import NEWSLIKE
from variorum import reports, sources
from variorum.model.reports import LineLabel
from variorum.reports import wrapping

PARAGRAPHS = (
    (
        "Rescue boats searched the water of the strait until dark and will go out again in the morning, the coast guard of"
        " Valdora said in a note that was read on the radio of Sarun shortly before midnight."
    ),
    (
        "Valdora asked its neighbours for two more boats, and Kestria said that it would send one of them on Saturday morning"
        " if the weather holds, while Ostmere has promised a ship that can look at the sea floor with sound."
    ),
    (
        "Nobody has said yet why the two jets were flying so low over the strait in such a night, and the families of the"
        " four officers have asked the ministry in Sarun for an answer before the week is over."
    ),
)


@pytest.mark.parametrize("width", [60, 72, 78])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_lines(width: int, end: str) -> None:
    """Blank lines part them, and headline and day stay by themselves."""
    above = f"Boats search the strait{end}9 May 2031{end}{end}"
    text = above + f"{end}{end}".join(textwrap.fill(told, width).replace("\n", end) for told in PARAGRAPHS) + end
    told = [" ".join(text[start:stop].split()) for start, stop in wrapping.joined(text)]
    assert [line for line in told if line] == ["Boats search the strait", "9 May 2031", *PARAGRAPHS]


def test_lines_of_their_own_stay() -> None:
    """A text with a line a paragraph, a list, a poem."""
    for text in ("\n".join(PARAGRAPHS), "Share\nFollow\nHome\n" + "\n\n".join(PARAGRAPHS), "a b\nc d\ne f\ng h\ni j\n"):
        assert [text[start:end] for start, end in wrapping.joined(text)] == text.split("\n")


def test_labels_and_spans_are_those_of_paragraphs() -> None:
    """The text of record is as it came."""
    text = (
        "Boats search the strait\n9 May 2031\n\n" + "\n\n".join(textwrap.fill(told, 72) for told in PARAGRAPHS) + "\n"
    )
    (report,) = reports.read(sources.take(text.encode(), name="note.txt"))
    body = [text[line.start : line.end] for line in report.lines if line.label is LineLabel.BODY]
    assert [" ".join(told.split()) for told in body] == list(PARAGRAPHS)
    assert body[0].count("\n") == 2
    assert report.masthead.title.value == "Boats search the strait"


@given(NEWSLIKE)
def test_lines_cover_any_text(text: str) -> None:
    """In order, with nothing but line ends between them."""
    spans = wrapping.joined(text)
    assert "".join(text[start:end] for start, end in spans).replace("\n", "").replace("\r", "") == text.replace(
        "\n", ""
    ).replace("\r", "")
    assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))
