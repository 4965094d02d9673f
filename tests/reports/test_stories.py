"""Stories keep happenings of one name apart by their days, and hold what is told for some days together."""

from __future__ import annotations

import pytest

from variorum.model.reports import Report, TextLayer
from variorum.pipeline.reading import report_of
from variorum.reports import likeness, stories

FLOODS = (
    "Flood closes the Sarun bridge and the lower road",
    "Sarun bridge closed by the flood, lower road under water",
    "Lower road and bridge of Sarun closed after the flood",
)
FILLER = tuple(f"The {word} fair of Lerna opens with {word} bread" for word in ("apple", "wine", "horse", "lamp"))


def read(*told: tuple[str, str | None]) -> tuple[list[Report], dict[str, TextLayer]]:
    """Reports of headlines with their days, and their texts."""
    pairs = [report_of(text, date=day, name=f"{text} {day}") for text, day in told]
    return [report for _, report in pairs], {layer.id: layer for layer, _ in pairs}


@pytest.mark.parametrize(("later", "expected"), [("2031-05-10", 1), (None, 1), ("2032-05-09", 2)])
def test_days_keep_happenings_of_one_name_apart(later: str | None, expected: int) -> None:
    """A day later or undated it is the same flood; a year later another."""
    first = [(text, "2031-05-09") for text in FLOODS]
    second = [(f"{text} again", later) for text in FLOODS]
    found, texts = read(*first, *second, *((text, "2031-05-09") for text in FILLER))
    floods = {report.id for report in found[:6]}
    groups = [set(story.report_ids) & floods for story in stories.group(found, texts)]
    assert len([one for one in groups if one]) == expected


def test_one_day_apart_counts_half() -> None:
    """Two days a third; without a day nothing is lost."""
    assert [likeness.faded(5, day) for day in (5, 6, 7, None)] == [1.0, 0.5, 1 / 3, 1.0]


def test_made_up_dates_do_not_grow_the_work() -> None:
    """Of a group's days only so many are kept, the commonest."""
    days: dict[int | None, int] = dict.fromkeys(range(200), 1)
    kept = stories._days(days, {7: 5, None: 2})
    assert (len(kept), next(iter(kept)), kept[7], kept[None]) == (stories.DAYS_KEPT, 7, 6, 2)
