"""Which lines of a web page are of its main article, by what an extractor found, and by the elements that hold them.

The extractor's words are compared run by run, since pages and extractors join words differently. Where it left out
paragraphs that the same element holds as those it took, they are the article's as well; a paragraph that is nothing but a
link leads elsewhere even inside the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from variorum.markup import Block
from variorum.reports import shapes

MIN_LINE_CHARS = 25
"""A shorter line may stand in the article by chance; it is judged by its neighbours."""
RUN = 3
"""Words in a row that are compared."""
SHARED = 0.7
"""Share of a line's runs that the article has, for the line to be in it."""
LINK_SHARE = 0.9
HOLDER_SHARE = 0.2
"""Share of the article's characters that an element must hold for its other paragraphs to be the article's."""
_WORD = re.compile(r"\w+")


def in_main(lines: Sequence[str], blocks: Sequence[Block | None], main: str) -> list[bool | None]:
    """Whether each line is of the main article; None where nothing tells.

    Args:
        lines: the page's lines.
        blocks: what each was, where that is known.
        main: words of the main article, blanks collapsed.
    """
    tokens = _WORD.findall(main)
    runs = set(zip(*(tokens[k:] for k in range(RUN)), strict=False))
    found: list[bool | None] = [_is_in(" ".join(words.split()), main, runs) for words in lines]
    known = [k for k, verdict in enumerate(found) if verdict]
    first, last = (known[0], known[-1]) if known else (0, -1)
    for k, words in enumerate(lines):
        plain = " ".join(words.split())
        if found[k] is None and plain:
            found[k] = first <= k <= last and f" {plain} " in f" {main} "
    _complete(lines, blocks, found)
    return found


def _is_in(words: str, main: str, runs: set[tuple[str, ...]]) -> bool | None:
    if len(words) < MIN_LINE_CHARS:
        return None
    if words in main:
        return True
    own = _WORD.findall(words)
    mine = list(zip(*(own[k:] for k in range(RUN)), strict=False))
    return bool(mine) and sum(run in runs for run in mine) >= SHARED * len(mine)


def _complete(lines: Sequence[str], blocks: Sequence[Block | None], found: list[bool | None]) -> None:
    """Takes in the prose beside the article's paragraphs in the same element; leaves out what is only a link."""
    held: Counter[int] = Counter()
    for words, block, verdict in zip(lines, blocks, found, strict=True):
        if verdict and block is not None:
            held[block.holder] += len(words)
    enough = HOLDER_SHARE * sum(held.values())
    first, last = _reach(found)
    for k, (words, block) in enumerate(zip(lines, blocks, strict=True)):
        if block is None:
            continue
        if (not found[k] and first < k < last and held[block.holder] > enough and _is_heading(words, block)) or (
            not found[k] and block.holder and held[block.holder] > enough and _is_paragraph(words, block)
        ):
            found[k] = True
        elif found[k] and block.linked > LINK_SHARE and _is_pointer(words):
            found[k] = False


def _is_paragraph(words: str, block: Block) -> bool:
    return (
        block.kind in ("paragraph", "")
        and not block.shade
        and block.linked < 0.5
        and len(shapes.words(words)) >= shapes.PROSE_WORDS
        and shapes.ends_sentence(words)
        and not shapes.is_legal_note(words)
    )


def _reach(found: Sequence[bool | None]) -> tuple[int, int]:
    inside = [k for k, verdict in enumerate(found) if verdict]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _is_heading(words: str, block: Block) -> bool:
    return (
        block.kind == "heading" and not block.shade and block.linked < 0.5 and len(shapes.words(words)) <= HEADING_WORDS
    )


HEADING_WORDS = 16


def is_lead(words: str, block: Block | None, descriptions: Sequence[str]) -> bool:
    """Whether a line between headline and text leads the text in: the page gives the same words as its summary.

    Without the page's word it may as well be a caption or a notice.
    """
    if (
        block is None
        or block.kind not in ("paragraph", "", "heading", "item")
        or block.shade
        or block.linked >= LEAD_LINK_SHARE
        or len(shapes.words(words)) < shapes.SHORT_PROSE_WORDS
        or shapes.is_legal_note(words)
    ):
        return False
    own = _WORD.findall(words)
    mine = set(zip(*(own[k:] for k in range(RUN)), strict=False))
    for description in descriptions:
        told = _WORD.findall(description)
        theirs = set(zip(*(told[k:] for k in range(RUN)), strict=False))
        if mine and theirs and len(mine & theirs) >= SHARED * min(len(mine), len(theirs)):
            return True
    return False


LEAD_LINK_SHARE = 0.5


def _is_pointer(words: str) -> bool:
    """Whether a line that is all link leads to another text, rather than giving an address of its own."""
    return len(shapes.words(words)) >= shapes.HEADLINE_WORDS[0] and not shapes.URL.match(words)
