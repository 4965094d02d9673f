"""What was found by comparing reports, kept between runs: a report's sketch, and what two reports are to each other.

Both follow from the reports alone, so that a new report is laid beside those it shares words with, and no other pair is
looked at again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.model.ids import address_of_bytes
from variorum.model.reports import Report
from variorum.reports import VERSION
from variorum.reports.kinship import Kept, Verdict
from variorum.reports.sketches import Sketch
from variorum.store.codec import pack, unpack
from variorum.store.sqlite import Work

SKETCH, PAIR = "sketch", "kinship"
"""Steps under which the two are kept."""
_SKETCH = tuple[str, str, Sketch]
_PAIR = tuple[str, str, str, Verdict | None]
"""Version of the rules (`reports.VERSION`), marks of the reports, and what was found."""


def mark(report: Report) -> str:
    """The same for equal reports, whatever their files are called."""
    return address_of_bytes("work", pack(dataclasses.replace(report, name="")))


def remembered(works: Mapping[str, Work]) -> Kept:
    """What these rules found before, by the work that the store kept of no one report."""
    kept = Kept({}, {})
    for work in works.values():
        if work.step == SKETCH:
            version, own, sketch = unpack(work.value, _SKETCH)
            if version == VERSION:
                kept.sketches[own] = sketch
        elif work.step == PAIR:
            version, one, other, verdict = unpack(work.value, _PAIR)
            if version == VERSION:
                kept.verdicts[one, other] = verdict
    return kept


def keys(kept: Kept) -> set[str]:
    """The keys of the work it is kept as."""
    return {*map(_key, _sketches(kept)), *map(_key, _pairs(kept))}


def works_of(kept: Kept, known: Kept) -> list[Work]:
    """What is not known yet, to be kept."""
    new_sketches = ((own, kept.sketches[own[2]]) for own in _sketches(kept) if own[2] not in known.sketches)
    new_pairs = ((own, kept.verdicts[own[2:]]) for own in _pairs(kept) if own[2:] not in known.verdicts)
    return [Work(_key(own), "", own[0], pack((*own[1:], value))) for own, value in (*new_sketches, *new_pairs)]


def _sketches(kept: Kept) -> Iterator[tuple[str, str, str]]:
    return ((SKETCH, VERSION, own) for own in kept.sketches)


def _pairs(kept: Kept) -> Iterator[tuple[str, str, str, str]]:
    return ((PAIR, VERSION, one, other) for one, other in kept.verdicts)


def _key(own: tuple[Any, ...]) -> str:
    return address_of_bytes("work", pack(own))
