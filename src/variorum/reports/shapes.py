"""What a line looks like by itself: prose, a headline, a date line, a byline, a caption, an interface word."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from variorum.codes import table

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
FULL_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH}),?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))\b",
    re.IGNORECASE,
)
"""A day with its year: 9 May 2025, May 9, 2025, 2025-05-09."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_of(match: re.Match[str]) -> date | None:
    """The day that `FULL_DATE` found; None if there is no such day."""
    month = match["m3"] or str(_MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1)
    try:
        return date(
            int(match["y1"] or match["y2"] or match["y3"]), int(month), int(match["d1"] or match["d2"] or match["d3"])
        )
    except ValueError:
        return None


AGO = re.compile(
    r"\b(?P<n>\d{1,3}|an?)\s+(?P<unit>sec|second|min|minute|hour|hr|day|week|month|year)s?\s+ago\b", re.IGNORECASE
)
_DATE_WORDS = re.compile(r"^(updated|published|posted|last (updated|modified)|first published|date)\b", re.IGNORECASE)
BYLINE = re.compile(
    r"^(?:by|written by|reported by|story by|author|from our correspondent|text)\b:?\s*(?P<who>\S.{0,80})?$",
    re.IGNORECASE,
)
_CAPTION_CREDIT = re.compile(
    r"\((?:AFP|AP|Reuters|EPA|ANI|APP|[A-Z]{2,6}|(?:File )?Photo[^)]{0,60}|[^)]{0,40}(?:Photo|Images|/AFP|/AP|file))\)\s*$"
)
_CAPTION_START = re.compile(
    r"^[\[(]?(?:photo|image|picture|file photo|photograph|video|caption|credit|graphic)s?\s*[:|–-]", re.IGNORECASE
)
_CAPTION_PLACES = re.compile(r"\((?:\d?[LRC]|left|right|center|centre)\)")
URL = re.compile(
    r"^(?:https?://\S+|(?:www\.)?[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,30})*\.[a-z]{2,12}(?:/\S*)?)$", re.IGNORECASE
)
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .'’-]{2,28}(?:[,/] ?[A-Z][A-Za-z .'’]{1,24})?)"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?))?"
    r"\s*(?:\((?P<credit>[^)]{2,40})\))?\s*(?::|—|–|--|-)\s"
)
"""`ISLAMABAD: `, `DHAKA, May 9 (Reuters) - `."""
_REFERENCE = re.compile(
    r"^(?:references?|sources?|courtesy|originally published|with inputs? from)\b\s*:?", re.IGNORECASE
)
_TEASER = re.compile(
    r"^(?:read (?:more|also|next)|also read|see also|related|more (?:on|from)|recommended|watch)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*–-]|\d{1,2}[.)])\s+\S")
_SMALL = frozenset(
    "a an and as at but by for from in into is its nor of off on or over per so the to up via vs with".split()
)

OUTLET_NOUN = (
    r"(?:News|Times|Post|Herald|Tribune|Press|Radio|Television|TV|Daily|Journal|Gazette|Observer|Mail|Chronicle|Today"
    r"|Agency|Wire|Telegraph|Courier|Express|Monitor|Review|Star|Sun|Standard|Statesman|Mirror|Broadcasting|Bulletin"
    r"|Dispatch|Examiner|Globe|Independent|Inquirer|Ledger|Mercury|Nation|Record|Register|Sentinel|Voice|Weekly|World)"
)
"""Nouns that outlets are named with; general vocabulary, no outlet in particular."""
_OUTLET_NAME = re.compile(rf"^(?:The )?(?:[A-Z][\w'’.&-]+ ){{0,3}}{OUTLET_NOUN}(?: [A-Z][\w'’-]+){{0,2}}$")
_OFFICIAL_NAME = re.compile(
    r"^(?:The )?(?:[A-Z][\w'’-]+ ){0,4}(?:Ministry|Embassy|Office|Directorate|Government)\b[\w ,'’-]{0,50}$"
)

PROSE_WORDS = 12
"""A line with as many words and a sentence's end is prose; calibrated on saved news pages, where interface lines have
at most nine."""
SHORT_PROSE_WORDS = 6
HEADLINE_WORDS = (3, 26)


@lru_cache(maxsize=1)
def _interface_words() -> frozenset[str]:
    return frozenset(row["phrase"] for row in table("interface"))


def words(line: str) -> list[str]:
    """The words of a line, numbers left out."""
    return _WORD.findall(line)


def is_interface(line: str) -> bool:
    """Whether the whole line is made of words that buttons, menus and footers are made of."""
    plain = re.sub(r"[^\w\s&']", " ", line.lower())
    plain = " ".join(re.sub(r"\b\d+\b", " ", plain).split())
    if not plain:
        return True
    phrases = _interface_words()
    if plain in phrases:
        return True
    rest = plain.split()
    if len(rest) > 8:
        return any(phrase in plain for phrase in phrases if len(phrase) > 14)
    while rest:
        for size in range(min(4, len(rest)), 0, -1):
            if " ".join(rest[:size]) in phrases:
                rest = rest[size:]
                break
        else:
            return False
    return True


def is_prose(line: str) -> bool:
    """Whether it reads as sentences."""
    count = len(words(line))
    if count >= 2 * PROSE_WORDS:
        return True
    if not _SENTENCE_END.search(line):
        return False
    if count >= PROSE_WORDS:
        return True
    return count >= SHORT_PROSE_WORDS or (count >= 3 and line.lstrip()[:1] in "“\"‘'")


def ends_sentence(line: str) -> bool:
    """Whether it ends as a sentence does."""
    return bool(_SENTENCE_END.search(line))


def is_date_line(line: str) -> bool:
    """Whether it gives a day or an age, with little else."""
    if len(line) > 90 or len(words(line)) > 9:
        return False
    dated = bool(FULL_DATE.search(line) or AGO.search(line))
    return dated or (bool(_DATE_WORDS.match(line)) and any(char.isdigit() for char in line))


def is_bare_day(line: str) -> bool:
    """Whether it gives a day and nothing else but what it is called, a weekday or a clock."""
    match = FULL_DATE.search(line)
    if not match or len(line) > 60:
        return False
    rest = words(_DATE_WORDS.sub("", line[: match.start()].strip())) + words(line[match.end() :])
    return len(rest) <= 1


def is_caption(line: str) -> bool:
    """Whether it describes or credits a picture."""
    stripped = line.strip()
    return bool(
        _CAPTION_START.match(stripped)
        or (_CAPTION_CREDIT.search(stripped) and not stripped[:1].islower())
        or _CAPTION_PLACES.search(stripped)
    )


def is_byline(line: str) -> bool:
    """Whether it names the author."""
    match = BYLINE.match(line.strip())
    return bool(match) and len(words(line)) <= 12 and not _SENTENCE_END.search(line.strip().rstrip("."))


def is_reference(line: str) -> bool:
    """Whether it names where the text was taken from."""
    return bool(_REFERENCE.match(line.strip())) and not is_prose(line)


def is_teaser(line: str) -> bool:
    """Whether it leads to another article."""
    return bool(_TEASER.match(line.strip())) and len(words(line)) <= 20


def is_headline(line: str) -> bool:
    """Whether it could head an article: some words, no sentence's end, mostly capitals or one good clause."""
    stripped = line.strip()
    found = words(stripped)
    if not HEADLINE_WORDS[0] <= len(found) <= HEADLINE_WORDS[1] or len(stripped) > 200:
        return False
    if re.search(r"[.…:;,]$", stripped) or URL.match(stripped) or BULLET.match(line):
        return False
    if is_date_line(stripped) or is_byline(stripped) or is_caption(stripped) or is_interface(stripped):
        return False
    weighty = [word for word in found if word.lower() not in _SMALL]
    capitals = sum(word[:1].isupper() for word in weighty)
    return capitals >= 0.6 * len(weighty) or len(found) >= 5


_FOREIGN = re.compile(r"[^\W\d_\x00-\u024f]")


def foreign_script(line: str) -> bool:
    """Whether most letters are not Latin."""
    foreign = 0 if line.isascii() else len(_FOREIGN.findall(line))
    if not foreign:
        return False
    letters = sum(map(str.isalpha, line))
    return letters >= 4 and foreign > 0.5 * letters


def is_outlet_name(line: str) -> bool:
    """Whether the whole line is a name that an outlet or an office would have."""
    stripped = line.strip("\ufeff \t")
    return bool(_OUTLET_NAME.match(stripped) or _OFFICIAL_NAME.match(stripped))


_LEGAL = re.compile(r"^(?:©|\(c\)|copyright\b)|\ball rights reserved\b", re.IGNORECASE)


def is_legal_note(line: str) -> bool:
    """Whether it is a copyright line."""
    return bool(_LEGAL.search(line.strip())) and len(words(line)) <= PROSE_WORDS
