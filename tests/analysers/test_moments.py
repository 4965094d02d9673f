"""When: what the words come to, counted from the report's day, and what they do not come to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness import read
from variorum.model.marks import Moment

PUBLISHED = "2025-05-10"
"""A Saturday."""


def moments(text: str, published: str | None = PUBLISHED) -> dict[str, Moment]:
    """Words -> moment."""
    found = read(text, published=published, upto="moments").layers.moments
    return {moment.span.exact: moment for moment in found}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It happened on 7 May 2025.", "7 May 2025", "2025-05-07"),
        ("It happened on May 7, 2025.", "May 7, 2025", "2025-05-07"),
        ("It happened on the 7th of May 2025.", "the 7th of May 2025", "2025-05-07"),
        ("It happened on 2025-05-07.", "2025-05-07", "2025-05-07"),
        ("It happened in May 2024.", "May 2024", "2024-05"),
        ("The pact was signed in 1960.", "1960", "1960"),
        ("He recalled the 2014 protests.", "2014", "2014"),
        ("Tension grew in the 1990s.", "the 1990s", "1990/1999"),
        ("It lasted from 7 to 9 May 2025.", "7 to 9 May 2025", "2025-05-07/2025-05-09"),
        ("It has gone on since April 22.", "April 22", "2025-04-22"),
        ("The talks began on 30 December.", "30 December", "2024-12-30"),
    ],
)
def test_stated_days(text: str, words: str, value: str) -> None:
    """Days as written come to themselves; a missing year is the one nearest to the report's day."""
    assert value == moments(text)[words].value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The army said it on Wednesday.", "Wednesday", "2025-05-07"),
        ("The army said it on Saturday.", "Saturday", "2025-05-10"),
        ("The ministers will meet on Monday.", "Monday", "2025-05-12"),
        ("The guns fell silent yesterday.", "yesterday", "2025-05-09"),
        ("Shells fell overnight.", "overnight", "2025-05-09/2025-05-10"),
        ("The bridge was closed last month.", "last month", "2025-04"),
        ("The clashes lasted from Wednesday to Friday.", "Wednesday to Friday", "2025-05-07/2025-05-09"),
        ("Ten shells fell in the last 24 hours.", "the last 24 hours", "2025-05-09/2025-05-10"),
        ("Thousands have left in the past few days.", "the past few days", "../2025-05-10"),
    ],
)
def test_days_counted_from_the_report(text: str, words: str, value: str) -> None:
    """Relative days are counted from the published day and say so."""
    found = moments(text)[words]
    assert (value, True, PUBLISHED) == (found.value, found.is_inferred, found.anchor)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The raid came on 22 April. Two days later the envoy left.", "Two days later", "2025-04-24"),
        ("The raid came on 22 April. The envoy left the next day.", "the next day", "2025-04-23"),
        ("The pact was signed in 1999. That year both tested a missile.", "That year", "1999"),
    ],
)
def test_days_counted_from_the_text(text: str, words: str, value: str) -> None:
    """Reads “Two days later” counts from the last day named, not from the report's."""
    assert value == moments(text)[words].value


def test_without_a_published_day_nothing_is_made_up() -> None:
    """No report day: no value, and the reason; a day without year keeps month and day."""
    found = moments("He said on Friday that it began on 7 May.", published=None)
    assert (found["Friday"].value, found["Friday"].why) == (None, "the report has no day to count from (not stated)")
    assert found["7 May"].value == "XXXX-05-07"


def test_no_day_named_before_says_so() -> None:
    """Reads “The next day” after no day has no value and a reason."""
    found = moments("The envoy left the next day.")["the next day"]
    assert (found.value, found.why) == (None, "no day was named before")


@pytest.mark.parametrize(
    ("text", "words", "value", "clock"),
    [
        ("The truce began at 5 pm on Friday.", "5 pm", "2025-05-09", "T17:00"),
        ("The truce began on Friday at 17:30 GMT.", "17:30 GMT", "2025-05-09", "T17:30Z"),
        ("The truce began at 5 pm.", "5 pm", None, "T17:00"),
    ],
)
def test_clock_times(text: str, words: str, value: str | None, clock: str) -> None:
    """A clock time takes the day beside it, or stays without a day."""
    found = moments(text)[words]
    assert (value, clock) == (found.value, found.clock)


@pytest.mark.parametrize(
    "text",
    [
        "They meet every Friday.",
        "Some 2000 people came.",
        "He may march in the morning light.",
        "Kestria flew its F-16 jets over Resolution 1267.",
        "It was 31 June 2025, he joked.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    """Recurring days, counts, verbs and impossible dates are not exact days."""
    assert [found.value for found in moments(text).values() if found.precision == 1] == []


def test_counting_is_not_moved_by_names() -> None:
    """Swapping the parties' names leaves every day as it was."""
    text = "Valdora struck on 7 May; Kestria answered two days later and will meet Valdora on Monday."
    swapped = text.replace("Valdora", "#").replace("Kestria", "Valdora").replace("#", "Kestria")
    assert [m.value for m in moments(text).values()] == [m.value for m in moments(swapped).values()]


PIECES = st.sampled_from(
    "on at the last next 31 12 2025 0 : / - – May Friday week year ago later from to between 5pm since early '".split()
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_verbatim_ordered_spans(text: str) -> None:
    """Any text is read; spans are verbatim, do not overlap, and first days come no later than last days."""
    found = sorted(read(text, published=PUBLISHED, upto="moments").layers.moments, key=lambda item: item.span.start)
    assert all(text[item.span.start : item.span.end] == item.span.exact for item in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(item.earliest <= item.latest for item in found if item.earliest and item.latest)
    assert all(item.value or item.why for item in found)


def test_a_clock_keeps_the_zone_it_is_given_in() -> None:
    """GMT and UTC are marked; any other clock is that of the place."""
    found = {words: moment.clock for words, moment in moments("It began at 14:30 GMT and ended at 9:15 pm.").items()}
    assert sorted(found.values(), key=str) == ["T14:30Z", "T21:15"]


@pytest.mark.parametrize("text", ["The March 23 Movement took Brask.", "Fighters of the 15 May Brigade took Brask."])
def test_a_day_that_names_a_thing_is_no_day(text: str) -> None:
    """Movements and brigades are called after days."""
    assert not read(text, published="2031-05-09").layers.moments
