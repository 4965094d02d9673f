"""Who the mentions are: the step `resolve`. What is not clear stays open, with the reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cached_property

from variorum.analysers import gazetteer, pairs, whereabouts
from variorum.analysers.bodies import tail_of
from variorum.analysers.descriptions import Descriptions
from variorum.analysers.homes import HOME_ROLES, ground
from variorum.analysers.placing import DESCRIBED, STATE_NOUNS, Placing
from variorum.analysers.protocol import Layers
from variorum.analysers.register import slug
from variorum.analysers.syntax import Token
from variorum.analysers.whereabouts import PLACE_PREPOSITIONS
from variorum.codes.countries import by_code
from variorum.codes.places import kind_of_noun
from variorum.crisis import Crisis
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import Report

GROUND = frozenset({"city", "capital", "region", "district"})
"""Kinds of places whose state tells in which state a report takes place."""


UNLISTED = frozenset({"site", "base"})
"""Kinds of places that lie in the state of the towns round them; what only may be a place does not."""


class ResolveRules:
    """Analyser `resolve.rules`."""

    name = "resolve"
    version = "rules/8"
    requires = frozenset({"mentions", "register"})
    provides = frozenset({"resolved"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Mention]:
        """The same mentions with actors, state, role and name."""
        return _Resolving(
            report, given, gazetteer.of(crisis).within(given.text.text[report.start : report.end]), crisis
        ).all()


class _Resolving(Descriptions):
    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer, crisis: Crisis) -> None:
        super().__init__(report, given, names)
        self.placing = Placing(given, names, self.home)
        self.state_names = {actor.id: actor.name for actor in crisis.actor}
        self.together = pairs.named_together(given.mentions, self.parse)
        """Two states -> in how many sentences of the report both are named."""

    def all(self) -> Iterable[Mention]:
        for mention in sorted(self.given.mentions, key=lambda item: (item.head.start, item.span.start, -item.span.end)):
            head = self.parse.token_at(mention.head.start)
            if head is None:
                yield dataclasses.replace(mention, why="its words were not parsed")
                continue
            found = self._located(self._one(mention, head), head)
            if found.place_kind is not None or found.kind is MentionKind.PLACE:
                self.places.append(found)
            if found.actors:
                self.seen.append((head.sent.index, head, found))
                self.note_gender(head, found)
            yield found

    def _located(self, found: Mention, head: Token) -> Mention:
        """A site or a place that no list has, with the state of the towns round it: of its sentence, else of the report."""
        is_open = found.country is None and found.place is None and not found.candidates
        is_lying = found.kind is MentionKind.PLACE and found.place_kind in UNLISTED
        if found.kind is MentionKind.NAME and found.role is not None and found.introduces is None:
            kind = kind_of_noun(found.head.exact.lower())
            is_lying = kind in ("site", "base")
            found = dataclasses.replace(found, place_kind=kind) if is_lying else found
        if not is_open or not is_lying:
            return found
        near = {
            place.country
            for place in self._places_at
            if place.place_kind in GROUND and place.country and self._sentence(place) == head.sent.index
        }
        country = near.pop() if len(near) == 1 else self._only_land if not near else None
        if country is None:
            return found
        return dataclasses.replace(
            found, country=country, why=f"{found.why}; inferred: in the state of the towns that are named round it"
        )

    def _sentence(self, mention: Mention) -> int:
        """Number of the sentence in which the mention stands, -1 for one that was not parsed."""
        token = self.parse.token_at(mention.head.start)
        return token.sent.index if token is not None else -1

    def _one(self, mention: Mention, head: Token) -> Mention:
        if mention.kind is MentionKind.PRONOUN:
            return self._pronoun(mention, head)
        if mention.kind is MentionKind.GROUP:
            return self._both(mention, head) if head.lower == "both" else self._pair(mention, head)
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
                words = mention.span.exact.split()
                small = [k for k, word in enumerate(words) if word[:1].islower() and k + 1 < len(words)]
                return self._person(mention, " ".join(words[small[-1] + 1 if small else 0 :]))
            return self._place(mention, head) or self._body(mention)
        found = self._description(mention, head)
        is_spoken_of = head.lower in DESCRIBED or (head.lower in STATE_NOUNS and not found.actors)
        if head.lower in STATE_NOUNS and found.actors == (found.country,):
            return whereabouts.state_of(found, found.country)
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
        has_article = any(child.lower == "the" for child in head.lefts)
        is_one = head.tag in ("NN", "NNP") and any(
            child.lower in ("a", "an") or child.lower.endswith("old") for child in head.lefts
        )
        if known.kind == "demonym" and ((head.tag in ("NNS", "NNPS") and not has_article) or is_one):
            why = "people of a state, not the state"
            words = " ".join(mention.span.exact.split())
            return dataclasses.replace(mention, name=words, country=known.country, role="CVL", why=why)
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

    def _body(self, mention: Mention) -> Mention:
        name = " ".join(mention.span.exact.split())
        name = name.removeprefix("the ").removeprefix("The ")
        if mention.name:  # found as a name before a common noun for it
            name = " ".join(mention.name.split())
            return dataclasses.replace(mention, actors=(slug(name),), name=name, why="a body, by the noun behind it")
        if mention.role is None:
            return self._by_its_words(mention, name)
        country, why = mention.country, "a body, by its name"
        if country is None and self.home is not None and mention.role in HOME_ROLES:
            country, why = self.home, f"a body, by its name; {self.home_is}"
        if country is None and self.scene is not None and mention.role in HOME_ROLES:
            country, why = self.scene, "a body, by its name; of the only state that the report is about"
        actor = f"{country}.{self._tail(mention)}" if country else slug(name)
        return dataclasses.replace(mention, actors=(actor,), country=country, name=name, why=why)

    def _tail(self, mention: Mention) -> str:
        """The body's own words, without the state's, as a slug; for the head noun's sake never empty."""
        words = mention.span.exact.replace("’", "'")
        states = [item for item in self.names.find(words) if item[2].kind in ("country", "demonym", "capital")]
        for start, end, _ in reversed(states):
            after = words[end:].removeprefix("'s")
            words = f"{words[:start]} {after}"
        own = [
            word
            for word in words.split()
            if word.lower() not in ("the", "a", "an") and self.names.exact(word.removesuffix("'s")) is None
        ]
        return tail_of(" ".join(own) or mention.head.exact, mention.role)

    @cached_property
    def _places_at(self) -> tuple[Mention, ...]:
        return tuple(self._all_places())

    @cached_property
    def _only_land(self) -> str | None:
        return ground((found for found in self._places_at if found.place_kind in GROUND), alone=True)

    @cached_property
    def _land(self) -> str | None:
        return ground(found for found in self._places_at if found.place_kind in GROUND)

    def _ground(self) -> str | None:
        return self._land

    def _all_places(self) -> Iterator[Mention]:
        """The names of the report that are places, those still to come as well."""
        for mention in self.given.mentions:
            head = self.parse.token_at(mention.head.start)
            is_name = mention.kind in (MentionKind.PLACE, MentionKind.NAME) and mention.introduces is None
            if head is not None and is_name:
                found = self._one(mention, head)
                if found.kind is MentionKind.PLACE:
                    yield found

    def _pair(self, mention: Mention, head: Token) -> Mention:
        """For “both sides”: the two states that can be meant, else an open question."""
        name = mention.span.exact
        subjects = {token.start for token in pairs.acting_on(head)}
        acting = [self._resolved(other) for other in self.given.mentions if other.head.start in subjects]
        outside = frozenset(one.country for one in acting if one is not None and one.country)
        states, why = pairs.meant(head, self.seen, self.together, self.parse, outside)
        if len(states) != 2:
            return dataclasses.replace(mention, candidates=tuple(sorted(states)), name=name, why=why)
        first, second = sorted(states)
        both = f"{self._state_name(first)} and {self._state_name(second)}"
        return dataclasses.replace(mention, actors=(first, second), name=both, why=why)
