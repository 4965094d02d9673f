"""Sentences, words and their links.

In: the rows of each line (`parsing`). Out: `Parse`, whose tokens carry offsets into the text layer.
"""

from __future__ import annotations

import bisect
import itertools
import zlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from variorum.model.spans import Span

ROWS_VERSION = "rows/3"
"""Version of the cached form; a new one makes every cached parse unknown."""


class Token:
    """One word with its place in the text layer and its links in the sentence.

    Labels are those of the model: Universal POS in `pos`, Penn tags in `tag`, ClearNLP labels in `dep`
    (`nsubj`, `dobj`, `ccomp`, `prep`, `pobj`, `agent`, `conj`, ...). The root's `head` is itself.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sent",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, dep: str) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.head: Token = self
        self.children: list[Token] = []
        self.sent: Sentence = None  # type: ignore[assignment]  # set by Parse before anyone sees it

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.dep}<-{self.head.text!r})"

    @property
    def lefts(self) -> list[Token]:
        """Children before this token, in order."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """Children after this token, in order."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """This token and all below it, in text order."""
        found: list[Token] = []
        waiting = [self]
        while waiting:
            token = waiting.pop()
            found.append(token)
            waiting.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """Heads above this token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def has_to(self) -> bool:
        """Whether "to" makes an infinitive of it, whatever the tagger took it for."""
        return any(child.lower == "to" and child.dep == "aux" for child in self.children)

    def child(self, *deps: str) -> Token | None:
        """First child with one of these labels, or None."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def children_by(self, *deps: str) -> list[Token]:
        """Children with one of these labels, in order."""
        return [child for child in self.children if child.dep in deps]


class Sentence:
    """A run of tokens with one root."""

    __slots__ = ("index", "line", "parse", "root", "tokens")

    def __init__(self, parse: Parse, tokens: list[Token], line: int, index: int) -> None:
        self.parse = parse
        self.tokens = tokens
        self.line = line
        """Index of the line among the report's parsed lines."""
        self.index = index
        self.root = next((token for token in tokens if token.head is token), tokens[0])

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.parse.text[self.start : self.end]

    def span(self) -> Span:
        """The sentence as a span, without blanks at its ends."""
        return self.parse.span(self.start, self.end)


class Rows(msgspec.Struct, array_like=True):
    """Cached parse of one line: columns of equal length, offsets relative to the line."""

    starts: list[int]
    lengths: list[int]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentence_starts: list[int]
    """Indices of the tokens that begin a sentence."""


class Parse:
    """The parse of one report: tokens and sentences with offsets into its text layer.

    Args:
        text_id: id of the text layer.
        text: the whole text of that layer.
        lines: (start offset, rows) of each parsed line, in order.
    """

    def __init__(self, text_id: str, text: str, lines: Iterable[tuple[int, Rows]]) -> None:
        self.text_id = text_id
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        for number, (offset, rows) in enumerate(lines):
            self._add(offset, rows, number)
        self._starts = [token.start for token in self.tokens]

    def _add(self, offset: int, rows: Rows, number: int) -> None:
        base = len(self.tokens)
        text = self.text
        fresh = []
        for k, start in enumerate(rows.starts):
            begin = offset + start
            fresh.append(
                Token(
                    base + k,
                    begin,
                    text[begin : begin + rows.lengths[k]],
                    rows.lemmas[k],
                    rows.pos[k],
                    rows.tags[k],
                    rows.deps[k],
                )
            )
        for token, head in zip(fresh, rows.heads, strict=True):
            if fresh[head] is not token:
                token.head = fresh[head]
                fresh[head].children.append(token)
        bounds = [*rows.sentence_starts, len(fresh)]
        for begin, stop in itertools.pairwise(bounds):
            if begin == stop:
                continue
            sentence = Sentence(self, fresh[begin:stop], number, len(self.sentences))
            for token in sentence.tokens:
                token.sent = sentence
            self.sentences.append(sentence)
        self.tokens.extend(fresh)

    def span(self, start: int, end: int) -> Span:
        """The span of these characters, blanks at its ends left off.

        Raises:
            ValueError: if nothing but blanks is left.
        """
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(self.text_id, start, end, text[start:end])

    def span_of(self, tokens: Sequence[Token]) -> Span:
        """The span from the first to the last of these tokens (in text order)."""
        return self.span(tokens[0].start, tokens[-1].end)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Tokens that lie wholly within these characters."""
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end)
        return [token for token in self.tokens[first:last] if token.end <= end]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers this character, or None."""
        k = bisect.bisect_right(self._starts, offset) - 1
        if k >= 0 and self.tokens[k].start <= offset < self.tokens[k].end:
            return self.tokens[k]
        return None


def pack(rows: Sequence[Rows]) -> bytes:
    """Rows of a report as compressed bytes, about 5 kB for 900 words."""
    return zlib.compress(msgspec.msgpack.encode(list(rows)), 1)


_decoder = msgspec.msgpack.Decoder(list[Rows])


def unpack(data: bytes) -> list[Rows]:
    """Inverse of `pack`.

    Raises:
        ValueError: if the bytes are not what `pack` wrote (a damaged cache: throw it away and parse again).
    """
    try:
        return _decoder.decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError) as err:
        raise ValueError(f"damaged parse: {err}") from err
