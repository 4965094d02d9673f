"""A person's ruling is never lost: it survives a re-run, a raised version and a page saved anew with other chrome."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum import desk as desk_module
from variorum.desk import Desk
from variorum.faces.cli.rulings import scope_change
from variorum.model.decisions import Verdict
from variorum.model.entries import Claim
from variorum.plugins import analysers
from variorum.store.base import Record

RULED_PAGE = "07-broadcaster.txt"
CHROME = "Ostmere Broadcasting\nLive | Listen | Archive | Podcasts\nSign in\nSubscribe to our newsletter\n"


def of_page(record: Record, name: str = RULED_PAGE) -> list[Claim]:
    """Claims of the page's report that counts."""
    ids = {report.id for report in record.reports if report.name.endswith(name)}
    return [claim for claim in record.claims if claim.report_id in ids]


def figure(record: Record, words: str) -> Claim:
    """The claim of the page with this number."""
    return next(claim for claim in of_page(record) if claim.figure and claim.figure.words.exact == words)


def confirm(desk: Desk) -> Callable[[Record], bool]:
    """The drones are right as they stand."""
    desk.decide(figure(desk.record, "six").id, Verdict.CONFIRM, reviewer="anna")
    return lambda record: figure(record, "six").figure is not None


def correct(desk: Desk) -> Callable[[Record], bool]:
    """They were missiles."""
    desk.decide(figure(desk.record, "six").id, Verdict.CORRECT, reviewer="anna", change={"topic": "missiles"})
    return lambda record: figure(record, "six").topic == "missiles"


def reject(desk: Desk) -> Callable[[Record], bool]:
    """That figure does not belong in the record."""
    desk.decide(figure(desk.record, "six").id, Verdict.REJECT, reviewer="anna")
    return lambda record: all(claim.figure is None or claim.figure.words.exact != "six" for claim in of_page(record))


def same(desk: Desk) -> Callable[[Record], bool]:
    """Two figures are ruled one matter."""
    desk.decide(figure(desk.record, "six").id, Verdict.SAME, reviewer="anna", others=[figure(desk.record, "24").id])
    return lambda record: any(
        {figure(record, "six").id, figure(record, "24").id} <= set(matter.members) for matter in record.matters
    )


def different(desk: Desk) -> Callable[[Record], bool]:
    """Two tellings are held apart."""
    drones = [claim for claim in desk.record.claims if claim.topic == "drones"]
    mine = figure(desk.record, "six")
    desk.decide(
        mine.id, Verdict.DIFFERENT, reviewer="anna", others=[claim.id for claim in drones if claim.id != mine.id][:1]
    )
    return lambda record: (
        not any(figure(record, "six").id in matter.members and len(matter.members) > 1 for matter in record.matters)
    )


def date(desk: Desk) -> Callable[[Record], bool]:
    """The report gets another day."""
    report = next(report for report in desk.record.reports if report.name.endswith(RULED_PAGE))
    desk.decide(report.id, Verdict.CORRECT, reviewer="anna", change={"published": "2024-05-19"})
    return lambda record: (
        [report.masthead.published.value for report in record.reports if report.name.endswith(RULED_PAGE)]
        == ["2024-05-19"]
    )


def exclude(desk: Desk) -> Callable[[Record], bool]:
    """The report is left out."""
    report = next(report for report in desk.record.reports if report.name.endswith(RULED_PAGE))
    desk.decide(report.id, Verdict.EXCLUDE, reviewer="anna", note="a test")
    return lambda record: not any(report.name.endswith(RULED_PAGE) for report in record.reports)


def grade(desk: Desk) -> Callable[[Record], bool]:
    """A matter is graded; a correction of the same claim is not replaced by it."""
    mine = figure(desk.record, "six").id
    desk.decide(mine, Verdict.CORRECT, reviewer="anna", change={"note": "seen"})
    desk.decide(mine, Verdict.GRADE, reviewer="anna", change={"item": "3"})
    return lambda record: (
        figure(record, "six").note == "seen"
        and [
            [(graded.scale, graded.value, graded.reviewer) for graded in matter.grades]
            for matter in record.matters
            if figure(record, "six").id in matter.members
        ]
        == [[("item", "3", "anna")]]
    )


def scope(desk: Desk) -> Callable[[Record], bool]:
    """What a figure is of is restated."""
    mine = figure(desk.record, "six").id
    desk.decide(mine, Verdict.RESTATE_SCOPE, reviewer="anna", change=scope_change(where="Hollin", day="2024-05-15"))

    def holds(record: Record) -> bool:
        claim = figure(record, "six")
        return claim.where is not None and (claim.where.name, claim.window.earliest) == ("Hollin", "2024-05-15")

    return holds


def withdraw(desk: Desk) -> Callable[[Record], bool]:
    """A rejection is undone."""
    ruling = desk.decide(figure(desk.record, "six").id, Verdict.REJECT, reviewer="anna")
    desk.decide(ruling.id, Verdict.WITHDRAW, reviewer="anna")
    return lambda record: figure(record, "six").topic == "drones"


RULINGS = [confirm, correct, reject, same, different, date, exclude, grade, scope, withdraw]


@pytest.mark.parametrize("rule", RULINGS, ids=lambda rule: rule.__name__)
def test_a_ruling_survives(
    rule: Callable[[Desk], Callable[[Record], bool]], own_crisis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind: after a run, after every version is raised, after the page was saved anew."""
    with Desk.open(own_crisis) as desk:
        holds = rule(desk)
        desk.run(processes=1)
        assert holds(desk.record)
    steps = []
    with Desk.open(own_crisis) as desk:
        for step in analysers(desk.crisis):
            step = type(step)()  # noqa: PLW2901  # a fresh one, so that no other test sees the version
            step.version += "+1"
            steps.append(step)
        monkeypatch.setattr(desk_module, "analysers", lambda _: tuple(steps))
        assert desk.run(processes=1)
        assert holds(desk.record)
        page = own_crisis / "pages" / RULED_PAGE
        words = page.read_text(encoding="utf-8")
        fresh = own_crisis / "again" / RULED_PAGE
        fresh.parent.mkdir()
        fresh.write_text(CHROME + words.split("\n", 2)[2] + "\nMore from Ostmere\nContact us\n", encoding="utf-8")
        desk.add([fresh])
        assert desk.run(processes=1)
        assert holds(desk.record), [why for _, why in desk.record.excluded]
        assert not [item for item in desk.queue() if item.what == "adrift"]


def test_rulings_move_as_lines(own_crisis: Path, tmp_path: Path, sample_crisis: Path) -> None:
    """Exported, imported elsewhere in any order, they give the same record."""
    with Desk.open(own_crisis) as desk:
        correct(desk)
        date(desk)
        desk.run(processes=1)
        lines, digest = desk.export_decisions(), desk.digest()
    other = tmp_path / "other"
    shutil.copytree(sample_crisis, other)
    with Desk.open(other) as desk:
        backward = "".join(line + "\n" for line in reversed(lines.splitlines()))
        assert desk.import_decisions(backward) == 2
        assert desk.import_decisions(lines) == 0
        desk.run(processes=1)
        assert desk.digest() == digest


def test_two_who_differ_wait_for_a_third(own_crisis: Path) -> None:
    """Neither is applied; the queue asks."""
    with Desk.open(own_crisis) as desk:
        claim = figure(desk.record, "six")
        desk.decide(claim.id, Verdict.REJECT, reviewer="anna")
        desk.decide(claim.id, Verdict.CONFIRM, reviewer="ben")
        desk.run(processes=1)
        assert figure(desk.record, "six").id == claim.id
        assert [(item.what, item.target) for item in desk.queue() if item.what == "adjudicate"] == [
            ("adjudicate", claim.id)
        ]


def test_a_ruling_whose_words_are_gone_is_adrift(own_crisis: Path) -> None:
    """It is kept, and a person is told."""
    with Desk.open(own_crisis) as desk:
        ruling = desk.decide(
            figure(desk.record, "six").id, Verdict.CORRECT, reviewer="anna", change={"topic": "missiles"}
        )
        page = own_crisis / "pages" / RULED_PAGE
        fresh = own_crisis / "again" / RULED_PAGE
        fresh.parent.mkdir()
        words = page.read_text(encoding="utf-8")
        kept = [line for line in words.split("\n") if "six Kestrian drones" not in line]
        gone = "\n".join([kept[0], "Updated 21 May 2024", *kept[1:]])
        fresh.write_text(gone, encoding="utf-8")
        desk.add([fresh])
        desk.run(processes=1)
        assert [item.target for item in desk.queue() if item.what == "adrift"] == [ruling.id]
        assert ruling in desk.decisions()
