"""Live pages in HTML: entries by the page's data, by its elements, and pages that only look like one. Invented pages only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from variorum import reports, sources
from variorum.model.reports import LineLabel, Report

ENTRIES = (
    (
        "Jet found",
        "Rescue boats have found one of the two jets on the sea floor, the coast guard of Valdora says in a note.",
    ),
    (
        "Kestria offers boats",
        "Kestria offers two more boats for the search. Valdora has not answered yet, its ministry says.",
    ),
    (
        "Harbour closed",
        "The harbour of Sarun is closed to fishing boats until the evening, the harbour office has written.",
    ),
    (
        "Schools closed",
        "Schools on the coast stay closed for the day. Parents were told at six in the morning, by radio.",
    ),
)
TIMES = (
    "2031-05-10T00:32:00+02:00",
    "2031-05-09T21:05:00+02:00",
    "2031-05-09T11:40:00+02:00",
    "2031-05-09T09:15:00+02:00",
)
LEAD = "Boats and helicopters search the strait of Sarun after the storm of the night. Follow the search here with us."


def read(entries: str, lead: str = LEAD, *, ld: dict[str, Any] | None = None, below: str = "") -> tuple[Report, ...]:
    """Reports of a page with these entries below its lead."""
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    page = (
        f'<!doctype html><html lang="en"><head><meta property="og:site_name" content="The Sarun Post">{script}</head><body>'
        f'<nav><a href="/">Home</a></nav><main><h1>Storm at the strait: live</h1><time datetime="2031-05-10">10 May 2031</time>'
        f"<p>{lead}</p>{entries}</main>{below}<footer>© 2031 The Sarun Post</footer></body></html>"
    )
    return reports.read(sources.take(page.encode(), name="page.html"))


def data(**more: Any) -> dict[str, Any]:
    """What a live page says of itself."""
    return {"@type": "LiveBlogPosting", "headline": "Storm at the strait: live", "datePublished": "2031-05-08"} | more


UPDATES = [
    {"@type": "BlogPosting", "headline": title, "datePublished": when, "articleBody": text}
    for (title, text), when in zip(ENTRIES, TIMES, strict=True)
]
BOXES = "".join(
    f'<div class="entry"><time datetime="{when}">{when[11:16]}</time><h3>{title}</h3><p>{text}</p></div>'
    for (title, text), when in zip(ENTRIES, TIMES, strict=True)
)
DAYS = ["2031-05-10", "2031-05-09", "2031-05-09", "2031-05-09"]


def dated(items: list[Report]) -> list[str | None]:
    """Their days."""
    return [item.masthead.published.value for item in items]


@pytest.mark.parametrize("ld", [data(), data(liveBlogUpdate=UPDATES), None])
def test_each_element_with_a_time_is_a_live_item(ld: dict[str, Any] | None) -> None:
    """Whether the page calls itself live or not: with its own day, clock, zone and headline; the page keeps its own."""
    first, *items = read(BOXES, ld=ld)
    assert first.masthead.title.value == "Storm at the strait: live"
    assert dated(items) == DAYS
    assert [item.masthead.published.instant for item in items] == list(TIMES)
    assert [item.masthead.title.value for item in items] == [title for title, _ in ENTRIES]
    assert {item.masthead.genre.value for item in items} == {"live item"}
    assert {item.masthead.outlet.value for item in items} == {"The Sarun Post"}
    assert {item.part_of for item in items} == {first.id}
    for item, (_, text) in zip(items, ENTRIES, strict=True):
        assert [line.label for line in item.lines][:3] == [LineLabel.DATE, LineLabel.TITLE, LineLabel.BODY]
        assert item.end - item.start >= len(text)


def test_the_data_date_entries_that_print_no_day() -> None:
    """Found by how their text begins; what the data give and the page does not print is no item."""
    plain = "".join(f"<h3>{title}</h3><p>{text}</p>" for title, text in ENTRIES[:3])
    first, *items = read(plain, ld=data(liveBlogUpdate=UPDATES))
    assert dated(items) == DAYS[:3]
    assert [item.masthead.title.value for item in items] == [title for title, _ in ENTRIES[:3]]
    assert first.masthead.published.value == "2031-05-10"


def test_elements_that_are_called_updates_are_entries() -> None:
    """By microdata, be they only two."""
    boxes = "".join(
        f'<article itemprop="liveBlogUpdate" itemscope><p>{text}</p><time itemprop="datePublished" datetime="{when}">'
        f"{when[11:16]}</time></article>"
        for (_, text), when in zip(ENTRIES[:2], TIMES, strict=False)
    )
    _, *items = read(boxes)
    assert dated(items) == DAYS[:2]


def test_a_clock_without_a_day_gives_none() -> None:
    """The entry says which clock; it lies between the first and the last day of its page, where both are stated."""
    boxes = "".join(
        f'<div class="entry"><span class="time">{when[11:16]}</span><p>{text}</p></div>'
        for (_, text), when in zip(ENTRIES[1:], TIMES[1:], strict=True)
    )
    _, *items = read(boxes)
    assert dated(items) == [None] * 3
    assert "21:05" in items[0].masthead.published.how
    _, *items = read(boxes, ld=data(dateModified="2031-05-10T01:00:00+02:00"))
    assert {(item.masthead.published.earliest, item.masthead.published.latest) for item in items} == {
        ("2031-05-08", "2031-05-10")
    }
    _, *items = read(boxes, ld=data(datePublished="2031-05-10", dateModified="2031-05-10"))
    assert dated(items) == ["2031-05-10"] * 3
    assert all(item.masthead.published.is_inferred for item in items)


def test_lists_and_comments_are_no_entries() -> None:
    """Neither headlines that lead elsewhere, nor readers' words, nor what is little beside the article."""
    linked = "".join(
        f'<div class="card"><time datetime="{when}">9 May</time><h3><a href="/a">{title} at the strait of Sarun</a></h3><p>{text}</p></div>'
        for (title, text), when in zip(ENTRIES, TIMES, strict=True)
    )
    assert len(read(linked)) == 1
    comments = "".join(
        f'<li class="comment"><b>Olm</b><time datetime="{when}">9 May</time><p>{text}</p></li>'
        for (_, text), when in zip(ENTRIES, TIMES, strict=True)
    )
    assert len(read(f"<ol>{comments}</ol>")) == 1
    article = "".join(f"<p>{text} {number}. {LEAD}</p>" for number, (_, text) in enumerate(ENTRIES * 3))
    assert len(read(article, below=BOXES)) == 1


def test_times_in_no_order_are_no_entries() -> None:
    """A programme or a list of offers is no course of events."""
    shuffled = "".join(
        f'<div class="entry"><time datetime="{TIMES[k]}">x</time><p>{ENTRIES[k][1]}</p></div>' for k in (1, 3, 0, 2)
    )
    assert len(read(shuffled)) == 1
    assert len(read(shuffled, ld=data())) == 5
