"""Who did what to whom, when, where, and how it is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from harness import read
from invented import CRISIS
from strategies import NEWSLIKE, TEXTS
from variorum.codes.ontology import is_cameo, plover
from variorum.model.entries import Event, Status


def events(text: str, published: str | None = "2031-05-09") -> tuple[Event, ...]:
    """Events of a text."""
    return tuple(read(text, published=published, upto="events", crisis=CRISIS).layers.events)


def who(event: Event) -> tuple[list[str], list[str]]:
    """States or names of both sides."""
    return (
        [party.country or party.name for party in event.sources],
        [party.country or party.name for party in event.targets],
    )


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "cameo", "sides"),
    [
        ("Valdora attacked Kestria.", "attacked", "ASSAULT", "190", (["VDR"], ["KST"])),
        ("Kestria was attacked by Valdora.", "attacked", "ASSAULT", "190", (["VDR"], ["KST"])),
        ("Valdoran jets bombed Kestrian bridges.", "bombed", "ASSAULT", "195", (["VDR"], ["KST"])),
        ("Valdora carried out strikes on Kestria.", "carried", "ASSAULT", "190", (["VDR"], ["KST"])),
        ("Valdora's strikes on Kestria went on.", "strikes", "ASSAULT", "190", (["VDR"], ["KST"])),
        ("Police arrested three Kestrian officers.", "arrested", "COERCE", "173", (["COP"], ["KST"])),
        ("Valdora accused Kestria of lying.", "accused", "ACCUSE", "112", (["VDR"], ["KST"])),
        ("Valdora urged Kestria to talk.", "urged", "REQUEST", "020", (["VDR"], ["KST"])),
        ("Kestria deployed troops at the border.", "deployed", "MOBILIZE", "154", (["KST"], [])),
        ("Kestria threatened Valdora.", "threatened", "THREATEN", "130", (["KST"], ["VDR"])),
        ("Kestria withdrew its troops from the pass.", "withdrew", "RETREAT", "087", (["KST"], [])),
    ],
)
def test_one_event(text: str, trigger: str, kind: str, cameo: str, sides: tuple[list[str], list[str]]) -> None:
    """Active, passive, light verb, noun; type and code from one list."""
    event = next(item for item in events(text) if item.trigger.exact == trigger)
    assert (event.plover, event.cameo) == (kind, cameo)
    if sides[0] == ["COP"]:
        assert [party.role for party in event.sources] == ["COP"]
    else:
        assert who(event)[0] == sides[0]
    if sides[1]:
        assert who(event)[1][:1] == sides[1]


def test_both_who_meet_are_sources() -> None:
    """Reciprocal: no target."""
    (event,) = events("Ostmere's envoy Lise Harrow met Valdoran Foreign Minister Ilan Torvek in Seldin on Friday.")
    assert event.is_reciprocal
    assert ([party.name for party in event.sources], event.targets) == (["Lise Harrow", "Ilan Torvek"], ())
    assert event.where is not None
    assert (event.where.name, event.when.value) == ("Seldin", "2031-05-09")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Valdora attacked Kestria on Friday.", Status.DONE),
        ("Valdora will attack Kestria.", Status.PLANNED),
        ("Valdora plans to attack Kestria.", Status.PLANNED),
        ("Valdora threatened to attack Kestria.", Status.THREATENED),
        ("Valdora could attack Kestria.", Status.CONDITIONAL),
        ("Officials urged Valdora to attack Kestria.", Status.CALLED_FOR),
        ("Valdora is attacking Kestria.", Status.ONGOING),
        ("Valdora attacked Kestria in 1998.", Status.BACKGROUND),
    ],
)
def test_only_what_happened_is_told_as_done(text: str, status: Status) -> None:
    """Plans, threats, wishes and history are told as such."""
    event = next(item for item in events(text) if item.trigger.exact.startswith("attack"))
    assert event.status is status


def test_what_did_not_happen_is_no_event() -> None:
    """Negation removes it."""
    assert not [item for item in events("Valdora did not attack Kestria.") if item.plover == "ASSAULT"]


def test_an_event_inside_a_statement_carries_it() -> None:
    """So that nobody reads it in the outlet's voice."""
    reading = read("Kestria said Valdora attacked the port.", published="2031-05-09", upto="events", crisis=CRISIS)
    attack = next(item for item in reading.layers.events if item.plover == "ASSAULT")
    assert attack.within == reading.layers.statements[0].id


def test_a_day_before_another_is_counted() -> None:
    """Two days after: the earlier event has its own day, marked."""
    found = events("Valdoran jets struck Kestria on Thursday, two days after an attack on a market killed 19 people.")
    days = {item.trigger.exact: item.when.value for item in found}
    assert (days["struck"], days["killed"]) == ("2031-05-08", "2031-05-06")


def test_a_day_that_is_not_stated_is_bounded_by_the_report() -> None:
    """Or open, with the reason."""
    (event,) = events("Valdora attacked Kestria.")
    assert (event.when.value, event.when.latest, event.when.is_inferred) == (None, "2031-05-09", True)
    (open_,) = events("Valdora attacked Kestria.", None)
    assert (open_.when.value, open_.when.latest) == (None, None)
    assert open_.when.why


@settings(max_examples=40, deadline=None)
@given(NEWSLIKE | TEXTS)
def test_any_text_gives_known_codes_and_exact_spans(text: str) -> None:
    """Types of PLOVER, codes of CAMEO."""
    for event in events(text):
        assert text[event.trigger.start : event.trigger.end] == event.trigger.exact
        assert plover(event.plover, event.plover_mode).event == event.plover
        assert is_cameo(event.cameo)


def test_the_day_that_a_clause_hangs_on_is_its_day() -> None:
    """“on Saturday, when ...”: with a day to count from, and without one the weekday is kept."""
    text = "The siege began on Saturday, when Kestria shelled Valdora."
    (told,) = [event for event in events(text) if event.trigger.exact == "shelled"]
    assert told.when.value == "2031-05-03"
    (told,) = [event for event in events(text, published=None) if event.trigger.exact == "shelled"]
    assert (told.when.value, told.when.weekday) == (None, 5)


def test_a_place_that_is_nobodys_own_word_takes_its_land() -> None:
    """“attacks on 26 sites across Valdora” are done to Valdora."""
    (told,) = events("Kestria launched attacks on 26 sites across Valdora.")
    assert who(told) == (["KST"], ["VDR"])


def test_a_count_as_of_a_day_is_of_that_day_or_before() -> None:
    """“As of Wednesday” dates the count, not the dying."""
    (told,) = [event for event in events("As of Wednesday, the strikes have killed 17 people.") if event.targets]
    assert (told.when.value, told.when.latest, told.when.is_inferred) == (None, "2031-05-07", True)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Valdora bombed Kestria on Tuesday. Kestria shelled Valdora.", "shelled", "2031-05-06"),
        ("Seldin blames men who struck the market on Tuesday. Kestria shelled Valdora.", "shelled", None),
        ("Valdora bombed Kestria on Tuesday. Kestria would bomb Valdora if it came back.", "bomb", None),
        ("Valdora bombed Kestria on Tuesday. Kestria accused Valdora of lying.", "accused", None),
    ],
)
def test_the_sentence_before_dates_only_what_was_done(text: str, trigger: str, day: str | None) -> None:
    """Its main clause's day, for a deed in the past; words and possible deeds have a day of their own."""
    (told,) = [event for event in events(text) if event.trigger.exact == trigger]
    assert told.when.value == day


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Guns killed nine people in the river town of Brisal.", "killed", "Brisal"),
        ("Kestria condemned the shelling of the market of Brisal.", "shelling", "Brisal"),
        ("Aid reached people in Brisal. Kestria shelled the school in the town.", "shelled", "Brisal"),
        ("Kestria shelled the school.", "shelled", None),
    ],
)
def test_places_that_no_list_has(text: str, trigger: str, place: str | None) -> None:
    """The words say that it is a town; “the town” is the one named before."""
    (told,) = [event for event in events(text) if event.trigger.exact == trigger]
    assert (told.where.name if told.where else None) == place


def test_the_day_on_which_it_was_said_only_bounds_it() -> None:
    """“said on Tuesday that guns had killed nine”: on Tuesday or before."""
    (told,) = [
        event for event in events("Kestria said on Tuesday that Valdoran guns had killed nine people.") if event.targets
    ]
    assert (told.when.value, told.when.latest) == (None, "2031-05-06")


def test_who_is_accused_of_it_did_it_by_that_word() -> None:
    """Not who accuses; of each other, both."""
    (event,) = [e for e in events("Valdora accused Kestria of shelling Brask on Wednesday.") if e.plover == "ASSAULT"]
    assert [party.name for party in event.sources] == ["Kestria"]


def test_what_is_fired_is_not_what_is_struck() -> None:
    """Nor what takes place, nor crimes that are committed."""
    (event,) = [e for e in events("Kestria launches 40 drones and missiles towards Valdora.") if e.plover == "ASSAULT"]
    assert [party.name for party in event.targets] == ["Valdora"]
    assert not [e for e in events("Protests took place in Valdora.") if e.plover == "AID"]
    assert not [e for e in events("Kestrian rebels have committed grave abuses.") if e.plover == "AGREE"]


def test_what_one_side_says_of_the_doer_is_not_everybodys_word() -> None:
    """The next sentence, in the outlet's own voice, takes no doer from a claim."""
    found = events("Valdora said Kestrian rebels had bombed the port of Brask. The raid killed nine people.")
    (killed,) = [e for e in found if e.trigger.exact == "killed"]
    assert killed.sources == ()
