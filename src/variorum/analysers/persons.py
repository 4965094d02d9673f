"""Who is meant by a person's name: by those whom the corpus introduces, else by the name's own words."""

from __future__ import annotations

import dataclasses

from variorum.analysers import gazetteer
from variorum.analysers.homes import HOME_ROLES, OF_THE_OUTLET, home_of, only_state
from variorum.analysers.naming import (
    HONORIFICS,
    MONTHS_AS_SURNAMES,
    acts_like_a_person,
    is_like_a_persons,
    is_place_or_thing,
)
from variorum.analysers.pronouns import Antecedents
from variorum.analysers.protocol import Introduced, Layers
from variorum.analysers.register import slug
from variorum.analysers.syntax import Token
from variorum.codes.places import kind_of_noun
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import Report

HEADLINE_WORDS, HEADLINE_SHARE = 4, 0.7
"""A line of so many words, so many of them with a capital, is a headline in title case: only short words are small."""


class Persons(Antecedents):
    """Names of one report, and whom they can mean."""

    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer) -> None:
        super().__init__(report, given)
        self._headlines: dict[int, bool] = {}
        self.home, self.home_is = home_of(report, names, given.text.text)
        """State whose bodies are meant where none is named, None if none is known; and how it is known."""
        self.own_home = self.home if self.home_is == OF_THE_OUTLET else None
        """The same where the outlet is of that state: a datelined wire names the officials of both sides."""
        self.scene = only_state(given.mentions)
        """The one state that the report is about, if there is one."""
        self.names = names
        self.by_surname: dict[str, list[Introduced]] = {}
        for entry in given.register:
            self.by_surname.setdefault(entry.surname, []).append(entry)
        self.full_names = self._full_names()
        self.given_names = self._given_names()
        self.acting = self._acting()
        self.likely_persons = frozenset(
            slug(name) for names_ in self.full_names.values() for name in names_ if is_like_a_persons(name)
        )

    def _is_a_persons(self, mention: Mention, head: Token) -> bool:
        """Whether somebody of the report has this name, or what the name does only people do."""
        own = _capitalised(mention.span.exact)
        longer = self.full_names.get(own[-1], set()) - {" ".join(own)} if own else set()
        return bool(own) and (own[-1] in self.by_surname or bool(longer) or acts_like_a_person(head))

    def _person(self, mention: Mention, name: str) -> Mention:
        words = name.replace("’", "'").removesuffix("'s").split()
        entries = self.by_surname.get(words[-1], []) if words else []
        mine = {word.strip(".").lower() for word in words}
        state = mention.country
        fits = [
            entry
            for entry in entries
            if any(mine <= {word.strip(".").lower() for word in form.split()} for form in (entry.name, *entry.forms))
            and (state is None or entry.country is None or entry.country == state or len(entries) == 1)
        ] or self._whose_name_ends_it(words, entries)
        if len(fits) > 1:
            recent = [
                found for _, _, found in reversed(self.seen) if any(entry.actor in found.actors for entry in fits)
            ]
            if recent:
                fits = [entry for entry in fits if entry.actor in recent[0].actors]
        own_forms = {_plain(form) for entry in fits for form in (entry.name, *entry.forms)}
        others = {
            other
            for other in self.full_names.get(words[0], ())
            if len(words) == 1
            and not any(f" {_plain(other)}".endswith(f" {form}") for form in own_forms if " " in form)
        }
        if len(fits) == 1 and any(slug(other) in self.likely_persons for other in others):
            candidates = {fits[0].actor, *(slug(other) for other in others)}
            return dataclasses.replace(
                mention, candidates=tuple(sorted(candidates)), name=mention.span.exact, why="several have this surname"
            )
        if len(fits) == 1:
            entry = fits[0]
            role, country, why = mention.role or entry.role, entry.country or state, f"introduced as {entry.name}"
            if country is None and role in HOME_ROLES and self.own_home is not None:
                country, why = self.own_home, f"{why}; of the state that the report speaks for"
            return dataclasses.replace(
                mention, actors=(entry.actor,), name=entry.name, country=country, role=role, why=why
            )
        if fits:
            return dataclasses.replace(
                mention,
                candidates=tuple(sorted(entry.actor for entry in fits)),
                name=mention.span.exact,
                why="several people have this surname",
            )
        if entries:
            return dataclasses.replace(mention, name=mention.span.exact, why="nobody of this name is introduced")
        return self._by_its_words(mention, name)

    @staticmethod
    def _whose_name_ends_it(words: list[str], entries: list[Introduced]) -> list[Introduced]:
        """The one person whose full name the words end in: a longer name, or a title that no list has before it."""
        ends = {" ".join(words[k:]) for k in range(len(words) - 1)}
        found = [entry for entry in entries if ends & {form for form in (entry.name, *entry.forms) if " " in form}]
        return found if len(found) == 1 else []

    def _by_its_words(self, mention: Mention, name: str) -> Mention:
        """A name that no list has and nobody introduces: known by its own words, in every report that writes it so.

        A single word is the one full name of the report that ends in it, or the one person whose given name it is; else it
        may be anything, a town as well, unless it does, anywhere in the report, what only people and their bodies do.
        """
        own = _capitalised(name)
        if not own and len(self.by_surname.get(name.title(), ())) == 1:
            return self._person(mention, name.title())  # a surname without its capital
        is_headline = mention.introduces is None and self._is_in_a_headline(mention)
        if is_headline and " ".join(own) not in self.full_names.get(own[-1] if own else "", ()):
            return dataclasses.replace(mention, name=name, why="words of a headline, where all have capitals")
        is_month = len(own) > 1 and own[-1].lower() in MONTHS_AS_SURNAMES
        if own and is_place_or_thing(own[-1].lower()) and not is_month:
            kind = kind_of_noun(own[-1].lower()) if len(own) > 1 else None
            why = f"a {own[-1].lower()}, by its noun" if kind else "a name that no list has, of a place or a thing"
            kinds = MentionKind.PLACE if kind else mention.kind
            return dataclasses.replace(mention, kind=kinds, place_kind=kind, name=name, why=why)
        if len(own) == 1:
            longer = self.full_names.get(own[0], set())
            if len(longer) > 1:
                candidates = tuple(sorted(slug(other) for other in longer))
                return dataclasses.replace(mention, candidates=candidates, name=name, why="several have this surname")
            given = self.given_names.get(own[0], set()) if not longer else set()
            if len(given) == 1:
                return self._person(mention, next(iter(given)))
            own = next(iter(longer)).split() if longer else own
        if len(own) == 1 and own[0] not in self.acting:
            return dataclasses.replace(mention, name=name, why="a name that no list has")
        full = " ".join(own)
        actor = slug(full) if own else slug(name)
        return dataclasses.replace(mention, actors=(actor,), name=full or name, why="by its own words: no list has it")

    def _is_in_a_headline(self, mention: Mention) -> bool:
        """Whether the mention's line is written with capitals throughout: there a capital is no sign of a name."""
        line = next((line for line in self.lines if line.start <= mention.span.start < line.end), None)
        if line is None:
            return False
        if line.start not in self._headlines:
            words = [word for word in self.parse.text[line.start : line.end].split() if word[:1].isalpha()]
            capital = sum(word[:1].isupper() for word in words)
            ends = self.parse.text[line.start : line.end].rstrip()[-1:] in (".", "!", "”", '"')
            is_headline = len(words) >= HEADLINE_WORDS and capital >= HEADLINE_SHARE * len(words) and not ends
            self._headlines[line.start] = is_headline
        return self._headlines[line.start]

    def _acting(self) -> frozenset[str]:
        """Names of one word that somewhere in the report do what only people and their bodies do."""
        found = set()
        for mention in self.given.mentions:
            head = self.parse.token_at(mention.head.start)
            own = _capitalised(mention.span.exact)
            if mention.kind is MentionKind.NAME and len(own) == 1 and head is not None and acts_like_a_person(head):
                found.add(own[0])
        return frozenset(found)

    def _given_names(self) -> dict[str, set[str]]:
        """First word -> full names of persons of the report that begin with it."""
        names = {name for names_ in self.full_names.values() for name in names_ if is_like_a_persons(name)}
        names |= {
            " ".join(mention.introduces.name.split())
            for mention in self.given.mentions
            if mention.introduces is not None and len(mention.introduces.name.split()) > 1
        }
        found: dict[str, set[str]] = {}
        for name in sorted(names):
            found.setdefault(name.split()[0], set()).add(name)
        return found

    def _full_names(self) -> dict[str, set[str]]:
        """Last word -> names of several words that end in it, of those that nobody introduces."""
        found: dict[str, set[str]] = {}
        for mention in self.given.mentions:
            own = _capitalised(mention.span.exact)
            before = self.parse.text[max(0, mention.span.start - 4) : mention.span.start].lower()
            is_open = mention.kind is MentionKind.NAME and mention.role is None and mention.introduces is None
            is_open = is_open and before != "the " and not mention.span.exact.lower().startswith("the ")
            is_open = is_open and not self._is_in_a_headline(mention)
            if is_open and len(own) > 1 and self.names.exact(mention.span.exact) is None:
                found.setdefault(own[-1], set()).add(" ".join(own))
        return found


def _capitalised(name: str) -> list[str]:
    """The words of a name from the first with a capital on, without "'s" and "Dr"."""
    words = " ".join(name.split()).replace("’", "'").removesuffix("'s").split()
    first = next((place for place, word in enumerate(words) if word[:1].isupper()), len(words))
    words = words[first:]
    return words[1:] if len(words) > 2 and words[0].lower() in HONORIFICS else words


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())
