"""The day a statement was made: the one that stands with its cue, else the report's own, marked. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.analysers.circumstances import hangs_on, is_day_of
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.model.entries import When
from variorum.model.marks import Moment
from variorum.model.reports import Report
from variorum.model.spans import Span

_SHARES_TIME = frozenset({"conj", "advcl", "xcomp"})
"""Links by which a verb shares the day of the one it hangs on: "rang on Thursday, urging him to stop"."""


def day_said(cue: Token | None, content: tuple[Span, ...], report: Report, given: Layers) -> When:
    """The day of a statement; inferred where a verb it is joined to has the day, or only the report.

    Args:
        cue: the word that reports it; None for a quotation without one.
        content: what was said; days in it are not the day it was said.
        report: whose own day is the last resort.
        given: layers of the report up to moments.
    """
    published = report.masthead.published
    for place, verb in enumerate(_joined_to(cue)) if cue is not None else ():
        moment = _day_beside(verb, content, given)
        if moment is not None:
            return When(
                moment.value,
                moment.earliest,
                moment.latest if moment.value is not None else published.latest,
                moment.precision,
                moment.why + ("; named with the words that come before" if place else ""),
                moment.span,
                moment.is_inferred or place > 0,
            )
    if published.value is None:
        return When(None, None, published.latest, 5, f"not stated, and the report has no day ({published.how})")
    precision = 1 if published.precision == "day" else 5
    return When(
        published.value,
        None,
        published.latest,
        precision,
        "not stated; the report's own day",
        None,
        is_inferred=True,
    )


def _day_beside(verb: Token, content: tuple[Span, ...], given: Layers) -> Moment | None:
    """The moment that hangs on the word, or that its clause hangs on, outside what was said."""
    for moment in given.moments:
        if not verb.sent.start <= moment.span.start < verb.sent.end:
            continue
        if any(span.start <= moment.span.start < span.end for span in content):
            continue
        token = given.parse.token_at(moment.span.start)
        if token is None or not (moment.value is not None or _waits_for_a_day(moment)):
            continue
        if hangs_on(token, verb) or is_day_of(token, verb):
            return moment
    return None


def _waits_for_a_day(moment: Moment) -> bool:
    """Whether only the day of the report is lacking: "on Saturday" of a report without one."""
    return moment.clock is None and moment.why.startswith("the report has no day")


def _joined_to(cue: Token) -> Iterator[Token]:
    """The cue, then the verbs whose time it shares: "on Thursday she said ..., but added"."""
    yield cue
    while cue.dep in _SHARES_TIME and cue.head is not cue:
        cue = cue.head
        yield cue
