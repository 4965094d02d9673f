"""Places by name: own names first, any spelling, five scripts; little time and memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

from variorum.codes import gazette
from variorum.codes.folding import fold, script


def first(name: str) -> tuple[str, str, str | None]:
    """Name, kind and state of the first place of that name."""
    place = gazette.find(name)[0]
    return place.name, place.kind, place.country


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gdansk", ("Gdańsk", "city", "POL")),
        ("Muzaffarabad", ("Muzaffarābād", "city", "PAK")),
        ("Islamabad", ("Islamabad", "capital", "PAK")),
        ("Rafah", ("Rafaḩ", "city", "PSE")),
        ("Hyderabad", ("Hyderabad", "city", "IND")),
        ("Texas", ("Texas", "region", "USA")),
        ("St. Petersburg", ("Saint Petersburg", "city", "RUS")),
        ("New York", ("New York City", "city", "USA")),
        ("Maidan Wardak", ("Wardak", "region", "AFG")),
        ("Hodeidah", ("Al Ḩudaydah", "city", "YEM")),
        ("لاہور", ("Lahore", "city", "PAK")),
        ("लाहौर", ("Lahore", "city", "PAK")),
        ("Киев", ("Kyiv", "capital", "UKR")),
        ("חיפה", ("Haifa", "city", "ISR")),
    ],
)
def test_a_place_is_found_in_any_spelling(name: str, expected: tuple[str, str, str]) -> None:
    """An own name beats an alternate one, then inhabitants decide."""
    assert first(name) == expected


def test_every_place_of_a_name_is_listed() -> None:
    """Whoever asks decides; own names stand before alternate ones."""
    found = gazette.find("Adampur")
    assert [(place.admin, place.is_primary) for place in found] == [("IN.10", True), ("IN.23", True), ("IN.39", False)]
    assert gazette.find("Kestria") == gazette.find("") == gazette.find("'") == ()


def test_an_id_leads_back_to_its_place() -> None:
    """And to the division it lies in."""
    place = gazette.by_id("geonames:3099434")
    assert place is not None
    assert (place.name, place.population > 100_000) == ("Gdańsk", True)
    region = gazette.by_id(place.region or "")
    assert region is not None
    assert region.kind == "region"
    assert gazette.by_id("geonames:1") is gazette.by_id("nonsense") is None


def test_every_state_has_a_place() -> None:
    """With its capital where GeoNames names one."""
    for name, capital in (("Pakistan", "Islamabad"), ("India", "New Delhi"), ("United Kingdom", "London")):
        state, seat = gazette.find(name)[0], gazette.find(capital)[0]
        assert (state.kind, seat.kind, state.country == seat.country) == ("country", "capital", True)


def test_folding_keeps_what_tells_names_apart() -> None:
    """Marks go, vowel signs of Devanagari stay."""
    assert fold("Al-Ḩudaydah") == fold("al hudaydah") == "al hudaydah"
    assert fold("الحديدة") == fold("الحدیدہ")
    assert fold("दिल्ली") != fold("दल्ल")
    assert [script(name) for name in ("Lahore", "Łódź", "لاہور", "दिल्ली", "12", "東京", "Киев x")] == [
        "LATIN", "LATIN", "ARABIC", "DEVANAGARI", None, None, None,
    ]  # fmt: skip


def test_the_first_question_costs_little() -> None:
    """A third of a second and 120 MB at most, in a process of its own."""
    program = (
        "import resource; from time import process_time; from variorum.codes import gazette;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; start = process_time();"
        "gazette.find('Lahore');"
        "print(process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    assert seconds < 0.3
    assert kilobytes < 120_000
