"""Where accounts stand to each other, and why. The table of the vocabulary, to the letter."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.codes.numbers import Interval
from variorum.model.entries import When
from variorum.model.matters import NOT_THE_NUMBER, ON_SCREEN, Standing


@dataclass(frozen=True)
class View:
    """One account as standing sees it."""

    side: str
    """State or body of the claimant; the report where nobody is named."""
    who: str
    """Readable claimant."""
    stance: str
    """asserted, denied, acknowledged, doubted, withdrawn."""
    low: float | None
    high: float | None
    is_low_open: bool
    is_high_open: bool
    has_value: bool
    as_of: When
    words: str
    report_ids: tuple[str, ...]
    key: str = ""
    """Id of the account."""
    set_against: frozenset[str] = frozenset()
    """Accounts of the same one report that its words set this one against."""
    tellers: tuple[str, ...] = ()
    """Reports that give it, copies folded into their source."""


@dataclass(frozen=True)
class Finding:
    """A standing with its reasons."""

    standing: Standing
    on_screen: str
    why: str
    settle: str = ""


def relation(one: View | Interval, other: View | Interval) -> str:
    """How two intervals lie: `equal`, `inside` (the first lies in the second), `around`, `meet` or `apart`."""
    first, second = _bounds(one), _bounds(other)
    if first == second:
        return "equal"
    if _touch(one, other):
        return "meet"
    if first[1] < second[0] or second[1] < first[0]:
        return "apart"
    if second[0] <= first[0] and first[1] <= second[1]:
        return "inside"
    if first[0] <= second[0] and second[1] <= first[1]:
        return "around"
    return "meet"


def _touch(one: View | Interval, other: View | Interval) -> bool:
    """Whether one ends on the very number above which the other begins: "40" and "more than 40" are no dispute."""
    if isinstance(one, Interval) or isinstance(other, Interval):
        return False
    return any(
        below.high is not None and below.high == above.low and above.is_low_open
        for below, above in ((one, other), (other, one))
    )


_NUDGE = 1e-6


def _bounds(value: View | Interval) -> tuple[float, float]:
    low = value.low if value.low is not None else float("-inf")
    high = value.high if value.high is not None else float("inf")
    return (low + (_NUDGE if value.is_low_open else 0.0), high - (_NUDGE if value.is_high_open else 0.0))


def _day(when: When) -> str | None:
    return when.latest if when.value else None


def _said_day(when: When) -> str | None:
    """The day, where the words give it; a report's own day does not order two sides' accounts."""
    return None if when.is_inferred and when.span is None else _day(when)


def of_figures(views: Sequence[View]) -> Finding:
    """The standing of a matter of figures.

    Args:
        views: its accounts, at least one.
    """
    views = sorted(views, key=_rank)  # whoever was read first decides nothing
    asserted = [view for view in views if view.stance == "asserted"]
    denied = [view for view in views if view.stance == "denied"]
    acknowledged = [view for view in views if view.stance == "acknowledged"]
    if acknowledged:
        return _acknowledged(asserted, denied, acknowledged)
    if denied and asserted:
        answering = [view for view in denied if any(view.side != other.side for other in asserted)]
        if answering:
            return _found(
                Standing.DENIED,
                f"{_names(asserted)} said so; {_names(answering)} denied it.",
            )
        return _changed(asserted, denied)
    if denied:
        return _found(
            Standing.DENIAL_ONLY,
            f"No report quotes anyone asserting it; {_names(denied)} denied it.",
        )
    valued = [view for view in asserted if view.has_value]
    if len(valued) < 2:
        return _few(views)
    return _valued(valued)


def _few(views: Sequence[View]) -> Finding:
    reports = {report_id for view in views for report_id in view.report_ids}
    if len(views) == 1 and len(views[0].tellers) > 1:
        return _found(Standing.AGREED, f"{len(reports)} reports give it alike.")
    copies = f" in {len(reports)} reports of one origin" if len(reports) > 1 else ""
    count = "One account" if len(views) == 1 or copies else f"{len(views)} accounts in one report"
    finding = _found(Standing.SINGLE, f"{count}{copies}.")
    return Finding(finding.standing, finding.on_screen.format(who=views[0].who), finding.why)


def _found(standing: Standing, why: str, settle: str = "", on_screen: str = "") -> Finding:
    return Finding(standing, on_screen or ON_SCREEN[standing], why, settle)


def _names(views: Iterable[View]) -> str:
    names = sorted({view.who for view in views})
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _acknowledged(asserted: Sequence[View], denied: Sequence[View], acknowledged: Sequence[View]) -> Finding:
    sides = {view.side for view in acknowledged}
    others = [view for view in asserted if view.side not in sides]
    own = [view for view in denied if view.side in sides]
    last = max((_said_day(view.as_of) or "" for view in acknowledged), default="")
    after = [view for view in own if last and (_said_day(view.as_of) or "") > last]
    before = [view for view in own if view not in after]
    parts = []
    if others:
        parts.append(f"{_names(others)} said so")
    if before:
        parts.append(f"{_names(before)} first denied it")
    parts.append(f"{_names(acknowledged)} acknowledged it")
    if after:
        parts.append(f"{_names(after)} denied it later")
    if not others and not own:
        return _few([*asserted, *acknowledged])  # nobody else is quoted, and it was not denied: one side says so
    counted = any(view.has_value for view in acknowledged)
    why = "; ".join(parts) + "."
    is_number = any(view.has_value for view in others)
    if not counted and is_number:
        why += " What is acknowledged is the fact, not a number."
    return _found(
        Standing.ACKNOWLEDGED,
        why,
        on_screen=NOT_THE_NUMBER if is_number and not counted else ON_SCREEN[Standing.ACKNOWLEDGED],
    )


def _changed(asserted: Sequence[View], denied: Sequence[View]) -> Finding:
    days = [_day(view.as_of) for view in (*asserted, *denied)]
    who = _names([*asserted, *denied])
    if all(days) and len(set(days)) > 1:
        return _found(Standing.CHANGED_POSITION, f"{who} said it on one day and denied it on another.")
    return _found(
        Standing.ORDER_UNKNOWN, f"{who} both said and denied it, and which came last is not known.", "a day for each"
    )


def _valued(views: Sequence[View]) -> Finding:
    """Two or more values: from the sharpest relation among all pairs."""
    distinct: dict[tuple[object, ...], View] = {}
    for view in views:
        distinct.setdefault(_weighs(view), view)
    overtaken = _overtaken(distinct)
    pairs = [
        (one, other, relation(one, other))
        for (key, one), (other_key, other) in itertools.combinations(distinct.items(), 2)
        if one.side == other.side or not (key in overtaken or other_key in overtaken)
    ]
    meeting = {
        frozenset((one.side, other.side)) for one, other, how in pairs if how != "apart" and one.side != other.side
    }
    pairs = [
        (one, other, how)
        for one, other, how in pairs
        if how != "apart"
        or not (
            _are_one_tellers(one, other)
            or (one.side == other.side and bool(_day(one.as_of)) and _day(one.as_of) == _day(other.as_of))
            or _are_side_by_side(one, other)
            or frozenset((one.side, other.side)) in meeting
        )
    ]
    apart = [(one, other) for one, other, how in pairs if how == "apart"]
    nested = [
        (one, other) if how == "inside" else (other, one) for one, other, how in pairs if how in ("inside", "around")
    ]
    if apart:
        return _apart(apart)
    if nested:
        inner, outer = nested[0]
        return _nested(inner, outer, nested)
    if len({teller for view in views for teller in (view.tellers or view.report_ids)}) == 1:
        return _few(views)
    sides = {view.side for view in views}
    reports = {report_id for view in views for report_id in view.report_ids}
    alike = [view for one, other, _ in pairs for view in (one, other)] or views
    values = sorted({view.words for view in alike})
    count = f"{len(sides)} sides" if len(sides) > 1 else f"{_names(views)}"
    rest = "" if len({view.words for view in views}) == len(values) else "; what else they count is not held against it"
    return _found(
        Standing.AGREED,
        f"{' and '.join(values[:3])}: {count} in {len(reports)} report{'s' if len(reports) > 1 else ''}; "
        f"the values meet{rest}.",
    )


def _are_one_tellers(one: View, other: View) -> bool:
    """Whether one side gives both in one and the same report: two counts of its own, whatever each is of, no dispute."""
    return one.side == other.side and one.report_ids == other.report_ids and _day(one.as_of) == _day(other.as_of)


def _are_side_by_side(one: View, other: View) -> bool:
    """Whether one and the same report gives both, and its words do not set them against each other.

    Reports count several things of one day one after the other. Of 18 pairs of one report that were shown as differing in
    real articles two did, and in both the words said so (docs/accuracy.md, "Second judging").
    """
    in_one = one.report_ids == other.report_ids and len(one.report_ids) == 1
    return in_one and bool(one.key) and one.side != other.side and other.key not in one.set_against


def _overtaken(views: Mapping[tuple[object, ...], View]) -> set[tuple[object, ...]]:
    """Keys of values that their own side has since replaced: nobody else's account is held against them."""
    by_side: dict[str, list[tuple[str, tuple[object, ...], View]]] = {}
    for key, view in views.items():
        day = _day(view.as_of)
        if day:
            by_side.setdefault(view.side, []).append((day, key, view))
    return {
        key
        for told in by_side.values()
        for (before, key, one), (after, _, other) in itertools.permutations(told, 2)
        if before < after and relation(one, other) == "apart"
    }


def _weighs(view: View) -> tuple[object, ...]:
    """What decides how a view lies to others: two alike in this stand alike to every third."""
    return (view.side, *_bounds(view), _day(view.as_of), _said_day(view.as_of))


def _apart(pairs: Sequence[tuple[View, View]]) -> Finding:
    """Values that cannot both hold: the same side later, another side later, or neither."""
    across = [(one, other) for one, other in pairs if one.side != other.side]
    if across:
        known = [(one, other) for one, other in across if _said_day(one.as_of) and _said_day(other.as_of)]
        same_day = [(one, other) for one, other in known if _day(one.as_of) == _day(other.as_of)]
        if len(known) == len(across) and not same_day:
            one, other = _ordered(known[0])
            return _found(
                Standing.LATER_DIFFERS,
                f"{one.who} gives {one.words} as of {_day(one.as_of)}, {other.who} {other.words} as of {_day(other.as_of)}.",
            )
        one, other = _by_name((same_day or across)[0])
        return _found(
            Standing.CONTESTED, f"{one.who} gives {one.words}, {other.who} {other.words}; the two exclude each other."
        )
    known = [(one, other) for one, other in pairs if _day(one.as_of) and _day(other.as_of)]
    if len(known) < len(pairs):
        one, other = _by_name(next(pair for pair in pairs if pair not in known))
        return _found(
            Standing.ORDER_UNKNOWN,
            f"{one.words} and {other.words} are both given by {_names([one, other])}: one may update the other, but a day is missing.",
            "a day for the undated account",
        )
    one, other = _ordered(known[0])
    if _day(one.as_of) == _day(other.as_of):
        return _found(Standing.CONTESTED, f"{_names([one, other])} gives {one.words} and {other.words} as of one day.")
    return _found(
        Standing.UPDATED,
        f"{_names([one, other])}: {one.words} as of {_day(one.as_of)}, {other.words} as of {_day(other.as_of)}.",
    )


def _rank(view: View) -> tuple[object, ...]:
    as_of = view.as_of
    numbers = (view.low if view.low is not None else -1.0, view.high if view.high is not None else -1.0)
    days = (as_of.value or "", as_of.earliest or "", as_of.latest or "")
    return (view.side, view.who, view.words, *numbers, *days, view.stance, view.report_ids)


def _ordered(pair: tuple[View, View]) -> tuple[View, View]:
    one, other = pair
    return pair if (_day(one.as_of) or "", one.words) <= (_day(other.as_of) or "", other.words) else (other, one)


def _by_name(pair: tuple[View, View]) -> tuple[View, View]:
    one, other = pair
    return pair if (one.who, one.words) <= (other.who, other.words) else (other, one)


def _nested(inner: View, outer: View, nested: Sequence[tuple[View, View]]) -> Finding:
    undated = [pair for pair in nested if not (_day(pair[0].as_of) and _day(pair[1].as_of)) and _is_bounded(pair)]
    if undated:
        inner, outer = undated[0]
        return _found(
            Standing.ORDER_UNKNOWN,
            f"{inner.words} lies within {outer.words}: it may be more exact or later, but a day is missing.",
            "a day for the undated account",
        )
    grown = [pair for pair in nested if _has_grown(*pair)]
    if grown and len(grown) == len([pair for pair in nested if pair[0].side == pair[1].side]):
        one, other = _ordered(grown[0])
        return _found(
            Standing.UPDATED,
            f"{_names([one, other])}: {one.words} as of {_day(one.as_of)}, {other.words} as of {_day(other.as_of)}.",
        )
    return _found(Standing.REFINED, f"{inner.words} ({inner.who}) lies within {outer.words} ({outer.who}).")


def _has_grown(inner: View, outer: View) -> bool:
    """Whether one side's open count was raised later: "at least 220", three days on "more than 240"."""
    days = _day(outer.as_of), _day(inner.as_of)
    is_later = days[0] is not None and days[1] is not None and days[0] < days[1]
    return inner.side == outer.side and is_later and outer.high is None and _is_bounded((inner, outer))


def _is_bounded(pair: tuple[View, View]) -> bool:
    """Whether order matters: an open count of one moment may have been overtaken; vague words only lack precision."""
    inner, outer = pair
    return not (
        re.match(r"(?:several|multiple|many|dozens|scores|hundreds|a few|some)\b", outer.words.lower())
        or inner.words == outer.words
    )
