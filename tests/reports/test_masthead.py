"""What a page says of itself and what it prints: title, authors, days. Invented pages only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from variorum import reports, sources
from variorum.model.reports import LineLabel, Masthead, Report

BODY = "".join(
    f"<p>{sentence} Rescue boats searched the strait until dark and will go out again in the morning, they said.</p>"
    for sentence in (
        "Valdora's Defence Ministry said on Friday that two of its jets had not come back from a patrol over the strait.",
        "Sirens were heard in three towns, and the schools on the coast stayed closed for the whole day, residents said.",
        "The ministry of the other side called the account an invention and asked for proof before the week was out.",
        "Fishermen found a wing on the beach of Sarun, and the coast guard took it away before noon, two of them said.",
    )
)


def masthead(
    head: str = "", above: str = "<h1>Valdora counts its jets after the night</h1>", below: str = "", **data: Any
) -> Masthead:
    """The masthead of a page with this head, this above and below its text, and these JSON-LD data."""
    script = f'<script type="application/ld+json">{json.dumps(data["ld"])}</script>' if "ld" in data else ""
    page = (
        f'<!doctype html><html lang="{data.get("lang", "en")}"><head>{head}{script}</head><body>'
        f'<nav><a href="/">Home</a></nav><main><article>{above}{BODY}{below}</article></main>'
        f"<footer>© 1 March 2030 The Sarun Post</footer></body></html>"
    )
    taken = sources.take(page.encode(), name="page.html", locator=data.get("address", "https://post.example/a"))
    return reports.read(taken)[0].masthead


TITLE = "Valdora counts its jets after the night"


def test_references_in_the_data_are_followed() -> None:
    """The article's own node counts, its author and publisher are found by `@id`; a list of other articles does not."""
    graph = [
        {
            "@type": "ItemList",
            "itemListElement": [{"@type": "NewsArticle", "headline": "Another", "author": "B. Other"}],
        },
        {"@type": "WebPage", "name": "A page", "datePublished": "2029-01-01"},
        {"@type": "Article", "headline": "A dossier", "author": {"name": "Else Wer"}},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2031-05-09T10:00:00+02:00",
            "author": [{"@id": "#korr"}, {"@id": "#rell"}],
            "publisher": {"@id": "#post"},
        },
        {"@id": "#korr", "@type": "Person", "name": "Tilda Korr"},
        {"@id": "#rell", "@type": "Person", "name": "Jon O&#39;Rell"},
        {"@id": "#post", "@type": "Organization", "name": "The Sarun Post"},
    ]
    found = masthead(ld={"@graph": graph})
    assert (found.title.value, found.outlet.value) == (TITLE, "The Sarun Post")
    assert found.byline.value == "Tilda Korr; Jon O'Rell"
    assert (found.published.value, found.published.zone) == ("2031-05-09", "+02:00")


@pytest.mark.parametrize(
    "told",
    [
        f"{TITLE} | The Sarun Post",
        f"{TITLE} - The Sarun Post",
        f"The Sarun Post: {TITLE}",
        f"{TITLE} – Sarun Post online",
        f"{TITLE} | World | The Sarun Post",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(told: str) -> None:
    """Before or behind; a dash of the headline's own stays."""
    site = '<meta property="og:site_name" content="The Sarun Post">'
    assert masthead(f"{site}<title>{told}</title>", above="").title.value == TITLE
    own = "Valdora counts its jets - and finds two missing"
    assert masthead(f"{site}<title>{own}</title>", above="").title.value == own


def test_a_kicker_before_the_headline_is_left_out_where_the_data_leave_it_out() -> None:
    """Even where no blank parts the two; the words cited are those of the page."""
    found = masthead(
        f'<meta property="og:title" content="{TITLE}">', above=f"<h1><span>Strait crisis</span>{TITLE}</h1>"
    ).title
    assert found.value == TITLE
    assert found.span is not None
    assert found.span.exact == TITLE


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ('<span class="kicker">Strait crisis</span> ', ""),
        ('<span class="article__overline">Strait crisis</span><span aria-hidden="true"> - </span>', ""),
        ('<a href="/a"><span class="topline">Strait crisis</span> ', ""),
        ('<div class="label">Strait crisis</div>', ""),
        ("<span>Strait crisis</span> ", f"Strait crisis: {TITLE}"),
        ("<span>Strait crisis</span> ", f"{TITLE} - Strait crisis"),
    ],
)
def test_an_element_of_its_own_is_a_kicker(heading: str, told: str) -> None:
    """Where it is called one, or the page's data set it apart by a mark."""
    found = masthead(
        f"<title>{told} | The Sarun Post</title>" if told else "", above=f"<h1>{heading}{TITLE}</h1>"
    ).title
    assert found.value == TITLE
    assert "kicker" in found.how


@pytest.mark.parametrize(
    "heading", ["<span>Valdora</span> counts its jets after the night", f'<span class="headline">{TITLE}</span>']
)
def test_an_element_that_is_part_of_the_headline_stays(heading: str) -> None:
    """A word set apart by its looks alone."""
    assert masthead(f"<title>{TITLE}</title>", above=f"<h1>{heading}</h1>").title.value == TITLE


def test_the_headline_may_be_a_lesser_heading() -> None:
    """Pages put their h1 into a bar; what the data call the headline is then looked for among the other headings."""
    found = masthead(
        f"<title>{TITLE} | The Sarun Post</title>",
        above=f"<nav><h1>{TITLE}</h1><button>Share this report with others</button></nav><h2>{TITLE}</h2>",
    ).title
    assert (found.value, found.how) == (TITLE, "the headline above the text")


def test_the_only_h1_is_believed_against_the_data() -> None:
    """A title made for search engines does not stand for the one that is printed; the name of the site is none."""
    head = "<title>Jets lost over strait: all you need to know</title>"
    assert masthead(head).title.value == TITLE
    there = '<link rel="canonical" href="https://sarun-post.example/a">'
    assert masthead(head + there, above="<h1>Sarun Post</h1>").title.value != "Sarun Post"


def test_a_headline_in_two_lines_is_one() -> None:
    """Where the page's data say so; the place cited is that of both."""
    found = masthead(
        "<title>Night over the strait: Valdora counts its jets | The Sarun Post</title>",
        above="<h1><div>Night over the strait:</div><div>Valdora counts its jets</div></h1>",
    ).title
    assert found.value == "Night over the strait: Valdora counts its jets"
    assert found.span is not None
    assert found.span.exact == "Night over the strait:\nValdora counts its jets"


def test_a_heading_that_only_shares_a_word_is_not_the_headline() -> None:
    """A section's name printed large gives way to the headline that the data give."""
    head = "<title>Boats go out again to look for the crews of two jets - Strait Crisis | The Sarun Post</title>"
    assert masthead(head, above="<h1>Strait Crisis</h1>").title.value != "Strait Crisis"


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ('<a rel="author">Tilda Korr</a><br><a rel="author">Jon Rell</a>', "Tilda Korr; Jon Rell"),
        ("<p>By Tilda Korr and Jon Rell</p>", "Tilda Korr; Jon Rell"),
        ("<p>By Tilda Korr, Staff Writer</p>", "Tilda Korr"),
        ("<p>By Tilda Korr, Sarun</p>", "Tilda Korr"),
        ("<div>By</div><div>Tilda Korr</div>", "Tilda Korr"),
        ('<a rel="author" href="/k">Tilda Korr</a>', "Tilda Korr"),
        ('<div class="articleAuthor">Tilda Korr | tilda@post.example</div>', "Tilda Korr"),
        ('<span itemprop="author">Til\u00adda Korr</span>', "Tilda Korr"),
        ('<a rel="author">View all posts by Tilda Korr</a>', "Tilda Korr"),
        ("<div>Tilda Korr | 9 May 2031</div>", "Tilda Korr"),
        ("<div>A column by Tilda Korr</div>", "Tilda Korr"),
        ("<div>The Sarun Post | 9 May 2031</div>", None),
        ('<div class="related"><a rel="author">Jon Rell</a></div>', None),
        ("<p>By then the boats were back in the harbour, and nobody had seen a thing.</p>", None),
    ],
)
def test_the_author_is_read_from_the_imprint(above: str, names: str | None) -> None:
    """Roles, places, addresses and days are left out; the outlet is nobody's name."""
    found = masthead('<meta property="og:site_name" content="The Sarun Post">', above=f"<h1>{TITLE}</h1>{above}").byline
    assert found.value == names
    assert found.how


def test_by_is_said_in_the_language_of_the_page() -> None:
    """And a name is not taken for another language's word."""
    assert masthead(above=f"<h1>{TITLE}</h1><p>Von Tilda Korr und Jon Rell</p>", lang="de").byline.value == (
        "Tilda Korr; Jon Rell"
    )
    assert masthead(above=f"<h1>{TITLE}</h1><p>Von Tilda</p>", lang="en").byline.value is None


def test_an_author_that_only_the_data_name() -> None:
    """Is believed of news; else it gives way to one that is printed, as the outlet always does."""
    author = '<meta name="author" content="Else Wer">'
    assert masthead(author).byline.value is None
    assert masthead(author, above=f"<h1>{TITLE}</h1><p>By Tilda Korr</p>").byline.value == "Tilda Korr"
    assert masthead(ld={"@type": "NewsArticle", "headline": TITLE, "author": "Else Wer"}).byline.value == "Else Wer"
    outlet = {"@type": "NewsArticle", "headline": TITLE, "author": "The Sarun Post", "publisher": "The Sarun Post"}
    found = masthead(ld=outlet).byline
    assert (found.value, found.confidence) == ("The Sarun Post", 0.6)
    assert "no person is named" in found.how
    found = masthead(ld=outlet | {"@type": "Article"}).byline
    assert (found.value, found.how) == (None, "the page's own data name only the outlet itself")
    assert masthead(ld=outlet, above=f"<h1>{TITLE}</h1><p>By Tilda Korr</p>").byline.value == "Tilda Korr"
    two = '<a rel="author">Tilda Korr</a><br><a rel="author">Jon Rell</a>'
    one = {"@type": "NewsArticle", "headline": TITLE, "author": "Jon Rell"}
    assert masthead(ld=one, above=f"<h1>{TITLE}</h1>{two}").byline.value == "Tilda Korr; Jon Rell"


@pytest.mark.parametrize(
    ("above", "lang", "day"),
    [
        ("<time datetime='2031-05-09T10:00'>yesterday</time>", "en", "2031-05-09"),
        ("<div>Veröffentlicht am 9. Mai 2031, 10.30 Uhr</div>", "de", "2031-05-09"),
        ("<div>Publié le 9 mai 2031 à 10h30</div>", "fr", "2031-05-09"),
        ("<div>9 de mayo de 2031</div>", "es", "2031-05-09"),
        ("<div>9. listopada 2031.</div>", "hr", "2031-10-09"),
        ("<div>9 listopada 2031</div>", "pl", "2031-11-09"),
        ("<div>2031年5月9日</div>", "ja", "2031-05-09"),
        ("<div>٩ مايو ٢٠٣١</div>", "ar", "2031-05-09"),
        ("<div>5/9/2031</div>", "en-US", "2031-05-09"),
        ("<div>9/5/2031</div>", "en-GB", "2031-05-09"),
        ("<div>9/5/2031</div>", "en", None),
        ("<div>Next meeting: 9 May 2031</div>", "en", None),
        ("<div class='related'><time datetime='2031-05-09'>9 May 2031</time></div>", "en", None),
        ("<div class='with-sidebar'><time datetime='2031-05-09'>9 May 2031</time></div>", "en", "2031-05-09"),
        ("<abbr class='published' title='2031-05-09T10:00'>on Friday</abbr>", "en", "2031-05-09"),
        ("<div>Date: 9 May 2031</div>", "en", "2031-05-09"),
    ],
)
def test_the_day_is_read_from_the_imprint(above: str, lang: str, day: str | None) -> None:
    """In the page's own language and order; an order nobody knows is no day."""
    found = masthead(above=f"<h1>{TITLE}</h1>{above}", lang=lang).published
    assert found.value == day


def test_what_holds_the_text_is_no_side_matter() -> None:
    """Whatever its class is called, and where no headline stands in it."""
    page = (
        '<!doctype html><html lang="en"><body><h1>Valdora counts its jets after the night</h1>'
        f'<div class="sidebar"><time datetime="2031-05-09">9 May</time>{BODY}</div></body></html>'
    )
    taken = sources.take(page.encode(), name="page.html")
    assert reports.read(taken)[0].masthead.published.value == "2031-05-09"


def test_a_day_below_the_text_counts_beside_its_author() -> None:
    """Both sign the text; alone, it must be all that the line says, and the only one."""
    found = masthead(below="<div>Date: 9 May 2031</div><div>Author: Tilda Korr</div>")
    assert (found.published.value, found.byline.value) == ("2031-05-09", "Tilda Korr")
    assert masthead(below="<div>Date: 9 May 2031</div>").published.value == "2031-05-09"
    assert masthead(below="<div>9 May 2031</div>").published.value == "2031-05-09"
    assert masthead(below="<div>Date of the next meeting: 9 May 2031</div>").published.value is None
    assert masthead(below="<div>Date: 9 May 2031</div><div>Date: 2 May 2031</div>").published.value is None


def test_days_in_a_list_below_the_text_are_of_other_texts() -> None:
    """Whatever their class says of them; the one beside the headline counts."""
    others = "".join(f'<div class="published">Statement of {day} May 2031</div>' for day in (3, 4, 5))
    found = masthead(above=f"<h1>{TITLE}</h1><div>9 May 2031</div>", below=f"<h2>Other statements</h2>{others}")
    assert found.published.value == "2031-05-09"


def test_a_span_of_time_is_no_day_of_publication() -> None:
    """Two days with a dash between, as archives print above a page that they keep."""
    assert masthead(above=f"<div>14 Oct 2030 - 10 Aug 2031</div><h1>{TITLE}</h1>").published.value is None


def test_a_change_before_publication_does_not_stand_for_it() -> None:
    """A text that was ready two days before it came out: the page's data give both, and print the earlier one too."""
    ld = {"@type": "Article", "headline": TITLE, "datePublished": "2031-05-09", "dateModified": "2031-05-07"}
    assert masthead(ld=ld, above=f"<h1>{TITLE}</h1><div>7 May 2031</div>").published.value == "2031-05-09"


def test_the_data_may_give_the_last_change_for_the_publication() -> None:
    """Where the page prints that very day as that of its update, and an earlier one beside the headline."""
    ld = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2031-05-11"}
    found = masthead(ld=ld, above=f"<h1>{TITLE}</h1><div>Published 9 May 2031</div><div>Updated 11 May 2031</div>")
    assert found.published.value == "2031-05-09"
    assert "last change" in found.published.how


def test_published_and_updated_are_told_apart() -> None:
    """By the words before them, whichever comes first."""
    found = masthead(above=f"<h1>{TITLE}</h1><div>Updated 11 May 2031</div><div>Published 9 May 2031</div>")
    assert (found.published.value, found.updated.value) == ("2031-05-09", "2031-05-11")


def test_no_day_is_taken_from_beside_the_article() -> None:
    """Lists of other articles, comments and copyright lines give none; nor does the text."""
    below = (
        "<p>Date: 20 May 2031</p><time>21 May 2031</time>"
        "<div class='comments'><time datetime='2031-06-01'>1 June 2031</time></div>"
        "<ul><li>Boats go out again</li><li>12 May 2031</li></ul>"
    )
    found = masthead(below=below).published
    assert (found.value, found.earliest) == (None, None)


def test_a_day_that_only_the_data_state() -> None:
    """Is believed of news; else it is a bound: perhaps it is the page's, not the text's."""
    meta = '<meta property="article:published_time" content="2031-05-09T10:00:00Z">'
    found = masthead(meta).published
    assert (found.value, found.earliest, found.is_inferred) == (None, "2031-05-09", True)
    assert masthead(ld={"@type": "NewsArticle", "headline": TITLE, "datePublished": "2031-05-09"}).published.value
    assert masthead(meta, above=f"<h1>{TITLE}</h1><div>9 May 2031</div>").published.value == "2031-05-09"


def test_the_paper_s_own_day_counts_where_the_data_give_its_neighbour() -> None:
    """Half past eleven at night in one zone is the next day in another; days stay local."""
    found = masthead(
        ld={"@type": "NewsArticle", "headline": TITLE, "datePublished": "2031-05-08T23:30:00Z"},
        above=f"<h1>{TITLE}</h1><div>9 May 2031</div>",
    ).published
    assert found.value == "2031-05-09"
    assert "neighbour" in found.how


def test_the_address_gives_a_day_that_is_inferred() -> None:
    """Where nothing else does."""
    found = masthead('<link rel="canonical" href="https://post.example/2031/05/09/jets">').published
    assert (found.value, found.is_inferred) == ("2031-05-09", True)


@pytest.mark.parametrize(
    ("told", "instant", "updated"),
    [
        ("2031-05-09T10:00:30+05:30", "2031-05-09T10:00:30+05:30", "2031-05-10T23:05+00:00"),
        ("2031-05-09T10:00:00Z", "2031-05-09T10:00:00+00:00", "2031-05-10T23:05+00:00"),
        ("2031-05-09 10:00", "2031-05-09T10:00", "2031-05-10T23:05+00:00"),
        ("Fri, 09 May 2031 10:00:00 GMT", "2031-05-09T10:00:00+00:00", "2031-05-10T23:05+00:00"),
        ("2031-05-09", "2031-05-09", "2031-05-10T23:05+00:00"),
    ],
)
def test_clock_and_zone_are_kept_as_stated(told: str, instant: str, updated: str) -> None:
    """As written: the day is that of the page's own zone, and nothing is shifted."""
    found = masthead(
        ld={"@type": "NewsArticle", "headline": TITLE, "datePublished": told, "dateModified": "2031-05-10T23:05Z"}
    )
    assert (found.published.value, found.published.instant) == ("2031-05-09", instant)
    assert (found.updated.value, found.updated.instant) == ("2031-05-10", updated)


@pytest.mark.parametrize(
    ("printed", "instant"),
    [
        ("Published 9 May 2031, 10:30 am GMT", "2031-05-09T10:30+00:00"),
        ("9 May 2031 at 14.05", "2031-05-09T14:05"),
        ("10:30, 9 May 2031", "2031-05-09T10:30"),
        ("9 May 2031 | 3 comments", "2031-05-09"),
    ],
)
def test_a_printed_clock_is_kept_with_its_day(printed: str, instant: str) -> None:
    """Before or behind it."""
    assert masthead(above=f"<h1>{TITLE}</h1><div>{printed}</div>").published.instant == instant


def parts(second: str) -> tuple[Report, ...]:
    """The reports of a page with a second article below the first."""
    page = (
        f'<!doctype html><html lang="en"><body><main><article><h1>{TITLE}</h1><p>By Tilda Korr</p><p>The Sarun Post</p>'
        f"<p>9 May 2031</p>{BODY}</article>{second}</main></body></html>"
    )
    return reports.read(sources.take(page.encode(), name="page.html"))


SECOND = (
    "<p>By Jon Rell</p><p>10 May 2031</p><p>MORVA - Kestria's ministry acknowledged that two boats had been lost.</p>"
    "<p>The relatives of the crews were told in the night, an officer of the harbour said.</p>"
)


def test_a_second_article_is_read_though_the_extractor_leaves_it_out() -> None:
    """Its text is text, and its imprint its own."""
    first, second = parts(f"<article><h1>Kestria acknowledges the loss of boats</h1>{SECOND}</article>")
    assert (first.masthead.published.value, first.masthead.byline.value) == ("2031-05-09", "Tilda Korr")
    assert (second.masthead.published.value, second.masthead.byline.value) == ("2031-05-10", "Jon Rell")
    assert second.masthead.title.value == "Kestria acknowledges the loss of boats"
    assert sum(line.label is LineLabel.BODY for line in second.lines) == 2


def test_a_list_of_other_articles_is_no_second_article() -> None:
    """Under a heading of its own, or all link."""
    item = f'<h1><a href="/b">Kestria acknowledges the loss of boats</a></h1>{SECOND}'
    assert len(parts(f"<section><h2>You might also like</h2>{item.replace('h1', 'h3')}</section>")) == 1
    linked = SECOND.replace("<p>", '<p><a href="/b">').replace("</p>", "</a></p>")
    assert len(parts(f"<section><h1>You might also like this one</h1>{linked}</section>")) == 1


def test_days_and_names_in_paragraphs_of_their_own_are_no_text() -> None:
    """Between headline and text; the paper is known by the line that bears its name, an office likewise."""
    (report,) = parts("")
    body = [line for line in report.lines if line.label is LineLabel.BODY]
    assert len(body) == BODY.count("<p>")
    assert report.masthead.outlet.value == "The Sarun Post"
    office = masthead(above=f"<p>Ministry of Defence of Valdora</p><h1>{TITLE}</h1><p>9 May 2031</p>")
    assert (office.outlet.value, office.genre.value) == ("Ministry of Defence of Valdora", "official statement")


def test_a_section_of_the_menu_is_no_outlet() -> None:
    """One word that papers are named with."""
    assert masthead(above=f"<ul><li><a>World</a></li><li><a>Press</a></li></ul><h1>{TITLE}</h1>").outlet.value is None


def test_the_page_says_what_kind_of_text_it_is() -> None:
    """What it was compiled from, or that it is an interview."""
    assert masthead(below="<p>Compiled from the Sarun Post and the Morva Herald.</p>").genre.value == "digest"
    text = f"The Sarun Post\n\n{TITLE}\n\nInterview by Tilda Korr\n9 May 2031\n\n"
    body = BODY.replace("</p>", "\n\n").replace("<p>", "")
    (report,) = reports.read(sources.take((text + body).encode(), name="page.txt"))
    assert report.masthead.genre.value == "interview"
