"""Whose a body is where no state is named: the state that a report speaks for, or from. Pure."""

from __future__ import annotations

from variorum.analysers import gazetteer
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
