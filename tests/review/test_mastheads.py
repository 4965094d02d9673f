"""What a person says of a report is marked as said by a person."""

from __future__ import annotations

import dataclasses

import pytest

from records import sample
from variorum import crisis
from variorum.crisis import OutletSetting
from variorum.errors import ConfigError
from variorum.model.reports import Found
from variorum.review.mastheads import RULED, of_outlet, setting_for, told

REPORT = sample().reports[1]


def test_a_day_is_taken_as_a_day() -> None:
    """With its bounds."""
    head = told(REPORT, {"published": "2031-05-09"}, RULED).masthead.published
    assert (head.value, head.earliest, head.latest, head.how) == ("2031-05-09", "2031-05-09", "2031-05-09", RULED)


@pytest.mark.parametrize(("value", "last"), [("2032-02", "2032-02-29"), ("2031", "2031-12-31")])
def test_a_month_or_a_year_keeps_its_width(value: str, last: str) -> None:
    """Nothing is made more exact than it was said."""
    head = told(REPORT, {"published": value}, RULED).masthead.published
    assert (head.value, head.latest) == (value, last)


@pytest.mark.parametrize(
    "change",
    [{"published": "yesterday"}, {"published": "2031-02-30"}, {"genre": "rumour"}, {"lines": "x"}, {"outlet": ""}],
)
def test_what_cannot_be_said_is_refused(change: dict[str, str]) -> None:
    """With what can."""
    with pytest.raises(ConfigError) as caught:
        told(REPORT, change, RULED)
    assert caught.value.next_step


def test_a_setting_names_its_file() -> None:
    """By base name or by the folder it needs."""
    settings = crisis.parse('[[report]]\nfile = "post.txt"\noutlet = "X"\n').report
    assert setting_for(REPORT, settings) is settings[0]
    assert setting_for(sample().reports[0], settings) is None


def test_an_address_names_the_outlet_that_a_person_gives_it() -> None:
    """Where the page names none, or only the address; a name that the page prints stays."""
    outlets = [OutletSetting(name="Arvo News", domains=["www.arvo.example"], grade="B")]
    head = REPORT.masthead
    silent = dataclasses.replace(REPORT, masthead=dataclasses.replace(head, outlet=Found(None, "no name is printed")))
    address = dataclasses.replace(REPORT, masthead=dataclasses.replace(head, outlet=Found("arvo.example", "printed")))
    assert of_outlet(silent, "https://en.arvo.example/a", outlets).masthead.outlet.value == "Arvo News"
    assert of_outlet(address, "", outlets).masthead.outlet.value == "Arvo News"
    assert of_outlet(silent, "https://notarvo.example/a", outlets) == silent
    assert of_outlet(REPORT, "https://arvo.example/a", outlets) == REPORT
