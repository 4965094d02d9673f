"""Whom "both men", "the two officers", "they" mean: the persons whom one list of the report joins. Pure."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property

from variorum.analysers.bodies import Bodies
from variorum.analysers.participants import is_part
from variorum.analysers.pronouns import is_subject
from variorum.analysers.syntax import Token
from variorum.codes import genders
from variorum.codes.roles import role_of_head
from variorum.model.marks import Mention, MentionKind

_OF_ANY_PEOPLE = frozenset({"man", "woman", "defendant", "suspect", "accused"})
"""Nouns for people whatever their office."""
_OTHER_NUMBERS = frozenset("three four five six seven eight nine ten other dozen many all".split())
FAR = 8
"""How many words behind its noun "including" may stand."""
_DEFINITE = frozenset({"the", "both", "these", "those"})


@dataclass(frozen=True, slots=True)
class _Joined:
    """Two persons in one list of two."""

    head: Token
    """Head of the first."""
    mention: Mention
    """The first one's, with the actors and names of both."""
    office: str
    """The noun before them, in lower case; "" if there is none."""


class Lists(Bodies):
    """Lists of two persons in one report."""

    @cached_property
    def _joined(self) -> tuple[_Joined, ...]:
        """Every list of two persons, in the order of the text."""
        named = {mention.head.start: mention for mention in self.given.mentions if mention.kind is MentionKind.NAME}
        found = []
        for token in self.parse.tokens:
            first, second = named.get(token.head.start), named.get(token.start)
            is_two = token.dep == "conj" and token.child("conj") is None and token.head.dep != "conj"
            if not is_two or first is None or second is None:
                continue
            one, other = self._resolved(first), self._resolved(second)
            if one is None or other is None or not (self._is_person(one) and self._is_person(other)):
                continue
            if one.actors == other.actors:
                continue
            office = self.parse.tokens[min(child.i for child in (token.head, *token.head.lefts))].lower
            if role_of_head(office) is None and first.introduces is not None:
                office = (first.introduces.title or "").split(" ")[-1]
            both = dataclasses.replace(
                one,
                actors=tuple(sorted((*one.actors, *other.actors))),
                country=one.country if one.country == other.country else None,
                name=f"{one.name} and {other.name}",
            )
            found.append(_Joined(token.head, both, office if role_of_head(office) is not None else ""))
        return tuple(found)

    def _of_a_list(self, mention: Mention, head: Token) -> Mention | None:
        """For "the two officers", "both men": the persons of the one list that fits; "two officers" may come first."""
        first = self.parse.token_at(mention.span.start)
        inside = {token.lower for token in self.parse.tokens_in(mention.span.start, head.start)}
        if head.tag not in ("NNS", "NNPS") or first is None or inside & _OTHER_NUMBERS:
            return None
        is_definite = first.lower in _DEFINITE
        if not is_definite and "two" not in inside:
            return None
        fits = [joined for joined in self._joined if self._is_of(joined, head)]
        fits = [joined for joined in fits if (joined.head.i < head.i) == is_definite]
        gender = genders.of_noun(head.lemma)
        if gender is not None:
            fits = [
                joined
                for joined in fits
                if all(self.genders.get(one) in (None, gender) for one in joined.mention.actors)
            ]
        if len({joined.mention.actors for joined in fits}) != 1:
            return None
        both = fits[0].mention
        why = f"“{mention.span.exact}”: {both.name}, named together"
        return dataclasses.replace(mention, actors=both.actors, country=both.country, name=both.name, why=why)

    def _including(self, mention: Mention, head: Token) -> Mention | None:
        """For "several speakers, including A and B": those who are named, all persons or all states; others stay unnamed."""
        if head.tag not in ("NNS", "NNPS"):
            return None
        way = next((child for child in head.rights if child.lower == "including" and child.i - head.i <= FAR), None)
        way = way or next((token for token in self._after(head) if token.lower == "including"), None)
        last = way.child("pobj", "dobj") if way is not None else None
        found: list[Mention] = []
        while last is not None:
            named = next((other for other in self.given.mentions if other.head.start == last.start), None)
            one = self._resolved(named) if named is not None and named.kind is MentionKind.NAME else None
            if one is None or len(one.actors) != 1:
                return None
            found.append(one)
            last = last.child("conj")
        are_people = all(self._is_person(one) for one in found)
        if len(found) < 2 or not (are_people or all(one.actors[0] == one.country for one in found)):
            return None
        actors = tuple(sorted({one.actors[0] for one in found}))
        names = f"{', '.join(one.name for one in found[:-1])} and {found[-1].name}"
        return dataclasses.replace(
            mention, actors=actors, country=None, name=names, why=f"“{mention.span.exact}”: {names} among them"
        )

    @staticmethod
    def _after(head: Token) -> list[Token]:
        """The words behind the noun up to the next verb."""
        tokens = head.sent.tokens[head.i - head.sent.tokens[0].i + 1 :][:FAR]
        verb = next(
            (k for k, token in enumerate(tokens) if token.pos in ("VERB", "AUX") and token.lower != "including"), FAR
        )
        return list(tokens[:verb])

    @staticmethod
    def _is_of(joined: _Joined, head: Token) -> bool:
        """Whether a noun in the plural can be said of the two."""
        is_anybody = head.lemma in _OF_ANY_PEOPLE or is_part(head)
        return is_anybody or (joined.office != "" and joined.office.removesuffix("s") == head.lemma)

    def _both(self, mention: Mention, head: Token) -> Mention:
        """For "both" alone: the two who were meant last, in this sentence or the one before."""
        name = mention.span.exact
        for number, _, other in reversed(self.seen):
            if head.sent.index - number > 1:
                break
            if len(other.actors) == 2 and other.kind is not MentionKind.PRONOUN:
                return self._as(mention, other, f"“{name}”: {other.name}, named before")
        listed = self._listed_before(head)
        if listed is not None:
            return self._as(mention, listed, f"“{name}”: {listed.name}, named together before")
        return dataclasses.replace(mention, name=name, why="no two were named before")

    def _listed_before(self, head: Token) -> Mention | None:
        near = [
            joined
            for joined in self._joined
            if joined.head.i < head.i and 0 <= head.sent.index - joined.head.sent.index <= 1
        ]
        if not near:
            return None
        last = near[-1]
        between = [
            (token, found) for _, token, found in self.seen if last.head.i < token.i < head.i and self._is_plural(found)
        ]
        if any(is_subject(token) or found.kind is not MentionKind.PRONOUN for token, found in between):
            return None
        return last.mention
