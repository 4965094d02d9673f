"""HTML -> lines of text with what each was, and what the page says of itself. Nothing in a page is run or fetched.

The only module that knows HTML. Input is hostile: depth and size are bounded by the parser, the walk is not recursive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

LINEARISER = "html/1"

_SNIFF = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
SNIFF_BYTES = 4096

_DROPPED = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video select textarea head map".split()
)
"""Elements whose words no reader sees as text."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul button label time".split()
)
"""Elements that begin and end a line of their own."""

_KIND_OF = {
    "nav": "nav",
    "menu": "nav",
    "button": "nav",
    "form": "nav",
    "label": "nav",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "h1": "h1",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "time": "time",
    "li": "item",
    "p": "paragraph",
    "blockquote": "paragraph",
}
_STRONG = ("nav", "footer", "aside", "caption", "h1", "heading", "time", "item", "paragraph")
"""Of the kinds of all elements around a line, the first in this list wins."""

MAX_JSON_LD_CHARS = 400_000
MAX_DEPTH = 250
"""Deeper nesting is read as if it were flat: no page a person wrote goes deeper."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the linearised text."""

    start: int
    end: int
    kind: str
    """nav, footer, aside, caption, h1, heading, time, item, paragraph or empty."""


@dataclass(frozen=True, slots=True)
class PageData:
    """What a page says of itself in its head; empty strings where it says nothing."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    """ISO instants or days, as written."""
    marked: str = ""
    """A day that an element or the address shows without calling it that of publication; only where `published` is empty."""
    url: str = ""
    section: str = ""
    kind: str = ""
    """schema.org type: NewsArticle, OpinionNewsArticle, ..."""


def looks_like_html(data: bytes) -> bool:
    """Whether the first bytes open an HTML page."""
    return bool(_SNIFF.search(data[:SNIFF_BYTES]))


@lru_cache(maxsize=2)
def _tree(text: str) -> Any:
    """The root element, or None for a page without any.

    Kept for the page in hand, which is looked at from several sides; nobody alters it.
    """
    from lxml import etree, html  # 60 ms: only pages pay it

    parser = html.HTMLParser(encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True)
    # Controls that XML forbids would end the parse; a NUL would end the text.
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", tamed(text)).encode("utf-8", "replace")
    try:
        return html.document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{4000,}>")
MAX_ATTRIBUTES = 500
_RUN_OF_TAGS = re.compile(
    r"(?:<(?!(?:meta|link|br|img|hr|input|wbr|source|option|area|col|base)\b)[A-Za-z][^<>]{0,200}>\s*){250,}",
    re.IGNORECASE,
)
"""Opening tags of elements that can hold others."""
_RUN_OF_ENDS = re.compile(r"(?:</[A-Za-z][^<>]{0,200}>\s*){250,}")


def tamed(text: str) -> str:
    """The page without what only serves to exhaust a parser: hundreds of attributes on a tag, hundreds of tags in a row.

    Attributes are compared each with each by parsers, and depth costs them a stack; no person's page has either.
    """
    text = _LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if tag[0].count("=") > MAX_ATTRIBUTES else tag[0], text)
    if _RUN_OF_TAGS.search(text):
        text = _RUN_OF_ENDS.sub("</p>", _RUN_OF_TAGS.sub("<p>", text))
    return text


@lru_cache(maxsize=2)
def linearise(text: str) -> tuple[str, tuple[Block, ...]]:
    """(text, its lines): one line a block, blanks collapsed, in the order of the page.

    Args:
        text: the decoded page.
    """
    root = _tree(text)
    lines: list[tuple[str, str]] = []
    piece: list[str] = []
    kinds: list[str] = []

    def flush() -> None:
        words = " ".join("".join(piece).split())
        piece.clear()
        if words:
            lines.append((words, next((kind for kind in _STRONG if kind in kinds), "")))

    if root is not None:
        for step, element in _walk(root):
            tag = element.tag if isinstance(element.tag, str) else ""
            is_block = tag in _BLOCKS
            if is_block or tag == "br":
                flush()
            if step == "open":
                if is_block:
                    kinds.append(_KIND_OF.get(tag, "") or _by_role(element))
                if element.text and tag not in _DROPPED:
                    piece.append(element.text)
            else:
                if is_block and kinds:
                    kinds.pop()
                if element.tail:
                    piece.append(element.tail)
        flush()
    out: list[str] = []
    blocks = []
    offset = 0
    for words, kind in lines:
        blocks.append(Block(offset, offset + len(words), kind))
        out.append(words)
        offset += len(words) + 1
    return "\n".join(out) + ("\n" if out else ""), tuple(blocks)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """("open" or "close", element) in document order, without recursion."""
    waiting: list[tuple[str, Any, int]] = [("open", root, 0)]
    while waiting:
        step, element, depth = waiting.pop()
        yield step, element
        if step == "close":
            continue
        waiting.append(("close", element, depth))
        if element.tag in _DROPPED or depth >= MAX_DEPTH:
            continue
        waiting.extend(("open", child, depth + 1) for child in reversed(element))


_ROLES = {"navigation": "nav", "banner": "nav", "contentinfo": "footer", "complementary": "aside", "search": "nav"}
"""ARIA landmark -> kind."""


def _by_role(element: Any) -> str:
    return _ROLES.get((element.get("role") or "").lower(), "")


def article_words(text: str) -> str:
    """The words of the page's main article as trafilatura finds them, blanks collapsed; empty if it finds none.

    Used as one more sign of what a line is; the text of record stays the whole page.
    """
    import trafilatura  # a third of a second, only where a page is read

    root = _tree(text)
    if root is None or len(text) > MAX_ARTICLE_CHARS or text.count("<") > MAX_ARTICLE_TAGS:
        return ""
    try:
        found = trafilatura.extract(root, include_comments=False, include_tables=True, include_formatting=False)
    except BROKEN_BY_PAGE:
        return ""
    return " ".join((found or "").split())


BROKEN_BY_PAGE = (RecursionError, ValueError, TypeError, AttributeError, LookupError)
"""Whatever a broken page provokes in a library that reads pages."""
MAX_ARTICLE_CHARS = 4_000_000
"""A larger page is labelled by its elements alone: bounded time."""
MAX_ARTICLE_TAGS = 50_000
"""So is one with more tags: trafilatura's time grows with their square."""

_META = {
    "og:title": "title",
    "twitter:title": "title",
    "og:site_name": "outlet",
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "pubdate": "published",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "author": "author",
    "article:author": "author",
    "og:url": "url",
    "article:section": "section",
}
"""Name or property of a meta element -> field, lower case."""


def page_data(text: str) -> PageData:
    """What the page says of itself: JSON-LD first, then meta elements, then its title and canonical address."""
    root = _tree(text)
    if root is None:
        return PageData()
    found: dict[str, str] = {}
    for script in root.iter("script"):
        if (script.get("type") or "").lower().strip() == "application/ld+json" and script.text:
            for name, value in _from_json_ld(script.text[:MAX_JSON_LD_CHARS]).items():
                found.setdefault(name, value)
    for meta in root.iter("meta"):
        field: str | None = _META.get((meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower())
        value = _words(meta.get("content"))
        if field and value and not (field == "author" and value.startswith("http")):
            found.setdefault(field, value)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            found.setdefault("url", _words(link.get("href")))
    if "published" not in found:
        day = _marked_day(root, text)
        if day and _is_printed(day, root, found.get("url", "")):
            found["marked"] = day
    title = root.find(".//title")
    if title is not None and title.text:
        found.setdefault("title", _words(title.text))
    return PageData(**found)


def _is_printed(day: str, root: Any, url: str) -> bool:
    """Whether a day stands in a time element, in the page's address, or in its words near the top of the article."""
    year, month, number = day.split("-")
    if any(day in (element.get("datetime") or "") for element in root.iter("time")):
        return True
    if f"{year}/{month}/{number}" in url or day in url:
        return True
    short, plain = int(number), int(month)
    pattern = (
        rf"\b0?{short}\.?\s*0?{plain}\.?\s*(?:{year}|{year[2:]})\b|\b0?{short}\.\s?[^\W\d]{{3,10}}\.?,?\s{year}\b"
        rf"|\b0?{short}(?:st|nd|rd|th)?\s(?:de\s)?[^\W\d]{{3,10}}\.?,?\s(?:de\s)?{year}\b"
        rf"|\b[^\W\d]{{3,10}}\.?\s0?{short}(?:st|nd|rd|th)?,?\s{year}\b|\b{year}[-/.]{month}[-/.]{number}\b"
        rf"|\b0?{short}/0?{plain}/{year}\b|\b0?{plain}/0?{short}/{year}\b"
    )
    words = " ".join(root.itertext())[:MAX_ARTICLE_CHARS]
    return bool(re.search(pattern, words))


LAST_DAY = "2100-12-31"
"""Given to the date finder, which would else leave out days after today: analysing never looks at a clock."""


def _marked_day(root: Any, text: str) -> str:
    """The day that the page's elements and addresses give; empty if none does. Running text is not searched."""
    if len(text) > MAX_ARTICLE_CHARS:
        return ""
    import htmldate  # comes with trafilatura; only where a page is read

    try:
        found = htmldate.find_date(
            root, extensive_search=False, original_date=True, outputformat="%Y-%m-%d", max_date=LAST_DAY
        )
    except BROKEN_BY_PAGE:
        return ""
    return found or ""


def _words(value: object) -> str:
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


_ARTICLE = re.compile(r"(Article|Posting|Report|ClaimReview)$")


def _from_json_ld(source: str) -> dict[str, str]:
    """Fields of the first article in a JSON-LD script; nothing where it is not JSON or has no article."""
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        return {}
    waiting: list[Any] = [data]
    for _ in range(2000):
        if not waiting:
            break
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting.extend(here)
        elif isinstance(here, dict):
            types = here.get("@type")
            names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
            kind = next((name for name in names if isinstance(name, str) and _ARTICLE.search(name)), "")
            if kind:
                return _article(here, kind)
            waiting.extend(value for value in here.values() if isinstance(value, (dict, list)))
    return {}


def _article(here: dict[str, Any], kind: str) -> dict[str, str]:
    values = {
        "title": _words(here.get("headline")),
        "outlet": _name(here.get("publisher")),
        "author": _name(here.get("author")),
        "published": _words(here.get("datePublished")),
        "updated": _words(here.get("dateModified")),
        "section": _name(here.get("articleSection")),
        "url": _words(here.get("url")),
        "kind": kind,
    }
    return {field: value for field, value in values.items() if value}


def _name(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(name for item in value[:10] if (name := _name(item)))
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _words(value)
