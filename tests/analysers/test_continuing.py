"""What a sentence takes over from the one before, and what it does not."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.entries import Event


def told(text: str, trigger: str) -> Event:
    """The event of that trigger in a report of 9 May 2031."""
    events = read(text, published="2031-05-09", upto="events", crisis=CRISIS).layers.events
    return next(event for event in events if event.trigger.exact == trigger)


def test_the_raid_is_the_one_just_told() -> None:
    """Doer, place and day are taken over and marked."""
    event = told("Valdora bombed a mill in Sarun on Monday. The raid killed 11 farmers.", "killed")
    assert [(party.country, party.is_inferred) for party in event.sources] == [("VDR", True)]
    assert event.where is not None
    assert (event.where.name, event.where.is_inferred) == ("Sarun", True)
    assert (event.when.value, event.when.is_inferred) == ("2031-05-05", True)


@pytest.mark.parametrize(
    "text",
    [
        "Valdora bombed a mill in Sarun. Elsewhere a bus was destroyed.",
        "Valdora bombed a mill in Sarun. Another bus was destroyed later.",
        "Valdora bombed a mill in Sarun.\nA bus was destroyed.",
        "Valdora plans to bomb a mill in Sarun. A bus was destroyed.",
    ],
)
def test_a_place_is_not_taken_over_where_words_turn_away(text: str) -> None:
    """Nor from another line, nor from what is only planned."""
    assert told(text, "destroyed").where is None


def test_whom_it_was_done_to_is_no_doer() -> None:
    """Of the doers before only those remain that are not the target now."""
    event = told("Valdora bombed a mill in Sarun. The raid hit Valdora.", "hit")
    assert event.sources == ()
