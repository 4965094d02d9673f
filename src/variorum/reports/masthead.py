"""What a report says of itself: title, outlet, author, days, genre. Each value with where it was found, or why not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.model.reports import Envelope, Found, Line, LineLabel, Masthead, TextLayer
from variorum.model.spans import Span
from variorum.pagedata import PageData
from variorum.pagemarks import Mark
from variorum.reports import agency, envelopes, shapes
from variorum.reports.bylines import byline_of
from variorum.reports.days import days_of
from variorum.reports.frame import Frame
from variorum.reports.genre import genre_of
from variorum.reports.language import language_of
from variorum.reports.lines import DATELINE
from variorum.reports.shown import Page
from variorum.reports.titles import title_of

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[,\s]*(?P<who>[A-Z][^.|,©\n]{2,50})", re.IGNORECASE
)
_TOLD = re.compile(
    rf"\b(?:told|tells|interview with|speaking to) (?P<who>(?:the )?(?:[A-Z][\w'’-]+ ){{0,3}}{shapes.OUTLET_NOUN})\b"
)


def read(
    text: TextLayer,
    start: int,
    lines: Sequence[Line],
    page: PageData | None,
    envelope: Envelope | None = None,
    *,
    marks: Sequence[Mark] = (),
    shaded: frozenset[int] = frozenset(),
    address: str = "",
    is_first: bool = True,
) -> Masthead:
    """The masthead of the article with these lines.

    Args:
        text: its text layer.
        start: where the article begins.
        lines: labelled.
        page: what the page's head says, where it has one; it speaks for the page's first article only.
        envelope: what stood around the text; so does it.
        marks: elements of the page that say what their words are; so do they.
        shaded: where lines begin that are of comments or of lists of other articles.
        address: the page's own, where it has one.
        is_first: whether this is the page's first article.
    """
    del start
    is_markup = page is not None
    page = page if page is not None and is_first else PageData()
    marks, address = (tuple(marks), address) if is_first else ((), "")
    envelope = envelope if envelope is not None and is_first else Envelope()
    body = [line for line in lines if line.label is LineLabel.BODY]
    dateline = _dateline(text, body)
    outlet = _outlet(text, lines, page, is_first=is_first)
    body_text = "\n".join(text.text[line.start : line.end] for line in body if not line.language)
    code = language_of(body_text or text.text[lines[0].start : lines[-1].end] if lines else "")
    frame = Frame.of(text, lines, shaded)
    language = page.language[:2].lower() or code or ""
    published, updated, clock = days_of(Page(frame, page, marks, is_markup, language, address), dateline, envelope)
    byline = byline_of(frame, page, marks, language, address)
    genre = genre_of(text, lines, page, outlet=outlet.value or "", has_byline=byline.value is not None)
    found = Masthead(
        title=title_of(text, lines, page, marks, address),
        outlet=outlet,
        byline=byline,
        dateline_place=_from_dateline(text, dateline, "place"),
        credit=_credit(text, dateline, lines, byline),
        published=published,
        updated=updated,
        page_clock=clock,
        genre=genre,
        language=Found(code, "read from its commonest words" if code == "en" else "detected from its letters and words")
        if code
        else Found(None, "too few words to tell"),
    )
    return envelopes.filled(found, envelope, text)


def _words(text: TextLayer, line: Line) -> str:
    return text.text[line.start : line.end]


def _span(text: TextLayer, start: int, end: int) -> Span:
    return text.span(start, end)


def _outlet(text: TextLayer, lines: Sequence[Line], page: PageData, *, is_first: bool) -> Found:
    if page.outlet:
        at = text.text.find(page.outlet)
        return Found(page.outlet, "the page's own data", _span(text, at, at + len(page.outlet)) if at >= 0 else None)
    outside = [line for line in lines if line.label in (LineLabel.CHROME, LineLabel.DATE, LineLabel.BYLINE)]
    head = [line for line in outside if line.start <= _first_body(lines)]
    for line in head:
        words = _words(text, line).strip("\ufeff \t")
        if words and shapes.URL.match(words):
            at = text.text.index(words, line.start)
            return Found(words, "the address printed above the text", _span(text, at, at + len(words)))
    for line in head if is_first else ():
        words = _words(text, line).strip("\ufeff \t")
        if shapes.is_outlet_name(words) and " " in words:  # one word alone is a section: "World", "Press"
            at = text.text.index(words, line.start)
            return Found(words, "the name printed above the text", _span(text, at, at + len(words)))
    for line in lines:
        if line.label in (LineLabel.CHROME, LineLabel.TEASER, LineLabel.BODY) and line.end - line.start < 160:
            match = _COPYRIGHT.search(_words(text, line))
            if match:
                who = re.sub(r"\s*\b(?:All [Rr]ights.*|Ltd|Inc|LLC)\b.*$", "", match["who"]).strip(" -|")
                at = text.text.find(who, line.start, line.end)
                if who and at >= 0:
                    return Found(who, "the copyright line", _span(text, at, at + len(who)))
    for line in lines:
        if line.label is LineLabel.BODY:
            match = _TOLD.search(_words(text, line))
            if match:
                at = line.start + match.start("who")
                return Found(
                    match["who"],
                    "inferred: the text has someone speak to this outlet",
                    _span(text, at, at + len(match["who"])),
                    is_inferred=True,
                    confidence=0.7,
                )
    return Found(None, "neither a name nor an address stands beside the text")


def _first_body(lines: Sequence[Line]) -> int:
    return next((line.start for line in lines if line.label is LineLabel.BODY), lines[-1].end if lines else 0)


def _dateline(text: TextLayer, body: Sequence[Line]) -> re.Match[str] | None:
    for line in body[:2]:
        match = DATELINE.match(_words(text, line).lstrip("\ufeff \t"))
        if match and not (
            match["place"].isupper() and match["place"] in ("NOTE", "UPDATE", "BREAKING", "LIVE", "WATCH")
        ):
            return match
    return None


def _from_dateline(text: TextLayer, match: re.Match[str] | None, group: str) -> Found:
    if match is None or not match[group]:
        return Found(None, "the text opens without a dateline" if match is None else "the dateline does not say")
    at = text.text.find(match.group(0))
    start = at + match.start(group)
    words = match[group].rstrip()
    value = words.title() if words.isupper() and group == "place" else words
    return Found(value, "the dateline", _span(text, start, start + len(words)))


def _credit(text: TextLayer, dateline: re.Match[str] | None, lines: Sequence[Line], byline: Found) -> Found:
    found = _from_dateline(text, dateline, "credit")
    if found.value:
        return found
    for line in lines:
        if line.label is LineLabel.REFERENCE or (
            line.label is LineLabel.BODY and line.end - line.start < 120 and _words(text, line).startswith("(")
        ):
            match = re.search(
                r"(?:courtesy|inputs? from|source|originally published (?:by|in))\s*:?\s*(?P<who>[A-Z][\w .&'’-]{1,40})",
                _words(text, line),
                re.IGNORECASE,
            )
            if match:
                at = line.start + match.start("who")
                who = match["who"].strip(" .")
                return Found(who, "the line that says where it comes from", _span(text, at, at + len(who)))
    return agency.find(text, lines, byline) or Found(None, "no agency or other outlet is credited")
