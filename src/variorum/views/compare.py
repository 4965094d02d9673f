"""Accounts of one matter side by side: value, claimant, as-of, report, words, where it stands and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from variorum.crisis import Crisis
from variorum.errors import NotFound
from variorum.model.entries import Claim, Event, Party
from variorum.model.matters import Account, Matter, MatterKind, Standing
from variorum.views.asof import Seen
from variorum.views.citations import Citations
from variorum.views.lists import OUTLET_ITSELF
from variorum.views.table import Row, Table
from variorum.views.wording import one_line, when_in_words

DIFFERING = frozenset(
    {
        Standing.CONTESTED,
        Standing.LATER_DIFFERS,
        Standing.ORDER_UNKNOWN,
        Standing.DENIED,
        Standing.MIRRORED,
        Standing.DENIAL_ONLY,
        Standing.ACKNOWLEDGED,
        Standing.CHANGED_POSITION,
        Standing.UPDATED,
        Standing.REFINED,
        Standing.CORRECTED,
        Standing.ORDER_IN_DOUBT,
        Standing.VARIANT_WORDING,
    }
)
"""Standings that belong under "where accounts differ"."""


@dataclass(frozen=True, slots=True)
class Line:
    """One account as the comparison prints it."""

    value: str
    who: str
    as_of: str
    reports: str
    cites: str
    words: str
    account: Account


@dataclass(frozen=True, slots=True)
class Comparison:
    """One matter, ready to be laid out."""

    number: int
    matter: Matter
    lines: tuple[Line, ...]
    aside: tuple[tuple[str, str, str], ...]
    """(words, place, reason) of what was kept apart."""
    hidden: int = 0
    """Accounts whose report's day is after the day asked for."""
    undated: tuple[Line, ...] = ()
    """With a day asked for: accounts whose day is unknown and may be later."""
    title: str = ""
    on_screen: str = ""
    why: str = ""
    settle: str = ""
    """The matter's own words for these, with letters for reports."""


def differing(citations: Citations) -> list[Matter]:
    """Matters whose accounts differ, in page order."""
    return [
        matter
        for matter in citations.record.matters
        if matter.standing in DIFFERING and matter.kind not in (MatterKind.NAME, MatterKind.CAVEAT)
    ]


def claimant_of(account: Account) -> str:
    """Who gives the account, as shown."""
    return one_line(account.claimant) or OUTLET_ITSELF


def _line(citations: Citations, account: Account) -> Line:
    first = account.evidence[0]
    return Line(
        one_line(account.value),
        claimant_of(account),
        when_in_words(account.as_of),
        citations.letters(account.report_ids),
        citations.marks(account.evidence[:1]),
        one_line(first.exact),
        account,
    )


def comparison(
    citations: Citations, matter: Matter, number: int, *, as_of: date | None = None, crisis: Crisis | None = None
) -> Comparison:
    """The matter laid out; with `as_of`, as it stood by what was published then, the undated in a block of its own.

    Args:
        citations: of the record.
        matter: one of it.
        number: on the page.
        as_of: the day asked for.
        crisis: for the names of its actors in a standing that is made anew.
    """
    found = citations.history.seen(matter, as_of, crisis) if as_of is not None else Seen(matter, (), 0)
    matter = found.matter
    lines = [_line(citations, account) for account in matter.accounts]
    undated = [_line(citations, account) for account in found.undated]
    hidden = found.hidden
    aside = tuple(
        (
            one_line(item.words.exact),
            f"{citations.place(item.words)} {citations.marks([item.words])}",
            item.why,
        )
        for item in matter.apart
    )
    title, on_screen, why, settle = (
        citations.lettered(matter, words) for words in (matter.title, matter.on_screen, matter.why, matter.settle)
    )
    return Comparison(number, matter, tuple(lines), aside, hidden, tuple(undated), title, on_screen, why, settle)


def select(
    citations: Citations,
    *,
    which: tuple[str, ...] = (),
    kind: str | None = None,
    actor: str | None = None,
    about: str | None = None,
    side: str | None = None,
) -> list[tuple[int, Matter]]:
    """(number on the page, matter) of the differing matters that fit every filter; told-alike ones when named.

    Args:
        citations: of the record.
        which: page numbers or matter ids.
        kind: a `MatterKind`.
        actor: part of a claimant's name or id, whatever the case.
        about: part of the title.
        side: name or id of a state or body that does, suffers or says something in the matter.

    Raises:
        NotFound: if a number or an id names no matter.
    """
    numbered = list(enumerate(differing(citations), 1))
    if which:
        chosen = []
        by_id = {matter.id: matter for matter in citations.record.matters}
        for wanted in which:
            if wanted.isdigit() and 1 <= int(wanted) <= len(numbered):
                chosen.append(numbered[int(wanted) - 1])
            elif wanted in by_id:
                matter = by_id[wanted]
                chosen.append((next((n for n, other in numbered if other.id == wanted), 0), matter))
            else:
                raise NotFound(
                    f"no matter {wanted!r}",
                    place="compare",
                    next_step="Numbers are those of the brief: variorum brief",
                )
        numbered = chosen
    found = []
    for number, matter in numbered:
        if kind and matter.kind.value != kind:
            continue
        if about and about.lower() not in matter.title.lower():
            continue
        if actor and not any(
            actor.lower() in account.claimant.lower() or actor.lower() == account.claimant_id.lower()
            for account in matter.accounts
        ):
            continue
        if side and not _involves(citations, matter, side.lower()):
            continue
        found.append((number, matter))
    return found


def _involves(citations: Citations, matter: Matter, side: str) -> bool:
    """Whether a side of that name or id stands in a slot of the matter's entries."""
    parties: list[Party] = []
    for entry in (citations.history.entries.get(member) for member in matter.members):
        if isinstance(entry, Claim):
            parties += [*entry.by, *entry.against, *([entry.claimant] if entry.claimant else [])]
        elif isinstance(entry, Event):
            parties += [*entry.sources, *entry.targets]
    return any(
        side in (party.name.lower(), (party.country or "").lower(), *(actor.lower() for actor in party.actors))
        for party in parties
    )


def table(
    citations: Citations,
    chosen: list[tuple[int, Matter]],
    *,
    as_of: date | None = None,
    crisis: Crisis | None = None,
) -> Table:
    """The chosen matters as one flat table, a row for each account; with `as_of`, as they stood on that day."""
    rows = []
    for number, full in chosen:
        matter = citations.history.seen(full, as_of, crisis).matter if as_of is not None else full
        for account in matter.accounts:
            line = _line(citations, account)
            rows.append(
                Row(
                    (
                        str(number),
                        matter.id,
                        citations.lettered(matter, matter.title),
                        matter.standing.value,
                        citations.lettered(matter, matter.on_screen),
                        line.value,
                        line.who,
                        account.stance,
                        line.as_of,
                        line.reports,
                        str(len(account.origins)),
                        line.words,
                        citations.lettered(matter, matter.why),
                    ),
                    account.evidence,
                    account.entry_ids,
                )
            )
    columns = (
        "number",
        "matter",
        "title",
        "standing",
        "where it stands",
        "value",
        "who says so",
        "stance",
        "as of",
        "reports",
        "origins",
        "words",
        "why",
    )
    return Table("accounts", columns, tuple(rows), "" if rows else "No matter fits.")
