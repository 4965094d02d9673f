"""What figures count: nouns and verbs -> slots of the vocabulary."""

from __future__ import annotations

from functools import cache

from variorum.codes import table

SLOTS = (
    "killed",
    "wounded",
    "casualties",
    "missing",
    "displaced",
    "detained",
    "aircraft",
    "drones",
    "missiles",
    "vehicles",
    "sites",
    "strikes",
    "incidents",
    "people present",
    "money",
    "distance",
    "duration",
    "other",
)
"""Every slot, in the order of the vocabulary."""

PERSONS = "people"
"""What `slot_of_noun` gives for persons: what happened to them decides the slot."""
MEASURES = frozenset({"money", "distance", "duration"})


@cache
def _words(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("units"):
        if row["kind"] == kind:
            for word in row["words"].split("|"):
                found.setdefault(word, row["slot"])
    return found


@cache
def slot_of_noun(noun: str) -> str | None:
    """Slot of a counted noun (any number), `people` for persons, None if the list does not have it."""
    plain = noun.lower()
    nouns = _words("noun")
    for form in (plain, plain.removesuffix("s"), plain.removesuffix("es"), plain.removesuffix("ies") + "y"):
        if form in nouns:
            return nouns[form]
    if plain.endswith(("jets", "planes", "craft")):
        return "aircraft"
    if plain.endswith(("boat", "boats", "warship", "warships", "frigate", "frigates")):
        return "vehicles"
    return None


@cache
def slot_of_verb(lemma: str, *, is_subject: bool) -> str | None:
    """Slot of those to whom the verb happens: objects and passive subjects of "kill", subjects of "die"."""
    return _words("die" if is_subject else "verb").get(lemma)


@cache
def slot_of_state(word: str) -> str | None:
    """Slot of a state after a number: dead, wounded, missing."""
    return _words("state").get(word.lower())


SUBSETS = {
    "civilian": "civilians",
    "tourist": "tourists",
    "soldier": "soldiers",
    "troop": "soldiers",
    "serviceman": "soldiers",
    "woman": "women",
    "child": "children",
    "kid": "children",
    "boy": "children",
    "girl": "children",
    "policeman": "police",
    "officer": "officers",
    "militant": "militants",
    "rebel": "militants",
    "terrorist": "militants",
    "fighter": "fighters",
    "journalist": "journalists",
    "worker": "workers",
    "pilgrim": "pilgrims",
    "villager": "villagers",
    "passenger": "passengers",
    "student": "students",
    "sailor": "sailors",
    "pilot": "pilots",
    "foreigner": "foreigners",
    "medic": "medics",
}
"""Noun that narrows a count of persons -> subset."""


@cache
def subset_of(noun: str) -> str | None:
    """Subset named by a counted noun, or None for people at large."""
    plain = noun.lower()
    plain = {
        "men": "man",
        "women": "woman",
        "children": "child",
        "servicemen": "serviceman",
        "policemen": "policeman",
    }.get(plain, plain)
    for form in (plain, plain.removesuffix("s")):
        if form in SUBSETS:
            return SUBSETS[form]
    return None
