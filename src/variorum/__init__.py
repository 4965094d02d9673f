"""Variorum reads many reports of one crisis and keeps one record of it.

    from variorum import Desk

    with Desk.open("may-2025", create=True) as desk:     # crisis.toml + record.sqlite
        desk.add(["pages/*.html"])                       # captures: bytes as they arrived
        desk.run()                                       # reports, statements, events, claims, matters
        for matter in desk.record.matters:
            for account in matter.accounts:
                print(matter.title, account.value, account.claimant, account.evidence[0].exact)

Bytes become a text that is never altered; its lines are labelled; analysers mark what is written and enter who
says what and who did what; a gate lets in only what points at its exact words; collation sets the accounts of
one matter side by side. People's rulings are folded in after every layer and always win.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Desk", "__version__"]

if TYPE_CHECKING:
    from variorum.desk import Desk


def __getattr__(name: str) -> Any:
    """`variorum.Desk`, loaded when first asked for, so that the nouns can be imported alone."""
    if name == "Desk":
        from variorum.desk import Desk  # noqa: PLC0415  # see above

        return Desk
    raise AttributeError(f"module 'variorum' has no attribute {name!r}")
