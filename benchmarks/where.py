"""Where, against our own gold: 175 mentions of places in 14 Wikinews articles, each with its GeoNames id.

    python -m benchmarks.where

A mention without an id in the gold is of no settlement, division or state: there an id is a mistake ("unasked").
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import documents
from benchmarks.who import Scores, lines_of
from variorum.analysers.protocol import Layers
from variorum.model.marks import Mention, MentionKind
from variorum.pipeline.reading import read_text

ALIKE = ({"geonames:1819729", "geonames:1819730"},)
"""Hong Kong has two ids, as a city and as a territory."""
TOWNS = frozenset({"city", "district"})
"""No table says which settlement is a part of another."""


def ours_at(layers: Layers, gold: dict[str, Any]) -> Mention | None:
    """The mention that names a place and has its head in the gold's words; the nearest in extent."""
    start, end = gold["start"], gold["start"] + gold["length"]
    inside = [
        mention
        for mention in layers.resolved
        if start <= mention.head.start < end and mention.span.start < end
        if mention.kind is MentionKind.PLACE or mention.place_kind is not None
    ]
    return min(inside, key=lambda mention: abs(mention.span.start - start) + abs(mention.span.end - end), default=None)


def is_same(ours: str | None, theirs: str) -> bool:
    """Whether two ids are of one place."""
    return ours == theirs or any({ours, theirs} <= alike for alike in ALIKE)


def is_kind(ours: str | None, theirs: str) -> bool:
    """Whether two kinds are alike."""
    return ours == theirs or {ours, theirs} <= TOWNS


def judged() -> Iterator[tuple[dict[str, Any], Mention | None]]:
    """Every mention of the gold with what we say there."""
    places = lines_of("places.jsonl")
    for document in lines_of("documents.jsonl"):
        layers = read_text(document["text"], date=document["date"], id=document["id"]).layers
        for gold in places:
            if gold["doc"] == document["id"]:
                yield gold, ours_at(layers, gold)


def measure(*, show: bool = False) -> Scores:
    """Every row, over all documents."""
    scores = Scores()
    for gold, mention in judged():
        ours, country, kind = (mention.place, mention.country, mention.place_kind) if mention else (None, None, None)
        theirs = f"geonames:{gold['geonames']}" if gold["geonames"] else None
        right = theirs is not None and is_same(ours, theirs)
        form = "described" if gold["form"] == "description" else f"as a {gold['use']}"
        for row in ("place id", f"place id, {form}"):
            scores.add(row, known=theirs is not None, answered=ours is not None, right=right)
        states = (gold["country"], gold["admin_country"])
        scores.add(
            "country",
            known=states[0] is not None,
            answered=country is not None,
            right=country in states and bool(country),
        )
        scores.add("type", known=True, answered=kind is not None, right=is_kind(kind, gold["type"]))
        if show and not ((right or (theirs is None and ours is None)) and country in states):
            why = f"{mention.why}; {' '.join(mention.candidates)}" if mention else "no mention"
            print(f"{gold['doc']} {gold['start']:>5} {gold['text']}: {ours} {country} {kind}, gold {theirs}: {why}")
    return scores


ROWS = ("place id", "place id, as a place", "place id, as a state", "place id, as a part", "place id, described", "country", "type")  # fmt: skip


def table(scores: Scores) -> str:
    """The rows as lines."""
    head = f"{'':<24}{'told':>6}{'answered':>10}{'right':>7}{'unasked':>9}{'precision':>11}{'recall':>8}"
    return "\n".join(
        [head]
        + [
            f"{name:<24}{row.gold:>6}{row.answered:>10}{row.right:>7}{row.unasked:>9}{row.precision:>11.3f}{row.recall:>8.3f}"
            for name in ROWS
            if (row := scores.rows.get(name)) is not None
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, and puts it into a page if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.where")
    parser.add_argument("--page", type=Path, help="put the table into this page, between <!-- where --> marks")
    parser.add_argument("--show", action="store_true", help="list what is not right")
    chosen = parser.parse_args(arguments)
    found = table(measure(show=chosen.show))
    print(found)
    if chosen.page:
        documents.put(chosen.page, "where", "\n".join(f"    {line}" for line in found.splitlines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
