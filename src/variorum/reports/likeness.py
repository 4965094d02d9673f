"""How alike reports are in what they tell: weighted words, and for each report its nearest neighbours.

A word weighs by its rarity among these very reports, and more the more often it is written with a capital or as a
number (actors, places, days, sums), so that no list of names is needed. Each report then borrows words from its
nearest neighbours: two headlines on one happening often share no word at all, but both have a third one between them.
Likeness fades with the days between two reports, already where neighbours are sought, so that nobody borrows the words
of last week's happening of the same name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from variorum.model.reports import READ_LABELS, LineLabel, Report, TextLayer

Vector = dict[str, float]
"""Term -> weight; of length 1, or empty."""

TITLE_COUNT = 2.0
"""What a word in the title counts, against 1 in the text; without a title the first line is taken for it."""
RARITY_POWER = 0.7
"""Rarity (log of reports by holders) is raised to this: in a set with large stories the word that makes the story is
frequent, and full rarity would drown it among words that only one report has."""
SMALL_LETTER = 0.5
"""Weight of a word never written with a capital, where one always so written weighs 1.5."""
TOP_TERMS = 80
"""Terms kept of each report, the weightiest."""
FEWEST, MOST = 10, 40
"""Neighbours a whole text, or a bare headline, may borrow from and be joined with."""
ENOUGH_TERMS = 320
"""Neighbours are taken, between these bounds, until they have about so many terms: forty headlines have."""
FEW_REPORTS = 4
"""A report borrows from at most one neighbour for every so many reports: among three, nobody is everyone's neighbour.
It may be joined with the others."""
BORROWED = 1.0
"""Weight of the borrowed words, together, against the report's own."""
NEARNESS_POWER = 2.0
"""Neighbours lend by their likeness to this power: a near one much, a far one hardly."""
HOLDERS = 500
"""Holders of one term that are looked at when neighbours are sought, the first by id; bounds the work on any input."""
HALF_DAYS = 1
"""Days apart at which likeness counts half; twice as many, a third. On a stream of dated headlines a loss by e within 2
to 5 days was best, and this lies in between on the first days; its slow tail lets one happening be told for weeks."""
SURE_DAYS = 7
"""A day known only to within more than this says nothing of how far apart two reports are."""
STEM = 3
"""Letters that must be left when an ending is cut off."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s")
_FUNCTION_WORDS = frozenset(
    "a about above after again against all almost also although always am among an and another any are around as at be "
    "became because been before being below between both but by can could did do does doing down during each either "
    "else ever every few for from further get had has have having he her here hers him his how however i if in into is "
    "it its just last least less made make many may me might more most much must my neither never no nor not now of off "
    "often on once one only or other our out over own part per please quite rather really said same say see seem she "
    "should show since so some still such take than that the their them then there these they this those though through "
    "to together too toward under until up upon us very was we well were what when where whether which while who whole "
    "whom whose why will with within without would yet you your".split()
)
"""English words of closed classes and their like: they join no reports."""


@dataclass(frozen=True)
class Likeness:
    """Reports as vectors, by their place in the sequence given."""

    vectors: tuple[Vector, ...]
    """With what was borrowed."""
    sizes: tuple[int, ...]
    """Different terms of each report itself."""
    neighbours: tuple[tuple[int, ...], ...]
    """Places of the nearest, nearest first."""
    days: tuple[int | None, ...]
    """Day of each as an ordinal; None if it is not known."""


def compare(reports: Sequence[Report], texts: Mapping[str, TextLayer]) -> Likeness:
    """Vectors and neighbours of these reports.

    Args:
        reports: in canonical order.
        texts: by id.
    """
    capitals: dict[str, list[int]] = {}
    counts = [_terms(report, texts[report.text_id], capitals) for report in reports]
    holders: dict[str, int] = {}
    for own in counts:
        for term in own:
            holders[term] = holders.get(term, 0) + 1
    total = len(reports)
    weights = {
        term: math.log((1 + total) / held) ** RARITY_POWER * (SMALL_LETTER + capitals[term][0] / capitals[term][1])
        for term, held in holders.items()
        if held > 1
    }
    vectors = [
        unit(top({term: (1 + math.log(max(1.0, n))) * weights[term] for term, n in own.items() if term in weights}))
        for own in counts
    ]
    days = tuple(day(report) for report in reports)
    nearest = neighbours(vectors, days)
    borrowed = tuple(_borrow(vector, near, vectors) for vector, near in zip(vectors, nearest, strict=True))
    places = tuple(tuple(k for k, _ in near) for near in nearest)
    return Likeness(borrowed, tuple(len(own) for own in counts), places, days)


def day(report: Report) -> int | None:
    """The day of publication as an ordinal, the middle of what is possible; None if not known to `SURE_DAYS`."""
    published = report.masthead.published
    try:
        first = date.fromisoformat(published.earliest or "").toordinal()
        last = date.fromisoformat(published.latest or "").toordinal()
    except ValueError:
        return None
    return (first + last) // 2 if abs(last - first) <= SURE_DAYS else None


def faded(one: int | None, other: int | None) -> float:
    """What the days between two reports leave of their likeness: 1 to 0; 1 if a day is not known."""
    if one is None or other is None:
        return 1.0
    return HALF_DAYS / (HALF_DAYS + abs(one - other))


def neighbours(vectors: Sequence[Vector], days: Sequence[int | None]) -> list[list[tuple[int, float]]]:
    """The nearest of each, nearest first, with their likeness (cosine, less with the days between; above 0)."""
    index: dict[str, list[tuple[int, float]]] = {}
    for k, vector in enumerate(vectors):
        for term, weight in vector.items():
            held = index.setdefault(term, [])
            if len(held) < HOLDERS:
                held.append((k, weight))
    known = set(days)
    found = []
    for k, vector in enumerate(vectors):
        near: dict[int, float] = {}
        for term, weight in vector.items():
            for j, other in index[term]:
                near[j] = near.get(j, 0.0) + weight * other
        near.pop(k, None)
        lost = {day: faded(days[k], day) for day in known}
        near = {j: alike * lost[days[j]] for j, alike in near.items()}
        wanted = min(MOST, max(FEWEST, ENOUGH_TERMS // max(1, len(vector))))
        found.append(nsmallest(wanted, near.items(), key=lambda item: (-item[1], item[0])))
    return found


def top(weights: Vector) -> Vector:
    """The weightiest terms, in a fixed order."""
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TOP_TERMS])


def unit(vector: Vector) -> Vector:
    """The vector at length 1."""
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def product(one: Vector, other: Vector) -> float:
    """Sum of the products of what both have."""
    if len(other) < len(one):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])  # a list: faster by a third


def _borrow(vector: Vector, near: Sequence[tuple[int, float]], vectors: Sequence[Vector]) -> Vector:
    lent: Vector = {}
    for k, likeness in near[: max(1, len(vectors) // FEW_REPORTS)]:
        share = likeness**NEARNESS_POWER
        for term, weight in vectors[k].items():
            lent[term] = lent.get(term, 0.0) + share * weight
    both = dict(vector)
    share = BORROWED * min(1.0, len(vectors) / (FEW_REPORTS * FEWEST))  # among a handful, neighbours are strangers
    for term, weight in unit(lent).items():
        both[term] = both.get(term, 0.0) + share * weight
    return unit(top(both))


def _terms(report: Report, text: TextLayer, capitals: dict[str, list[int]]) -> dict[str, float]:
    """Counts by stem; `capitals` grows by (with a capital or digit, all)."""
    found: dict[str, float] = {}
    lines = [line for line in report.lines if line.label in READ_LABELS]
    has_title = any(line.label is LineLabel.TITLE for line in lines)
    for number, line in enumerate(lines):
        count = TITLE_COUNT if line.label is LineLabel.TITLE or (number == 0 and not has_title) else 1.0
        for word in _WORD.findall(text.text[line.start : line.end]):
            if len(word) < 2 or word.lower() in _FUNCTION_WORDS:
                continue
            term = stem(word.lower())
            found[term] = found.get(term, 0.0) + count
            seen = capitals.setdefault(term, [0, 0])
            seen[0] += not word[0].islower()
            seen[1] += 1
    return found


def stem(word: str) -> str:
    """The word without its possessive and its commonest ending; coarse, and the same for every form."""
    word = re.split("['’]", word, maxsplit=1)[0] or word
    if len(word) > STEM + 1:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= STEM:
                return word[: -len(ending)]
    return word


def everything(vectors: Iterable[Vector]) -> Vector:
    """The sum of vectors."""
    found: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            found[term] = found.get(term, 0.0) + weight
    return found
