"""A page becomes lines of text; nothing in it is run, and no markup can make it slow or make it fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import markup
from variorum.markup import article_words, linearise, looks_like_html
from variorum.pagedata import page_data

PAGE = """<!doctype html><html><head><title>Valdora counts its jets - Arvo News</title>
<link rel="canonical" href="https://arvo.example/1">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Valdora counts its jets",
"datePublished": "2031-05-09T10:00:00Z", "author": [{"name": "Tilda Korr"}], "publisher": {"name": "Arvo News"}}]}</script>
<style>p { color: red }</style></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<h1>Valdora counts its jets</h1><p>Two jets &amp; a <b>drone</b> were lost,<br>the ministry said.</p>
<figure><figcaption>A jet (AFP)</figcaption></figure><script>alert("x")</script><footer>© 2031 Arvo News</footer></body></html>"""


def test_lines_are_blocks_in_the_order_of_the_page() -> None:
    """Scripts and styles are no text; entities are characters."""
    text, blocks = linearise(PAGE)
    assert text.splitlines() == [
        "Home World",
        "Valdora counts its jets",
        "Two jets & a drone were lost,",
        "the ministry said.",
        "A jet (AFP)",
        "© 2031 Arvo News",
    ]
    assert [block.kind for block in blocks] == ["nav", "h1", "paragraph", "paragraph", "caption", "footer"]
    for block in blocks:
        assert "\n" not in text[block.start : block.end]


def test_the_page_says_of_itself() -> None:
    """JSON-LD first, wherever it nests."""
    data = page_data(PAGE)
    assert (data.title, data.outlet, data.authors) == ("Valdora counts its jets", "Arvo News", ("Tilda Korr",))
    assert (data.published, data.url) == ("2031-05-09T10:00:00Z", "https://arvo.example/1")


def test_deep_nesting_is_read_flat() -> None:
    """Twenty thousand elements deep."""
    text, _ = linearise("<html><body>" + "<div>" * 20_000 + "words of a report" + "</div>" * 20_000)
    assert len(text) < 100


def test_a_page_is_known_by_its_first_bytes() -> None:
    """Not by its name."""
    assert looks_like_html(b"  \n<!DOCTYPE HTML><p>x")
    assert not looks_like_html(b"She wrote <b> by hand.")


@given(
    st.text(max_size=300),
    st.sampled_from(["{}", "<html>{}", "<p>{}</p>", "<script type='application/ld+json'>{}</script>"]),
)
def test_any_markup_gives_a_text(words: str, frame: str) -> None:
    """Malformed, hostile, empty."""
    text, blocks = linearise(frame.format(words))
    page_data(frame.format(words))
    assert all(0 <= block.start < block.end <= len(text) for block in blocks)


def test_a_page_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lines, what it says of itself and its main article all come from one tree, which none of them alters."""
    parsed = []
    monkeypatch.setattr(markup, "tamed", lambda text: parsed.append(text) or text)
    page = PAGE.replace("Two jets", "Thirty-one jets")
    lines = linearise(page)
    page_data(page)
    article_words(page)

    assert linearise(page) == lines
    assert parsed == [page]
