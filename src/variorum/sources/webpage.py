"""A web page: linearised, one line a block; what is chrome is labelled later, not cut."""

from __future__ import annotations

from variorum import markup, pagedata
from variorum.errors import SourceError
from variorum.model.reports import Capture, Envelope, Taken, TextLayer
from variorum.sources.decoding import decode

MEDIA = "text/html"


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture and its text; offsets count characters of the linearised text.

    Raises:
        SourceError: if it is empty, no text, or a page without any words.
    """
    source, encoding, note = decode(data, name)
    return from_markup(source, data, name=name, locator=locator, media=MEDIA, encoding=encoding, note=note)


def from_markup(
    source: str,
    data: bytes,
    *,
    name: str,
    locator: str,
    media: str,
    form: str = "",
    encoding: str = "utf-8",
    note: str = "",
    envelope: Envelope | None = None,
    is_article: bool = False,
) -> Taken:
    """The capture whose text is that of a page found in its bytes.

    Args:
        source: the page, decoded.
        data: the bytes as they arrived.
        name: to show in errors.
        locator: where it was taken from.
        media: media type of the bytes.
        form: name and version of the form that the page was found in; empty if the bytes are the page.
        encoding: of the page.
        note: what decoding gave up.
        envelope: what stood around the page.
        is_article: whether the page is the article alone.

    Raises:
        SourceError: if the page has no words.
    """
    envelope = envelope or Envelope()
    text, _ = markup.linearise(source)
    if not text.strip():
        raise SourceError("the page has no words", place=name, next_step="Save it again after it has loaded.")
    url = pagedata.page_data(source).url or envelope.url
    capture = Capture(Capture.address(data), media, len(data), name, locator, url)
    lineariser = f"{form}+{markup.LINEARISER}" if form else markup.LINEARISER
    text_id = TextLayer.address(capture.id, lineariser)
    layer = TextLayer(text_id, capture.id, lineariser, text, is_raw=False, encoding=encoding, note=note)
    return Taken(capture, layer, source, envelope, is_article)


def from_words(
    words: str,
    data: bytes,
    *,
    name: str,
    locator: str,
    media: str,
    form: str,
    note: str = "",
    envelope: Envelope,
    is_article: bool = False,
) -> Taken:
    """The capture whose text is made of words found in its bytes, one line a paragraph.

    Raises:
        SourceError: if there are none.
    """
    if not words.strip():
        raise SourceError("it holds no words", place=name, next_step="Save the article as text.")
    capture = Capture(Capture.address(data), media, len(data), name, locator, envelope.url)
    text_id = TextLayer.address(capture.id, form)
    layer = TextLayer(text_id, capture.id, form, words, is_raw=False, note=note)
    return Taken(capture, layer, "", envelope, is_article)
