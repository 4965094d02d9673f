"""Exchange the parties of a text and the record exchanges with them; a one-sided word is found out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.balance import Exchange, differences, forms_of_country, main, parties

from invented import CRISIS
from variorum.analysers import force as force_module
from variorum.analysers import nesting as nesting_module
from variorum.codes.countries import countries, find, shared_demonyms
from variorum.crisis import Crisis
from variorum.model.entries import Force
from variorum.pipeline.reading import read_text

GOLD = Path(__file__).parents[1] / "gold"
VALDORA_AND_KESTRIA = parties(["Valdora", "Kestria"], CRISIS)
SENTENCES = [
    text
    for name in ("statements/own", "statements/blind", "dates/blind")
    for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    if VALDORA_AND_KESTRIA.is_round(text := json.loads(line)["text"])
]


def test_there_are_enough_sentences() -> None:
    """Fifty or more that name a party."""
    assert len(SENTENCES) >= 50


def test_every_sentence_is_balanced() -> None:
    """Speaker, force, hedges, sides, figures: all exchange with the names."""
    leaning = {
        text: found
        for text in SENTENCES
        if (found := differences(text, VALDORA_AND_KESTRIA, CRISIS, date="2031-05-09"))
    }
    assert leaning == {}


@pytest.mark.parametrize(
    ("one", "other"), [("India", "Pakistan"), ("Iran", "Israel"), ("Ukraine", "Russia"), ("Sudan", "Chad")]
)
def test_real_states_are_balanced(one: str, other: str) -> None:
    """With capitals that are one word or two, and peoples that do or do not end in -ian."""
    mine, theirs = find(one), find(other)
    assert mine is not None
    assert theirs is not None
    exchange = parties([one, other], Crisis())
    first, second = forms_of_country(mine), forms_of_country(theirs)
    swap = {"Valdora": first[0][0], "Valdoran": first[1][0], "Seldin": first[2][0], "Valdorans": first[1][-1]}
    swap |= {"Kestria": second[0][0], "Kestrian": second[1][0], "Morhaven": second[2][0], "Kestrians": second[1][-1]}
    forms = tuple((word,) for word in swap)
    to_real = Exchange(forms, tuple((word,) for word in swap.values()))
    told = [to_real(text) for text in SENTENCES[:40]]
    leaning = {text: found for text in told if (found := differences(text, exchange, Crisis(), date="2031-05-09"))}
    assert leaning == {}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("{} officials said so.", ""),
        ("{} forces left.", ".mil"),
        ("The {} army left.", ".mil"),
        ("{} police came.", ".cop"),
    ],
)
def test_every_state_acts_under_its_adjective(words: str, role: str) -> None:
    """All alike, whatever their adjective looks like to the parser; one that two states share is nobody's by itself."""
    for country in countries():
        for adjective in country.demonyms[:1]:
            layers = read_text(words.format(adjective), date="2031-05-09").layers
            acting = {actor for mention in layers.resolved for actor in mention.actors}
            shared = adjective in shared_demonyms()
            assert (country.code + role in acting) is not shared, adjective


def test_a_one_sided_word_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever made one party accuse where the other asserts would be seen."""
    honest = force_module.force_of

    def leaning(found: object, content: object, speaker: object, given: object, **more: bool) -> Force:
        force = honest(found, content, speaker, given, **more)  # type: ignore[arg-type]
        return Force.ACCUSES if speaker is not None and getattr(speaker, "country", None) == "VDR" else force

    monkeypatch.setattr(nesting_module, "force_of", leaning)
    text = "Valdora said that two of its boats had been rammed."
    assert [what for what, _ in differences(text, VALDORA_AND_KESTRIA, CRISIS)] == ["lost", "new"]


def test_an_exchange_is_its_own_inverse() -> None:
    """Longest names first, and only whole words."""
    exchange = parties(["India", "Pakistan"], Crisis())
    text = "New Delhi told Indians that Pakistani jets left Indiana."
    assert exchange(text) == "Islamabad told Pakistanis that Indian jets left Indiana."
    assert exchange(exchange(text)) == text
    with pytest.raises(ValueError, match="neither"):
        parties(["India", "Nowhere"], Crisis())


def test_lines_from_a_user(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that name no party are passed over."""
    monkeypatch.setattr("sys.stdin", ["India said it shot down two Pakistani jets.\n", "It rained.\n"])
    assert main(["--parties", "India", "Pakistan"]) == 0
    assert capsys.readouterr().out == "1 of 1 texts are balanced\n"
