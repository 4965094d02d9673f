"""Balance: exchange the names of two parties in a text, and the record must be the old one with the names exchanged.

    python -m benchmarks.balance --parties India Pakistan < lines.txt

Usable on any text. Names, adjectives, peoples' names, capitals and aliases are exchanged at once; every word of the
record is compared: who says what with which force, who did what to whom, every figure with its claimant.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from variorum.analysers.protocol import Layers
from variorum.codes.countries import Country, find, plural_forms
from variorum.crisis import ActorSetting, Crisis
from variorum.model.entries import Party
from variorum.model.spans import Span
from variorum.pipeline.reading import read_text

Forms = tuple[tuple[str, ...], ...]
"""Names of one party by kind: names, adjectives and peoples, capitals, aliases."""


@dataclass(frozen=True)
class Exchange:
    """The names of two parties, each with the one it is exchanged for."""

    one: Forms
    other: Forms

    @cached_property
    def pairs(self) -> dict[str, str]:
        """Words -> the other party's words of the same kind and place; where one has fewer, its last stands for the rest."""
        found: dict[str, str] = {}
        for mine, theirs in ((self.one, self.other), (self.other, self.one)):
            for names, others in zip(mine, theirs, strict=True):
                for place, name in enumerate(names):
                    if others:
                        found[name] = others[min(place, len(others) - 1)]
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self.pairs, key=lambda name: (-len(name), name))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

    def __call__(self, words: str) -> str:
        """The words with every name of one party given way to the other's."""
        return self._pattern.sub(lambda match: self.pairs[match.group()], words)

    def is_round(self, words: str) -> bool:
        """Whether exchanging twice gives the words again: only then does a text say the same of the other party."""
        return self(self(words)) == words and self(words) != words


def forms_of_country(country: Country) -> Forms:
    """Names, demonyms with plurals, capitals of a state."""
    demonyms = tuple(form for one in country.demonyms for form in plural_forms(one))
    return (country.names, demonyms, country.capitals, ())


def forms_of_actor(actor: ActorSetting) -> Forms:
    """Names of an actor of crisis.toml."""
    return ((actor.name,), tuple(actor.demonyms), (actor.capital,) if actor.capital else (), tuple(actor.aliases))


def parties(names: Sequence[str], crisis: Crisis) -> Exchange:
    """The exchange of two parties, named as crisis.toml or the list of states names them.

    Raises:
        ValueError: if a name is in neither.
    """
    found = []
    for name in names:
        actor = next((actor for actor in crisis.actor if actor.name == name), None)
        country = find(name)
        if actor is None and country is None:
            raise ValueError(f"{name}: neither an actor of crisis.toml nor a state")
        found.append(forms_of_actor(actor) if actor is not None else forms_of_country(country))  # type: ignore[arg-type]
    return Exchange(found[0], found[1])


def record(layers: Layers) -> list[tuple[Any, ...]]:
    """Everything said in the record of one text, as words and numbers without offsets or ids."""
    found: list[tuple[Any, ...]] = []
    for item in layers.statements:
        found.append(
            (
                "statement",
                _who(item.speaker),
                item.force.value,
                item.mode.value,
                _who(item.addressee),
                tuple(map(_who, item.via)),
                _words(item.content),
                _words(item.hedges),
                _words(item.distance),
                item.unnamed.value if item.unnamed else None,
                item.said.value,
            )
        )
    for event in layers.events:
        found.append(
            (
                "event",
                event.trigger.exact,
                event.plover,
                event.plover_mode,
                event.cameo,
                event.status.value,
                tuple(map(_who, event.sources)),
                tuple(map(_who, event.targets)),
                event.where.name if event.where else None,
                event.when.value,
            )
        )
    for claim in layers.claims:
        figure = claim.figure
        found.append(
            (
                "claim",
                claim.topic,
                claim.stance.value,
                _who(claim.claimant),
                tuple(map(_who, claim.by)),
                tuple(map(_who, claim.against)),
                (figure.low, figure.high, figure.subset, figure.words.exact) if figure else None,
                claim.window.value,
                claim.as_of.value,
            )
        )
    return found


def _who(party: Party | None) -> str | None:
    return party.name if party is not None else None


def _words(spans: Iterable[Span]) -> str:
    return " … ".join(span.exact for span in spans)


def exchanged(value: Any, exchange: Exchange) -> Any:
    """A record with the names exchanged in every word of it."""
    if isinstance(value, str):
        return exchange(value)
    if isinstance(value, (tuple, list)):
        return tuple(exchanged(item, exchange) for item in value)
    return value


def differences(text: str, exchange: Exchange, crisis: Crisis, *, date: str | None = None) -> list[tuple[str, Any]]:
    """("lost" or "new", line of the record) for each line that does not exchange with the names; empty if balanced."""
    mine = record(read_text(text, date=date, crisis=crisis).layers)
    theirs = record(read_text(exchange(text), date=date, crisis=crisis).layers)
    expected = sorted((exchanged(line, exchange) for line in mine), key=repr)
    got = sorted((exchanged(line, _nothing(exchange)) for line in theirs), key=repr)
    return [("lost", line) for line in expected if line not in got] + [
        ("new", line) for line in got if line not in expected
    ]


def _nothing(exchange: Exchange) -> Exchange:
    """An exchange of nothing, so that both records pass the same way."""
    return Exchange(exchange.one, exchange.one)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints each line whose record leans to a side; exit status 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parties", nargs=2, required=True, metavar="NAME")
    options = parser.parse_args(arguments)
    crisis = Crisis()
    exchange = parties(options.parties, crisis)
    leaning = tried = 0
    for line in sys.stdin:
        if not exchange.is_round(line.strip()):
            continue
        tried += 1
        found = differences(line.strip(), exchange, crisis)
        if found:
            leaning += 1
            print(line.strip())
            for what, entry in found:
                print(f"    {what}: {entry}")
    print(f"{tried - leaning} of {tried} texts are balanced")
    return 1 if leaning else 0


if __name__ == "__main__":
    sys.exit(main())
