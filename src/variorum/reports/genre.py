"""What kind of text a report is, and by which sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.model.reports import Found, Genre, Line, LineLabel, TextLayer
from variorum.pagedata import PageData
from variorum.reports.shapes import words

_SECTIONS = {
    "opinion": Genre.OPINION,
    "op-ed": Genre.OPINION,
    "oped": Genre.OPINION,
    "editorial": Genre.OPINION,
    "column": Genre.OPINION,
    "commentary": Genre.OPINION,
    "comment": Genre.OPINION,
    "letters": Genre.OPINION,
    "analysis": Genre.ANALYSIS,
    "explainer": Genre.ANALYSIS,
    "interview": Genre.INTERVIEW,
    "live": Genre.LIVE,
    "press release": Genre.OFFICIAL,
    "joint statement": Genre.OFFICIAL,
    "communique": Genre.OFFICIAL,
    "communiqué": Genre.OFFICIAL,
    "news in brief": Genre.DIGEST,
    "daily digest": Genre.DIGEST,
    "morning briefing": Genre.DIGEST,
    "roundup": Genre.DIGEST,
}
"""Section names and rubrics, lower case."""
_TYPES = {
    "OpinionNewsArticle": Genre.OPINION,
    "AnalysisNewsArticle": Genre.ANALYSIS,
    "LiveBlogPosting": Genre.LIVE,
    "ReportageNewsArticle": Genre.NEWS,
}
"""schema.org types that say which."""
_DIGEST_HEADS = frozenset(
    "context|dive deeper|key points|key takeaways|takeaways|the big picture|why it matters|at a glance|in brief"
    "|what happened|what's next|what we know|bottom line|tl;dr|summary|the latest|background|go deeper".split("|")
)
"""Headings of summaries of other people's reports."""
_READING = re.compile(
    r"\b(?:what we(?:['’]re| are) reading|press review|review of the press|from the papers|in the papers|news round-?up"
    r"|the week in|the day in|what others (?:say|write|report))\b",
    re.IGNORECASE,
)
"""In a title: a digest of what others report."""
_COMPILED = re.compile(r"\s*(?:compiled|summari[sz]ed|condensed) from\b", re.IGNORECASE)
_RUN_IN_HEAD = re.compile(r"^[A-Z][A-Z’'\- ]{3,40}[.:] ")
"""A paragraph that opens with its own heading in capitals: "THE DRONES. Tolvia's generals ..."."""
RUN_IN_HEADS = 3
_OFFICIAL = re.compile(
    r"\b(?:ministry|embassy|foreign office|government|directorate|presidency|\.gov(?:\.|$)|\.mil(?:\.|$))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|announced|confirmed|denied|claimed|reported|accused|added|stated|warned)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:I|we|our|us|my)\b|\b(?:of course|frankly|let's|after all|in the end|make no mistake)\b", re.IGNORECASE
)
_INFORMAL = re.compile(r"\b\w+(?:n['’]t|['’]ve|['’]ll|['’]re)\b")
_QUESTION = re.compile(r"^(?:Q|Question)\s*[:.]", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")

OPINION_REPORTED = 0.6
"""Reporting verbs per 100 words below which a signed text may be opinion; news has 1.5 and more."""
OPINION_PERSONAL = 0.7
"""Personal and informal words per 100, outside quotations, from which it is."""


def genre_of(text: TextLayer, lines: Sequence[Line], page: PageData, *, outlet: str, has_byline: bool) -> Found:
    """The genre: stated by the page, else by its form, else inferred from its wording and marked."""
    if page.kind in _TYPES:
        return Found(_TYPES[page.kind].value, "the page's own data (type)")
    if page.section.lower() in _SECTIONS:
        return Found(_SECTIONS[page.section.lower()].value, "the page's own data (section)")
    for line in lines:
        if line.label in (LineLabel.CHROME, LineLabel.SUBHEADING, LineLabel.TITLE, LineLabel.DATE, LineLabel.BYLINE):
            found = _rubric(text.text[line.start : line.end])
            if found is not None and line.start < _body_start(lines):
                at = text.text.index(text.text[line.start : line.end].strip(), line.start)
                span = text.span(at, at + len(text.text[line.start : line.end].strip()))
                return Found(found.value, "the rubric above the text", span)
    body = [text.text[line.start : line.end] for line in lines if line.label is LineLabel.BODY and not line.language]
    heads = [
        text.text[line.start : line.end].strip().rstrip(":").lower()
        for line in lines
        if line.label in (LineLabel.SUBHEADING, LineLabel.CHROME)
    ]
    title = next((text.text[line.start : line.end] for line in lines if line.label is LineLabel.TITLE), "")
    if _READING.search(title) or sum(bool(_RUN_IN_HEAD.match(line.strip())) for line in body) >= RUN_IN_HEADS:
        return Found(Genre.DIGEST.value, "it runs through what others report, point by point", is_inferred=True)
    if sum(head in _DIGEST_HEADS for head in heads) >= 2:
        return Found(Genre.DIGEST.value, "its headings are those of a summary of other reports", is_inferred=True)
    compiled = next((line for line in lines if _COMPILED.match(text.text[line.start : line.end])), None)
    if compiled is not None:
        span = text.span(compiled.start, compiled.end)
        return Found(Genre.DIGEST.value, "it says what reports it was compiled from", span)
    if sum(bool(_QUESTION.match(line.strip())) for line in body) >= 2:
        return Found(Genre.INTERVIEW.value, "it is laid out in questions and answers", is_inferred=True)
    if _OFFICIAL.search(outlet):
        return Found(Genre.OFFICIAL.value, "it is published by an office", is_inferred=True)
    return _by_wording(body, has_byline=has_byline)


def _body_start(lines: Sequence[Line]) -> int:
    return next((line.start for line in lines if line.label is LineLabel.BODY), 0)


def _rubric(line: str) -> Genre | None:
    plain = " ".join(line.lower().strip(" :|[]•-–—").split())
    if plain in _SECTIONS and plain not in ("comment", "live", "column"):
        return _SECTIONS[plain]
    match = re.match(
        r"(opinion|analysis|explainer|editorial|interview|press release|joint statement)\s*(?:[:|–—-]|by\b)", plain
    )
    return _SECTIONS[match.group(1)] if match else None


def _by_wording(body: Sequence[str], *, has_byline: bool) -> Found:
    running = _QUOTED.sub(" ", "\n".join(body))
    count = max(1, len(words(running)))
    reported = 100 * len(_REPORTED.findall(running)) / count
    personal = 100 * (len(_PERSONAL.findall(running)) + len(_INFORMAL.findall(running))) / count
    if count >= 80 and reported < OPINION_REPORTED and personal >= OPINION_PERSONAL:
        signed = "signed, " if has_byline else ""
        how = f"{signed}{personal:.1f} personal and {reported:.1f} reporting words in a hundred"
        return Found(Genre.OPINION.value, how, is_inferred=True, confidence=0.8 if has_byline else 0.6)
    if reported > 0:
        return Found(Genre.NEWS.value, "it tells what others say and did", is_inferred=True, confidence=0.8)
    return Found(Genre.OTHER.value, "it reports nobody's words", is_inferred=True, confidence=0.5)
