"""Which body a noun means: "the university", "the group", "police" of a town; and one id for each body of a state. Pure."""

from __future__ import annotations

import dataclasses
from abc import abstractmethod

from variorum.analysers import gazetteer
from variorum.analysers.participants import Participants
from variorum.analysers.protocol import Layers
from variorum.analysers.register import slug
from variorum.analysers.syntax import Token
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import Report

KINDS = (
    frozenset("group organisation organization movement militia faction network outfit".split()),
    frozenset("company firm manufacturer maker carrier airline operator corporation".split()),
    frozenset("newspaper paper daily magazine broadcaster outlet publication".split()),
    frozenset({"university", "college", "institute", "school"}),
    frozenset({"charity", "foundation", "organisation", "organization"}),
)
"""Nouns that reports change for one another; any other noun means a body whose name holds it."""
_ARMED = frozenset({"REB", "OPP", "SEP"})
_LOCAL_BODIES = frozenset({"police", "government", "council", "authorities", "prosecutors"})
"""Bodies that a town or province has as well as a state."""
_OF_ALL = {
    "MIL": frozenset({"army", "military"}),
    "COP": frozenset({"police", "national-police", "police-force", "federal-police"}),
    "LEG": frozenset({"parliament", "national-parliament"}),
}
"""Names that are no more than the noun: "the Kestrian Army" is Kestria's army."""
_MINISTRIES = frozenset({"ministry", "department"})
LOOK_BACK_SENTENCES = 15


def tail_of(words: str, role: str | None) -> str:
    """The part of a body's id after its state: one for "Ministry of Defence" and "Defence Ministry".

    Args:
        words: the body's own words, without its state's.
        role: CAMEO role code.

    >>> tail_of("Ministry of Defence", "GOV"), tail_of("Defence Ministry", "GOV"), tail_of("National Police", "COP")
    ('defence-ministry', 'defence-ministry', 'cop')
    """
    parts = words.split()
    if len(parts) > 2 and parts[0].lower() in _MINISTRIES and parts[1].lower() == "of":
        parts = [*(part for part in parts[2:] if part.lower() != "the"), parts[0]]
    found = slug(" ".join(parts)).replace("foreign-affairs-", "foreign-").replace("defense-", "defence-")
    return role.lower() if role is not None and found in _OF_ALL.get(role, ()) else found


class Bodies(Participants):
    """Bodies named in one report, and which of them a noun means."""

    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer) -> None:
        super().__init__(report, given, names)
        self.places: list[Mention] = []
        """Mentions of places so far."""

    def _body_meant(self, mention: Mention, head: Token) -> Mention | None:
        """For a definite noun: the only body named before that the noun fits, the nearest sentences first."""
        first = self.parse.token_at(mention.span.start)
        if head.tag in ("NNS", "NNPS") or first is None or first.lower not in ("the", "this", "that"):
            return None
        beside = self._body_beside(head)
        if beside is not None:
            return self._as(mention, beside, f"“{mention.span.exact}”: {beside.name}, beside it")
        nouns = frozenset({head.lower}).union(*(kind for kind in KINDS if head.lower in kind))
        found: dict[tuple[str, ...], Mention] = {}
        for number, _, other in reversed(self.seen):
            back = head.sent.index - number
            if back > LOOK_BACK_SENTENCES or (found and back > LOOK_BACK_SENTENCES // 3):
                break
            if self._fits(other, head, nouns):
                found.setdefault(other.actors, other)
        if len(found) != 1:
            return None
        ((_, meant),) = found.items()
        return self._as(mention, meant, f"“{mention.span.exact}”: {meant.name}, named before")

    def _fits(self, other: Mention, head: Token, nouns: frozenset[str]) -> bool:
        """Whether a body's name holds the noun or one of its kind, or it is an armed group and the noun "group"."""
        is_named = other.kind is MentionKind.NAME and self._is_body(other) and other.actors[0] != other.country
        words = {word.lower() for word in other.span.exact.replace("-", " ").split()}
        is_armed = other.role in _ARMED and "group" in nouns
        return is_named and (bool(words & nouns) or is_armed) and other.head.start < head.start

    def _body_beside(self, head: Token) -> Mention | None:
        """The body whose name is put behind the noun: "the rebel group, the Lorn Front"."""
        beside = next((child for child in head.children if child.dep == "appos" and child.i > head.i), None)
        for other in self.given.mentions if beside is not None else ():
            if beside is None or other.head.start != beside.start or other.introduces is not None:
                continue
            named = self._resolved(other)
            return named if named is not None and self._is_body(named) and named.country != named.actors[0] else None
        return None

    def _of_a_place(self, mention: Mention, head: Token) -> Mention | None:
        """For "Brisal police", "the province's government": the body of that place, no body of its state."""
        if head.lower not in _LOCAL_BODIES:
            return None
        front = next(
            (child for child in head.lefts if child.dep in ("compound", "poss", "nmod") and child.pos == "PROPN"), None
        )
        place = next((found for found in self.places if front is not None and found.head.start == front.start), None)
        if front is None or (place is None and head.lower != "police"):
            return None
        if place is not None and place.kind is not MentionKind.PLACE:
            return None
        words = place.span.exact if place is not None else self.parse.text[mention.span.start : front.end]
        name = " ".join(words.split())
        name = name.removeprefix("the ").removeprefix("The ")
        country = place.country if place is not None else self._ground()
        own = slug(f"{name} {head.lower}")
        actor = f"{country}.{own}" if country else own
        return dataclasses.replace(
            mention, actors=(actor,), country=country, name=f"{name} {head.lower}", why=f"of {name}"
        )

    def _family(self, mention: Mention, head: Token) -> Mention | None:
        """For "the family of Harry Dunmore", "the Dunmore family": one actor under the surname."""
        if head.lower != "family":
            return None
        below = [child.child("pobj") for child in head.rights if child.dep == "prep" and child.lower == "of"]
        below += [child for child in head.lefts if child.dep in ("compound", "poss", "nmod")]
        name = next((token for token in below if token is not None and token.pos == "PROPN"), None)
        if name is None or name.start in {found.head.start for found in self.places}:
            return None
        actor = slug(f"{name.text} family")
        return dataclasses.replace(
            mention, actors=(actor,), country=None, name=f"{name.text} family", why="a family, by its name"
        )

    def _only_police(self, mention: Mention, head: Token) -> Mention | None:
        """For "police" without a state: the only police that the report names, before or behind; else of the town's state."""
        if head.lower != "police":
            return None
        found: dict[tuple[str, ...], Mention] = {}
        for _, _, other in self.seen:
            if other.head.exact.lower() == "police" and other.actors and other.kind is not MentionKind.PRONOUN:
                found.setdefault(other.actors, other)
        if len(found) == 1:
            ((_, meant),) = found.items()
            return self._as(mention, meant, f"“{mention.span.exact}”: {meant.name}, the only police so far")
        if found:
            return None
        states = {other.country for other in self.given.mentions if other.role == "COP" and other.country}
        ground = states.pop() if len(states) == 1 else self._ground() if not states else None
        if ground is None:
            return None
        why = "police, of the only state whose police are named, or in which all towns of the report lie"
        name = " ".join(mention.span.exact.split())
        return dataclasses.replace(mention, actors=(f"{ground}.cop",), country=ground, name=name, why=why)

    def _officers(self, mention: Mention, head: Token) -> Mention | None:
        """For "officers" alone: the police named in this sentence or the one before."""
        if head.lower != "officers" or mention.span.start != head.start:
            return None
        for number, _, other in reversed(self.seen):
            if head.sent.index - number > 1:
                break
            if other.role == "COP" and self._is_body(other) and other.kind is MentionKind.DESCRIPTION:
                return self._as(mention, other, f"“{mention.span.exact}”: {other.name}, named before")
        return None

    @abstractmethod
    def _ground(self) -> str | None:
        """The only state in which the towns and provinces lie that the report names; None of several, or of one name."""
        raise NotImplementedError
