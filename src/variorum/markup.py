"""HTML -> lines of text with what each was. Nothing in a page is run or fetched.

With pagemarks, pageentries and pagedata the only modules that know HTML. Input is hostile: depth and size are bounded by the parser, the walk is not recursive.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from variorum import pageentries
from variorum.pagemarks import HEADINGS, MAX_MARKS, MAX_WORDS, Mark, kicker_of, role_of, shade_of

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

MAX_DEPTH = 250
"""Deeper nesting is read as if it were flat: no page a person wrote goes deeper."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the linearised text."""

    start: int
    end: int
    kind: str
    """nav, footer, aside, caption, h1, heading, time, item, paragraph or empty."""
    shade: str = ""
    """What the elements around it are called that are not of the article: comment, related, nav, footer, aside or empty."""
    holder: int = 0
    """Number of the element that holds its paragraph and those beside it; elements of one tag and class have one number."""
    linked: float = 0.0
    """Share of its characters that are links, 0 to 1."""


def looks_like_html(data: bytes) -> bool:
    """Whether the first bytes open an HTML page."""
    return bool(_SNIFF.search(data[:SNIFF_BYTES]))


@lru_cache(maxsize=2)
def tree(text: str) -> Any:
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
SHORT_RUN = 240
"""Fewer tags than that without an end tag among them are not looked at closer."""
_RUN_OF_ENDS = re.compile(r"(?:</[A-Za-z][^<>]{0,200}>\s*){250,}")


def tamed(text: str) -> str:
    """The page without what only serves to exhaust a parser: hundreds of attributes on a tag, hundreds of tags in a row.

    Attributes are compared each with each by parsers, and depth costs them a stack; no person's page has either.
    """
    text = _LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if tag[0].count("=") > MAX_ATTRIBUTES else tag[0], text)
    if any(part.count("<") > SHORT_RUN for part in text.split("</")) and _RUN_OF_TAGS.search(text):
        text = _RUN_OF_ENDS.sub("</p>", _RUN_OF_TAGS.sub("<p>", text))
    return text


def linearise(text: str) -> tuple[str, tuple[Block, ...]]:
    """(text, its lines): one line a block, blanks collapsed, in the order of the page.

    Args:
        text: the decoded page.
    """
    words, blocks, *_ = _read(text)
    return words, blocks


def marks(text: str) -> tuple[Mark, ...]:
    """The elements of a page that say what their words are, in its order, each with its line of the linearised text."""
    return _read(text)[2]


def shaded(text: str) -> frozenset[int]:
    """Where the lines of the linearised text begin that belong to comments or to lists of other articles."""
    return frozenset(block.start for block in _read(text)[1] if block.shade in ("comment", "related"))


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one element that looks like an entry of a live page."""

    start: int
    end: int
    is_stated: bool
    """Whether the page itself says that it is one."""


def entries(text: str) -> tuple[Entry, ...]:
    """The elements of a page that look like the entries of a live page, in its order; none within another."""
    root = tree(text)
    if root is None:
        return ()
    stated = pageentries.stated(root) if "liveBlogUpdate" in text else []
    found = frozenset(element for element in stated or pageentries.alike(_read(text)[3]) if element.tag in _BLOCKS)
    if not found:
        return ()
    reader = _walked(root, found)
    ends = [(reader.blocks[first].start, reader.blocks[after - 1].end) for first, after in reader.held if first < after]
    kept: list[Entry] = []
    for start, end in sorted(ends):
        if not kept or start > kept[-1].end:
            kept.append(Entry(start, end, bool(stated)))
    return tuple(kept)


@lru_cache(maxsize=2)
def _read(text: str) -> tuple[str, tuple[Block, ...], tuple[Mark, ...], tuple[Any, ...]]:
    """(lines, blocks, marks, elements that give a day or time)."""
    reader = _walked(tree(text), frozenset())
    return "".join(f"{words}\n" for words in reader.lines), tuple(reader.blocks), tuple(reader.marks()), reader.times()


def _walked(root: Any, watched: frozenset[Any]) -> _Reader:
    reader = _Reader(_around_headlines(root), watched)
    for step, element in _walk(root) if root is not None else ():
        if step == "open":
            reader.open(element)
        else:
            reader.close(element)
    reader.flush()
    return reader


class _Reader:
    """The lines of a page while it is walked through."""

    def __init__(self, around: frozenset[Any], watched: frozenset[Any]) -> None:
        self.held: list[tuple[int, int]] = []
        """Numbers of the first line of each watched element and of the first behind it."""
        self._watched = watched
        self._watching: list[tuple[Any, int]] = []
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self._around = around
        self._offset = self._count = self._links = self._linked = 0
        self._piece: list[str] = []
        self._within: list[tuple[str, int, str]] = []
        """Kind, number and tag of each block around the place."""
        self._alike: dict[tuple[str, str], int] = {}
        self._shades: list[tuple[Any, str]] = []
        self._marked: list[tuple[Any, str, str, int, str]] = []
        """Element, role, way, number of its line, shade."""
        self._times: list[Any] = []

    def open(self, element: Any) -> None:
        """Goes into an element."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            self.flush()
            self._count += 1
            named = element.get("class")
            number = self._alike.setdefault((tag, named), self._count) if named else self._count
            kind = "" if tag == "form" and element in self._around else _KIND_OF.get(tag, "") or _by_role(element)
            self._within.append((kind, number, tag))
        elif tag == "br":
            self.flush()
        if element in self._watched:
            self._watching.append((element, len(self.lines)))
        self._links += tag == "a"
        shade = shade_of(element)
        if shade and element not in self._around:
            self._shades.append((element, shade))
        if len(self._marked) < MAX_MARKS:
            self._mark(element, tag)
        if element.text and tag not in _DROPPED:
            self._add(element.text)

    def close(self, element: Any) -> None:
        """Leaves it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            self.flush()
            self._within.pop()
        elif tag == "br":
            self.flush()
        if self._watching and self._watching[-1][0] is element:
            self.held.append((self._watching.pop()[1], len(self.lines)))
        self._links -= tag == "a"
        if self._shades and self._shades[-1][0] is element:
            self._shades.pop()
        if element.tail:
            self._add(element.tail)

    def flush(self) -> None:
        """Ends the line."""
        if not self._piece:
            return
        words = " ".join("".join(self._piece).split())
        if words:
            kinds = [kind for kind, _, _ in self._within]
            kind = next((kind for kind in _STRONG if kind in kinds), "")
            inner = -2 if len(self._within) > 1 and self._within[-1][2] in _LEAVES else -1
            holder = self._within[inner][1] if self._within else 0
            share = min(1.0, self._linked / len(words))
            end = self._offset + len(words)
            self.blocks.append(Block(self._offset, end, kind, self._shade(), holder, share))
            self.lines.append(words)
            self._offset = end + 1
        self._piece.clear()
        self._linked = 0

    def marks(self) -> Iterator[Mark]:
        """The elements that say what their words are."""
        for element, role, way, line, shade in self._marked:
            yield _mark(element, role, way, line, shade, self.blocks)

    def times(self) -> tuple[Any, ...]:
        """The elements that give a day or time, not those of side matters."""
        return tuple(self._times)

    def _mark(self, element: Any, tag: str) -> None:
        role, way = role_of(element)
        if (role in _TIMES or "time" in (element.get("class") or "").lower()) and not self._shade():
            self._times.append(element)
        if role:
            self._marked.append((element, role, way, len(self.lines), self._shade()))
        if tag in HEADINGS:
            opener, way = kicker_of(element)
            if opener is not None:
                self._marked.append((opener, "kicker", way, len(self.lines), self._shade()))
            if tag == "h1":
                self._marked.append((element, "headline", "place", len(self.lines), self._shade()))

    def _shade(self) -> str:
        return self._shades[-1][1] if self._shades else ""

    def _add(self, words: str) -> None:
        self._piece.append(words)
        if self._links > 0:
            self._linked += len(" ".join(words.split()))


_TIMES = ("published", "day", "updated")
_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote".split())
"""Blocks that hold one line; what holds the block holds the lines beside it too."""


def _around_headlines(root: Any) -> frozenset[Any]:
    """The elements that hold a headline or the most text: what they are called does not make that a side matter."""
    if root is None:
        return frozenset()
    found: set[Any] = set()
    for headline in islice(root.iter("h1"), MAX_HEADLINES):
        found.update(headline.iterancestors())
    held: Counter[Any] = Counter()
    for paragraph in islice(root.iter("p"), MAX_PARAGRAPHS):
        held[paragraph.getparent()] += len(paragraph.text or "")
    for holder, _ in held.most_common(1):
        found.add(holder)
        found.update(holder.iterancestors())
    return frozenset(found)


MAX_HEADLINES = 8
MAX_PARAGRAPHS = 2000


def _mark(element: Any, role: str, way: str, line: int, shade: str, blocks: list[Block]) -> Mark:
    start = blocks[line].start if line < len(blocks) else blocks[-1].end if blocks else 0
    value = (
        element.get("datetime")
        or element.get("content")
        or (element.get("title") if element.tag == "abbr" else "")
        or ""
    )
    return Mark(
        role,
        way,
        " ".join(_seen(element).replace("\u00ad", "").split()),
        " ".join(value.split())[:MAX_WORDS],
        start,
        shade,
    )


def _seen(element: Any) -> str:
    """The element's words, as far as a name or a day is long; what it holds for machines where it shows none."""
    found: list[str] = []
    length = 0
    for piece in element.itertext():
        found.append(piece)
        length += len(piece)
        if length > 2 * MAX_WORDS:
            break
    words = " ".join(found)[: 2 * MAX_WORDS]
    if not words.strip():
        words = next((item.get("content") or "" for item in element.iter("meta") if item.get("itemprop") == "name"), "")
    return words


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

    root = tree(text)
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
