"""Nouns of office, body and group -> CAMEO role codes (manual 1.1b3, table 3.1)."""

from __future__ import annotations

from functools import cache

from variorum.codes import table

_SUFFIXES = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""))


@cache
def _heads() -> dict[str, tuple[str, bool]]:
    return {row["noun"]: (row["role"], row["speaks"] == "y") for row in table("roles")}


@cache
def _phrases() -> dict[str, str]:
    return {row["noun"]: row["role"] for row in table("role_nouns")}


def _singulars(noun: str) -> tuple[str, ...]:
    return (noun, *(noun[: -len(old)] + new for old, new in _SUFFIXES if noun.endswith(old)))


@cache
def role_of_head(noun: str) -> str | None:
    """Role of a bare head noun in any number, or None."""
    for form in _singulars(noun.lower()):
        if form in _heads():
            return _heads()[form][0]
    return None


@cache
def can_act(noun: str) -> bool:
    """Whether a bare "the <noun>" can speak or act."""
    return any(_heads()[form][1] for form in _singulars(noun.lower()) if form in _heads())


@cache
def role_of(words: str) -> str | None:
    """Role of an office or description: the longest ending that the lists know ("army chief of staff" before "staff").

    Args:
        words: as written, articles allowed.
    """
    parts = words.lower().replace("’", "'").split()
    for start in range(len(parts)):
        phrase = " ".join(parts[start:])
        found = _heads().get(phrase) or next((_heads()[form] for form in _singulars(phrase) if form in _heads()), None)
        if found is not None and (start < len(parts) - 1 or phrase in _heads()):
            return found[0]
        if len(parts) - start > 1 and phrase in _phrases():
            return _phrases()[phrase]
    if "of" in parts or "for" in parts:
        cut = min(parts.index(word) for word in ("of", "for") if word in parts)
        if cut:
            return role_of(" ".join(parts[:cut]))
    return role_of_head(parts[-1]) if parts else None


_PEOPLE = frozenset(
    "person people man woman child boy girl follower prisoner hostage detainee captive inmate suspect victim refugee migrant"
    " civilian passenger worker employee student teacher national citizen resident villager patient survivor activist"
    " supporter member leader figure laureate relative family crew team staff personnel convict investigator".split()
)


_OFFICES = frozenset(
    "president vice-president premier chancellor minister secretary ambassador envoy consul governor mayor commissioner king"
    " queen prince emir sultan spokesman spokeswoman spokesperson leader chief head chairman chairwoman chair director"
    " general commander colonel major captain admiral marshal lieutenant sergeant superintendent constable inspector judge"
    " justice prosecutor attorney senator congressman congresswoman deputy councillor pope bishop archbishop imam"
    " secretary-general administrator negotiator mediator".split()
)


@cache
def is_office(noun: str) -> bool:
    """Whether the word, in any number, is an office or rank that one person bears: minister, colonel, spokeswoman."""
    return any(form in _OFFICES for form in _singulars(noun.lower()))


@cache
def is_person(noun: str) -> bool:
    """Whether a common noun means people: by office, trade or group, or as such."""
    return any(
        form in _PEOPLE or form in _heads() or (form in _phrases() and " " not in form)
        for form in _singulars(noun.lower())
    )


@cache
def role_of_any(words: tuple[str, ...]) -> str | None:
    """Role of the last of the words that is an office, body or group: for "Foreign Minister Ilan Torvek", of "minister"."""
    for k in range(len(words) - 1, -1, -1):
        pair = " ".join(words[max(0, k - 1) : k + 1]).lower()
        found = _heads()[pair][0] if " " in pair and pair in _heads() else role_of_head(words[k])
        if found is not None:
            return found
    return None
