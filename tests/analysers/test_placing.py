"""Which place is meant: by the words beside it, by its own name, by the states of the report; else left open."""

from __future__ import annotations

import pytest

from harness import read
from variorum.model.entries import Where
from variorum.model.marks import Mention, MentionKind
from variorum.pipeline.reading import read_text


def place(text: str, words: str) -> Mention:
    """The mention of those words."""
    found = [mention for mention in read(text, upto="resolve").layers.resolved if mention.span.exact == words]
    assert found, f"no mention of {words}"
    return found[0]


def told(text: str) -> Where | None:
    """Where the first event with a place happens."""
    events = read_text(text, date="2031-05-09").layers.events
    return next((event.where for event in events if event.where is not None), None)


@pytest.mark.parametrize(
    ("text", "words", "id_", "kind", "country"),
    [
        ("A gunman of Allen, Texas, was held.", "Allen", "geonames:4670300", "city", "USA"),
        ("A blast shook Lahore. It was heard in Hyderabad, Pakistan.", "Hyderabad", "geonames:1176734", "city", "PAK"),
        ("They met in the Polish city of Gdansk.", "Gdansk", "geonames:3099434", "city", "POL"),
        ("A bomb went off in Afghanistan's Wardak province.", "Wardak", "geonames:1121863", "region", "AFG"),
        ("Troops of Yemen entered Hodeidah.", "Hodeidah", "geonames:79415", "city", "YEM"),
        ("Envoys of India flew to Islamabad.", "Islamabad", "geonames:1176615", "capital", "PAK"),
        ("The mayor of London spoke.", "London", "geonames:2643743", "capital", "GBR"),
        ("Ukraine shelled a depot in Zaporizhzhia.", "Zaporizhzhia", "geonames:687700", "city", "UKR"),
        ("Marchers gathered in Paris.", "Paris", "geonames:2988507", "capital", "FRA"),
        ("A ferry left Scotland for Ireland.", "Scotland", "geonames:2638360", "region", "GBR"),
    ],
)
def test_a_place_is_the_one_that_is_meant(text: str, words: str, id_: str, kind: str, country: str) -> None:
    """Neither the largest nor the first of its name."""
    found = place(text, words)
    assert (found.place, found.place_kind, found.country) == (id_, kind, country)


def test_between_two_states_of_the_report_nobody_guesses() -> None:
    """Hyderabad lies in both; who is larger is no reason. What stands beside it anywhere in the report is."""
    text = "India and Pakistan traded fire. A blast was heard in Hyderabad."
    found = place(text, "Hyderabad")
    assert (found.kind, found.place, found.country) == (MentionKind.PLACE, None, None)
    assert found.candidates == ("geonames:1269843", "geonames:1176734")
    assert found.why == "several places are so called"
    assert place(f"{text} Police in Hyderabad, Pakistan, saw smoke.", "Hyderabad").place == "geonames:1176734"


def test_what_has_an_article_or_goes_on_is_no_town() -> None:
    """“The West”, “the University”, Vladimir Putin: towns are so called, but not these; nor is a bare noun a place."""
    text = "The United States sent ships to the Middle East. Critics in the West said Vladimir Putin left the London Bridge."
    kinds = {
        mention.span.exact: (mention.place, mention.place_kind)
        for mention in read(text, upto="resolve").layers.resolved
    }
    assert kinds["Middle East"] == kinds["West"] == (None, "area")
    assert all(place is None for words, (place, _) in kinds.items() if words in ("Vladimir", "Bridge"))


def test_a_part_of_a_disputed_land_is_of_whom_the_words_say() -> None:
    """“Pakistan-administered” is no opinion of ours; bare, the state stays open."""
    text = "A bus fell into a gorge in {}Kashmir on Friday."
    assert place(text.format(""), "Kashmir").country is None
    found = [
        (mention.place_kind, mention.country)
        for mention in read(text.format("Pakistan-administered "), upto="resolve").layers.resolved
        if mention.span.exact.endswith("Kashmir")
    ]
    assert found == [("disputed", "PAK")]


def test_a_village_far_away_is_not_meant() -> None:
    """Where the report names a state, a small place of another one only shares the name."""
    found = place("Kenya sent aid. Rain fell in Watford.", "Watford")
    assert found.country == "GBR"  # known everywhere
    found = place("Kenya sent aid. Rain fell in Croughton.", "Croughton")
    assert (found.place, found.candidates) == (None, ("geonames:2651855",))


def test_disputed_land_is_told_by_who_runs_it() -> None:
    """Not by whose it is."""
    found = place("Ukraine struck a bridge in Crimea.", "Crimea")
    assert (found.place_kind, found.country) == ("disputed", "RUS")
    assert found.why == "Crimea, administered by RUS, claimed by UKR"
    town = place("Ukraine struck ships in Sevastopol.", "Sevastopol")
    assert (town.place, town.country) == ("geonames:694423", "RUS")
    assert "claimed by UKR" in town.why


def test_a_base_is_known_by_its_noun() -> None:
    """And lies where a town in its name lies, if the report names that state."""
    text = "Afghanistan closed its air space. A jet left Kandahar Airfield. Another stood at Croughton Barracks."
    found = place(text, "Kandahar Airfield")
    assert (found.place, found.place_kind, found.country) == (None, "site", "AFG")
    found = place(text, "Croughton Barracks")
    assert (found.place, found.place_kind, found.country) == (None, "base", None)
    assert found.why == "a barracks, by its noun"


def test_the_city_is_the_one_named_before() -> None:
    """And the capital that of the state named before; new ones are not."""
    text = "A blast shook Lahore in Pakistan. The city was dark. In the capital, shops closed. A city far off was calm."
    assert place(text, "The city").name == "Lahore"
    assert place(text, "the capital").place == "geonames:1176615"
    assert all(mention.span.exact != "A city" for mention in read(text, upto="resolve").layers.resolved)


def test_a_name_before_a_noun_is_a_place_unless_it_is_somebodys() -> None:
    """“Lahore residents”, “the Jackson report”."""
    text = "Lahore residents fled. Judge Ann Jackson asked for the Jackson report."
    assert place(text, "Lahore").place == "geonames:1172451"
    assert all(
        mention.kind is not MentionKind.PLACE
        for mention in read(text, upto="resolve").layers.resolved
        if "Jackson" in mention.span.exact
    )


@pytest.mark.parametrize(
    ("text", "words", "precision", "id_"),
    [
        ("A blast killed two people in Lahore.", "Lahore", 1, "geonames:1172451"),
        ("A blast killed two people near Lahore.", "Lahore", 2, "geonames:1172451"),
        ("A blast killed two people in Afghanistan's Wardak province.", "Wardak", 4, "geonames:1121863"),
        ("A blast killed two people in northern Pakistan.", "northern Pakistan", 5, "geonames:1168579"),
        ("A blast killed two people in Pakistan.", "Pakistan", 6, "geonames:1168579"),
    ],
)
def test_an_event_says_how_exactly_it_is_placed(text: str, words: str, precision: int, id_: str) -> None:
    """By the codes of UCDP, with the reason."""
    found = told(text)
    assert found is not None
    assert (found.name, found.precision, found.place) == (words, precision, id_)
    assert found.why


def test_a_dateline_is_where_it_was_written() -> None:
    """Not where it happened."""
    assert told("LAHORE, May 7 (Agency) - A blast killed two people on Friday.") is None


TOWNS = "Fires burned in Mombasa and Malindi. "


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (TOWNS + "Crowds met at Lorn Square.", "Lorn Square", "site"),
        (TOWNS + "She died at the Merrow Memorial Hospital.", "Merrow Memorial Hospital", "site"),
        ("Crowds met at Lorn Square in Mombasa. Others met in Kampala.", "Lorn Square", "site"),
    ],
)
def test_a_site_lies_in_the_state_of_the_towns_round_it(text: str, words: str, kind: str) -> None:
    """Those of its sentence, else all of the report; marked as inferred."""
    found = place(text, words)
    assert (found.place_kind, found.country, found.place) == (kind, "KEN", None)
    assert found.why


def test_what_only_may_be_a_place_stays_open() -> None:
    """No noun says that it is one."""
    assert place(TOWNS + "Crowds met in Teskaville.", "Teskaville").country is None


@pytest.mark.parametrize(
    "text",
    [
        "Fires burned in Mombasa and Kampala. Crowds met at Lorn Square.",
        "A fire burned in Mombasa. Crowds met at Lorn Square.",
        "Crowds met at Lorn Square.",
    ],
)
def test_between_two_states_or_with_one_town_a_site_stays_open(text: str) -> None:
    """Nothing says where it is."""
    assert place(text, "Lorn Square").country is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (TOWNS + "Uganda sent aid. A week later the country was calm.", "the country", "KEN"),
        (TOWNS + "Uganda said the country was calm.", "the country", "UGA"),
        ("Kenyan President Oren Kest said, “Nobody in this country sleeps.” Uganda was silent.", "this country", "KEN"),
    ],
)
def test_the_country_is_that_of_the_towns_or_of_whoever_speaks(text: str, words: str, country: str) -> None:
    """Unless the sentence names another state."""
    found = place(text, words)
    assert (found.country, found.place_kind) == (country, "country")


def test_wide_lands_are_no_actors() -> None:
    """Whatever they are said to do."""
    assert place("South Asia said nothing.", "South Asia").actors == ()
