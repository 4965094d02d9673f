"""Names by one form: what is compared where a name may be written with or without marks, hyphens and capitals. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "DEVANAGARI", "HEBREW")
"""Scripts whose names the tables of places hold, by the first word of their letters' Unicode names."""
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
        "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ة": "ه", "ۃ": "ه", "ە": "ه",
        "ـ": None, "\u093c": None, "\u0901": "\u0902",
        "'": None, "’": None, "‘": None, "ʼ": None, "ʿ": None, "ʾ": None, "ʻ": None, "`": None, "´": None, "ʹ": None, "ʺ": None,
    }
)  # fmt: skip
"""Letters that no decomposition takes apart, letters that Persian and Urdu write otherwise, and marks for sounds."""
_BREAKS = re.compile(r"[\s\-‐‑–—−_.,/()]+")
_WHOLE = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
"""Words that names shorten."""


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The name in lower case, without accents, vowel points and apostrophes, one space for each hyphen or break.

    Vowel signs of Devanagari are letters and stay; its nukta goes. "St." is "saint", "Mt." is "mount".

    >>> fold("Muz̧affarābād"), fold("St. Ives"), fold("Port-au-Prince")
    ('muzaffarabad', 'saint ives', 'port au prince')
    """
    if name.isascii():
        plain = name.lower().translate(_LETTERS)
    else:
        taken_apart = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(char for char in taken_apart if not _is_mark(char)).translate(_LETTERS)
    words = _BREAKS.sub(" ", plain).split()
    return " ".join(_WHOLE.get(word, word) for word in words)


def script(name: str) -> str | None:
    """The one script of a name's letters, as in `SCRIPTS`; None for no letters, several scripts, or another one."""
    if name.isascii():
        return "LATIN" if any(char.isalpha() for char in name) else None
    found = {unicodedata.name(char, "?").split()[0] for char in name if char.isalpha()}
    found.discard("MODIFIER")
    return next(iter(found)) if len(found) == 1 and found <= set(SCRIPTS) else None


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn" and not "\u0900" <= char <= "\u097f"
