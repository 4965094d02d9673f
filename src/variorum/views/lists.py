"""The plain lists: reports, statements, events, figures, actors, trouble."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model.entries import Statement
from variorum.model.reports import LineLabel, Report
from variorum.model.spans import Span
from variorum.views.actors import places
from variorum.views.bounds import not_before, when_bounded, written
from variorum.views.citations import Citations
from variorum.views.table import Row, Table
from variorum.views.wording import (
    NOT_STATED,
    figure_in_words,
    one_line,
    party_names,
    when_in_words,
)

OUTLET_ITSELF = "the outlet"
"""Claimant of a figure that nobody is credited with."""


def _outlet(report: Report) -> str:
    outlet = report.masthead.outlet
    return (outlet.value + ("~" if outlet.is_inferred else "")) if outlet.value else NOT_STATED


def what_it_is(citations: Citations, report: Report) -> str:
    """Genre, dateline, credit, and what stands in its way, in a few words."""
    head = report.masthead
    parts = [head.genre.value or "kind not known"]
    if head.dateline_place.value:
        parts.append(head.dateline_place.value.upper())
    if head.credit.value:
        parts.append(f"via {head.credit.value}")
    if head.language.value not in (None, "en"):
        parts.append(f"in {head.language.value}: not analysed")
    if report.part_of:
        parts.append("a further article on the page")
    if not head.title.value:
        parts.append("no title")
    foreign = sorted(
        {
            line.language
            for line in report.lines
            if line.language and line.language != "en" and line.label is not LineLabel.BLANK
        }
    )
    if foreign and head.language.value == "en":
        parts.append(f"some lines in {', '.join(foreign)}: not read")
    source = next((kin for kin in citations.record.kinships if kin.report_id == report.id), None)
    if source:
        parts.append(f"{source.kind.value} {citations.letter(source.source_id)}")
    return ", ".join(parts)


def reports(citations: Citations) -> Table:
    """Every report that counts, with how its day is known."""
    rows = []
    bounds = not_before(citations)
    for report in citations.reports:
        published, how = written(bounds, report, with_clock=True)
        head = report.masthead
        cites = tuple(span for span in (head.title.span, head.outlet.span, head.published.span) if span)
        rows.append(
            Row(
                (
                    citations.letter(report.id),
                    report.name,
                    _outlet(report),
                    published,
                    how,
                    what_it_is(citations, report),
                    one_line(head.title.value or ""),
                ),
                cites,
                (report.id,),
            )
        )
    return Table("reports", ("letter", "file", "outlet", "published", "how known", "what it is", "title"), tuple(rows))


def statements(citations: Citations) -> Table:
    """Who says what, through whom, with what force."""
    rows = []
    for item in citations.record.statements:
        if item.is_authors_reading:
            continue
        rows.append(
            Row(
                (
                    citations.letter(item.report_id),
                    _speaker(item),
                    item.force.value,
                    item.addressee.name if item.addressee else "",
                    party_names(item.via),
                    when_in_words(item.said),
                    item.mode.value,
                    " … ".join(one_line(span.exact) for span in item.content),
                    "; ".join(one_line(span.exact) for span in (*item.hedges, *item.distance)),
                    citations.marks(item.content),
                ),
                item.content,
                (item.id,),
            )
        )
    columns = ("report", "speaker", "force", "to", "via", "said", "mode", "words", "hedged", "cite")
    return Table("statements", columns, tuple(rows))


def _speaker(item: Statement) -> str:
    """The speaker with the kind of source, where nobody is named; or why there is none."""
    if item.speaker is None:
        return f"no speaker: {item.speaker_note}"
    return f"{item.speaker.name} (unnamed, {item.unnamed.value})" if item.unnamed else item.speaker.name


def events(citations: Citations) -> Table:
    """Who did what to whom, as told."""
    rows = []
    bounds = not_before(citations)
    for item in citations.record.events:
        rows.append(
            Row(
                (
                    citations.letter(item.report_id),
                    when_bounded(bounds, item.report_id, item.when),
                    party_names(item.sources),
                    "with" if item.is_reciprocal else one_line(item.trigger.exact),
                    party_names(item.targets),
                    item.plover + (f"/{item.plover_mode}" if item.plover_mode else ""),
                    item.cameo,
                    item.where.name if item.where else "",
                    item.status.value,
                    citations.marks(item.evidence),
                ),
                item.evidence,
                (item.id,),
            )
        )
    columns = ("report", "when", "who", "did", "to whom", "plover", "cameo", "where", "status", "cite")
    return Table("events", columns, tuple(rows))


def figures(citations: Citations) -> Table:
    """Every figure: claimant, number in its words, as-of day."""
    rows = []
    for item in citations.record.claims:
        if item.figure is None:
            continue
        rows.append(
            Row(
                (
                    citations.letter(item.report_id),
                    item.topic + (f" ({item.figure.subset})" if item.figure.subset else ""),
                    figure_in_words(item.figure),
                    item.claimant.name if item.claimant else OUTLET_ITSELF,
                    item.stance.value,
                    when_in_words(item.as_of),
                    party_names(item.by),
                    party_names(item.against),
                    when_in_words(item.window),
                    citations.marks(item.evidence),
                ),
                item.evidence,
                (item.id,),
            )
        )
    columns = (
        "report",
        "counted",
        "words",
        "who says so",
        "stance",
        "as of",
        "by",
        "against",
        "when",
        "cite",
    )
    return Table("figures", columns, tuple(rows))


def actors(citations: Citations) -> Table:
    """Who was found, under which forms, in which reports."""
    found: dict[str, tuple[set[str], set[str], list[Span]]] = {}
    names: dict[str, str] = {}
    for mention in citations.record.mentions:
        for actor in mention.actors:
            forms, reports_, spans = found.setdefault(actor, (set(), set(), []))
            if len(mention.actors) == 1:
                forms.add(one_line(mention.span.exact))
                names.setdefault(actor, mention.name or mention.span.exact)
            reports_.add(mention.report_id)
            spans.append(mention.span)
    rows = [
        Row(
            (
                actor,
                names.get(actor, actor),
                ", ".join(sorted(forms)[:12]),
                citations.letters(sorted(reports_)),
                str(len(spans)),
            ),
            tuple(spans[:1]),
            (actor,),
        )
        for actor, (forms, reports_, spans) in sorted(found.items())
    ]
    return Table("actors", ("id", "name", "written as", "reports", "mentions"), tuple(rows))


def trouble(citations: Citations) -> Table:
    """What failed, what was not taken, what no longer counts, and why."""
    record = citations.record
    rows = [
        Row((item.name, "failed", f"{item.reason} (while: {item.step})", item.next_step)) for item in record.troubles
    ]
    rows += [Row((item.name, "not taken", item.reason, "")) for item in record.not_taken]
    rows += [Row((report.name, "left out", reason, ""), (), (report.id,)) for report, reason in record.excluded]
    return Table("trouble", ("name", "what", "why", "next step"), tuple(rows), "" if rows else "No trouble.")


LISTS: dict[str, Callable[[Citations], Table]] = {
    "reports": reports,
    "statements": statements,
    "events": events,
    "figures": figures,
    "actors": actors,
    "places": places,
    "trouble": trouble,
}
"""Name on the command line -> view."""
