"""Which files are reports by their name, and how large one may be."""

from __future__ import annotations

from pathlib import PurePath

KNOWN_FORMS = frozenset({".txt", ".html", ".htm"})
"""Endings taken from a folder."""

MAX_BYTES = 20_000_000
"""A saved page is a few hundred kilobytes; past this it is something else."""

_NOTES = ("readme", "license", "licence", "copying", "changelog")


def is_report_form(name: str) -> bool:
    """Whether a file of that name is taken from a folder; notes about the folder and dot-files never are."""
    path = PurePath(name)
    base = path.name.lower()
    return not base.startswith(".") and path.suffix.lower() in KNOWN_FORMS and not base.startswith(_NOTES)
