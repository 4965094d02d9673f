"""The sample crisis: it loads, its countries are invented, and its answer key points at words that are there."""

from __future__ import annotations

import json
import runpy
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from variorum import crisis, sources
from variorum.codes import table
from variorum.faces.cli.answers import KINDS
from variorum.model.matters import Standing
from variorum.sources.member import Member

SAMPLE = Path(str(files("variorum.codes").joinpath("data/sample")))
KEY: list[dict[str, Any]] = json.loads(SAMPLE.joinpath("key.json").read_text(encoding="utf-8"))
SCREEN = 35
"""Lines of text, blank ones aside, that fit on one screen."""


def places(case: dict[str, Any]) -> list[tuple[str, str]]:
    """(file, words) of every place a case names."""
    return [(file, words) for file, words in case.get("sides", [[case.get("report"), case.get("words")]])]


@cache
def texts(file: str) -> tuple[str, ...]:
    """The text of every document in a file of the sample, as the reader opens it."""
    with SAMPLE.joinpath(file).open("rb") as stream:
        found = [item for item in sources.members(stream, name=file, locator=file) if isinstance(item, Member)]
    return tuple(sources.take(item.data, name=item.name).text.text for item in found)


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
    """Four hundred cases, over a quarter of which must not appear; all but the oldest say what they were planted for."""
    assert len(KEY) == 400
    assert sum(1 for case in KEY if case.get("must_not")) == 113
    assert all(case.get("construction") for case in KEY[50:])


@pytest.mark.parametrize("case", KEY, ids=[case["id"] for case in KEY])
def test_the_words_of_a_case_stand_once_in_its_file(case: dict[str, Any]) -> None:
    """Words that stood twice could not tell right from wrong; what no reader sees stands in the file's markup only."""
    for file, words in places(case):
        found = sum(text.count(words) for text in texts(file))
        if not found and case.get("construction") == "hostile markup":
            found = SAMPLE.joinpath(file).read_bytes().count(words.encode())
        assert (file, words, 1) == (file, words, found)


@pytest.mark.parametrize("case", KEY, ids=[case["id"] for case in KEY])
def test_a_case_uses_the_words_of_the_vocabulary(case: dict[str, Any]) -> None:
    """Its kind is one that the checker knows, and the standings it asks for are standings."""
    assert case["kind"] in KINDS
    assert {*case.get("accepts", ()), case.get("standing", "single")} <= {standing.value for standing in Standing}


def test_every_report_fits_on_a_screen() -> None:
    """A report that does not fit on a screen cannot be checked by eye; the markup of a page does not count."""
    for path in SAMPLE.iterdir():
        if path.name not in ("crisis.toml", "key.json"):
            for text in texts(path.name):
                assert len([line for line in text.splitlines() if line.strip()]) <= SCREEN, path.name


def test_the_archive_is_what_its_maker_makes() -> None:
    """Byte by byte, so that its pages can be changed where they are written."""
    maker = runpy.run_path(str(Path(__file__).parents[1] / "tools" / "build_sample_archive.py"))
    assert SAMPLE.joinpath("23-archive.warc").read_bytes() == maker["archive"]()
