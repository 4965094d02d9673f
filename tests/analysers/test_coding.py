"""Events as a coder lists them: what is to come, who is asked, which comes first."""

from __future__ import annotations

from harness import read
from invented import CRISIS
from variorum.analysers.coding import are_coordinated, as_coded, main_first
from variorum.analysers.protocol import Layers
from variorum.model.entries import Event


def events(text: str) -> tuple[list[Event], Layers]:
    """Events of a text, the main one first."""
    layers = read(text, published="2031-05-09", upto="events", crisis=CRISIS).layers
    return main_first(layers.events, layers), layers


def test_harm_to_come_is_a_threat() -> None:
    """The record says planned; a coder says THREATEN."""
    found, layers = events("Valdora will attack Kestria.")
    assert (found[0].plover, as_coded(found[0], layers).plover) == ("ASSAULT", "THREATEN")


def test_of_two_who_meet_the_first_is_the_source() -> None:
    """The other is the target."""
    found, layers = events("Valdora and Kestria held talks in Tellmark.")
    coded = as_coded(found[0], layers)
    assert [party.name for party in coded.sources] == ["Valdora"]
    assert [party.name for party in coded.targets] == ["Kestria"]


def test_a_light_verb_and_its_noun_are_one_event_with_the_noun_s_mode() -> None:
    """And two verbs with "and" between them are coordinated."""
    found, layers = events("Valdora launched missile strikes on Kestria and expelled its envoy.")
    assert (found[0].trigger.exact, found[0].plover, found[0].plover_mode) == ("launched", "ASSAULT", "aerial")
    assert are_coordinated(found[0], next(item for item in found if item.trigger.exact == "expelled"), layers)


def test_an_armed_group_acts_for_itself() -> None:
    """Its act is no state's; a coder files it under one."""
    found, layers = events("Hezbollah attacked Kestria.")
    assert found[0].sources[0].country is None
    assert as_coded(found[0], layers).sources[0].country == "LBN"
