"""A small record built by hand: two reports of invented Valdora and Kestria, rival figures, one denial."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.errors import NotFound
from variorum.model.decisions import Decision
from variorum.model.entries import (
    Claim,
    Event,
    Figure,
    Force,
    Mode,
    Party,
    Stance,
    Statement,
    Status,
    When,
)
from variorum.model.ids import address, digest
from variorum.model.marks import Bound, Mention, MentionKind, Moment, Quantity
from variorum.model.matters import Account, Apart, Matter, MatterKind, Standing
from variorum.model.reports import (
    Capture,
    Dated,
    Found,
    Kinship,
    Line,
    LineLabel,
    Masthead,
    Report,
    Story,
    TextLayer,
)
from variorum.model.spans import Span
from variorum.model.troubles import NotTaken, Trouble
from variorum.store.base import RunCard

FIRST = (
    "Arvo News\n"
    "Kestria says five Valdoran jets were shot down\n"
    "Kestria's Defence Minister Ilan Torvek said five Valdoran jets were shot down on 7 May 2031.\n"
    "At least 20 people were killed in Sarun.\n"
)
SECOND = (
    "The Sarun Post\n"
    "Valdora denies losing jets\n"
    "Valdora denied that it lost five jets. A spokesman said 31 people were killed in Sarun.\n"
)


@dataclass
class Made:
    """A record in memory: the protocol of `store.base`, nothing behind it."""

    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    matters: tuple[Matter, ...] = ()
    mentions: tuple[Mention, ...] = ()
    moments: tuple[Moment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    stories: tuple[Story, ...] = ()
    excluded: tuple[tuple[Report, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    run: RunCard | None = None
    texts: dict[str, TextLayer] = field(default_factory=dict)

    def text(self, text_id: str) -> TextLayer:
        """The layer of that id."""
        if text_id not in self.texts:
            raise NotFound(f"no text {text_id}")
        return self.texts[text_id]

    def capture(self, capture_id: str) -> Capture:
        """A capture as plain as can be."""
        return Capture(capture_id, "text/plain", 1)

    def digest(self) -> str:
        """Over everything that counts."""
        return digest([self.reports, self.statements, self.events, self.claims, self.matters])


def report_from(text: str, name: str, *, published: str | None, outlet: str) -> tuple[TextLayer, Report]:
    """A report whose first line is its outlet and whose second its title."""
    capture_id = Capture.address(text.encode())
    layer = TextLayer(TextLayer.address(capture_id, "plain/1"), capture_id, "plain/1", text, is_raw=True)
    labels = [LineLabel.CHROME, LineLabel.TITLE]
    lines, offset = [], 0
    for k, line in enumerate(text.split("\n")):
        label = labels[k] if k < len(labels) else LineLabel.BODY if line else LineLabel.BLANK
        lines.append(Line(offset, offset + len(line), label))
        offset += len(line) + 1
    title = text.split("\n")[1]
    start = text.index(title)
    none = Found(None, "the page does not say")
    day = Dated(published, published, published, "day", "printed") if published else Dated.unknown("no day is printed")
    head = Masthead(
        title=Found(title, "the first long line", layer.span(start, start + len(title))),
        outlet=Found(outlet, "the first line", layer.span(0, len(outlet))),
        byline=none,
        dateline_place=none,
        credit=none,
        published=day,
        updated=Dated.unknown("the page does not say"),
        page_clock=Dated.unknown("the page does not say"),
        genre=Found("news", "tells what happened"),
        language=Found("en", "detected"),
    )
    report_id = Report.address(layer.id, 0)
    return layer, Report(report_id, layer.id, capture_id, 0, len(text), tuple(lines), head, name=name)


def day(value: str) -> When:
    """A stated day."""
    return When(value, value, value, 1, "stated")


def sample() -> Made:
    """Two reports; a rival toll, a claim and its denial, one event told in one report."""
    one, first = report_from(FIRST, "arvo.txt", published="2031-05-08", outlet="Arvo News")
    two, second = report_from(SECOND, "post.txt", published=None, outlet="The Sarun Post")

    def span(layer: TextLayer, words: str) -> Span:
        start = layer.text.index(words)
        return layer.span(start, start + len(words))

    torvek = Party(
        "Ilan Torvek", span(one, "Kestria's Defence Minister Ilan Torvek"), ("KES.ilan-torvek",), "KES", "GOV"
    )
    valdora = Party("Valdora", span(two, "Valdora"), ("VAL",), "VAL")
    said = span(one, "five Valdoran jets were shot down on 7 May 2031")
    sentence = span(one, "Kestria's Defence Minister Ilan Torvek said five Valdoran jets were shot down on 7 May 2031.")
    statement = Statement(
        address("statement", first.id, 1),
        first.id,
        torvek,
        "",
        None,
        span(one, "said"),
        (said,),
        Mode.INDIRECT,
        Force.ASSERTS,
        None,
        (),
        day("2031-05-08"),
        (sentence,),
    )
    event = Event(
        address("event", first.id, 2),
        first.id,
        span(one, "shot down on"),
        (),
        (Party("Valdora", None, ("VAL",), "VAL", is_inferred=True),),
        is_reciprocal=False,
        plover="ASSAULT",
        plover_mode="aerial",
        cameo="195",
        where=None,
        when=day("2031-05-07"),
        status=Status.DONE,
        within=statement.id,
        evidence=(sentence,),
    )
    five = Figure(
        span(one, "five"),
        span(one, "five"),
        5,
        5,
        is_low_open=False,
        is_high_open=False,
        bound=Bound.EXACT,
        unit=span(one, "Valdoran jets"),
        slot="aircraft",
        subset=None,
    )
    jets = Claim(
        address("claim", first.id, 3),
        first.id,
        "aircraft",
        span(one, "shot down on"),
        five,
        Stance.ASSERTED,
        torvek,
        day("2031-05-08"),
        statement.id,
        event.id,
        (),
        event.targets,
        None,
        day("2031-05-07"),
        (said,),
    )
    denied = span(two, "it lost five jets")
    denial = Claim(
        address("claim", second.id, 4),
        second.id,
        "aircraft",
        span(two, "lost five"),
        None,
        Stance.DENIED,
        valdora,
        When.unknown("the report has no day"),
        None,
        None,
        (),
        (valdora,),
        None,
        When.unknown("no day is given"),
        (denied,),
    )
    accounts = (
        Account(
            address("account", 1),
            "five jets",
            5,
            5,
            "asserted",
            "Ilan Torvek",
            "KES.ilan-torvek",
            day("2031-05-08"),
            (jets.id,),
            (first.id,),
            (first.id,),
            (said,),
            "2031-05-08",
            "2031-05-08",
        ),
        Account(
            address("account", 2),
            "denies",
            None,
            None,
            "denied",
            "Valdora",
            "VAL",
            When.unknown("the report has no day"),
            (denial.id,),
            (second.id,),
            (second.id,),
            (denied,),
        ),
    )
    dead = span(one, "At least 20 people were killed in Sarun")
    matters = (
        Matter(
            jets.id,
            MatterKind.FIGURE,
            "Valdoran jets shot down",
            (jets.id, denial.id),
            accounts,
            Standing.DENIED,
            "claimed, denied",
            "Kestria says five; Valdora denies it.",
            day("2031-05-07"),
            (Apart(jets.id, dead, "counts people, not aircraft"),),
            settle="a day for post.txt: variorum date B DAY",
            weight=2.0,
        ),
        Matter(
            event.id,
            MatterKind.EVENT,
            "five Valdoran jets shot down",
            (event.id,),
            (accounts[0],),
            Standing.SINGLE,
            "only Ilan Torvek says",
            "One account.",
            day("2031-05-07"),
            weight=1.0,
        ),
    )
    mention = Mention(
        address("mention", first.id, 5),
        first.id,
        span(one, "Ilan Torvek"),
        MentionKind.NAME,
        span(one, "Torvek"),
        ("KES.ilan-torvek",),
        country="KES",
        role="GOV",
        name="Ilan Torvek",
    )
    return Made(
        reports=(first, second),
        statements=(statement,),
        events=(event,),
        claims=(jets, denial),
        matters=matters,
        mentions=(mention,),
        not_taken=(NotTaken("README.md", "not a report form"), NotTaken("my/feed.rss#urn:2", "the item has no words")),
        troubles=(Trouble("bad.html", "taking in", "it is empty", "Save the page again."),),
        texts={one.id: one, two.id: two},
    )
