"""Text -> articles, every line labelled. Lines are labelled, never cut; nothing is taken away from the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.markup import Block
from variorum.model.reports import Line, LineLabel
from variorum.reports import article, plain, shapes, titles
from variorum.reports.language import language_of_line

Labelled = tuple[int, int, tuple[Line, ...]]
"""Start, end and lines of one article."""

TITLE_WITHIN = 14
"""A title stands among the first so many lines that are not blank, or above the first prose."""
MARKUP_CHARS = 400
"""A text with an end tag in so many characters is the source of a page, which no reader saw as lines."""
LINKED = 0.5
"""Text of which so much is a link leads to an article elsewhere."""
SECOND_TITLE_WITHIN = 8
"""A further article's title is repeated, or followed by date or dateline, within so many lines."""


@dataclass(slots=True)
class _Row:
    """One line while it is being labelled."""

    start: int
    end: int
    words: str
    block: Block | None = None
    in_main: bool | None = None
    """Whether it stands in the page's main article; None where that is not known."""
    label: LineLabel = LineLabel.CHROME

    @property
    def hint(self) -> str:
        """What the page's element says it is."""
        return self.block.kind if self.block else ""

    @property
    def is_blank(self) -> bool:
        return not self.words.strip("\ufeff \t\r\f\v\u00a0\u200b")


def label(
    text: str,
    blocks: Sequence[Block] = (),
    main: str = "",
    descriptions: Sequence[str] = (),
    told: Sequence[str] = (),
    entries: Sequence[int] = (),
) -> tuple[Labelled, ...]:
    """The articles of a text, in order: at least one, together covering the whole text.

    Args:
        text: a text layer.
        blocks: what each line was in a web page, where that is known.
        main: words of the page's main article, blanks collapsed, where they are known.
        descriptions: what the page gives as its summary.
        told: the headlines that the page's data give, without the site's name.
        entries: where the entries of a live page begin.
    """
    if not blocks and text.count("</") * MARKUP_CHARS < len(text):
        return plain.label(text)
    rows = _rows(text, blocks)
    if len(main) >= MIN_MAIN_CHARS:
        verdicts = article.in_main([row.words for row in rows], [row.block for row in rows], main)
        for row, verdict in zip(rows, verdicts, strict=True):
            row.in_main = verdict
    if not rows:
        return ((0, len(text), ()),)
    begins = set(entries)
    starts = [0, *([k for k, row in enumerate(rows) if k and row.start in begins] or _second_starts(rows))]
    found: list[Labelled] = []
    for k, first in enumerate(starts):
        last = starts[k + 1] if k + 1 < len(starts) else len(rows)
        part = rows[first:last]
        if found and not any(row.in_main for row in part):
            for row in part:  # the page's main article is another one: its verdict says nothing here
                row.in_main = None
        if found and entries:
            _label(part, headed=True)
        else:
            _label(part, descriptions, () if found else told)
        end = rows[last].start if last < len(rows) else len(text)
        lines = tuple(Line(row.start, row.end, row.label, language_of_line(row.words)) for row in part)
        found.append((part[0].start, end, lines))
    return tuple(found)


def dateline_end(words: str) -> int:
    """Where the text proper of a line begins: after its dateline, 0 where it has none."""
    match = DATELINE.match(words)
    return match.end() if match else 0


def _rows(text: str, blocks: Sequence[Block]) -> list[_Row]:
    by_start = {block.start: block for block in blocks}
    rows = []
    offset = 0
    for words in text.split("\n"):
        end = offset + len(words)
        trimmed = len(words.rstrip("\r"))
        if end > offset or offset < len(text):
            rows.append(_Row(offset, offset + trimmed, words[:trimmed], by_start.get(offset)))
        offset = end + 1
    return rows


MIN_MAIN_CHARS = 200
"""A shorter main article is not believed."""


def _second_starts(rows: list[_Row]) -> list[int]:
    """Where further articles of the page begin: a headline after prose that opens a masthead of its own."""
    starts = []
    prose = 0
    first = next((k for k, row in enumerate(rows) if _reads_as_prose(row)), len(rows))
    first_titles = {row.words.strip() for row in rows[: min(first, TITLE_WITHIN)] if not row.is_blank}
    for k, row in enumerate(rows):
        if row.is_blank:
            continue
        if _reads_as_prose(row):
            prose += 1
            continue
        if prose < 3 or row.words.strip() in first_titles or not _may_head(row):
            continue
        following = [other for other in rows[k + 1 :] if not other.is_blank][:SECOND_TITLE_WITHIN]
        if _opens_masthead(row, following):
            starts.append(k)
            prose = 0
    return starts


def _may_head(row: _Row) -> bool:
    if row.block is not None and row.block.linked >= LINKED:
        return False
    return row.hint == "h1" or (len(shapes.words(row.words)) >= 4 and shapes.is_headline(row.words))


def _opens_masthead(row: _Row, following: list[_Row]) -> bool:
    head: list[_Row] = []
    for other in following:
        if _looks_like_prose(other) and not shapes.BULLET.match(other.words):
            break
        head.append(other)
    else:
        return False  # no prose comes of it: a list of links
    if any(other.hint == "heading" and other.words.strip() != row.words.strip() for other in head):
        return False  # it heads a list, whose items have headlines of their own
    body = following[len(head)] if len(head) < len(following) else None
    if body is not None and body.block is not None and body.block.linked >= LINKED:
        return False
    is_repeated = any(other.words.strip() == row.words.strip() for other in head)
    is_dated = any(shapes.is_date_line(other.words) or shapes.is_byline(other.words) for other in head)
    has_dateline = body is not None and bool(DATELINE.match(body.words.strip()))
    return (
        (is_repeated and (is_dated or has_dateline)) or (is_dated and has_dateline) or (row.hint == "h1" and is_dated)
    )


def _reads_as_prose(row: _Row) -> bool:
    return row.in_main is not False and _looks_like_prose(row)


def _looks_like_prose(row: _Row) -> bool:
    """Whether a line is running text, whatever article it is of."""
    if row.hint in ("nav", "footer", "h1", "heading", "time", "caption"):
        return False
    return shapes.is_prose(row.words) and not shapes.is_caption(row.words) and not shapes.is_interface(row.words)


def _label(
    rows: list[_Row], descriptions: Sequence[str] = (), told: Sequence[str] = (), *, headed: bool = False
) -> None:
    """Labels the lines of one part; `headed` if its first heading is its headline, as in an entry of a live page."""
    for row in rows:
        row.label = _alone(row)
        if row.label is LineLabel.BODY and any(titles.is_printed_as(row.words, title) for title in told):
            row.label = LineLabel.CHROME  # the headline once more, in a bar or above the text
    prose = [k for k, row in enumerate(rows) if row.label is LineLabel.BODY]
    for k in _names_above(rows, prose):
        rows[k].label = LineLabel.CHROME
        prose.remove(k)
    first = prose[0] if prose else len(rows)
    last = prose[-1] if prose else -1
    heading = next((row for row in rows[:first] if headed and row.hint == "heading"), None)
    if heading is not None:
        heading.label = LineLabel.TITLE
    elif not headed:
        _find_title(rows, first, told)
    _find_lead(rows, first, descriptions)
    for k, row in enumerate(rows):
        if row.in_main is False:
            continue
        if row.label is LineLabel.CHROME and row.hint not in ("nav", "footer", "aside") and not row.is_blank:
            row.label = _in_context(rows, k, first, last)
        elif (
            row.label is LineLabel.BODY and k < first + 6 and shapes.BULLET.match(row.words) and _before_plain(rows, k)
        ):
            row.label = LineLabel.SUMMARY


def _names_above(rows: list[_Row], prose: Sequence[int]) -> list[int]:
    """Lines above the first sentence that are the name of an outlet or office: it signs the text and is none of it."""
    told = next((k for k in prose if _reads_as_prose(rows[k])), 0)
    return [k for k in prose if k < told and shapes.is_outlet_name(rows[k].words)]


def _alone(row: _Row) -> LineLabel:
    """What a line is by its own looks; chrome where that does not say."""
    words = row.words.strip()
    if row.is_blank:
        return LineLabel.BLANK
    if (row.hint in ("nav", "footer") and not row.in_main) or shapes.is_legal_note(words):
        return LineLabel.CHROME
    is_imprint = shapes.is_byline(words) or shapes.is_bare_day(words)
    if row.in_main and row.hint not in ("h1", "heading", "caption", "time") and not is_imprint:
        return LineLabel.BODY
    if row.hint == "caption" or shapes.is_caption(words):
        return LineLabel.CAPTION
    if row.hint == "time" or shapes.is_date_line(words):
        return LineLabel.DATE
    if shapes.is_byline(words):
        return LineLabel.BYLINE
    if shapes.is_reference(words):
        return LineLabel.REFERENCE
    if row.hint == "aside" or shapes.is_teaser(words):
        return LineLabel.TEASER
    if row.hint == "h1":
        return LineLabel.TITLE
    if row.hint == "heading":
        return LineLabel.SUBHEADING if row.in_main else LineLabel.CHROME
    if row.in_main is False:
        return LineLabel.TEASER if _reads_as_prose(row) else LineLabel.CHROME
    return LineLabel.BODY if _reads_as_prose(row) else LineLabel.CHROME


def _find_title(rows: list[_Row], first: int, told: Sequence[str]) -> None:
    """Marks the headline above the first prose, every printing of it; leaves pages that have none without."""
    printed = [row for row in rows[: first + 1] if row.label is LineLabel.TITLE]
    if any(titles.is_printed_as(row.words, title) for row in printed for title in told):
        return
    headings = [row for row in rows[:first] if row.hint in ("heading", "h1")]
    meant = [row for row in headings if any(titles.is_printed_as(row.words, title) for title in told)]
    if meant:
        meant[-1].label = LineLabel.TITLE
        return
    if printed:
        return
    above = [row for row in rows[:first] if not row.is_blank][-TITLE_WITHIN:]
    candidates = [
        row
        for row in above
        if row.label is LineLabel.CHROME
        and row.hint not in ("nav", "footer", "aside")
        and shapes.is_headline(row.words)
        and not shapes.is_outlet_name(row.words)
    ]
    if not candidates:
        return
    counts: dict[str, int] = {}
    for row in above:
        counts[row.words.strip()] = counts.get(row.words.strip(), 0) + 1
    best = max(candidates, key=lambda row: (counts[row.words.strip()], len(shapes.words(row.words)), -row.start))
    for row in above:
        if row.words.strip() == best.words.strip():
            row.label = LineLabel.TITLE


def _find_lead(rows: list[_Row], first: int, descriptions: Sequence[str]) -> None:
    """Marks what stands between the headline and the text of a web page and leads it in."""
    title = max((k for k, row in enumerate(rows[:first]) if row.label is LineLabel.TITLE), default=first)
    leads = [row for row in rows[title + 1 : first] if article.is_lead(row.words, row.block, descriptions)]
    for row in leads[:LEADS]:
        row.label = LineLabel.SUMMARY


LEADS = 1


def _in_context(rows: list[_Row], k: int, first: int, last: int) -> LineLabel:
    """A short line by what stands around it: a subheading leads to prose, a bullet under the title sums up."""
    row = rows[k]
    if shapes.is_interface(row.words):
        return LineLabel.CHROME
    if shapes.BULLET.match(row.words) and len(shapes.words(row.words)) >= 5:
        if k < first or _before_plain(rows, k):
            return LineLabel.SUMMARY
        return LineLabel.BODY
    if k > last:
        return LineLabel.TEASER if shapes.is_headline(row.words) else LineLabel.CHROME
    if k < first:
        return LineLabel.SUBHEADING if row.words.rstrip().endswith(":") and k + 1 == first else LineLabel.CHROME
    following = next((other for other in rows[k + 1 :] if not other.is_blank), None)
    leads = following is not None and following.label is LineLabel.BODY
    if leads and len(shapes.words(row.words)) <= 14:
        return LineLabel.SUBHEADING
    return LineLabel.BODY if len(shapes.words(row.words)) >= 7 else LineLabel.CHROME


def _before_plain(rows: list[_Row], k: int) -> bool:
    """Whether every prose line before this one is a bullet too."""
    return all(shapes.BULLET.match(row.words) for row in rows[:k] if row.label in (LineLabel.BODY, LineLabel.SUMMARY))


DATELINE = shapes.DATELINE
"""Where the text proper begins; see `shapes`."""
