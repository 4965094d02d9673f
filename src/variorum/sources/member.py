"""The parts of a container."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """One document inside a container, or a file that is its own only member.

    Its bytes are a whole file of their own form, so that what was kept can be read again without the container: a
    record of an archive is an archive of one record, an item of a feed a feed of one item.
    """

    data: bytes
    name: str
    """To show in errors."""
    locator: str
    """The container's path, `#`, and what tells the member from the others; the path alone for a file."""
