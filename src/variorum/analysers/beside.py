"""What stands beside the name of a place and says where it lies: "Allen, Texas", "the Polish city of Gdańsk". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.analysers.gazetteer import Gazetteer
from variorum.analysers.syntax import Parse, Token
from variorum.codes import gazette
from variorum.codes.places import kind_of_noun
from variorum.model.marks import Mention

PARTS = frozenset(
    "north south east west northern southern eastern western central upper lower inner outer downtown greater"
    " northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western"
    " northeast northwest southeast southwest mainland rural old nearby neighboring neighbouring".split()
)
"""Words before a name that are no part of it."""
LOOK_AROUND = 6
"""Words on each side."""
_STATES = frozenset({"country", "demonym", "capital"})
_SKIPPED_BEFORE = frozenset({"ADJ", "NOUN", "DET", "PART"})


def text_of(parse: Parse, tokens: Sequence[Token]) -> str:
    """The words from the first to the last, with single blanks."""
    return " ".join(parse.text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


class Beside:
    """One report's text, asked what stands beside a mention."""

    def __init__(self, parse: Parse, names: Gazetteer) -> None:
        self.parse = parse
        self.names = names

    def codes(self, mention: Mention) -> set[str]:
        """Codes of the states and divisions that stand beside or in the mention."""
        first = self.parse.token_at(mention.span.start)
        inside = self.parse.tokens_in(mention.span.start, mention.span.end)
        if first is None or not inside:
            return set()
        return self._codes_after(inside[-1]) | self._codes_before(first) | self._codes_inside(inside)

    def _codes_after(self, last: Token) -> set[str]:
        """Of "Allen, Texas", "Pandeglang in the province of Banten": codes of what follows."""
        tokens = last.sent.tokens
        place = last.i - tokens[0].i + 1
        links = 0
        for token in tokens[place : place + LOOK_AROUND]:
            if token.text[:1].isupper():
                run = [token]
                for other in tokens[token.i - tokens[0].i + 1 :]:
                    if not other.text[:1].isupper() or len(run) == 4:
                        break
                    run.append(other)
                return self._codes_of(run) if links else set()
            links += token.text == "," or token.lower in ("in", "of")
            is_link = token.text == "," or token.lower in ("in", "of", "the", "'s", "’s")
            if not (is_link or kind_of_noun(token.lower) or token.lower in PARTS or token.pos in ("DET", "ADJ")):
                break
        return set()

    def _codes_before(self, first: Token) -> set[str]:
        """Of "Afghanistan's Maidan Wardak province", "the Polish city of Gdańsk": codes of what stands before."""
        tokens = first.sent.tokens
        place = first.i - tokens[0].i
        for token in reversed(tokens[max(0, place - LOOK_AROUND) : place]):
            if token.text[:1].isupper():
                start = max(0, token.i - tokens[0].i - 2)
                return self._states_of(tokens[start : token.i - tokens[0].i + 1])
            is_link = token.lower in ("of", "'s", "’s", "'", "’", "-") or token.pos in _SKIPPED_BEFORE
            if not is_link:
                break
        return set()

    def _codes_inside(self, tokens: Sequence[Token]) -> set[str]:
        """Of "Indian Punjab": the state in the name."""
        return self._states_of(tokens[:1]) | (self._states_of(tokens[:2]) if len(tokens) > 2 else set())

    def _states_of(self, tokens: Sequence[Token]) -> set[str]:
        """Code of the state that the last words name, the longest name first."""
        for k in range(len(tokens)):
            known = self.names.exact(text_of(self.parse, tokens[k:]))
            if known is not None and known.kind in _STATES and known.country:
                return {known.country}
        return set()

    def _codes_of(self, run: Sequence[Token]) -> set[str]:
        """Codes of the state or the divisions that the first words of the run name."""
        for k in range(len(run), 0, -1):
            words = text_of(self.parse, run[:k])
            known = self.names.exact(words)
            divisions = {place.admin for place in gazette.find(words) if place.kind == "region" and place.is_primary}
            if known is not None and known.kind in _STATES and known.country:
                return {known.country, *divisions}
            if divisions:
                return divisions
        return set()
