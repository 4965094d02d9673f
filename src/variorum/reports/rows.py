"""The lines of a text, each as it looks by itself: the first of the figures from which it is learned what a line is.

No line's own words count, but for the shapes of days, clocks, bylines, addresses and datelines: a menu of a site that nobody
has seen, in whatever language, has the shape of a menu. Decision 0013.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from variorum.reports import shapes, wrapping

BLANKS = "\ufeff \t\r\f\v\u00a0\u200b"


@dataclass(slots=True)
class Row:
    """One line of a text that is not blank, as it looks."""

    start: int
    end: int
    words: str
    """As it stands, its newline left out."""
    above: int = 0
    """Blank lines before it."""
    shape: tuple[float, ...] = ()
    terms: list[str] = field(default_factory=list)
    """Long words, cut to their first letters, and names."""
    names: list[str] = field(default_factory=list)
    key: str = ""
    """The line as compared with others: lower case, blanks collapsed."""
    is_prose: bool = False


SHAPE = (
    "words",
    "characters",
    "capitals",
    "shouting",
    "opens",
    "closes",
    "digits",
    "bars",
    "quotes",
    "sentences",
    "small words",
    "day or clock",
    "byline",
    "address",
    "dateline",
    "bracket at the end",
    "dash near the end",
    "colon near the start",
    "indent",
    "other script",
    "letters a word",
)
"""Names of the figures of a line by itself."""
WORDS, CLOSES, DAY, BYLINE, BRACKET = (
    SHAPE.index(name) for name in ("words", "closes", "day or clock", "byline", "bracket at the end")
)

_TERM = re.compile(r"[^\W\d_]{2,}")
_OPENS = (
    ("\"'“”‘’«„", 4.0),
    ("•●▪◦‣·*–—-+›»>", 5.0),
    ("([{", 6.0),
    ("©", 7.0),
)
_CLOSES = {".": 1.0, "!": 2.0, "?": 2.0, ":": 3.0, ",": 4.0, ";": 4.0, "…": 5.0, ")": 6.0, "]": 6.0}
_INNER_END = re.compile(r"[.!?…][\"'”’)\]]*\s+[\"'“‘(\[]*[^\W\d_a-z]")
_BARS = re.compile(r"\s[|·•/>»›–—-]\s|\||\s{2,}|[»›•]")
_QUOTES = re.compile(r"[\"“”«»„]|(?<!\w)['‘]|['’](?!\w)")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]\W*$")
_DASH = re.compile(r"(?:\s[—–-]{1,2}\s?|[—–]|\|\s)([^—–|]{1,40})$")
_COLON = re.compile(r"^[^:.!?]{1,48}?\s?[:|]\s")
_MONTH_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?)\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
TERM_CHARS = 6
"""Words are compared by so many first letters: "patrols" and "patrol" are one."""
LONG_TERM = 5
PROSE_WORDS = (9, 20)
"""A line is running text from the first number of words if it ends as a sentence, else from the second."""
LOOKED_AT = 700
"""Characters of a line that are looked at: bounded work on any text."""


def of_text(text: str) -> list[Row]:
    """The lines of a text that are not blank, each by itself; wrapped lines of one paragraph are one."""
    found: list[Row] = []
    above = 0
    for start, end in wrapping.joined(text):
        words = text[start:end]
        if words.strip(BLANKS):
            row = Row(start, end, words.replace("\n", " ") if "\n" in words else words, above)
            look(row)
            found.append(row)
            above = 0
        else:
            above += 1
    return found


def look(row: Row) -> None:
    """Fills in what the line says by itself."""
    whole = row.words[:LOOKED_AT]
    words = whole.strip(BLANKS)
    row.key = " ".join(words.lower().split())
    tokens = words.split()
    count = len(tokens) if len(row.words) <= LOOKED_AT else len(row.words.split())
    letters = [token for token in tokens if token[:1].isalpha() or token[1:2].isalpha()]
    capitals = sum(token[:1].isupper() for token in letters[1:])
    shouting = sum(len(token) > 1 and token.isupper() for token in letters)
    small = sum(len(token) <= 3 and token.islower() for token in tokens)
    n = max(1, len(letters))
    ends_sentence = bool(SENTENCE_END.search(row.words[-20:]))
    last = words.rstrip("\"'”’»")[-1:]
    closes = _CLOSES.get(last, 8.0 if last.isdigit() else 0.0 if last.isalpha() else 9.0)
    if closes == 1.0 and words.endswith("..."):
        closes = 5.0
    row.is_prose = words[0] != "©" and (count >= PROSE_WORDS[1] or (count >= PROSE_WORDS[0] and ends_sentence))
    bracket = _BRACKET.search(words[-80:])
    dash = _DASH.search(words[-60:])
    colon = _COLON.match(words)
    row.shape = (
        float(min(count, 60)),
        float(min(len(row.words), 400)),
        capitals / max(1, len(letters) - 1),
        shouting / n,
        _opening(words),
        closes,
        sum(map(str.isdigit, words)) / max(1, len(words)),
        float(min(9, len(_BARS.findall(words)))),
        float(min(9, len(_QUOTES.findall(words)))),
        float(min(9, len(_INNER_END.findall(words)) + ends_sentence)),
        small / max(1, len(tokens)),
        _dayness(words, count),
        float(count <= 14 and bool(shapes.BYLINE.match(words)) and not row.is_prose),
        float(count <= 2 and bool(shapes.URL.match(words))),
        float(row.is_prose and bool(shapes.DATELINE.match(words))),
        float(len(bracket[1].split())) if bracket else 0.0,
        float(len(dash[1].split())) if dash and count > len(dash[1].split()) else 0.0,
        float(len(colon[0].split())) if colon else 0.0,
        float(min(8, len(whole) - len(whole.lstrip()))),
        float(shapes.foreign_script(words)),
        sum(map(len, letters)) / n,
    )
    opened = True
    for match in _TERM.finditer(whole):
        word = match[0]
        if word[0].isupper():
            before = whole[max(0, match.start() - 3) : match.start()].strip()
            opened = not before or before[-1] in '.!?…:“"‘'
            if not opened:
                row.names.append(word.lower())
                row.terms.append(word.lower()[:TERM_CHARS])
                continue
        if len(word) >= LONG_TERM:
            row.terms.append(word.lower()[:TERM_CHARS])


def _opening(words: str) -> float:
    first = words[:1]
    for marks, code in _OPENS:
        if first in marks:
            return code
    if first.isdigit():
        return 3.0
    if first.isupper():
        return 1.0
    return 2.0 if first.islower() else 0.0


def _dayness(words: str, count: int) -> float:
    """Share of the line that gives a day, a clock or an age; 0 in running text."""
    if count > 16:
        return 0.0
    covered = 0
    rest = words
    for pattern in (shapes.FULL_DATE, shapes.AGO, _MONTH_DAY, _CLOCK):
        for match in pattern.finditer(rest):
            covered += match.end() - match.start()
        rest = pattern.sub(" ", rest)
    return min(1.0, covered / max(1, len(words)))
