"""Rival tolls of one happening, against our own gold of offsets and numbers: figure, who gives it, its bounds, its joins.

    python -m benchmarks.tolls [--corpora DIR] [--page PAGE] [--misses]

Each group of articles is read as a crisis of its own. The articles are measured on only and are not in this repository;
where they are absent nothing is measured. Figures without a numeral ("several", "a woman") are in the gold and are left
out here, on both sides.
"""

from __future__ import annotations

import argparse
import io
import itertools
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import documents
from variorum.desk import Desk
from variorum.model.entries import Claim, Party
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.store.base import Record

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "tolls"
CORPORA = Path("..") / "shared" / "corpora"
SLOTS = frozenset({"killed", "wounded", "casualties"})
SEEN = frozenset({"g1", "g2", "g5"})
"""Groups that had been read while rules changed; counted apart (tests/gold/tolls/README.md, 16)."""
SKIPPED = frozenset({"vague", "single"})
ROWS = ("figure", "claimant", "bound", "joined", "kept apart")


@dataclass
class Tally:
    """Right among given and among asked."""

    right: int = 0
    given: int = 0
    asked: int = 0

    def add(self, other: Tally) -> None:
        """Adds the counts of another."""
        self.right, self.given, self.asked = (
            self.right + other.right,
            self.given + other.given,
            self.asked + other.asked,
        )

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.asked if self.asked else 0.0
        return f"{self.right:>6}{self.given:>7}{self.asked:>7}{precision:>11.3f}{recall:>8.3f}"


@dataclass
class Measured:
    """One group: tallies by row, and each miss in words that hold no word of an article."""

    rows: dict[str, Tally] = field(default_factory=lambda: {row: Tally() for row in ROWS})
    misses: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Toll:
    """A figure of the gold, placed in the text as read."""

    gold: dict[str, Any]
    article: str
    number: tuple[int, int]
    claimant: tuple[int, int] | None

    def is_at(self, span: Span) -> bool:
        return span.start < self.number[1] and self.number[0] < span.end


def measure(folder: Path) -> dict[str, Measured]:
    """Group -> what was found of it; `folder` holds the articles."""
    articles = {item["id"]: item for item in _lines(folder / "data" / "articles.jsonl")}
    gold = _lines(GOLD / "tolls.jsonl")
    found = {}
    for group, ids in json.loads((GOLD / "groups.json").read_text(encoding="utf-8")).items():
        with tempfile.TemporaryDirectory() as scratch, Desk.open(scratch, create=True) as desk:
            lines = "".join(_record(articles[name]) for name in ids)
            desk.add_stream(io.BytesIO(lines.encode()), f"{group}.jsonl")
            desk.run(processes=1)
            found[group] = _held(desk.record, [item for item in gold if item["article"] in ids], articles)
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _record(article: dict[str, Any]) -> str:
    told = {"url": f"https://tolls.example/{article['id']}", "outlet": article["outlet"], "published": article["date"]}
    return json.dumps(told | {"title": article["title"], "text": article["text"]}) + "\n"


def _article(record: Record, report: Report) -> str:
    return record.capture(record.text(report.text_id).capture_id).locator.rpartition("/")[2]


def _held(record: Record, gold: Sequence[dict[str, Any]], articles: dict[str, dict[str, Any]]) -> Measured:
    reports = {_article(record, report): report for report in record.reports}
    tolls = []
    for item in gold:
        text = record.text(reports[item["article"]].text_id).text
        tolls.append(_placed(item, articles[item["article"]], text))
    claims = [claim for claim in record.claims if claim.topic in SLOTS and claim.figure is not None]
    article_of = {report.id: name for name, report in reports.items()}
    done = Measured()
    pairs: list[tuple[_Toll, Claim]] = []
    wanted = [toll for toll in tolls if toll is not None and toll.gold["kind"] not in SKIPPED]
    skipped = [toll for toll in tolls if toll is not None and toll.gold["kind"] in SKIPPED]
    taken: set[tuple[str, int]] = set()
    for claim in claims:
        number, article = claim.figure.number, article_of[claim.report_id]  # type: ignore[union-attr]
        if (article, number.start) in taken:
            continue
        if any(toll.article == article and toll.is_at(number) for toll in skipped):
            continue
        taken.add((article, number.start))
        done.rows["figure"].given += 1
        toll = next((toll for toll in wanted if toll.article == article and toll.is_at(number)), None)
        if toll is None or toll.gold["slot"] != claim.topic:
            done.misses.append(f"extra  {article} {number.start} {number.exact!r} as {claim.topic}")
        else:
            pairs.append((toll, claim))
    met = {id(toll) for toll, _ in pairs}
    done.misses += [f"missed {toll.article} {toll.number[0]} {toll.gold}" for toll in wanted if id(toll) not in met]
    done.rows["figure"].asked, done.rows["figure"].right = len(wanted), len(pairs)
    for toll, claim in pairs:
        for row, right in (("bound", _same_bound(toll, claim)), ("claimant", _same_claimant(toll, claim, record))):
            done.rows[row].given += 1
            done.rows[row].right += right
            if not right:
                who = claim.claimant.name if claim.claimant else None
                got = who if row == "claimant" else _interval(claim)
                done.misses.append(f"{row} {toll.article} {toll.number[0]}: {got!r} for {toll.gold}")
    for row in ("bound", "claimant"):
        done.rows[row].asked = len(wanted)
    _join(record, pairs, done)
    return done


def _placed(item: dict[str, Any], article: dict[str, Any], text: str) -> _Toll | None:
    shift = {name: text.find(article[name]) for name in ("title", "text")}
    if shift["text"] < 0:
        shift["text"] = text.rfind(article["text"][:60])
    if item["in"] == "title" and shift["title"] == shift["text"]:
        return None  # printed once: the gold tells it again in the text
    base = shift[item["in"]]
    at = shift[item["claimant_in"]] if item["claimant_in"] else 0
    who = (item["claimant_start"] + at, item["claimant_end"] + at) if item["claimant_start"] is not None else None
    return _Toll(item, item["article"], (item["number_start"] + base, item["number_end"] + base), who)


def _interval(claim: Claim) -> tuple[float | None, float | None]:
    figure = claim.figure
    if figure is None:
        return None, None
    low, high = figure.low, figure.high
    if low is not None and figure.is_low_open:
        low += 1
    if high is not None and figure.is_high_open:
        high -= 0.01
    return low or None, high


def _same_bound(toll: _Toll, claim: Claim) -> bool:
    asked = toll.gold["low"], toll.gold["high"]
    return all(
        (a is None) == (b is None) and abs((a or 0) - (b or 0)) < 1
        for a, b in zip(asked, _interval(claim), strict=True)
    )


def _same_claimant(toll: _Toll, claim: Claim, record: Record) -> bool:
    party = claim.claimant
    if toll.claimant is None or party is None:
        return (toll.claimant is None) == (party is None)
    if party.span is not None and party.span.start < toll.claimant[1] and toll.claimant[0] < party.span.end:
        return True
    return _is_named(toll, claim, party, record)


def _is_named(toll: _Toll, claim: Claim, party: Party, record: Record) -> bool:
    """Whether the gold's words for the claimant are ours for the same actor, or end in one word with our name."""
    start, end = toll.claimant or (0, 0)
    there = [
        mention
        for mention in record.mentions
        if mention.report_id == claim.report_id and mention.span.start < end and start < mention.span.end
    ]
    told = next(report for report in record.reports if report.id == claim.report_id)
    words = record.text(told.text_id).text[start:end].split()
    if words and party.name and (words[-1] in party.name.split() or party.name.split()[-1] in words):
        return True
    return any(set(mention.actors) & set(party.actors) or mention.name == party.name for mention in there)


def _join(record: Record, pairs: Sequence[tuple[_Toll, Claim]], done: Measured) -> None:
    """Pairs of figures: of one happening, slot and subset, both totals, joined; of two happenings, kept apart."""
    matter_of = {
        member: matter.id for matter in record.matters if matter.kind.value == "figure" for member in matter.members
    }
    for (one, first), (other, second) in itertools.combinations(pairs, 2):
        together = matter_of.get(first.id) == matter_of.get(second.id) is not None
        same_event = one.gold["event"] == other.gold["event"]
        same = same_event and one.gold["slot"] == other.gold["slot"] and one.gold["is_part"] == other.gold["is_part"]
        same = same and (
            None in (one.gold["subset"], other.gold["subset"]) or one.gold["subset"] == other.gold["subset"]
        )
        if same and not one.gold["is_part"] and one.gold["subset"] == other.gold["subset"]:
            done.rows["joined"].asked += 1
        if together:
            done.rows["joined"].given += 1
            done.rows["joined"].right += same
            if not same:
                done.misses.append(
                    f"join {one.article} {one.number[0]} + {other.article} {other.number[0]}: "
                    f"{one.gold['event']} {one.gold['subset']} part={one.gold['is_part']} / "
                    f"{other.gold['event']} {other.gold['subset']} part={other.gold['is_part']}"
                )
        if not same_event:
            done.rows["kept apart"].asked += 1
            done.rows["kept apart"].given += 1
            done.rows["kept apart"].right += not together


def table(found: dict[str, Measured]) -> str:
    """Three blocks of rows: every group, those not read before the first measuring, those read."""
    lines = [f"{'':<34}{'right':>6}{'given':>7}{'asked':>7}{'precision':>11}{'recall':>8}"]
    for name, groups in (
        ("all 8 groups", set(found)),
        ("5 not read at first", set(found) - SEEN),
        ("3 read while rules changed", SEEN),
    ):
        sums: dict[str, Tally] = defaultdict(Tally)
        for group in sorted(groups & set(found)):
            for row, tally in found[group].rows.items():
                sums[row].add(tally)
        for k, row in enumerate(ROWS):
            lines.append(f"{name if k == 0 else '':<28}{row:<10}{sums[row]}"[:90])
    return "\n".join(lines)


def missed(found: dict[str, Measured]) -> Iterator[str]:
    """Each miss by group."""
    for group, measured in found.items():
        for miss in measured.misses:
            yield f"{group} {miss}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, and puts it into a page if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tolls")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder that holds syria-outlets")
    parser.add_argument("--page", type=Path, help="put the table into this page, between <!-- tolls --> marks")
    parser.add_argument("--misses", action="store_true", help="print each miss, by offsets")
    chosen = parser.parse_args(arguments)
    folder = chosen.corpora / "syria-outlets"
    if not folder.is_dir():
        print(f"No folder {folder}: nothing measured. Name its parent with --corpora.")
        return 0
    found = measure(folder)
    if chosen.misses:
        print("\n".join(missed(found)))
        print(Counter(line.split()[1] for line in missed(found)))
    print(table(found))
    if chosen.page:
        documents.put(chosen.page, "tolls", "\n".join(f"    {line}" for line in table(found).splitlines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
