"""The sample crisis: it loads, its countries are invented, and its answer key points at words that are there."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from variorum import crisis
from variorum.codes import table
from variorum.model.matters import Standing

SAMPLE = files("variorum.codes").joinpath("data/sample")
KEY: list[dict[str, Any]] = json.loads(SAMPLE.joinpath("key.json").read_text(encoding="utf-8"))
LAYERS = {"report", "statement", "event", "figure"}
SCREEN = 35
"""Lines of text, blank ones aside, that fit on one screen."""


def places(case: dict[str, Any]) -> list[tuple[str, str]]:
    """(file, words) of every place a case names."""
    return [(file, words) for file, words in case.get("sides", [[case.get("report"), case.get("words")]])]


def test_the_settings_load_and_name_three_governments() -> None:
    """crisis.toml is valid and its three governments have demonyms and a capital."""
    settings = crisis.parse(SAMPLE.joinpath("crisis.toml").read_text(encoding="utf-8"))
    actual = [(actor.name, actor.capital) for actor in settings.actor if actor.kind == "government" and actor.demonyms]
    assert actual == [("Valdora", "Seldin"), ("Kestria", "Morhaven"), ("Ostmere", "Tellmark")]


def test_no_country_of_the_sample_is_in_the_tables() -> None:
    """The invented ids and names collide with no country that the product knows."""
    settings = crisis.parse(SAMPLE.joinpath("crisis.toml").read_text(encoding="utf-8"))
    known = {cell.lower() for row in table("countries") for cell in row.values()}
    assert [actor.id for actor in settings.actor if {actor.id.lower(), actor.name.lower()} & known] == []


def test_the_ids_of_the_key_are_unique() -> None:
    """Every case has an id of its own."""
    ids = [case["id"] for case in KEY]
    assert len(ids) == len(set(ids))


def test_the_key_holds_false_alarms_too() -> None:
    """About forty cases, at least eight of which must not appear."""
    assert sum(1 for case in KEY if case.get("must_not")) >= 8
    assert len(KEY) >= 40


@pytest.mark.parametrize("case", KEY, ids=[case["id"] for case in KEY])
def test_the_words_of_a_case_stand_once_in_its_file(case: dict[str, Any]) -> None:
    """Words that stood twice, or in the page's head only, could not tell right from wrong."""
    for file, words in places(case):
        body = SAMPLE.joinpath(file).read_text(encoding="utf-8").split("<body>")[-1]
        assert (file, words, 1) == (file, words, body.count(words))


@pytest.mark.parametrize("case", KEY, ids=[case["id"] for case in KEY])
def test_a_case_uses_the_words_of_the_vocabulary(case: dict[str, Any]) -> None:
    """Its kind is a layer or a standing, and so is the standing it asks for."""
    standings = {standing.value for standing in Standing}
    assert case["kind"] in LAYERS | standings
    assert case.get("standing", case["kind"]) in LAYERS | standings


def test_every_report_fits_on_a_screen() -> None:
    """A report that does not fit on a screen cannot be checked by eye; the markup of a page does not count."""
    for path in SAMPLE.iterdir():
        if path.name.endswith(".txt"):
            lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            assert len(lines) <= SCREEN, path.name
