"""A text file: its characters are the text layer, as they stand."""

from __future__ import annotations

from variorum.model.reports import Capture, Taken, TextLayer
from variorum.sources.decoding import decode

LINEARISER = "plain/1"
MEDIA = "text/plain"


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture and its text; offsets count characters of the file, line ends as they are.

    Raises:
        SourceError: if it is empty or no text.
    """
    text, encoding, note = decode(data, name)
    capture = Capture(Capture.address(data), MEDIA, len(data), name, locator)
    text_id = TextLayer.address(capture.id, LINEARISER)
    return Taken(capture, TextLayer(text_id, capture.id, LINEARISER, text, is_raw=True, encoding=encoding, note=note))
