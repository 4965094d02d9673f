"""Machine output + rulings -> what counts. Pure, and the same whatever the order of the rulings.

live     rulings that were neither withdrawn nor replaced
settled  for each target, the one ruling that applies; none where two reviewers differ
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from variorum.errors import ConfigError
from variorum.model.decisions import Decision, Verdict

T = TypeVar("T")

APPLIED = frozenset({Verdict.CONFIRM, Verdict.CORRECT, Verdict.RESTATE_SCOPE, Verdict.REJECT, Verdict.EXCLUDE})
"""Verdicts on one target of which at most one can hold; corrections of different fields hold together."""
CHANGING = frozenset({Verdict.CORRECT, Verdict.RESTATE_SCOPE})
"""Verdicts that set fields."""


def live(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Rulings in force, by id: those not withdrawn and not replaced by their own reviewer.

    A withdrawal can itself be withdrawn; then the ruling is in force again.
    """
    by_id = {decision.id: decision for decision in decisions}
    undone_by: dict[str, list[str]] = {}
    for decision in by_id.values():
        if decision.verdict is Verdict.WITHDRAW:
            undone_by.setdefault(decision.target, []).append(decision.id)
    states: dict[str, bool] = {}

    def stands(decision_id: str, path: tuple[str, ...] = ()) -> bool:
        if decision_id not in states:
            if decision_id in path:  # a circle of withdrawals undoes nothing
                return True
            states[decision_id] = not any(
                stands(other, (*path, decision_id)) for other in sorted(undone_by.get(decision_id, ()))
            )
        return states[decision_id]

    standing = [decision for key, decision in sorted(by_id.items()) if stands(key)]
    replaced = {earlier for decision in standing for earlier in decision.supersedes}
    return tuple(
        decision for decision in standing if decision.id not in replaced and decision.verdict is not Verdict.WITHDRAW
    )


def settled(decisions: Iterable[Decision]) -> tuple[dict[str, Decision], dict[str, tuple[Decision, ...]]]:
    """(target -> the ruling that applies, target -> rulings that contradict each other).

    Two reviewers who rule alike count once. Where they differ nothing is applied, until an `adjudicate` names one.

    Args:
        decisions: live ones.
    """
    chosen = {decision.target for decision in decisions if decision.verdict is Verdict.ADJUDICATE}
    by_target: dict[str, list[Decision]] = {}
    for decision in sorted(decisions, key=lambda item: item.id):
        if decision.verdict in APPLIED:
            by_target.setdefault(decision.target, []).append(decision)
    applies: dict[str, Decision] = {}
    disputed: dict[str, tuple[Decision, ...]] = {}
    for target, rulings in by_target.items():
        named = [ruling for ruling in rulings if ruling.id in chosen]
        candidates = named or rulings
        if len({_sense(ruling) for ruling in candidates}) == 1:
            applies[target] = candidates[0]
        else:
            merged = _merged(candidates)
            if merged is not None:
                applies[target] = merged
            else:
                disputed[target] = tuple(candidates)
    return applies, disputed


def _sense(decision: Decision) -> str:
    return decision.verdict.value + msgspec.json.encode(decision.change, order="sorted").decode()


def _merged(rulings: list[Decision]) -> Decision | None:
    """Corrections of different fields, and confirmations of the rest, as one ruling; None if two contradict."""
    change: dict[str, Any] = {}
    for ruling in rulings:
        if ruling.verdict is Verdict.CONFIRM and len({other.reviewer for other in rulings}) == 1:
            continue
        if ruling.verdict not in CHANGING:
            return None
        for field, value in ruling.change.items():
            if field in change and change[field] != value:
                return None
            change[field] = value
    return dataclasses.replace(rulings[0], verdict=Verdict.CORRECT, change=change)


def fold(items: Iterable[T], rulings: Mapping[str, Decision]) -> tuple[T, ...]:
    """The items with rejected ones gone and corrected ones corrected, in the order given.

    Args:
        items: of one layer; each has an `id`.
        rulings: item id -> the ruling that applies.

    Raises:
        ConfigError: if a correction names a field that is not there or gives a value that cannot be.
    """
    kept: list[T] = []
    for item in items:
        ruling = rulings.get(item.id)  # type: ignore[attr-defined]  # every noun has an id
        if ruling is None or ruling.verdict is Verdict.CONFIRM:
            kept.append(item)
        elif ruling.verdict in CHANGING:
            kept.append(corrected(item, ruling.change))
    return tuple(kept)


def corrected(item: T, change: Mapping[str, Any]) -> T:
    """The item with these fields set; `when.value` reaches inside, and an ISO day also sets its bounds.

    Raises:
        ConfigError: if a field is not there, is part of the item's identity, or the value does not fit it.
    """
    plain: Any = msgspec.to_builtins(item)
    for path, value in sorted(change.items()):
        _set(plain, path.split("."), value, path)
    try:
        return msgspec.convert(plain, type(item))
    except (msgspec.ValidationError, ValueError) as err:
        raise ConfigError(
            f"the correction does not fit: {err}",
            place=str(getattr(item, "id", "")),
            step="applying a ruling",
            next_step="Withdraw it and correct with a value of the same form.",
        ) from err


FIXED = frozenset({"id", "report_id", "text_id", "capture_id", "evidence", "span", "trigger", "content"})
"""Fields that say where a thing stands: words are never corrected, the entry is rejected instead."""


def _set(plain: Any, steps: list[str], value: Any, path: str) -> None:
    where = plain
    for step in steps[:-1]:
        where = where[int(step)] if isinstance(where, list) and step.isdigit() else _member(where, step, path)
    last = steps[-1]
    if last in FIXED or not isinstance(where, dict) or last not in where:
        known = ", ".join(sorted(set(where) - FIXED)) if isinstance(where, dict) else "none"
        raise ConfigError(f"{path!r} cannot be corrected", place="correct", next_step=f"Fields here: {known}.")
    where[last] = value
    if last == "value" and {"earliest", "latest", "precision"} <= set(where):
        where.update(_bounds(value, where))


def _member(where: Any, step: str, path: str) -> Any:
    if isinstance(where, dict) and where.get(step) is not None:
        return where[step]
    raise ConfigError(f"{path!r} cannot be corrected: {step!r} is not there", place="correct", next_step="")


def _bounds(value: Any, where: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from a day given by a person."""
    day = value if isinstance(value, str) and len(value) == 10 else None
    found: dict[str, Any] = {"earliest": day, "latest": day}
    if "precision" in where:
        found["precision"] = ("day" if day else "unknown") if isinstance(where["precision"], str) else (1 if day else 5)
    for field in ("why", "how"):
        if field in where:
            found[field] = "ruled by a person"
    if "is_inferred" in where:
        found["is_inferred"] = False
    return found
