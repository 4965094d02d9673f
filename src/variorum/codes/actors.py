"""State and role of the words that name an actor: "the Kestrian army chief", "rebels in the north of Valdora".

For words without a text around them, or in a text that does not say whose they are. Nobody is known by name alone: whose
minister a person is, a report says or `crisis.toml` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.codes import gazette, table
from variorum.codes.countries import countries, plural_forms, shared_demonyms
from variorum.codes.places import places
from variorum.codes.roles import role_of, role_of_any


@dataclass(frozen=True, slots=True)
class Described:
    """What the words say of an actor; None where they do not say it."""

    country: str | None
    """ISO 3166 alpha-3, or IGO, NGO, IMG."""
    role: str | None
    """CAMEO role code."""


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    """country, demonym, capital, body, seat, people, place."""
    country: str
    role: str | None


_WORD = re.compile(r"[^\W\d_][\w.'&-]*")
_ASIDE = re.compile(r"\([^)]{0,80}\)?|\.\.\.?")
_LOOSE = re.compile(r"(?:pro|anti|non|ex)-|\w+-$")
_BEHIND = frozenset({"in", "from", "near", "of", "at", "outside", "inside", "across", "on", "based"})
"""After these a state is where the actor is, unless nothing else says whose it is."""
_ETHNIC = frozenset({"ethnic"})
_KIN = frozenset(
    "ally allies neighbor neighbour neighbors neighbours rival rivals enemy enemies foe foes proxy proxies opponent"
    " opponents partner partners creditor creditors".split()
)
"""What a state has and is not: "Kestria's allies" are others."""
_SUBDUED = frozenset("ruled held controlled occupied backed led run dominated governed based".split())
"""Participles before which a name is whoever rules, not whoever is meant: "rebel-held", "the Lorn-ruled north"."""
_SHARES = frozenset(
    "hundreds thousands millions dozens scores tens members group groups number one some most many".split()
)
_LEANINGS = {
    "REB": "rebel militant insurgent guerrilla extremist terror terrorist armed separatist",
    "OPP": "opposition dissident",
}
"""Modifiers that say what a group, party or movement is."""
KNOWN_TOWN = 50_000
"""Inhabitants from which a town is known by its name alone."""
MAX_CHARS = 400
"""Longer descriptions are cut: an actor's name never is."""


@cache
def _names() -> dict[str, _Name]:
    found: dict[str, _Name] = {}
    for row in table("bodies"):
        for name in row["names"].split("|"):
            found.setdefault(name, _Name("body", row["code"][:3], row["role"]))
    for row in table("seats"):
        found.setdefault(row["words"], _Name("seat", row["code"], row["role"]))
    for country in countries():
        for name in country.names:
            found.setdefault(name, _Name("country", country.code, None))
        for demonym in country.demonyms:
            for form in plural_forms(demonym):
                if form not in shared_demonyms():  # the words alone do not say whose
                    found.setdefault(form, _Name("demonym", country.code, None))
        for capital in country.capitals:
            found.setdefault(capital, _Name("capital", country.code, "GOV"))
    for row in table("peoples"):
        for name in row["words"].split("|"):
            found.setdefault(name, _Name("people", row["country"], None))
    for name, code in places().items():
        found.setdefault(name, _Name("place", code, None))
    return found


@cache
def _longest() -> int:
    return max(len(name.split()) for name in _names())


def _find(words: list[str]) -> Iterator[tuple[int, int, _Name]]:
    """(first word, word after the last, what) of every known name, the longest where several begin."""
    place = 0
    while place < len(words):
        for size in range(min(_longest(), len(words) - place), 0, -1):
            phrase = " ".join(words[place : place + size])
            known = _names().get(phrase) or _names().get(phrase.rstrip(".")) or _names().get(_bare(phrase))
            if known is not None:
                yield place, place + size, known
                place += size - 1
                break
        place += 1


def _bare(phrase: str) -> str:
    return phrase.removesuffix("'s").removesuffix("'")


@cache
def described(words: str) -> Described:
    """State and role that the words give.

    Args:
        words: as written; articles, asides in brackets and gaps ("...") allowed.
    """
    straight = _ASIDE.sub(" ", words[:MAX_CHARS].replace("’", "'").replace("`", "'").replace("''", "'"))
    parts = [match.group() for match in _WORD.finditer(straight)]
    if not parts:
        return Described(None, None)
    named = list(_find(parts)) or _as_town(parts)
    country = _country(parts, named)
    role = _role(parts, named)
    return Described(country, role)


def _country(parts: list[str], named: list[tuple[int, int, _Name]]) -> str | None:
    """Of the names, the surest: a body, then a state or people in front, then one behind "in" or "of", then a place."""

    def rank(item: tuple[int, int, _Name]) -> tuple[int, int]:
        start, _, known = item
        before = parts[start - 1].lower() if start else ""
        behind = any(part.lower() in _BEHIND for part in parts[:start])
        loose = before in _ETHNIC
        kinds = {"body": 0, "seat": 1, "country": 1, "demonym": 1, "capital": 1, "people": 2, "place": 3}
        return kinds[known.kind] + 2 * behind + 4 * loose, start

    best = min((item for item in named if not _is_of_another(parts, item)), key=rank, default=None)
    return best[2].country if best is not None else None


def _as_town(parts: list[str]) -> list[tuple[int, int, _Name]]:
    """The one town of the world that the words are and nothing else; [] where towns of several states are so called."""
    words = " ".join(parts)
    if not all(part[:1].isupper() for part in parts) or any(role_of(part) for part in parts):
        return []
    towns = [place for place in gazette.find(words) if place.kind in ("city", "capital") and place.country]
    states = {place.country for place in towns}
    best = max(towns, key=lambda place: (place.kind == "capital", place.population), default=None)
    is_known = best is not None and best.country is not None and best.population >= KNOWN_TOWN
    if best is None or best.country is None or not is_known or len(states) > 1:
        return []
    is_seat = best.kind == "capital"
    return [(0, len(parts), _Name("capital" if is_seat else "place", best.country, "GOV" if is_seat else None))]


def _is_of_another(parts: list[str], item: tuple[int, int, _Name]) -> bool:
    """Whether the name says whose neighbour or land the actor is: "Kestria's allies", "the Kestrian-ruled north"."""
    _, end, known = item
    after = [part.lower() for part in parts[end:]]
    is_owner = parts[end - 1].endswith(("'s", "s'"))
    behind = next((k for k, part in enumerate(after) if part in _BEHIND), len(after))
    return (is_owner and any(part in _KIN for part in after[:behind])) or (
        known.kind in ("body", "people") and bool(after) and after[0] in _SUBDUED
    )


def _are_people_somewhere(parts: list[str], named: list[tuple[int, int, _Name]]) -> bool:
    """Whether the words are a people with where or how they live: "Kestrians living in the north"."""
    if not named or named[0][0] != 0 or named[0][2].kind not in ("demonym", "people"):
        return False
    end = named[0][1]
    is_many = parts[end - 1].endswith("s") and not parts[end - 1].endswith("'s")
    return is_many and end < len(parts) and (parts[end].lower() in _BEHIND | {"living", "who", "residing", "working"})


def _leaning(word: str) -> str | None:
    return next((role for role, words in _LEANINGS.items() if word in words.split()), None)


def _role(parts: list[str], named: list[tuple[int, int, _Name]]) -> str | None:
    """The role of the noun that heads the words; else of the body or capital that they name."""
    taken = {k for start, end, known in named if known.kind not in ("people", "demonym") for k in range(start, end)}
    cut = next((k for k, part in enumerate(parts) if k and part.lower() in _BEHIND and k not in taken), len(parts))
    while cut < len(parts) and parts[cut].lower() == "of" and parts[cut - 1].lower() in _SHARES:
        start = cut + 1
        taken |= set(range(start))
        cut = next((k for k, part in enumerate(parts) if k > start and part.lower() in _BEHIND), len(parts))
    own = [part for k, part in enumerate(parts[:cut]) if k not in taken]
    words = " ".join(_bare(part) for part in own)
    role = role_of(words) if words else None
    if role is None and own:
        role = role_of_any(tuple(_bare(part) for part in own))
    if role in (None, "UNK", "NGO", "PTY"):
        role = next((found for word in own[:-1] if (found := _leaning(_bare(word).lower())) is not None), role)
    modifiers = [part.lower() for part in own[:-1]]
    if "civilian" in modifiers and role != "REF":
        role = "CVL"
    if role == "MED" and "official" in modifiers:
        role = "GOV"  # a state's own paper speaks for it
    if own and own[-1] == "State" and len(own) > 1 and len(parts) == len(own):
        return None  # a part of a federation, by its name
    if role is None and _are_people_somewhere(parts, named):
        return "CVL"
    body = next(
        (
            item[2]
            for item in named
            if item[2].kind in ("body", "seat") and item[2].role and not _is_of_another(parts, item)
        ),
        None,
    )
    if role in (None, "UNK", "GOV", "PTY", "NGO") and body is not None:
        return None if body.role in ("IGO", "NGO") and role is None else (role if role == "GOV" else body.role)
    if role is None and len(named) == 1 and named[0][2].kind == "capital" and named[0][1] - named[0][0] == len(parts):
        return "GOV"
    return role
