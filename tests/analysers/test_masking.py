"""No link of a sentence depends on which state it speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness import parser
from invented import CRISIS
from variorum.analysers.masking import Masks, of_crisis, unmasked_lemma
from variorum.analysers.syntax import Rows
from variorum.codes.countries import countries, find

STATES = ("India", "Pakistan", "Iran", "Israel", "Saudi Arabia", "Burkina Faso", "Ukraine", "Japan", "Peru")


def words_of(text: str, rows: Rows) -> list[str]:
    """The words of a parsed line."""
    return [text[start : start + length] for start, length in zip(rows.starts, rows.lengths, strict=True)]


def test_names_are_found_longest_first() -> None:
    """A name of two words is one name; words that only hold one are not."""
    words = "In New Delhi , Saudi Arabia told Indians that Indian jets left Deli .".split()
    found = [(" ".join(words[item.first : item.first + item.count]), item.word) for item in Masks().among(words)]
    assert found == [("New Delhi", "Berlin"), ("Saudi Arabia", "Germany"), ("Indians", "Germans"), ("Indian", "German")]


@pytest.mark.parametrize(
    ("lemma", "mask", "words", "expected"),
    [
        ("Germany", "Germany", ["Iran"], "Iran"),
        ("german", "German", ["Iranian"], "iranian"),
        ("german", "Germans", ["Iranians"], "iranian"),
        ("Berlin", "Berlin", ["New", "Delhi"], "Delhi"),
    ],
)
def test_the_lemma_is_made_as_that_of_the_mask(lemma: str, mask: str, words: list[str], expected: str) -> None:
    """The mask never shows."""
    assert unmasked_lemma(lemma, mask, words) == expected


FRAMES = (
    "{name} on Wednesday conducted missile strikes in several {other} cities and killed 31 people.",
    "{capital} blamed the raid on {other} pilots, and {name} said it would answer.",
    "{adjective} officials said {other_name} had lost five jets.",
)


def filled(frame: str, name: str, other: str) -> str:
    """The sentence about these two states."""
    one, two = find(name), find(other)
    assert one is not None
    assert two is not None
    return frame.format(
        name=name,
        other=two.demonyms[0],
        other_name=other,
        adjective=one.demonyms[0],
        capital=one.capitals[0],
    )


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(FRAMES), st.permutations(STATES))
def test_the_links_are_the_same_for_any_two_states(frame: str, names: list[str]) -> None:
    """Names of several words are one word more each, and nothing else."""
    shapes = []
    for name, other in (names[:2], names[2:4]):
        text = filled(frame, name, other)
        (rows,) = parser().rows([text])
        words = words_of(text, rows)
        kept = [k for k, dep in enumerate(rows.deps) if not _is_first_of_name(words, k, dep)]
        place = {k: number for number, k in enumerate(kept)}
        shapes.append([(rows.tags[k], rows.pos[k], rows.deps[k], place.get(rows.heads[k])) for k in kept])
    assert shapes[0] == shapes[1]


def _is_first_of_name(words: list[str], k: int, dep: str) -> bool:
    return dep == "compound" and k + 1 < len(words) and find(f"{words[k]} {words[k + 1]}") is not None


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["said", "the", "“", *STATES, "Iranians", "New Delhi", ".", "  "]), max_size=12))
def test_words_come_back_as_they_stood(parts: list[str]) -> None:
    """Whatever is masked, every word is where the text has it, heads lie within, no mask is left."""
    text = " ".join(parts)
    (rows,) = parser().rows([text])
    words = words_of(text, rows)
    assert "".join(words) == "".join(text.split())
    assert all(0 <= head < len(words) for head in rows.heads)
    assert not {"Germany", "German", "Germans", "Berlin"} & {*words, *rows.lemmas}


def test_the_parties_of_a_crisis_are_masked_too() -> None:
    """Governments by every name, others by a name of one word; a parse depends on those in its lines alone."""
    masks = of_crisis(CRISIS)
    words = "Seldin told Kestrians that Valdoran jets left .".split()
    assert [item.word for item in masks.among(words)] == ["Berlin", "Germans", "German"]
    assert masks.own_in(["Seldin told Kestrians"]) == ("Kestria", "Kestrian", "Kestrians", "Seldin")
    assert masks.own_in(["Nobody came."]) == ()


def test_every_state_is_masked_by_its_name() -> None:
    """One name at least."""
    bare = [
        country.name for country in countries() if not any(list(Masks().among(name.split())) for name in country.names)
    ]
    assert bare == []
