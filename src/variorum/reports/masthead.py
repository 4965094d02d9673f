"""What a report says of itself: title, outlet, author, days, genre. Each value with where it was found, or why not."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date, timedelta

from variorum.markup import PageData
from variorum.model.reports import Dated, Envelope, Found, Line, LineLabel, Masthead, TextLayer
from variorum.model.spans import Span
from variorum.reports import agency, envelopes, shapes
from variorum.reports.genre import genre_of
from variorum.reports.language import language_of
from variorum.reports.lines import DATELINE

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[,\s]*(?P<who>[A-Z][^.|,©\n]{2,50})", re.IGNORECASE
)
_TOLD = re.compile(
    rf"\b(?:told|tells|interview with|speaking to) (?P<who>(?:the )?(?:[A-Z][\w'’-]+ ){{0,3}}{shapes.OUTLET_NOUN})\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|plan|plans|planned|scheduled|due|until|by|before|expected|deadline|expires?)\b", re.IGNORECASE
)
_CLOCK_ZONE = re.compile(r"(?P<clock>\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2}|GMT|UTC)?")


def read(
    text: TextLayer,
    start: int,
    lines: Sequence[Line],
    page: PageData | None,
    envelope: Envelope | None = None,
    *,
    is_first: bool = True,
) -> Masthead:
    """The masthead of the article with these lines.

    Args:
        text: its text layer.
        start: where the article begins.
        lines: labelled.
        page: what the page's head says, where it has one; it speaks for the page's first article only.
        envelope: what stood around the text; so does it.
        is_first: whether this is the page's first article.
    """
    del start
    page = page if page is not None and is_first else PageData()
    envelope = envelope if envelope is not None and is_first else Envelope()
    body = [line for line in lines if line.label is LineLabel.BODY]
    dateline = _dateline(text, body)
    outlet = _outlet(text, lines, page, is_first=is_first)
    published, updated, clock = _days(text, lines, page, dateline, envelope)
    body_text = "\n".join(text.text[line.start : line.end] for line in body if not line.language)
    code = language_of(body_text or text.text[lines[0].start : lines[-1].end] if lines else "")
    byline = _byline(text, lines, page)
    genre = genre_of(text, lines, page, outlet=outlet.value or "", has_byline=byline.value is not None)
    found = Masthead(
        title=_title(text, lines, page),
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


def _title(text: TextLayer, lines: Sequence[Line], page: PageData) -> Found:
    printed = [line for line in lines if line.label is LineLabel.TITLE]
    if page.title and len(printed) > 1:
        printed.sort(key=lambda line: (-_likeness(_words(text, line), page.title), line.start))
    if printed and (not page.title or _likeness(_words(text, printed[0]), page.title) >= SAME_TITLE):
        words = _words(text, printed[0]).strip("\ufeff \t")
        at = text.text.index(words, printed[0].start)
        return Found(words, "the headline above the text", _span(text, at, at + len(words)))
    if page.title:
        title = _without_site(page.title, page.outlet)
        at = text.text.find(title)
        if at >= 0:
            return Found(title, "the page's own data", _span(text, at, at + len(title)))
        return Found(title, "the page's own data, not printed on it")
    return Found(None, "no line above the text reads as a headline")


SAME_TITLE = 0.5
"""Share of a headline's words that the page's own title must have, to be the headline it means."""


def _likeness(line: str, title: str) -> float:
    """Share of a line's words that stand in the title."""
    own, other = {word.lower() for word in shapes.words(line)}, {word.lower() for word in shapes.words(title)}
    return len(own & other) / len(own) if own else 0.0


def _without_site(title: str, outlet: str) -> str:
    """A page title without the site's name behind a bar or a dash."""
    head, mark, tail = title.rpartition(" | ")
    if not mark:
        head, mark, tail = title.rpartition(" - ")
    if not mark:
        head, mark, tail = title.rpartition(" – ")
    is_site = bool(mark) and len(shapes.words(tail)) <= SITE_WORDS and len(shapes.words(head)) > len(shapes.words(tail))
    return head.strip() if is_site or (mark and outlet and tail.strip() == outlet) else title


SITE_WORDS = 4


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
        if shapes.is_outlet_name(words):
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


def _byline(text: TextLayer, lines: Sequence[Line], page: PageData) -> Found:
    if page.author:
        author = re.sub(r"^(?:by|von|par|por|di|door|av)\s+(?=[A-Z])", "", page.author, flags=re.IGNORECASE)
        at = text.text.find(author)
        span = _span(text, at, at + len(author)) if at >= 0 else None
        return Found(author, "the page's own data", span)
    for k, line in enumerate(lines):
        if line.label is not LineLabel.BYLINE:
            continue
        match = shapes.BYLINE.match(_words(text, line).strip())
        who = (match["who"] or "").strip(" .|:") if match else ""
        if who:
            who = re.split(r"\s+[|•]\s+", who)[0]
            at = text.text.find(who, line.start, line.end)
            return Found(who, "the byline", _span(text, at, at + len(who)))
        following = next((other for other in lines[k + 1 :] if other.label is not LineLabel.BLANK), None)
        if following and following.label is LineLabel.CHROME and 1 <= len(shapes.words(_words(text, following))) <= 5:
            words = _words(text, following).strip()
            at = text.text.index(words, following.start)
            return Found(words, "the line after “By”", _span(text, at, at + len(words)))
    return Found(None, "no line names an author")


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


def _date_of(match: re.Match[str]) -> date | None:
    year = match["y1"] or match["y2"] or match["y3"]
    day = match["d1"] or match["d2"] or match["d3"]
    month = match["m3"] or str(_MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _days(
    text: TextLayer, lines: Sequence[Line], page: PageData, dateline: re.Match[str] | None, envelope: Envelope
) -> tuple[Dated, Dated, Dated]:
    """(published, updated, the day the page itself showed)."""
    published = _stated(page.published, "the page's own data (published)")
    updated = _stated(page.updated, "the page's own data (modified)")
    printed: list[tuple[date, Line, re.Match[str]]] = []
    ages: list[tuple[Line, re.Match[str]]] = []
    for line in lines:
        if line.label is not LineLabel.DATE:
            continue
        match = shapes.FULL_DATE.search(_words(text, line))
        day = _date_of(match) if match else None
        if match and day:
            printed.append((day, line, match))
            continue
        age = shapes.AGO.search(_words(text, line))
        if age:
            ages.append((line, age))
    title_at = next((line.start for line in lines if line.label is LineLabel.TITLE), None)
    clocks = [
        item for item in printed if title_at is not None and item[1].start < title_at and (ages or len(printed) > 1)
    ]
    clock = _printed(text, clocks[0], "printed above the headline") if clocks else Dated.unknown("the page shows none")
    for item in printed:
        if item in clocks:
            continue
        words = _words(text, item[1]).strip().lower()
        if words.startswith(("updated", "last updated", "last modified")):
            if not updated.value:
                updated = _printed(text, item, "the page prints it as “Updated”")
        elif not published.value:
            published = _printed(text, item, "printed beside the text")
    if not published.value and dateline is not None and dateline["date"]:
        published = _from_dateline_day(text, dateline, [item[0] for item in printed])
    if not published.value and page.marked:
        how = "an element or the address of the page shows this day; taken for that of publication"
        published = dataclasses.replace(_stated(page.marked, how), is_inferred=True)
    if not published.value and updated.value:
        published = updated
    if not published.value and ages and clocks:
        published = _counted_back(text, ages[0], clocks[0][0], "the day the page shows")
    fetched = envelopes.instant(envelope.clock, envelope.where) if envelope.clock else Dated.unknown("")
    if not published.value and ages and fetched.value:
        published = _counted_back(text, ages[0], date.fromisoformat(fetched.value), f"the day in {envelope.where}")
    if not published.value and ages:
        line, age = ages[0]
        words = age.group(0)
        at = text.text.index(words, line.start)
        published = Dated(
            None,
            None,
            None,
            "unknown",
            f"the page says “{words}” and shows no day to count from",
            text.span(at, at + len(words)),
        )
    if not published.value and not published.span:
        published = _bounded(text, lines)
    if not updated.value:
        updated = Dated.unknown("the page does not say that it was updated")
    return published, updated, clock


def _stated(value: str, how: str) -> Dated:
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:[T ](.*))?", value)
    if not match:
        return Dated.unknown("the page's own data has no day")
    try:
        day = date.fromisoformat(match.group(1)).isoformat()
    except ValueError:
        return Dated.unknown(f"the page's own data has a day that cannot be: {match.group(1)}")
    clock = _CLOCK_ZONE.match(match.group(2) or "")
    zone = (clock["zone"] or "") if clock else ""
    zone = "+00:00" if zone in ("Z", "GMT", "UTC") else zone
    return Dated(day, day, day, "day", how, zone=zone)


def _printed(text: TextLayer, item: tuple[date, Line, re.Match[str]], how: str) -> Dated:
    day, line, match = item
    iso = day.isoformat()
    return Dated(iso, iso, iso, "day", how, text.span(line.start + match.start(), line.start + match.end()))


def _from_dateline_day(text: TextLayer, dateline: re.Match[str], printed: list[date]) -> Dated:
    words = dateline["date"]
    at = text.text.find(dateline.group(0)) + dateline.start("date")
    span = text.span(at, at + len(words))
    full = shapes.FULL_DATE.search(words)
    day = _date_of(full) if full else None
    years = {day.year for day in printed} | {
        found.year for match in shapes.FULL_DATE.finditer(text.text) if (found := _date_of(match))
    }
    is_inferred = day is None
    if day is None and len(years) == 1:
        full = shapes.FULL_DATE.search(f"{words}, {years.pop()}") or shapes.FULL_DATE.search(
            f"{words} {max(years, default=0)}"
        )
        day = _date_of(full) if full else None
    if day is None:
        return Dated(None, None, None, "unknown", f"the dateline says “{words}” without a year", span)
    iso = day.isoformat()
    how = "the dateline, its year from the only year the text names" if is_inferred else "the dateline"
    return Dated(iso, iso, iso, "day", how, span, is_inferred=is_inferred)


_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def _counted_back(text: TextLayer, age: tuple[Line, re.Match[str]], clock: date, where: str) -> Dated:
    line, match = age
    count = 1 if match["n"].lower() in ("a", "an") else int(match["n"])
    unit = match["unit"].lower()
    try:
        day = clock - timedelta(days=count * _UNIT_DAYS.get(unit, 0))
    except OverflowError:
        return Dated.unknown(f"“{match.group(0)}” counts back past the calendar")
    slack = {"week": 3, "month": 15, "year": 182}.get(unit, 1 if unit in ("hour", "hr") else 0)
    at = line.start + match.start()
    return Dated(
        day.isoformat() + "~",
        (day - timedelta(days=slack)).isoformat(),
        (day + timedelta(days=slack)).isoformat(),
        "approximate",
        f"“{match.group(0)}”, counted back from {where} ({clock.isoformat()})",
        text.span(at, at + len(match.group(0))),
        is_inferred=True,
    )


def _bounded(text: TextLayer, lines: Sequence[Line]) -> Dated:
    """No day is stated; the latest day the text tells of as past bounds it from below."""
    latest: date | None = None
    for line in lines:
        if line.label not in (LineLabel.BODY, LineLabel.CAPTION, LineLabel.SUMMARY):
            continue
        words = _words(text, line)
        for match in shapes.FULL_DATE.finditer(words):
            day = _date_of(match)
            before = words[max(0, match.start() - 60) : match.start()]
            if day and not _AHEAD.search(before) and (latest is None or day > latest):
                latest = day
    if latest is None:
        return Dated.unknown("neither the page nor the text gives a day with its year")
    return Dated.unknown(
        f"the page prints none; the text tells of {latest.isoformat()} as past", earliest=latest.isoformat()
    )
