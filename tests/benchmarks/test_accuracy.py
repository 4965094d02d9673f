"""The accuracy command on tiny invented benchmarks: what adapters may see, what is printed, what is not built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.adapters import claims, dates, extraction, neardup, plainpages, statements, stories
from benchmarks.yardsticks import BENCHMARKS, Figure

from benchmarks import accuracy

TEXT = "The Kestrian army said on Friday that it had shot down four aircraft."
PAGE = b"<html><head><title>Storm in Orlen</title></head><body><article><p>%s</p></article></body></html>"
SCORER = """
import json, sys
gold, pred = ([json.loads(x) for x in open(p)] for p in sys.argv[1:3])
print(json.dumps({"vitaminc": {"macro_f1": sum(p["id"] == g["id"] for p, g in zip(pred, gold)) / len(gold)}}))
"""


def benchmark(name: str) -> Any:
    """The benchmark of this name."""
    return next(item for item in BENCHMARKS if item.name == name)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a claims benchmark of two pairs and nothing else."""
    folder = tmp_path / "claims"
    folder.mkdir()
    pairs = [
        ("Kestria counts 24 dead .", "Kestria counted 24 dead on Friday."),
        ("It lost nobody .", "It lost two men."),
    ]
    lines = [{"id": f"c{k}", "a": a, "b": b, "label": "supports", "group": "g"} for k, (a, b) in enumerate(pairs)]
    (folder / "dev.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_an_adapter_sees_no_label(data: Path) -> None:
    """Of a gold record only id and the two texts are handed on."""
    gold = accuracy.read(data / "claims" / "dev.jsonl")
    actual = [sorted(record) for record in accuracy.given(benchmark("claims"), gold, data / "claims", data)]
    assert actual == [["id", "text"], ["id", "text"]]


def test_a_headline_stands_above_its_text() -> None:
    """A story's title and text are handed on as one text."""
    gold = [
        {"id": "s1", "title": "Talks", "text": "They met.", "date": "2024-05-14", "cluster": "x", "host": "a.example"}
    ]
    actual = list(accuracy.given(benchmark("stories-ecb"), gold, Path(), Path()))
    assert actual == [{"id": "s1", "text": "Talks\nThey met.", "date": "2024-05-14"}]


def test_a_benchmark_is_measured_and_the_absent_ones_are_said_to_be(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table holds the one figure; the other benchmarks are named with the file that is not there."""
    code = accuracy.main(["--data", str(data), "--predictions", str(data / "out"), "--json", str(data / "all.json")])
    printed = capsys.readouterr().out
    assert code == 0
    assert "no statements/dev.jsonl in the data folder" in printed
    assert json.loads((data / "all.json").read_text())["benchmarks"]["claims"]["figures"]["macro F1"]["value"] == 1.0
    assert [line["id"] for line in accuracy.read(data / "out" / "claims.jsonl")] == ["c0", "c1"]


def test_no_data_folder_is_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the data there is nothing to measure, and the command says so."""
    assert accuracy.main(["--data", str(tmp_path / "nowhere")]) == 0
    assert "nothing measured" in capsys.readouterr().out


def test_what_is_not_built_is_shown_as_not_built(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adapter whose function is not there yet gives a note and no figures."""

    def absent(records: object) -> object:
        raise NotImplementedError("no such rule yet")

    monkeypatch.setattr(claims, "predict", absent)
    (actual,) = accuracy.measure(benchmark("claims"), data, "dev", data, data, data)
    assert (actual.note, actual.broke, actual.figures) == ("not built: no such rule yet", False, ())


def test_a_broken_scorer_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scorer that fails gives exit code 1 and its last words, not a traceback of ours."""
    (data / "claims" / "score.py").write_text("import sys; sys.exit('no such field')", encoding="utf-8")
    assert accuracy.main(["--data", str(data), "--only", "claims"]) == 1
    assert "no such field" in capsys.readouterr().out


def test_printed_figures_are_read(tmp_path: Path) -> None:
    """Scorers that print no JSON: a line with P, R and F1, and a line of named numbers."""
    program = tmp_path / "score.py"
    program.write_text(
        "print('span relaxed   P 0.900 R 0.800 F1 0.847')\n"
        "print('split       precision 0.500  recall 0.400  f1 0.444  false_split 0.010')\n",
        encoding="utf-8",
    )
    actual = accuracy.scored(program, program, program, [])
    assert actual == {
        "span relaxed": 0.847,
        "split": {"precision": 0.5, "recall": 0.4, "f1": 0.444, "false_split": 0.01},
    }


def test_what_falls_short_is_marked() -> None:
    """A figure under its target is marked; of a share of errors, one over it."""
    figures = ((Figure("a", ("a",), 0.8), 0.79), (Figure("b", ("b",), 0.1, lower_is_better=True), 0.05))
    rows = accuracy.table([accuracy.Result("x", figures=figures)]).splitlines()
    assert [row.endswith("below") for row in rows[1:]] == [True, False]


def test_statements_and_dates_come_with_offsets() -> None:
    """The spans of a prediction cut their words out of the text as given."""
    (said,) = statements.predict([{"id": "t", "text": TEXT, "date": "2024-05-17"}])
    (when,) = dates.predict([{"id": "t", "text": TEXT, "date": "2024-05-17"}])
    spans = [item["content"] for item in said["statements"]] + when["timexes"]
    assert spans
    assert [TEXT[span["start"] : span["end"]] for span in spans] == [span["text"] for span in spans]


def test_forces_the_benchmark_does_not_tell_apart() -> None:
    """Offers and threats count as commitments, questions as demands, doubts as assertions."""
    actual = [statements.named(force) for force in ("offers", "threatens", "asks", "doubts", "denies")]
    assert actual == ["commits", "commits", "demands", "asserts", "denies"]


def test_a_plain_page_gets_a_label_for_every_line() -> None:
    """As many labels and parts as lines; chrome and blank lines have no part."""
    text = f"Home\nStorm in Orlen\n\n{TEXT} It gave no further word on the matter that day.\n"
    (actual,) = plainpages.predict([{"id": "p", "text": text}])
    assert (len(actual["labels"]), len(actual["parts"])) == (5, 5)
    assert [part for label, part in zip(actual["labels"], actual["parts"], strict=True) if label == "blank"] == [
        None
    ] * 2


def test_a_page_that_is_refused_is_an_empty_prediction() -> None:
    """An empty page is no crash."""
    (actual,) = extraction.predict([{"id": "e", "bytes": b"", "url": "https://a.example/1"}])
    assert (actual["text"], actual["date"]) == ("", "")


def test_a_page_gives_its_text() -> None:
    """The article's words are in the text that is scored."""
    page = PAGE % (TEXT.encode() + b" ") * 1
    (actual,) = extraction.predict([{"id": "e", "bytes": page, "url": "https://a.example/1"}])
    assert TEXT in actual["text"]


def test_one_text_twice_is_one_family() -> None:
    """Identical texts share a cluster; another text does not."""
    records = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}, {"id": "c", "text": "Nothing to see."}]
    found = {line["id"]: line["cluster"] for line in neardup.predict(records)}
    assert (found["a"] == found["b"], found["a"] == found["c"]) == (True, False)


def test_every_report_has_a_cluster() -> None:
    """A report without a story stands alone."""
    records = [{"id": "a", "text": TEXT}, {"id": "b", "text": "Nothing to see here at all."}]
    found = [line["cluster"] for line in stories.predict(records)]
    assert len(set(found)) == 2
