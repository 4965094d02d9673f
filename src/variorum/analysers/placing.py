"""Which place of a name is meant: by what stands beside it, by its own name, by the states of the report. Pure.

What is not clear stays open, with the candidates and the reason. The rule, in order: what the words beside it say
("Hyderabad, Pakistan", "the Polish city of Gdańsk"), anywhere in the report; an own name before alternate names; a
capital; a state that the report names; inhabitants. Where the places of one name lie in two states that the report
names, inhabitants decide only if one place is ten times the other: a guess between two parties favours the larger.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.analysers.beside import PARTS, Beside, text_of
from variorum.analysers.gazetteer import Gazetteer
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Parse, Token
from variorum.codes import actions, gazette
from variorum.codes.folding import fold
from variorum.codes.gazette import Found
from variorum.codes.places import Area, area, area_of, kind_of_noun
from variorum.model.marks import Mention, MentionKind

BIG, KNOWN_BY_OTHER_NAMES, SMALLEST_ALONE = 100_000, 500_000, 5_000
"""Inhabitants: known outside its state; so under an alternate name; of the one place of a name, where no state is named."""
CLEARLY, CLEARLY_BETWEEN_STATES, DWARFED = 3, 10, 50
"""Times the inhabitants of the next: for one to be meant; between states of the report; to be meant though not its own name."""
MOST_CANDIDATES = 5
_NAMED = frozenset({"city", "capital", "region"})
STATE_NOUNS = frozenset({"country", "nation"})
DESCRIBED = frozenset("city town village capital province territory region county district".split())
"""Nouns that, definite and bare, stand for a place named before."""
_SETTLED = frozenset({"city", "capital"})
_WHOLE = frozenset({"base", "site", "water"})
"""Kinds whose noun belongs to the name: RAF Croughton, Jolo Cathedral."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What a name was found to be."""

    place: Found | None
    kind: str | None
    """One of `places.KINDS`; None where no candidate is chosen."""
    country: str | None
    """Who runs it; of an open question the state of all candidates, if it is one."""
    candidates: tuple[str, ...]
    why: str

    @property
    def is_place(self) -> bool:
        """Whether the words are a place for certain, though perhaps one that no list has."""
        return self.place is not None or self.kind is not None


def named_place(head: Token, parse: Parse) -> list[Token]:
    """The words of a name, ending in this one, before a noun of place or, of a large town, any noun; else none.

    "Sulu region", "the Uri sector", "El Paso residents".
    """
    noun = head.head
    if head.pos != "PROPN" or head.i + 1 != noun.i or noun.text != noun.lower:
        return []
    words = [head]
    while words[0].i > head.sent.tokens[0].i:
        before = parse.tokens[words[0].i - 1]
        if before.pos != "PROPN" or before.head not in (head, noun) or not before.text[:1].isupper():
            break
        words.insert(0, before)
    if kind_of_noun(noun.lower) in ("region", "district", "city"):
        return words
    places = gazette.find(parse.text[words[0].start : head.end])
    return (
        words if any(place.is_primary and place.population >= BIG and place.kind in _NAMED for place in places) else []
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """A name without what is no part of it."""

    core: str
    hint: str | None
    """Kind that a noun beside it says: "the town of", "province"."""
    noun: str


class Placing:
    """One report's names of places."""

    def __init__(self, given: Layers, names: Gazetteer, home: str | None) -> None:
        self.parse = given.parse
        self.names = names
        self.near = Beside(given.parse, names)
        self.states = frozenset(
            {mention.country for mention in given.mentions if mention.country and mention.kind is not MentionKind.PLACE}
            | ({home} if home else set())
        ) - {"IGO", "NGO"}
        """States that the report names or is written in."""
        self.beside: dict[str, set[str]] = {}
        """Folded name -> codes of the states and divisions that the report puts beside it."""
        for mention in given.mentions:
            is_name = mention.kind in (MentionKind.NAME, MentionKind.PLACE)
            if is_name and mention.introduces is None and mention.span.exact[:1].isupper():
                core = self._words(mention).core
                self.beside.setdefault(fold(core), set()).update(self.near.codes(mention))
        self.divisions = {code for codes in self.beside.values() for code in codes if "." in code}

    def of(self, mention: Mention, *, within: str | None = None) -> Placed | None:
        """The place that the mention names, None if no list has the name and no noun says that it is a place.

        Args:
            mention: a name.
            within: state that is known to hold the place: of its capital.
        """
        words = self._words(mention)
        if not _is_name(words.core):
            return None
        claimed = area(words.core)
        if claimed is not None and within is None:
            return self._of_area(mention, words, claimed)
        known = self.names.exact(words.core)
        if known is not None and known.kind == "country" and within is None:
            return Placed(gazette.state(known.actor), "country", known.country, (), "a state in the list")
        found = [place for place in gazette.find(words.core) if place.kind != "country"]
        if words.hint is None and self._has_article(mention):
            found = [place for place in found if place.kind not in _SETTLED or fold(place.name).startswith("the ")]
        if found and found[0].kind == "continent" and self._is_part(mention):
            return Placed(None, "area", None, (), f"a part of {found[0].name}")
        codes = {within} if within else self.beside.get(fold(words.core), set())
        fitting = [place for place in found if place.country in codes or place.admin in codes]
        chosen = self._choose(words, fitting or ([] if within else found), is_told=bool(fitting)) if found else None
        is_listed = chosen is not None and chosen.place is not None and (fitting or chosen.place.country in self.states)
        if words.hint in _WHOLE and not is_listed:
            return Placed(None, words.hint, self.state_inside(mention), (), f"{_a(words.noun)}, by its noun")
        if chosen is None and words.hint is not None:
            country = next((code for code in sorted(codes) if "." not in code), None)
            return Placed(None, words.hint, country, (), f"{_a(words.noun)} that no list has")
        return chosen

    def core(self, mention: Mention) -> str:
        """The name without the words that are no part of it."""
        return self._words(mention).core

    def fits_beside(self, mention: Mention) -> bool:
        """Whether a state or division stands beside the name that holds a place of the name: "Allen, Texas"."""
        codes = self.near.codes(mention)
        core = self._words(mention).core
        return bool(codes) and any(place.country in codes or place.admin in codes for place in gazette.find(core))

    # What the words are

    def _words(self, mention: Mention) -> _Words:
        tokens = [token for token in self.parse.tokens_in(mention.span.start, mention.span.end) if token.pos != "DET"]
        while tokens and tokens[-1].lower in ("'s", "’s", "'", "’"):
            tokens.pop()
        whole = text_of(self.parse, tokens)
        last = tokens[-1].lower if tokens else ""
        kind = kind_of_noun(last)
        if len(tokens) > 1 and kind is not None:
            if kind in _WHOLE:
                return _Words(text_of(self.parse, self._named(tokens)), kind, last)
            return _Words(text_of(self.parse, self._named(tokens[:-1])), kind, last)
        first = tokens[0].lower if tokens else ""
        if len(tokens) > 1 and kind_of_noun(first) in _WHOLE and tokens[0].text[:1].isupper():
            return _Words(whole, kind_of_noun(first), first)  # Camp Bastion, Lake Wular
        named = self._named(tokens)
        head = named[-1] if named else None
        above = head.head.head if head is not None and head.dep == "pobj" and head.head.lower == "of" else None
        above = head.head if head is not None and head.dep in ("appos", "compound", "nmod") else above
        hint = kind_of_noun(above.lower) if above is not None else None
        return _Words(
            text_of(self.parse, named), None if hint in _WHOLE else hint, above.lower if above is not None else ""
        )

    def _named(self, tokens: Sequence[Token]) -> list[Token]:
        """The words without "northern", "downtown" and lower-case words before the name, unless all of it is a name."""
        rest = list(tokens)
        while len(rest) > 1 and (not rest[0].text[:1].isupper() or not rest[0].text[:1].isalnum()):
            rest = rest[1:]
        if len(rest) > 1 and rest[0].lower in PARTS and not gazette.find(text_of(self.parse, rest)):
            return rest[1:]
        return rest

    def _has_article(self, mention: Mention) -> bool:
        """Whether "the" belongs to the name: "the West" is no town."""
        head = self.parse.token_at(mention.head.start)
        return head is not None and any(child.lower == "the" for child in head.lefts)

    def _is_part(self, mention: Mention) -> bool:
        """Whether the name begins with "southern", "West"."""
        first = self.parse.token_at(mention.span.start)
        return first is not None and first.lower in PARTS

    def state_inside(self, mention: Mention) -> str | None:
        """The state of a site: of the one that its name holds, or of the report's own town in it."""
        inside = {known.country for _, _, known in self.names.find(mention.span.exact) if known.country}
        if len(inside) == 1:
            return inside.pop()
        told = {code for code in self.near.codes(mention) if "." not in code}
        if len(told) == 1:
            return told.pop()
        words = mention.span.exact.split()
        parts = [" ".join(words[:k]) for k in range(len(words) - 1, 0, -1)]
        parts += [words[-1]] if len(words) > 1 and kind_of_noun(words[-1].lower()) is None else []
        towns = (place for part in parts for place in gazette.find(part) if place.kind in _SETTLED)
        states = {place.country for place in towns if place.is_primary and place.country in self.states}
        return states.pop() if len(states) == 1 else None

    # Which one it is

    def _of_area(self, mention: Mention, words: _Words, claimed: Area) -> Placed:
        division = next(
            (place for place in gazette.find(words.core) if place.kind == "region" and area_of(place.admin) is claimed),
            None,
        )
        country = claimed.administered[0] if len(claimed.administered) == 1 else None
        told = self.near.codes(mention) & set(claimed.administered)
        if len(claimed.administered) > 1 and len(told) == 1:
            (country,) = told
            division = division if division is not None and division.country == country else None
            return Placed(
                division, claimed.kind, country, (), f"{claimed.names[0]}, the part administered by {country}"
            )
        if country is None and division is not None and not claimed.administered:
            country = division.country
        return Placed(division, claimed.kind, country, (), _told_of(claimed))

    def _choose(self, words: _Words, found: Sequence[Found], *, is_told: bool) -> Placed | None:
        places = _of_kind(found, words.hint)
        own = _without_dwarfed(places)
        ranked = sorted(own, key=lambda place: (self._tier(place, is_told=is_told), self._order(place)))
        if not ranked:
            return None
        tier = self._tier(ranked[0], is_told=is_told)
        rivals = [place for place in ranked if self._tier(place, is_told=is_told) == tier]
        best = rivals[0]
        if tier >= _UNLIKELY and not self._is_only_one(best, ranked):
            return self._open(ranked, "only small places elsewhere, or other names of places, are so called")
        other = next((place for place in rivals[1:] if not _is_kin(place, best)), None)
        if other is not None and not self._is_clear(best, other):
            return self._open(rivals, "several places are so called")
        return _answer(best, _why(best, is_told=is_told, is_local=best.country in self.states, others=len(found) - 1))

    def _tier(self, place: Found, *, is_told: bool) -> int:
        is_local = is_told or place.country in self.states
        is_known = place.kind == "continent" or place.population >= BIG
        if place.is_primary:
            return (
                0 if is_local or (place.kind in ("capital", "continent") and is_known) else 1 if is_known else _UNLIKELY
            )
        return 2 if is_local else 3 if place.population >= KNOWN_BY_OTHER_NAMES else _UNLIKELY + 1

    def _order(self, place: Found) -> tuple[bool, bool, float, str]:
        return (place.kind not in ("capital", "continent"), place.admin not in self.divisions, -place.weight, place.id)

    def _is_clear(self, best: Found, other: Found) -> bool:
        if best.kind in ("capital", "continent") and other.kind != best.kind:
            return True
        if best.admin in self.divisions and other.admin not in self.divisions:
            return True
        between = best.country != other.country and {best.country, other.country} <= self.states
        need = CLEARLY_BETWEEN_STATES if between else CLEARLY
        return best.weight >= need * max(1, other.weight)

    def _is_only_one(self, best: Found, ranked: Sequence[Found]) -> bool:
        """Whether no other place is so called, where the report names no state at all."""
        is_alone = all(other is best or _is_kin(other, best) for other in ranked)
        return not self.states and best.is_primary and best.population >= SMALLEST_ALONE and is_alone

    @staticmethod
    def _open(rivals: Sequence[Found], why: str) -> Placed:
        countries = {place.country for place in rivals}
        country = countries.pop() if len(countries) == 1 else None
        return Placed(None, None, country, tuple(place.id for place in rivals[:MOST_CANDIDATES]), why)


_UNLIKELY = 4
"""From this tier on a place is not meant unless the report has nothing else."""


def _is_name(core: str) -> bool:
    """Whether words can name a place: no small letter first, and not merely a noun, as in "the London | Bridge"."""
    plain = core.lower()
    return bool(core) and not core[:1].islower() and kind_of_noun(plain) is None and actions.of_noun(plain) is None


def _answer(place: Found, why: str) -> Placed:
    claimed = area_of(place.admin)
    if claimed is None:
        return Placed(place, place.kind, place.country, (), why)
    country = claimed.administered[0] if len(claimed.administered) == 1 else place.country
    kind = "disputed" if place.kind == "region" else place.kind
    return Placed(place, kind, country, (), f"{why}; {_told_of(claimed)}")


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


def _told_of(claimed: Area) -> str:
    if claimed.kind != "disputed":
        return f"{_a(claimed.kind)} in the list"
    runs = f"administered by {' and '.join(claimed.administered)}" if claimed.administered else "run by no state"
    others = [code for code in claimed.claimed if code not in claimed.administered]
    return f"{claimed.names[0]}, {runs}" + (
        f", claimed by {' and '.join(others)}" if others else ", claimed by several"
    )


def _why(place: Found, *, is_told: bool, is_local: bool, others: int) -> str:
    name = f"“{place.name}” of GeoNames" if place.is_primary else f"another name of “{place.name}” of GeoNames"
    reasons = [
        "the words beside it say where" if is_told else "in a state that the report names" if is_local else "",
        "a capital" if place.kind == "capital" else "",
        f"the likeliest of {others + 1}" if others and not is_told else "",
    ]
    return ", ".join([name, *(reason for reason in reasons if reason)])


def _of_kind(found: Sequence[Found], hint: str | None) -> list[Found]:
    """The places of the kind that a noun says; where none does all but the districts round a town so called."""
    if hint is None:
        towns = {(place.country, place.admin) for place in found if place.kind in _SETTLED}
        return [place for place in found if place.kind != "district" or (place.country, place.admin) not in towns]
    wanted = {"region": ("region",), "district": ("district",), "city": ("city", "capital")}.get(hint, ())
    of_kind = [place for place in found if place.kind in wanted]
    if not of_kind and hint in ("region", "district"):
        of_kind = [place for place in found if place.kind in ("region", "district")]
    return of_kind or list(found)


def _without_dwarfed(places: Iterable[Found]) -> list[Found]:
    """The places without villages whose name a city of the same state also bears: Zaporizhzhia."""
    known = list(places)
    largest: dict[str | None, int] = {}
    for place in known:
        if not place.is_primary and place.kind in _SETTLED:
            largest[place.country] = max(place.population, largest.get(place.country, 0))
    return [
        place
        for place in known
        if not place.is_primary
        or place.kind not in _SETTLED
        or place.population * DWARFED >= largest.get(place.country, 0)
    ]


def _is_kin(one: Found, other: Found) -> bool:
    """Whether two are a town and the division round it, or two divisions one in the other: no rivals."""
    return one.country == other.country and (
        one.admin == other.admin and (one.kind not in _SETTLED or other.kind not in _SETTLED)
    )
