"""Whose a body is where no state is named: the state that a report speaks for, or from. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from variorum.analysers import gazetteer
from variorum.model.marks import Mention
from variorum.model.reports import Genre, Report

FORCES = frozenset({"MIL", "COP", "SPY", "LEG", "JUD", "REB", "OPP", "MED"})
"""Roles that make a body of its own beside the government."""
HOME_ROLES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
"""Bodies of a state: without a state's name they are those of the report's own."""
OF_THE_OUTLET = "of the state that the outlet's name holds"


def home_of(report: Report, names: gazetteer.Gazetteer, text: str) -> tuple[str | None, str]:
    """(state whose bodies the report means when it names no state, how that is known).

    The state of the dateline; of an official statement the state named above its title; else the one that the name of
    the outlet holds: the Marrec Gazette.
    """
    place = report.masthead.dateline_place
    words = place.span.exact if place.span is not None else place.value or ""
    known = names.exact(words) or names.exact(words.title())
    if known is not None and known.country:
        return known.country, "of the state the report is datelined from"
    outlet = report.masthead.outlet.value or ""
    if report.masthead.genre.value == Genre.OFFICIAL.value:
        title = report.masthead.title.span
        outlet = f"{text[report.start : title.start if title is not None else report.start]}\n{outlet}"
    states = {found.country for _, _, found in names.find(outlet) if found.country}
    return (states.pop(), OF_THE_OUTLET) if len(states) == 1 else (None, "")


ONLY_STATE_MENTIONS = 3
"""How often at least a state is named that a report is about."""
OTHERS_SHARE = 8
"""A state named more than once, and more than one time in so many as the first, is another that may be meant.

A third of it was not enough: a report of one state's crash can name the other, whose driver it was, three times as often.
"""
_NO_STATES = frozenset({"IGO", "NGO", "IMG", "MNC"})


def only_state(mentions: Iterable[Mention]) -> str | None:
    """The only state that the report is about, others named in passing at most; else None.

    Args:
        mentions: as written.
    """
    counts = Counter(mention.country for mention in mentions if mention.country and mention.country not in _NO_STATES)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if not ranked or counts[ranked[0]] < ONLY_STATE_MENTIONS:
        return None
    others = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if others <= max(1, counts[ranked[0]] // OTHERS_SHARE) else None


FEWEST_TOWNS = 2
"""How many times at least towns and provinces are named where a report takes place in their state."""


def ground(places: Iterable[Mention], *, alone: bool = False) -> str | None:
    """The state in which a report takes place: where all its towns and provinces lie, but one in `OTHERS_SHARE`; else None.

    Args:
        places: towns and provinces, as resolved.
        alone: whether not even one may lie elsewhere.
    """
    counts = Counter(mention.country for mention in places if mention.place is not None and mention.country)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if not ranked or counts[ranked[0]] < FEWEST_TOWNS:
        return None
    most = 0 if alone else counts[ranked[0]] // OTHERS_SHARE
    return ranked[0] if counts.total() - counts[ranked[0]] <= most else None
