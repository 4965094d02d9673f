"""Reports and layers for tests, from a plain text: no store, no files.

>>> reading = read("India said it struck Lahore.", published="2025-05-09")    # doctest: +SKIP
>>> reading.layers.statements                                                # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache

from variorum.analysers import parsing, syntax
from variorum.analysers.masking import of_crisis
from variorum.analysers.protocol import Layers
from variorum.crisis import Crisis
from variorum.model.reports import Capture, Dated, Found, Line, LineLabel, Masthead, Report, TextLayer
from variorum.pipeline.gate import admit

STEPS = (
    ("mentions", "MentionRules", "mentions"),
    ("resolve", "ResolveRules", "resolved"),
    ("moments", "MomentRules", "moments"),
    ("quantities", "QuantityRules", "quantities"),
    ("statements", "StatementRules", "statements"),
    ("events", "EventRules", "events"),
    ("claims", "ClaimRules", "claims"),
)


@dataclass(frozen=True)
class Reading:
    """One text, read."""

    report: Report
    layers: Layers


@cache
def parser() -> parsing.Parser:
    """The parser, loaded once for all tests."""
    return parsing.load()


def report_of(
    text: str, *, published: str | None = None, outlet: str | None = None, name: str = "test.txt"
) -> tuple[TextLayer, Report]:
    """A report whose every non-blank line is body, published that ISO day if given."""
    capture_id = Capture.address(text.encode("utf-8", "surrogatepass"))
    layer = TextLayer(TextLayer.address(capture_id, "plain/1"), capture_id, "plain/1", text, is_raw=True)
    lines, offset = [], 0
    for line in text.split("\n"):
        label = LineLabel.BODY if line.strip() else LineLabel.BLANK
        lines.append(Line(offset, offset + len(line), label))
        offset += len(line) + 1
    none = Found(None, "not stated")
    day = Dated(published, published, published, "day", "given") if published else Dated.unknown("not stated")
    unknown = Dated.unknown("not stated")
    masthead = Masthead(
        title=none,
        outlet=Found(outlet, "given") if outlet else none,
        byline=none,
        dateline_place=none,
        credit=none,
        published=day,
        updated=unknown,
        page_clock=unknown,
        genre=Found("news", "given"),
        language=Found("en", "given"),
    )
    report = Report(Report.address(layer.id, 0), layer.id, capture_id, 0, len(text), tuple(lines), masthead, name=name)
    return layer, report


def read(text: str, *, published: str | None = None, upto: str = "claims", crisis: Crisis | None = None) -> Reading:
    """The text with every layer up to that step. Register is built from this one report."""
    layer, report = report_of(text, published=published)
    body = [line for line in report.lines if line.label is LineLabel.BODY]
    crisis = crisis or Crisis()
    rows = parser().rows([layer.text[line.start : line.end] for line in body], of_crisis(crisis))
    layers = Layers(layer, syntax.Parse(layer.id, layer.text, zip((line.start for line in body), rows, strict=True)))
    for module, name, attribute in STEPS:
        rules = getattr(importlib.import_module(f"variorum.analysers.{module}"), name)()
        if module == "resolve":
            register = importlib.import_module("variorum.analysers.register")
            layers.register = register.build({report.id: layers.mentions}, {report.id: report}, crisis)
        setattr(layers, attribute, admit(rules.analyse(report, layers, crisis), attribute, report, layer))
        if module == upto:
            break
    return Reading(report, layers)
