"""How alike reports are in what they tell: weighted words, and for each report its nearest neighbours.

A word weighs by its rarity among these very reports, and more the more often it is written with a capital or as a
number (actors, places, days, sums), so that no list of names is needed. Each report then borrows words from its
nearest neighbours: two headlines on one happening often share no word at all, but both have a third one between them.
Likeness fades with the days between two reports, already where neighbours are sought, so that nobody borrows the words
of last week's happening of the same name.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from variorum.model.reports import Report
from variorum.reports.sketches import Sketch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Vector = dict[str, float]
"""Term -> weight; of length 1, or empty."""

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


@dataclass(frozen=True)
class Likeness:
    """Reports as vectors, by their place in the sequence given."""

    vectors: tuple[Vector, ...]
    """With what was borrowed."""
    sizes: tuple[int, ...]
    """Different terms of each report itself."""
    neighbours: tuple[tuple[int, ...], ...]
    """Places of the nearest, nearest first."""


def compare(sketches: Sequence[Sketch], days: Sequence[int | None]) -> Likeness:
    """Vectors and neighbours of reports.

    Args:
        sketches: in canonical order.
        days: of the same reports.
    """
    holders: dict[str, int] = {}
    capitals: dict[str, int] = {}
    written: dict[str, int] = {}
    for own in sketches:
        for term, _, high, times in own.terms:
            holders[term] = holders.get(term, 0) + 1
            capitals[term] = capitals.get(term, 0) + high
            written[term] = written.get(term, 0) + times
    total = len(sketches)
    weights = {
        term: math.log((1 + total) / held) ** RARITY_POWER * (SMALL_LETTER + capitals[term] / written[term])
        for term, held in holders.items()
        if held > 1
    }
    vectors = [
        unit(top({term: (1 + math.log(max(1.0, n))) * weights[term] for term, n, _, _ in own.terms if term in weights}))
        for own in sketches
    ]
    nearest = neighbours(vectors, days)
    borrowed = tuple(_borrow(vector, near, vectors) for vector, near in zip(vectors, nearest, strict=True))
    places = tuple(tuple(k for k, _ in near) for near in nearest)
    return Likeness(borrowed, tuple(len(own.terms) for own in sketches), places)


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
    import numpy as np

    index = _index(vectors)
    count = len(vectors)
    known = np.array([day is not None for day in days], dtype=bool)
    when = np.array([day or 0 for day in days], dtype=np.int64)
    found = []
    for k, vector in enumerate(vectors):
        holders = [index[term] for term in vector]
        places = np.concatenate([held for held, _ in holders]) if holders else np.zeros(0, dtype=np.int64)
        weights = [weight * other for weight, (_, other) in zip(vector.values(), holders, strict=True)]
        # bincount adds in the order given, so the sums are the same on every machine.
        alike = np.bincount(places, np.concatenate(weights) if weights else np.zeros(0), count).astype(np.float64)
        alike[k] = 0.0
        if known[k]:
            alike = np.where(known, alike * (HALF_DAYS / (HALF_DAYS + np.abs(when - when[k]))), alike)
        wanted = min(MOST, max(FEWEST, ENOUGH_TERMS // max(1, len(vector))))
        found.append(_most(alike, wanted))
    return found


def _index(vectors: Sequence[Vector]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Term -> places of its first holders, and its weight in each."""
    import numpy as np

    lists: dict[str, tuple[list[int], list[float]]] = {}
    for k, vector in enumerate(vectors):
        for term, weight in vector.items():
            places, weights = lists.setdefault(term, ([], []))
            if len(places) < HOLDERS:
                places.append(k)
                weights.append(weight)
    return {
        term: (np.array(places, dtype=np.int64), np.array(weights, dtype=np.float64))
        for term, (places, weights) in lists.items()
    }


def _most(alike: NDArray[np.float64], wanted: int) -> list[tuple[int, float]]:
    """The places of the greatest values above 0, greatest first, among equals the first place."""
    import numpy as np

    places = np.flatnonzero(alike > 0.0)
    if len(places) > wanted:
        least = np.partition(alike[places], len(places) - wanted)[len(places) - wanted]
        places = places[alike[places] >= least]
    order = np.lexsort((places, -alike[places]))[:wanted]
    return [(int(k), float(alike[k])) for k in places[order]]


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


def everything(vectors: Iterable[Vector]) -> Vector:
    """The sum of vectors."""
    found: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            found[term] = found.get(term, 0.0) + weight
    return found
