"""One text in, everything found in it out, as plain JSON."""

from __future__ import annotations

from typing import Any

from variorum.pipeline.reading import read_text
from variorum.views import annotation


def annotated(text_id: str, text: str, date: str | None = None) -> dict[str, Any]:
    """What the analysers find in the text, with offsets into it as given.

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
        "events": [annotation.event_json(item) for item in layers.events],
        "claims": [annotation.claim_json(item) for item in layers.claims],
    }
