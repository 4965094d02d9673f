"""Who the mentions are: the step `resolve`. What is not clear stays open, with the reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from variorum.analysers import gazetteer, pairs
from variorum.analysers.protocol import Introduced, Layers
from variorum.analysers.register import slug
from variorum.analysers.syntax import Token
from variorum.codes.countries import by_code
from variorum.codes.roles import role_of_head
from variorum.crisis import Crisis
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import Genre, Report

PLACE_PREPOSITIONS = frozenset(
    "in at near outside inside around into through across within off over from to toward towards throughout above".split()
)
"""After these a capital is the city, else the government that sits there."""
_PERSON_PRONOUNS = frozenset("he she him her his".split())
_PLURAL_PRONOUNS = frozenset("they them their".split())
_THING_PRONOUNS = frozenset("it its".split())
_FORCES = frozenset({"MIL", "COP", "SPY", "LEG", "JUD", "REB", "OPP", "MED"})
"""Roles that make a body of its own beside the government."""
_HOME_ROLES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
"""Bodies of a state: without a state's name they are those of the report's own."""
_STATE_NOUNS = frozenset({"country", "nation", "state", "neighbor", "neighbour"})
_OF_THE_OUTLET = "of the state that the outlet's name holds"
LOOK_BACK_SENTENCES = 4
"""How far a pronoun looks for whom it means."""
TITLE_SENTENCES = 15
"""How far "the minister" looks for the one introduced with that title."""


class ResolveRules:
    """Analyser `resolve.rules`."""

    name = "resolve"
    version = "rules/3"
    requires = frozenset({"mentions", "register"})
    provides = frozenset({"resolved"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Mention]:
        """The same mentions with actors, state, role and name."""
        return _Resolving(report, given, gazetteer.of(crisis), crisis).all()


class _Resolving:
    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer, crisis: Crisis) -> None:
        self.home, self.home_is = _home(report, names, given.text.text)
        """State whose bodies are meant where none is named, None if none is known; and how it is known."""
        self.own_home = self.home if self.home_is == _OF_THE_OUTLET else None
        """The same where the outlet is of that state: a datelined wire names the officials of both sides."""
        self.given = given
        self.parse = given.parse
        self.names = names
        self.state_names = {actor.id: actor.name for actor in crisis.actor}
        self.persons = frozenset(entry.actor for entry in given.register)
        self.together = pairs.named_together(given.mentions, self.parse)
        """Two states -> in how many sentences of the report both are named."""
        self.by_surname: dict[str, list[Introduced]] = {}
        for entry in given.register:
            self.by_surname.setdefault(entry.surname, []).append(entry)
        self.seen: list[tuple[int, Token, Mention]] = []
        """(sentence number, head token, resolved mention), in the order of the text."""

    def all(self) -> Iterable[Mention]:
        for mention in sorted(self.given.mentions, key=lambda item: (item.head.start, item.span.start, -item.span.end)):
            head = self.parse.token_at(mention.head.start)
            if head is None:
                yield dataclasses.replace(mention, why="its words were not parsed")
                continue
            found = self._one(mention, head)
            if found.actors:
                self.seen.append((head.sent.index, head, found))
            yield found

    def _one(self, mention: Mention, head: Token) -> Mention:
        if mention.kind is MentionKind.PRONOUN:
            return self._pronoun(mention, head)
        if mention.kind is MentionKind.GROUP:
            return self._pair(mention, head)
        if mention.introduces is not None:
            return self._person(mention, mention.introduces.name)
        known = self.names.exact(mention.span.exact)
        if known is not None:
            return self._known(mention, head, known)
        if mention.kind is MentionKind.PLACE:
            inside = next((known.country for _, _, known in self.names.find(mention.span.exact) if known.country), None)
            return dataclasses.replace(
                mention, name=mention.span.exact, country=mention.country or inside, why="a place that no list has"
            )
        if mention.kind is MentionKind.NAME:
            last = mention.head.exact
            if last in self.by_surname:
                return self._person(mention, mention.span.exact)
            return self._body(mention)
        return self._description(mention, head)

    def _state_name(self, code: str) -> str:
        country = by_code(code)
        return self.state_names.get(code) or (country.name if country else code)

    def _known(self, mention: Mention, head: Token, known: gazetteer.Known) -> Mention:
        if known.kind == "city":
            return dataclasses.replace(mention, name=known.name, country=known.country, why="a place in the list")
        if known.kind == "person":
            return dataclasses.replace(
                mention,
                actors=(known.actor,),
                name=known.name,
                country=known.country,
                role=known.role,
                why="named in crisis.toml",
            )
        prep = head.head.lower if head.dep == "pobj" else ""
        if known.kind == "capital" and (
            prep in PLACE_PREPOSITIONS or (not prep and head.dep in ("compound", "npadvmod", "appos"))
        ):
            return dataclasses.replace(
                mention,
                kind=MentionKind.PLACE,
                name=mention.span.exact,
                role=None,
                why=f"the city: after “{prep}”" if prep else "the city: part of a place",
            )
        why = {
            "capital": "the capital, acting: its government",
            "country": "a state in the list",
            "demonym": "a people in the list",
            "seat": "a seat of power",
            "body": "a body in the list",
        }[known.kind]
        return dataclasses.replace(
            mention,
            actors=(known.actor,),
            name=known.name,
            country=known.country,
            role=known.role or mention.role,
            why=why,
        )

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
        ]
        if len(fits) > 1:
            recent = [
                found for _, _, found in reversed(self.seen) if any(entry.actor in found.actors for entry in fits)
            ]
            if recent:
                fits = [entry for entry in fits if entry.actor in recent[0].actors]
        if len(fits) == 1:
            entry = fits[0]
            role, country, why = mention.role or entry.role, entry.country or state, f"introduced as {entry.name}"
            if country is None and role in _HOME_ROLES and self.own_home is not None:
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
        return dataclasses.replace(mention, name=mention.span.exact, why="nobody of this name is introduced")

    def _body(self, mention: Mention) -> Mention:
        name = " ".join(mention.span.exact.split())
        name = name.removeprefix("the ").removeprefix("The ")
        if mention.role is None:
            return dataclasses.replace(mention, name=name, why="a name that no list has")
        country, why = mention.country, "a body, by its name"
        if country is None and self.home is not None and mention.role in _HOME_ROLES:
            country, why = self.home, f"a body, by its name; {self.home_is}"
        actor = f"{country}.{self._tail(mention)}" if country else slug(name)
        return dataclasses.replace(mention, actors=(actor,), country=country, name=name, why=why)

    def _tail(self, mention: Mention) -> str:
        """The body's own words, without the state's, as a slug; for the head noun's sake never empty."""
        words = mention.span.exact.replace("’", "'").split()
        own = [
            word
            for word in words
            if word.lower() not in ("the", "a", "an") and self.names.exact(word.removesuffix("'s")) is None
        ]
        return slug(" ".join(own) or mention.head.exact)

    def _description(self, mention: Mention, head: Token) -> Mention:
        name = " ".join(mention.span.exact.split())
        bearer = self._bearer(mention) or self._named_beside(mention, head)
        if bearer is not None:
            return bearer
        states = sorted(
            {
                known.country
                for _, _, known in self.names.find(mention.span.exact)
                if known.kind == "demonym" and known.country
            }
        )
        if len(states) == 2:
            return dataclasses.replace(mention, actors=tuple(states), country=None, name=name, why="of two states")
        if mention.country is not None:
            is_body = mention.role in _FORCES
            actor = f"{mention.country}.{(mention.role or '').lower()}" if is_body else mention.country
            return dataclasses.replace(mention, actors=(actor,), name=name, why="described by its state")
        holder = next((child for child in head.children if child.dep == "poss"), None)
        owner = next((found for _, token, found in reversed(self.seen) if token is holder), None)
        if owner is not None and owner.country:
            actor = f"{owner.country}.{(mention.role or '').lower()}" if mention.role in _FORCES else owner.country
            return dataclasses.replace(
                mention, actors=(actor,), country=owner.country, name=name, why=f"of {owner.name}"
            )
        definite = self.parse.token_at(mention.span.start)
        if definite is None or definite.lower not in ("the", "this", "that"):
            return dataclasses.replace(mention, name=name, why="described, not named")
        for number, _, other in reversed(self.seen):
            if head.sent.index - number > (LOOK_BACK_SENTENCES if head.lower in _STATE_NOUNS else TITLE_SENTENCES):
                break
            if head.lower in _STATE_NOUNS:
                if (
                    other.country
                    and len(other.actors) == 1
                    and other.role == "GOV"
                    and other.actors[0] == other.country
                ):
                    return self._as(mention, other, f"“{name}”: {other.name}, named before")
            elif self._is_meant(head, other):
                meant = self._acting_in(number, head) or other
                return self._as(mention, meant, f"“{name}”: {meant.name}, introduced before")
        if mention.role in _HOME_ROLES and self.own_home is not None and head.lower not in _STATE_NOUNS:
            actor = f"{self.own_home}.{(mention.role or '').lower()}" if mention.role in _FORCES else self.own_home
            why = "a body that the report takes for known; of the state that it speaks for"
            return dataclasses.replace(mention, actors=(actor,), country=self.own_home, name=name, why=why)
        return dataclasses.replace(mention, name=name, why="described, and nobody before fits")

    def _acting_in(self, number: int, head: Token) -> Mention | None:
        """Whoever with that office is the subject of the sentence, before those whom the subject met."""
        return next(
            (
                other
                for sentence, token, other in self.seen
                if sentence == number and _is_subject(token) and self._is_meant(head, other)
            ),
            None,
        )

    def _bearer(self, mention: Mention) -> Mention | None:
        """For "the foreign minister and deputy premier Ilan Torvek": the person who bears both titles."""
        if mention.role is None:
            return None
        for other in self.given.mentions:
            if other.introduces is None or other.introduces.title is None:
                continue
            between = self.parse.text[mention.span.end : other.span.start]
            if 0 < len(between) <= len(" and ") and between.strip() == "and":
                person = self._person(mention, other.introduces.name)
                return person if person.actors else None
        return None

    def _named_beside(self, mention: Mention, head: Token) -> Mention | None:
        """For "Kestria's president, Maren Oszk": the person whose name is put beside the description."""
        beside = next((child for child in head.children if child.dep == "appos" and child.i > head.i), None)
        if beside is None or mention.role is None:
            return None
        for other in self.given.mentions:
            if other.introduces is not None and other.head.start == beside.start:
                person = self._person(mention, other.introduces.name)
                return person if person.actors else None
        return None

    @staticmethod
    def _is_meant(head: Token, other: Mention) -> bool:
        """Whether the noun is the head of the other's office or of its name."""
        if other.kind in (MentionKind.PRONOUN, MentionKind.GROUP):
            return False
        title = other.introduces.title if other.introduces else None
        words = (title or other.span.exact).lower().replace("’", "'").split()
        return head.lower in words and role_of_head(head.lower) is not None

    def _as(self, mention: Mention, other: Mention, why: str) -> Mention:
        return dataclasses.replace(
            mention,
            actors=other.actors,
            name=other.name,
            country=other.country,
            role=other.role or mention.role,
            why=why,
        )

    def _pronoun(self, mention: Mention, head: Token) -> Mention:
        word = head.lower
        if word in _PERSON_PRONOUNS:
            other = self._antecedent(head, self._is_person)
        elif word in _THING_PRONOUNS:
            if (
                head.dep in ("nsubj", "nsubjpass")
                and head.head.lemma in ("be", "seem", "appear", "remain")
                and word == "it"
            ):
                return dataclasses.replace(mention, name=mention.span.exact, why="may stand for no one")
            other = self._antecedent(head, self._is_single_body)
        elif word in _PLURAL_PRONOUNS:
            other = self._antecedent(head, self._is_plural)
        else:
            return dataclasses.replace(mention, name=mention.span.exact, why="whoever speaks")
        if other is None:
            return dataclasses.replace(mention, name=mention.span.exact, why="nobody before fits")
        return self._as(mention, other, f"“{mention.span.exact}”: {other.name}, named before")

    def _is_person(self, mention: Mention) -> bool:
        return len(mention.actors) == 1 and mention.actors[0] in self.persons

    def _is_body(self, mention: Mention) -> bool:
        return len(mention.actors) == 1 and mention.actors[0] not in self.persons

    def _is_single_body(self, mention: Mention) -> bool:
        token = self.parse.token_at(mention.head.start)
        return (self._is_body(mention) and token is not None and token.tag not in ("NNS", "NNPS")) or (
            self._is_body(mention) and mention.actors[0] == mention.country and mention.kind is MentionKind.NAME
        )

    def _is_plural(self, mention: Mention) -> bool:
        return len(mention.actors) > 1 or (
            not self._is_person(mention)
            and mention.kind is not MentionKind.PRONOUN
            and mention.head.exact.lower().endswith("s")
        )

    def _antecedent(self, head: Token, fits: Callable[[Mention], bool]) -> Mention | None:
        """Subjects first, nearest sentence first, then anyone nearest."""
        window = [item for item in self.seen if 0 <= head.sent.index - item[0] <= LOOK_BACK_SENTENCES]
        suited = [item for item in window if fits(item[2])]
        if not suited:
            return None
        for back in range(LOOK_BACK_SENTENCES + 1):
            here = [item for item in suited if head.sent.index - item[0] == back]
            subjects = [item for item in here if _is_subject(item[1])]
            if subjects:
                return (subjects[-1] if back == 0 else subjects[0])[2]
            if here:
                return here[-1][2]
        return None

    def _pair(self, mention: Mention, head: Token) -> Mention:
        """For “both sides”: the two states that can be meant, else an open question."""
        name = mention.span.exact
        states, why = pairs.meant(head, self.seen, self.together, self.parse)
        if len(states) != 2:
            return dataclasses.replace(mention, candidates=tuple(sorted(states)), name=name, why=why)
        first, second = sorted(states)
        both = f"{self._state_name(first)} and {self._state_name(second)}"
        return dataclasses.replace(mention, actors=(first, second), name=both, why=why)


def _home(report: Report, names: gazetteer.Gazetteer, text: str) -> tuple[str | None, str]:
    """(state whose bodies the report means when it names no state, how that is known).

    The state of the dateline; of an official statement the state named above its title; else the one that the name of
    the outlet holds: the Marrec Gazette.
    """
    place = report.masthead.dateline_place
    words = place.span.exact if place.span is not None else place.value or ""
    known = names.exact(words) or names.exact(words.title())
    if known is not None and known.country:
        return known.country, "of the state the report is datelined from"
    outlet = report.masthead.outlet.value or ""
    if report.masthead.genre.value == Genre.OFFICIAL.value:
        title = report.masthead.title.span
        outlet = f"{text[report.start : title.start if title is not None else report.start]}\n{outlet}"
    states = {found.country for _, _, found in names.find(outlet) if found.country}
    return (states.pop(), _OF_THE_OUTLET) if len(states) == 1 else (None, "")


def _is_subject(token: Token) -> bool:
    return token.dep in ("nsubj", "nsubjpass", "agent")
