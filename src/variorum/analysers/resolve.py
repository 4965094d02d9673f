"""Who the mentions are: the step `resolve`. What is not clear stays open, with the reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from variorum.analysers import gazetteer, pairs, whereabouts
from variorum.analysers.mentions import acts_like_a_person, is_body_word, is_place_or_thing
from variorum.analysers.placing import DESCRIBED, STATE_NOUNS, Placing
from variorum.analysers.pronouns import LOOK_BACK_SENTENCES, Antecedents, is_subject
from variorum.analysers.protocol import Introduced, Layers
from variorum.analysers.register import slug
from variorum.analysers.syntax import Token
from variorum.analysers.whereabouts import PLACE_PREPOSITIONS
from variorum.codes.countries import by_code
from variorum.codes.roles import role_of_head
from variorum.crisis import Crisis
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import Genre, Report

_FORCES = frozenset({"MIL", "COP", "SPY", "LEG", "JUD", "REB", "OPP", "MED"})
"""Roles that make a body of its own beside the government."""
_HOME_ROLES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
"""Bodies of a state: without a state's name they are those of the report's own."""
_STATE_NOUNS = frozenset({"country", "nation", "state", "neighbor", "neighbour"})
_OF_THE_OUTLET = "of the state that the outlet's name holds"
TITLE_SENTENCES = 15
"""How far "the minister" looks for the one introduced with that title."""


class ResolveRules:
    """Analyser `resolve.rules`."""

    name = "resolve"
    version = "rules/6"
    requires = frozenset({"mentions", "register"})
    provides = frozenset({"resolved"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Mention]:
        """The same mentions with actors, state, role and name."""
        return _Resolving(report, given, gazetteer.of(crisis), crisis).all()


class _Resolving(Antecedents):
    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer, crisis: Crisis) -> None:
        self.home, self.home_is = _home(report, names, given.text.text)
        """State whose bodies are meant where none is named, None if none is known; and how it is known."""
        self.own_home = self.home if self.home_is == _OF_THE_OUTLET else None
        """The same where the outlet is of that state: a datelined wire names the officials of both sides."""
        super().__init__(report, given)
        self.names = names
        self.placing = Placing(given, names, self.home)
        self.places: list[Mention] = []
        """Mentions of places so far."""
        self.state_names = {actor.id: actor.name for actor in crisis.actor}
        self.together = pairs.named_together(given.mentions, self.parse)
        """Two states -> in how many sentences of the report both are named."""
        self.by_surname: dict[str, list[Introduced]] = {}
        for entry in given.register:
            self.by_surname.setdefault(entry.surname, []).append(entry)
        self.full_names = self._full_names()
        self.likely_persons = frozenset(
            slug(name) for names_ in self.full_names.values() for name in names_ if _is_like_a_persons(name)
        )
        """Names by their own words that are built like a person's."""

    def all(self) -> Iterable[Mention]:
        for mention in sorted(self.given.mentions, key=lambda item: (item.head.start, item.span.start, -item.span.end)):
            head = self.parse.token_at(mention.head.start)
            if head is None:
                yield dataclasses.replace(mention, why="its words were not parsed")
                continue
            found = self._one(mention, head)
            if found.place_kind is not None or found.kind is MentionKind.PLACE:
                self.places.append(found)
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
            if head.dep == "compound" and head.head.text.islower() and self._is_a_persons(mention, head):
                return dataclasses.replace(
                    mention, kind=MentionKind.NAME, place=None, why="somebody's name in a description"
                )
            return whereabouts.as_place(mention, self.placing)
        if mention.kind is MentionKind.NAME:
            last = mention.head.exact
            if last in self.by_surname and not self.placing.fits_beside(mention):
                return self._person(mention, mention.span.exact)
            return self._place(mention, head) or self._body(mention)
        found = self._description(mention, head)
        is_spoken_of = head.lower in DESCRIBED or (head.lower in STATE_NOUNS and not found.actors)
        place = whereabouts.described(found, head, self.places, self.placing.states) if is_spoken_of else None
        return place or found

    def _state_name(self, code: str) -> str:
        country = by_code(code)
        return self.state_names.get(code) or (country.name if country else code)

    def _known(self, mention: Mention, head: Token, known: gazetteer.Known) -> Mention:
        if known.kind == "city":
            if whereabouts.runs_on(head):
                return dataclasses.replace(
                    mention, kind=MentionKind.NAME, place=None, country=None, why="part of a name"
                )
            return whereabouts.as_place(mention, self.placing)
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
        is_of = prep == "of" and whereabouts.is_local_noun(head.head.head.lemma)
        if known.kind == "capital" and (
            is_of or prep in PLACE_PREPOSITIONS or (not prep and head.dep in ("compound", "npadvmod", "appos"))
        ):
            why = f"the city: after “{prep}”" if prep else "the city: part of a place"
            return whereabouts.as_capital(mention, self.placing, known.country, why)
        why = {
            "capital": "the capital, acting: its government",
            "country": "a state in the list",
            "demonym": "a people in the list",
            "seat": "a seat of power",
            "body": "a body in the list",
        }[known.kind]
        if known.kind == "country":
            mention = whereabouts.state_of(mention, known.country)
        elif known.kind == "capital":
            mention = dataclasses.replace(mention, place=None)
        return dataclasses.replace(
            mention,
            actors=(known.actor,),
            name=known.name,
            country=known.country,
            role=known.role or mention.role,
            why=why,
        )

    def _place(self, mention: Mention, head: Token) -> Mention | None:
        """A name that may be a town's, as that town; None where it is more likely somebody's or something's."""
        if mention.role is not None or mention.introduces is not None:
            return None
        return whereabouts.found_place(mention, head, self.placing, is_a_persons=self._is_a_persons(mention, head))

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
        ]
        if len(fits) > 1:
            recent = [
                found for _, _, found in reversed(self.seen) if any(entry.actor in found.actors for entry in fits)
            ]
            if recent:
                fits = [entry for entry in fits if entry.actor in recent[0].actors]
        own_forms = {_plain(form) for entry in fits for form in (entry.name, *entry.forms)}
        others = {
            other for other in self.full_names.get(words[0], ()) if len(words) == 1 and _plain(other) not in own_forms
        }
        if len(fits) == 1 and any(slug(other) in self.likely_persons for other in others):
            candidates = {fits[0].actor, *(slug(other) for other in others)}
            return dataclasses.replace(
                mention, candidates=tuple(sorted(candidates)), name=mention.span.exact, why="several have this surname"
            )
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
            return self._by_its_words(mention, name)
        country, why = mention.country, "a body, by its name"
        if country is None and self.home is not None and mention.role in _HOME_ROLES:
            country, why = self.home, f"a body, by its name; {self.home_is}"
        actor = f"{country}.{self._tail(mention)}" if country else slug(name)
        return dataclasses.replace(mention, actors=(actor,), country=country, name=name, why=why)

    def _by_its_words(self, mention: Mention, name: str) -> Mention:
        """A name that no list has and nobody introduces: known by its own words, in every report that writes it so.

        A single word is the one full name of the report that ends in it; else it may be anything, a town as well, unless
        it does what only people and their bodies do.
        """
        own = _capitalised(name)
        if own and is_place_or_thing(own[-1].lower()):
            return dataclasses.replace(mention, name=name, why="a name that no list has, of a place or a thing")
        if len(own) == 1:
            longer = self.full_names.get(own[0], set())
            own = next(iter(longer)).split() if len(longer) == 1 else own
        head = self.parse.token_at(mention.head.start)
        if len(own) == 1 and not (head is not None and acts_like_a_person(head)):
            return dataclasses.replace(mention, name=name, why="a name that no list has")
        full = " ".join(own)
        actor = slug(full) if own else slug(name)
        return dataclasses.replace(mention, actors=(actor,), name=full or name, why="by its own words: no list has it")

    def _full_names(self) -> dict[str, set[str]]:
        """Last word -> names of several words that end in it, of those that nobody introduces."""
        found: dict[str, set[str]] = {}
        for mention in self.given.mentions:
            own = _capitalised(mention.span.exact)
            before = self.parse.text[max(0, mention.span.start - 4) : mention.span.start].lower()
            is_open = mention.kind is MentionKind.NAME and mention.role is None and mention.introduces is None
            is_open = is_open and before != "the " and not mention.span.exact.lower().startswith("the ")
            if is_open and len(own) > 1 and self.names.exact(mention.span.exact) is None:
                found.setdefault(own[-1], set()).add(" ".join(own))
        return found

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
                if sentence == number and is_subject(token) and self._is_meant(head, other)
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

    def _pair(self, mention: Mention, head: Token) -> Mention:
        """For “both sides”: the two states that can be meant, else an open question."""
        name = mention.span.exact
        states, why = pairs.meant(head, self.seen, self.together, self.parse)
        if len(states) != 2:
            return dataclasses.replace(mention, candidates=tuple(sorted(states)), name=name, why=why)
        first, second = sorted(states)
        both = f"{self._state_name(first)} and {self._state_name(second)}"
        return dataclasses.replace(mention, actors=(first, second), name=both, why=why)


def _capitalised(name: str) -> list[str]:
    """The words of a name from the first with a capital on, without "'s"."""
    words = " ".join(name.split()).replace("’", "'").removesuffix("'s").split()
    first = next((place for place, word in enumerate(words) if word[:1].isupper()), len(words))
    return words[first:]


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())


def _is_like_a_persons(name: str) -> bool:
    """Whether a name has two to four words, all capitalised but particles, and none that only bodies have."""
    words = name.split()
    small = {"bin", "al", "de", "van", "von", "der", "la", "ul", "dela", "del"}
    is_built_so = 2 <= len(words) <= 4 and all(word[:1].isupper() or word in small for word in words)
    is_titled = any(role_of_head(word.lower()) is not None for word in words)
    return is_built_so and not is_titled and not any(is_body_word(word.lower()) or word.isupper() for word in words)


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
