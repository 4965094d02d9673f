"""What a side denies is no telling of it; who tells it and who denies it stand in one matter."""

from __future__ import annotations

from corpora import matters_of
from variorum.model.matters import Matter, MatterKind, Standing

TOLD = ("Kestria shelled the port of Brask in Valdora on Wednesday.", "2031-05-08")
DENIED = ("Kestria denied that it had shelled the port of Brask in Valdora on Wednesday.", "2031-05-09")
OWNED = ("Kestria admitted on Saturday that it had shelled the port of Brask in Valdora on Wednesday.", "2031-05-10")


def of(matters: tuple[Matter, ...], *kinds: MatterKind) -> list[tuple[MatterKind, Standing]]:
    """Kind and standing of the matters of a shelling."""
    return [(m.kind, m.standing) for m in matters if m.kind in kinds and "rejects" not in m.title]


def test_a_denial_stands_beside_who_tells_it() -> None:
    """One matter, and no second one that knows only the denial."""
    found = matters_of(TOLD, DENIED)
    assert of(found, MatterKind.EVENT, MatterKind.POSITION) == [(MatterKind.EVENT, Standing.DENIED)]
    (matter,) = [m for m in found if m.standing is Standing.DENIED]
    assert [(account.stance, account.claimant) for account in matter.accounts] == [
        ("asserted", ""),
        ("denied", "Kestria"),
    ]


def test_what_is_only_denied_is_no_event() -> None:
    """Nobody tells it: it is known from its denial."""
    found = matters_of(DENIED)
    assert of(found, MatterKind.EVENT, MatterKind.POSITION) == [(MatterKind.POSITION, Standing.DENIAL_ONLY)]


def test_what_is_denied_and_then_owned_to_is_acknowledged() -> None:
    """By the same side."""
    found = matters_of(TOLD, DENIED, OWNED)
    (matter,) = [m for m in found if m.standing is Standing.ACKNOWLEDGED]
    assert "Kestria first denied it; Kestria acknowledged it" in matter.why


def test_a_denial_is_no_teller() -> None:
    """Two who tell and one who denies are not three who agree."""
    found = matters_of(TOLD, (TOLD[0], "2031-05-09"), DENIED)
    assert not [m for m in found if m.kind is MatterKind.EVENT and m.standing is Standing.AGREED]


def test_a_third_party_acknowledges_nothing() -> None:
    """Who confirms what others did to each other says so too."""
    monitors = ("Ostmere confirmed that Kestria had shelled the port of Brask in Valdora on Wednesday.", "2031-05-10")
    assert not [m for m in matters_of(TOLD, monitors) if m.standing is Standing.ACKNOWLEDGED]
