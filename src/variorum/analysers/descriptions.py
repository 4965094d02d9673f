"""Who is meant by a description: whoever is named beside it, whose state it tells, or whom it fits among those before."""

from __future__ import annotations

import dataclasses

from variorum.analysers.bodies import KINDS
from variorum.analysers.homes import FORCES, HOME_ROLES
from variorum.analysers.lists import Lists
from variorum.analysers.naming import is_body_word
from variorum.analysers.placing import STATE_NOUNS
from variorum.analysers.pronouns import LOOK_BACK_SENTENCES, is_subject
from variorum.analysers.register import slug
from variorum.analysers.syntax import Token
from variorum.codes.countries import by_code
from variorum.codes.roles import is_office, is_person, role_of_head
from variorum.model.marks import Mention, MentionKind

_STATE_NOUNS = frozenset({"country", "nation", "state", "neighbor", "neighbour"})
_BARE_BODIES = frozenset({"police", "parliament", "congress", "authorities"})
"""Bodies of a state that are written without an article."""
_BODIES_OF_A_STATE = _BARE_BODIES | frozenset(
    {"government", "army", "military", "navy", "cabinet", "senate", "ministry", "troops"}
)
_PRIVATE = frozenset({"CVL", "LAB", "AGR", "REF", "EDU", "HLH", "ELI", "REL"})
"""Roles of people for whom their state does not act, nor they for it."""
_CROWDS = frozenset("protester protestor demonstrator activist dissident".split())
"""People who oppose a state, and are no body of it: "the opposition" is."""
_BESIDE = frozenset(
    "ally neighbor neighbour rival enemy foe opponent adversary partner neighboring neighbouring allied hostile".split()
)
_PICKING = frozenset("second third fourth fifth other another previous next specific neighboring neighbouring".split())
"""Modifiers that pick one who was not named before."""
_KINDS_OF_GOVERNMENT = frozenset({"federal", "central", "provincial", "regional", "local", "interim"})
TITLE_SENTENCES = 15
"""How far "the minister" looks for the one introduced with that title."""


class Descriptions(Lists):
    """Descriptions of one report, and whom they can mean."""

    def _description(self, mention: Mention, head: Token) -> Mention:
        name = " ".join(mention.span.exact.split())
        bearer = self._bearer(mention) or self._named_beside(mention, head) or self._put_beside(mention, head)
        bearer = bearer or self._participant(mention, head)
        if bearer is not None:
            self._note_office(bearer, head)
            return bearer
        group = self._of_a_list(mention, head) or self._including(mention, head)
        if group is not None:
            return group
        states = sorted(
            {
                known.country
                for _, _, known in self.names.find(mention.span.exact)
                if known.kind == "demonym" and known.country
            }
        )
        if len(states) == 2:
            return dataclasses.replace(mention, actors=tuple(states), country=None, name=name, why="of two states")
        is_crowd = head.tag == "NNS" and head.lemma in _CROWDS
        if (mention.role in _PRIVATE or is_crowd) and mention.country is not None:
            return dataclasses.replace(mention, name=name, why="people of a state, not the state")
        if self._is_of_others(head):
            return dataclasses.replace(mention, country=None, name=name, why="others than whose they are said to be")
        if mention.country is not None:
            is_body = mention.role in FORCES
            actor = f"{mention.country}.{(mention.role or '').lower()}" if is_body else mention.country
            return dataclasses.replace(mention, actors=(actor,), name=name, why="described by its state")
        holder = next((child for child in head.children if child.dep == "poss"), None)
        owner = next((found for _, token, found in reversed(self.seen) if token is holder), None)
        if owner is not None and owner.country:
            actor = f"{owner.country}.{(mention.role or '').lower()}" if mention.role in FORCES else owner.country
            return dataclasses.replace(
                mention, actors=(actor,), country=owner.country, name=name, why=f"of {owner.name}"
            )
        is_any_body = role_of_head(head.lower) is None or any(head.lower in kind for kind in KINDS)
        body = self._of_a_place(mention, head) or self._family(mention, head) or self._officers(mention, head)
        body = body or (self._body_meant(mention, head) if is_any_body else None)
        if body is not None:
            return body
        definite = self.parse.token_at(mention.span.start)
        if head.lower in _STATE_NOUNS and definite is not None and definite.lower in ("this", "our"):
            return self._own_country(mention, head, name)
        if head.lower in STATE_NOUNS and definite is not None and definite.lower == "the":
            land = self._country_of_the_towns(mention, head)
            if land is not None:
                return land
        is_bare = definite is head and (head.lower in _BARE_BODIES or head.dep == "compound")
        if not is_bare and (definite is None or definite.lower not in ("the", "this", "that")):
            return dataclasses.replace(mention, name=name, why="described, not named")
        is_picked = any(child.tag == "JJS" or child.lower in _PICKING for child in head.lefts)
        is_part = head.lower == "state" and any(place.place_kind == "region" for place in self.places)
        for number, _, other in reversed(self.seen) if not (is_picked or is_part) else ():
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
            elif self._is_meant(head, other) and not (head.tag in ("NNS", "NNPS") and self._is_person(other)):
                meant = self._acting_in(number, head) or other
                return self._as(mention, meant, f"“{name}”: {meant.name}, introduced before")
        if mention.role in HOME_ROLES and self.own_home is not None and head.lower not in _STATE_NOUNS:
            actor = f"{self.own_home}.{(mention.role or '').lower()}" if mention.role in FORCES else self.own_home
            why = "a body that the report takes for known; of the state that it speaks for"
            return dataclasses.replace(mention, actors=(actor,), country=self.own_home, name=name, why=why)
        is_body = head.lower in _BODIES_OF_A_STATE
        police = self._only_police(mention, head)
        if police is not None:
            return police
        if is_body and self.scene is not None:
            actor = f"{self.scene}.{(mention.role or '').lower()}" if mention.role in FORCES else self.scene
            why = "a body of the only state that the report is about"
            return dataclasses.replace(mention, actors=(actor,), country=self.scene, name=name, why=why)
        return dataclasses.replace(mention, name=name, why="described, and nobody before fits")

    def _own_country(self, mention: Mention, head: Token, name: str) -> Mention:
        """“This country” is that of whoever says it; of the report itself, that of its towns."""
        quote = next((quote for quote in self.quotes if quote.holds(head.start, head.end)), None)
        speaker = self._sayer(quote) if quote is not None else None
        code = speaker.country if speaker is not None else self._ground() if quote is None else None
        if code is None or by_code(code) is None:
            return dataclasses.replace(mention, name=name, why="the country of whoever speaks")
        return self._state(mention, code, "the country of whoever speaks")

    def _country_of_the_towns(self, mention: Mention, head: Token) -> Mention | None:
        """“The country”, where no state is named before in the sentence, is that of the towns of the report."""
        code = self._ground()
        named = {
            found.country
            for number, _, found in self.seen
            if number == head.sent.index and found.kind is MentionKind.NAME and found.country in found.actors
        }
        if code is None or named - {code}:
            return None
        return self._state(mention, code, "the state in which the towns of the report lie")

    def _state(self, mention: Mention, code: str, why: str) -> Mention:
        state = self._state_name(code)
        why = f"“{' '.join(mention.span.exact.split())}”: {state}, {why}"
        return dataclasses.replace(mention, actors=(code,), country=code, name=state, role="GOV", why=why)

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

    def _note_office(self, bearer: Mention, head: Token) -> None:
        """Keeps whose head or spokesman somebody is: "the president of the Lorn League, Ada Merrow"."""
        if not is_office(head.lower) or len(bearer.actors) != 1:
            return
        ways = [child for child in head.rights if child.dep == "prep" and child.lower in ("of", "for")]
        heads = {below.start for way in ways if (below := way.child("pobj")) is not None}
        for other in self.given.mentions if heads else ():
            if other.head.start in heads and other.kind is MentionKind.NAME and other.introduces is None:
                body = self._resolved(other)
                if body is not None and self._is_body(body) and body.actors[0] != body.country:
                    self.speaks_for[bearer.actors[0]] = body

    def _named_beside(self, mention: Mention, head: Token) -> Mention | None:
        """For "Kestria's president, Maren Oszk": the person whose name is put beside the description."""
        if head.tag in ("NNS", "NNPS") or not (
            mention.role is not None or is_person(head.lemma) or is_office(head.lower)
        ):
            return None
        beside = next((child for child in head.children if child.dep == "appos" and child.i > head.i), None)
        named = beside.start if beside is not None else self._behind_a_comma(head)
        for other in self.given.mentions if named is not None else ():
            if other.head.start == named and other.kind is MentionKind.NAME:
                taught = other.introduces
                if taught is None and slug(" ".join(other.span.exact.split())) not in self.likely_persons:
                    continue
                person = self._person(other, taught.name if taught is not None else other.span.exact)
                if not person.actors:
                    return None
                return self._as(mention, person, f"“{mention.span.exact}”: {person.name}, beside it")
        return None

    def _behind_a_comma(self, head: Token) -> int | None:
        """Offset of the last word of the name in "the head of the League for the Old, Maren Oszk, said", however parsed."""
        tokens = head.sent.tokens
        at = head.i - tokens[0].i + 1
        if at >= len(tokens) or tokens[at].pos != "ADP":
            return None
        while at < len(tokens) and tokens[at].text != "," and tokens[at].pos not in ("VERB", "AUX", "PUNCT", "CCONJ"):
            at += 1
        if at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        last = at + 1
        while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and tokens[last].dep == "compound":
            last += 1
        is_closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
        return tokens[last].start if tokens[last].pos == "PROPN" and tokens[last].dep == "appos" and is_closed else None

    def _put_beside(self, mention: Mention, head: Token) -> Mention | None:
        """For "Maren Oszk, the president of Kestria": whoever the description is put beside."""
        if head.dep != "appos" or head.i < head.head.i or head.tag in ("NNS", "NNPS"):
            return None
        others = [child for child in (*head.head.children, *head.children) if child.dep == "conj"]
        if head.head.dep == "conj" or any(child.i > head.i and child.child("det") is not None for child in others):
            return None  # a list, not one who is two things
        other = next((found for _, token, found in reversed(self.seen) if token is head.head), None)
        if (
            other is None
            or other.kind is not MentionKind.NAME
            or self._is_person(other) != (is_person(head.lemma) or is_office(head.lower))
        ):
            return None
        found = self._as(mention, other, f"“{mention.span.exact}”: {other.name}, beside it")
        return dataclasses.replace(found, country=other.country or mention.country)

    @staticmethod
    def _is_of_others(head: Token) -> bool:
        """Whether the words are of those beside or against their owner: "Kestria's allies", "its neighbouring countries"."""
        is_owned = head.child("poss") is not None
        return is_owned and (
            head.lemma in _BESIDE or any(child.dep == "amod" and child.lower in _BESIDE for child in head.lefts)
        )

    @staticmethod
    def _is_meant(head: Token, other: Mention) -> bool:
        """Whether the noun is the head of the other's office or of its name."""
        if other.kind in (MentionKind.PRONOUN, MentionKind.GROUP):
            return False
        title = other.introduces.title if other.introduces else None
        is_described = other.kind is MentionKind.DESCRIPTION
        words = (title or (other.head.exact if is_described else other.span.exact)).lower().replace("’", "'").split()
        if not title and other.kind is MentionKind.NAME:
            cut = next((k for k, word in enumerate(words) if word in ("of", "for") and k), len(words))
            if not (is_body_word(words[cut - 1]) or role_of_head(words[cut - 1])):
                return False  # "Police Sergeant Ida Poll" is no police
        if title:  # "the police" is no police chief
            words = words[: next((k for k, word in enumerate(words) if word in ("of", "for", "and")), None)][-1:]
        own = [child.lower for child in head.lefts if child.dep == "amod"]
        if title and head.lower == "minister" and words == ["secretary"]:  # two names of one office
            return bool(own) and set(own) <= set(title.lower().split())
        is_other = other.kind is not MentionKind.NAME and any(word in _KINDS_OF_GOVERNMENT for word in own)
        return head.lower in words and role_of_head(head.lower) is not None and not is_other
