"""Which report copies which. Nothing is removed because of it: copies are folded when origins are counted.

Texts are compared by the five-word runs they share (shingling; Broder 1997), found through an inverted index, so that
only reports that share something are ever compared.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.model.reports import (
    COPY_KINDS,
    NEVER_INDEPENDENT,
    Genre,
    Kinship,
    KinshipKind,
    LineLabel,
    Report,
    TextLayer,
)

RUN_WORDS = 5
"""Words in a row that make a shingle."""
MIN_SHARED = 8
"""Shared runs below which nothing is said: a common phrase or one short quotation."""
REPRINT_SHARE = 0.75
"""Share of both texts that is common in a reprint."""
SHORTENED_SHARE = 0.7
"""Share of the shorter text that is common in a shortened copy."""
REWRITE_SHARE = 0.25
"""Share of the shorter text that is common in a rewrite."""
QUOTES_SHARE = 0.6
"""Share of the common runs that stands inside quotation marks where two reports only quote the same words."""
COMMON_RUN_REPORTS = 40
"""A run in more reports than that is boilerplate and is not compared."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"][^”\"\n]{10,2000}[”\"]")


@dataclass(frozen=True)
class _Runs:
    """The runs of one report."""

    hashes: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    """Characters of each run."""
    quoted: tuple[bool, ...]


def _runs(report: Report, text: TextLayer) -> _Runs:
    tokens: list[tuple[str, int, int, bool]] = []
    for line in report.lines:
        if line.label not in (LineLabel.BODY, LineLabel.SUMMARY):
            continue
        words = text.text[line.start : line.end]
        inside = [(match.start(), match.end()) for match in _QUOTED.finditer(words)]
        for match in _WORD.finditer(words):
            is_quoted = any(start <= match.start() < end for start, end in inside)
            tokens.append((match.group().lower(), line.start + match.start(), line.start + match.end(), is_quoted))
    hashes, places, quoted = [], [], []
    for k in range(len(tokens) - RUN_WORDS + 1):
        part = tokens[k : k + RUN_WORDS]
        hashes.append(zlib.crc32(" ".join(token[0] for token in part).encode("utf-8", "surrogatepass")))
        places.append((part[0][1], part[-1][2]))
        quoted.append(part[0][3] and part[-1][3])
    return _Runs(tuple(hashes), tuple(places), tuple(quoted))


def find(reports: Iterable[Report], texts: Mapping[str, TextLayer]) -> tuple[Kinship, ...]:
    """Kinships among these reports, by report and source id; at most one for each pair.

    Args:
        reports: any order; the result is the same.
        texts: by id.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    runs = [_runs(report, texts[report.text_id]) for report in ordered]
    where: dict[int, list[int]] = {}
    for k, own in enumerate(runs):
        for value in set(own.hashes):
            where.setdefault(value, []).append(k)
    shared: dict[tuple[int, int], int] = {}
    for holders in where.values():
        if 1 < len(holders) <= COMMON_RUN_REPORTS:
            for i, one in enumerate(holders):
                for other in holders[i + 1 :]:
                    shared[one, other] = shared.get((one, other), 0) + 1
    found = []
    for (i, j), count in sorted(shared.items()):
        if count < MIN_SHARED:
            continue
        kin = _kinship(ordered[i], runs[i], ordered[j], runs[j], count)
        if kin is not None:
            found.append(kin)
    return _nearest(found)


def _nearest(found: list[Kinship]) -> tuple[Kinship, ...]:
    """Kinships without those that only pass through another copy: a copy of a copy is told once, of its first text."""
    copies = {(kin.report_id, kin.source_id) for kin in found if kin.kind in COPY_KINDS}
    kept = [
        kin
        for kin in found
        if kin.kind not in COPY_KINDS
        or not any((kin.source_id, other) in copies and (kin.report_id, other) in copies for _, other in copies)
    ]
    return tuple(sorted(kept, key=lambda kin: (kin.report_id, kin.source_id)))


def _kinship(one: Report, one_runs: _Runs, other: Report, other_runs: _Runs, count: int) -> Kinship | None:
    sizes = (max(1, len(set(one_runs.hashes))), max(1, len(set(other_runs.hashes))))
    source, copy, order = _direction(one, sizes[0], other, sizes[1])
    source_runs, copy_runs = (one_runs, other_runs) if source is one else (other_runs, one_runs)
    smaller, larger = min(sizes), max(sizes)
    share, both = count / smaller, count / larger
    common = set(source_runs.hashes)
    quoted = [copy_runs.quoted[k] for k, value in enumerate(copy_runs.hashes) if value in common]
    in_quotes = sum(quoted) / max(1, len(quoted))
    same_outlet = one.masthead.outlet.value is not None and one.masthead.outlet.value == other.masthead.outlet.value
    genre = copy.masthead.genre.value
    if share < REWRITE_SHARE or (in_quotes >= QUOTES_SHARE and share < SHORTENED_SHARE):
        if in_quotes >= QUOTES_SHARE and count >= 2 * MIN_SHARED:
            kind, what = KinshipKind.QUOTES_FROM, "both give the same quotations"
        else:
            return None
    elif genre == Genre.DIGEST.value:
        kind, what = KinshipKind.DIGEST_OF, "it sums up the other"
    elif both >= REPRINT_SHARE and same_outlet:
        kind, what = KinshipKind.REVISION, "one outlet, nearly the same text"
    elif both >= REPRINT_SHARE:
        kind, what = KinshipKind.REPRINT, "nearly the same text"
    elif share >= SHORTENED_SHARE:
        kind, what = KinshipKind.SHORTENED, "the shorter text stands in the longer one"
    else:
        kind, what = KinshipKind.REWRITE, "long stretches are the same"
    why = f"{what}: {round(100 * share)} % of the shorter text in common; {order}"
    return Kinship(copy.id, source.id, kind, why, _stretches(copy_runs, source_runs), round(min(1.0, share), 2))


def _direction(one: Report, one_size: int, other: Report, other_size: int) -> tuple[Report, Report, str]:
    """(source, copy, how that is known). Credit first, then days, then length, then id."""
    for source, copy in ((one, other), (other, one)):
        credit = (copy.masthead.credit.value or "").lower()
        outlet = (source.masthead.outlet.value or "").lower()
        own = (copy.masthead.outlet.value or "").lower()
        if (
            credit
            and outlet
            and (credit in outlet or outlet in credit)
            and not (own and (credit in own or own in credit))
        ):
            return source, copy, f"it credits {copy.masthead.credit.value}"
    for source, copy in ((one, other), (other, one)):
        if copy.masthead.genre.value in {genre.value for genre in NEVER_INDEPENDENT} and (
            source.masthead.genre.value != copy.masthead.genre.value
        ):
            return source, copy, f"it is {copy.masthead.genre.value}"
    days = (one.masthead.published.latest, other.masthead.published.latest)
    starts = (one.masthead.published.earliest, other.masthead.published.earliest)
    if days[0] and starts[1] and days[0] < starts[1]:
        return one, other, "it was published later"
    if days[1] and starts[0] and days[1] < starts[0]:
        return other, one, "it was published later"
    if one_size != other_size:
        source, copy = (one, other) if one_size > other_size else (other, one)
        return source, copy, "which was first is not known; the longer text is taken for the source"
    return one, other, "which was first is not known"


def _stretches(copy: _Runs, source: _Runs) -> tuple[tuple[int, int, int, int], ...]:
    """Stretches in common, longest runs joined, in the order of the copy."""
    at: dict[int, int] = {}
    for k, value in enumerate(source.hashes):
        at.setdefault(value, k)
    found: list[tuple[int, int, int, int]] = []
    k = 0
    while k < len(copy.hashes):
        j = at.get(copy.hashes[k])
        if j is None:
            k += 1
            continue
        length = 1
        while (
            k + length < len(copy.hashes)
            and j + length < len(source.hashes)
            and copy.hashes[k + length] == source.hashes[j + length]
        ):
            length += 1
        found.append(
            (copy.places[k][0], copy.places[k + length - 1][1], source.places[j][0], source.places[j + length - 1][1])
        )
        k += length + RUN_WORDS - 1
    return tuple(found)


def origins(reports: Iterable[Report], kinships: Iterable[Kinship]) -> dict[str, str]:
    """Report id -> id of the report it counts as; empty for digests and opinion, which retell.

    A chain of copies leads to its first text.
    """
    source_of: dict[str, str] = {}
    for kin in sorted(kinships, key=lambda item: (item.report_id, -item.confidence, item.source_id)):
        if kin.kind in COPY_KINDS:
            source_of.setdefault(kin.report_id, kin.source_id)
    retelling = {genre.value for genre in NEVER_INDEPENDENT}
    found = {}
    for report in reports:
        root = report.id
        seen = {root}
        while root in source_of and source_of[root] not in seen:
            root = source_of[root]
            seen.add(root)
        if root in source_of:  # a circle of copies: its smallest member stands for all
            root = min(seen)
        found[report.id] = "" if report.masthead.genre.value in retelling else root
    return found
