"""Who wrote it: what the page's data name, elements that mark an author, lines that begin with "By"; never the outlet itself.

A name that the data give but the imprint does not print gives way to one that it prints. Roles, addresses and days that
stand behind a name are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from variorum.model.reports import Found, LineLabel
from variorum.pagedata import PageData
from variorum.pagemarks import Mark
from variorum.reports import shapes
from variorum.reports.frame import Frame
from variorum.reports.printed import after_by, days

_AND = re.compile(
    r"\s*(?:;|\||•|·|\s/\s|(?<=[^\W\d_]{3})/(?=[A-Z])|,?\s+(?:and|und|et|y|e|og|och|en|ja|ve|si|și|&|with|im Gespräch mit|mit)\s+(?=[^\W\d_a-zà-ÿ]))\s*"
)
_INNER_BY = re.compile(r"^(?:\S+\s+){0,4}(?:by|von|par|por)\s+(?=[^\W\d_a-z])")
"""`View all posts by`, `Eine Kolumne von`."""
_DEGREE = re.compile(r"^(?:ph\.?\s?d|m\.?d|m\.?a|ll\.?m|mba|jr|sr|esq|dr|rn|mph|iii?)\.?$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writer|editor|reporter|correspondent|columnist|contributor|producer|journalist|director|professor|chief|bureau"
    r"|analyst|photographer|redakteur\w*|korrespondent\w*|journalist\w*|reporter\w*|autor\w*|chefredakt\w*|redactor\w*"
    r"|periodista|corresponsal|journaliste|rédact\w+|correspondant\w*|giornalista|inviat[oa]|jornalista|repórter)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—]\s.*|\s-\s.*|\bon\s*$|\bam\s*$|\bin\s*$|\ble\s*$|\d+\s+(?:comments?|kommentare?|min(?:utes?)?\b).*"
    r"|(?:updated|published|posted|aktualisiert|veröffentlicht|publié|publicado)\b.*|(?<=[a-z])(?:Twitter|Facebook|Instagram)\b.*"
    r"|\s@\w+.*|https?://.*|\(@.*?\))\s*$",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(r"\S+@\S+\.\w+")
_INNER = re.compile(r"^\W+|[\s,:|/–—-]+$")
NAME_WORDS = 6
NAME_CHARS = 60
_LOWER_START = re.compile(r"^(?:von|van|de|del|della|di|da|dos|al|el|bin|ben|la|le|ter|ten|zu|zur|zum)\b")


def byline_of(frame: Frame, page: PageData, marks: Sequence[Mark], language: str, address: str = "") -> Found:
    """The authors, several joined by "; ", with the place where the first is printed.

    Args:
        frame: the article's lines and imprint.
        page: what the page says of itself.
        marks: elements that say what their words are.
        language: ISO 639-1 code of the text.
        address: the page's own.
    """
    house = _house(page, address)
    told = [name for author in page.authors for name in names_in(author) if not _is_house(name, house)]
    told = list(dict.fromkeys(told))
    if told and any(_is_printed(frame, name) for name in told):
        for way in ("property", "rel"):
            marked = [name for name in _marked(frame, marks, way, language) if not _is_house(name, house)]
            if set(told) < set(marked):
                return _found(frame, marked, "elements beside the text mark the authors, more than the data name", 0.9)
        return _found(frame, told, "the page's own data", 0.95)
    for names, how, confidence in _visible(frame, marks, language):
        kept = [name for name in names if not _is_house(name, house)]
        if kept:
            return _found(frame, kept, how, confidence)
    if told and page.is_news:
        return _found(frame, told, "the page's own data, not printed beside the text", 0.6)
    if told:
        return Found(None, f"the page's own data name {told[0]}, whom nothing beside the text names")
    if page.authors and page.is_news:
        return _found(frame, page.authors, SIGNED_BY_HOUSE, 0.6)
    if page.authors:
        return Found(None, "the page's own data name only the outlet itself")
    return Found(None, "no line names an author")


SIGNED_BY_HOUSE = "the page's own data sign the report with the outlet itself; no person is named"


def names_in(words: str) -> tuple[str, ...]:
    """The names in a byline without its "By", roles, addresses and days; empty if none reads as a name."""
    words = _MAIL.sub(" ", words)
    for item in days(words):
        words = words[: item.start]
        break
    found: list[str] = []
    for part in _AND.split(" ".join(words.split())):
        pieces = [piece.strip() for piece in re.split(r",\s*", part) if piece.strip()]
        for k, piece in enumerate(pieces):
            if k and _DEGREE.match(piece) and found:
                found[-1] += f", {piece}"
                continue
            name = _INNER.sub("", _TAIL.sub("", piece)).strip()
            if k and (_ROLE.search(name) or (" " not in name and found and " " in found[-1])):
                continue  # "Tilda Korr, Sarun": a role or a place
            if _is_name(name):
                found.append(name)
    return tuple(dict.fromkeys(found))


def _is_name(words: str) -> bool:
    count = len(words.split())
    if not words or count > NAME_WORDS or len(words) > NAME_CHARS or not any(map(str.isalpha, words)):
        return False
    if any(char in "?!:=<>{}[]" for char in words) or shapes.is_interface(words):
        return False
    if count > 1 and any(map(str.isdigit, words)):
        return False
    first = next(char for char in words if char.isalpha())
    return not first.islower() or count == 1 or bool(_LOWER_START.match(words))


def _squash(words: str) -> str:
    return "".join(re.findall(r"\w+", words.casefold()))


def _house(page: PageData, address: str) -> frozenset[str]:
    """What the outlet is called, squashed: its names and the name of its domain."""
    host = (urlsplit(address or page.url).hostname or "").removeprefix("www.")
    parts = host.split(".")
    names = {_squash(name) for name in page.names} | {_squash(host)}
    if len(parts) > 1:
        names.add(_squash(parts[-2] if len(parts[-2]) > 3 or len(parts) == 2 else parts[-3]))
    return frozenset(names - {""})


def _is_house(name: str, house: frozenset[str]) -> bool:
    plain = _squash(name)
    return plain in house or any(len(own) >= HOUSE_CHARS and plain.startswith(own) for own in house)


HOUSE_CHARS = 6
"""A name that begins with so long a name of the outlet is the outlet's."""


def _is_printed(frame: Frame, name: str) -> bool:
    folded = name.casefold()
    return any(frame.zone(k) and folded in frame.words(k).casefold() for k in range(len(frame.lines)))


def _visible(frame: Frame, marks: Sequence[Mark], language: str) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Author lists that the imprint shows, best first."""
    for way in ("property", "rel"):
        names = _marked(frame, marks, way, language)
        if names:
            yield names, "an element beside the text marks the author", 0.9
    lines = [k for k in range(len(frame.lines)) if frame.zone(k) == "head"]
    for k in lines:
        names = _by_line(frame, k, language)
        if names:
            yield names, "the byline", 0.9
    names = _marked(frame, marks, "class", language)
    if names:
        yield names, "an element beside the text marks the author", 0.8
    for k in lines:
        names = _beside_day(frame, k, language)
        if names:
            yield names, "the name beside the day", 0.8
    for k in lines:
        words = frame.words(k).strip()
        rest = _INNER_BY.sub("", words)
        if rest != words and len(words.split()) <= SHORT_LINE and frame.lines[k].label is not LineLabel.TITLE:
            names = tuple(name for name in names_in(rest) if " " in name)
            if names and not shapes.ends_sentence(words):
                yield names, "the byline", 0.7
    for k in range(len(frame.lines)):
        if frame.zone(k) == "foot":
            names = tuple(name for name in _by_line(frame, k, language) if " " in name and not name[:1].islower())
            if names:
                yield names, "the line below the text", 0.8


SHORT_LINE = 9


def _beside_day(frame: Frame, k: int, language: str) -> tuple[str, ...]:
    """The name that a line of the imprint gives before or behind its day: `Tilda Korr | 9.5.2031`, `9.5.2031 by Korr in News`."""
    words = frame.words(k).strip()
    printed = days(words, language) if len(words) <= 120 and frame.lines[k].label is not LineLabel.TITLE else ()
    if not printed:
        return ()
    behind = after_by(words[printed[-1].end :].lstrip(" ,|·•–—-"), language)
    if behind:
        return names_in(re.split(r"\s(?:in|unter|dans|en|i)\s", behind)[0])
    before = words[: printed[0].start].rstrip()
    if before[-1:] in ("|", "·", "•", "–", "—", "-", ","):
        names = names_in(before.rstrip(" |·•–—-,"))
        if len(names) == 1 and len(names[0].split()) in (2, 3) and all(part[0].isupper() for part in names[0].split()):
            return names
    return ()


def _marked(frame: Frame, marks: Sequence[Mark], way: str, language: str) -> tuple[str, ...]:
    """Names in the elements nearest the headline that mark an author in this way; the innermost of nested ones."""
    found: list[str] = []
    first: int | None = None
    for mark in marks:
        if mark.role != "author" or mark.way != way or mark.shade not in ("", "aside", "footer"):
            continue
        index = frame.index(mark.start)
        if not frame.zone(index) or (first is not None and index > first + NEAR_LINES):
            continue
        words = mark.words or mark.value
        if len(words) > 2 * NAME_CHARS:
            continue
        names = names_in(after_by(words, language) or _INNER_BY.sub("", words))
        if names:
            first = index if first is None else first
            found.extend(name for name in names if not any(name in other for other in found))
            found = [name for name in found if not any(name != other and other in name for other in names)]
    return tuple(dict.fromkeys(found))


NEAR_LINES = 2
"""Lines between the first element that marks an author and a further one of the same byline."""


def _by_line(frame: Frame, k: int, language: str) -> tuple[str, ...]:
    words = frame.words(k).strip()
    if len(words) > 160 or frame.lines[k].label in (LineLabel.TITLE, LineLabel.CAPTION):
        return ()
    rest = after_by(words, language)
    if rest:
        is_sentence = shapes.ends_sentence(words) and len(shapes.words(words)) > 8
        return () if is_sentence or rest[:1].islower() else names_in(rest)
    if after_by(f"{words} x", language) == "x" and k + 1 < len(frame.lines):
        following = frame.words(k + 1).strip()
        return names_in(following) if len(shapes.words(following)) <= NAME_WORDS else ()
    return ()


def _found(frame: Frame, names: Sequence[str], how: str, confidence: float) -> Found:
    text = frame.text
    span = next((span for k in _zones(frame) if (span := frame.place(names[0], k))), None)
    at = text.text.find(names[0]) if span is None else -1
    span = text.span(at, at + len(names[0])) if at >= 0 else span
    return Found("; ".join(names), how, span, confidence=confidence)


def _zones(frame: Frame) -> list[int]:
    return [k for zone in ("head", "foot") for k in range(len(frame.lines)) if frame.zone(k) == zone]
