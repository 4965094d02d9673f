"""Whose text a report gives: where agencies are credited, and where they are only spoken of."""

from __future__ import annotations

import pytest

from variorum import reports, sources
from variorum.model.reports import Found
from variorum.reports import agency

BODY = """\
Rescue boats searched the water of the strait until dark and will go out again in the morning, the coast guard said.
Valdora asked its neighbours for two more boats, and Kestria said that it would send one of them on Saturday morning.
"""


def credit(page: str) -> Found:
    """The credit of a page's first report."""
    data = page.encode()
    taken = sources.take(data, name="page.txt")
    return reports.read(taken)[0].masthead.credit


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("By Reuters", "", "Reuters"),
        ("By Mara Tolen, Agence France-Presse", "", "Agence France-Presse"),
        ("By Mara Tolen (AFP)", "", "AFP"),
        ("By APP", "", "APP"),
        ("By Reuters Staff", "", "Reuters"),
        ("via Xinhua", "", "Xinhua"),
        ("", "(AFP)", "AFP"),
        ("", "— Reuters", "Reuters"),
        ("", "The search will go on, the guard said in the evening of the same day. –PTI", "PTI"),
        ("", "The search will go on, the guard said in the evening of the same day. PTI", "PTI"),
        ("By Mara Tolen", "", None),
        ("", "The search will go on via Reuters, the guard said in the evening of the same day.", None),
        ("", "The search will go on, the guard said in the evening of the same day. M.T./MBMB", None),
        ("", "(MBMB)", None),
        ("", "The guard asked the harbour for help, and that help came at once from the UN.", None),
    ],
)
def test_the_credit_is_found_where_agencies_stand(above: str, below: str, expected: str | None) -> None:
    """Byline, "via", signature; not in a sentence, and no person."""
    page = "\n".join(filter(None, ["Boats search the strait", above, "9 May 2031", "", BODY.strip(), below])) + "\n"
    found = credit(page)
    assert found.value == expected
    assert found.span is None or found.span.exact == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("AFP", "Agence France-Presse", True),
        ("APP", "Associated Press of Pakistan", True),
        ("AP", "The Associated Press", True),
        ("Reuters", "Thomson Reuters", True),
        ("PTI", "Press Trust of India", True),
        ("AP", "APP", False),
        ("The Sarun Post", "The Arvo Post", False),
    ],
)
def test_names_of_one_house(one: str, other: str, expected: bool) -> None:  # noqa: FBT001  # a table of cases
    """In full and by initials."""
    assert (agency.house(one) == agency.house(other)) is expected
