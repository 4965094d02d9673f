"""Steps of ours beside the plain library for the same task, on the same texts in one process: how fast each is.

    python -m benchmarks.peers [--page PAGE]

Days beside dateparser's search, quotations beside textacy's, web pages beside trafilatura, and the time that each of our
steps takes beside the parse. How right each is stands in docs/accuracy.md. A library that is not installed is named as
such; textacy is no dependency of anything here (`pip install textacy==0.13.0`).
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import spacy
import trafilatura

from benchmarks import documents
from benchmarks.bench import sample
from variorum import reports, sources
from variorum.analysers import parsing, register, syntax
from variorum.analysers.protocol import Layers
from variorum.crisis import Crisis
from variorum.pipeline import gate, parses
from variorum.pipeline.reading import RULES, report_of

TEXTS, PAGES = 60, 80
DAY = "2024-05-17"
"""Relative days count from it, here and there."""
Row = tuple[str, str, float, float]
"""(what, unit, ours a second, theirs a second); 0 where it was not run."""


def seconds(work: Callable[[], Any]) -> float:
    """Processor seconds of one call, after nothing else: both sides are called once before."""
    started = time.process_time()
    work()
    return time.process_time() - started


def steps(texts: Sequence[str]) -> tuple[dict[str, float], float]:
    """(processor seconds of each of our steps, those of the parse) over the texts."""
    crisis = Crisis()
    spent: dict[str, float] = {}
    parsing_time = 0.0
    for text in texts:
        layer, report = report_of(text, date=DAY)
        started = time.process_time()
        rows = parses.rows(report, layer, crisis)
        parsing_time += time.process_time() - started
        starts = (start for start, _ in parses.stretches(report, layer))
        layers = Layers(layer, syntax.Parse(layer.id, layer.text, zip(starts, rows, strict=True)))
        for rules in RULES:
            if "register" in rules.requires:
                layers.register = register.build({report.id: layers.mentions}, {report.id: report}, crisis)
            (provided,) = rules.provides
            started = time.process_time()
            found = gate.admit(rules.analyse(report, layers, crisis), provided, report, layer)
            spent[rules.name] = spent.get(rules.name, 0.0) + time.process_time() - started
            setattr(layers, provided, found)
    return spent, parsing_time


def days(texts: Sequence[str], ours: float) -> Row:
    """Words a second of finding days: ours on top of the parse, dateparser's search on the bare text."""
    search_dates = importlib.import_module("dateparser.search").search_dates
    words = sum(len(text.split()) for text in texts)
    theirs = seconds(lambda: [search_dates(text, languages=["en"]) for text in texts])
    return "days, on top of a parse; dateparser's search", "words/s", words / ours, words / theirs


def quotations(texts: Sequence[str], ours: float) -> Row | None:
    """Words a second of finding who says what, both on top of a parse; None where textacy is not installed."""
    if importlib.util.find_spec("textacy") is None:
        return None
    extract = importlib.import_module("textacy.extract")
    nlp = spacy.load(parsing.find_model()[0])
    docs = list(nlp.pipe(texts))

    def all_quotations() -> None:
        for doc in docs:
            try:
                list(extract.direct_quotations(doc))
            except ValueError:  # an odd number of marks: it refuses the whole text
                continue

    words = sum(len(text.split()) for text in texts)
    return "statements; textacy's quotations", "words/s", words / ours, words / seconds(all_quotations)


def pages(folder: Path) -> Row | None:
    """Pages a second from bytes to a labelled report with its masthead; trafilatura's text and metadata alone."""
    path = folder / "gold.jsonl.gz"
    if not path.is_file():
        return None
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    records = [json.loads(line) for line in lines if line.strip()]
    chosen = [records[k * len(records) // PAGES] for k in range(PAGES)]
    data = [gzip.decompress((folder / record["page"]).read_bytes()) for record in chosen]

    def ours() -> None:
        for page in data:
            reports.read(sources.take(page, name="page.html"))

    def theirs() -> None:
        for page in data:
            trafilatura.bare_extraction(page, with_metadata=True)

    for work in (ours, theirs):
        work()  # the first call loads what the later ones share
    return (
        "page to labelled report; trafilatura's text and metadata",
        "pages/s",
        PAGES / seconds(ours),
        PAGES / seconds(theirs),
    )


def table(rows: Sequence[Row | None], spent: dict[str, float], parse: float) -> str:
    """The comparisons, then each step's share of the parse."""
    lines = [f"{'':<60}{'ours':>10}{'theirs':>10}{'ratio':>8}"]
    for row in rows:
        if row is None:
            continue
        what, unit, ours, theirs = row
        lines.append(f"{what:<60}{ours:>10,.0f}{theirs:>10,.0f}{ours / theirs:>8.2f}  {unit}")
    if importlib.util.find_spec("textacy") is None:
        lines.append("statements; textacy's quotations: textacy is not installed")
    lines += ["", f"{'step':<20}{'share of the parse':>20}"]
    lines += [f"{name:<20}{100 * took / parse:>19.1f}%" for name, took in spent.items()]
    lines.append(f"{'all steps':<20}{100 * sum(spent.values()) / parse:>19.1f}%")
    whole = parse + sum(spent.values())
    lines.append(
        f"{'who is who and where, of parse and steps':<44}{100 * spent.get('resolve', 0.0) / whole:>.1f}%, at most 10%"
    )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, and puts it into a page if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("--corpora", type=Path, default=Path("..") / "shared" / "corpora")
    parser.add_argument("--data", type=Path, default=Path("..") / "shared" / "benchmarks")
    parser.add_argument("--page", type=Path, help="put the table into this page, between <!-- peers --> marks")
    chosen = parser.parse_args(arguments)
    texts = sample(chosen.corpora, TEXTS) if chosen.corpora.is_dir() else []
    if not texts:
        print(f"No texts in {chosen.corpora}: nothing measured. Name a folder with --corpora.")
        return 0
    steps(texts[:2])
    spent, parse = steps(texts)
    rows = [days(texts, spent["moments"]), quotations(texts, spent["statements"]), pages(chosen.data / "extraction")]
    found = table(rows, spent, parse)
    print(found)
    if chosen.page:
        documents.put(chosen.page, "peers", "\n".join(f"    {line}".rstrip() for line in found.splitlines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
