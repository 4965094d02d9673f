"""Do two entries speak of one thing? Known to differ, known to agree, or not known: never guessed from equal numbers.

Scope has five parts: what is counted, who caused it, whose it was, where, when. Two entries whose any part is known to
differ are apart. Otherwise they are joined where at least one part is known to agree, and the join is likely where
another is unknown.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from variorum.collate.corpus import SOMEWHERE, sides, states
from variorum.collate.craft import CRAFT, are_other_sites, fate
from variorum.collate.details import means_agree, sites_agree
from variorum.collate.places import is_great, places_agree, plain_name
from variorum.collate.verdict import Same, Verdict
from variorum.model.entries import BEGAN, Claim, Event, Stance, When


def days_agree(one: When, other: When, slack: int) -> Same:
    """Whether two windows can be one: they meet when widened by `slack` days; unknown where either is wide or open."""
    partial = month_and_day(one), month_and_day(other)
    if partial[0] or partial[1]:
        if partial[0] and partial[1]:
            return Same.YES if partial[0] == partial[1] else Same.NO
        dated = other if partial[0] else one
        known = partial[0] or partial[1]
        if dated.value and dated.earliest and dated.earliest == dated.latest:
            return Same.YES if dated.earliest[5:] == known else Same.NO
        return Same.UNKNOWN
    if one.value is None or other.value is None:
        return Same.NO if _other_weekday(one, other) else _bounds_agree(one, other, slack)
    a, b, c, d = (day_of(value) for value in (one.earliest, one.latest, other.earliest, other.latest))
    if a is None or b is None or c is None or d is None:
        return Same.UNKNOWN
    meet = a <= d + timedelta(days=slack) and c <= b + timedelta(days=slack)
    if not meet:
        return Same.NO
    if a == b and c == d and a != c:
        return Same.UNKNOWN  # two days that a slip could make one
    return Same.YES if (b - a).days <= 7 and (d - c).days <= 7 else Same.UNKNOWN


def _other_weekday(one: When, other: When) -> bool:
    """Whether one names a weekday without a day and the other is a day, or a weekday, that is not it."""
    first, second = (when.weekday if when.value is None else _weekday_of(when) for when in (one, other))
    return first is not None and second is not None and first != second


def _weekday_of(when: When) -> int | None:
    day = day_of(when.earliest) if when.earliest == when.latest else None
    return day.weekday() if day else None


def _bounds_agree(one: When, other: When, slack: int) -> Same:
    """Only open bounds: apart where one must lie after the other."""
    for early, late in ((one, other), (other, one)):
        first, last = day_of(early.earliest), day_of(late.latest)
        if early.value and first and last and first > last + timedelta(days=slack) and not late.is_inferred:
            return Same.NO
    return Same.UNKNOWN


def month_and_day(when: When) -> str:
    """`05-07` of a day whose year is not known; empty for any other."""
    match = re.fullmatch(r"XXXX-(\d\d-\d\d)", when.value or "")
    return match.group(1) if match else ""


def day_of(value: str | None) -> date | None:
    """The calendar day of an ISO string, None where it is none."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def parties_agree(one: frozenset[str], other: frozenset[str]) -> Same:
    """Whether two sets of sides can be one: yes where one holds the other; an armed group of who knows where is no state."""
    if not one or not other:
        return Same.UNKNOWN
    if any(side.startswith(SOMEWHERE) for side in one | other):
        return Same.UNKNOWN if any("." in side for side in one) and any("." in side for side in other) else Same.NO
    return Same.YES if one <= other or other <= one else Same.NO


def _moments_agree(one: When, other: When, slack: int) -> Same:
    """As `days_agree`, but two stated days a night apart may be one and two days further apart are not."""
    first, second = (day_of(one.earliest), day_of(one.latest)), (day_of(other.earliest), day_of(other.latest))
    if first[0] and second[0] and first[0] == first[1] and second[0] == second[1] and one.value and other.value:
        return Same.YES if first == second else Same.UNKNOWN if abs((first[0] - second[0]).days) <= 1 else Same.NO
    return days_agree(one, other, slack)


def _exclude_each_other(one: Claim, other: Claim) -> bool:
    """Whether no number fits both figures."""
    first, second = one.figure, other.figure
    if first is None or second is None:
        return False
    return any(
        low is not None and high is not None and low > high
        for low, high in ((first.low, second.high), (second.low, first.high))
    )


def are_rivals(one: Claim, other: Claim) -> bool:
    """Whether two named sources give them: only these can dispute a count within one report."""
    return bool(teller(one)) and bool(teller(other)) and teller(one) != teller(other)


def _one_teller(one: Claim, other: Claim) -> bool:
    """Whether one known side gives both."""
    return bool(teller(one)) and teller(one) == teller(other)


def teller(claim: Claim) -> frozenset[str]:
    """The side that gives it: its state, else its own name; empty where the outlet does."""
    if claim.claimant is None:
        return frozenset()
    return states((claim.claimant,)) or frozenset({plain_name(claim.claimant.name)})


SERIES = frozenset({"displaced", "missing", "detained"})
"""Counts of a state that lasts: one side's are one series unless their scopes are known to differ."""
NEEDS_TWO = frozenset(
    {
        "killed",
        "wounded",
        "casualties",
        "missing",
        "displaced",
        "detained",
        "sites",
        "strikes",
        "incidents",
        "people present",
        "did",
        "began",
    }
)
"""Topics so common that one shared part of the scope shows nothing."""
RECENT_DAYS = 7
"""News without a day is told as of the days before it: two tellings whose reports are further apart are not one on that."""
WIDE = 5
"""UCDP where_prec from which a place is a part of a state at large, or all of it."""
PLACED = frozenset({"killed", "wounded"})
"""Slots of what one side does to another again and again: who and whose show nothing without a day or a place, but where
a report has no day at all."""
NEVER_ALL = frozenset({"children", "women", "women and children"})
"""Subsets that reports give beside a total, not in its place."""
HARM = {"casualties": "killed", "killed": "killed"}
"""Slots set side by side: casualties may be killed or wounded."""


def exact_day(when: When) -> date | None:
    """The one calendar day of a window, if it is one."""
    return day_of(when.earliest) if when.value is not None and when.earliest == when.latest else None


def near_day(when: When, said: When | None = None) -> date | None:
    """The day near which something is told to have happened: its own, else the last on which it can have, else said."""
    own = day_of(when.earliest) if when.value is not None and when.earliest == when.latest else None
    return own or day_of(when.latest) or (day_of(said.latest) if said is not None else None)


def too_far(one: date | None, other: date | None, slack: int) -> bool:
    """Whether two near days are further apart than news is old, and a slip besides."""
    return one is not None and other is not None and abs((one - other).days) > RECENT_DAYS + slack


TOO_FAR = Verdict(joined=False, why="told too far apart, and no day shows that it is the same")


def claims_match(one: Claim, other: Claim, slack: int) -> Verdict:
    """Whether two claims are about one thing.

    Args:
        one: a claim.
        other: another.
        slack: days two tellings of one event may differ.
    """
    if HARM.get(one.topic, one.topic) != HARM.get(other.topic, other.topic):
        return Verdict(joined=False, why="something else is counted")
    if one.topic in CRAFT and {fate(one), fate(other)} == {"lost", "used"}:
        return Verdict(joined=False, why="another scope: one counts what was lost, the other what was used")
    if are_other_sites(one, other):
        return Verdict(joined=False, why="something else is counted")
    first = one.figure.subset if one.figure else None
    second = other.figure.subset if other.figure else None
    if first and second and first != second:
        return Verdict(joined=False, why=f"another part: one counts {first}, the other {second}")
    if is_part(one) != is_part(other):
        return Verdict(joined=False, why=f"another scope: one counts {_part(one, other)}, the other everyone")
    is_of_one = one.is_main and other.is_main and one.report_id == other.report_id
    if is_of_one and _exclude_each_other(one, other) and not are_rivals(one, other):
        return Verdict(joined=False, why="another count: one report gives both, and no two sources of it dispute them")
    if (first is None) != (second is None) and _exclude_each_other(one, other):
        return Verdict(joined=False, why=f"another scope: one counts {first or second}, the other everyone")
    if one.plover and other.plover and one.plover != other.plover and one.topic != other.topic:
        return Verdict(joined=False, why="another kind of event")
    if _sums_more(one, other) or _sums_more(other, one):
        return Verdict(joined=False, why="another scope: one counts over a time, the other one happening")
    parts = scope_parts(one, other, slack)
    if is_of_one and parts["when"] is Same.YES:
        parts["what the report is about"] = Same.YES
    agree = parts["who caused it"] is Same.YES and parts["whose it was"] is Same.YES
    if _are_running(one, other) and agree and Same.NO not in parts.values():
        return Verdict(joined=True, is_likely=True, why="both count on, of what one did to the other", parts=2)
    series = one.topic in SERIES and first == second and _one_teller(one, other)
    near = near_day(one.window, one.as_of), near_day(other.window, other.as_of)
    if parts["when"] is Same.UNKNOWN and parts["where"] is Same.YES and _are_news(one, other, near, slack):
        parts["the days before"] = Same.YES
    if not series and parts["when"] is Same.UNKNOWN and too_far(*near, 1):
        return TOO_FAR
    if series and Same.NO not in parts.values():
        return Verdict(joined=True, is_likely=True, why="one side counts the same")
    if HARM.get(one.topic, one.topic) in PLACED and None not in near and not _shown(parts):
        return Verdict(joined=False, why="neither day nor place shows that it is the same")
    if one.topic in ("sites", "strikes", "incidents") and parts["who caused it"] is not Same.YES:
        return Verdict(joined=False, why="who struck is not known to agree")
    return weighed(parts, needed=2 if one.topic in NEEDS_TWO else 1)


def scope_parts(one: Claim, other: Claim, slack: int) -> dict[str, Same]:
    """What is known of each part of the scopes of two claims that count the same."""
    return {
        "who caused it": parties_agree(sides(one.by), sides(other.by)),
        "whose it was": parties_agree(states(one.against), states(other.against)),
        "where": _no_state(one, other, where_agrees(one, other)),
        "when": _sums_agree(one, other) or _moments_agree(one.window, other.window, slack),
        "by what means": means_agree(one, other),
    }


def _are_news(one: Claim, other: Claim, near: tuple[date | None, date | None], slack: int) -> bool:
    """Whether a toll without a day is news of the days in which the other tells one, of a place too small for two."""
    if near[0] is None or near[1] is None or abs((near[0] - near[1]).days) > slack:
        return False
    places = [claim.where for claim in (one, other)]
    return all(place is not None and (place.precision or 1) <= _TOWN and not is_great(place) for place in places)


_TOWN = 3
"""UCDP where_prec up to which a place is a town or less than a province."""


def _shown(parts: dict[str, Same]) -> bool:
    """Whether a day, a place or what their report is about is known to agree."""
    return any(parts.get(name) is Same.YES for name in ("where", "when", "what the report is about"))


def _no_state(one: Claim, other: Claim, where: Same) -> Same:
    """That both are told of one state shows no place, but where one side counts: it may have counted on."""
    is_state = not _one_teller(one, other) and all(
        claim.where is not None and (claim.where.precision or 0) >= WIDE for claim in (one, other)
    )
    return Same.UNKNOWN if is_state and where is Same.YES else where


def _sums_agree(one: Claim, other: Claim) -> Same | None:
    """Whether two sums are of one time; None unless both are sums of a known time: a day's dead are not four days'."""
    if not _are_running(one, other):
        return None
    days = [day_of(day) for claim in (one, other) for day in (claim.window.earliest, claim.window.latest)]
    if one.window.value is None or other.window.value is None or any(day is None for day in days):
        return None
    start, end, its_start, its_end = (day for day in days if day is not None)
    return Same.YES if abs((start - its_start).days) <= 1 and abs((end - its_end).days) <= 1 else Same.NO


def _are_running(one: Claim, other: Claim) -> bool:
    """Whether both are sums that go on growing: "the toll of the raids rises to 220", "to more than 430"."""
    return all(claim.figure is not None and bool(claim.figure.is_cumulative) for claim in (one, other))


def where_agrees(one: Claim | Event, other: Claim | Event) -> Same:
    """Whether it can be one place: the quarter or site where both name one, else the town."""
    near, far = sites_agree(one, other), places_agree(one.where, other.where)
    return far if near is Same.UNKNOWN or (near is Same.YES and far is Same.NO) else near


def _sums_more(one: Claim, other: Claim) -> bool:
    """Whether one sums up a time, and the other is of one day or one place in it."""
    first, second = one.figure, other.figure
    if first is None or second is None or not first.is_cumulative or second.is_cumulative:
        return False
    return bool(other.sites) or (other.window.value is not None and other.window.precision <= _DAYS)


_DAYS = 2
"""UCDP date_prec up to which a window is one happening's."""


def is_part(claim: Claim) -> bool:
    """Whether it counts a part of those struck: by its words, or because they are no whole: children, women."""
    figure = claim.figure
    return figure is not None and (figure.is_part or figure.subset in NEVER_ALL)


def _part(one: Claim, other: Claim) -> str:
    part = one if is_part(one) else other
    return (part.figure.subset if part.figure else None) or "some of them"


def began_match(one: Claim, other: Claim, slack: int) -> Verdict:
    """Whether two say who began one exchange: the same two fought, on one day, and not in two places."""
    fought = [
        states((*claim.by, *claim.against, *((claim.claimant,) if claim.claimant else ()))) for claim in (one, other)
    ]
    when = _moments_agree(one.window, other.window, slack)
    where = places_agree(one.where, other.where)
    if when is Same.NO or where is Same.NO:
        return Verdict(joined=False, why="another exchange: when or where differ")
    if not fought[0] & fought[1]:
        return Verdict(joined=False, why="others fought")
    if when is not Same.YES and where is not Same.YES:
        return Verdict(joined=False, why="neither day nor place shows that it is the same")
    if when is Same.UNKNOWN and too_far(near_day(one.window, one.as_of), near_day(other.window, other.as_of), 1):
        return TOO_FAR
    return Verdict(joined=True, is_likely=when is not Same.YES, why="the same exchange")


def did_match(one: Claim, other: Claim, slack: int) -> Verdict:
    """Whether two say who did one thing: it was done to the same, there and then, as far as each is known.

    Two who name the same doer need one part more to agree; two who name different ones need two.
    """
    if one.plover != other.plover:
        return Verdict(joined=False, why="another kind of event")
    who = parties_agree(states(one.by), states(other.by))
    parts = {
        "whose it was": parties_agree(states(one.against), states(other.against)),
        "where": places_agree(one.where, other.where),
        "when": _moments_agree(one.window, other.window, slack),
    }
    if Same.YES not in (parts["where"], parts["when"]):
        return Verdict(joined=False, why="neither day nor place shows that it is the same")
    near = near_day(one.window, one.as_of), near_day(other.window, other.as_of)
    if parts["when"] is Same.UNKNOWN and too_far(*near, 1):
        return TOO_FAR
    return weighed(parts, needed=1 if who is Same.YES else 2)


ANOTHER_SCOPE = "another scope"
"""How the reason begins where a part of the scope is known to differ."""
MAY_BE_LEFT_OUT = frozenset({"where", "by what means"})
"""Parts whose absence does not make a join less sure."""


def weighed(parts: dict[str, Same], *, needed: int) -> Verdict:
    """Joined where no part differs and `needed` agree; likely where another that is seldom left out is unknown."""
    differ = [name for name, same in parts.items() if same is Same.NO]
    if differ:
        return Verdict(joined=False, why=f"{ANOTHER_SCOPE}: {' and '.join(differ)} differ")
    agree = [name for name, same in parts.items() if same is Same.YES]
    if len(agree) < needed:
        return Verdict(joined=False, why="nothing shows that it is the same")
    unknown = [name for name, same in parts.items() if same is Same.UNKNOWN and name not in MAY_BE_LEFT_OUT]
    return Verdict(joined=True, is_likely=bool(unknown), why=" and ".join(agree) + " agree", parts=len(agree))


def is_mirror(one: Claim, other: Claim, *, in_one_breath: bool = False) -> bool:
    """A says B did it, B says A did it, and nothing else tells the two apart.

    Args:
        one: a claim.
        other: another.
        in_one_breath: whether they are told side by side, so that day and place need not agree.
    """
    if (
        one.topic != other.topic
        or one.stance is not Stance.ASSERTED
        or other.stance is not Stance.ASSERTED
        or one.claimant is None
        or other.claimant is None
    ):
        return False
    mine, theirs = states((one.claimant,)), states((other.claimant,))
    if not mine or not theirs or mine == theirs or states(one.by) != theirs or states(other.by) != mine:
        return False
    if one.plover != other.plover:
        return False
    if in_one_breath:
        return True
    if one.topic == BEGAN:
        return (
            days_agree(one.window, other.window, 0) is Same.YES and places_agree(one.where, other.where) is not Same.NO
        )
    return one.within == other.within
