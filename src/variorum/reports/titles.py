"""The headline: as printed, set right by what the page's data call it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from variorum.model.reports import Found, Line, LineLabel, TextLayer
from variorum.pagedata import PageData
from variorum.pagemarks import Mark
from variorum.reports import shapes

SAME_TITLE = 0.5
"""Share of a headline's words that the page's own title must have, to be the headline it means."""
SITE_WORDS = 4
"""A site's name has at most so many words where nothing else gives it away."""
_BREAK = re.compile(r"\s+[|\-–—·•:»«/]+\s+|\s*\|\s*|:\s+")
_WORD = re.compile(r"\w+")


def told_by(page: PageData) -> tuple[str, ...]:
    """The headlines that the page's data give, without the name of its site."""
    return tuple(without_site(title, (page.outlet, *page.names)) for title in page.titles)


def title_of(
    text: TextLayer, lines: Sequence[Line], page: PageData, marks: Sequence[Mark] = (), address: str = ""
) -> Found:
    """The headline and where it stands; the words that most of the page's own sources give it, the printed ones first.

    Args:
        text: the text layer.
        lines: labelled.
        page: what the page says of itself.
        marks: elements that say what their words are.
        address: the page's own, where it has one.
    """
    told = told_by(page)
    printed = [line for line in lines if line.label is LineLabel.TITLE]
    if told and len(printed) > 1:
        printed.sort(key=lambda line: (-max(_both_ways(_words(text, line), title) for title in told), line.start))
    whole = _in_two_lines(text, [line for line in lines if line.label is LineLabel.TITLE], told, marks)
    if whole is not None:
        return whole
    for line in printed[:1]:
        words = _words(text, line).strip("\ufeff \t")
        if (
            told
            and not any(_is_same(words, title) for title in told)
            and not _is_sole_h1(words, line, marks, page, address)
        ):
            break
        at = text.text.index(words, line.start)
        part = _meant(_without_kicker(words, line, told, marks), told)
        at += words.rindex(part)
        how = "the headline above the text" if part == words else "the headline above the text, without its kicker"
        return Found(part, how, text.span(at, at + len(part)))
    if told:
        at = text.text.find(told[0])
        if at >= 0:
            return Found(told[0], "the page's own data", text.span(at, at + len(told[0])))
        return Found(told[0], "the page's own data, not printed on it", confidence=0.7)
    return Found(None, "no line above the text reads as a headline")


def is_printed_as(words: str, title: str) -> bool:
    """Whether a line is this headline, letter by letter, with or without what either of them opens with."""
    own, other = _squash(words), _squash(title)
    if not own or not other or min(len(own), len(other)) < SAME_CHARS:
        return own == other != ""
    return own.endswith(other) or (other.endswith(own) and len(own) >= len(other) / 2)


SAME_CHARS = 15
"""Shorter headlines are the same only if all of them is."""


def _is_sole_h1(words: str, line: Line, marks: Sequence[Mark], page: PageData, address: str) -> bool:
    """Whether the page marks just this line as its headline, and it is not the name of the site or of a section."""
    tops = {mark.start for mark in marks if mark.role == "headline" and mark.words}
    pieces = [piece for title in page.titles for piece in _BREAK.split(title)[1:]]
    if tops != {line.start} or _squash(words) in map(_squash, pieces):
        return False
    return not _is_like(words, (page.outlet, *page.names)) and not _is_host(words, address or page.url)


def _is_host(words: str, address: str) -> bool:
    """Whether these words name the page's host: `Sarun Post` on www.sarun-post.example."""
    own = _squash(words)
    labels = (urlsplit(address).hostname or "").split(".")[:-1]
    pieces = [piece for label in labels for piece in label.split("-") if len(piece) >= NAME_WORD_CHARS]
    return any(own in _squash(label) for label in labels) or (bool(pieces) and all(piece in own for piece in pieces))


def _without_kicker(words: str, line: Line, told: Sequence[str], marks: Sequence[Mark]) -> str:
    """The printed headline without the short line that an element of its own opens it with.

    The element must be named so, or the page's data must set its words apart from the rest or leave them out.
    """
    for mark in marks:
        if mark.role != "kicker" or mark.start != line.start or not words.startswith(mark.words):
            continue
        rest = words[len(mark.words) :].lstrip(_SEPARATORS)
        if len(_fold(rest)) > 1 and (mark.way == "class" or _is_set_apart(mark.words, rest, told)):
            return rest
    return words


_SEPARATORS = " \n\t\u00a0-–—:|/·•+"


def _is_set_apart(kicker: str, rest: str, told: Sequence[str]) -> bool:
    """Whether the page's data leave the kicker out, or set it off by a mark that is not printed."""
    own, other = _squash(kicker), _squash(rest)
    if kicker.endswith(":") or any(_squash(title) == own for title in told):
        return False
    for title in told:
        if _squash(title) in (other, other + own):
            return True
        pieces = [_squash(title[: match.start()]) for match in _BREAK.finditer(title)]
        if own in pieces and _squash(title) == own + other:
            return True
    return False


def _in_two_lines(text: TextLayer, printed: Sequence[Line], told: Sequence[str], marks: Sequence[Mark]) -> Found | None:
    """A headline broken over two lines that the page's data give as one; the second alone if the first is its kicker."""
    for one, two in pairwise(printed):
        if text.text[one.end : two.start].strip():
            continue
        if _without_kicker(text.text[one.start : two.end], one, told, marks) == _words(text, two):
            return Found(
                _words(text, two), "the headline above the text, without its kicker", text.span(two.start, two.end)
            )
        both = _fold(text.text[one.start : two.end])
        title = next((title for title in told if _fold(title) == both), None)
        if title is not None and _fold(_words(text, two)):
            return Found(title, "the headline above the text, in two lines", text.span(one.start, two.end))
    return None


def _is_same(line: str, title: str) -> bool:
    """Whether a printed headline and one of the page's data are worded enough alike, seen from either."""
    return _likeness(line, title) >= SAME_TITLE and _likeness(title, line) >= SAME_TITLE / 2


def _both_ways(line: str, title: str) -> float:
    return min(_likeness(line, title), _likeness(title, line))


def _words(text: TextLayer, line: Line) -> str:
    return text.text[line.start : line.end]


def _fold(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.casefold()))


def _meant(printed: str, told: Sequence[str]) -> str:
    """The printed headline without a kicker that the page's data leave out, where two of them or the only one do."""
    own = _fold(printed)
    counts = Counter(_fold(title) for title in told)
    if own in counts:
        return printed
    for title in told:
        tail = _fold(title)
        if len(tail) >= 3 and len(tail) < len(own) and own[-len(tail) :] == tail:
            words = list(_WORD.finditer(printed))
            return printed[words[-len(tail)].start() :].strip()
        if len(tail) >= 3 and _squash(printed).endswith(_squash(title)):
            at = _place(printed, title)
            if at > 0:
                return printed[at:].strip()
    return printed


def _squash(words: str) -> str:
    return "".join(_fold(words))


def _place(printed: str, title: str) -> int:
    """Where the printed line begins to be this title, letter by letter; -1 if nowhere."""
    wanted = _squash(title)
    at, k = len(printed), len(wanted)
    while at > 0 and k > 0:
        at -= 1
        char = printed[at].casefold()
        if not _WORD.match(char):
            continue
        if not wanted[:k].endswith(char):
            return -1
        k -= len(char)
    if k:
        return -1
    while at > 0 and printed[at - 1] in "\"'“„«‘»":
        at -= 1
    return at


def _likeness(line: str, title: str) -> float:
    """Share of a line's words that stand in the title."""
    own, other = {word.lower() for word in shapes.words(line)}, {word.lower() for word in shapes.words(title)}
    return len(own & other) / len(own) if own else 0.0


def without_site(title: str, names: Sequence[str]) -> str:
    """A page title without the site's name before or behind a bar, dash or colon.

    A piece is the site's if it equals one of the names the page gives itself, or, at the end, if it is short beside the rest.
    """
    known = {_squash(name) for name in names if name}
    for _ in range(3):
        breaks = list(_BREAK.finditer(title))
        if not breaks:
            break
        first, last = breaks[0], breaks[-1]
        head, tail = title[: last.start()], title[last.end() :]
        is_short = len(_fold(tail)) <= SITE_WORDS and len(_fold(head)) > len(_fold(tail))
        is_mark = last.group().strip() in ("|", "-", "–", "—", "·", "•", "»", "::")
        if _squash(tail) in known or (not known and is_short and is_mark) or (is_short and last.group().strip() == "|"):
            title = head.strip()
        elif _squash(title[: first.start()]) in known:
            title = title[first.end() :].strip()
        elif is_short and is_mark and _is_like(tail, names):
            title = head.strip()
        else:
            break
    return title


def _is_like(tail: str, names: Sequence[str]) -> bool:
    """Whether a piece shares a word of some length with one of the site's names: `Sarun Post online`."""
    own = {word for word in _fold(tail) if len(word) >= NAME_WORD_CHARS}
    return any(
        own & set(_fold(name)) or (len(_squash(tail)) >= NAME_WORD_CHARS and _squash(tail) in _squash(name))
        for name in names
    )


NAME_WORD_CHARS = 4
