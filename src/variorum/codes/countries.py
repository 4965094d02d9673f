"""States: code, name, demonyms, capital; and places that lie in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.codes import table


@dataclass(frozen=True, slots=True)
class Country:
    """One state."""

    code: str
    """ISO 3166 alpha-3."""
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Adjective first."""
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All states, by code."""

    def several(cell: str) -> tuple[str, ...]:
        return tuple(word for word in cell.split("|") if word)

    return tuple(
        Country(
            row["code"],
            several(row["name"])[0],
            several(row["name"]),
            several(row["demonym"]),
            several(row["capital"]),
        )
        for row in table("countries")
    )


@cache
def _by_words() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries():
        for word in (*country.names, *(form for one in country.demonyms for form in plural_forms(one))):
            found.setdefault(word, country)
    for country in countries():
        for word in country.capitals:
            found.setdefault(word, country)
    return found


def plural_forms(demonym: str) -> tuple[str, ...]:
    """The demonym and, where English makes one with -s, its plural: Indian, Indians; but Chinese, French, Irish."""
    if demonym.endswith(("s", "sh", "ch", "ese", "man")):
        return (demonym,)
    return (demonym, demonym + "s")


def find(words: str) -> Country | None:
    """The state that these words name, by name, demonym or capital; None if they name none."""
    return _by_words().get(words.replace("’", "'"))


def is_demonym(words: str) -> bool:
    """Whether these words are an adjective or a people's name of a state."""
    country = find(words)
    return country is not None and any(words in plural_forms(one) for one in country.demonyms)


def capital_of(words: str) -> Country | None:
    """The state whose capital these words name, or None."""
    country = find(words)
    return country if country is not None and words in country.capitals else None


@cache
def shared_demonyms() -> dict[str, tuple[Country, ...]]:
    """Adjective or people's name -> the states that share it: Congolese, Dominican."""
    found: dict[str, tuple[Country, ...]] = {}
    for country in countries():
        for form in dict.fromkeys(form for one in country.demonyms for form in plural_forms(one)):
            found[form] = (*found.get(form, ()), country)
    return {form: states for form, states in found.items() if len(states) > 1}


@cache
def by_code(code: str) -> Country | None:
    """The state of that code, or None."""
    return next((country for country in countries() if country.code == code), None)
