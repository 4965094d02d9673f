"""The whole product as one object: pages in, record out, rulings kept."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from variorum import desk as desk_module
from variorum.analysers.claims import ClaimRules
from variorum.desk import Desk
from variorum.errors import ConfigError, NotFound, StoreError
from variorum.model.decisions import Verdict
from variorum.pipeline import parses, run
from variorum.pipeline.gate import spans_of
from variorum.plugins import analysers


def open_(folder: Path) -> Desk:
    """An existing desk."""
    return Desk.open(folder)


def test_the_sample_is_read_whole(sample_crisis: Path) -> None:
    """Every layer has something, nothing failed, every span is its words."""
    with open_(sample_crisis) as desk:
        record = desk.record
        assert record.troubles == ()
        for layer in (record.reports, record.mentions, record.moments, record.quantities, record.statements):
            assert layer
        assert record.events
        assert record.claims
        assert record.matters
        assert desk.check() == ()


def test_every_matter_cites_words_of_its_members(sample_crisis: Path) -> None:
    """No account without evidence, no evidence outside its text."""
    with open_(sample_crisis) as desk:
        known = {
            item.id
            for item in (*desk.record.statements, *desk.record.events, *desk.record.claims, *desk.record.mentions)
        }
        for matter in desk.record.matters:
            assert set(matter.members) <= known
            for account in matter.accounts:
                assert account.evidence
            for span in spans_of(matter):
                assert desk.record.text(span.text_id).text[span.start : span.end] == span.exact


def test_a_second_run_does_nothing(own_crisis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the weights are loaded."""
    monkeypatch.setattr(parses, "parser", _never)
    with open_(own_crisis) as desk:
        assert desk.run() is False


def _never(*_: object) -> Any:
    raise AssertionError("this should not have been called")


def test_a_raised_version_parses_nothing_again(own_crisis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the step itself and what rests on it."""
    newer = ClaimRules()
    newer.version = "rules/next"
    monkeypatch.setattr(parses, "parser", _never)
    monkeypatch.setattr(
        desk_module,
        "analysers",
        lambda crisis: tuple(newer if step.name == "claims" else step for step in analysers(crisis)),
    )
    with open_(own_crisis) as desk:
        before = desk.digest()
        assert desk.run(processes=1) is True
        assert desk.digest() == before


def test_the_same_page_twice_is_read_once(own_crisis: Path, tmp_path: Path) -> None:
    """And said to be so."""
    copy = tmp_path / "copy.txt"
    shutil.copyfile(own_crisis / "pages" / "01-agency.txt", copy)
    with open_(own_crisis) as desk:
        added = desk.add([copy])
        assert [item.reason for item in added.not_taken] == [
            f"the same bytes as {(own_crisis / 'pages').as_posix()}/01-agency.txt"
        ] or ("the same bytes as" in added.not_taken[0].reason)


def test_bad_input_costs_one_report(own_crisis: Path, tmp_path: Path) -> None:
    """Empty, binary, missing: each with its reason; the record stays."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)) * 20)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with open_(own_crisis) as desk:
        count = len(desk.record.reports)
        added = desk.add([tmp_path / "empty.txt", tmp_path / "image.txt", tmp_path / "none.txt", tmp_path / "loop"])
        desk.run(processes=1)
        assert sorted(Path(trouble.name).name for trouble in added.troubles) == [
            "empty.txt",
            "image.txt",
            "loop",
            "none.txt",
        ]
        assert all(trouble.next_step for trouble in added.troubles)
        assert len(desk.record.reports) == count
        assert {trouble.name for trouble in added.troubles} <= {trouble.name for trouble in desk.record.troubles}


def test_an_analyser_that_fails_costs_one_step_of_one_report(own_crisis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others go on, and the trouble names it."""

    class Broken(ClaimRules):
        version = "broken/1"

        def analyse(self, report: Any, given: Any, crisis: Any) -> Any:
            if report.name.endswith("01-agency.txt"):
                raise ValueError("no such thing")
            return super().analyse(report, given, crisis)

    monkeypatch.setattr(
        desk_module,
        "analysers",
        lambda crisis: tuple(Broken() if step.name == "claims" else step for step in analysers(crisis)),
    )
    with open_(own_crisis) as desk:
        desk.run(processes=1)
        (trouble,) = desk.record.troubles
        assert (trouble.step, trouble.reason) == ("claims", "ValueError: no such thing")
        assert {report.name for report in desk.record.reports} >= {"01-agency.txt"}
        assert all(claim.report_id != trouble.report_id for claim in desk.record.claims)


def test_a_page_in_another_language_is_kept_and_not_analysed(own_crisis: Path, tmp_path: Path) -> None:
    """Its language is said; it has no entries."""
    page = tmp_path / "seite.txt"
    page.write_text(
        "Grenzbote\n\nWaffenruhe am Fluss\n\nDie Regierung in Morhaven erklärte am Freitag, dass ihre Truppen den Fluss"
        " nicht überschritten hätten. Die Gegenseite widersprach dieser Darstellung noch am selben Abend.\n",
        encoding="utf-8",
    )
    with open_(own_crisis) as desk:
        desk.add([page])
        desk.run(processes=1)
        (report,) = [report for report in desk.record.reports if report.name == "seite.txt"]
        assert report.masthead.language.value == "de"
        assert all(item.report_id != report.id for item in desk.record.statements)


def test_a_recipe_is_read_as_any_page(own_crisis: Path, tmp_path: Path) -> None:
    """Nothing of a crisis is found in it, nothing breaks."""
    page = tmp_path / "soup.txt"
    page.write_text(
        "Onion soup\n\nPeel four onions and slice them. Fry them in 50 grams of butter until they are brown, add a litre"
        " of stock and let it cook for half an hour. Serve the soup with bread and cheese.\n",
        encoding="utf-8",
    )
    with open_(own_crisis) as desk:
        before = len(desk.record.matters)
        desk.add([page])
        desk.run(processes=1)
        (report,) = [report for report in desk.record.reports if report.name == "soup.txt"]
        assert report.masthead.genre.value == "other"
        assert len(desk.record.matters) == before


def test_settings_of_a_report_are_told_as_said_by_a_person(own_crisis: Path) -> None:
    """Outlet, day and genre of crisis.toml; an excluded report is left out with the reason."""
    path = own_crisis / "crisis.toml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + '\n[[report]]\nfile = "08-digest.txt"\noutlet = "Brief of the Coast"\npublished = "2024-05-19"\n'
        + '\n[[report]]\nfile = "09-column.txt"\nexclude = "a column"\n',
        encoding="utf-8",
    )
    with open_(own_crisis) as desk:
        desk.run(processes=1)
        (digest,) = [report for report in desk.record.reports if report.name == "08-digest.txt"]
        assert (digest.masthead.outlet.value, digest.masthead.published.value) == ("Brief of the Coast", "2024-05-19")
        assert digest.masthead.published.how == "said in crisis.toml"
        assert [(report.name, why) for report, why in desk.record.excluded] == [
            ("09-column.txt", "excluded in crisis.toml: a column")
        ]


def test_a_mistake_in_crisis_toml_harms_nothing(own_crisis: Path) -> None:
    """It is named, and the record is as it was."""
    good = (own_crisis / "crisis.toml").read_text(encoding="utf-8")
    with open_(own_crisis) as desk:
        before = desk.digest()
    (own_crisis / "crisis.toml").write_text(good + '\n[crisys]\nname = "x"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="crisys"):
        open_(own_crisis)
    (own_crisis / "crisis.toml").write_text(good, encoding="utf-8")
    with open_(own_crisis) as desk:
        assert desk.digest() == before


def test_a_folder_without_a_record_says_how_to_make_one(tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(StoreError, match="no record"):
        Desk.open(tmp_path)


def test_a_new_folder_gets_a_commented_crisis_toml(tmp_path: Path) -> None:
    """Which is valid as it stands."""
    with Desk.open(tmp_path / "new", create=True) as desk:
        assert desk.record.reports == ()
    assert "[crisis]" in (tmp_path / "new" / "crisis.toml").read_text(encoding="utf-8")


def test_what_has_no_such_id_cannot_be_ruled_on(own_crisis: Path) -> None:
    """And what cannot be applied is refused when it is said, not later."""
    with open_(own_crisis) as desk:
        with pytest.raises(NotFound):
            desk.decide("cl_none", Verdict.REJECT, reviewer="anna")
        claim = desk.record.claims[0]
        for verdict, how in (
            (Verdict.CORRECT, {}),
            (Verdict.CORRECT, {"change": {"colour": "red"}}),
            (Verdict.SAME, {}),
            (Verdict.EXCLUDE, {}),
            (Verdict.WITHDRAW, {}),
            (Verdict.ADD, {}),
        ):
            with pytest.raises(ConfigError):
                desk.decide(claim.id, verdict, reviewer="anna", **how)  # type: ignore[arg-type]
        assert desk.decisions() == ()


def test_the_previous_record_is_there_to_compare(own_crisis: Path) -> None:
    """After a ruling, what was altered can be told."""
    with open_(own_crisis) as desk:
        claim = desk.record.claims[0]
        desk.decide(claim.id, Verdict.REJECT, reviewer="anna")
        desk.run(processes=1)
        assert claim.id in desk.previous
        assert claim.id not in {item.id for item in desk.record.claims}


def test_more_processes_only_where_they_pay() -> None:
    """A handful of pages is read in this process."""
    assert run._processes(None, 8) == 1
    assert run._processes(3, 8) == 3
