"""What an element of a page says of its words: that they name the author, give the day of publication, head the text.

Read from microdata, `rel`, `time` and the words that classes and ids are made of. No site is known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """One element that says what its words are."""

    role: str
    """`author`, `published`, `updated`, `day` (not called anything), `headline` (an h1), `kicker` (what opens a heading)."""
    way: str
    """How the element says so: `property`, `rel`, `time`, `class`, or only by its `place`; in order of trust."""
    words: str
    """What a reader sees, blanks collapsed."""
    value: str
    """What the element gives for machines: a `datetime` or `content`."""
    start: int
    """Where in the page's text the line begins in which the words stand or would stand."""
    shade: str = ""
    """`comment`, `related`, `nav`, `footer` or `aside` where an element around it says that it is not of the article."""


_PROPERTIES = {
    "datepublished": "published",
    "datecreated": "published",
    "dc:date": "published",
    "datemodified": "updated",
    "dateupdated": "updated",
    "author": "author",
    "creator": "author",
    "dc:creator": "author",
}
"""Words of `itemprop` and `property` (schema.org, Dublin Core) -> role."""

_PARTS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])")
_AUTHOR = frozenset(
    "author authors byline autor autoren autorin auteur auteurs autore autori verfasser redakteur writer journalist"
    " reporter contributor creator forfatter skribent autorname authorname".split()
)
_DAY = frozenset(
    "date datetime datum fecha pubdate timestamp published publish pubtime publication dato dateline posted erscheinungsdatum"
    " data veroeffentlicht publicado publie".split()
)
_UPDATED = frozenset("modified updated update aktualisiert lastmod lastmodified".split())
_PUBLISHED = frozenset("published publish pubdate pubtime publication posted veroeffentlicht publicado publie".split())
_NOT_AUTHOR = frozenset(
    "bio biography avatar image img photo picture box about description desc social follow twitter facebook email mail"
    " link-list related more posts articles widget archive icon thumbnail info-box newsletter comment comments".split()
)
_NOT_DAY = frozenset("picker select filter archive search range event events calendar expiry birth".split())
_SHADES = (
    (
        "comment",
        frozenset(
            "comment comments commentlist disqus kommentar kommentare kommentarer commentaires comentarios respond".split()
        ),
    ),
    (
        "related",
        frozenset(
            "related recommended recommendation recommendations similar popular trending mostread sidebar promoted"
            " newsletter outbrain taboola readmore morefrom weiterlesen verwandt".split()
        ),
    ),
    ("nav", frozenset("menu navbar breadcrumb breadcrumbs nav".split())),
    ("footer", frozenset("footer copyright imprint".split())),
)
_KICKER = frozenset(
    "kicker overline topline overtitle surtitle surtitre pretitle antetitulo occhiello eyebrow roofline dachzeile prefix"
    " topic category section label rubric rubrik".split()
)
"""Words of names that designers give to the short line which opens a headline, or to what such a line says."""
_HEADING = frozenset("title headline heading titel titre titulo titolo".split())
HEADINGS = frozenset("h1 h2 h3".split())
_OPENERS = frozenset("span div p small".split())
_LAYOUT = frozenset(
    "with without has no wrap wrapper wrp layout main article hentry relative fixed sticky grid segment link links count"
    " number hide".split()
)
"""Beside these a name tells how the page is laid out round a bar (`with-sidebar`), or leads to comments (`comments-link`)."""
_TAGS = {"nav": "nav", "footer": "footer", "aside": "aside"}
MAX_MARKS = 400
MAX_WORDS = 200
"""Longer words are a paragraph about the author, not a name or a day."""


def role_of(element: Any) -> tuple[str, str]:
    """(role, way) of an element, both empty where it says nothing."""
    get = element.get
    said = get("itemprop") or get("property")
    if said:
        for word in said.lower().split():
            role = _PROPERTIES.get(word.rpartition(":")[2]) if word.startswith("schema:") else _PROPERTIES.get(word)
            if role:
                return role, "property"
    rel = get("rel")
    if rel and "author" in rel.lower().split() and element.tag != "link":
        return "author", "rel"
    named = get("class"), get("id")
    role = _role_of_names(named[0] or "", named[1] or "") if named != (None, None) else ""
    if element.tag == "time":
        return ("published" if get("pubdate") is not None else role if role == "updated" else "day"), "time"
    return (role, "class") if role else ("", "")


def kicker_of(heading: Any) -> tuple[Any, str]:
    """(the element that opens a heading before its words, how that is known); (None, "") where none does."""
    here = heading
    for _ in range(MAX_WRAPS):
        if (here.text or "").strip():
            break
        children = [child for child in islice(here, MAX_PIECES) if isinstance(child.tag, str)]
        worded = [child for child in children if _holds_words(child)]
        if not worded:
            break
        first = worded[0]
        if any((child.tail or "").strip() for child in children[: children.index(first)]):
            break
        if len(worded) > 1 or (first.tail or "").strip():
            found = _parts(f"{first.get('class') or ''} {first.get('id') or ''}")
            way = "class" if found & _KICKER else "" if found & _HEADING else "place"
            return (first, way) if way and first.tag in _OPENERS else (None, "")
        here = first
    return None, ""


MAX_WRAPS = 3
"""What a heading holds may be wrapped, in a link or a box."""
MAX_PIECES = 12


def _holds_words(element: Any) -> bool:
    return any(piece.strip() for piece in islice(element.itertext(), MAX_PIECES))


def shade_of(element: Any) -> str:
    """Why what stands in this element is not of the article; empty where nothing says so."""
    by_tag = _TAGS.get(element.tag)
    if by_tag:
        return by_tag
    if element.tag in ("body", "html", "article", "main"):
        return ""
    names = element.get("class"), element.get("id")
    return _shade_of_names(names[0] or "", names[1] or "") if names != (None, None) else ""


@lru_cache(maxsize=4096)
def _parts(names: str) -> frozenset[str]:
    """The words of class names and ids: at hyphens, underscores and capitals, and whole."""
    words = {part.lower() for part in _PARTS.findall(names[:400])}
    return frozenset(words | {name.lower() for name in names[:400].split()})


@lru_cache(maxsize=4096)
def _role_of_names(classes: str, name: str) -> str:
    found = _parts(f"{classes} {name}")
    if found & _AUTHOR and not found & _NOT_AUTHOR:
        return "author"
    if found & _NOT_DAY:
        return ""
    if found & _PUBLISHED and not found & _UPDATED:
        return "published"
    if found & _UPDATED and (found & _DAY or {"time", "last"} & found):
        return "updated"
    return "day" if found & _DAY else ""


@lru_cache(maxsize=4096)
def _shade_of_names(classes: str, name: str) -> str:
    found = _parts(f"{classes} {name}")
    if found & _LAYOUT:
        return ""
    return next((shade for shade, words in _SHADES if found & words), "")
