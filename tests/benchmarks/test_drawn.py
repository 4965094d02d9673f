"""Drawing lines for judging by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import drawn
from variorum.model.matters import Standing

ARTICLES = [
    {
        "id": "one",
        "outlet": "Norland Herald",
        "date": "2031-05-02",
        "title": "Shelling in Velmar",
        "text": "Shells hit the market of Velmar on Thursday. The Norland ministry said 12 people were killed in Velmar.",
    },
    {
        "id": "two",
        "outlet": "Sarun Daily",
        "date": "2031-05-03",
        "title": "Velmar shelling",
        "text": "Shells hit the market of Velmar on Thursday. The Sarun army said 5 people were killed in Velmar.",
    },
    {"id": "three", "outlet": "Sarun Daily", "date": "2031-05-03", "title": "Harvest", "text": "The harvest was good."},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The three articles as a file of articles."""
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in ARTICLES), encoding="utf-8")
    return path


def test_articles_are_chosen_by_title_day_and_what_is_left_out(data: Path) -> None:
    """A pattern, a period and a list of ids each leave articles out; the rest stands by day and id."""
    lines = data.read_text(encoding="utf-8").split("\n")

    assert [item["id"] for item in drawn.chosen(lines)] == ["one", "three", "two"]
    assert [item["id"] for item in drawn.chosen(lines, titles="Velmar")] == ["one", "two"]
    assert [item["id"] for item in drawn.chosen(lines, last="2031-05-02")] == ["one"]
    assert [item["id"] for item in drawn.chosen(lines, first="2031-05-03", skip=frozenset({"three"}))] == ["two"]


def test_the_same_lines_are_drawn_twice_and_each_shows_its_words(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two runs print the same lines, with the sentence and the article's id; what is skipped is not read."""
    skip = tmp_path / "skip.json"
    skip.write_text('["three"]', encoding="utf-8")
    printed = []
    for _ in range(2):
        drawn.main([str(data), "--skip", str(skip)])
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]
    assert printed[0].startswith("2 articles")
    assert "one 2031-05-02" in printed[0]
    assert "| The Norland ministry said 12 people were killed in Velmar." in printed[0]


def test_only_matters_that_differ_are_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for what differs, each matter is printed with its accounts."""
    drawn.main([str(data), "--differing"])
    out = capsys.readouterr().out

    assert "\n1. " in out
    assert " - 12 people (12.0-12.0) asserted by " in out
    assert " - 5 people (5.0-5.0) asserted by " in out
    assert "[agreed]" not in out


@pytest.mark.parametrize(
    "names", [("wikinews", "syria"), ("iran-israel", "kivu"), ("iran-israel2", "kivu2"), ("wikinews2",)]
)
def test_the_page_tells_the_verdicts_that_were_given(names: tuple[str, ...]) -> None:
    """Each row of the tables in docs/accuracy.md counts the verdicts on file, and no verdict lacks its reason."""
    root = Path(__file__).parents[2]
    page = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    corpora = [
        [json.loads(line) for line in (root / "tests/gold/judged" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in names
    ]
    for title, drawn_as, kind in (
        ("statements", "lines", "statement"),
        ("events", "lines", "event"),
        ("figures and claims", "lines", "figure or claim"),
        ("matters of more than one entry", "lines", "matter"),
        ("all", "lines", ""),
        ("matters shown as differing", "differing", ""),
    ):
        counts = [
            str(
                sum(
                    item["drawn"] == drawn_as and kind in ("", item["kind"]) and item["verdict"] == verdict
                    for item in corpus
                )
            )
            for corpus in corpora
            for verdict in ("right", "partly", "wrong")
        ]
        assert f"| {title} | {' | '.join(counts)} |" in page
    assert all((item["verdict"] == "right") == (not item["reason"]) for corpus in corpora for item in corpus)


def test_the_page_tells_the_matters_that_were_missed() -> None:
    """The table of what a judge found and the record lacks counts the list on file; each is told by named articles."""
    root = Path(__file__).parents[2]
    page = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    missed = [json.loads(line) for line in (root / "tests/gold/judged/missed.jsonl").read_text("utf-8").splitlines()]

    for kind in {item["kind"] for item in missed}:
        counts = [
            str(sum((item["kind"], item["crisis"]) == (kind, crisis) for item in missed))
            for crisis in ("iran-israel", "kivu")
        ]
        assert f"| {kind} | {' | '.join(counts)} |" in page
    assert all(item["articles"] and item["what"] for item in missed)
    assert {item["kind"] for item in missed} <= set(Standing)


def test_the_page_tells_how_many_of_the_missed_are_shown_now() -> None:
    """As the second judge found them."""
    root = Path(__file__).parents[2]
    missed = [json.loads(line) for line in (root / "tests/gold/judged/missed.jsonl").read_text("utf-8").splitlines()]
    shown = sum(item["found_at_second"] for item in missed)
    page = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert f"Of the {len(missed)} matters that were missed {shown} are now shown" in page


def test_the_page_tells_the_second_judging() -> None:
    """The three tables of the second judging count the verdicts on file; only what is agreed lacks a kind of its own."""
    root = Path(__file__).parents[2]
    page = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    lines, differing = (
        [json.loads(line) for line in (root / "tests/gold/judged" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("syria2", "differing2")
    )
    fresh = [item for item in differing if item["reports"][0].startswith("fk-")]
    others = [item for item in differing if item not in fresh]

    def counted(items: list[dict[str, str]]) -> list[int]:
        return [sum(item["verdict"] == verdict for item in items) for verdict in ("right", "partly", "wrong")]

    for title, items in (
        ("Syria, fresh articles", fresh),
        ("Wikinews, Iran and Israel, Kivu", others),
        ("together", differing),
    ):
        row = [len(items), *counted(items), sum(item["agreed"] for item in items)]
        assert f"| {title} | {' | '.join(map(str, row))} |" in page
    faults = {
        "two happenings": "two happenings: other places, days or sides",
        "part and total": "a part against a total (one attack or district; a day, a week, the war)",
        "side by side": "parts of one sum, told side by side",
        "standing": "confirming another's report shown as acknowledging",
        "another scope": "two totals of another scope",
        "number": "no count at all (a dateline)",
        "": "agreed, with another fault",
    }
    for fault, title in faults.items():
        row = [sum(("" if item["agreed"] else item["what"]) == fault for item in items) for items in (fresh, differing)]
        assert f"| {title} | {' | '.join(map(str, row))} |" in page
    assert {item["what"] for item in differing if not item["agreed"]} <= set(faults)

    for title, kind in (
        ("statements", "statement"),
        ("events", "event"),
        ("figures and claims", "figure or claim"),
        ("matters of more than one entry", "matter"),
        ("all", ""),
    ):
        row = counted([item for item in lines if kind in ("", item["kind"])])
        assert f"\n| {title} | {' | '.join(map(str, row))} |\n" in page
    for title, words in (
        *((word, (word,)) for word in ("place", "doer", "day", "speaker", "target", "content")),
        ("no such statement, no such count", ("no such",)),
        ("act, title or status", ("act", "title", "status")),
    ):
        assert f"\n| {title} | {sum(any(word in item['what'] for word in words) for item in lines)} |\n" in page
    assert all((item["verdict"] == "right") == (not item["reason"]) for item in (*lines, *differing))
