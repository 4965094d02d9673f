"""Names of places -> the state that administers them; claims nothing about sovereignty."""

from __future__ import annotations

from functools import cache

from variorum.codes import table


@cache
def places() -> dict[str, str]:
    """Name as written -> code."""
    return {row["name"]: row["code"] for row in table("places")}


def administered_by(name: str) -> str | None:
    """Code of the state, or None if the list does not have the place."""
    return places().get(name)
