"""One text in, everything found in it out, as plain JSON."""

from __future__ import annotations

from typing import Any

from variorum.analysers.coding import as_coded, main_first
from variorum.pipeline.reading import read_text
from variorum.views import annotation


def annotated(text_id: str, text: str, date: str | None = None) -> dict[str, Any]:
    """What the analysers find in the text, with offsets into it as given; events as a coder lists them, the main one first.

    Raises:
        TypeError: if the text is not a string.
    """
    if not isinstance(text, str):
        raise TypeError("text is not a string")
    layers = read_text(text, date=date, id=text_id).layers
    return {
        "id": text_id,
        "statements": [annotation.statement_json(item) for item in layers.statements],
        "timexes": [annotation.moment_json(item) for item in layers.moments],
        "events": [annotation.event_json(as_coded(item, layers)) for item in main_first(layers.events, layers)],
        "claims": [annotation.claim_json(item) for item in layers.claims],
    }
