"""Live pages in HTML: where their entries begin, and what the page's data say of each.

The page's own word comes first: its data (`liveBlogUpdate` of schema.org) or its elements say which texts are entries. Else
neighbouring elements of one kind are entries if each holds a time and running text, the times run in one direction, and
most of the page's text stands in them: so that comments, lists of other articles and front pages are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.markup import Block, Entry
from variorum.model.reports import Line, LineLabel, Report
from variorum.pagedata import PageData, Update
from variorum.pagemarks import Mark
from variorum.reports import live, shapes

HELD = 0.5
"""Share of the page's running text that must stand in entries which the page does not call so."""
OPENING = 6
"""Words by which an entry that the data give is found on the page."""
HEAD_LINES = 3
"""Lines above an entry's text that may be its head: a time, a headline, a name."""
LINKED = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a live page: where it begins, and what the page's data say of it."""

    start: int
    data: PageData


@dataclass(frozen=True)
class _Page:
    text: str
    blocks: Sequence[Block]
    data: PageData
    marks: Sequence[Mark]

    def words(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def between(self, start: int, end: int) -> list[Block]:
        return [block for block in self.blocks if start <= block.start < end]

    def tells(self, block: Block) -> bool:
        """Whether a line is running text of its own."""
        is_text = block.kind not in ("nav", "footer", "aside", "caption", "time", "heading", "h1") and not block.shade
        return is_text and block.linked < LINKED and shapes.is_prose(self.words(block))


def items(
    text: str, blocks: Sequence[Block], entries: Sequence[Entry], data: PageData, marks: Sequence[Mark]
) -> tuple[Item, ...]:
    """The entries, in the order of the page; none where it is no live page.

    Args:
        text: the linearised page.
        blocks: its lines.
        entries: elements that look like entries.
        data: what the page says of itself.
        marks: elements that say what their words are.
    """
    page = _Page(text, blocks, data, marks)
    known = [entry for entry in entries if any(map(page.tells, page.between(entry.start, entry.end)))]
    is_live = data.kind == "LiveBlogPosting" or bool(data.updates) or any(entry.is_stated for entry in known)
    if is_live:
        starts = [entry.start for entry in known] or _printed(page)
    else:
        starts = [entry.start for entry in known] if _is_row(page, known, entries) else []
    if len(starts) < (2 if is_live else live.ENTRIES):
        return ()
    ends = [*starts[1:], len(text)]
    return tuple(Item(start, _own(page, start, end)) for start, end in zip(starts, ends, strict=True))


def head_of(report: Report, marks: Sequence[Mark]) -> Line:
    """The line of an entry that gives its time; its first if none does."""
    dated = {mark.start for mark in marks if mark.role in ("published", "day", "updated")}
    full = [line for line in report.lines if line.label is not LineLabel.BLANK]
    return next((line for line in full if line.start in dated or line.label is LineLabel.DATE), full[0])


def _is_row(page: _Page, known: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether elements that nothing calls entries are those of a live page all the same."""
    if len(known) < live.ENTRIES or len(known) < live.FOLLOWED * len(entries):
        return False
    told = [len(page.words(block)) for block in page.blocks if page.tells(block)]
    held = [
        len(page.words(block)) for entry in known for block in page.between(entry.start, entry.end) if page.tells(block)
    ]
    leading = sum(_leads_elsewhere(page, entry) for entry in known)
    if sum(held) < HELD * sum(told) or leading > (1 - live.FOLLOWED) * len(known):
        return False
    moments = [moment for entry in known if (moment := _moment(page, entry)) is not None]
    down = sum(one >= other for one, other in pairwise(moments))
    up = sum(one <= other for one, other in pairwise(moments))
    return len(moments) >= live.FOLLOWED * len(known) and max(down, up) >= live.IN_ORDER * (len(moments) - 1)


def _leads_elsewhere(page: _Page, entry: Entry) -> bool:
    """Whether the entry's headline is a link: it is a list of articles that stand elsewhere."""
    return any(
        block.linked >= LINKED and len(shapes.words(page.words(block))) >= shapes.HEADLINE_WORDS[0]
        for block in page.between(entry.start, entry.end)
    )


def _moment(page: _Page, entry: Entry) -> float | None:
    """When the entry was written, in minutes from any beginning."""
    for mark in page.marks:
        if entry.start <= mark.start < entry.end and mark.role in ("published", "day"):
            moment = live.moment(mark.value.replace("T", " ")) if mark.value else None
            moment = live.moment(mark.words) if moment is None else moment
            if moment is not None:
                return moment
    lines = page.between(entry.start, entry.end)[:HEAD_LINES]
    return next((moment for block in lines if (moment := live.moment(page.words(block))) is not None), None)


def _printed(page: _Page) -> list[int]:
    """Where the entries that the data give begin on the page, as far as they are printed."""
    texts = {block.start: " ".join(_WORD.findall(page.words(block).casefold())) for block in page.blocks}
    first = {start: k for k, start in enumerate(texts)}
    found: set[int] = set()
    for update in page.data.updates:
        opening = " ".join(_WORD.findall(update.words.casefold())[:OPENING]) or " ".join(
            _WORD.findall(update.title.casefold())
        )
        at = next((start for start, words in texts.items() if opening and words.startswith(opening)), None)
        if at is not None:
            found.add(at)
    starts = sorted(found)
    return [_above(page, first[start], starts[k - 1] if k else -1) for k, start in enumerate(starts)]


def _above(page: _Page, place: int, after: int) -> int:
    """Where the head of the entry begins whose text is this line: above it, below the text of the one before."""
    top = place
    for k in range(place - 1, max(-1, place - 1 - HEAD_LINES), -1):
        block = page.blocks[k]
        if block.start <= after or page.tells(block) or block.kind in ("h1", "nav", "footer", "caption"):
            break
        is_head = block.kind in ("time", "heading") or live.moment(page.words(block)) is not None
        if is_head or shapes.is_byline(page.words(block)):
            top = k
    return page.blocks[top].start


def _own(page: _Page, start: int, end: int) -> PageData:
    """What the page's data say of the entry in these lines."""
    words = " ".join(_WORD.findall(page.text[start:end].casefold()))
    update = next((update for update in page.data.updates if _is_of(update, words)), None)
    if update is None:
        return PageData(language=page.data.language)
    titles = (update.title,) if update.title else ()
    return PageData(
        title=update.title,
        titles=titles,
        published=update.published,
        kind="LiveBlogPosting",
        language=page.data.language,
    )


def _is_of(update: Update, words: str) -> bool:
    for given in (update.words, update.title):
        opening = " ".join(_WORD.findall(given.casefold())[: 2 * OPENING])
        if len(opening.split()) >= OPENING // 2:
            return opening in words
    return False


def marks_within(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks of the lines between two places."""
    starts = [mark.start for mark in marks]
    if any(one > other for one, other in pairwise(starts)):
        return tuple(mark for mark in marks if start <= mark.start < end)
    return tuple(marks[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)])
