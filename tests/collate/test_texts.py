"""What one text does to another's figures and day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collate.texts import label


@pytest.mark.parametrize(
    ("claim", "report", "expected"),
    [
        ("More than 20 people were killed.", "Officials counted 31 people killed.", "supports"),
        ("Fewer than 20 people were killed.", "Officials counted 31 people killed.", "refutes"),
        ("Five people were killed.", "The bakery reopened.", "unknown"),
        ("Fewer than 30 people were wounded in 14 towns.", "There are 40 wounded in 14 out of 20 towns.", "refutes"),
        ("Over 9 people were killed in Brisal.", "There are 62 killed: 47 in Olmeda, 7 in Brisal.", "refutes"),
        ("Over 60 % of the wounded are children.", "Nearly 45 percent of the wounded are children.", "refutes"),
        ("More than 50 people had died by 4 May.", "As of 9 May, 40 people had died.", "refutes"),
        ("More than 50 people had died by 14 May.", "As of 9 May, 40 people had died.", "unknown"),
        ("Under 50 people had died by 4 May.", "As of 9 May, 60 people had died.", "unknown"),
        ("By 9 May 40 people had died.", "As of 9 May, 40 people had died.", "supports"),
        ("By 2 May 40 people had died.", "As of 9 May, 40 people had died.", "refutes"),
        ("The border was closed on 9 May.", "On 9 May the government closed its border.", "supports"),
        ("The border was closed on 9 May.", "On 14 May the government closed its border.", "unknown"),
        ("The border was closed on 9 May.", "On 9 May a bakery opened.", "unknown"),
    ],
)
def test_a_report_supports_or_refutes_by_the_same_relation(claim: str, report: str, expected: str) -> None:
    """The label of two texts."""
    assert label(claim, report) == expected


@pytest.mark.parametrize(
    "claim", ["More than 50 deaths and fewer than 20 wounded.", "Fewer than 20 wounded and more than 50 deaths."]
)
def test_one_refuted_figure_refutes(claim: str) -> None:
    """In whatever order a claim names its figures."""
    assert label(claim, "There were 62 deaths and 45 wounded.") == "refutes"


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_have_a_label(claim: str, report: str) -> None:
    """Whatever they are."""
    assert label(claim, report) in {"supports", "refutes", "unknown"}
