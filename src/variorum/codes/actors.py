"""State and role of the words that name an actor: "the Kestrian army chief", "rebels in the north of Valdora".

For words without a text around them, or in a text that does not say whose they are. Nobody is known by name alone: whose
minister a person is, a report says or `crisis.toml` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.codes import table
from variorum.codes.countries import countries, plural_forms
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
_SHARES = frozenset(
    "hundreds thousands millions dozens scores tens members group groups number one some most many".split()
)
_LEANINGS = {
    "REB": "rebel militant insurgent guerrilla extremist terror terrorist armed separatist",
    "OPP": "opposition dissident",
}
"""Modifiers that say what a group, party or movement is."""
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
    named = list(_find(parts))
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

    best = min(named, key=rank, default=None)
    return best[2].country if best is not None else None


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
    if own and own[0].lower() == "civilian":
        role = "CVL"
    body = next((known for _, _, known in named if known.kind in ("body", "seat") and known.role), None)
    if role in (None, "UNK", "GOV", "PTY", "NGO") and body is not None:
        return None if body.role in ("IGO", "NGO") and role is None else (role if role == "GOV" else body.role)
    if role is None and len(named) == 1 and named[0][2].kind == "capital" and named[0][1] - named[0][0] == len(parts):
        return "GOV"
    return role
