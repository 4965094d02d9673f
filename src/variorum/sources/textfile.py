"""A text file: its characters are the text layer, as they stand."""

from __future__ import annotations

from variorum.model.reports import Capture, TextLayer
from variorum.sources.decoding import decode

LINEARISER = "plain/1"


class TextFile:
    """Source `text`."""

    def take(self, data: bytes, *, name: str, locator: str = "") -> tuple[Capture, TextLayer]:
        """The capture and its text; offsets count characters of the file, line ends as they are.

        Raises:
            SourceError: if it is empty or no text.
        """
        text, encoding, note = decode(data, name)
        capture = Capture(Capture.address(data), "text/plain", len(data), name, locator)
        text_id = TextLayer.address(capture.id, LINEARISER)
        return capture, TextLayer(text_id, capture.id, LINEARISER, text, is_raw=True, encoding=encoding, note=note)
