"""The made reports of the time curve."""

from __future__ import annotations

from benchmarks import curve
from variorum.reports import stories


def test_made_reports_are_the_same_each_time_and_group_by_happening() -> None:
    """Eight reports each."""
    reports, texts = curve.made(160)
    assert [report.id for report in reports] == [report.id for report in curve.made(160)[0]]
    assert {len(story.report_ids) for story in stories.group(reports, texts)} == {curve.OF_ONE}


def test_the_curve_has_a_line_for_each_size() -> None:
    """With what one report more costs, and below it how stories grew."""
    lines = list(curve.curve([16, 32]))
    assert [line.split()[0] for line in lines] == ["reports", "16", "32", "stories,"]
    assert all(line.count(" s") == 4 for line in lines[1:3])
