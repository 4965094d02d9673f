"""Copies are found, directed by credit, day and length, and folded into one origin; nothing is removed."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import reports, sources
from variorum.model.reports import Found, KinshipKind, Report, TextLayer
from variorum.pipeline.reading import report_of
from variorum.reports import kinship, likeness, stories
from variorum.reports.sketches import sketch

WIRE = """\
Arvo News
Valdora counts its jets
9 May 2031

SARUN (Arvo) - Valdora's Defence Ministry said on Friday that two of its jets had not come back from a patrol over the strait.
Rescue boats searched the water until dark and will go out again in the morning, the coast guard said in a short note.
Kestria denied that its guns had fired on anything that night and asked for an inquiry by a third country.
"""
REPRINT = WIRE.replace("Arvo News\n", "The Sarun Post\n", 1).replace("9 May 2031", "10 May 2031")
SHORT = "\n".join(["Evening Herald", "Two jets missing", "10 May 2031", "", *WIRE.split("\n")[4:6]]) + "\n"
OTHER = """\
The Sarun Post
A bakery reopens in the old town
9 May 2031

The bakery of the old town opened its doors again on Friday after the flood, and people stood in line, its owner said.
The ovens had to be bought anew, and the street in front was paved by the city last week, she said to the paper.
"""


def read(*pages: str) -> tuple[list[Report], dict[str, TextLayer]]:
    """Reports of pages and their texts."""
    found: list[Report] = []
    texts = {}
    for number, page in enumerate(pages):
        data = page.encode()
        taken = sources.take(data, name=f"{number}.txt")
        texts[taken.text.id] = taken.text
        found += reports.read(taken)
    return found, texts


def test_a_reprint_and_a_shortened_copy_lead_to_the_wire() -> None:
    """Directed by the credit."""
    found, texts = read(WIRE, REPRINT, SHORT, OTHER)
    wire, reprint, short, other = (report.id for report in found)
    kin = {(item.report_id, item.source_id): item.kind for item in kinship.find(found, texts)}
    assert kin[reprint, wire] is KinshipKind.REPRINT
    assert kin[short, wire] is KinshipKind.SHORTENED
    assert not any(other in pair for pair in kin)


def test_shared_stretches_are_exact() -> None:
    """The same words in both texts."""
    found, texts = read(WIRE, SHORT)
    by_id = {report.id: texts[report.text_id].text for report in found}
    for item in kinship.find(found, texts):
        for start, end, other_start, other_end in item.shared:
            assert by_id[item.report_id][start:end] == by_id[item.source_id][other_start:other_end]


def test_copies_count_as_one_origin() -> None:
    """A digest and an opinion count as none."""
    found, texts = read(WIRE, REPRINT, SHORT, OTHER)
    origins = kinship.origins(found, kinship.find(found, texts))
    assert len(set(origins.values())) == 2


@given(st.permutations([WIRE, REPRINT, SHORT, OTHER]))
def test_the_order_of_reports_does_not_matter(pages: list[str]) -> None:
    """Neither for kinship nor for stories."""
    expected, texts = read(WIRE, REPRINT, SHORT, OTHER)
    found, _ = read(*pages)
    assert kinship.find(found, texts) == kinship.find(expected, texts)
    assert stories.group(found, texts) == stories.group(expected, texts)


def test_reports_of_one_happening_are_one_story() -> None:
    """The bakery is not among them."""
    found, texts = read(WIRE, SHORT, OTHER)
    (story,) = stories.group(found, texts)
    assert set(story.report_ids) == {found[0].id, found[1].id}


def test_a_cut_text_is_shortened_and_its_source_is_not() -> None:
    """The direction is from the whole to the part."""
    found, texts = read(WIRE, SHORT)
    (kin,) = kinship.find(found, texts)
    assert (kin.report_id, kin.source_id, kin.kind) == (found[1].id, found[0].id, KinshipKind.SHORTENED)


def test_each_copy_has_one_source() -> None:
    """However many copies of one text there are."""
    found, texts = read(WIRE, REPRINT, SHORT)
    copies = [kin.report_id for kin in kinship.find(found, texts)]
    assert len(copies) == len(set(copies)) == 2


def test_reports_of_one_happening_are_nearer_than_others() -> None:
    """Vectors are of length one; nobody is a neighbour of itself."""
    found, texts = read(WIRE, SHORT, OTHER)
    alike = likeness.compare([sketch(report, texts[report.text_id]) for report in found], [None] * len(found))
    near = likeness.product(alike.vectors[0], alike.vectors[1])
    assert near > 2 * likeness.product(alike.vectors[0], alike.vectors[2])
    assert abs(likeness.product(alike.vectors[0], alike.vectors[0]) - 1.0) < 1e-9
    assert all(place not in nearest for place, nearest in enumerate(alike.neighbours))


BODY = [" ".join(f"{'old ' * (n % 6 == 0)}word{line}x{n}" for n in range(18)) + " was said." for line in range(6)]
PASSAGE = (
    "Nobody from any other district has written to the council about this matter since the spring, a clerk there said."
)


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (BODY[:3], KinshipKind.SHORTENED),
        ([*BODY[:2], PASSAGE, *BODY[2:]], KinshipKind.REPRINT),
        (["HARBOUR DESK:", *BODY, "Read more here"], KinshipKind.REPRINT),
        ([line.replace(" old", "") for line in BODY], KinshipKind.REPRINT),
    ],
)
def test_the_shape_of_what_is_missing_tells_the_copy(made: list[str], kind: KinshipKind) -> None:
    """Cut below, put in between, wrapped, or thinned out: each time the other text is the source."""
    (layer, source), (copy_layer, copy) = (report_of("\n".join(lines)) for lines in (BODY, made))
    (kin,) = kinship.find([source, copy], {layer.id: layer, copy_layer.id: copy_layer})
    assert (kin.source_id, kin.report_id, kin.kind) == (source.id, copy.id, kind)


FACTS = (
    "Two boats of Valdora left Sarun at 14:20 on Friday with 31 sailors, and only one came back to Port Lerna at night.",
    "“We heard a loud noise in the fog and then saw nothing at all for an hour,” Captain Ivo Marn of the Tessel said.",
    "Kestria had warned ships of the Orla Strait on 3 May, after 12 mines were found near Cape Dun by the Halvor.",
)
TOLD_ANEW = (
    "Only one of two boats that put out from Sarun at 14:20 with 31 sailors of Valdora was back in Port Lerna on Friday.",
    "“We heard a loud noise in the fog and then saw nothing at all for an hour,” said Ivo Marn, who leads the Tessel.",
    "Since 3 May ships in the Orla Strait knew of danger: Kestria spoke of 12 mines that the Halvor met off Cape Dun.",
)


def page(outlet: str, told: tuple[str, ...], credit: str = "", day: str = "9 May 2031") -> str:
    """A saved page with its outlet, and the credit below the text."""
    return "\n".join(filter(None, [outlet, "A boat of Valdora is missing", day, *told, credit])) + "\n"


@pytest.mark.parametrize(
    ("first", "second", "folded", "reason"),
    [
        (page("Arvo News Agency", FACTS), page("Sarun Post", TOLD_ANEW, "(Arvo News Agency)"), True, "it credits"),
        (page("Arvo News", FACTS, "(AFP)"), page("Sarun Post", TOLD_ANEW, "— Agence France-Presse"), True, "at hand"),
        (page("Arvo News", FACTS, "(AFP)"), page("Sarun Post", TOLD_ANEW, "(PTI)"), False, "same quotations"),
        (page("Arvo News", FACTS), page("Sarun Post", TOLD_ANEW), False, "same quotations"),
        (page("Arvo News", FACTS, "(AFP)"), page("Post", TOLD_ANEW, "(AFP)", "19 May 2031"), False, "same quotations"),
    ],
)
def test_a_credit_names_the_origin(first: str, second: str, reason: str, *, folded: bool) -> None:
    """At hand or not; other agencies, none, or another week: the quotation alone makes no copy."""
    found, texts = read(first, second)
    (kin,) = kinship.find(found, texts)
    assert reason in kin.why, kin.why
    assert (kin.kind is KinshipKind.REWRITE, bool(kin.shared)) == (folded, True)
    assert len(set(kinship.origins(found, (kin,)).values())) == (1 if folded else 2)


def test_a_digest_is_of_the_reports_it_takes_from() -> None:
    """It counts as no origin of its own."""
    found, texts = read(page("Arvo News", FACTS), page("Evening Digest", TOLD_ANEW))
    masthead = dataclasses.replace(found[1].masthead, genre=Found("digest", "told"))
    found[1] = dataclasses.replace(found[1], masthead=masthead)
    (kin,) = kinship.find(found, texts)
    assert (kin.report_id, kin.kind, bool(kin.shared)) == (found[1].id, KinshipKind.DIGEST_OF, True)
    assert kinship.origins(found, (kin,))[found[1].id] == ""


@settings(deadline=None, max_examples=60)
@given(st.permutations(range(7)), st.sets(st.integers(1, 6)), st.integers(0, 13))
def test_what_is_kept_changes_nothing(order: list[int], stops: set[int], change: int) -> None:
    """In whatever order and portions reports arrive, and though one of them was corrected or left out in between."""
    digest = page("Evening Digest", TOLD_ANEW)
    every, texts = read(WIRE, REPRINT, SHORT, OTHER, page("Arvo News", FACTS, "(AFP)"), digest, page("Post", FACTS[:2]))
    kept = kinship.Kept()
    for stop in sorted({*stops, 7}):
        now = [every[k] for k in order[:stop]]
        found, kept = kinship.update(kept, now, texts)
        assert found == kinship.find(now, texts)
    one = every[change % 7]
    masthead = dataclasses.replace(one.masthead, outlet=Found("Reuters", "told"), genre=Found("digest", "told"))
    rest = [report for report in every if report is not one]
    now = [*rest, dataclasses.replace(one, masthead=masthead)] if change < 7 else rest
    assert kinship.update(kept, now, texts)[0] == kinship.find(now, texts)


def test_only_new_pairs_are_laid_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bakery's report touches no pair, and nothing is aligned anew."""
    found, texts = read(WIRE, REPRINT, SHORT, OTHER)
    before, kept = kinship.update(kinship.Kept(), found[:3], texts)
    monkeypatch.setattr(kinship.alignment, "align", lambda *_: pytest.fail("a pair was looked at again"))
    assert kinship.update(kept, found, texts)[0] == before
