"""Claims and events of one matter -> its accounts: one for each value and claimant, with every place that gives it."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from variorum.collate.corpus import Corpus, side, states, tellers
from variorum.collate.standing import View
from variorum.model.entries import Claim, Event, Stance, When
from variorum.model.ids import address
from variorum.model.matters import Account
from variorum.model.spans import Span

_STANCE_WORDS = {
    Stance.DENIED: "denies",
    Stance.ACKNOWLEDGED: "acknowledges",
    Stance.DOUBTED: "doubts",
    Stance.WITHDRAWN: "withdraws",
}
_ORDER = {"asserted": 0, "acknowledged": 1, "denied": 2, "doubted": 3, "withdrawn": 4}


def claimant(claim: Claim) -> tuple[str, str]:
    """(readable name, id) of who gives a claim; an empty name is the outlet's own voice."""
    if claim.claimant is None:
        return "", claim.report_id
    actors = claim.claimant.actors
    return " ".join(claim.claimant.name.split()), actors[0] if len(actors) == 1 else claim.claimant.name.lower()


def value_of(claim: Claim) -> str:
    """The value as words: the number as written with what it counts, else what the claimant does."""
    if claim.figure is not None:
        words = " ".join(claim.figure.words.exact.split())
        unit = " ".join(claim.figure.unit.exact.split()) if claim.figure.unit else claim.topic
        value = words if unit.lower() in words.lower() else f"{words} {unit}"
        return value if claim.stance is Stance.ASSERTED else f"{value}: {_STANCE_WORDS[claim.stance]}"
    if claim.stance is Stance.ASSERTED:
        who = ", ".join(dict.fromkeys(party.name for party in claim.by))
        return f"by {who}" if who else "says so"
    return _STANCE_WORDS[claim.stance]


def of_claims(claims: Iterable[Claim], corpus: Corpus) -> list[tuple[Account, View]]:
    """Accounts with what standing needs of each, assertions first, dated before undated, then by value."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    claims = tuple(claims)
    told = _attributed(claims)
    for claim in claims:
        named = told.get(_given(claim)) if claim.claimant is None else None
        if named is not None:
            groups.setdefault(_key(named), []).append(claim)
            continue
        groups.setdefault(_key(claim), []).append(claim)
    found = [_account(members, corpus) for members in groups.values()]
    found = [(account, _set_against(account, view, found, corpus)) for account, view in found]
    return sorted(found, key=lambda item: _rank(item[0]))


_AGAINST = re.compile(
    r"\b(?:while|whereas|but|however|although|though|yet|disput\w+|conflict\w+|contradict\w+|contest\w+|instead|only"
    r"|den(?:y|ies|ied)|reject\w*|dismiss\w*|lower|higher|revis\w+|previous|initial\w*|earlier in the day"
    r"|earlier (?:toll|count|figure|report)s?|puts?|putting|for its part"
    r"|sa(?:ys?|id) (?:that )?(?:they|it|the (?:attack|strike|raid|rocket|shell|blast)s?))\b",
    re.IGNORECASE,
)
"""Words by which a report sets one count against another of the same thing."""


def _set_against(account: Account, view: View, all_: Sequence[tuple[Account, View]], corpus: Corpus) -> View:
    """The view with the accounts of its one report that the words between them, and around, set it against."""
    if len(account.report_ids) != 1 or view.side == "" or not corpus.texts:
        others = {other.id for other, _ in all_ if other is not account} if not corpus.texts else set()
        return dataclasses.replace(view, key=account.id, set_against=frozenset(others))
    against = set()
    for other, its in all_:
        if other is account or other.report_ids != account.report_ids or its.side == view.side:
            continue
        for one, two in itertools.product(account.evidence, other.evidence):
            text = corpus.texts[one.text_id].text
            start, end = min(one.start, two.start), max(one.end, two.end)
            sentence = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
            if end - start <= MOST_BETWEEN and _AGAINST.search(text, sentence, min(len(text), end + AFTER)):
                against.add(other.id)
    return dataclasses.replace(view, key=account.id, set_against=frozenset(against))


MOST_BETWEEN = 600
"""Characters within which one count can answer another."""
AFTER = 30
"""Characters behind the later count that still belong to it."""


def _given(claim: Claim) -> tuple[object, ...] | None:
    """What a report gives: its number and of what; None of a claim that asserts no number."""
    figure = claim.figure
    if figure is None or claim.stance is not Stance.ASSERTED:
        return None
    return (claim.report_id, figure.low, figure.high, figure.is_low_open, figure.is_high_open, claim.topic)


def _attributed(claims: Iterable[Claim]) -> dict[tuple[object, ...] | None, Claim]:
    """What a report gives -> its first claim that says whose it is, where all that do name one: a headline repeats it."""
    found: dict[tuple[object, ...] | None, Claim] = {}
    several = set()
    for claim in sorted(claims, key=lambda claim: (claim.report_id, claim.predicate.start, claim.id)):
        given = _given(claim)
        if given is None or claim.claimant is None:
            continue
        if given in found and claimant(found[given])[1] != claimant(claim)[1]:
            several.add(given)
        found.setdefault(given, claim)
    return {given: claim for given, claim in found.items() if given not in several}


def _key(claim: Claim) -> tuple[object, ...]:
    """What makes two claims one account: who gives it, what it gives, and as of when."""
    _, who_id = claimant(claim)
    figure = claim.figure
    value = (
        (figure.low, figure.high, figure.is_low_open, figure.is_high_open, claim.topic, figure.subset)
        if figure
        else (claim.topic, tuple(sorted(party.country or party.name for party in claim.by)))
    )
    return who_id, claim.stance.value, value, claim.as_of.value if figure else None


def _rank(account: Account) -> tuple[object, ...]:
    return (
        _ORDER.get(account.stance, 9),
        account.as_of.latest is None or account.as_of.value is None,
        account.as_of.latest or "",
        account.low if account.low is not None else -1.0,
        account.value,
        account.claimant,
        account.id,
    )


def _account(claims: Sequence[Claim], corpus: Corpus) -> tuple[Account, View]:
    claims = sorted(
        claims,
        key=lambda claim: (
            claim.claimant is None,
            claim.evidence[0].end - claim.evidence[0].start > 120,
            claim.report_id,
            claim.id,
        ),
    )
    first = claims[0]
    name, who_id = claimant(first)
    reports = tuple(dict.fromkeys(claim.report_id for claim in claims))
    days = sorted(day for report in reports if (day := corpus.report[report].masthead.published.latest) is not None)
    figure = first.figure
    shown = name or (corpus.outlet(first.report_id))
    account = Account(
        id=address("account", who_id, first.stance.value, value_of(first), first.as_of.value, first.id),
        value=value_of(first),
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        stance=first.stance.value,
        claimant=name,
        claimant_id=who_id,
        as_of=first.as_of,
        entry_ids=tuple(sorted(claim.id for claim in claims)),
        report_ids=reports,
        origins=tuple(sorted({corpus.origin_of.get(report, report) for report in reports} - {""})),
        evidence=tuple(dict.fromkeys(claim.evidence[0] for claim in claims)),
        first_said=days[0] if days else None,
        last_said=days[-1] if days else None,
        note="; ".join(dict.fromkeys(claim.note for claim in claims if claim.note)),
    )
    view = View(
        side=side(first.claimant, corpus.outlet(first.report_id)),
        who=shown,
        stance=_bears(first).value,
        low=account.low,
        high=account.high,
        is_low_open=figure.is_low_open if figure else False,
        is_high_open=figure.is_high_open if figure else False,
        has_value=figure is not None,
        as_of=first.as_of,
        words=account.value,
        report_ids=reports,
        tellers=tuple(sorted(tellers(corpus, reports))),
    )
    return account, view


def _bears(claim: Claim) -> Stance:
    """The stance as it bears on a matter: who confirms what others did to each other asserts it, and acknowledges nothing."""
    confirms = claim.predicate.exact.lower().startswith("confirm")  # "the agency confirmed the report"
    is_of_others = (confirms or bool(states((*claim.by, *claim.against)))) and not _is_own(claim)
    return Stance.ASSERTED if claim.stance is Stance.ACKNOWLEDGED and is_of_others else claim.stance


def _is_own(claim: Claim) -> bool:
    """Whether it is about what the claimant's own side did or suffered."""
    own = states((claim.claimant,)) if claim.claimant is not None else frozenset()
    return bool(own & states((*claim.by, *claim.against)))


def of_events(events: Sequence[Event], corpus: Corpus, stances: Mapping[str, Stance] | None = None) -> list[Account]:
    """One account for each teller and stance: the outlets in their own voice, or whoever is quoted telling it.

    Args:
        events: tellings of one event.
        corpus: all entries.
        stances: event id -> how its teller stands to it; asserted where none is given.
    """
    groups: dict[tuple[str, Stance], list[Event]] = {}
    names: dict[str, str] = {}
    for event in events:
        statement = corpus.statement.get(event.within) if event.within else None
        speaker = statement.speaker if statement is not None else None
        who = (speaker.actors[0] if len(speaker.actors) == 1 else speaker.name.lower()) if speaker else event.report_id
        names[who] = " ".join(speaker.name.split()) if speaker else ""
        groups.setdefault((who, (stances or {}).get(event.id, Stance.ASSERTED)), []).append(event)
    return [
        _telling(who, names[who], stance, members, corpus)
        for (who, stance), members in sorted(groups.items(), key=lambda item: (_ORDER[item[0][1].value], item[0][0]))
    ]


def _telling(who: str, name: str, stance: Stance, members: Sequence[Event], corpus: Corpus) -> Account:
    members = sorted(members, key=lambda event: (event.report_id, event.trigger.start))
    reports = tuple(dict.fromkeys(event.report_id for event in members))
    days = sorted(day for report in reports if (day := corpus.report[report].masthead.published.latest) is not None)
    evidence: tuple[Span, ...] = tuple(dict.fromkeys(event.evidence[0] for event in members))
    said = corpus.statement.get(members[0].within or "")
    return Account(
        id=address("account", who, members[0].id),
        value=members[0].trigger.exact if stance is Stance.ASSERTED else _STANCE_WORDS[stance],
        low=None,
        high=None,
        stance=stance.value,
        claimant=name,
        claimant_id=who,
        as_of=When.unknown("an event, not a figure") if stance is Stance.ASSERTED or said is None else said.said,
        entry_ids=tuple(event.id for event in members),
        report_ids=reports,
        origins=tuple(sorted({corpus.origin_of.get(report, report) for report in reports} - {""})),
        evidence=evidence,
        first_said=days[0] if days else None,
        last_said=days[-1] if days else None,
    )
