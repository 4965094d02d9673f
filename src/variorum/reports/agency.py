"""Whose text a report says it gives: an agency in the dateline, the byline, the last line, or after "via".

A name counts as an agency's where it is one or one's initials (lists of general knowledge), or says so itself (News
Agency). Names are compared as houses: "Agence France-Presse", "AFP" and "The AFP" are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.model.reports import Found, Line, LineLabel, TextLayer
from variorum.reports import shapes

_SINGLE = frozenset(
    "anadolu ansa antara belga bernama bloomberg efe interfax kyodo lusa reuters ritzau sana tass tanjug ukrinform "
    "unian wafa wam xinhua yonhap".split()
)
"""News agencies known by a name of one word; the others sign with initials or say what they are."""
_SIGNS = frozenset(
    "AA AAP AFP AGI ANI ANP ANSA AP APA APP APS BELTA BNS BSS CNA CNS CP CTK DPA EFE IANS INA IRNA ISNA JIJI KCNA KUNA "
    "MAP MENA MTI NAN NNA NTB PA PAP PNA PTI QNA RIA RSS SANA SPA STT TASS TAP TT UNB UNI UPI VNA WAFA WAM".split()
)
"""Initials that news agencies sign with. Others below a text are mostly its editor's."""
_SAYS_SO = re.compile(
    r"\b(?:News (?:Agency|Service|Wire)|Press (?:Agency|Association|Trust)|Agence|Associated Press)\b"
)
_NAME = r"[A-Z][\w.&'’-]*(?: (?:of (?:the )?)?[A-Z][\w.&'’-]*){0,4}"
_VIA = re.compile(rf"\b(?:[Vv]ia|VIA)\s+(?P<who>{_NAME})")
_SIGNED = re.compile(
    rf"(?:^|[.!?”\"'’)…]\s*)"
    rf"(?:\((?P<bracketed>{_NAME})\)|(?:[—–]|--?)\s?(?P<dashed>{_NAME})|(?P<bare>(?<!^)[A-Z]{{2,6}}))[.\s]*$"
)
_PARTS = re.compile(r"\s*(?:[,;|/()•]|\band\b|\bvia\b|\s[-–—]\s)\s*")
_STAFF = re.compile(r"\s+(?:staff|desk|correspondents?|reporters?|writers?|news)$", re.IGNORECASE)
_BESIDE_NAMES = (LineLabel.BYLINE, LineLabel.CHROME, LineLabel.DATE)
"""Lines in which the author's name may be followed by the agency's."""
CLOSING_LINES = 3
"""Last lines of the text and the page among which a signature is sought."""
LOOKED_AT = 200
"""Characters of a line that are looked at, the first for names, the last for a signature: bounds the work on any text."""


def house(name: str | None) -> str:
    """The name as compared: initials where the words give them, the single name of an agency, else the words."""
    plain = re.sub(r"^[Tt]he\s+", "", " ".join((name or "").replace(".", "").split()))
    words: list[str] = re.findall(r"[^\W_]+", plain)
    for word in words:
        if word.casefold() in _SINGLE:
            return word.casefold()
    capitals = [word for word in words if word[:1].isupper()]
    if len(capitals) >= 2 and not any(len(word) > 1 and word.isupper() for word in words) and _SAYS_SO.search(plain):
        return "".join(str(word)[0] for word in capitals).casefold()
    signed = [word for word in words if word in _SIGNS]
    return signed[0].casefold() if len(signed) == 1 and len(words) <= 2 else plain.casefold()


def is_agency(name: str) -> bool:
    """Whether so written a name is an agency's."""
    plain = re.sub(r"^[Tt]he\s+", "", name)
    return bool(plain.casefold() in _SINGLE or plain in _SIGNS or _SAYS_SO.search(plain))


def find(text: TextLayer, lines: Sequence[Line], byline: Found) -> Found | None:
    """The agency credited in byline, "via" or signature, in this order, with its place; None if there is none."""
    if byline.span is not None and byline.value:
        end = next(
            (line.end for line in lines if line.start <= byline.span.start < line.end and line.label in _BESIDE_NAMES),
            byline.span.end,
        )
        found = _named(text, byline.span.start, end, "the byline")
        if found is not None:
            return found
    told = [line for line in lines if line.label is not LineLabel.BLANK]
    for line in told:
        words = text.text[line.start : line.end]
        if line.label is LineLabel.BODY:
            break
        if line.label is LineLabel.CAPTION and shapes.is_byline(words):  # "By Mara Tolen (AFP)" ends as captions do
            found = _named(text, line.start, line.end, "the byline")
            if found is not None:
                return found
    for line in told:
        words = text.text[line.start : line.end]
        if line.label in (LineLabel.CAPTION, LineLabel.TEASER) or (
            line.label is LineLabel.BODY and shapes.is_prose(words)
        ):
            continue
        match = _VIA.search(words[:LOOKED_AT])
        if match and is_agency(match["who"]):
            start = line.start + match.start("who")
            return _credit(text, start, match["who"], "the words “via” beside the text")
    body = [k for k, line in enumerate(told) if line.label is LineLabel.BODY]
    for line in told[body[-1] : body[-1] + CLOSING_LINES] if body else ():
        words = text.text[line.start : line.end]
        from_here = max(0, len(words) - LOOKED_AT)
        match = _SIGNED.search(words[from_here:])
        if match is None or not _is_closing(line.label, words[: from_here + match.start()]):
            continue
        group = match.lastgroup or "bare"
        if is_agency(match[group]):
            return _credit(
                text, line.start + from_here + match.start(group), match[group], "the signature below the text"
            )
    return None


def _is_closing(label: LineLabel, before: str) -> bool:
    """Whether it is a signature alone or below a last paragraph, by the words before it; not a picture's credit."""
    count = len(shapes.words(before))
    if label is LineLabel.BODY or not count:
        return True
    return count >= shapes.PROSE_WORDS * (2 if label is LineLabel.CAPTION else 1)


def _named(text: TextLayer, start: int, end: int, how: str) -> Found | None:
    """The agency among the names of a byline."""
    at, end = start, min(end, start + LOOKED_AT)
    for part in _PARTS.split(text.text[start:end]):
        place = text.text.find(part, at, end)
        name = _STAFF.sub("", part)
        if name and place >= 0:
            if is_agency(name):
                return _credit(text, place, name, how)
            at = place + len(part)
    return None


def _credit(text: TextLayer, start: int, name: str, how: str) -> Found:
    who = name.rstrip(".-’'")
    return Found(who, how, text.span(start, start + len(who)))
