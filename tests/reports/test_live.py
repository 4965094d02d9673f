"""Live pages: entries as items of their own, and pages that only look like one."""

from __future__ import annotations

from variorum import reports, sources
from variorum.model.reports import LineLabel, Report

INTRO = """\
The Sarun Post
Storm at the strait: live

{day}

Boats and helicopters search the strait of Sarun after the storm of the night. Follow the search here with our reporters.
"""
ENTRIES = (
    "Rescue boats have found one of the two jets on the sea floor, the coast guard of Valdora says in a short note.",
    "Kestria offers two more boats for the search. Valdora has not answered yet, its ministry tells our reporter there.",
    "The harbour of Sarun is closed to fishing boats until the evening, the harbour office has written to their owners.",
    "Schools on the coast stay closed for the day. Parents were told at six in the morning, by radio and by bells.",
)


def read(text: str) -> tuple[Report, ...]:
    """Reports of a text."""
    return reports.read(sources.take(text.encode(), name="page.txt"))


def page(heads: tuple[str, ...], day: str = "9 May 2031") -> str:
    """A live page with entries under these heads."""
    return INTRO.format(day=day) + "".join(f"\n{head}\n\n{told}\n" for head, told in zip(heads, ENTRIES, strict=True))


def test_each_entry_is_a_live_item_without_the_pages_day() -> None:
    """A clock alone gives no day; the entry says which clock."""
    first, *items = read(page(("14:32 GMT", "13:05 GMT", "11:40 GMT", "09:15 GMT")))
    assert first.masthead.published.value == "2031-05-09"
    assert [item.masthead.genre.value for item in items] == ["live item"] * 4
    assert [item.masthead.published.value for item in items] == [None] * 4
    assert "14:32" in items[0].masthead.published.how
    assert items[0].masthead.outlet.value == first.masthead.outlet.value == "The Sarun Post"
    assert {item.part_of for item in items} == {first.id}
    assert all(item.lines[0].label is LineLabel.DATE for item in items)
    assert all(any(line.label is LineLabel.BODY for line in item.lines) for item in items)


def test_a_head_with_a_day_dates_its_entry() -> None:
    """Each by its own."""
    _, *items = read(
        page(("10 May 2031, 08:10", "9 May 2031, 21:40", "9 May 2031, 13:00", "8 May 2031, 23:55"), "10 May 2031")
    )
    assert [item.masthead.published.value for item in items] == ["2031-05-10", "2031-05-09", "2031-05-09", "2031-05-08"]


def test_ages_are_counted_back_from_the_day_the_page_shows() -> None:
    """And only from that."""
    heads = ("5 min ago", "40 min ago", "2 hours ago", "9 hours ago")
    text = "Fri, May 9, 2031 Watch Live\n" + page(heads, "Updated 5 min ago")
    _, *items = read(text)
    days = {(item.masthead.published.value, item.masthead.published.earliest) for item in items}
    assert days in ({("2031-05-09~", "2031-05-08")}, {(None, None)})
    _, *undated = read(page(heads, "Updated 5 min ago"))
    assert {item.masthead.published.value for item in undated} == {None}


def test_comments_are_no_entries() -> None:
    """Names stand above their ages."""
    text = INTRO.format(day="9 May 2031") + "\n".join(ENTRIES) + "\n\n4 comments\n"
    for who, told in zip(("Berrin77", "Olm", "T. Vey", "korr"), ENTRIES, strict=True):
        text += f"{who}\n3 hours ago\n{told}\nReply\n"
    assert not any(report.masthead.genre.value == "live item" for report in read(text))


def test_clocks_without_order_are_no_entries() -> None:
    """Hours of a programme or of a timetable run one way; a text that mentions clocks does not."""
    _, *items = read(page(("14:32", "09:05", "18:40", "07:15")))
    assert not any(item.masthead.genre.value == "live item" for item in items)
