"""The bundled sample crisis: read it, print the brief, and hold the record against the answer key."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from variorum.desk import Desk
from variorum.faces.cli.layout import brief_text, table_text
from variorum.faces.cli.shared import DONE, FAILED, print_json, progress
from variorum.model.matters import Matter, Standing
from variorum.model.spans import Span
from variorum.store.base import Record
from variorum.views.brief import brief
from variorum.views.citations import Citations
from variorum.views.table import Row, Table

KEY = "key.json"


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory() as scratch:
        yield Path(scratch) / "sample"


def run(keep: Path | None, *, checking: bool, as_json: bool) -> int:
    """Reads the sample and prints the brief, or the answer key's table; the exit code."""
    with as_file(files("variorum.codes").joinpath("data/sample")) as sample, _folder(keep) as folder:
        pages = folder / "pages"
        pages.mkdir(parents=True, exist_ok=True)
        for path in sorted(sample.iterdir()):
            if path.name == "crisis.toml":
                shutil.copyfile(path, folder / path.name)
            elif path.name != KEY and path.is_file():
                shutil.copyfile(path, pages / path.name)
        with Desk.open(folder, create=True) as desk:
            desk.add([pages])
            desk.run(processes=1, progress=progress())
            citations = Citations(desk.record)
            if not checking:
                click.echo(brief_text(brief(citations, name=desk.crisis.crisis.name)))
                click.echo("\nThe countries and people are invented. Answer key: variorum demo --check")
                click.echo(f"digest {desk.digest()}")
                return FAILED if desk.record.troubles else DONE
            table = planted(desk.record, json.loads((sample / KEY).read_text(encoding="utf-8")))
    if as_json:
        print_json(table.records())
    else:
        click.echo(table_text(table))
    return DONE


def planted(record: Record, key: list[dict[str, Any]]) -> Table:
    """One row for each planted case: found or missed; for what must not appear: absent or wrongly there."""
    rows, hits, traps, kept = [], 0, 0, 0
    for case in key:
        found = is_found(record, case)
        if case.get("must_not"):
            traps += 1
            kept += not found
            result = "wrongly there" if found else "rightly absent"
        else:
            hits += found
            result = "found" if found else "missed"
        rows.append(Row((case["id"], case["kind"], case["what"], result)))
    planted_count = len(key) - traps
    note = f"{hits} of {planted_count} planted cases found; {kept} of {traps} false alarms avoided."
    return Table("planted", ("case", "kind", "planted", "result"), tuple(rows), note)


def is_found(record: Record, case: dict[str, Any]) -> bool:
    """Whether the record holds what the case describes."""
    kind = case["kind"]
    if "sides" in case:
        sides = [_place(record, *side) for side in case["sides"]]
        apart = case.get("must_not") and kind != Standing.AGREED.value  # one origin twice may be joined, not agree
        standing = None if apart else case.get("standing", kind)
        return any(_joins(matter, sides, standing) for matter in record.matters)
    place = _place(record, case["report"], case["words"])
    if place is None:
        return False
    if kind == "report":
        return any(
            report.text_id == place.text_id
            and report.start <= place.start < report.end
            and _masthead_fits(report, case)
            for report in record.reports
        )
    if kind == "statement":
        return any(
            any(span.overlaps(place) for span in item.content)
            and _is_named(case.get("claimant"), item.speaker.name if item.speaker else "")
            for item in record.statements
        )
    if kind == "event":
        return any(any(span.overlaps(place) for span in item.evidence) for item in record.events)
    if kind == "figure":
        return any(_figure_fits(item, place, case) for item in record.claims if item.figure)
    return any(
        matter.standing.value == kind
        and any(span.overlaps(place) for account in matter.accounts for span in account.evidence)
        for matter in record.matters
    )


def _place(record: Record, file: str, words: str) -> Span | None:
    for report in record.reports:
        if report.name != file:
            continue
        text = record.text(report.text_id)
        start = text.text.find(words, report.start, report.end)
        if start >= 0:
            return text.span(start, start + len(words))
    return None


def _joins(matter: Matter, sides: list[Span | None], standing: str | None) -> bool:
    if standing is not None and matter.standing.value != standing:
        return False
    spans = [span for account in matter.accounts for span in account.evidence]
    return all(side is not None and any(span.overlaps(side) for span in spans) for side in sides)


def _is_named(wanted: str | None, name: str) -> bool:
    return not wanted or wanted.lower() in name.lower() or (bool(name) and name.lower() in wanted.lower())


def _figure_fits(item: Any, place: Span, case: dict[str, Any]) -> bool:
    if not any(span.overlaps(place) for span in item.evidence):
        return False
    for bound in ("low", "high"):
        if bound in case and getattr(item.figure, bound) != case[bound]:
            return False
    if case.get("claimant") and not _is_named(case["claimant"], item.claimant.name if item.claimant else "the outlet"):
        return False
    return not case.get("stance") or item.stance.value == case["stance"]


def _masthead_fits(report: Any, case: dict[str, Any]) -> bool:
    head = report.masthead
    for field in ("outlet", "genre", "title", "byline"):
        if field in case and getattr(head, field).value != case[field]:
            return False
    return "published" not in case or head.published.value == case["published"]
