"""Which reports tell one happening: groups joined while the mean likeness of all their reports holds.

Two groups are joined when they are each other's nearest and near enough (average link, with the days between their
reports averaged likewise: one late report does not bring two happenings of one name together). Only groups with neighbours
among each other are ever compared, so the work grows with the number of reports, not with that of pairs. The whole is
computed anew from all reports: rarity belongs to the corpus, and any new report changes it. What is read of each report
(its terms, counted) is kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from variorum.model.reports import Report, Story, TextLayer
from variorum.reports import likeness
from variorum.reports.likeness import Vector
from variorum.reports.sketches import Sketch, sketch

NEAR_TEXTS = 0.5
NEAR_HEADLINES = 0.15
"""Mean likeness from which two groups of whole texts, or of bare headlines, are one story; in between by the log of
their size. Calibrated on 772 whole texts (66 stories in look-alike pairs) and 3,811 headlines (49 stories): the best
value lies within .05 of either on both, and the two kinds of text really differ by that much."""
HEADLINE_TERMS = 8
TEXT_TERMS = 80
"""Different terms of a typical headline, and from which a report is a whole text."""
DAYS_KEPT = 64
"""Different days of a group that count, the commonest; bounds the work where dates are made up."""


@dataclass
class _Group:
    """Reports joined so far."""

    members: list[int]
    profile: Vector
    """Sum of the members' vectors."""
    size: float
    """Sum of the logs of their numbers of terms."""
    days: dict[int | None, int]
    """Day of publication -> reports."""
    near: set[int]
    """Numbers of groups that hold a neighbour."""


def group(
    reports: Iterable[Report], texts: Mapping[str, TextLayer], sketched: Mapping[str, Sketch | None] | None = None
) -> tuple[Story, ...]:
    """Stories of two reports or more, by their smallest member.

    Args:
        reports: any order; the result is the same.
        texts: by id.
        sketched: sketches by report id, as far as they are known.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    known = sketched or {}
    sketches = [known.get(report.id) or sketch(report, texts[report.text_id]) for report in ordered]
    days = [likeness.day(report) for report in ordered]
    compared = likeness.compare(sketches, days)
    groups = {
        k: _Group([k], vector, math.log(max(1, size)), {day: 1}, set())
        for k, (vector, size, day) in enumerate(zip(compared.vectors, compared.sizes, days, strict=True))
    }
    for k, near in enumerate(compared.neighbours):
        for j in near:
            groups[k].near.add(j)
            groups[j].near.add(k)
    _join(groups)
    found = sorted(sorted(ordered[k].id for k in one.members) for one in groups.values() if len(one.members) > 1)
    return tuple(Story(tuple(members), "they share names, numbers and rare words") for members in found)


def _join(groups: dict[int, _Group]) -> None:
    """Joins the nearest two until none are near enough; among equals the lowest numbers."""
    heap = [
        (-value, j, k)
        for k in sorted(groups)
        for j in sorted(groups[k].near)
        if j < k and (value := _nearness(groups[j], groups[k])) >= 1.0
    ]
    heapify(heap)
    following = len(groups)
    while heap:
        _, j, k = heappop(heap)
        if j not in groups or k not in groups:
            continue
        one, other = groups.pop(j), groups.pop(k)
        joined = _Group(
            one.members + other.members,
            likeness.everything((one.profile, other.profile)),
            one.size + other.size,
            _days(one.days, other.days),
            (one.near | other.near) - {j, k},
        )
        groups[following] = joined
        for n in sorted(joined.near):
            groups[n].near -= {j, k}
            groups[n].near.add(following)
            value = _nearness(groups[n], joined)
            if value >= 1.0:
                heappush(heap, (-value, n, following))
        following += 1


def _nearness(one: _Group, other: _Group) -> float:
    """Mean likeness of their reports, less with the days between them, against what their size asks; 1 is near enough.

    0 where the days alone are too far apart: no likeness is above 1.
    """
    size = (one.size + other.size) / (len(one.members) + len(other.members))
    low, high = math.log(HEADLINE_TERMS), math.log(TEXT_TERMS)
    part = min(1.0, max(0.0, (size - low) / (high - low)))
    asked = NEAR_HEADLINES + part * (NEAR_TEXTS - NEAR_HEADLINES)
    faded = _faded(one.days, other.days)
    if faded < asked * HARDLY:
        return 0.0
    count = len(one.members) * len(other.members)
    return likeness.product(one.profile, other.profile) / count * faded / asked


HARDLY = 0.999
"""A little less than 1, for what adding up rounds off."""


def _faded(one: Mapping[int | None, int], other: Mapping[int | None, int]) -> float:
    """What the days between leave of the likeness of two groups, the mean over all pairs of their reports."""
    left = sum(n * m * likeness.faded(day, day2) for day, n in one.items() for day2, m in other.items())
    return left / (sum(one.values()) * sum(other.values()))


def _days(one: Mapping[int | None, int], other: Mapping[int | None, int]) -> dict[int | None, int]:
    """Days of both, the commonest first, then the earliest."""
    both = Counter(one)
    both.update(other)
    ranked = sorted(both.items(), key=lambda item: (-item[1], item[0] or 0))
    return dict(ranked[:DAYS_KEPT])
