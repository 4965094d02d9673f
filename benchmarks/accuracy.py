"""How right Variorum is: its findings on each benchmark, scored by that benchmark's own scorer.

    python -m benchmarks.accuracy --data DIR --part dev|test [--scorers DIR] [--only NAMES] [--predictions DIR]
                                  [--draws N] [--json OUT] [--page PAGE]

`--predictions` keeps the prediction lines, one `NAME.jsonl` a benchmark. A benchmark whose folder is absent, or for
which something is not built, is shown as such and the others still run. `--page` puts the table into a Markdown page,
between its marks. Exit code 1 if an adapter or a scorer broke, or a figure fell below its floor (`benchmarks/floors.toml`).
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import documents, floors, resampling
from benchmarks.yardsticks import BENCHMARKS, Benchmark, Figure

SCORER_SECONDS = 600
_PAIR = re.compile(r"([A-Za-z_]\w*)\s+(\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Result:
    """What became of one benchmark: figures by name, or the reason why there are none."""

    name: str
    note: str = ""
    """Empty if it was measured."""
    records: int = 0
    seconds: float = 0.0
    busy: float = 0.0
    """Processor seconds of the adapter, which a busy machine stretches less."""
    figures: tuple[tuple[Figure, float | None], ...] = ()
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Figure -> bounds of its interval, where documents were drawn again."""
    broke: bool = False
    scores: dict[str, Any] = field(default_factory=dict)
    """All that the scorers printed."""


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON-lines file, gzipped or not."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def given(benchmark: Benchmark, gold: Iterable[dict[str, Any]], folder: Path, seeds: Path) -> Iterator[dict[str, Any]]:
    """What an adapter may see of each gold record: id, text and date; for a page its bytes and its address.

    A headline stands above its text, on a line of its own, as on a page.
    """
    for record in gold:
        if "page" in benchmark.given:
            data = gzip.decompress((folder / record["page"]).read_bytes())
            yield {"id": record["id"], "url": record.get("url") or "", "bytes": data}
        elif "a" in benchmark.given:
            yield {"id": record["id"], "text": (record["a"], record["b"])}
        else:
            text = record.get("text")
            if text is None:
                text = (seeds / record["file"]).read_bytes().decode("utf-8")
            if benchmark.adapter in ("stories", "neardup") and record.get("title"):
                text = f"{record['title']}\n{text}" if text else record["title"]
            yield {"id": record["id"], "text": text, "date": record.get("anchor") or record.get("date")}


def scored(program: Path, gold: Path, predictions: Path, arguments: Iterable[str]) -> dict[str, Any]:
    """The scorer's figures, by `figures_in`.

    Raises:
        RuntimeError: with its last words, if it failed.
    """
    command = [sys.executable, str(program), str(gold), str(predictions), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SCORER_SECONDS, check=False)
    if done.returncode:
        raise RuntimeError(f"{program.name} failed: {(done.stderr or done.stdout).strip()[-300:]}")
    return figures_in(done.stdout)


def figures_in(printed: str) -> dict[str, Any]:
    """What a scorer printed: its JSON, or from its lines the numbers by name (`F1` alone where P and R stand too)."""
    if printed.lstrip().startswith("{"):
        found: dict[str, Any] = json.loads(printed)
        return found
    lines: dict[str, Any] = {}
    for line in printed.splitlines():
        name, _, rest = line.partition("  ") if "  " in line else line.rpartition(" ")
        numbers = {key: float(value) for key, value in _PAIR.findall(rest)}
        f1 = re.search(r"\bF1 (\d+\.\d+)", line)
        head = re.split(r"\s+P \d", line)[0].strip() if f1 else name.strip()
        if f1:
            lines[head] = float(f1.group(1))
        elif numbers:
            lines[head] = numbers
    return lines


def figure_of(scores: dict[str, Any], path: Iterable[str]) -> float | None:
    """The number at this place of a scorer's output, or None if it printed none."""
    value: Any = scores
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return float(value) if isinstance(value, int | float) else None


def measure(
    benchmark: Benchmark, data: Path, part: str, scorers: Path, keep: Path, seeds: Path, draws: int = 0
) -> list[Result]:
    """Predicts and scores one benchmark; a further result for each further list of its predictions.

    With `draws` the scorer runs as often again over documents drawn with replacement, for an interval of each figure.
    """
    folder = data / benchmark.folder
    gold_path = folder / benchmark.gold.format(part=part)
    if not gold_path.is_file():
        return [Result(benchmark.name, f"no {benchmark.folder}/{gold_path.name} in the data folder")]
    gold = read(gold_path)
    if any("text" not in record and "file" in record for record in gold) and not seeds.is_dir():
        return [Result(benchmark.name, "the folder with the texts of the seeds is not there")]
    try:
        adapter = importlib.import_module(f"benchmarks.adapters.{benchmark.adapter}")
    except ImportError as absent:
        return [Result(benchmark.name, f"not built: {absent}")]
    started, busy = time.perf_counter(), time.process_time()
    try:
        predictions = list(adapter.predict(list(given(benchmark, gold, folder, seeds))))
    except NotImplementedError as absent:
        return [Result(benchmark.name, f"not built: {absent}")]
    except Exception as error:  # noqa: BLE001  # one broken adapter must not hide the others' figures
        return [Result(benchmark.name, f"broke: {type(error).__name__}: {error}", broke=True)]
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    results = []
    for variant in ("", *benchmark.variants):
        name = f"{benchmark.name}-{variant}" if variant else benchmark.name
        path = keep / f"{name}.jsonl"
        lines = [line | {benchmark.name: line[variant]} if variant else line for line in predictions]
        dropped = set(benchmark.variants)
        path.write_text(
            "".join(
                json.dumps({key: value for key, value in line.items() if key not in dropped}, ensure_ascii=False) + "\n"
                for line in lines
            ),
            encoding="utf-8",
        )
        try:
            outputs = [
                scored(
                    scorers / benchmark.folder / program,
                    gold_path,
                    path,
                    [argument.format(seeds=seeds) for argument in arguments],
                )
                for program, arguments in benchmark.scorers
            ]
        except (RuntimeError, OSError, ValueError, subprocess.TimeoutExpired) as error:
            results.append(Result(name, f"broke: {error}", len(gold), seconds, busy, broke=True))
            continue
        scores = {**outputs[0], **{str(k): output for k, output in enumerate(outputs)}}
        figures = tuple((figure, figure_of(scores, figure.path)) for figure in benchmark.figures)
        bounds = {}
        if draws and benchmark.is_drawn:
            bounds = resampling.intervals(
                gold,
                read(path),
                benchmark.unit,
                partial(_again, benchmark, scorers, seeds),
                keep,
                seed=name,
                draws=draws,
                packed=gold_path.suffix == ".gz",
            )
        results.append(Result(name, "", len(gold), seconds, busy, figures, bounds, scores={"scorers": outputs}))
    return results


def _again(benchmark: Benchmark, scorers: Path, seeds: Path, gold: Path, found: Path) -> dict[str, float | None]:
    """The benchmark's figures of one draw."""
    outputs = []
    for program, arguments in benchmark.scorers:
        given = [str(gold), str(found), *(argument.format(seeds=seeds) for argument in arguments)]
        outputs.append(figures_in(resampling.output_of(scorers / benchmark.folder / program, given)))
    scores = {**outputs[0], **{str(k): output for k, output in enumerate(outputs)}}
    return {figure.name: figure_of(scores, figure.path) for figure in benchmark.figures}


def _bounds(result: Result, figure: Figure) -> str:
    low, high = result.intervals.get(figure.name, (None, None))
    return "" if low is None else f"{_number(low)} to {_number(high)}"


def table(results: Iterable[Result]) -> str:
    """The figures, each beside its target and the best peer; `below` marks what falls short."""
    rows = [("BENCHMARK", "FIGURE", "HERE", "95 %", "TARGET", "PEER", "WHOSE", "")]
    for result in results:
        if result.note:
            rows.append((result.name, result.note, "", "", "", "", "", ""))
        for k, (figure, value) in enumerate(result.figures):
            rows.append(
                (
                    result.name if k == 0 else "",
                    figure.name,
                    _number(value),
                    _bounds(result, figure),
                    _number(figure.target),
                    _number(figure.peer),
                    figure.whose,
                    "" if _is_reached(figure, value) else "below",
                )
            )
    widths = [max(len(row[k]) for row in rows if k != 1 or row[2]) for k in range(7)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)).rstrip() for row in rows
    )


def markdown(results: Iterable[Result]) -> str:
    """The same as a Markdown table."""
    lines = ["| benchmark | figure | here | 95 % | target | peer | |", "|---|---|---|---|---|---|---|"]
    for result in results:
        if result.note:
            lines.append(f"| {result.name} | {result.note} | | | | | |")
        for k, (figure, value) in enumerate(result.figures):
            name = result.name if k == 0 else ""
            peer = f"{_number(figure.peer)} {figure.whose}".strip()
            mark = "" if _is_reached(figure, value) else "below"
            here = f"{_number(value)} | {_bounds(result, figure)}"
            lines.append(f"| {name} | {figure.name} | {here} | {_number(figure.target)} | {peer} | {mark} |")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _is_reached(figure: Figure, value: float | None) -> bool:
    if figure.target is None or value is None:
        return True
    return value <= figure.target if figure.lower_is_better else value >= figure.target


def as_json(results: Iterable[Result], part: str) -> dict[str, Any]:
    """The results for a program: figures by name with target and peer, and all that the scorers printed."""
    return {
        "part": part,
        "benchmarks": {
            result.name: {
                "note": result.note,
                "records": result.records,
                "seconds": round(result.seconds, 2),
                "figures": {
                    figure.name: {
                        "value": value,
                        "interval": result.intervals.get(figure.name),
                        "target": figure.target,
                        "peer": figure.peer,
                        "whose": figure.whose,
                    }
                    for figure, value in result.figures
                },
                **result.scores,
            }
            for result in results
        },
    }


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmarks and prints the table; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="How right Variorum is.")
    parser.add_argument("--data", type=Path, default=Path("..") / "shared" / "benchmarks")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument(
        "--scorers", type=Path, help="folder with each benchmark's scorer; the data folder if not given"
    )
    parser.add_argument("--only", help="names, with commas between them")
    parser.add_argument("--predictions", type=Path, help="keep the prediction lines in this folder")
    parser.add_argument(
        "--seeds", type=Path, help="folder of the seed reports; `seeds` beside the data folder if not given"
    )
    parser.add_argument(
        "--draws", type=int, default=0, help="score so many draws of the documents for an interval of each figure"
    )
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--page", type=Path, help="put the table into this page, between <!-- figures --> marks")
    chosen = parser.parse_args(arguments)
    names = [benchmark.name for benchmark in BENCHMARKS]
    wanted = [name.strip() for name in chosen.only.split(",")] if chosen.only else names
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(names)}")
    if not chosen.data.is_dir():
        print(f"No data folder {chosen.data}: nothing measured. Name one with --data.")
        return 0
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as scratch:
        keep = chosen.predictions or Path(scratch)
        keep.mkdir(parents=True, exist_ok=True)
        for benchmark in BENCHMARKS:
            if benchmark.name in wanted:
                print(f"{benchmark.name} ...", file=sys.stderr, flush=True)
                results += measure(
                    benchmark,
                    chosen.data,
                    chosen.part,
                    chosen.scorers or chosen.data,
                    keep,
                    chosen.seeds or chosen.data.resolve().parent / "seeds",
                    chosen.draws,
                )
    print(table(results))
    for result in results:
        if result.busy and result.name in wanted:
            print(
                f"{result.name}: {result.records} records, {result.records / result.busy:.1f} a second of one processor"
            )
    if chosen.json:
        chosen.json.write_text(json.dumps(as_json(results, chosen.part), indent=1) + "\n", encoding="utf-8")
    if chosen.page:
        documents.put(chosen.page, "figures", markdown(results))
    low = floors.broken("accuracy", _by_name(results)) if chosen.part == "dev" else []
    for line in low:
        print(line, file=sys.stderr)
    return int(any(result.broke for result in results) or bool(low))


def _by_name(results: Iterable[Result]) -> dict[str, float]:
    return {
        f"{result.name}: {figure.name}": value
        for result in results
        for figure, value in result.figures
        if value is not None
    }


if __name__ == "__main__":
    sys.exit(main())
