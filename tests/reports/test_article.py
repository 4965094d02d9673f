"""Which lines of a web page are its article's. Invented pages only."""

from __future__ import annotations

import pytest

from variorum import markup, reports, sources

SENTENCES = (
    "Valdora's Defence Ministry said on Friday that two of its jets had not come back from a patrol over the strait.",
    "Sirens were heard in three towns, and the schools on the coast stayed closed for the whole day, residents said.",
    "The ministry of the other side called the account an invention and asked for proof before the week was out.",
    "Fishermen found a wing on the beach of Sarun, and the coast guard took it away before noon, two of them said.",
    "Rescue boats searched the water until dark and will go out again in the morning, the harbour master promised.",
)
LEAD = "Two jets are missing over the strait, and both crews are looked for by boats of three harbours."


def labels(body: str, head: str = "") -> dict[str, str]:
    """Line -> label, of a page with this in its article."""
    page = (
        f'<!doctype html><html lang="en"><head>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<main><article><h1>Valdora counts its jets after the night</h1>{body}</article></main>"
        "<footer>© 2031 The Sarun Post</footer></body></html>"
    )
    taken = sources.take(page.encode(), name="page.html")
    (report,) = reports.read(taken)
    return {taken.text.text[line.start : line.end]: line.label.value for line in report.lines}


def paragraphs(*sentences: str) -> str:
    """Each in a paragraph."""
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def test_a_paragraph_that_is_only_a_link_leads_elsewhere() -> None:
    """Even inside the text; one that holds a link among its words does not."""
    link = '<p><a href="/b">How the strait was divided between the two sides in four rounds of talks</a></p>'
    within = f"<p>{SENTENCES[3].replace('Sarun', '<a href=/s>Sarun</a>')}</p>"
    found = labels(paragraphs(*SENTENCES[:3]) + link + within + paragraphs(SENTENCES[4]))
    assert found["How the strait was divided between the two sides in four rounds of talks"] != "body"
    assert found[SENTENCES[3]] == "body"


def test_the_body_is_found_in_every_element_named_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text broken up by a letter to subscribe to: an extractor that stops there loses nothing for us."""
    parts = [SENTENCES[:3], SENTENCES[3:]]
    body = '<div class="letter"><p>Get our letter in the morning.</p></div>'.join(
        f'<div class="chunk">{paragraphs(*part)}</div>' for part in parts
    )
    monkeypatch.setattr(markup, "article_words", lambda _: " ".join(SENTENCES[:3]))
    found = labels(body)
    assert {found[sentence] for sentence in SENTENCES} == {"body"}
    assert found["Get our letter in the morning."] != "body"


def test_words_that_an_extractor_joins_otherwise_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading stuck to its paragraph, a blank more or less."""
    words = " ".join(SENTENCES).replace("strait. Sirens", "strait.Sirens").replace("closed for", "closedfor")
    monkeypatch.setattr(markup, "article_words", lambda _: words)
    found = labels("".join(f"<div>{sentence}</div>" for sentence in SENTENCES))
    assert {found[sentence] for sentence in SENTENCES} == {"body"}


def test_the_lead_is_what_the_page_gives_as_its_summary() -> None:
    """Other prose between headline and text may be a caption or a notice."""
    notice = "Readers of this page agree that the harbour keeps a list of all who have read it so far."
    body = f"<div>{LEAD}</div><div>{notice}</div>{paragraphs(*SENTENCES)}"
    found = labels(body, f'<meta name="description" content="{LEAD[:60]} ...">')
    assert (found[LEAD], found[notice]) != ("chrome", "summary")
    assert found[LEAD] in ("summary", "body")
