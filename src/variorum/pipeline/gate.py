"""What may enter the record: the law of evidence, enforced on everything an analyser returns, whoever wrote it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.errors import GateRefusal
from variorum.model.entries import Claim, Event, Statement
from variorum.model.marks import Mention, Moment, Quantity
from variorum.model.reports import Report, TextLayer
from variorum.model.spans import Span

KINDS: dict[str, Any] = {
    "mentions": Mention,
    "resolved": Mention,
    "moments": Moment,
    "quantities": Quantity,
    "statements": Statement,
    "events": Event,
    "claims": Claim,
}
"""Layer -> the only noun it may hold."""


def admit(items: Iterable[Any], layer: str, report: Report, text: TextLayer) -> tuple[Any, ...]:
    """The items in canonical order (place, then id), each proved against the text.

    Raises:
        GateRefusal: at the first item that is of the wrong kind, belongs to another report, cites words that do not
            stand where it says, cites words outside its report, or shares its id with a different item.
    """
    kind = KINDS[layer]
    found: dict[str, Any] = {}
    keys: dict[str, tuple[int, int, str]] = {}
    for item in items:
        if not isinstance(item, kind):
            raise _refusal(f"{layer} may hold {kind.__name__} only, not {type(item).__name__}", report, layer)
        if item.report_id != report.id:
            raise _refusal(f"{item.id} says it belongs to report {item.report_id}", report, layer)
        spans = list(spans_of(item))
        for span in spans:
            fault = fault_of(span, report, text)
            if fault:
                raise _refusal(f"{item.id}: {fault}", report, layer)
        if item.id in found:
            if found[item.id] != item:
                raise _refusal(f"two different entries have the id {item.id}", report, layer)
            continue
        found[item.id] = item
        keys[item.id] = (min(span.start for span in spans), max(span.end for span in spans), item.id)
    return tuple(sorted(found.values(), key=lambda item: keys[item.id]))


def _refusal(reason: str, report: Report, layer: str) -> GateRefusal:
    return GateRefusal(
        reason,
        place=report.name or report.id,
        step=layer,
        next_step="This is a fault of the analyser, not of the report; the rest of the run goes on.",
    )


def spans_of(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name in value.__dataclass_fields__:
            inner = getattr(value, name)
            if inner is not None and not isinstance(inner, (str, float, int)):
                yield from spans_of(inner)


def fault_of(span: Span, report: Report, text: TextLayer) -> str:
    """Why this span may not be cited; empty if it may."""
    if span.text_id != text.id:
        return f"cites text {span.text_id}, the report stands in {text.id}"
    if not report.start <= span.start < span.end <= report.end:
        return f"cites characters {span.start} to {span.end}, outside its report"
    if text.text[span.start : span.end] != span.exact:
        return f"cites {span.exact[:40]!r} where the text has {text.text[span.start : span.end][:40]!r}"
    return ""
