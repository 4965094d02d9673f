"""Which reports tell one happening: groups of reports by the names and words they share, weighed by rarity."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date

from variorum.model.reports import READ_LABELS, Report, Story, TextLayer

NEAR = 0.22
"""Cosine from which two reports tell one story; calibrated on invented and measured news, where pairs of one story lie
above .25 and pairs of two lie below .15."""
WINDOW_DAYS = 7
TOP_TERMS = 60
"""Terms kept of each report, the weightiest."""
_WORD = re.compile(r"[^\W_][\w'’-]{2,}")


def group(reports: Iterable[Report], texts: Mapping[str, TextLayer]) -> tuple[Story, ...]:
    """Stories of two reports or more, by their smallest member.

    Args:
        reports: any order; the result is the same.
        texts: by id.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    counts = [_terms(report, texts[report.text_id]) for report in ordered]
    spread: dict[str, int] = {}
    for own in counts:
        for term in own:
            spread[term] = spread.get(term, 0) + 1
    vectors = [_vector(own, spread, len(ordered)) for own in counts]
    index: dict[str, list[tuple[int, float]]] = {}
    links: list[tuple[int, int]] = []
    for k, vector in enumerate(vectors):
        near: dict[int, float] = {}
        for term, weight in vector.items():
            for j, other in index.get(term, ()):
                near[j] = near.get(j, 0.0) + weight * other
            index.setdefault(term, []).append((k, weight))
        links += [(j, k) for j, value in sorted(near.items()) if value >= NEAR and _near(ordered[j], ordered[k])]
    parent = list(range(len(ordered)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for j, k in links:
        one, other = sorted((root(j), root(k)))
        parent[other] = one
    groups: dict[int, list[str]] = {}
    for k, report in enumerate(ordered):
        groups.setdefault(root(k), []).append(report.id)
    return tuple(
        Story(tuple(members), "they share names and rare words") for members in groups.values() if len(members) > 1
    )


def _terms(report: Report, text: TextLayer) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in report.lines:
        if line.label in READ_LABELS:
            for word in _WORD.findall(text.text[line.start : line.end]):
                term = word if word[:1].isupper() else word.lower()
                found[term] = found.get(term, 0) + 1
    return found


def _vector(counts: Mapping[str, int], spread: Mapping[str, int], total: int) -> dict[str, float]:
    weights = {
        term: (1 + math.log(count)) * math.log((1 + total) / spread[term]) * (1.5 if term[:1].isupper() else 1.0)
        for term, count in counts.items()
        if spread[term] < total or total < 3
    }
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TOP_TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {term: weight / length for term, weight in kept if weight > 0}


def _near(one: Report, other: Report) -> bool:
    """Whether the days allow it; an unknown day allows everything."""
    days = [(report.masthead.published.earliest, report.masthead.published.latest) for report in (one, other)]
    if any(early is None or late is None for early, late in days):
        return True
    (a, b), (c, d) = days
    return _apart(str(a), str(d)) <= WINDOW_DAYS and _apart(str(c), str(b)) <= WINDOW_DAYS


def _apart(start: str, end: str) -> int:
    try:
        return (date.fromisoformat(start) - date.fromisoformat(end)).days
    except ValueError:
        return 0
