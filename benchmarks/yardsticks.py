"""The benchmarks, the figures printed for each, and what stands beside them: our target and the best peer measured.

Targets and peers are figures of the same scorers on the development parts unless `note` says otherwise; they are
described in docs/accuracy.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """One figure of a scorer: its name here, its place in the scorer's JSON, and what to hold it against."""

    name: str
    path: tuple[str, ...]
    target: float | None = None
    peer: float | None = None
    whose: str = ""
    """Whose figure `peer` is."""
    lower_is_better: bool = False


@dataclass(frozen=True)
class Benchmark:
    """One benchmark: its files below the data folder, its adapter and its scorers."""

    name: str
    folder: str
    gold: str
    """File below the folder; `{part}` is dev or test."""
    adapter: str
    scorers: tuple[tuple[str, tuple[str, ...]], ...]
    """(program, further arguments); each prints JSON or the lines that `benchmarks.accuracy` reads."""
    figures: tuple[Figure, ...]
    given: tuple[str, ...] = ("id", "text", "date")
    """Fields of a gold record that the adapter may see."""
    unit: str = ""
    """Field of the gold whose equal values are drawn together when documents are drawn again; empty for each by itself."""
    is_drawn: bool = True
    """Whether documents are drawn again for intervals; not where a drawn group loses those it is mistaken for."""
    variants: tuple[str, ...] = field(default=())
    """Further lists of a prediction line that are scored in the place of the first."""


_UNTUNED = "rule prototype"
_STORIES = "TF-IDF, average link"

_OTHER_GENRES = ("interview", "court", "bio", "voyage")
"""Genres of the benchmark for dates that are not the product's own; shown without a target."""
BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark(
        "statements",
        "statements",
        "{part}.jsonl",
        "statements",
        (("score.py", ("--json", "--group", "genre")),),
        (
            Figure("news: speaker and content F1", ("news", "speaker_joint", "f1"), 0.80, 0.761, _UNTUNED),
            Figure("news: content F1 at .8", ("news", "match@0.8", "f1"), 0.72, 0.679, _UNTUNED),
            Figure("all: speaker and content F1", ("all", "speaker_joint", "f1")),
        ),
    ),
    Benchmark(
        "statements-seeds",
        "statements",
        "seeds.jsonl",
        "statements",
        (("score.py", ("--json", "--texts", "{seeds}")),),
        (
            Figure("speaker and content F1", ("all", "speaker_joint", "f1"), 0.88, 0.781, _UNTUNED),
            Figure("content F1 at .8", ("all", "match@0.8", "f1"), None, 0.656, _UNTUNED),
            Figure("indirect recall", ("all", "recall_by_kind", "indirect", "r"), 0.80, 0.65, _UNTUNED),
            Figure("stance right", ("all", "stance")),
            Figure("relays right", ("all", "relays")),
        ),
    ),
    Benchmark(
        "dates",
        "dates",
        "{part}.jsonl",
        "dates",
        tuple(
            ("score.py", arguments)
            for arguments in (*(("--genre", genre) for genre in ("news", "crisis", *_OTHER_GENRES)), ())
        ),
        (
            Figure("news: span F1", ("0", "span relaxed"), 0.87, 0.87, "HeidelTime"),
            Figure("news: value F1, strict", ("0", "value strict"), 0.82, 0.82, "HeidelTime"),
            Figure("crisis: span F1", ("1", "span relaxed"), 0.87, 0.87, "HeidelTime"),
            Figure("crisis: value F1, strict", ("1", "value strict"), 0.86, 0.86, "recognizers-text"),
            *(
                Figure(f"{genre}: value F1, strict", (str(place), "value strict"), None, None, "")
                for place, genre in enumerate((*_OTHER_GENRES, "all"), 2)
            ),
        ),
    ),
    Benchmark(
        "events",
        "events",
        "{part}.jsonl",
        "events",
        (("score.py", ("--json",)),),
        (
            Figure("plv: root accuracy", ("plv", "top1_code_acc"), 0.80, 0.374, "PETRARCH2"),
            Figure("plv: quad accuracy", ("plv", "quad_acc"), 0.89, 0.448, "PETRARCH2"),
            Figure("plv: source text", ("plv", "source_text"), 0.85, 0.505, "PETRARCH2"),
            Figure("plv: target text", ("plv", "target_text"), 0.68, 0.353, "PETRARCH2"),
            Figure("plv: whole event F1", ("plv", "event_F1"), 0.50, 0.222, "PETRARCH2"),
            Figure("plover-gsr: root accuracy", ("plover-gsr", "top1_code_acc"), 0.66, 0.329, "PETRARCH2"),
            Figure("plover-gsr: quad accuracy", ("plover-gsr", "quad_acc"), 0.80, 0.397, "PETRARCH2"),
            Figure("plover-gsr: source country", ("plover-gsr", "source_country"), 0.75, 0.493, "PETRARCH2"),
            Figure("plover-gsr: target country", ("plover-gsr", "target_country"), 0.68, 0.466, "PETRARCH2"),
            Figure("plover-gsr: country event F1", ("plover-gsr", "event_country_F1"), 0.40, 0.280, "PETRARCH2"),
            Figure("cameo-coders: detection F1", ("cameo-coders", "detect_F1"), 0.75, 0.879, "a second coder"),
            Figure("cameo-coders: root micro F1", ("cameo-coders", "micro_F1"), 0.40, 0.58, "a second coder"),
        ),
        variants=("all",),
    ),
    Benchmark(
        "claims",
        "claims",
        "{part}.jsonl",
        "claims",
        (("score.py", ("--json",)),),
        (
            Figure("macro F1", ("vitaminc", "macro_f1"), 0.67, 0.610, "intervals, unit, day"),
            Figure("refutes F1", ("vitaminc", "alarm", "f1"), 0.75, 0.698, "intervals, unit, day"),
            Figure("whole groups right", ("vitaminc", "pairs"), 0.44, 0.347, "intervals, unit, day"),
        ),
        given=("id", "a", "b"),
        unit="group",
    ),
    Benchmark(
        "extraction",
        "extraction",
        "gold.jsonl.gz",
        "extraction",
        (("score.py", ("--json",)),),
        (
            Figure("body F1, zyte", ("body.zyte", "f1"), 0.965, 0.956, "trafilatura"),
            Figure("body F1, fundus", ("body.fundus", "f1"), 0.955, 0.950, "trafilatura"),
            Figure("segments F1", ("segments", "f1"), 0.930, 0.925, "trafilatura"),
            Figure("title, fundus", ("meta.fundus", "title"), 0.85, 0.709, "trafilatura"),
            Figure("title, segments", ("meta.segments", "title"), 0.80, 0.723, "readability"),
            Figure("day, fundus", ("meta.fundus", "date_when_present"), 0.99, 0.960, "trafilatura"),
            Figure("day where there is one, segments", ("meta.segments", "date_when_present"), 0.86),
            Figure("no day where there is none", ("meta.segments", "date_when_none"), 0.85, 0.70, "newspaper4k"),
            Figure("authors exact, fundus", ("meta.fundus", "authors_exact"), 0.87, 0.779, "trafilatura"),
            Figure("authors exact, segments", ("meta.segments", "authors_exact"), 0.65, 0.539, "trafilatura"),
        ),
        given=("id", "url", "page"),
    ),
    Benchmark(
        "plainpages",
        "extraction",
        "plainpages.jsonl.gz",
        "plainpages",
        (("score_plain.py", ()),),
        (
            Figure("split F1", ("0", "split", "f1"), 0.85, 0.508, _UNTUNED),
            Figure("body line F1", ("0", "body", "f1"), 0.97, 0.957, _UNTUNED),
            Figure("body in the right part F1", ("0", "body_part", "f1"), 0.95, 0.866, _UNTUNED),
            Figure("false splits", ("0", "split", "false_split"), 0.01, 0.0, _UNTUNED, lower_is_better=True),
        ),
        given=("id", "text"),
    ),
    Benchmark(
        "neardup",
        "stories",
        "neardup.jsonl.gz",
        "neardup",
        (("score.py", ("--json",)), ("score_direction.py", ("--json",))),
        (
            Figure("families, BCubed F1", ("0", "bcubed", "f1"), 0.99, 0.976, "MinHash at .3"),
            Figure("shortened copy recognised", ("1", "direction_right"), 0.95),
            Figure(
                "originals called shortened", ("1", "originals_called_shortened"), 0.02, None, "", lower_is_better=True
            ),
        ),
        unit="cluster",
    ),
    Benchmark(
        "stories-ecb",
        "stories",
        "ecb.jsonl.gz",
        "stories",
        (("score.py", ("--json",)),),
        (
            Figure("BCubed F1", ("bcubed", "f1"), 0.90, 0.873, _STORIES),
            Figure("pair F1", ("pairwise", "f1"), 0.86, 0.815, _STORIES),
        ),
        unit="topic",
    ),
    Benchmark(
        "stories-agg",
        "stories",
        "agg.jsonl.gz",
        "stories",
        (("score.py", ("--json",)),),
        (
            Figure("BCubed F1", ("bcubed", "f1"), 0.88, 0.855, "TF-IDF and MiniLM"),
            Figure("pair F1", ("pairwise", "f1"), 0.88, 0.815, "TF-IDF and MiniLM"),
        ),
        is_drawn=False,
    ),
)
