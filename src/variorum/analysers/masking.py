"""States by one name: what the parser sees in place of each state's name, so that no link depends on who is meant.

A statistical parser links "Islamabad said" otherwise than "New Delhi said", having read one of them oftener. Every name,
adjective, people's name and capital of a state therefore gives way to one word of its kind before parsing, and comes
back after it: the links of a sentence are the same whichever state it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.codes.countries import countries, plural_forms
from variorum.crisis import Crisis

NAME, ADJECTIVE, PEOPLE, CAPITAL = "Germany", "German", "Germans", "Berlin"
"""Common words of each kind, well known to any English parser, and alike in form."""
_NOT_MASKED = frozenset({"Male"})
"""A capital that begins sentences as another word far oftener."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A run of words that stand for a state, and the word that the parser sees instead."""

    first: int
    """Index of the first word."""
    count: int
    """How many words it has."""
    word: str


class Masks:
    """Names of states, and of the parties that crisis.toml names, each with the word that the parser sees instead.

    Args:
        own: names of the crisis -> mask; they go before the names of states.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self.own = dict(sorted((own or {}).items()))
        self._words = {**_states(), **{tuple(name.split()): mask for name, mask in self.own.items()}}
        self._longest = max(map(len, self._words))

    def among(self, words: Sequence[str]) -> Iterator[Masked]:
        """The runs of words that name a party, longest first at each place, none within another."""
        place = 0
        while place < len(words):
            if words[place][:1].isupper():
                for count in range(min(self._longest, len(words) - place), 0, -1):
                    mask = self._words.get(tuple(words[place : place + count]))
                    if mask is not None:
                        yield Masked(place, count, mask)
                        place += count - 1
                        break
            place += 1

    def own_in(self, lines: Iterable[str]) -> tuple[str, ...]:
        """Names of the crisis that occur in these lines: a parse depends on them and on no others."""
        found: set[str] = set()
        for line in lines:
            found.update(name for name in self.own if name in line)
        return tuple(sorted(found))


def of_crisis(crisis: Crisis) -> Masks:
    """The masks of a crisis: its governments by name, adjective and capital; other parties by names of one word."""
    return _of_names(tuple(_own(crisis)))


@cache
def _of_names(own: tuple[tuple[str, str], ...]) -> Masks:
    return Masks(dict(own))


def _own(crisis: Crisis) -> Iterator[tuple[str, str]]:
    for actor in crisis.actor:
        if actor.kind == "government":
            yield from ((name, NAME) for name in (actor.name, *actor.aliases))
            yield from ((form, _mask_of_demonym(form, actor.demonyms)) for form in actor.demonyms)
            if actor.capital:
                yield actor.capital, CAPITAL
        elif actor.kind != "person":
            yield from ((name, NAME) for name in (actor.name, *actor.aliases) if name.istitle() and " " not in name)


def _mask_of_demonym(form: str, demonyms: Sequence[str]) -> str:
    return PEOPLE if form.endswith("s") and form[:-1] in demonyms else ADJECTIVE


@cache
def _states() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for country in countries():
        for name in country.names:
            found.setdefault(tuple(name.split()), NAME)
    for country in countries():
        for demonym in country.demonyms:
            for form in plural_forms(demonym):
                found.setdefault(tuple(form.split()), ADJECTIVE if form == demonym else PEOPLE)
    for country in countries():
        for capital in country.capitals:
            found.setdefault(tuple(capital.split()), CAPITAL)
    return {
        words: mask
        for words, mask in found.items()
        if not (len(words) == 1 and words[0] in _NOT_MASKED) and not any("." in word for word in words)
    }


def unmasked_lemma(lemma: str, mask: str, words: Sequence[str]) -> str:
    """The lemma of the last word of the run, made as the parser made that of the mask."""
    word = words[-1]
    if lemma == mask:
        return word
    if lemma == mask.lower():
        return word.lower()
    return word.lower().removesuffix("s") if lemma == ADJECTIVE.lower() else word
