"""A mistake in crisis.toml is named with its key and its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import crisis
from variorum.errors import ConfigError

GOOD = """\
[crisis]
name = "Valdora and Kestria"
since = 2031-05-01

[[actor]]
id = "VAL"
name = "Valdora"
kind = "government"
demonyms = ["Valdoran"]
capital = "Sarun"

[[actor]]
id = "VAL.torvek"
name = "Ilan Torvek"
office = { title = "defence minister", of = "VAL" }
"""


def test_an_empty_file_is_a_valid_crisis() -> None:
    """Every key has a default."""
    assert crisis.parse("") == crisis.Crisis()


def test_a_folder_without_the_file_has_the_defaults(tmp_path: Path) -> None:
    """Nothing needs to be written to begin."""
    assert crisis.load(tmp_path) == crisis.Crisis()


def test_settings_arrive() -> None:
    """Names, demonyms and offices are read as written."""
    found = crisis.parse(GOOD)
    assert found.crisis.name == "Valdora and Kestria"
    assert found.actor[0].demonyms == ["Valdoran"]
    office = found.actor[1].office
    assert office is not None
    assert (office.title, office.of) == ("defence minister", "VAL")


@pytest.mark.parametrize(
    ("source", "key", "line"),
    [
        ('[crisis]\nnmae = "x"\n', "crisis.nmae", 2),
        ("[crisis]\nname = 3\n", "crisis.name", 2),
        (GOOD + '\n[[actor]]\nid = "VAL"\nname = "Twice"\n', "actor[2].id", 18),
        ("[crisis]\nsince = 2031-05-01\nuntil = 2030-01-01\n", "crisis.until", 3),
        ('[[actor]]\nid = "A"\nname = "A"\nkind = "goverment"\n', "actor[0].kind", 4),
        (
            '[[actor]]\nid = "A"\nname = "Ann"\n[[actor]]\nid = "B"\nname = "B"\naliases = ["Ann"]\n',
            "actor[1].aliases",
            7,
        ),
        ('[[actor]]\nid = "A"\nname = " "\n', "actor[0].name", 3),
        ('[[metonym]]\nword = "the Hill"\nmeans = "VAL"\n', "metonym[0].means", 3),
        ("[collate]\nsame_event_days = -1\n", "collate.same_event_days", 2),
        ('[[outlet]]\nname = "A"\n[[outlet]]\nname = "B"\ngrade = "G"\n', "outlet[1].grade", 5),
        ('[[outlet]]\nname = "A"\ncountry = "Valdora"\n', "outlet[0].country", 3),
        (GOOD + '\n[[outlet]]\nname = "A"\ncountry = "VAL"\nparty = "KES.none"\n', "outlet[0].party", 20),
        ('[[outlet]]\nname = "A"\n[[outlet]]\nname = "a"\n', "outlet[1].name", 4),
        (
            '[[outlet]]\nname = "A"\ndomains = ["a.example"]\n[[outlet]]\nname = "B"\ndomains = ["www.a.example"]\n',
            "outlet[1].domains",
            6,
        ),
        ('[[actor]]\nid = "A"\nname = "A"\n[[actor]]\nid = "B"\nname = "B"\ncolour = "red"\n', "colour", 7),
    ],
)
def test_a_mistake_is_named_with_key_and_line(source: str, key: str, line: int) -> None:
    """A person finds it without counting."""
    with pytest.raises(ConfigError) as caught:
        crisis.parse(source)
    assert key in caught.value.reason
    assert caught.value.place == f"crisis.toml, line {line}"
    assert caught.value.next_step


def test_what_is_not_toml_is_said_so(tmp_path: Path) -> None:
    """The parser's own words carry the line."""
    (tmp_path / "crisis.toml").write_text("[crisis\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="not valid TOML") as caught:
        crisis.load(tmp_path)
    assert "line 1" in str(caught.value)


def test_bytes_that_are_no_text_are_said_so(tmp_path: Path) -> None:
    """A file in another encoding is a mistake with a place, not a traceback."""
    (tmp_path / "crisis.toml").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(ConfigError, match="cannot be read"):
        crisis.load(tmp_path)


@given(st.text(max_size=200))
def test_any_text_gives_a_crisis_or_a_clear_error(source: str) -> None:
    """Nothing but ConfigError ever comes out."""
    try:
        crisis.parse(source)
    except ConfigError as err:
        assert err.place  # noqa: PT017  # either outcome is right
