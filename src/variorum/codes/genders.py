"""The gender that a given name, a title or a noun of kin tells, for whom "he" and "she" can mean. Pure."""

from __future__ import annotations

from functools import cache

from variorum.codes import table
from variorum.codes.folding import fold

_NOUNS = {
    "m": frozenset(
        "mr sir lord king prince duke count baron emperor monsieur herr señor signor man boy father son brother husband"
        " uncle nephew grandfather grandson stepfather stepson boyfriend fiancé widower spokesman chairman congressman"
        " policeman businessman serviceman seaman fisherman pope imam priest gunman statesman".split()
    ),
    "f": frozenset(
        "mrs ms miss lady queen princess duchess countess baroness empress mme madame mlle frau señora signora woman girl"
        " mother daughter sister wife aunt niece grandmother granddaughter stepmother stepdaughter girlfriend fiancée widow"
        " spokeswoman chairwoman congresswoman policewoman businesswoman servicewoman actress nun".split()
    ),
}


@cache
def _given() -> dict[str, str]:
    return {fold(name): row["gender"] for row in table("given_names") for name in row["names"].split("|")}


@cache
def of_name(name: str) -> str | None:
    """Gender, m or f, by the first word of the full name; None where it is a bare surname, or tells nothing."""
    words = name.split()
    return _given().get(fold(words[0].split("-")[0])) if len(words) > 1 else None


@cache
def of_noun(word: str) -> str | None:
    """Gender, m or f, of a title or noun in the singular; None where both bear it."""
    plain = word.lower().strip(".")
    return next((gender for gender, nouns in _NOUNS.items() if plain in nouns), None)
