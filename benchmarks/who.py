"""Who and where, against our own gold: 863 mentions in 14 Wikinews articles.

    python -m benchmarks.who

An actor id of ours is right where it stands for the gold's entity: within a document ids and entities are paired one to
one, by how many mentions they share, so that one person under two ids, or two under one, is a mistake.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import documents
from variorum.analysers.protocol import Layers
from variorum.model.marks import Mention, MentionKind
from variorum.pipeline.reading import read_text

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "actors"
ACTORS = frozenset({"person", "government", "group", "organisation", "force", "armed_group"})
MEANT = frozenset({"pronoun", "description"})


@dataclass
class Tally:
    """Counts of one row."""

    gold: int = 0
    """Mentions whose entity the text tells."""
    answered: int = 0
    """Those that we give an actor or a place for."""
    right: int = 0
    unasked: int = 0
    """Answers where the gold says that the text does not tell who is meant."""

    @property
    def precision(self) -> float:
        """Right among the answered, unasked ones included."""
        given = self.answered + self.unasked
        return self.right / given if given else 0.0

    @property
    def recall(self) -> float:
        """Right among all that the text tells."""
        return self.right / self.gold if self.gold else 0.0


@dataclass
class Scores:
    """Tallies by row."""

    rows: dict[str, Tally] = field(default_factory=dict)

    @property
    def figures(self) -> dict[str, float]:
        """`ROW: precision` and `ROW: recall` of each row."""
        return {
            f"{name}: {kind}": getattr(row, kind) for name, row in self.rows.items() for kind in ("precision", "recall")
        }

    def add(self, name: str, *, known: bool, answered: bool, right: bool) -> None:
        """One mention."""
        row = self.rows.setdefault(name, Tally())
        if known:
            row.gold += 1
            row.answered += answered
            row.right += right
        else:
            row.unasked += answered


def lines_of(name: str) -> list[dict[str, Any]]:
    """A file of the gold."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if line]


def ours_at(layers: Layers, gold: dict[str, Any], others: Sequence[dict[str, Any]] = ()) -> Mention | None:
    """The mention of ours that stands for the gold's words: the one whose head lies in their name or head.

    A mention of ours that covers exactly another mention of the gold stands for that one: "London" is no answer to who
    "the mayor of London" is; nor, where one of ours begins a description, is one within it: "Polish" is no answer to who
    "mayor of the Polish city" is.
    """
    start, end = gold.get("name_start", gold["start"]), gold.get("name_end", gold["end"])
    elsewhere = {(other["start"], other["end"]) for other in others} - {(gold["start"], gold["end"])}
    inside = [
        mention
        for mention in layers.resolved
        if start <= mention.head.start < end
        and mention.span.start < gold["end"]
        and gold["start"] < mention.span.end
        and (mention.span.end - len(bare(mention.span.exact)), mention.span.end) not in elsewhere
    ]

    def distance(mention: Mention) -> tuple[bool, int]:
        own = mention.span.end - len(bare(mention.span.exact))
        is_within = gold["form"] == "description" and own != start
        return is_within, abs(mention.span.start - start) + abs(mention.span.end - end)

    return min(inside, key=distance, default=None)


def bare(words: str) -> str:
    """The words without the article that the gold leaves out."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the", "this", "that") else words


def answer(mention: Mention | None) -> str | None:
    """What we say: an actor, several, a place, or nothing."""
    if mention is None:
        return None
    if mention.kind is MentionKind.PLACE:
        return f"place {mention.name}"
    return " ".join(sorted(mention.actors)) or None


def wanted(gold: dict[str, Any]) -> str | None:
    """The gold's entity, or its members: of a group, and of "they" where it is several; of "we" the gold lists but one."""
    members = gold.get("members") or ()
    is_several = gold["form"] == "group" or (len(members) > 1 and gold["entity"] is None)
    return " ".join(sorted(members)) if members and is_several else gold["entity"]


def paired(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Our id -> the gold's entity, one to one, the most frequent pairs first."""
    mapping: dict[str, str] = {}
    taken: set[str] = set()
    for (ours, theirs), _ in sorted(Counter(found).items(), key=lambda item: (-item[1], item[0])):
        if ours not in mapping and theirs not in taken:
            mapping[ours] = theirs
            taken.add(theirs)
    return mapping


def is_state(ours: str, theirs: str) -> bool:
    """A state's id is its code, whatever else it was paired with."""
    return theirs == f"state:{ours}"


def measure() -> Scores:
    """Every row, over all documents."""
    scores = Scores()
    mentions, optional = lines_of("mentions.jsonl"), lines_of("optional.jsonl")
    for document in lines_of("documents.jsonl"):
        layers = read_text(document["text"], date=document["date"], id=document["id"]).layers
        mine = [gold for gold in mentions if gold["doc"] == document["id"]]
        others = [*mine, *(gold for gold in optional if gold["doc"] == document["id"])]
        answers = [(gold, answer(ours_at(layers, gold, others))) for gold in mine]
        mapping = paired((ours, want) for gold, ours in answers if ours and (want := wanted(gold)))
        for gold, ours in answers:
            want = wanted(gold)
            right = ours is not None and want is not None and (mapping.get(ours) == want or is_state(ours, want))
            for row in rows_of(gold):
                scores.add(row, known=want is not None, answered=ours is not None, right=right)
            if gold["kind"] == "place" and want is not None:
                country = next((item.country for item in [ours_at(layers, gold, others)] if item is not None), None)
                scores.add(
                    "places: country",
                    known=gold["admin_country"] is not None,
                    answered=country is not None,
                    right=country is not None and country in (gold["admin_country"], gold["country"]),
                )
    return scores


def rows_of(gold: dict[str, Any]) -> list[str]:
    """The rows in which a mention counts."""
    rows = [f"{gold['form']}s"]
    if gold["kind"] in ACTORS and gold["form"] != "place":
        rows.append("actors")
        if gold["entity"] is not None and gold["entity"].startswith("person:"):
            rows.append("persons")
    if gold["form"] in MEANT and gold["kind"] in ACTORS:
        rows.append("pronouns and descriptions")
    return rows


ROWS = (
    "actors",
    "persons",
    "names",
    "pronouns and descriptions",
    "pronouns",
    "descriptions",
    "groups",
    "metonyms",
    "places",
    "places: country",
)


def table(scores: Scores) -> str:
    """The rows as lines."""
    head = f"{'':<28}{'told':>6}{'answered':>10}{'right':>7}{'unasked':>9}{'precision':>11}{'recall':>8}"
    return "\n".join(
        [head]
        + [
            f"{name:<28}{row.gold:>6}{row.answered:>10}{row.right:>7}{row.unasked:>9}{row.precision:>11.3f}{row.recall:>8.3f}"
            for name in ROWS
            if (row := scores.rows.get(name)) is not None
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, and puts it into a page if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.who")
    parser.add_argument("--page", type=Path, help="put the table into this page, between <!-- who --> marks")
    chosen = parser.parse_args(arguments)
    found = table(measure())
    print(found)
    if chosen.page:
        documents.put(chosen.page, "who", "\n".join(f"    {line}" for line in found.splitlines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
