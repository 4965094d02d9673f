"""Words for means of harm."""

from __future__ import annotations

from variorum.codes.means import means_of


def test_a_modifier_says_more_than_its_noun() -> None:
    """A bomb may fall; a car bomb does not."""
    assert means_of("bomb") == {"air", "bomb"}
    assert means_of("car bomb") == {"bomb"}
    assert means_of("Air Strike") == {"air"}


def test_other_words_mean_none() -> None:
    """Nor does an attack, which may be anything."""
    assert means_of("attack") == means_of("letter") == frozenset()
