"""Events that a side denies or acknowledges: what is told inside the denial is no telling of it.

"The army denied that it had shelled the port" tells of a shelling as little as it tells that there was none. Where others
tell it, the denial stands beside them; where nobody does, there is no event, only what is known from its denial
(`positions`). One matter then holds both.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from variorum.collate.accounts import of_events
from variorum.collate.corpus import Corpus, side, states, tellers
from variorum.collate.shaping import weight_of
from variorum.collate.standing import View, of_figures
from variorum.model.entries import DID, Claim, Event, Stance
from variorum.model.matters import Account, Matter, Standing

_ANSWERS = frozenset({Stance.DENIED, Stance.ACKNOWLEDGED})
_CONFIRMING = ("confirm", "acknowledg", "admit", "conced", "recogni")
"""How the verbs begin by which a side owns to what others said that it did or suffered."""
SHOWN = frozenset({Standing.DENIED, Standing.ACKNOWLEDGED, Standing.CHANGED_POSITION, Standing.ORDER_UNKNOWN})
"""Standings for which an event's matter takes the answers to it in."""


def answered(events: Sequence[Matter], positions: Sequence[Matter], corpus: Corpus) -> Iterator[Matter]:
    """The matters of events with the answers to them, and the positions that are no part of one.

    Args:
        events: matters of events.
        positions: matters of positions.
        corpus: all entries.
    """
    told = told_in_answers(corpus)
    claimed = {member: matter for matter in positions for member in matter.members}
    asserted = {claim.id for claim in corpus.claims if claim.topic == DID and claim.stance is Stance.ASSERTED}
    disputed = {
        event
        for event, claim in told.items()
        if claim.id in claimed and not asserted.isdisjoint(claimed[claim.id].members)
    }
    """Events inside answers that stand beside the charge they answer, in a matter of their own."""
    taken: set[str] = set()
    for matter in events:
        found = _with_answers(matter, told, disputed, corpus)
        if found is not None:
            taken.update(found.members)
            yield found
    for matter in positions:
        if not taken.issuperset(matter.members):
            yield matter


def restated(matter: Matter, told: Mapping[str, Claim], corpus: Corpus) -> Matter | None:
    """The matter of an event as it stands with its answers; None if nobody tells the event but who denies it.

    Args:
        matter: of an event.
        told: what `told_in_answers` gives for the corpus.
        corpus: all entries.
    """
    return _with_answers(matter, told, set(), corpus)


def told_in_answers(corpus: Corpus) -> dict[str, Claim]:
    """Event that an answer says was or was not -> the answer: the verb of what is denied, not what it only names."""
    found = {}
    for claim in corpus.claims:
        event = corpus.event.get(claim.event or "")
        if claim.topic != DID or claim.stance not in _ANSWERS or event is None:
            continue
        if event.rule == "verb" and event.within == claim.within:
            found[event.id] = claim
    return found


def _with_answers(matter: Matter, told: Mapping[str, Claim], disputed: set[str], corpus: Corpus) -> Matter | None:
    """The matter as it stands with its answers; None if nobody tells the event but who denies it."""
    group = [corpus.event[member] for member in matter.members if member in corpus.event]
    stances = {event.id: _stance(event, told, corpus) for event in group}
    if all(stance is Stance.ASSERTED for stance in stances.values()):
        return matter
    if all(stance is Stance.DENIED for stance in stances.values()):
        return None
    shown = [event for event in group if stances[event.id] is Stance.ASSERTED or event.id not in disputed]
    accounts = of_events(shown, corpus, stances)
    finding = of_figures([_view(account, corpus) for account in accounts])
    if finding.standing not in SHOWN:
        return matter
    answers = {told[event.id].id for event in shown if event.id in told}
    reports = {report_id for account in accounts for report_id in account.origins}
    return dataclasses.replace(
        matter,
        members=tuple(sorted({*matter.members, *answers})),
        accounts=tuple(accounts),
        standing=finding.standing,
        on_screen=finding.on_screen,
        why=finding.why,
        settle=finding.settle or matter.settle,
        weight=weight_of(finding.standing, len(accounts), len(reports)),
    )


def _stance(event: Event, told: Mapping[str, Claim], corpus: Corpus) -> Stance:
    """How who tells it stands to it: a side that confirms its own deed or loss acknowledges it."""
    answer = told.get(event.id)
    if answer is not None and answer.stance is Stance.DENIED:
        return Stance.DENIED
    statement = corpus.statement.get(event.within or "")
    if statement is None or statement.speaker is None or statement.cue is None:
        return Stance.ASSERTED
    own = states((statement.speaker,)) & states((*event.sources, *event.targets))
    is_owned = bool(own) and statement.cue.exact.lower().startswith(_CONFIRMING)
    return Stance.ACKNOWLEDGED if is_owned else Stance.ASSERTED


def _view(account: Account, corpus: Corpus) -> View:
    event = next(corpus.event[name] for name in account.entry_ids)
    statement = corpus.statement.get(event.within or "")
    speaker = statement.speaker if statement is not None else None
    return View(
        side=side(speaker, corpus.outlet(event.report_id)),
        who=account.claimant or corpus.outlet(event.report_id),
        stance=account.stance,
        low=None,
        high=None,
        is_low_open=False,
        is_high_open=False,
        has_value=False,
        as_of=account.as_of,
        words=account.value,
        report_ids=account.report_ids,
        tellers=tuple(sorted(tellers(corpus, account.report_ids))),
    )
