"""What arrived, its one text, and the reports in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from variorum.model.ids import KEEP_OUT, address, address_of_bytes
from variorum.model.spans import Span


class LineLabel(StrEnum):
    """What a line of a text layer is. Lines are labelled, never cut."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CHROME = "chrome"
    SUMMARY = "summary"
    BODY = "body"
    SUBHEADING = "subheading"
    REFERENCE = "reference"
    TEASER = "teaser"
    BLANK = "blank"


READ_LABELS = frozenset({LineLabel.TITLE, LineLabel.CAPTION, LineLabel.SUMMARY, LineLabel.BODY, LineLabel.SUBHEADING})
"""Lines the analysers read. The others can still be cited by the masthead."""


class Genre(StrEnum):
    """What kind of text a report is."""

    NEWS = "news"
    OFFICIAL = "official statement"
    INTERVIEW = "interview"
    LIVE = "live item"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    DIGEST = "digest"
    OTHER = "other"


NEVER_INDEPENDENT = frozenset({Genre.DIGEST, Genre.OPINION})
"""Genres that retell: never an independent origin."""


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they arrived. Identity is the bytes; where and when they came from stay out of digests."""

    id: str
    media: str
    """Media type: "text/plain", "text/html", "application/pdf", ..."""
    size: int
    name: str = field(default="", metadata=KEEP_OUT)
    """Name to show: the file's base name, longer only where two inputs share it."""
    locator: str = field(default="", metadata=KEEP_OUT)
    """Where it was taken from: a path, or an address with an anchor."""
    url: str = ""
    """The page's own address where the capture carries one."""

    @staticmethod
    def address(data: bytes) -> str:
        """Id of a capture of these bytes."""
        return address_of_bytes("capture", data)


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The one text of a capture, never altered afterwards."""

    id: str
    capture_id: str
    lineariser: str
    """Name and version of what made the text: `plain/1`, `html/1`."""
    text: str
    is_raw: bool
    """True if offsets count characters of the input itself, decoded, newlines as they are."""
    encoding: str = "utf-8"
    note: str = ""
    """What decoding had to give up, in plain words; empty if nothing."""

    @staticmethod
    def address(capture_id: str, lineariser: str) -> str:
        """Id of that capture's text as made by that lineariser."""
        return address("text", capture_id, lineariser)

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`.

        Raises:
            ValueError: if it is empty or runs past the text.
        """
        return Span(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands around a text and speaks of it: a feed's item, a mail's headers, an archive's record.

    Empty strings where it says nothing. What the text's own page says goes before it.
    """

    where: str = ""
    """What speaks, in plain words: `the feed's item`."""
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    clock: str = ""
    """When the page was saved or fetched; what "3 days ago" on it counts from. All three: ISO instants or days."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A capture with its one text, and what came with it."""

    capture: Capture
    text: TextLayer
    page: str = ""
    """The page's markup, decoded, where the text was made from markup; read again for what its elements say."""
    envelope: Envelope = Envelope()
    is_article: bool = False
    """The text is an article with no page around it, as in a feed's item; none of its sentences is chrome."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or block, in HTML) of a text layer, without its newline; blank lines have no characters."""

    start: int
    end: int
    label: LineLabel
    language: str = ""
    """ISO 639-1 code where it is known and differs from the report's, else empty."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a masthead and how it is known; or no value, and why not."""

    value: str | None
    how: str
    """Where it was found, or the reason why there is none, in plain words."""
    span: Span | None = None
    is_inferred: bool = False
    confidence: float = 1.0
    """0 to 1; how often values found this way were right where it was measured."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or instant as far as it is known. An unknown bound is None; nothing known is all None."""

    value: str | None
    """EDTF: `2025-05-09`, `2025-12-08~`, `2025-05`; None if no day is stated."""
    earliest: str | None
    latest: str | None
    """ISO days, inclusive."""
    precision: str
    """`day`, `month`, `year`, `approximate` or `unknown`."""
    how: str
    span: Span | None = None
    is_inferred: bool = False
    zone: str = ""
    """UTC offset (`+05:00`) where the page states one, else empty."""
    confidence: float = 1.0
    clock: str = ""
    """`14:30` or `14:30:05` where the page states one, in its own zone; else empty. Days stay local: nothing is shifted."""

    @property
    def instant(self) -> str:
        """`2025-05-09T14:30+05:00` as far as it is stated; the value alone where no clock is, empty where no day is."""
        if self.value is None or not self.clock or self.precision != "day":
            return self.value or ""
        return f"{self.value}T{self.clock}{self.zone}"

    @classmethod
    def unknown(cls, why: str, *, earliest: str | None = None, latest: str | None = None) -> Dated:
        """No stated day, with the reason; bounds, if given, are inferred."""
        return cls(None, earliest, latest, "unknown", why, is_inferred=earliest is not None or latest is not None)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a report says of itself, each value with where it was found."""

    title: Found
    outlet: Found
    byline: Found
    """Authors as one string, several joined by "; "."""
    dateline_place: Found
    credit: Found
    """The agency or outlet the text is credited to ("via", "AFP", "ANI"), where the page says so."""
    published: Dated
    updated: Dated
    page_clock: Dated
    """The day the page itself showed when it was saved."""
    genre: Found
    language: Found


@dataclass(frozen=True, slots=True)
class Report:
    """One publication of one article: an extent of a text layer, labelled line by line."""

    id: str
    text_id: str
    capture_id: str
    start: int
    end: int
    lines: tuple[Line, ...]
    """Every line of the extent, in order, blank ones included."""
    masthead: Masthead
    part_of: str | None = None
    """Id of the page's first report, where this one follows it on the same page."""
    name: str = field(default="", metadata=KEEP_OUT)
    """Name of the capture, to show."""

    @staticmethod
    def address(text_id: str, start: int) -> str:
        """Id of the report that begins there."""
        return address("report", text_id, start)


class KinshipKind(StrEnum):
    """How a later or lesser report depends on its source."""

    REVISION = "revision"
    REPRINT = "reprint"
    SHORTENED = "shortened"
    REWRITE = "rewrite"
    QUOTES_FROM = "quotes-from"
    DIGEST_OF = "digest-of"


COPY_KINDS = frozenset({KinshipKind.REVISION, KinshipKind.REPRINT, KinshipKind.SHORTENED, KinshipKind.REWRITE})
"""Kinds that fold two reports into one origin."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """`report_id` depends on `source_id` in that way; nothing is removed because of it."""

    report_id: str
    source_id: str
    kind: KinshipKind
    why: str
    shared: tuple[tuple[int, int, int, int], ...] = ()
    """Shared stretches as (start, end) in the report's text layer and (start, end) in the source's."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one happening; its id is that of its smallest member."""

    report_ids: tuple[str, ...]
    why: str = ""
