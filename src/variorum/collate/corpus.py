"""What collation works on: the effective entries of all reports that count, with lookups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from variorum.codes.countries import by_code
from variorum.crisis import Crisis
from variorum.model.entries import Claim, Event, Party, Statement
from variorum.model.marks import Mention
from variorum.model.reports import Report, TextLayer


@dataclass(frozen=True)
class Corpus:
    """Entries in canonical order. `same` and `different` are pairs of entry ids that a person ruled on."""

    reports: tuple[Report, ...]
    origin_of: Mapping[str, str]
    """Report id -> the report it counts as; empty for digests and opinion."""
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    texts: Mapping[str, TextLayer] = field(default_factory=dict)

    @cached_property
    def report(self) -> dict[str, Report]:
        """Report id -> report."""
        return {report.id: report for report in self.reports}

    @cached_property
    def event(self) -> dict[str, Event]:
        """Event id -> event."""
        return {event.id: event for event in self.events}

    @cached_property
    def statement(self) -> dict[str, Statement]:
        """Statement id -> statement."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def actor_names(self) -> dict[str, str]:
        """Actor id -> the name shown most often."""
        counts: dict[str, dict[str, int]] = {}
        for mention in self.mentions:
            if len(mention.actors) == 1 and mention.name:
                names = counts.setdefault(mention.actors[0], {})
                names[mention.name] = names.get(mention.name, 0) + 1
        return {actor: min(names, key=lambda name: (-names[name], name)) for actor, names in counts.items()}

    def outlet(self, report_id: str) -> str:
        """Name of a report's outlet; where none is known its id, which pages show as its letter."""
        return self.report[report_id].masthead.outlet.value or report_id


def tellers(corpus: Corpus, report_ids: Iterable[str]) -> set[str]:
    """Who tells, copies folded into their source; a digest or an opinion tells, though it is no independent origin."""
    return {corpus.origin_of.get(report_id, report_id) or report_id for report_id in report_ids}


def side(party: Party | None, outlet: str) -> str:
    """The side a claimant stands on: its state, else its own id or name, else the outlet."""
    if party is None:
        return f"outlet {outlet}"
    return party.country or (party.actors[0] if party.actors else party.name.lower())


NOT_THE_STATE = {
    "REB": "armed groups",
    "SEP": "armed groups",
    "MUS": "armed groups",
    "OPP": "the opposition",
    "CRM": "gangs",
}
"""CAMEO roles of those whose acts are not their state's -> what they are called here, whatever a report calls them."""
SOMEWHERE = "?"
"""Stands for the state of an armed group that no words name."""


def states(parties: tuple[Party, ...]) -> frozenset[str]:
    """States of these parties, their ids where none is known; of armed groups and the like `SYR.REB`."""
    found = set()
    for party in parties:
        if party.role in NOT_THE_STATE and party.country:
            found.add(f"{party.country}.{party.role}")
        elif party.country:
            found.add(party.country)
        elif party.actors:
            found.update(actor.split(".")[0] for actor in party.actors)
    return frozenset(found)


def sides(parties: tuple[Party, ...]) -> frozenset[str]:
    """As `states`; where none is known, `?.REB` of an armed group or the like, which no words place."""
    known = states(parties)
    if known:
        return known
    return frozenset(f"{SOMEWHERE}.{party.role}" for party in parties if party.role in NOT_THE_STATE)


def state_name(code: str, crisis: Crisis) -> str:
    """Readable name of a state or of an actor of crisis.toml; the code itself if neither has it."""
    for actor in crisis.actor:
        if actor.id == code or (actor.kind == "government" and actor.country == code):
            return actor.name
    state, _, role = code.partition(".")
    if role in NOT_THE_STATE:
        return f"{NOT_THE_STATE[role]} of {state_name(state, crisis)}"
    country = by_code(code)
    return country.name if country else code
