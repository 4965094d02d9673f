"""Known names in a text: states, their peoples and capitals, bodies, seats of power, places, and the crisis's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from variorum.codes import table
from variorum.codes.countries import countries, plural_forms, shared_demonyms
from variorum.codes.places import places
from variorum.crisis import Crisis


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for."""

    kind: str
    """country, demonym, capital, city, body, seat, person."""
    actor: str
    """Actor id; for a city the state that administers it."""
    country: str | None
    role: str | None
    name: str
    """Name to show."""


_MINISTRY = ("Department", "Ministry")
_OWN_SIDE = frozenset({"REB", "OPP"})
"""Roles of bodies that are no state's: what they do is not what a state does, whoever is said to stand behind them."""


class Gazetteer:
    """Names by their first word, longest first."""

    def __init__(self, entries: dict[str, Known]) -> None:
        self._by_first: dict[str, list[tuple[str, Known]]] = {}
        self._settled: dict[tuple[tuple[str, Known | None], ...], Gazetteer] = {}
        """The same with shared adjectives settled: there are few ways, and every report that has one asks again."""
        for words, known in entries.items():
            first = _FIRST.match(words)
            if first:
                self._by_first.setdefault(first.group(), []).append((words, known))
        for rivals in self._by_first.values():
            rivals.sort(key=lambda item: (-len(item[0]), item[0]))

    def find(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """(start, end, what) of every known name, left to right, the longest where several begin."""
        straight = text.replace("’", "'")
        done = 0
        for match in _FIRST.finditer(straight):
            start = match.start()
            if start < done:
                continue
            for words, known in self._by_first.get(match.group(), ()):
                end = start + len(words)
                if straight.startswith(words, start) and not (end < len(straight) and straight[end].isalnum()):
                    yield start, end, known
                    done = end
                    break

    def exact(self, words: str) -> Known | None:
        """What exactly these words stand for, or None."""
        straight = words.replace("’", "'")
        first = _FIRST.match(straight)
        if first is None:
            return None
        return next((known for name, known in self._by_first.get(first.group(), ()) if name == straight), None)

    def within(self, text: str) -> Gazetteer:
        """The same for one text: an adjective that states share is of the one that the text names, else of none."""
        settled: dict[str, Known | None] = {}
        for form, states in shared_demonyms().items():
            known = self.exact(form) if form in text else None
            if known is None or known.kind != "demonym" or known.country not in {state.code for state in states}:
                continue
            named = {found.country for _, _, found in self.find(text) if found.kind in ("country", "capital")}
            meant = [state for state in states if state.code in named]
            settled[form] = (
                replace(known, actor=meant[0].code, country=meant[0].code, name=meant[0].name)
                if len(meant) == 1
                else None
            )
        if not settled:
            return self
        key = tuple(sorted(settled.items(), key=lambda item: item[0]))
        if key not in self._settled:
            entries = {words: known for rivals in self._by_first.values() for words, known in rivals}
            kept = {words: settled.get(words, known) for words, known in entries.items()}
            self._settled[key] = Gazetteer({words: known for words, known in kept.items() if known is not None})
        return self._settled[key]


_FIRST = re.compile(r"(?<![^\W_])[^\W\d_]+")


def of(crisis: Crisis) -> Gazetteer:
    """The gazetteer under these settings; what a person names goes before every list."""
    return _made(msgspec.json.encode([crisis.actor, crisis.metonym]))


@lru_cache(maxsize=4)
def _made(settings: bytes) -> Gazetteer:
    entries: dict[str, Known] = {}
    actors, metonyms = msgspec.json.decode(settings)
    for actor in actors:
        _add_actor(entries, actor)
    by_id = {actor["id"]: actor for actor in actors}
    for metonym in metonyms:
        means = by_id.get(metonym["means"])
        name = means["name"] if means else metonym["means"]
        country = (means.get("country") if means else None) or metonym["means"].split(".")[0]
        kind = "capital" if metonym["unless"] == "place" else "seat"
        entries.setdefault(metonym["word"], Known(kind, metonym["means"], country, "GOV", name))
    for country in countries():
        for name in country.names:
            entries.setdefault(name, Known("country", country.code, country.code, "GOV", country.name))
        for demonym in country.demonyms:
            for form in plural_forms(demonym):
                entries.setdefault(form, Known("demonym", country.code, country.code, None, country.name))
        for capital in country.capitals:
            entries.setdefault(capital, Known("capital", country.code, country.code, "GOV", country.name))
    for row in table("bodies"):
        names = row["names"].split("|")
        country = None if row["role"] in _OWN_SIDE else row["code"][:3]
        for name in names:
            entries.setdefault(name, Known("body", row["code"], country, row["role"], names[0]))
    for row in table("seats"):
        if row["words"].endswith(_MINISTRY):  # a ministry as others are, under a name that needs no state
            actor = f"{row['code']}.{row['words'].lower().replace(' ', '-')}"
            entries.setdefault(row["words"], Known("body", actor, row["code"], row["role"], row["words"]))
            continue
        actor = row["code"] if row["role"] == "GOV" else f"{row['code']}.{row['role'].lower()}"
        entries.setdefault(row["words"], Known("seat", actor, row["code"], row["role"], row["words"]))
    for name, code in places().items():
        entries.setdefault(name, Known("city", code, code, None, name))
    return Gazetteer(entries)


def _add_actor(entries: dict[str, Known], actor: dict[str, object]) -> None:
    """A person's own actor: its names, its people's names, its capital."""

    def words(key: str) -> list[str]:
        value = actor.get(key)
        return [str(item) for item in value] if isinstance(value, list) else []

    actor_id, name = str(actor["id"]), str(actor["name"])
    kind = str(actor["kind"])
    own = actor.get("country")
    country = (
        str(own) if own else actor_id.split(".", maxsplit=1)[0] if kind == "government" or "." in actor_id else None
    )
    given = actor.get("role")
    role = str(given) if given else {"government": "GOV"}.get(kind)
    shape = {"government": "country", "person": "person", "outlet": "body"}.get(kind, "body")
    for form in (name, *words("aliases")):
        entries.setdefault(form, Known(shape, actor_id, country, role, name))
    for demonym in words("demonyms"):
        for form in plural_forms(demonym):
            entries.setdefault(form, Known("demonym", actor_id, country, None, name))
    capital = actor.get("capital")
    if capital:
        entries.setdefault(str(capital), Known("capital", actor_id, country, "GOV", name))
