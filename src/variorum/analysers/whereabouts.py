"""Mentions as places, and places in the slot of an event or a claim, with UCDP's precision. Pure."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from variorum.analysers.beside import PARTS
from variorum.analysers.placing import BIG, STATE_NOUNS, Placed, Placing
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Parse, Token
from variorum.codes import actions, gazette
from variorum.codes.countries import by_code
from variorum.codes.folding import fold
from variorum.codes.gazette import Found
from variorum.codes.places import area, area_of, kind_of_noun, places
from variorum.model.entries import Where
from variorum.model.marks import Mention, MentionKind

PLACE_PREPOSITIONS = frozenset(
    "in at near outside inside around into through across within off over from to toward towards throughout above".split()
)
"""After these a capital is the city, else the government that sits there."""
_NEAR = frozenset({"near", "outside", "around", "off", "toward", "towards"})
_ROUND = frozenset("outskirt suburb border edge coast area vicinity part side east west north south".split())
"""Nouns before "of", or after the name, that say about where: "the outskirts of Kabul"."""
_LOCAL = frozenset("mayor bishop archbishop resident citizen inhabitant native suburb heart middle siege fall".split())
_OF_KIND = {"city": 1, "capital": 1, "district": 3, "region": 4, "disputed": 4, "country": 6, "water": 7}
"""UCDP where_prec by kind. Source: UCDP GED codebook 24.1, `where_prec`."""
WELL_KNOWN = 500_000
"""Inhabitants from which a bare name before a noun is a town's: "a Toronto lawyer"."""


def is_local_noun(noun: str) -> bool:
    """Whether "of" a capital after this noun is of the city, not of the government: "the mayor of London"."""
    return noun in _LOCAL or noun in _ROUND or kind_of_noun(noun) is not None


def placed(mention: Mention, found: Placed) -> Mention:
    """The mention as the place it was found to be, or with the places that it can be."""
    return dataclasses.replace(
        mention,
        kind=MentionKind.PLACE,
        actors=(),
        candidates=found.candidates,
        place=found.place.id if found.place is not None else None,
        place_kind=found.kind,
        country=found.country,
        role=None,
        name=" ".join(mention.span.exact.split()),
        why=found.why,
    )


def as_place(mention: Mention, placing: Placing) -> Mention:
    """A mention that stands where a place stands: by the tables, by the older list, else open."""
    found = placing.of(mention)
    if found is not None and (found.is_place or found.candidates):
        return placed(mention, found)
    listed = places().get(mention.span.exact)
    country = listed or mention.country or placing.state_inside(mention)
    return dataclasses.replace(
        mention,
        kind=MentionKind.PLACE,
        place=None,
        place_kind=None,
        country=country,
        role=None,
        name=mention.span.exact,
        why="a place in the older list" if listed else "a place that no list has",
    )


def as_capital(mention: Mention, placing: Placing, country: str | None, why: str) -> Mention:
    """A capital where the city is meant."""
    found = placing.of(mention, within=country)
    place = found.place.id if found is not None and found.place is not None else None
    return dataclasses.replace(
        mention,
        kind=MentionKind.PLACE,
        name=mention.span.exact,
        role=None,
        place=place,
        place_kind="capital",
        country=country,
        why=why,
    )


def state_of(mention: Mention, country: str | None) -> Mention:
    """A mention of a state with that state as a place; of a part of it that stands for it, with that part: Scotland."""
    found = gazette.state(country) if country else None
    regions = (place for place in gazette.find(mention.span.exact) if place.kind == "region" and place.is_primary)
    part = next((place for place in regions if place.country == country), None)
    if found is not None and part is not None and fold(part.name) != fold(found.name):
        return dataclasses.replace(mention, place=part.id, place_kind="disputed" if area_of(part.admin) else "region")
    return dataclasses.replace(mention, place=found.id if found is not None else None, place_kind="country")


def found_place(mention: Mention, head: Token, placing: Placing, *, is_a_persons: bool) -> Mention | None:
    """A name that no list of actors has, as a place, where its words and their company say so; else None.

    Args:
        mention: a name without office or body.
        head: its head word.
        placing: the report's places.
        is_a_persons: whether somebody of the report has this name; then only what stands beside it can say otherwise.
    """
    if runs_on(head):
        return None
    wide = placing.of(mention) if area(placing.core(mention)) is not None else None
    if wide is not None and wide.kind in ("area", "water"):
        return placed(mention, wide)
    if placing.fits_beside(mention):
        found = placing.of(mention)
        return placed(mention, found) if found is not None and found.is_place else None
    if is_a_persons:
        return None
    found = placing.of(mention)
    if found is None or not found.is_place:
        return None
    if _stands_as_place(head):
        return placed(mention, found)
    place = found.place
    if place is None:
        return placed(mention, found) if found.kind == kind_of_noun(mention.head.exact.lower()) else None
    is_local = place.country in placing.states
    is_known = is_local or place.population >= WELL_KNOWN
    is_entered = head.dep == "dobj" and is_local and place.population >= BIG
    is_subject = head.dep.startswith("nsubj") and is_local and place.population >= BIG and place.is_primary
    is_owner = _is_before_a_noun(head) and is_known and place.is_primary and place.population >= BIG
    return placed(mention, found) if is_entered or is_subject or is_owner else None


def runs_on(head: Token) -> bool:
    """Whether the name goes on after the mention: "Vladimir | Putin"."""
    tokens = head.sent.tokens
    after = head.i - tokens[0].i + 1
    return after < len(tokens) and tokens[after].pos == "PROPN" and tokens[after].text[:1].isupper()


def _stands_as_place(head: Token) -> bool:
    """After a preposition of place, "of" a noun of place, or in a list with such a name."""
    first = head
    while first.dep in ("conj", "appos") and first.head.pos in ("NOUN", "PROPN") and first.head is not first:
        first = first.head
    return first.dep == "pobj" and first.head.lower in (PLACE_PREPOSITIONS | {"between", "of", "via"})


def _is_before_a_noun(head: Token) -> bool:
    """Whether the name stands before a noun: "a Kabul car bombing", "Jolo's markets"."""
    return head.dep in ("compound", "poss", "nmod", "appos") and head.head.pos in ("NOUN", "PROPN")


def described(mention: Mention, head: Token, seen: Sequence[Mention], states: frozenset[str]) -> Mention | None:
    """The mention as the place it stands for, named before; else None: "the city", "the country's capital".

    Args:
        mention: a description whose head is a noun of place.
        head: its head word.
        seen: mentions of places before it, in order.
        states: states that the report names: "the nation" is the only one of them.
    """
    if head.lower in STATE_NOUNS:
        return (
            state_of(dataclasses.replace(mention, country=next(iter(states)), why=_ONLY), *states)
            if len(states) == 1
            else None
        )
    if head.lower == "capital" or (head.lower == "city" and any(child.lower == "capital" for child in head.lefts)):
        found = next((other for other in reversed(seen) if other.place_kind in ("capital", "country")), None)
        seat = _seat_of(found.country) if found is not None and found.place_kind == "country" else None
        if seat is not None:
            return dataclasses.replace(
                mention,
                place=seat.id,
                place_kind=seat.kind,
                country=seat.country,
                name=seat.name,
                why="the capital of the state named before",
            )
    else:
        kinds = (
            ("region", "district", "disputed")
            if kind_of_noun(head.lower) in ("region", "district")
            else ("city", "capital", None)
        )
        found = next((other for other in reversed(seen) if other.place_kind in kinds), None)
    if found is None or found.place_kind == "country":
        return None
    why = f"“{mention.span.exact}”: {found.name}, named before"
    return dataclasses.replace(
        mention, place=found.place, place_kind=found.place_kind, country=found.country, name=found.name, why=why
    )


def _seat_of(country: str | None) -> Found | None:
    state = by_code(country) if country else None
    towns = (place for name in (state.capitals if state else ()) for place in gazette.find(name))
    return next((place for place in towns if place.kind == "capital" and place.country == country), None)


_ONLY = "the only state that the report names"


def of_trigger(trigger: Token, given: Layers) -> Where | None:
    """The place under a locative of the trigger or its object; of a noun also under "of" and "on", or in front of it."""
    heads = [
        trigger,
        *(child for child in trigger.children if child.dep in ("dobj", "nsubjpass") or is_held_clause(child, trigger)),
    ]
    for head in heads:
        is_struck = head is not trigger and head.dep in ("dobj", "nsubjpass") and head.lemma in _PLACE_NOUNS
        struck = of_noun(head, given) if is_struck else None  # "hit the port of Brask"
        if struck is not None:
            return struck
        ways = _LOCATIVES if head is not trigger or trigger.pos != "NOUN" else _LOCATIVES | {"of", "on"}
        for child in head.children:
            below = child.child("pobj") if child.dep == "prep" and child.lower in ways else None
            found = of_noun(below, given) if below is not None else None
            if found is not None:
                return found
    return _in_front_of(trigger, given) if trigger.pos == "NOUN" else None


def _in_front_of(noun: Token, given: Layers) -> Where | None:
    """The town in front of the noun: "a Kabul car bombing", "Kabul airport"."""
    for child in noun.lefts:
        mention = given.mention_at(child.start) if child.dep in ("compound", "nmod") else None
        if mention is not None and mention.kind is MentionKind.PLACE and mention.place is not None:
            found = where(mention, given.parse)
            if kind_of_noun(noun.lower) not in ("base", "site", "water"):
                return found
            words = given.parse.span(mention.span.start, noun.end)  # the airport is in the town, or near it
            return dataclasses.replace(found, name=" ".join(words.exact.split()), span=words, precision=2)
    return None


def of_noun(noun: Token, given: Layers, depth: int = 0) -> Where | None:
    """The place that the words name: "Brisal", "the market of Brisal"; for "the town" the one named before."""
    mention = given.mention_at(noun.start)
    if mention is not None and (mention.kind is MentionKind.PLACE or (mention.place_kind and mention.country)):
        return where(mention, given.parse)
    is_bare = mention is None or (mention.kind is MentionKind.NAME and not mention.actors and not mention.role)
    is_deed = actions.of_noun(noun.lemma.lower()) is not None  # "in the Suicide Blast"
    if depth and noun.pos == "PROPN" and is_bare and not is_deed:
        words = mention.span if mention is not None else given.parse.span(noun.start, noun.end)
        return Where(words.exact, words)  # "the river town of Brisal": no list has it, the words say what it is
    if noun.lemma not in _PLACE_NOUNS or depth > MAX_PLACE_DEPTH:
        return None
    for child in noun.children:
        below = child.child("pobj") if child.dep == "prep" and child.lower in ("of", "in", "at", "near") else None
        below = child if child.dep == "appos" and child.pos == "PROPN" else below
        found = of_noun(below, given, depth + 1) if below is not None else None
        if found is not None:
            return found
    in_front = _in_front_of(noun, given)
    if in_front is not None:
        return in_front
    owner = noun.child("poss")
    if owner is not None and owner.lemma in _SETTLEMENTS:
        return _named_before(owner, given)
    is_definite = any(child.lower in ("the", "that", "this") for child in noun.lefts)
    return _named_before(noun, given) if is_definite and noun.lemma in _SETTLEMENTS else None


def _named_before(noun: Token, given: Layers) -> Where | None:
    """The settlement named last before "the town"; for "the capital" the capital named most."""
    if noun.lemma == "capital":
        seats = [
            mention for mention in given.resolved if mention.place_kind == "capital" and mention.span.end <= noun.start
        ]
        counts = Counter(mention.place for mention in seats)
        best = max(seats, key=lambda mention: (counts[mention.place], -mention.span.start), default=None)
        return where(best, given.parse) if best is not None else None
    towns = {mention.span.exact for mention in given.resolved if mention.kind is MentionKind.PLACE}
    for mention in reversed(given.resolved):
        is_town = mention.span.exact in towns and mention.span.end <= noun.start
        inside = given.parse.tokens_in(mention.span.start, mention.span.end)
        if is_town and not any(token.lower in _PLACE_NOUNS for token in inside):
            return where(mention, given.parse)
    return None


def is_held_clause(clause: Token, noun: Token) -> bool:
    """Whether a clause behind the noun says when and where it took place: "the meeting, held on Friday in Seldin"."""
    return clause.head is noun and clause.dep in ("acl", "relcl") and clause.lemma in _HELD


_LOCATIVES = frozenset("in at near outside inside around across over along".split())
_SETTLEMENTS = frozenset({"town", "city", "village", "port", "capital", "settlement"})
_PLACE_NOUNS = _SETTLEMENTS | frozenset(
    "market square district province region valley suburb outskirt centre center area part side east west north south"
    " border bridge road camp base airport station school hospital mosque church harbour harbor neighbourhood"
    " neighborhood street coast island river territory".split()
)
"""Nouns that stand before the name of a place: "the covered market of Brisal"."""
_HELD = frozenset("hold take occur happen stage convene conduct carry launch sign host mount".split())
"""Verbs that say of an event that it took place."""
MAX_PLACE_DEPTH = 3


def where(mention: Mention, parse: Parse) -> Where:
    """The place of a mention as the slot of an event or a claim."""
    is_named = mention.kind is not MentionKind.DESCRIPTION
    words = " ".join(mention.span.exact.split()) if is_named else mention.name
    precision = _OF_KIND.get(mention.place_kind or "")
    if precision is not None and precision != _OF_KIND["water"] and _is_about(mention, parse):
        precision = 2 if precision == 1 else 5
    return Where(words, mention.span, mention.place, mention.country, precision, mention.why)


def _is_about(mention: Mention, parse: Parse) -> bool:
    """Whether the words round a name say near it, or a part of it."""
    head = parse.token_at(mention.head.start)
    inside = parse.tokens_in(mention.span.start, mention.span.end)
    if head is None or not inside:
        return False
    before = inside[0].i - 1
    is_part = inside[0].lower in PARTS or (before >= inside[0].sent.tokens[0].i and parse.tokens[before].lower in PARTS)
    above = head.head if head.dep == "pobj" else None
    is_near = above is not None and (above.lower in _NEAR or (above.lower == "of" and above.head.lemma in _ROUND))
    return is_part or is_near
