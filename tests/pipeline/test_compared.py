"""What was found by comparing reports is kept between runs, changes no result, and spares every pair that is not new."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.desk import Desk
from variorum.model.reports import Report, TextLayer
from variorum.pipeline import compared
from variorum.pipeline.reading import report_of
from variorum.reports import alignment, kinship, stories
from variorum.reports.kinship import Kept

SENTENCES = (
    "Valdora's Defence Ministry said on Friday that two of its jets had not come back from a patrol over the strait.",
    "Rescue boats searched the water until dark and will go out again in the morning, the coast guard said.",
    "Kestria denied that its guns had fired on anything that night and asked for an inquiry by a third country.",
    "The bakery of the old town opened its doors again after the flood, and people stood in line, its owner said.",
    "The ovens had to be bought anew, and the street in front was paved by the city last week, she said.",
    "Sirens were heard in three towns, and the schools on the coast stayed closed for the whole day, residents said.",
)
DAYS = ("2031-05-09", "2031-05-10", "2031-05-20", None)
Told = tuple[tuple[int, ...], str | None]


def read(told: list[Told]) -> tuple[list[Report], dict[str, TextLayer]]:
    """A report of these sentences and that day, for each; and their texts."""
    pairs = []
    for number, (places, day) in enumerate(told):
        text = "\n".join([f"Headline {number}", "", *(SENTENCES[place] for place in places)]) + "\n"
        pairs.append(report_of(text, date=day, name=str(number)))
    return [report for _, report in pairs], {layer.id: layer for layer, _ in pairs}


def kept_as_work(kept: Kept, known: Kept) -> Kept:
    """The same, after it was put into a store beside what that knew, and taken out again."""
    works = {work.key: work for work in compared.works_of(kept, known)}
    assert set(works) <= compared.keys(kept)
    fresh = compared.remembered(works)
    return Kept(
        {own: {**known.sketches, **fresh.sketches}[own] for own in kept.sketches},
        {pair: {**known.verdicts, **fresh.verdicts}[pair] for pair in kept.verdicts},
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=5).map(tuple), st.sampled_from(DAYS)
        ),
        min_size=2,
        max_size=9,
        unique=True,
    ),
    st.data(),
)
def test_what_is_kept_changes_nothing(told: list[Told], data: st.DataObject) -> None:
    """In whatever order and portions reports come and go, kinships and stories are those of a look at all of them."""
    every, texts = read(told)
    kept = Kept()
    for _ in range(3):
        now = data.draw(st.lists(st.sampled_from(every), unique=True))
        found, after = kinship.update(kept, now, texts, compared.mark)
        assert found == kinship.find(now, texts)
        sketched = {report.id: after.sketches[compared.mark(report)] for report in now}
        assert stories.group(now, texts, sketched) == stories.group(now, texts)
        kept = kept_as_work(after, kept)
        assert kept == after


def test_a_newer_version_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What older rules found is looked at again."""
    found, texts = read([((0, 1, 2), "2031-05-09"), ((0, 1), "2031-05-10")])
    _, kept = kinship.update(Kept(), found, texts, compared.mark)
    works = {work.key: work for work in compared.works_of(kept, Kept())}
    assert compared.remembered(works) == kept
    monkeypatch.setattr(compared, "VERSION", "reports/newer")
    assert compared.remembered(works) == Kept()


def test_a_run_lays_only_new_pairs_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report more in a record of many; and the record is what a first run over all of them makes."""
    pages = tmp_path / "pages"
    pages.mkdir()
    told: list[Told] = [((0, 1, 2), DAYS[0]), ((0, 1), DAYS[1]), ((3, 4), DAYS[0]), ((3, 4, 5), DAYS[1])]
    files = []
    for number, (places, day) in enumerate(told):
        file = pages / f"{number}.txt"
        file.write_text("\n".join([f"Headline {number}", day or "", "", *(SENTENCES[k] for k in places)]) + "\n")
        files.append(file)
    looked: list[tuple[int, int]] = []
    words = alignment.words

    def counted(report: Report, text: TextLayer, numbering: dict[str, int]) -> alignment.Words:
        looked.append((report.start, len(report.lines)))
        return words(report, text, numbering)

    with Desk.open(tmp_path / "crisis", create=True) as desk:
        desk.add(files[:3])
        desk.run(processes=1)
        monkeypatch.setattr(alignment, "words", counted)
        desk.add(files[3:])
        desk.run(processes=1)
        grown = desk.record.kinships, desk.record.stories
    assert len(looked) == 2  # the new one, and the one it shares passages with
    with Desk.open(tmp_path / "anew", create=True) as desk:
        desk.add(files)
        desk.run(processes=1)
        assert (desk.record.kinships, desk.record.stories) == grown
        assert len(grown[0]) == 2
