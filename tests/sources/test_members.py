"""Containers: each document comes out once, whole, with what its container says of it, and can be read again alone."""

from __future__ import annotations

import gzip
import io
import json

import pytest

import containers
from containers import ATOM, LEAD, MAIL, MHTML, MORE, RSS, bundle, packed, page, pdf, record
from variorum import reports, sources
from variorum.errors import SourceError
from variorum.model.reports import Report, Taken
from variorum.model.troubles import NotTaken, Trouble
from variorum.sources import Member
from variorum.sources.forms import Form, form_of


def opened(data: bytes, name: str = "a.bin") -> list[Member | NotTaken | Trouble]:
    """What a file of these bytes holds."""
    return list(sources.members(io.BytesIO(data), name=name, locator=f"d/{name}"))


def documents(data: bytes, name: str = "a.bin") -> list[Taken]:
    """Its documents, taken."""
    return [
        sources.take(item.data, name=item.name, locator=item.locator)
        for item in opened(data, name)
        if isinstance(item, Member)
    ]


def first(data: bytes) -> tuple[Taken, Report]:
    """The first document and its first report."""
    taken = documents(data)[0]
    return taken, reports.read(taken)[0]


PDF_PAGE = (
    "Strikes kill six\n\nSix people were killed in Morhaven on Tuesday, the ministry\nof defence said in a statement."
)
ARCHIVE = record(page(head="<meta property='og:site_name' content='Harbour Post'>"))
RECORD = json.dumps({"title": "Strikes kill six", "outlet": "Herald", "published": "2024-05-14", "text": LEAD}).encode()
EVERY = {
    "text": LEAD.encode(),
    "page": page(),
    "mhtml": MHTML,
    "mail": MAIL,
    "pdf": pdf(PDF_PAGE),
    "docx": containers.document(),
    "rss": RSS,
    "atom": ATOM,
    "warc": ARCHIVE,
    "warc.gz": packed(ARCHIVE),
    "jsonl": RECORD + b"\n",
    "zip": bundle(a__html=page()),
    "html.gz": gzip.compress(page()),
}


@pytest.mark.parametrize("form", EVERY)
def test_every_form_gives_the_sentence(form: str) -> None:
    """The words of the article come out, in one line of the body."""
    taken, report = first(EVERY[form])
    body = [taken.text.text[line.start : line.end] for line in report.lines if line.label.value == "body"]
    assert any(LEAD in line for line in body)


@pytest.mark.parametrize("form", EVERY)
def test_the_bytes_kept_are_a_whole_file(form: str) -> None:
    """A member read again without its container gives the same text and the same reports."""
    for item in opened(EVERY[form]):
        if not isinstance(item, Member):
            continue
        again = [found for found in opened(item.data) if isinstance(found, Member)]
        taken = sources.take(item.data, name="x", locator="y")
        assert any(sources.take(found.data, name="x", locator="y").text.text == taken.text.text for found in again)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", Form.TEXT),
        ("page", Form.PAGE),
        ("mhtml", Form.MAIL),
        ("mail", Form.MAIL),
        ("pdf", Form.PDF),
        ("docx", Form.WORD),
        ("rss", Form.FEED),
        ("atom", Form.FEED),
        ("warc", Form.ARCHIVE),
        ("warc.gz", Form.PACKED),
        ("jsonl", Form.RECORDS),
        ("zip", Form.BUNDLE),
    ],
)
def test_the_form_is_read_from_the_bytes(form: str, expected: Form) -> None:
    """Whatever the file is called."""
    assert form_of(EVERY[form][:8192]) == expected


def test_an_item_of_a_feed_has_the_outlet_it_was_taken_from() -> None:
    """`source` goes before the feed's own title; day, author and address are the item's."""
    taken, report = first(RSS)
    head = report.masthead
    actual = (head.title.value, head.outlet.value, head.byline.value, head.published.value, head.published.zone)
    assert actual == ("Strikes kill six", "Morhaven Daily", "Orla Fenn", "2024-05-14", "+02:00")
    assert head.published.how == "the feed's item"
    assert taken.capture.url == "https://tellmark.example/1"


def test_an_item_without_a_day_has_none() -> None:
    """Nor does it take its neighbour's."""
    second = documents(RSS)[1]
    head = reports.read(second)[0].masthead
    assert (head.outlet.value, head.published.value) == ("Tellmark Wire", None)


def test_an_atom_entry_keeps_its_authors_and_both_days() -> None:
    """Published and updated apart."""
    head = first(ATOM)[1].masthead
    actual = (head.byline.value, head.published.value, head.updated.value)
    assert actual == ("Jo Doe; Ann Roe", "2024-05-14", "2024-05-15")


def test_a_saved_page_counts_days_back_from_its_saving() -> None:
    """On a page saved on the 17th "2 days ago" is about the 15th, and says how it is known."""
    taken, report = first(MHTML)
    head = report.masthead
    assert (head.published.value, head.page_clock.value) == ("2024-05-15~", "2024-05-17")
    assert head.published.is_inferred
    assert taken.capture.url == "https://harbour.example/a"
    assert "café" in taken.text.text


def test_a_mail_is_read_with_its_attachments() -> None:
    """Its own words with lines joined, the attached text as a document of its own, the picture left with a reason."""
    found = opened(MAIL, "m.eml")
    assert [item.locator for item in found if isinstance(item, Member)] == ["d/m.eml", "d/m.eml#a.txt"]
    assert [item for item in found if isinstance(item, NotTaken)] == [
        NotTaken("d/m.eml#p.png", "an attachment that is no report")
    ]
    head = first(MAIL)[1].masthead
    actual = (head.title.value, head.outlet.value, head.published.value)
    assert actual == ("Strikes: what we know", "Tellmark Briefing", "2024-05-14")


def test_who_passes_a_mail_on_is_no_outlet() -> None:
    """Only a sender to subscribers publishes."""
    forwarded = MAIL.replace(b"List-Id: <brief.tellmark.example>\n", b"")
    assert first(forwarded)[1].masthead.outlet.value is None


def test_an_archive_gives_its_pages_and_counts_the_rest() -> None:
    """Revisits, pictures and errors are counted by their reason; the page keeps its address and the day it was fetched."""
    data = b"".join(
        [
            record(b"software: x\r\n", kind="warcinfo", media="application/warc-fields"),
            ARCHIVE,
            record(b"", kind="revisit"),
            record(b"\x89PNG", media="image/png", uri="https://harbour.example/p.png"),
            record(b"gone", status="404 Not Found", uri="https://harbour.example/x"),
        ]
    )
    for form in (data, packed(data)):
        found = opened(form, "c.warc")
        assert [item.locator for item in found if isinstance(item, Member)] == ["d/c.warc#https://harbour.example/1"]
        assert [item.data for item in found if isinstance(item, Member)] == [ARCHIVE]
        assert sorted(item.reason for item in found if isinstance(item, NotTaken)) == [
            "1 record: answer 404, no page",
            "1 record: neither HTML nor text",
            "1 record: revisit, the same page as before",
            "1 record: warcinfo, no page",
        ]
    head = first(data)[1].masthead
    assert (head.outlet.value, head.page_clock.value) == ("Harbour Post", "2024-05-17")


def test_what_comes_before_a_broken_record_is_kept() -> None:
    """The archive ends there with a trouble that names the place."""
    whole = packed(ARCHIVE, ARCHIVE)
    found = opened(whole[:-40], "c.warc.gz")
    assert isinstance(found[0], Member)
    assert isinstance(found[1], Trouble)
    assert "ends in the middle" in found[1].reason


def test_a_broken_line_of_records_costs_itself() -> None:
    """The lines around it are taken."""
    data = b"\n".join([RECORD, b"{broken", b'{"title": "empty"}', RECORD.replace(b"six", b"seven")])
    found = opened(data, "r.jsonl")
    assert [item.locator for item in found if isinstance(item, Member)] == ["d/r.jsonl#1", "d/r.jsonl#4"]
    assert [item.name for item in found if isinstance(item, Trouble)] == ["d/r.jsonl#2", "d/r.jsonl#3"]


def test_a_record_is_dated_and_signed_as_it_says() -> None:
    """Title, outlet and day of the record."""
    head = first(RECORD)[1].masthead
    assert (head.title.value, head.outlet.value, head.published.value) == ("Strikes kill six", "Herald", "2024-05-14")


def test_a_text_that_opens_with_a_brace_is_a_text() -> None:
    """No object, no record."""
    taken = documents(b'{ "sic" } says the leaflet, six people were killed in Morhaven.\n')[0]
    assert taken.text.is_raw


def test_the_lines_of_a_pdf_are_joined() -> None:
    """A line broken by the page's width goes on; a headline above an empty line does not."""
    wide = """Strikes kill six in Morhaven
Six people were killed in Morhaven on Tuesday, the ministry of defence said
in a statement, and fourteen others were wounded as seven sites were struck
in the north.
The ministry gave no further details, and nobody claimed the strike on the
capital."""
    taken = documents(pdf(wide, wide))[0]
    lines = [line for line in taken.text.text.split("\n") if line]
    assert lines[1].startswith("Six people were killed")
    assert lines[1].endswith("in the north.")
    assert len(lines) == 6


def test_a_zip_within_a_zip_is_opened_and_its_places_are_named() -> None:
    """The locator leads from the outer file to the page."""
    data = bundle(inner__zip=bundle(feed__xml=RSS), photo__png=b"x")
    found = opened(data, "z.zip")
    where = [item.locator for item in found if isinstance(item, Member)]
    assert where == ["d/z.zip#inner.zip#feed.xml#https://tellmark.example/1", "d/z.zip#inner.zip#feed.xml#urn:2"]


def test_a_container_is_no_document() -> None:
    """`take` refuses a ZIP and says what to do."""
    with pytest.raises(SourceError, match="holds other documents"):
        sources.take(bundle(a__txt=b"x"), name="z.zip")


def test_the_body_of_an_item_has_no_chrome() -> None:
    """A short last sentence of an article that stands alone is body."""
    taken, report = first(RSS)
    labels = {taken.text.text[line.start : line.end]: line.label.value for line in report.lines}
    assert labels["It gave no details."] == "body"
    assert MORE not in labels
