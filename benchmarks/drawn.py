"""Lines of the record of real articles, drawn for judging by hand: each with its words, the sentence and its place.

    python -m benchmarks.drawn DATA [--titles PATTERN] [--from DAY] [--to DAY] [--skip FILE ...] [--seed N] [--differing]

DATA is a JSON Lines file with id, outlet, date, title and text a line. The chosen articles are read as one crisis; nothing is
kept. What is printed holds words of the articles, so it is for reading and not for the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from variorum.desk import Desk
from variorum.model.entries import Claim, Entry, Event, Party, Statement, When, Where
from variorum.model.matters import Matter, Standing
from variorum.model.spans import Span
from variorum.store.base import Record
from variorum.views.citations import Citations
from variorum.views.compare import differing

EACH = 10
"""Lines drawn of each kind; four kinds make the forty of a corpus."""
FIRST = 30
_END = re.compile(r"[.!?][\"'”’]?\s|\n")
DIFFERING = frozenset(
    {
        Standing.CONTESTED,
        Standing.LATER_DIFFERS,
        Standing.ORDER_UNKNOWN,
        Standing.DENIED,
        Standing.MIRRORED,
        Standing.ACKNOWLEDGED,
        Standing.CHANGED_POSITION,
    }
)
"""Standings by which two accounts are shown as differing; not those that only add to or correct one account."""


def chosen(
    lines: Iterable[str], *, titles: str = "", first: str = "", last: str = "", skip: frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    """The articles whose title fits the pattern and whose day lies in the period, by day and id; none of `skip`."""
    articles = [_article(json.loads(line)) for line in lines if line.strip()]
    kept = [item for item in articles if item["id"] not in skip and re.search(titles, item["title"])]
    within = [item for item in kept if first <= item["date"] <= (last or item["date"])]
    return sorted(within, key=lambda item: (item["date"], item["id"]))


def _article(item: dict[str, Any]) -> dict[str, Any]:
    """With an outlet and a title: a portal's line has the outlets that it cites, of which the first, and no title."""
    return {"outlet": next(iter(item.get("outlets", ())), ""), "title": ""} | item


def read(desk: Desk, articles: Sequence[dict[str, Any]]) -> Record:
    """The record of the articles, read into the desk; each keeps its id as the end of its address."""
    desk.add_stream(io.BytesIO("".join(map(_record, articles)).encode()), "drawn.jsonl")
    desk.run(processes=1)
    return desk.record


def _record(article: dict[str, Any]) -> str:
    told = {"url": f"https://drawn.example/{article['id']}", "outlet": article["outlet"], "published": article["date"]}
    return json.dumps(told | {"title": article["title"], "text": article["text"]}) + "\n"


def drawn(record: Record, seed: int, each: int = EACH) -> Iterator[Entry | Matter]:
    """The drawn lines, kind by kind. Ranked by a hash of seed and id: a line that stays in the record keeps its rank."""
    many = [matter for matter in record.matters if len(matter.members) > 1]
    kinds: tuple[Sequence[Entry | Matter], ...] = (record.statements, record.events, record.claims, many)
    for items in kinds:
        yield from sorted(items, key=lambda item: hashlib.sha256(f"{seed} {item.id}".encode()).digest())[:each]


def first_differing(record: Record, count: int = FIRST) -> list[Matter]:
    """The first matters shown as differing, in the order of the page."""
    return [matter for matter in differing(Citations(record)) if matter.standing in DIFFERING][:count]


class Printer:
    """Puts lines of one record into words."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._reports = {report.id: report for report in record.reports}
        entries: tuple[Entry, ...] = (*record.statements, *record.events, *record.claims)
        self._entries = {entry.id: entry for entry in entries}

    def line(self, item: Entry | Matter) -> str:
        """What the record says, the words it cites and the sentence around each, with ids and offsets."""
        if isinstance(item, Matter):
            return "\n".join(self._matter(item))
        if isinstance(item, Statement):
            head, words = _statement(item), item.content
        elif isinstance(item, Event):
            head, words = _event(item), (item.trigger,)
        else:
            head, words = _claim(item), (item.figure.words if item.figure else item.predicate,)
        return f"{item.id} {self._place(item.report_id, words[0])}\n  {head}\n{self._cited(item)}"

    def _place(self, report_id: str, span: Span) -> str:
        report = self._reports[report_id]
        capture = self._record.capture(self._record.text(report.text_id).capture_id)
        return f"{capture.locator.rpartition('/')[2]} {report.masthead.published.value} {span.start}-{span.end}"

    def _cited(self, entry: Entry) -> str:
        return f"  | {' '.join(self._around(entry.evidence).split())}"

    def _around(self, spans: Sequence[Span]) -> str:
        """The text from the sentence mark before the spans to the one after them."""
        text = self._record.text(spans[0].text_id).text
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        before = [mark.end() for mark in _END.finditer(text, 0, start)]
        after = _END.search(text, max(start, end - 1))
        return text[before[-1] if before else 0 : after.end() if after else len(text)]

    def _matter(self, matter: Matter) -> Iterator[str]:
        yield f"{matter.id} {matter.kind} [{matter.standing}] {matter.title}"
        yield f"  {matter.on_screen}; {matter.when.value}; {matter.why}"
        for account in matter.accounts:
            who = account.claimant or "(outlet)"
            yield f" - {account.value} ({account.low}-{account.high}) {account.stance} by {who}, as of {account.as_of.value}"
            entries = [self._entries[name] for name in account.entry_ids if name in self._entries]
            yield from ("   " + self.line(entry).replace("\n", "\n   ") for entry in entries)
            if not entries:
                yield from (f"  | {' '.join(self._around([span]).split())}" for span in account.evidence)
        for item in matter.apart:
            yield f"   apart: {item.words.exact!r}: {item.why}"


def _parties(parties: Iterable[Party | None]) -> str:
    return ", ".join(f"{party.name} <{'/'.join(party.actors)}>" for party in parties if party) or "-"


def _when(when: When) -> str:
    return f"{when.value or f'? ({when.why})'}{'~' if when.is_inferred else ''}"


def _where(where: Where | None) -> str:
    return f"{where.name} <{where.place}>{'~' if where.is_inferred else ''}" if where else "-"


def _statement(item: Statement) -> str:
    kind = item.unnamed or item.speaker_note if item.speaker is None else ""
    via = f" via {_parties(item.via)}" if item.via else ""
    said = " … ".join(" ".join(span.exact.split()) for span in item.content)
    return (
        f"STATEMENT {_parties([item.speaker])} {kind}{via} {item.force} ({item.mode}) said {_when(item.said)}: {said!r}"
    )


def _event(item: Event) -> str:
    doers = f"{_parties(item.sources)} -> {_parties(item.targets)}"
    what = f"{item.trigger.exact!r} {item.plover}/{item.plover_mode} {item.cameo} {item.status}"
    return f"EVENT {doers}: {what}; where {_where(item.where)}; when {_when(item.when)}"


def _claim(item: Claim) -> str:
    figure = item.figure
    words = (
        f"{figure.words.exact!r} {figure.low}-{figure.high} {figure.bound} subset {figure.subset}" if figure else "-"
    )
    sides = f"by {_parties(item.by)} against {_parties(item.against)}"
    days = f"as of {_when(item.as_of)} window {_when(item.window)}"
    head = f"CLAIM {item.topic} {item.predicate.exact!r} {words} {item.stance} claimant {_parties([item.claimant])}"
    return f"{head}; {sides}; where {_where(item.where)}; {days}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the drawn lines, or the matters shown as differing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drawn")
    parser.add_argument("data", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--titles", default="", help="only articles whose title fits this pattern")
    parser.add_argument("--from", dest="first", default="", help="first day, as 2016-10-02")
    parser.add_argument("--to", dest="last", default="", help="last day")
    parser.add_argument("--skip", type=Path, nargs="*", default=(), help="files that name articles to leave out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--differing", action="store_true", help="print the first matters shown as differing instead")
    asked = parser.parse_args(arguments)
    lines = asked.data.read_text(encoding="utf-8").split("\n")
    known = "\n".join(path.read_text(encoding="utf-8") for path in asked.skip)
    skip = frozenset(name for line in lines if line.strip() and f'"{(name := json.loads(line)["id"])}"' in known)
    articles = chosen(lines, titles=asked.titles, first=asked.first, last=asked.last, skip=skip)
    with tempfile.TemporaryDirectory() as scratch, Desk.open(scratch, create=True) as desk:
        record = read(desk, articles)
        printer = Printer(record)
        counts = len(record.statements), len(record.events), len(record.claims), len(record.matters)
        print(f"{len(articles)} articles; statements, events, claims, matters: {counts}")
        for number, item in enumerate(first_differing(record) if asked.differing else drawn(record, asked.seed), 1):
            print(f"\n{number}. {printer.line(item)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
