"""An entry without words cannot be made."""

from __future__ import annotations

import pytest

from variorum.model.entries import Claim, Event, Force, Mode, Stance, Statement, Status, When
from variorum.model.spans import Span

WORDS = Span("txt_a", 0, 6, "denied")
NEVER = When.unknown("no day is given")


def statement(**change: object) -> Statement:
    """A statement, with fields changed."""
    values: dict[str, object] = {
        "id": "st_1",
        "report_id": "rep_1",
        "speaker": None,
        "speaker_note": "no speaker is named",
        "addressee": None,
        "cue": WORDS,
        "content": (WORDS,),
        "mode": Mode.INDIRECT,
        "force": Force.DENIES,
        "within": None,
        "via": (),
        "said": NEVER,
        "evidence": (WORDS,),
    }
    return Statement(**{**values, **change})  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["evidence", "content"])
def test_a_statement_needs_words(field: str) -> None:
    """Neither evidence nor content may be empty."""
    with pytest.raises(ValueError, match="without evidence"):
        statement(**{field: ()})


def test_an_event_needs_words() -> None:
    """The constructor refuses, whoever calls it."""
    with pytest.raises(ValueError, match="an event without evidence"):
        Event(
            "ev_1",
            "rep_1",
            WORDS,
            (),
            (),
            is_reciprocal=False,
            plover="ASSAULT",
            plover_mode=None,
            cameo="190",
            where=None,
            when=NEVER,
            status=Status.DONE,
            within=None,
            evidence=(),
        )


def test_a_claim_needs_words() -> None:
    """The same law for claims."""
    with pytest.raises(ValueError, match="a claim without evidence"):
        Claim("cl_1", "rep_1", "did", WORDS, None, Stance.DENIED, None, NEVER, None, None, (), (), None, NEVER, ())


def test_two_stances_in_one_sentence_are_two_claims() -> None:
    """Where A says five jets and B denies it, one number stands in two claims."""
    said = Claim.address("rep_1", 10, 20, "asserted", 0)
    denied = Claim.address("rep_1", 10, 20, "denied", 40)
    assert said != denied


def test_an_unknown_day_has_its_reason() -> None:
    """Absence is a value with a reason."""
    assert (NEVER.value, NEVER.precision, NEVER.why) == (None, 5, "no day is given")
