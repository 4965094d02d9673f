"""`crisis.toml` -> `Crisis`, checked, with key and line of a mistake."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from variorum.codes.countries import by_code, countries
from variorum.errors import ConfigError
from variorum.model.world import ActorKind

ACTOR_KINDS = frozenset(kind.value for kind in ActorKind)
FILE_NAME = "crisis.toml"
TEMPLATE = """\
# What you know about this crisis. Every key is optional; all of them: docs/reference.md

[crisis]
# name  = "A name for the head of the brief"
# since = 2025-04-22
# until = 2025-05-31

# Someone the whole crisis knows, or a state that no list has:
# [[actor]]
# id       = "PAK.interior"
# name     = "Full Name"
# aliases  = ["Surname"]
# office   = { title = "interior minister", of = "PAK" }

# What you know of an outlet; it is shown, and nothing is weighed by it:
# [[outlet]]
# name    = "The Daily"
# domains = ["daily.example"]
# country = "PAK"
# owner   = "who it belongs to"
# party   = "PAK"
# grade   = "B"

# A report whose page does not say what you know:
# [[report]]
# file      = "page3.html"
# published = "2025-05-08"
"""
"""Written into a new crisis folder."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base: an unknown key is a mistake, not a wish."""


class About(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[crisis]`: what this record is about."""

    name: str = ""
    since: date | None = None
    until: date | None = None


class OfficeSetting(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`office = { title, of, since, until }` of an actor."""

    title: str
    of: str | None = None
    since: date | None = None
    until: date | None = None


class ActorSetting(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[[actor]]`: someone a person names for the whole crisis."""

    id: str
    name: str
    kind: str = "person"
    country: str | None = None
    role: str | None = None
    aliases: list[str] = []
    demonyms: list[str] = []
    capital: str | None = None
    office: OfficeSetting | None = None


class MetonymSetting(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[[metonym]]`: a place name that stands for an actor, except where it is a place."""

    word: str
    means: str
    unless: str = "place"


class ReportSetting(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[[report]]`: what a person knows of a report and its page does not say."""

    file: str
    outlet: str | None = None
    published: str | None = None
    genre: str | None = None
    exclude: str | None = None


class OutletSetting(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[[outlet]]`: what a person knows of an outlet. It is shown beside the outlet; nothing is weighed or counted by it."""

    name: str
    domains: list[str] = []
    country: str | None = None
    owner: str | None = None
    party: str | None = None
    """Whose side it belongs to: the id of a party to the conflict."""
    agency: bool = False
    grade: str | None = None
    """Reliability of the source by the Admiralty code (NATO AJP-2.1): A to F, F for one that cannot be judged."""


class Analysers(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[analysers]`: which implementation runs for each layer."""

    mentions: str = "rules"
    resolve: str = "rules"
    moments: str = "rules"
    quantities: str = "rules"
    statements: str = "rules"
    events: str = "rules"
    claims: str = "rules"
    model: str | None = None


class Collate(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[collate]`: how near two tellings must be to be one matter."""

    same_event_days: int = 2


class Crisis(_Table, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole of `crisis.toml`; every part has a default, so an empty file is a valid one."""

    crisis: About = About()
    actor: list[ActorSetting] = []
    metonym: list[MetonymSetting] = []
    report: list[ReportSetting] = []
    outlet: list[OutletSetting] = []
    analysers: Analysers = Analysers()
    collate: Collate = Collate()


def parse(source: str, *, place: str = FILE_NAME) -> Crisis:
    """The crisis that this TOML describes.

    Raises:
        ConfigError: with key and line, for text that is not TOML, an unknown key or a wrong value.
    """
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as err:
        raise ConfigError(f"not valid TOML: {err}", place=place, next_step="Mend the line and run again.") from err
    try:
        crisis = msgspec.convert(data, Crisis)
    except msgspec.ValidationError as err:
        message = str(err)
        match = re.search(r"`\$(\S*)`", message)
        path = (match.group(1) if match else "").lstrip(".")
        unknown = re.search(r"unknown field `([^`]+)`", message)
        if unknown:
            path = f"{path}.{unknown.group(1)}".lstrip(".")
        line = line_of(source, path)
        reason = re.sub(r" - at `\$\S*`", "", message)
        raise ConfigError(
            f"{path or 'the file'}: {reason[:1].lower()}{reason[1:]}",
            place=f"{place}, line {line}" if line else place,
            next_step="The keys and their values are listed in docs/reference.md.",
        ) from err
    _check_meaning(crisis, source, place)
    return crisis


def _check_meaning(crisis: Crisis, source: str, place: str) -> None:
    """What types cannot say: ids and names are unique, kinds are known, spans of time run forward, a window has a size."""

    def fail(path: str, reason: str) -> None:
        line = line_of(source, path)
        raise ConfigError(
            f"{path}: {reason}",
            place=f"{place}, line {line}" if line else place,
            next_step="Mend it and run again.",
        )

    about = crisis.crisis
    if about.since and about.until and about.until < about.since:
        fail("crisis.until", f"{about.until} lies before since = {about.since}")
    seen: dict[str, int] = {}
    named: dict[str, int] = {}
    for k, actor in enumerate(crisis.actor):
        if actor.id in seen:
            fail(f"actor[{k}].id", f"{actor.id!r} is already the id of actor {seen[actor.id] + 1}")
        seen[actor.id] = k
        if actor.kind not in ACTOR_KINDS:
            fail(f"actor[{k}].kind", f"{actor.kind!r} is none of {', '.join(sorted(ACTOR_KINDS))}")
        for key, names in (("name", [actor.name]), ("aliases", actor.aliases)):
            for name in names:
                if not name.strip():
                    fail(f"actor[{k}].{key}", "a name is empty")
                if named.setdefault(name, k) != k:
                    fail(f"actor[{k}].{key}", f"{name!r} is already a name of {crisis.actor[named[name]].id!r}")
        office = actor.office
        if office and office.since and office.until and office.until < office.since:
            fail(f"actor[{k}].office", f"until {office.until} lies before since {office.since}")
    _check_outlets(crisis, fail)
    for k, metonym in enumerate(crisis.metonym):
        if metonym.means not in seen and by_code(metonym.means.split(".")[0]) is None:
            fail(f"metonym[{k}].means", f"{metonym.means!r} is neither an actor of this file nor a state")
    if crisis.collate.same_event_days < 0:
        fail("collate.same_event_days", "cannot be negative")


GRADES = "ABCDEF"


def _check_outlets(crisis: Crisis, fail: Callable[[str, str], None]) -> None:
    """Grades are of the scale, countries and parties are known, no name or domain is given twice."""
    states = {country.code for country in countries()} | {actor.id for actor in crisis.actor}
    seen: dict[str, str] = {}
    for k, outlet in enumerate(crisis.outlet):
        if not outlet.name.strip():
            fail(f"outlet[{k}].name", "an outlet needs a name")
        if outlet.grade is not None and (len(outlet.grade) != 1 or outlet.grade not in GRADES):
            fail(f"outlet[{k}].grade", f"{outlet.grade!r} is no grade of the Admiralty code, which has A to F")
        for key, value in (("country", outlet.country), ("party", outlet.party)):
            if value is not None and value not in states:
                fail(f"outlet[{k}].{key}", f"{value!r} is neither the code of a state nor the id of an [[actor]]")
        for key, name in (("name", outlet.name), *(("domains", domain) for domain in outlet.domains)):
            plain = name.casefold().strip().removeprefix("www.")
            if plain in seen:
                fail(f"outlet[{k}].{key}", f"{name!r} is already given for the outlet {seen[plain]!r}")
            seen[plain] = outlet.name


def line_of(source: str, path: str) -> int | None:
    """1-based line of the key at `path` (`actor[1].office.title`), or of the nearest table above it.

    tomllib tells no places; this reads table headers and `key =` lines, which is enough for a pointer.
    """
    parts = re.findall(r"[^.\[\]]+|\[(?:\d+|\.\.\.)\]", path)
    names = [part for part in parts if not part.startswith("[")]
    if not names:
        return None
    index_of_table = next((int(part[1:-1]) for part in parts[1:2] if part.startswith("[") and part[1:-1].isdigit()), 0)
    count = -1
    header_line = None
    inside = False
    for number, line in enumerate(source.splitlines(), 1):
        header = re.match(r"\s*\[\[?\s*([\w.\-\"]+)\s*\]\]?", line)
        if header:
            if header.group(1).split(".")[0] == names[0]:
                count += 1
                inside = count == index_of_table or not line.lstrip().startswith("[[")
                if inside:
                    header_line = number
            else:
                inside = False
            continue
        key = re.match(r"\s*([\w\-\"]+)\s*=", line)
        if key and inside and key.group(1).strip('"') in names[1:]:
            return number
        if key and header_line is None and count == -1 and key.group(1).strip('"') == names[0]:
            return number
    return header_line


def load(folder: Path) -> Crisis:
    """The crisis of this folder; all defaults where it has no `crisis.toml`.

    Raises:
        ConfigError: if the file cannot be read or says something that cannot be.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return Crisis()
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise ConfigError(f"cannot be read: {err}", place=str(path), next_step="Check the file.") from err
    return parse(source, place=str(path))
