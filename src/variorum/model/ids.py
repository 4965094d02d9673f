"""Addresses and digests: how a thing is named, and how a changed opinion is noticed.

An *address* says where a thing stands and never changes when we change our mind about it.
A *digest* covers the whole value and changes with it.
"""

from __future__ import annotations

import base64
import dataclasses
import enum
import hashlib
import json
import math
from typing import Any

PREFIXES = {
    "capture": "cap",
    "text": "txt",
    "report": "rep",
    "mention": "mk",
    "moment": "mk",
    "quantity": "mk",
    "statement": "st",
    "event": "ev",
    "claim": "cl",
    "matter": "mt",
    "account": "ac",
    "story": "sy",
    "decision": "dec",
    "kinship": "kin",
    "work": "wk",
    "parse": "ps",
}
"""Kind of a thing -> prefix of its id. Marks share one prefix; their kind is part of what is hashed."""

_ID_BYTES = 10
"""80 bits: enough for about a hundred million marks before two are likely to meet."""

KEEP_OUT = {"digest": False}
"""Metadata of a dataclass field that no digest covers: where and when something was obtained."""


def canonical(value: Any) -> Any:
    """Value as plain JSON types, the same for equal values; fields marked `KEEP_OUT` are left out.

    Dataclasses become a list headed by their class name, so that two kinds with equal fields differ.

    Raises:
        TypeError: for a type that has no canonical form (a set, a float that is not a number, an object).
    """
    if value is None or isinstance(value, (bool, int, str)):
        return value.value if isinstance(value, enum.Enum) else value
    if isinstance(value, float):
        if math.isnan(value):
            raise TypeError("not a number has no canonical form")
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (f for f in dataclasses.fields(value) if f.metadata.get("digest", True))
        return [type(value).__name__, *(canonical(getattr(value, f.name)) for f in fields)]
    if isinstance(value, (tuple, list)):
        return [canonical(item) for item in value]
    if isinstance(value, dict):
        return {str(key): canonical(value[key]) for key in sorted(value)}
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _hash(value: Any) -> bytes:
    text = json.dumps(canonical(value), ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).digest()


def _base32(raw: bytes) -> str:
    return base64.b32encode(raw).decode("ascii").rstrip("=").lower()


def address(kind: str, *parts: Any) -> str:
    """Id of a thing of that kind: prefix, underscore, 16 base-32 characters.

    The parts are hashed as one canonical JSON array, never as joined strings, so ("a", "bc") and
    ("ab", "c") differ.

    >>> address("event", "rep_x", 10, 15) == address("event", "rep_x", 10, 15)
    True
    """
    return f"{PREFIXES[kind]}_{_base32(_hash([kind, *parts])[:_ID_BYTES])}"


def address_of_bytes(kind: str, data: bytes) -> str:
    """Id of a thing that is its bytes."""
    raw = hashlib.sha256(kind.encode("ascii") + b"\0" + data).digest()
    return f"{PREFIXES[kind]}_{_base32(raw[:_ID_BYTES])}"


def digest(value: Any) -> str:
    """26 base-32 characters (128 bits) over the whole value, less the fields kept out of digests."""
    return _base32(_hash(value)[:16])
