"""Nouns <-> bytes: one codec for the whole house (MessagePack for the store, JSON for what people move about).

Decoding validates: a value that could not have been made by the constructors is refused.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any, TypeVar

import msgspec

from variorum.errors import StoreError
from variorum.model.decisions import Decision
from variorum.model.entries import Claim, Event, Statement
from variorum.model.marks import Mention, Moment, Quantity
from variorum.model.matters import Matter
from variorum.model.reports import Kinship, Report, Story

T = TypeVar("T")

LAYERS: dict[str, Any] = {
    "mentions": tuple[Mention, ...],
    "resolved": tuple[Mention, ...],
    "moments": tuple[Moment, ...],
    "quantities": tuple[Quantity, ...],
    "statements": tuple[Statement, ...],
    "events": tuple[Event, ...],
    "claims": tuple[Claim, ...],
}
"""Layer of one report -> its type."""

CORPUS: dict[str, Any] = {
    "reports": tuple[Report, ...],
    "excluded": tuple[tuple[Report, str], ...],
    "kinships": tuple[Kinship, ...],
    "stories": tuple[Story, ...],
    "matters": tuple[Matter, ...],
}
"""Part of the record that spans reports -> its type."""


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


_encoder = msgspec.msgpack.Encoder()


def pack(value: Any) -> bytes:
    """The value as bytes, the same for equal values."""
    return _encoder.encode(value)


def unpack(data: bytes, kind: Any) -> Any:
    """Inverse of `pack` for a value of that type.

    Raises:
        StoreError: if the bytes do not hold one.
    """
    try:
        return _decoder(kind).decode(data)
    except msgspec.DecodeError as err:
        raise StoreError(
            f"the record holds a damaged value: {err}",
            place="record.sqlite",
            next_step="Run `variorum run`; what was derived is made again.",
        ) from err


def digest_of(data: bytes) -> str:
    """Short digest of packed bytes: for ledger keys, where `model.ids.digest` would be too slow."""
    return hashlib.sha256(data).hexdigest()[:32]


def decision_line(decision: Decision) -> str:
    """A ruling as one line of JSON."""
    return msgspec.json.encode(decision).decode("utf-8")


def decision_from(line: str | bytes) -> Decision:
    """Inverse of `decision_line`.

    Raises:
        ValueError: if the line holds no ruling.
    """
    try:
        return msgspec.json.decode(line, type=Decision)
    except msgspec.DecodeError as err:
        raise ValueError(str(err)) from err
