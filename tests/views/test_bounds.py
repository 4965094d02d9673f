"""The day before which a report cannot have been written: inferred from what others date, with its reason."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from records import Made, sample
from variorum.model.entries import When
from variorum.model.matters import MatterKind
from variorum.model.reports import Dated
from variorum.views.bounds import not_before, when_bounded, written
from variorum.views.citations import Citations


def told_twice() -> Made:
    """The sample, its second report without a day telling the event that the first dates 7 May 2031."""
    record = sample()
    event = record.events[0]
    again = dataclasses.replace(
        event, id=event.id + "x", report_id=record.reports[1].id, when=When.unknown("not stated"), within=None
    )
    both = dataclasses.replace(
        record.matters[0], kind=MatterKind.EVENT, title="jets shot down", members=tuple(sorted((event.id, again.id)))
    )
    record.events = (event, again)
    record.matters = (both,)
    return record


def test_a_report_is_not_older_than_what_it_tells() -> None:
    """The day of the other report's event, said with its letter; the masthead's own reason stays."""
    citations = Citations(told_twice())
    undated = citations.reports[1]
    bounds = not_before(citations)
    assert {report_id: bound.day for report_id, bound in bounds.items()} == {undated.id: date(2031, 5, 7)}
    words, how = written(bounds, undated)
    assert words == "not stated; 7 May 2031 or after~"
    assert how == "no day is printed; it tells of “jets shot down”, which A dates 7 May 2031"


def test_a_likely_join_is_called_likely() -> None:
    """The reason does not sound surer than the join."""
    record = told_twice()
    record.matters = (dataclasses.replace(record.matters[0], is_likely=True),)
    (bound,) = not_before(Citations(record)).values()
    assert "joined with it as likely" in bound.how


def test_nothing_is_bounded_by_itself_or_by_what_has_no_day() -> None:
    """One report, or no stated day: no bound."""
    record = told_twice()
    record.events = tuple(dataclasses.replace(event, when=When.unknown("not stated")) for event in record.events)
    assert not_before(Citations(record)) == {}
    assert not_before(Citations(sample())) == {}


def test_a_report_that_bounds_itself_is_left_as_it_is() -> None:
    """The text's own bound is the surer one."""
    record = told_twice()
    first, second = record.reports
    head = dataclasses.replace(second.masthead, published=Dated.unknown("the text tells", earliest="2031-05-08"))
    record.reports = (first, dataclasses.replace(second, masthead=head))
    assert not_before(Citations(record)) == {}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Saturday", "a Saturday, 3 May 2031 or after~"),
        ("late Wednesday", "a Wednesday, 7 May 2031 or after~"),
        ("last month", "“last month”"),
    ],
)
def test_a_weekday_without_a_day_has_the_bound_of_its_report(words: str, shown: str) -> None:
    """The writer's own day or one of the six before it; other words have none."""
    record = told_twice()
    undated = record.reports[1]
    span = dataclasses.replace(record.events[0].trigger, exact=words, end=record.events[0].trigger.start + len(words))
    when = When(None, None, None, 5, "no day to count from", span)
    assert when_bounded(not_before(Citations(record)), undated.id, when) == shown
    assert when_bounded({}, undated.id, when) == (
        f"a {words.rsplit(maxsplit=1)[-1]}~" if words != "last month" else "“last month”"
    )
