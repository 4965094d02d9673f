"""A saved web page: linearised, one line a block; what is chrome is labelled later, not cut."""

from __future__ import annotations

from variorum import markup
from variorum.errors import SourceError
from variorum.model.reports import Capture, TextLayer
from variorum.sources.decoding import decode


class WebPage:
    """Source `html`."""

    def take(self, data: bytes, *, name: str, locator: str = "") -> tuple[Capture, TextLayer]:
        """The capture and its text; offsets count characters of the linearised text.

        Raises:
            SourceError: if it is empty, no text, or a page without any words.
        """
        source, encoding, note = decode(data, name)
        text, _ = markup.linearise(source)
        if not text.strip():
            raise SourceError("the page has no words", place=name, next_step="Save it again after it has loaded.")
        url = markup.page_data(source).url
        capture = Capture(Capture.address(data), "text/html", len(data), name, locator, url)
        text_id = TextLayer.address(capture.id, markup.LINEARISER)
        return capture, TextLayer(
            text_id, capture.id, markup.LINEARISER, text, is_raw=False, encoding=encoding, note=note
        )
