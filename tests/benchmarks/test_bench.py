"""The speed command: which texts it takes, and what it prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import bench


def test_the_sample_is_spread_evenly(tmp_path: Path) -> None:
    """Ten texts, five wanted: every second one, with title and day above it."""
    folder = tmp_path / "one" / "data"
    folder.mkdir(parents=True)
    lines = [json.dumps({"title": f"T{k}", "date": "2024-05-14", "text": f"Text {k}."}) for k in range(10)]
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    actual = bench.sample(tmp_path, 5)
    assert [page.split("\n")[0] for page in actual] == ["T0", "T2", "T4", "T6", "T8"]
    assert actual[0] == "T0\n2024-05-14\n\nText 0.\n"


def test_no_corpora_is_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without texts there is nothing to measure, and the command says so."""
    assert bench.main(["--corpora", str(tmp_path)]) == 0
    assert "nothing measured" in capsys.readouterr().out


def test_what_falls_short_is_marked() -> None:
    """A ratio under the target and a text parsed again are marked."""
    found = {
        "reports": 2, "words": 20, "pipeline_per_second": 5.0, "pipeline_peak_mib": 400.0, "bare_per_second": 10.0,
        "bare_peak_mib": 300.0, "ratio": 0.5, "same_components_per_second": 20.0, "same_components_ratio": 0.25,
         "component_seconds": {"tok2vec": 1.0, "ner": 1.0},
        "rerun_seconds": 0.01, "rerun_times_faster": 60.0, "raised_seconds": 0.1, "raised_parses": 1,
        "cold_start_seconds": 0.2, "cold_first_sentence_seconds": 1.0, "troubles": 0,
    }  # fmt: skip
    marked = [line.split("  ")[0] for line in bench.table(found).splitlines() if line.endswith("below")]
    assert marked == ["ratio", "newer date rules"]
