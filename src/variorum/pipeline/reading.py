"""One text straight through the analysers, without a store: for `annotate` and for measuring.

Nothing is cleaned or normalised: every line that is not blank is body, and offsets point into the text as given.
"""

from __future__ import annotations

from dataclasses import dataclass

from variorum.analysers import register, syntax
from variorum.analysers.claims import ClaimRules
from variorum.analysers.events import EventRules
from variorum.analysers.mentions import MentionRules
from variorum.analysers.moments import MomentRules
from variorum.analysers.protocol import Analyser, Layers
from variorum.analysers.quantities import QuantityRules
from variorum.analysers.resolve import ResolveRules
from variorum.analysers.statements import StatementRules
from variorum.crisis import Crisis
from variorum.model.reports import Capture, Dated, Found, Line, LineLabel, Masthead, Report, TextLayer
from variorum.pipeline import gate, parses

RULES: tuple[Analyser, ...] = (
    MentionRules(),
    ResolveRules(),
    MomentRules(),
    QuantityRules(),
    StatementRules(),
    EventRules(),
    ClaimRules(),
)
"""The packaged analysers in the order they run."""


@dataclass(frozen=True)
class Reading:
    """One text, read."""

    report: Report
    layers: Layers


def report_of(text: str, *, date: str | None = None, name: str = "") -> tuple[TextLayer, Report]:
    """A layer and a report whose every line that is not blank is body, published on that ISO day if given."""
    capture_id = Capture.address(text.encode("utf-8", "surrogatepass"))
    layer = TextLayer(TextLayer.address(capture_id, "plain/1"), capture_id, "plain/1", text, is_raw=True)
    lines, offset = [], 0
    for line in text.split("\n"):
        label = LineLabel.BODY if line.strip() else LineLabel.BLANK
        lines.append(Line(offset, offset + len(line), label))
        offset += len(line) + 1
    none = Found(None, "a bare text has none")
    unknown = Dated.unknown("a bare text has none")
    masthead = Masthead(
        title=none,
        outlet=none,
        byline=none,
        dateline_place=none,
        credit=none,
        published=Dated(date, date, date, "day", "given with the text") if date else unknown,
        updated=unknown,
        page_clock=unknown,
        genre=none,
        language=Found("en", "taken for granted"),
    )
    start = Report.address(layer.id, 0)
    return layer, Report(start, layer.id, capture_id, 0, len(text), tuple(lines), masthead, name=name)


def read_text(text: str, *, date: str | None = None, id: str = "", crisis: Crisis | None = None) -> Reading:  # noqa: A002  # the name users know
    """The text with every layer; the register knows only what this text itself introduces.

    Args:
        text: any string; nothing is cleaned.
        date: ISO day to count relative days from; without it "on Friday" stays without a day.
        id: name to show for the text.
        crisis: settings; all defaults if None.
    """
    crisis = crisis or Crisis()
    layer, report = report_of(text, date=date, name=id)
    rows = parses.rows(report, layer, crisis)
    starts = (start for start, _ in parses.stretches(report, layer))
    layers = Layers(layer, syntax.Parse(layer.id, layer.text, zip(starts, rows, strict=True)))
    for rules in RULES:
        if "register" in rules.requires:
            layers.register = register.build({report.id: layers.mentions}, {report.id: report}, crisis)
        (provided,) = rules.provides
        setattr(layers, provided, gate.admit(rules.analyse(report, layers, crisis), provided, report, layer))
    return Reading(report, layers)
