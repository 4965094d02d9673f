"""RSS 0.9 to 2.0 and Atom files: every item is a document of its own, kept as a feed of that one item.

Hostile XML is expected: entities are not resolved, nothing is fetched, depth and size are bounded by the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from variorum.errors import SourceError
from variorum.model.reports import Envelope, Taken
from variorum.model.troubles import NotTaken
from variorum.sources.member import Member
from variorum.sources.webpage import from_markup

MEDIA = "application/rss+xml"
FORM = "feed/1"
MAX_ITEMS = 20_000
_DECLARED_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_CHANNEL = frozenset({"title", "link", "language", "id"})
"""What of the feed itself is kept with each item."""


def members(data: bytes, *, name: str, locator: str) -> Iterator[Member | NotTaken]:
    """A feed of one item for each item with words, in the feed's order.

    Raises:
        SourceError: if it is no feed, declares entities of its own, or has no item.
    """
    from lxml import etree

    root = _root(data, name)
    items = _items(root)
    if not items:
        raise SourceError("the feed has no item", place=name, next_step="Save the feed again.")
    channel = next((here for here in root.iter() if _tag(here) in {"channel", "feed"}), root)
    own = "".join(
        etree.tostring(child, encoding="unicode", with_tail=False) for child in channel if _tag(child) in _CHANNEL
    )
    is_atom = _tag(root) == "feed"
    for number, item in enumerate(items[:MAX_ITEMS], 1):
        where = f"{locator}#{_link(item) or _text(item, 'guid', 'id') or number}"
        body = etree.tostring(item, encoding="unicode", with_tail=False)
        if not _content(item) and not _text(item, "title"):
            yield NotTaken(where, "the item has no words")
            continue
        # Names of the feed's own spaces stay bound: lxml writes the declarations it needs on each element
        inside = f'<feed xmlns="{ATOM}">{own}{body}</feed>' if is_atom else f"<rss><channel>{own}{body}</channel></rss>"
        yield Member(inside.encode("utf-8", "replace"), name, where)
    if len(items) > MAX_ITEMS:
        yield NotTaken(locator, f"{len(items) - MAX_ITEMS} items past the limit of {MAX_ITEMS}")


ATOM = "http://www.w3.org/2005/Atom"


def take(data: bytes, *, name: str, locator: str = "") -> Taken:
    """The capture of a feed of one item and its text: the title as headline above the content or the description.

    Raises:
        SourceError: if it is no feed or its item has no words.
    """
    root = _root(data, name)
    items = _items(root)
    if not items:
        raise SourceError("the feed has no item", place=name, next_step="Save the feed again.")
    item = items[0]
    channel = next((here for here in root.iter() if _tag(here) in {"channel", "feed"}), root)
    envelope = Envelope(
        "the feed's item",
        title=_text(item, "title"),
        outlet=_source(item) or _text(channel, "title"),
        author=_author(item),
        published=_instant(_text(item, "pubdate", "published", "date", "issued")),
        updated=_instant(_text(item, "updated", "modified")),
        url=_link(item),
    )
    content = _content(item)
    if envelope.title:
        content = f"<h1>{escape(envelope.title)}</h1>{content}"
    source = f"<!DOCTYPE html><html><body><article>{content}</article></body></html>"
    return from_markup(
        source, data, name=name, locator=locator, media=MEDIA, form=FORM, envelope=envelope, is_article=True
    )


def _root(data: bytes, name: str) -> Any:
    from lxml import etree

    if _DECLARED_ENTITY.search(data[:100_000]):
        raise SourceError(
            "it declares entities of its own, which can unfold without end",
            place=name,
            next_step="Save the items as HTML or text.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.lstrip(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        raise SourceError(f"it is no whole feed: {err}"[:300], place=name, next_step="Save the feed again.") from err
    if root is None or _tag(root) not in {"rss", "feed", "rdf"}:
        raise SourceError("it is XML, but no RSS or Atom feed", place=name, next_step="Save the page as HTML or text.")
    return root


def _tag(element: Any) -> str:
    """Name of an element without its space, lower case; empty for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _items(root: Any) -> list[Any]:
    return [here for here in root.iter() if _tag(here) in {"item", "entry"}]


def _child(item: Any, *names: str) -> Any | None:
    """The first child by the first of these names that is there and says something."""
    for wanted in names:
        for child in item:
            if _tag(child) == wanted and ("".join(child.itertext()).strip() or child.get("href")):
                return child
    return None


def _text(item: Any, *names: str) -> str:
    child = _child(item, *names)
    return " ".join("".join(child.itertext()).split())[:500] if child is not None else ""


def _content(item: Any) -> str:
    """Markup of the item's fullest text: content before description."""
    from lxml import etree

    found = []
    for child in item:
        if _tag(child) not in {"encoded", "content", "description", "summary", "body"}:
            continue
        if len(child):  # XHTML inside the feed
            inner = "".join(etree.tostring(piece, encoding="unicode") for piece in child)
            found.append((child.text or "") + inner)
        else:
            found.append(child.text or "")
    return max(found, key=len, default="").strip()


def _link(item: Any) -> str:
    for child in item:
        if _tag(child) == "link" and child.get("rel", "alternate") == "alternate":
            found = (child.get("href") or child.text or "").strip()
            if found:
                return found[:2000]
    guid = _text(item, "guid")
    return guid if guid.startswith(("http://", "https://")) else ""


def _source(item: Any) -> str:
    """The outlet that the feed took the item from (RSS 2.0, `source`; Atom, `source/title`)."""
    child = _child(item, "source")
    if child is None:
        return ""
    return _text(child, "title") or " ".join((child.text or "").split())[:500]


def _author(item: Any) -> str:
    names = []
    for child in item:
        if _tag(child) in {"creator", "author"}:
            name = _text(child, "name") or " ".join((child.text or "").split())
            mailed = re.fullmatch(r"\S+@\S+ \((?P<name>[^)]+)\)", name)  # RSS 2.0: "jo@x.org (Jo Doe)"
            name = mailed["name"] if mailed else name
            if name and "@" not in name:
                names.append(name[:200])
    return "; ".join(dict.fromkeys(names))


def _instant(words: str) -> str:
    """An ISO instant for RFC 822 or ISO words; empty for anything else."""
    if not words:
        return ""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return ""
    return words
