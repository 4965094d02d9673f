"""A key changes with what a step reads, and with nothing else."""

from __future__ import annotations

import dataclasses

from records import sample
from variorum import crisis
from variorum.analysers.events import EventRules
from variorum.analysers.masking import Masks
from variorum.model.reports import Dated
from variorum.pipeline.ledger import parse_key, reading_digest, settings_digest, step_key

REPORT = sample().reports[0]
READING = reading_digest(REPORT, REPORT.text_id)
GIVEN = {"resolved": "a", "moments": "b", "quantities": "c", "statements": "d", "claims": "e"}


def key(**change: object) -> str:
    """The key of the step `events`, with something changed."""
    values: dict[str, object] = {
        "analyser": EventRules(),
        "report_id": REPORT.id,
        "reading": READING,
        "settings": "s",
        "model": "m",
        "given": GIVEN,
    }
    return step_key(**{**values, **change})  # type: ignore[arg-type]


def test_equal_input_has_one_key() -> None:
    """Nothing of a clock or a process is in it."""
    assert key() == key()


def test_what_a_step_requires_changes_its_key() -> None:
    """A layer that it does not read does not."""
    assert key(given={**GIVEN, "moments": "other"}) != key()
    assert key(given={**GIVEN, "claims": "other"}) == key()


def test_version_settings_and_weights_change_the_key() -> None:
    """Each of them."""
    newer = EventRules()
    newer.version = "rules/next"
    assert len({key(), key(analyser=newer), key(settings="t"), key(model="n")}) == 4


def test_the_masthead_is_read_and_the_name_is_not() -> None:
    """A day that a person gives counts; where the file lay does not."""
    renamed = dataclasses.replace(REPORT, name="elsewhere.txt")
    assert reading_digest(renamed, REPORT.text_id) == READING
    head = dataclasses.replace(REPORT.masthead, published=Dated.unknown("x"))
    assert reading_digest(dataclasses.replace(REPORT, masthead=head), REPORT.text_id) != READING


def test_only_the_actors_of_the_settings_count() -> None:
    """The name of the crisis is for the page."""
    plain = settings_digest(crisis.parse(""))
    assert settings_digest(crisis.parse('[crisis]\nname = "x"\n')) == plain
    assert settings_digest(crisis.parse('[[actor]]\nid = "VAL"\nname = "Valdora"\n')) != plain


def test_a_parse_is_known_by_lines_and_weights() -> None:
    """Two lines are not one."""
    none, some = Masks(), Masks({"Orl": "Berlin"})
    assert parse_key(["a b"], "m", none) != parse_key(["a", "b"], "m", none)
    assert parse_key(["a"], "m", none) != parse_key(["a"], "n", none)
    assert parse_key(["a"], "m", none) == parse_key(["a"], "m", some)
    assert parse_key(["Orl"], "m", none) != parse_key(["Orl"], "m", some)
