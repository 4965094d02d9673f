"""Several invented reports -> a corpus, read by the packaged analysers."""

from __future__ import annotations

from harness import Reading, read
from invented import CRISIS
from variorum.collate.corpus import Corpus
from variorum.collate.matters import collate
from variorum.model.matters import Matter

Told = tuple[str, str | None]
"""(text, ISO day it was published, or None)."""


def readings(*told: Told) -> list[Reading]:
    """Each text, read."""
    return [read(text, published=day, crisis=CRISIS) for text, day in told]


def corpus_of(found: list[Reading], **more: object) -> Corpus:
    """The corpus of these readings, each its own origin."""

    def every(layer: str) -> tuple[object, ...]:
        return tuple(item for reading in found for item in getattr(reading.layers, layer))

    values: dict[str, object] = {
        "reports": tuple(reading.report for reading in found),
        "origin_of": {reading.report.id: reading.report.id for reading in found},
        "statements": every("statements"),
        "events": every("events"),
        "claims": every("claims"),
        "mentions": every("resolved"),
        "texts": {reading.layers.text.id: reading.layers.text for reading in found},
    }
    return Corpus(**{**values, **more})  # type: ignore[arg-type]


def matters_of(*told: Told, **more: object) -> tuple[Matter, ...]:
    """The matters of these texts."""
    return collate(corpus_of(readings(*told), **more), CRISIS)
