"""Who took a picture, by the credit beside it: "Image: Ada Merrow (archive)." Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.analysers.naming import BODY_NOUNS
from variorum.analysers.syntax import Parse, Token

_CREDIT = re.compile(
    r"(?<![^\W_])(?:image|photo|photograph|picture)s?(?: credit| by)?:[ \t]*(?P<name>[^\W\d_][^():;,|/\n\"“”]{1,40}?)"
    r"(?=\s*(?:[(|/\n;,]|\.(?:\s|$)|$))",
    re.IGNORECASE,
)
MOST_WORDS = 3
"""A photographer's name has no more; what is longer is a caption."""


def photographers(parse: Parse) -> Iterator[tuple[int, int, Token]]:
    """(start, end, last word) of every name in a picture's credit: a capital first, no noun in the plural, no body."""
    for sentence in parse.sentences:
        for match in _CREDIT.finditer(parse.text, sentence.start, sentence.end):
            name = match.group("name")
            inside = parse.tokens_in(match.start("name"), match.end("name"))
            is_name = name[:1].isupper() and len(name.split()) <= MOST_WORDS and bool(inside)
            is_common = any(token.tag == "NNS" or token.dep in ("det", "prep") for token in inside)
            is_body = any(token.lower in BODY_NOUNS or token.text.isupper() for token in inside)
            if is_name and not is_common and not is_body:
                yield match.start("name"), match.end("name"), inside[-1]
