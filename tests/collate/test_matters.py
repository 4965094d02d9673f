"""Which entries speak of one thing; the laws of collation."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora import Told, corpus_of, matters_of, readings
from harness import Reading
from invented import CRISIS
from variorum.collate.matters import collate
from variorum.model.ids import digest
from variorum.model.matters import Matter, MatterKind, Standing

TOLL: list[Told] = [
    ("Valdora struck Kestria on Wednesday and killed six people, Kestrian officials said.", "2031-05-08"),
    ("Valdora struck Kestria on Wednesday and killed 17 people, Kestrian officials said.", "2031-05-10"),
]
RIVALS: list[Told] = [
    ("Valdora attacked Kestria on Thursday and killed 11 Kestrian soldiers, the Valdoran army said.", "2031-05-09"),
    ("Valdora attacked Kestria on Thursday and killed three Kestrian soldiers, Kestrian officials said.", "2031-05-09"),
]
JETS: list[Told] = [
    ("Kestria said it shot down five Valdoran jets on Wednesday.", "2031-05-08"),
    ("Kestria said it shot down five Valdoran planes on Wednesday.", "2031-05-09"),
]


def one(matters: tuple[Matter, ...], kind: MatterKind, standing: Standing) -> Matter:
    """The only matter of that kind and standing."""
    found = [matter for matter in matters if matter.kind is kind and matter.standing is standing]
    assert len(found) == 1, [(matter.title, matter.standing) for matter in matters]
    return found[0]


def test_a_toll_that_one_side_raises_is_updated() -> None:
    """Both counts in one matter, oldest first."""
    matter = one(matters_of(*TOLL), MatterKind.FIGURE, Standing.UPDATED)
    assert [account.value for account in matter.accounts] == ["six people", "17 people"]


def test_rival_tolls_differ() -> None:
    """Two sides, one day."""
    one(matters_of(*RIVALS), MatterKind.FIGURE, Standing.CONTESTED)


def test_like_figures_of_two_reports_are_told_alike() -> None:
    """Jets and planes are one thing."""
    matter = one(matters_of(*JETS), MatterKind.FIGURE, Standing.AGREED)
    assert len({report for account in matter.accounts for report in account.report_ids}) == 2


def test_equal_numbers_join_nothing() -> None:
    """26 sites are not 26 dead."""
    matters = matters_of(
        ("Kestria attacked 26 sites in Valdora on Saturday.", "2031-05-11"),
        ("Gunmen killed 26 tourists in Ostmere in April.", "2031-05-11"),
    )
    assert all(len(matter.members) == 1 for matter in matters if matter.kind is MatterKind.FIGURE)


def test_dead_and_wounded_are_no_rivals() -> None:
    """Nor are a part and the whole."""
    matters = matters_of(
        ("Valdora struck Kestria on Wednesday and killed 24 people, Kestrian officials said.", "2031-05-09"),
        ("Valdora struck Kestria on Wednesday and wounded 51 people, Kestrian officials said.", "2031-05-09"),
        ("Valdora struck Kestria on Wednesday and killed nine children, Kestrian officials said.", "2031-05-09"),
    )
    assert not [matter for matter in matters if matter.standing is Standing.CONTESTED]


def test_two_meetings_months_apart_are_two() -> None:
    """The same two people."""
    text = "Ostmere's envoy Lise Harrow met Valdoran Foreign Minister Ilan Torvek in Seldin on Friday."
    meetings = [
        matter
        for matter in matters_of((text, "2031-05-09"), (text.replace("in Seldin ", ""), "2031-12-12"))
        if matter.kind is MatterKind.EVENT
    ]
    assert len(meetings) == 2


def test_like_remarks_of_two_people_are_two() -> None:
    """Only one speaker's wordings are set side by side."""
    matters = matters_of(
        ("“We will answer every shot across the river tonight,” General Brenna Holt said on Friday.", "2031-05-09"),
        ("“We will answer every bullet across the river tonight,” General Pavo Renn said on Friday.", "2031-05-09"),
    )
    assert not [matter for matter in matters if matter.kind is MatterKind.REMARK]


def test_two_titles_of_one_person_are_shown() -> None:
    """Interior and federal interior minister are one."""
    matters = matters_of(
        ("Valdoran Foreign Minister Ilan Torvek left Seldin.", "2031-05-09"),
        ("Valdoran Deputy Prime Minister Ilan Torvek left Seldin.", "2031-05-09"),
        ("Kestrian Federal Interior Minister Sorin Adrak spoke. Interior Minister Sorin Adrak left.", "2031-05-09"),
    )
    matter = one(matters, MatterKind.NAME, Standing.NAME_CHECK)
    assert matter.title == "Ilan Torvek"


def test_a_persons_same_and_different_always_win() -> None:
    """Whatever the scopes say."""
    found = readings(*TOLL, *RIVALS)
    corpus = corpus_of(found)
    six, seventeen = (
        claim.id for claim in corpus.claims if claim.topic == "killed" and claim.figure and claim.figure.subset is None
    )
    apart = collate(corpus_of(found, different=((six, seventeen),)), CRISIS)
    assert not any({six, seventeen} <= set(matter.members) for matter in apart)
    eleven = next(claim.id for claim in corpus.claims if claim.figure and claim.figure.subset == "soldiers")
    joined = collate(corpus_of(found, same=((eleven, six),)), CRISIS)
    assert any({six, eleven} <= set(matter.members) for matter in joined)


REMARK: list[Told] = [
    (
        "“We will answer every shot fired across the river tonight,” General Brenna Holt of Valdora said on Friday.",
        "2031-05-09",
    ),
    (
        "“We shall answer any bullet that crosses the river tonight,” General Brenna Holt of Valdora said on Friday.",
        "2031-05-09",
    ),
]


def remarks_of(found: list[Reading], **ruled: object) -> list[tuple[str, ...]]:
    """Members of each matter of remarks."""
    return [matter.members for matter in collate(corpus_of(found, **ruled), CRISIS) if matter.kind is MatterKind.REMARK]


def test_a_ruling_on_remarks_wins() -> None:
    """Different parts two wordings; same joins two remarks that share no words."""
    found = readings(*REMARK)
    (pair,) = remarks_of(found)
    assert remarks_of(found, different=(pair,)) == []
    unlike = readings(
        REMARK[0], ("“Not one inch of the valley is theirs,” General Brenna Holt of Valdora said.", "2031-05-09")
    )
    ids = tuple(sorted(statement.id for statement in corpus_of(unlike).statements))
    assert remarks_of(unlike) == []
    assert remarks_of(unlike, same=(ids,)) == [ids]
    assert remarks_of(unlike, same=(ids,), different=(ids,)) == []


def test_two_parts_of_one_toll_are_shown_apart() -> None:
    """Children and soldiers, each with the other beside it and the reason."""
    text = "Valdora struck Kestria on Wednesday and killed {} Kestrian {}, Kestrian officials said."
    matters = matters_of((text.format("nine", "children"), "2031-05-09"), (text.format("11", "soldiers"), "2031-05-09"))
    reasons = [held.why for matter in matters if matter.kind is MatterKind.FIGURE for held in matter.apart]
    assert len(reasons) == 2
    assert all(why.startswith("another part") for why in reasons)


FOUND = readings(*TOLL, *RIVALS, *JETS)
WHOLE = collate(corpus_of(FOUND), CRISIS)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(order: random.Random) -> None:
    """Shuffled reports, shuffled entries: one result, in one order."""
    shuffled = FOUND[:]
    order.shuffle(shuffled)
    corpus = corpus_of(shuffled)
    mixed = {name: list(getattr(corpus, name)) for name in ("statements", "events", "claims", "mentions")}
    for items in mixed.values():
        order.shuffle(items)
    again = collate(corpus_of(shuffled, **{name: tuple(items) for name, items in mixed.items()}), CRISIS)
    assert digest(again) == digest(WHOLE)


@pytest.mark.parametrize("told", [TOLL, RIVALS, JETS], ids=["toll", "rivals", "jets"])
def test_swapped_parties_swap_the_matters(told: list[Told]) -> None:
    """The same standings, the same weights."""

    def swapped(text: str) -> str:
        return text.replace("Valdor", "@").replace("Kestri", "Valdor").replace("@", "Kestri")

    ours = matters_of(*told)
    theirs = matters_of(*((swapped(text), day) for text, day in told))
    assert sorted((matter.kind.value, matter.standing.value, matter.weight) for matter in ours) == sorted(
        (matter.kind.value, matter.standing.value, matter.weight) for matter in theirs
    )
    assert {swapped(matter.title) for matter in ours} == {matter.title for matter in theirs}


def test_a_copy_is_no_second_origin() -> None:
    """Digests and opinion add none at all."""
    found = readings(*JETS)
    first, second = (reading.report.id for reading in found)
    (folded,) = [
        matter
        for matter in collate(corpus_of(found, origin_of={first: first, second: first}), CRISIS)
        if matter.kind is MatterKind.FIGURE
    ]
    assert {origin for account in folded.accounts for origin in account.origins} == {first}
    (digested,) = [
        matter
        for matter in collate(corpus_of(found, origin_of={first: first, second: ""}), CRISIS)
        if matter.kind is MatterKind.FIGURE
    ]
    assert {origin for account in digested.accounts for origin in account.origins} == {first}


def test_a_weekday_that_the_day_is_not_is_another_day() -> None:
    """A report without a day says “on Saturday”; the other's strike was on a Wednesday."""
    dated = ("Valdora bombed Kestria on Wednesday.", "2031-05-09")
    for weekday, count in (("Saturday", 2), ("Wednesday", 1)):
        matters = matters_of(dated, (f"Valdora bombed Kestria on {weekday}.", None))
        assert len([matter for matter in matters if matter.kind is MatterKind.EVENT]) == count


def test_two_who_name_different_doers_differ() -> None:
    """Who did it is the answer, not a part of the question: one matter, and neither is right for us."""
    matters = matters_of(
        ("Valdora blamed Kestria for the attack in Seldin on Sunday.", "2031-05-09"),
        ("Kestria blamed Iran for the attack in Seldin on Sunday.", "2031-05-09"),
    )
    found = [matter for matter in matters if matter.kind is MatterKind.POSITION]
    assert [(matter.standing, len(matter.accounts)) for matter in found] == [(Standing.CONTESTED, 2)]


def test_a_copy_is_joined_with_its_source_and_agrees_with_nobody() -> None:
    """Copied words are one matter, whatever is known of their scope; one origin does not agree with itself."""
    text = "Kestria sent about 600 reservists to the north, its ministry said. Valdora denied shelling the town."
    found = readings((text, "2031-05-09"), (text + " The envoy left.", "2031-05-10"))
    first, second = (reading.report.id for reading in found)
    matters = collate(corpus_of(found, origin_of={first: first, second: first}), CRISIS)
    kinds = [matter for matter in matters if matter.kind in (MatterKind.FIGURE, MatterKind.POSITION)]
    assert [len(matter.members) for matter in kinds] == [2, 2]
    assert Standing.AGREED not in {matter.standing for matter in kinds}


def test_each_says_the_other_broke_the_truce_first() -> None:
    """Where each puts it is a part of its answer."""
    text = (
        "Valdora said that Kestrian mortars had broken the truce first, at Olmeda. "
        "Kestria said that Valdoran snipers had broken the truce first, outside Vetka."
    )
    matters = matters_of((text, "2031-05-09"))
    one(matters, MatterKind.POSITION, Standing.MIRRORED)


def test_one_monitor_counts_one_series() -> None:
    """A teller of no state is one side too; without a day of one report the order is not known."""
    matters = matters_of(
        ("The Basin Relief Council counted 5,200 displaced people in the schools of Olmeda.", "2031-05-09"),
        ("The Basin Relief Council counted 3,800 displaced people in the schools of Olmeda.", None),
    )
    one(matters, MatterKind.FIGURE, Standing.ORDER_UNKNOWN)


def test_undated_tolls_of_two_months_are_two() -> None:
    """News without a day is about the days before it: a month apart nothing shows that it is one."""
    text = "Valdoran guns killed {} people in Kestria, the ministry said."
    for later, count in (("2031-05-12", 1), ("2031-06-12", 2)):
        matters = matters_of((text.format(31), "2031-05-09"), (text.format(43), later))
        assert len([matter for matter in matters if matter.kind is MatterKind.FIGURE]) == count


SHELLING = "Shelling of the town of Olmeda killed {} people on Wednesday, {} said."


def figures(matters: tuple[Matter, ...]) -> list[list[str]]:
    """The values of each matter of figures with more than one entry."""
    return [
        sorted(account.value for account in matter.accounts)
        for matter in matters
        if matter.kind is MatterKind.FIGURE and len(matter.members) > 1
    ]


def test_a_later_toll_meets_those_of_other_reports() -> None:
    """Day and place are those of what its report tells first."""
    matters = matters_of(
        (SHELLING.format("nine", "a monitor") + "\nThe mayor later counted 12 dead.", "2031-05-08"),
        (SHELLING.format("15", "an aid group"), "2031-05-08"),
    )
    assert figures(matters) == [["12 dead", "15 people", "nine people"]]


def test_parts_and_wholes_are_apart() -> None:
    """Children among the dead are no rival toll, whatever their number."""
    matters = matters_of(
        (SHELLING.format("nine", "a monitor"), "2031-05-08"),
        (SHELLING.format("at least 15", "an aid group") + " At least six of them were children.", "2031-05-08"),
        (SHELLING.format("15", "the mayor").replace("people", "people, including two nurses,"), "2031-05-08"),
    )
    assert figures(matters) == [["15 people", "at least 15 people", "nine people"]]


def test_what_rebels_did_is_not_what_their_state_did() -> None:
    """One town and day, two attacks; a group that no words place is no state either."""
    for rebels in ("Valdoran rebels", "Rebels"):
        matters = matters_of(
            ("Valdora shelled Olmeda on Wednesday and killed nine people, a monitor said.", "2031-05-08"),
            (f"{rebels} shelled Olmeda on Wednesday and killed three people, a monitor said.", "2031-05-08"),
        )
        assert figures(matters) == [], rebels


def test_a_headline_repeats_what_its_report_credits() -> None:
    """The outlet's own words for a figure that it credits below are no second account."""
    matters = matters_of(
        ("Toll in Olmeda rises to 15\n" + SHELLING.format("15", "an aid group"), "2031-05-08"),
        (SHELLING.format("nine", "an aid group"), "2031-05-07"),
    )
    matter = one(matters, MatterKind.FIGURE, Standing.UPDATED)
    assert {account.claimant for account in matter.accounts} == {"an aid group"}


def test_two_spellings_of_a_town_are_one_place() -> None:
    """By its id, whatever it is called."""
    text = "A blast killed {} people in {}, India, on Friday, police said."
    matters = matters_of((text.format(3, "Bathinda"), "2031-05-09"), (text.format("three", "Bhatinda"), "2031-05-09"))
    one(matters, MatterKind.FIGURE, Standing.AGREED)


def test_parts_told_by_a_source_dispute_no_total_of_the_report() -> None:
    """The report's 15, of which its source counts three at one gate: no rival tolls; two named sources are rivals."""
    total = SHELLING.format("15", "the mayor").replace(", the mayor said", "")
    (matter,) = [
        matter
        for matter in matters_of((f"{total} Three died at the gate, a guard said.", "2031-05-08"))
        if matter.kind is MatterKind.FIGURE and "15 people" in [account.value for account in matter.accounts]
    ]
    assert len(matter.members) == 1


def test_a_plural_or_a_trade_is_no_second_title() -> None:
    """Each of two presidents is a president; a rebel leader may be anything."""
    matters = matters_of(
        ("Valdoran President Ilan Torvek left Seldin.", "2031-05-09"),
        ("Presidents Ilan Torvek and Sorin Adrak met in Seldin.", "2031-05-10"),
        ("The rebel leader Ilan Torvek spoke in Seldin.", "2031-05-11"),
    )
    assert not [matter for matter in matters if matter.kind is MatterKind.NAME]
