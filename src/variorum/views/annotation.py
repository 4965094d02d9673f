"""What was found in one text, as plain JSON: the form that `annotate` prints."""

from __future__ import annotations

from typing import Any

from variorum.codes import gazette
from variorum.model.entries import Claim, Event, Force, Party, Statement, Where
from variorum.model.marks import Moment
from variorum.model.spans import Span

EXPORT_STANCE = {Force.DENIES: "denied", Force.ACKNOWLEDGES: "acknowledged"}
"""Force -> stance of the neutral export; every other force is `asserted`."""

BENCHMARK_STANCE = {"offers": "commits", "threatens": "commits", "asks": "demands", "doubts": "asserts"}
"""Forces that the statements benchmark does not tell apart -> its stance; every other one keeps its name."""


def span_json(span: Span | None) -> dict[str, Any] | None:
    """`{"text", "start", "end"}` or None."""
    return {"text": span.exact, "start": span.start, "end": span.end} if span else None


def content_json(statement: Statement) -> dict[str, Any]:
    """The words said as one span, with its pieces where the cue interrupts it.

    `text` is the pieces joined by a blank where there are several.
    """
    pieces = statement.content
    found: dict[str, Any] = {
        "text": " ".join(piece.exact for piece in pieces),
        "start": pieces[0].start,
        "end": pieces[-1].end,
    }
    if len(pieces) > 1:
        found["spans"] = [[piece.start, piece.end] for piece in pieces]
    return found


def party_json(party: Party) -> dict[str, Any]:
    """A party with its words, country and role."""
    return {
        "text": party.span.exact if party.span else party.name,
        "name": party.name,
        "country": party.country,
        "role": party.role,
        "actors": list(party.actors),
    }


def statement_json(statement: Statement) -> dict[str, Any]:
    """A statement; `stance` is its force by the product's own name."""
    return {
        "id": statement.id,
        "speaker": span_json(statement.speaker.span if statement.speaker else None),
        "name": statement.speaker.name if statement.speaker else None,
        "unnamed": statement.unnamed.value if statement.unnamed else None,
        "cue": span_json(statement.cue),
        "content": content_json(statement),
        "kind": statement.mode.value,
        "stance": statement.force.value,
        "via": [party.name for party in statement.via],
        "addressee": statement.addressee.name if statement.addressee else None,
        "inside": statement.within,
        "hedges": [span_json(span) for span in statement.hedges],
        "distance": [span_json(span) for span in statement.distance],
        "condition": [span_json(span) for span in statement.condition],
        "date": statement.said.value,
    }


def moment_json(moment: Moment) -> dict[str, Any]:
    """A date expression with its value, clock time included."""
    value = moment.value
    if moment.clock and "/" not in (value or ""):
        value = (value or "") + moment.clock
    return {
        "start": moment.span.start,
        "end": moment.span.end,
        "text": moment.span.exact,
        "value": value,
        "why": moment.why,
    }


def where_json(where: Where | None) -> dict[str, Any] | None:
    """A place with its id, who runs it, its position where a list has it, UCDP's precision, and the reason."""
    if where is None:
        return None
    found = gazette.by_id(where.place) if where.place is not None else None
    return {
        "name": where.name,
        "span": span_json(where.span),
        "place": where.place,
        "run_by": where.country,
        "latitude": found.latitude if found is not None else None,
        "longitude": found.longitude if found is not None else None,
        "precision": where.precision,
        "inferred": where.is_inferred,
        "why": where.why,
    }


def event_json(event: Event) -> dict[str, Any]:
    """An event with both of its codes."""
    return {
        "id": event.id,
        "trigger": span_json(event.trigger),
        "source": [party_json(party) for party in event.sources],
        "target": [party_json(party) for party in event.targets],
        "reciprocal": event.is_reciprocal,
        "plover": event.plover,
        "mode": event.plover_mode,
        "cameo": event.cameo,
        "place": event.where.name if event.where else None,
        "where": where_json(event.where),
        "date": event.when.value,
        "status": event.status.value,
        "within": event.within,
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """A claim with its figure."""
    figure = claim.figure
    return {
        "id": claim.id,
        "topic": claim.topic,
        "stance": claim.stance.value,
        "claimant": claim.claimant.name if claim.claimant else None,
        "as_of": claim.as_of.value,
        "words": span_json(figure.words if figure else claim.predicate),
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "bound": figure.bound.value if figure else None,
        "subset": figure.subset if figure else None,
        "where": where_json(claim.where),
        "event": claim.event,
        "within": claim.within,
    }
