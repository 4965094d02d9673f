"""The brief: what was read, where accounts differ, what is told alike, what happened, what is not known.

Structured here, laid out by a face. Every row cites its words; no sentence is composed about who is right.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from variorum.codes.ontology import plover
from variorum.crisis import Crisis
from variorum.model.entries import Force, Statement
from variorum.model.matters import Matter, MatterKind, Standing
from variorum.model.reports import LineLabel
from variorum.model.spans import Span
from variorum.views.bounds import NotBefore, not_before, written
from variorum.views.citations import Citations
from variorum.views.compare import Comparison, comparison, differing
from variorum.views.lists import what_it_is
from variorum.views.timeline import VERBAL, Happening, happenings
from variorum.views.wording import NOT_STATED, day_in_words, event_in_words, iso_day, one_line

MAX_MATTERS = 12
MAX_ALIKE = 8
MAX_HAPPENINGS = 24


@dataclass(frozen=True, slots=True)
class Brief:
    """The page, block by block, in words."""

    title: str
    summary: str
    days: str
    reports: tuple[tuple[str, str, str, str], ...]
    """(letter, outlet, published, what it is)."""
    copies: str
    differing: tuple[Comparison, ...]
    more_differing: int
    alike: tuple[tuple[str, str], ...]
    """(title, marks)."""
    happened: tuple[Happening, ...]
    more_happened: int
    offers: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    not_known: tuple[str, ...]
    not_taken: tuple[tuple[str, str], ...]
    letters: Mapping[str, str]
    """Report id -> letter."""


def brief(citations: Citations, *, name: str = "", as_of: date | None = None, crisis: Crisis | None = None) -> Brief:
    """The brief of the record, as of that day if given."""
    record = citations.record
    apart = differing(citations)
    lines = [
        comparison(citations, matter, number, as_of=as_of, crisis=crisis) for number, matter in enumerate(apart, 1)
    ]
    if as_of is not None:
        lines = [line for line in lines if line.lines]
    told = happenings(citations, as_of=as_of)
    bounds = not_before(citations)
    return Brief(
        title=_title(citations, name),
        summary=_summary(citations),
        days=_days(citations),
        reports=tuple(
            (
                citations.letter(report.id),
                one_line(report.masthead.outlet.value or f"outlet {NOT_STATED}")
                + ("~" if report.masthead.outlet.is_inferred and report.masthead.outlet.value else ""),
                written(bounds, report)[0],
                what_it_is(citations, report),
            )
            for report in citations.reports
        ),
        copies=_copies(citations),
        differing=tuple(lines[:MAX_MATTERS]),
        more_differing=max(0, len(lines) - MAX_MATTERS),
        alike=tuple(_alike(citations)[:MAX_ALIKE]),
        happened=tuple(told[:MAX_HAPPENINGS]),
        more_happened=max(0, len(told) - MAX_HAPPENINGS),
        offers=tuple(_offers(citations)),
        names=tuple(_names(citations)),
        not_known=tuple(_not_known(citations, bounds)),
        not_taken=tuple((_base(item.name), item.reason) for item in record.not_taken)
        + tuple((item.name, f"{item.reason} (while: {item.step})") for item in record.troubles)
        + tuple((report.name, reason) for report, reason in record.excluded),
        letters={report.id: citations.letter(report.id) for report in citations.reports},
    )


def _base(place: str) -> str:
    """A file without the folders it lies in, so that the page is the same wherever it lies; `show trouble` has them."""
    path, mark, inside = place.partition("#")
    return PurePath(path).name + mark + inside


COOPERATION = 2
"""Quad classes up to this one are cooperation, those past it conflict."""


def _title(citations: Citations, name: str) -> str:
    if name:
        return name.upper()
    counts: dict[tuple[str, ...], int] = {}
    names: dict[str, str] = {}
    for event in citations.record.events:
        states = {party.country for party in (*event.sources, *event.targets) if party.country}
        weight = 2 if plover(event.plover).quad > COOPERATION else 1
        for pair in itertools.combinations(sorted(states), 2):
            counts[pair] = counts.get(pair, 0) + weight
    top = min(counts, key=lambda pair: (-counts[pair], pair)) if counts else ()
    for mention in citations.record.mentions:
        if len(mention.actors) == 1 and mention.actors[0] in top and mention.name:
            names.setdefault(mention.actors[0], mention.name)
    return " – ".join(sorted(names.get(code, code) for code in top)).upper() or "RECORD"


def _summary(citations: Citations) -> str:
    dated = [day for report in citations.reports if (day := iso_day(report.masthead.published.value))]
    latest = f", latest dated {day_in_words(max(dated))}" if dated else ", none dated"
    count = len(citations.reports)
    return f"{count} report{'' if count == 1 else 's'}{latest}"


def _days(citations: Citations) -> str:
    printed = [
        report
        for report in citations.reports
        if report.masthead.published.value and not report.masthead.published.is_inferred
    ]
    counted = [
        report
        for report in citations.reports
        if report.masthead.published.value and report.masthead.published.is_inferred
    ]
    none = [report for report in citations.reports if not report.masthead.published.value]
    parts = []
    for group, words in (
        (printed, "state{s} a day"),
        (counted, "{has} a day that was inferred"),
        (none, "state{s} none"),
    ):
        if group:
            one = len(group) == 1
            letters = ", ".join(citations.letter(report.id) for report in group)
            parts.append(f"{letters} " + words.format(s="s" if one else "", has="has" if one else "have"))
    return "; ".join(parts) + ". ~ marks what was inferred; `show reports` says how." if parts else ""


def _copies(citations: Citations) -> str:
    kinships = citations.record.kinships
    if not kinships:
        return "No copies among them." if len(citations.reports) > 1 else ""
    return (
        " ".join(
            f"{citations.letter(kin.report_id)}: {kin.kind.value} {citations.letter(kin.source_id)}."
            for kin in sorted(kinships, key=lambda kin: _place(citations.letter(kin.report_id)))
        )
        + " Copies count as one origin."
    )


def _place(letter: str) -> tuple[int, str]:
    """Where a letter stands: A to Z, then AA."""
    return len(letter), letter


def _alike(citations: Citations) -> list[tuple[str, str]]:
    """What two reports or more tell alike, copies apart; acts of speech stand among the statements, not here."""
    spoken = {event.id for event in citations.record.events if event.plover in VERBAL}
    found = []
    for matter in citations.record.matters:
        if matter.standing is not Standing.AGREED or matter.kind is MatterKind.NAME:
            continue
        if matter.kind is MatterKind.EVENT and set(matter.members) <= spoken:
            continue
        spans: dict[str, Span] = {}
        for account in matter.accounts:
            for report_id, span in zip(account.report_ids, account.evidence, strict=False):
                spans.setdefault(report_id, span)
        found.append((_with_value(matter), citations.marks(spans.values())))
    return found


def _with_value(matter: Matter) -> str:
    if matter.kind is MatterKind.FIGURE and matter.accounts:
        values = list(dict.fromkeys(one_line(account.value) for account in matter.accounts))
        return f"{matter.title}: {', '.join(values[:3])}"
    return event_in_words(matter) if matter.kind is MatterKind.EVENT else matter.title


def _offers(citations: Citations) -> list[tuple[str, str]]:
    found = []
    for statement in citations.record.statements:
        if statement.force is Force.OFFERS and statement.speaker:
            found.append((f"{statement.speaker.name}: {_said(statement)}", citations.marks(statement.content)))
    return found


def _said(statement: Statement) -> str:
    return "“" + " … ".join(one_line(span.exact) for span in statement.content) + "”"


def _names(citations: Citations) -> list[tuple[str, str]]:
    found = []
    for matter in citations.record.matters:
        if matter.standing is Standing.NAME_CHECK:
            titles = " / ".join(
                f"{one_line(account.value)} {citations.marks(account.evidence[:1])}" for account in matter.accounts
            )
            found.append((matter.title, titles))
    return found


def _not_known(citations: Citations, bounds: Mapping[str, NotBefore]) -> list[str]:
    found = []
    for report in citations.reports:
        letter = citations.letter(report.id)
        if not report.masthead.published.value:
            found.append(f"{letter}'s day: {written(bounds, report)[1]}")
    for report in citations.reports:
        letter = citations.letter(report.id)
        head = report.masthead
        if head.language.value not in (None, "en"):
            found.append(f"what {letter} says: it is in {head.language.value} and was not analysed")
            continue
        foreign = sorted(
            {
                line.language
                for line in report.lines
                if line.language not in ("", "en") and line.label is not LineLabel.BLANK
            }
        )
        if foreign:
            found.append(f"lines of {letter} in {', '.join(foreign)}: not read")
    for matter in citations.record.matters:
        if matter.kind is MatterKind.CAVEAT:
            spans = [span for account in matter.accounts for span in account.evidence]
            found.append(f"{citations.lettered(matter, matter.title)} {citations.marks(spans)}")
        elif matter.settle and matter.standing is Standing.ORDER_UNKNOWN:
            continue
    return found
