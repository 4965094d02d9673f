"""What is compared of many reports at once is what the plain definitions say."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.pipeline.reading import report_of
from variorum.reports import alignment, likeness
from variorum.reports.sketches import RUN_WORDS, Sketch, sketch


def made(words: int, runs: list[int]) -> Sketch:
    """A report of so many words with these runs."""
    return Sketch(words, np.unique(np.array(runs, dtype="<u8")).tobytes(), ())


def plain_candidates(sketches: list[Sketch]) -> list[tuple[int, int]]:
    """Pairs that share enough runs, one text after the other, the longest first."""
    holders: dict[int, list[int]] = {}
    found = []
    for k in sorted(range(len(sketches)), key=lambda k: (-sketches[k].words, k)):
        own = sketches[k].hashes.tolist()
        shared: Counter[int] = Counter()
        for run in own:
            held = holders.setdefault(run, [])
            shared.update(held)
            if len(held) < alignment.HOLDERS:
                held.append(k)
        enough = max(alignment.MIN_OF_A_BRIEF, min(alignment.MIN_SHARED, len(own) // 2))
        found += [(min(j, k), max(j, k)) for j, count in shared.items() if count >= enough]
    return sorted(found)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.lists(st.integers(0, 14), max_size=12)), max_size=40))
def test_candidates_share_enough_runs(told: list[tuple[int, list[int]]]) -> None:
    """Also where more texts hold a run than are looked at."""
    sketches = [made(words, runs) for words, runs in told]
    assert alignment.candidates(sketches) == plain_candidates(sketches)


def plain_neighbours(vectors: list[likeness.Vector], days: list[int | None]) -> list[list[tuple[int, float]]]:
    """The nearest of each, pair by pair."""
    index: dict[str, list[tuple[int, float]]] = {}
    for k, vector in enumerate(vectors):
        for term, weight in vector.items():
            held = index.setdefault(term, [])
            if len(held) < likeness.HOLDERS:
                held.append((k, weight))
    found = []
    for k, vector in enumerate(vectors):
        near: dict[int, float] = {}
        for term, weight in vector.items():
            for j, other in index[term]:
                near[j] = near.get(j, 0.0) + weight * other
        near.pop(k, None)
        near = {j: alike * likeness.faded(days[k], days[j]) for j, alike in near.items()}
        wanted = min(likeness.MOST, max(likeness.FEWEST, likeness.ENOUGH_TERMS // max(1, len(vector))))
        found.append(nsmallest(wanted, near.items(), key=lambda item: (-item[1], item[0])))
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([0.1, 0.3, 0.5, 0.7]), max_size=6),
            st.sampled_from([None, 5, 6, 30]),
        ),
        max_size=60,
    )
)
def test_neighbours_are_the_nearest(told: list[tuple[likeness.Vector, int | None]]) -> None:
    """To the last digit, and among equals the first."""
    vectors, days = [vector for vector, _ in told], [day for _, day in told]
    assert likeness.neighbours(vectors, days) == plain_neighbours(vectors, days)


def test_a_sketch_follows_from_the_words_alone() -> None:
    """The same runs on any machine, whatever stands around them; a capital counts for a term, not for a run."""
    layer, report = report_of(
        "Two planes are lost.\n\nValdora counted its Planes over the strait, and counted again.\n"
    )
    found = sketch(report, layer)
    other_layer, other = report_of("Another.\n\nvaldora counted its planes over the strait, and counted again.\n")
    assert len(found.hashes) == found.words - RUN_WORDS + 1
    assert set(sketch(other, other_layer).hashes.tolist()) & set(found.hashes.tolist())
    assert found.hashes.tolist() == sorted(set(found.hashes.tolist()))
    assert {term: (high, times) for term, _, high, times in found.terms}["plan"] == (1, 2)
