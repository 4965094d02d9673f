"""The days that a page shows beside an article, each with what it is called and how much speaks for it.

Elements that give a day for machines weigh most, then what is called one of publication, then what stands beside the
headline. Days of menus, lists, comments and copyright lines, of captions and of running text are none of these.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from variorum.model.reports import Dated, LineLabel
from variorum.model.spans import Span
from variorum.pagedata import PageData
from variorum.pagemarks import Mark
from variorum.reports import envelopes, shapes
from variorum.reports.frame import Frame
from variorum.reports.printed import Printed, after_by, days, said_of

BARE_WORDS = 7
"""A line of the imprint has at most so many words besides its day."""
ABOVE_UNCALLED = 6
"""A day so many lines above the headline, not called anything, may still be the article's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that the page shows, with how much speaks for its being the article's."""

    day: Dated
    said: str
    """`published`, `updated` or empty: what it is called."""
    weight: float
    index: int
    """Its line."""


@dataclass(frozen=True)
class Page:
    """All that the days of one article are read from."""

    frame: Frame
    data: PageData
    marks: tuple[Mark, ...]
    is_markup: bool
    language: str
    address: str = ""

    @property
    def month_first(self) -> bool | None:
        """Whether 5/9/2031 is a day of May, by the country the page tags its language with."""
        tag = self.data.language.lower().replace("_", "-")
        return True if tag == "en-us" else False if "-" in tag or (tag and tag != "en") else None

    @cached_property
    def days_aside(self) -> frozenset[int]:
        """Where lines begin whose days elements of a bar, a list or a foot give."""
        return frozenset(mark.start for mark in self.marks if mark.role == "day" and mark.way == "class" and mark.shade)

    def is_far_above(self, index: int) -> bool:
        """Whether a line stands so far above the headline that its day is that of the page's saving."""
        return self.frame.top is not None and index < self.frame.top - ABOVE_UNCALLED

    def printed(self, words: str) -> tuple[Printed, ...]:
        """The days that these words print."""
        return days(words, self.language, month_first=self.month_first)


def shown_days(page: Page) -> list[Candidate]:
    """Every day that the page shows as one of this article, in no order.

    Below the text, a day that no word calls that of publication counts only where no other stands there.
    """
    found = list(_of_lines(page))
    loose = [item for item in found if _is_loose(page, item)]
    if len({item.day.value for item in loose}) > 1:
        found = [item for item in found if item not in loose]
    return [*_of_marks(page), *found]


def _of_lines(page: Page) -> Iterator[Candidate]:
    for k, line in enumerate(page.frame.lines):
        zone = page.frame.zone(k)
        is_near = page.frame.is_near(k) or page.frame.is_below(k)
        if not zone and not (is_near if page.is_markup else line.label is LineLabel.DATE):
            continue
        words = page.frame.words(k)
        words = words if len(words) <= 200 or zone == "head" else ""
        printed = page.printed(words[:200])
        for item in () if _is_span(words, printed) else printed[:3]:
            candidate = _of_line(page, k, words, item, zone)
            if candidate is not None:
                yield candidate


def _is_loose(page: Page, candidate: Candidate) -> bool:
    """Whether a day below the text is called nothing, or only "Date:" with no author beside it."""
    if not page.frame.is_below(candidate.index) or page.frame.zone(candidate.index) == "head":
        return False
    return not said_of(page.frame.words(candidate.index), is_beside=False) and not _is_signed(page, candidate.index)


def _is_span(words: str, printed: Sequence[Printed]) -> bool:
    """Whether a line prints two days with a dash between: a span of time, and no day of publication."""
    return any(words[one.end : two.start].strip() in ("-", "–", "—") for one, two in pairwise(printed))


_WEIGHTS = {"property": 3.0, "time": 2.0, "class": 1.5, "rel": 0.0}
_CALLED = 2.0
_BESIDE = 1.0
_UNSHADED = frozenset(("", "aside", "footer"))


def _of_marks(page: Page) -> list[Candidate]:
    """The days that elements give; several below the text are those of a list of other texts."""
    found = list(_of_each_mark(page))
    below = {item.day.value for item in found if page.frame.zone(item.index) == "foot"}
    return [item for item in found if len(below) < LIST or page.frame.zone(item.index) != "foot"]


LIST = 3
"""Days below the text from which they are a list."""


def _of_each_mark(page: Page) -> Iterator[Candidate]:
    frame = page.frame
    for mark in page.marks:
        if mark.role not in ("published", "updated", "day") or mark.shade not in _UNSHADED:
            continue
        index = frame.index(mark.start)
        zone = frame.zone(index)
        if not zone or (zone == "foot" and mark.role == "day") or (mark.shade and mark.way == "class"):
            continue
        words = mark.words if len(mark.words) <= 120 else ""
        if mark.way == "class" and page.is_far_above(index):
            continue
        found = page.printed(mark.value.replace("T", " ")) or page.printed(words)
        if not found:
            continue
        said = mark.role if mark.role != "day" else said_of(words) or _said_before(page, index)
        how = f"an element beside the text gives it as {said}" if said else "an element beside the text gives it"
        span = _span(page, index, found[0])
        day = dataclasses.replace(dated(found[0], how), span=span, confidence=0.95)
        weight = _WEIGHTS[mark.way] + (_CALLED if said else 0) + (_BESIDE if zone == "head" else 0)
        yield Candidate(day, said, weight, index)


def _said_before(page: Page, index: int) -> str:
    """What the line itself, or the short one before it, calls its day."""
    words = page.frame.words(index)
    called = said_of(words[:40]) if len(words) <= 120 else ""
    if called or not index:
        return called
    before = page.frame.words(index - 1)
    return said_of(before) if len(before) <= 40 and not any(char.isdigit() for char in before) else ""


def _span(page: Page, index: int, found: Printed) -> Span | None:
    """The printed day in its line or the next, where it is printed."""
    text = page.frame.text
    for k in range(index, min(index + 2, len(page.frame.lines))):
        line = page.frame.lines[k]
        for item in page.printed(page.frame.words(k)):
            if item.day == found.day:
                return text.span(line.start + item.start, line.start + item.end)
    return None


def _of_line(page: Page, k: int, words: str, item: Printed, zone: str) -> Candidate | None:
    line = page.frame.lines[k]
    if item.day.year < envelopes.FIRST_YEAR:
        return None
    rest = words[: item.start] + " " + words[item.end :]
    count = len(shapes.words(rest))
    is_alone = count <= 1 and page.frame.is_below(k)
    said = said_of(
        words[: item.start], is_beside=zone == "head" or is_alone or (zone == "foot" and _is_signed(page, k))
    )
    if not said and zone == "head" and count <= 2:
        said = _said_before(page, k)
    if not said and line.start in page.days_aside:
        return None
    if shapes.is_legal_note(words) or line.label in (LineLabel.CAPTION, LineLabel.TITLE):
        return None
    if not said and (words[: item.start].rstrip().endswith(":") or (page.is_markup and page.is_far_above(k))):
        return None  # the day of something else ("Next meeting: ..."), or that of the saving
    opens = zone == "head" and _opens(words, item)
    if line.label is LineLabel.BODY and count > 3 and shapes.ends_sentence(words) and not opens:
        return None
    if count > BARE_WORDS and not opens:
        return None
    if zone != "head" and not said and page.is_markup and not (page.frame.ends_text(k) and not count):
        return None
    if not zone and count > 3 and page.is_markup:
        return None
    how = {"updated": "the page prints it as “Updated”", "published": "printed beside the text as that of publication"}
    span = page.frame.text.span(line.start + item.start, line.start + item.end)
    day = dataclasses.replace(dated(item, how.get(said, "printed beside the text")), span=span, confidence=0.9)
    return Candidate(day, said, (_CALLED if said else 0) + (_BESIDE if zone == "head" else 0) + 0.5 * (count <= 2), k)


def _is_signed(page: Page, k: int) -> bool:
    """Whether the line before or behind names the author: then both sign the text."""
    beside = [page.frame.words(n) for n in (k - 1, k + 1) if 0 <= n < len(page.frame.lines)]
    return any(len(words) <= SIGNATURE_CHARS and bool(after_by(words, page.language)) for words in beside)


SIGNATURE_CHARS = 60
_AFTER_DAY = re.compile(r"\s*(?:[-–—:|)]|\.\s)")


def _opens(words: str, item: Printed) -> bool:
    """Whether a paragraph begins with its day: `9.5.2031 - Two jets ...`, `Press release of 9 May 2031 | Two jets ...`."""
    before = words[: item.start]
    if not _AFTER_DAY.match(words[item.end :]) or len(shapes.words(before)) > 3:
        return False
    return not before.strip() or bool(said_of(before)) or before.rstrip()[-1:] in (",", "(", "/")


def dated(found: Printed, how: str) -> Dated:
    """A printed day as the report's own, with the clock and zone beside it."""
    iso = found.day.isoformat()
    return Dated(iso, iso, iso, "day", how, zone=found.zone, clock=found.clock)
