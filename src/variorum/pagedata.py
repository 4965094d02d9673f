"""What a page says of itself in its head: JSON-LD first (schema.org, by `@graph` and `@id`), then meta elements.

Everything is kept as written; which of it is believed is decided where the report's masthead is read.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from variorum.markup import tree

MAX_JSON_LD_CHARS = 400_000
MAX_NODES = 4000
MAX_AUTHORS = 20


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of a live page, as its data give it."""

    published: str
    title: str
    words: str
    """How its text begins."""


@dataclass(frozen=True, slots=True)
class PageData:
    """What a page says of itself in its head; empty where it says nothing."""

    title: str = ""
    """The first of `titles`."""
    titles: tuple[str, ...] = ()
    """The headline of the article's data, the titles made for sharing, the title of the window; in this order."""
    outlet: str = ""
    names: tuple[str, ...] = ()
    """Every name that the page gives its site or publisher."""
    authors: tuple[str, ...] = ()
    organisations: frozenset[str] = field(default_factory=frozenset)
    """Of the authors, those that are said to be organisations."""
    published: str = ""
    updated: str = ""
    """Instants or days, as written."""
    url: str = ""
    section: str = ""
    descriptions: tuple[str, ...] = ()
    """What the page gives as its summary, often the lead, often cut short."""
    kind: str = ""
    """schema.org type of the article's data: NewsArticle, OpinionNewsArticle, ..."""
    language: str = ""
    """As the page tags itself: `de`, `en-US`."""
    updates: tuple[Update, ...] = ()
    """The entries of a live page, in the order of the data."""

    @property
    def is_news(self) -> bool:
        """Whether its data call it news, not just any text."""
        return "News" in self.kind or self.kind in ("LiveBlogPosting", "Report")


_META = {
    "og:title": "title",
    "twitter:title": "title",
    "og:site_name": "outlet",
    "application-name": "name",
    "apple-mobile-web-app-title": "name",
    "publisher": "name",
    "dc.publisher": "name",
    "citation_journal_title": "name",
    "article:published_time": "published",
    "article:published": "published",
    "og:published_time": "published",
    "og:article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dc.date.created": "published",
    "dcterms.date": "published",
    "dcterms.issued": "published",
    "dcterms.created": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "publish_date": "published",
    "publication_date": "published",
    "publication-date": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "cxenseparse:recs:publishtime": "published",
    "citation_publication_date": "published",
    "citation_online_date": "published",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "datemodified": "updated",
    "last-modified": "updated",
    "dc.date.modified": "updated",
    "dcterms.modified": "updated",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "citation_author": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "byl": "author",
    "og:url": "url",
    "article:section": "section",
    "description": "description",
    "og:description": "description",
    "twitter:description": "description",
}
"""Name, property or itemprop of a meta element -> field, lower case (Open Graph, Dublin Core, Highwire, Parse.ly, Sailthru)."""


def page_data(text: str) -> PageData:
    """What the page says of itself: JSON-LD first, then meta elements, then its title and canonical address."""
    root = tree(text)
    if root is None:
        return PageData()
    found: dict[str, list[str]] = {}
    nodes = [node for source in _scripts(root) for node in _nodes(source)]
    url = next((_words(link.get("href")) for link in root.iter("link") if "canonical" in _rels(link)), "")
    organisations, updates = _from_json_ld(nodes, url, found)
    for meta in root.iter("meta"):
        named = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        name, value = _META.get(named.lower().strip()), _words(meta.get("content"))
        if name and value and not (name == "author" and value.startswith(("http", "@"))):
            found.setdefault(name, []).append(value)
    title = root.find(".//title")
    if title is not None and title.text:
        found.setdefault("title", []).append(_words(title.text))
    names = [*found.get("outlet", []), *found.get("name", [])]
    return PageData(
        title=_first(found, "title"),
        titles=tuple(dict.fromkeys(found.get("title", []))),
        outlet=_first(found, "outlet"),
        names=tuple(dict.fromkeys(names)),
        authors=_authors(found),
        organisations=organisations,
        published=_first(found, "published"),
        updated=_first(found, "updated"),
        url=_first(found, "url") or url,
        section=_first(found, "section"),
        descriptions=tuple(dict.fromkeys(found.get("description", []))),
        kind=_first(found, "kind"),
        language=_words(root.get("lang") or root.get("xml:lang")),
        updates=updates,
    )


def _first(found: dict[str, list[str]], name: str) -> str:
    return next(iter(found.get(name, ())), "")


def _authors(found: dict[str, list[str]]) -> tuple[str, ...]:
    """Those of the article's data, else of the meta elements; an address is no name."""
    told = found.get("person") or found.get("author") or []
    return tuple(dict.fromkeys(name for name in told[:MAX_AUTHORS] if "//" not in name))


def _rels(link: Any) -> list[str]:
    return (link.get("rel") or "").lower().split()


def _words(value: object) -> str:
    return " ".join(html.unescape(value).replace("\u00ad", "").split())[:500] if isinstance(value, str) else ""


_WRAPPED = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$|;\s*$")


def _scripts(root: Any) -> Iterator[Any]:
    """The JSON of each JSON-LD script; what is none is left out."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        source = _WRAPPED.sub("", script.text[:MAX_JSON_LD_CHARS])
        try:
            yield json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue


_ASIDE = frozenset(
    "itemListElement hasPart citation mentions relatedLink isBasedOn comment review about liveBlogUpdate breadcrumb".split()
)
"""Below these stand other texts than the page's own."""


def _nodes(source: Any) -> Iterator[dict[str, Any]]:
    """Every object of the data that can be about the page, outermost first."""
    waiting: list[Any] = [source]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting.extend(here)
        elif isinstance(here, dict):
            yield here
            waiting.extend(v for key, v in here.items() if key not in _ASIDE and isinstance(v, (dict, list)))


_ARTICLE = re.compile(r"(Article|Posting|Report|ClaimReview)$")
_SITES = frozenset(("WebSite", "Organization", "NewsMediaOrganization", "Corporation"))


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("@type")
    return (
        [types]
        if isinstance(types, str)
        else [t for t in types if isinstance(t, str)]
        if isinstance(types, list)
        else []
    )


def _rank(node: dict[str, Any], kind: str, url: str) -> tuple[bool, bool, bool]:
    """News before other articles, what is about this address before the rest, what has a headline before what has none."""
    about = node.get("mainEntityOfPage")
    told = {_words(about.get("@id") if isinstance(about, dict) else about), _words(node.get("url"))}
    return ("News" in kind or kind == "LiveBlogPosting", bool(url) and url in told, bool(node.get("headline")))


def _from_json_ld(
    nodes: list[dict[str, Any]], url: str, found: dict[str, list[str]]
) -> tuple[frozenset[str], tuple[Update, ...]]:
    """Puts the fields of the page's article into `found`; returns the authors that are organisations, and its updates."""
    by_id: dict[str, dict[str, Any]] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, ())):
            by_id[name] = node
    articles = []
    for node in nodes:
        kind = next((name for name in _types(node) if _ARTICLE.search(name)), "")
        if kind and (node.get("headline") or node.get("name") or node.get("datePublished")):
            articles.append((node, kind))
        elif "WebSite" in _types(node):
            found.setdefault("name", []).extend(_names(node.get("name"), by_id))
    if not articles:
        return frozenset(), ()
    here, kind = max(articles, key=lambda item: _rank(item[0], item[1], url))  # the first of the best
    people = [item for key in ("author", "creator") for item in _listed(here.get(key))]
    for name, values in (
        ("title", _names(here.get("headline") or here.get("name"), by_id)),
        ("outlet", _names(here.get("publisher"), by_id)),
        ("person", [name for person in people for name in _names(person, by_id)]),
        ("published", [_words(here.get("datePublished") or here.get("dateCreated"))]),
        ("updated", [_words(here.get("dateModified"))]),
        ("section", _names(here.get("articleSection"), by_id)),
        ("description", [_words(here.get("description"))]),
        ("url", [_words(here.get("url"))]),
        ("kind", [kind]),
    ):
        if any(values):
            found.setdefault(name, []).extend(value for value in values if value)
    organisations = frozenset(
        name
        for person in people
        if isinstance(person, dict)
        for name in _names(person, by_id)
        if _SITES & set(_types(_resolved(person, by_id)))
    )
    return organisations, tuple(_updates(here.get("liveBlogUpdate")))


def _updates(value: Any) -> Iterator[Update]:
    for item in (value if isinstance(value, list) else [value])[:MAX_UPDATES]:
        if isinstance(item, dict):
            words = _words(item.get("articleBody") or item.get("description") or item.get("text"))
            yield Update(_words(item.get("datePublished")), _words(item.get("headline") or item.get("name")), words)


MAX_UPDATES = 400


def _listed(value: Any) -> list[Any]:
    return value[:MAX_AUTHORS] if isinstance(value, list) else [value] if value else []


def _resolved(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> dict[str, Any]:
    name = node.get("@id")
    return node if node.get("name") or not isinstance(name, str) else by_id.get(name, node)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """The names a value gives: words, a thing with a name, a reference to one, or a list of these."""
    if isinstance(value, list):
        return [name for item in value[:MAX_AUTHORS] if not isinstance(item, list) for name in _names(item, by_id)]
    if isinstance(value, dict):
        name = _resolved(value, by_id).get("name")
        return [word for item in _listed(name) if (word := _words(item))]
    words = _words(value)
    return [words] if words else []
