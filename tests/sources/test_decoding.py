"""Bytes become characters, or a clear error; nothing is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import sources
from variorum.errors import SourceError
from variorum.sources.decoding import decode

WORDS = "Valdora’s minister said: “Nothing was lost.”\r\nSo did Kestria.\n"


def test_utf8_is_taken_as_it_stands() -> None:
    """Line ends too: offsets count characters of the file."""
    assert decode(WORDS.encode(), "a.txt") == (WORDS, "utf-8", "")


def test_a_byte_order_mark_keeps_its_place() -> None:
    """So that offsets fit a reader that does not know it."""
    assert decode(b"\xef\xbb\xbf" + WORDS.encode(), "a.txt")[0] == "\ufeff" + WORDS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_known_by_mark_or_zeros(encoding: str) -> None:
    """With and without a mark."""
    assert decode((WORDS * 4).encode(encoding), "a.txt")[0].lstrip("\ufeff") == WORDS * 4


def test_an_old_encoding_is_guessed_and_said() -> None:
    """Never taken for UTF-8 with holes."""
    text, encoding, note = decode((WORDS * 3).encode("cp1252"), "a.txt")
    assert "Nothing was lost" in text
    assert encoding != "utf-8"
    assert "no encoding is declared" in note


def test_a_declared_encoding_is_believed() -> None:
    """A page that names it is not guessed at."""
    page = '<html><meta charset="iso-8859-15"><p>Über 30 Tote in Zürich</p></html>'.encode("iso-8859-15")
    assert "Zürich" in decode(page, "a.html")[0]


def test_a_cut_file_keeps_what_is_whole() -> None:
    """And the note says what is not."""
    text, _, note = decode("Sárun fell".encode() + "é".encode()[:1], "a.txt")
    assert (text, note) == ("Sárun fell", "the last 1 bytes are not whole")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n", "nothing but blanks"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (bytes(range(1, 32)) * 50, "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    """With what to do."""
    with pytest.raises(SourceError, match=why) as caught:
        decode(data, "a.txt")
    assert caught.value.next_step


def test_an_enormous_input_is_refused_before_it_is_read() -> None:
    """20 MB is far past any page."""
    with pytest.raises(SourceError, match="the limit is 20"):
        sources.take(b"a" * (sources.MAX_BYTES + 1), name="a.txt")


@given(st.binary(max_size=600))
def test_any_bytes_give_a_text_or_a_clear_error(data: bytes) -> None:
    """Nothing else ever comes out."""
    try:
        taken = sources.take(data, name="a.txt")
    except SourceError as err:
        assert err.next_step  # noqa: PT017  # either outcome is right
    else:
        assert taken.text.capture_id == taken.capture.id
        assert taken.text.text


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("a.txt", True),
        ("b.HTML", True),
        ("README.txt", False),
        ("licence.html", False),
        (".hidden.txt", False),
        ("c.md", False),
        ("d", False),
    ],
)
def test_only_known_forms_are_taken_from_a_folder(name: str, *, taken: bool) -> None:
    """Notes about the folder and hidden files never."""
    assert sources.is_report_form(name) is taken
