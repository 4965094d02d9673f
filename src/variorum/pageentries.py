"""The entries of a live page, as far as its elements tell: neighbours of one kind, each with a time of its own.

With markup, pagemarks and pagedata the only modules that know HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from variorum.pagemarks import shade_of

MAX_TIMES = 400
MAX_CLIMB = 6
"""Elements around a time up to the one that holds its whole entry."""
FEWEST = 3
"""Elements beside each other from which they are a row of entries."""
_UPDATES = "//*[contains(@itemprop, 'liveBlogUpdate')]"


def stated(root: Any) -> list[Any]:
    """The elements that the page itself marks as updates of a live page (schema.org `liveBlogUpdate`)."""
    return list(islice(root.xpath(_UPDATES), MAX_TIMES))


def alike(times: Sequence[Any]) -> list[Any]:
    """The longest row of elements beside each other, of one tag and class, that each hold a time; empty if none is long.

    Args:
        times: elements that give a time, in the order of the page.
    """
    rows: dict[tuple[Any, str, str], dict[Any, None]] = {}
    for time in times[:MAX_TIMES]:
        here = time
        for _ in range(MAX_CLIMB):
            parent = here.getparent()
            if parent is None or shade_of(here):
                break
            names = (here.get("class") or "").split()
            rows.setdefault((parent, here.tag, names[0] if names else ""), {})[here] = None
            here = parent
    longest = max(rows.values(), key=len, default={})  # the first of the longest is the innermost
    if len(longest) < FEWEST or sum(map(_tells, islice(longest, LOOKED_AT))) < FEWEST:
        return []
    return list(longest)


LOOKED_AT = 12
TOLD_CHARS = 60
"""Characters that are no link from which an element may hold running text."""


def _tells(element: Any) -> bool:
    """Whether an element holds more than a link and a time."""
    length = 0
    for piece in islice(element.iter("p", "div", "span", "li", "blockquote", "section", "article"), MAX_PIECES):
        length += len((piece.text or "").strip())
    return length >= TOLD_CHARS


MAX_PIECES = 60
