"""Which report copies which. Nothing is removed because of it: copies are folded when origins are counted.

Each report is given at most one source it copies, the nearest, and any number it only quotes. Pairs are directed by
what the pages say (credit, genre, days) and, where they say nothing, by the shape of what is missing: an article is
cut from the bottom, so the text that lacks the other's tail and has nothing of its own is the shortened one; what has
the whole other text and puts passages between or a line around it is the later one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.model.ids import address
from variorum.model.reports import (
    COPY_KINDS,
    NEVER_INDEPENDENT,
    Genre,
    Kinship,
    KinshipKind,
    Report,
    TextLayer,
)
from variorum.reports import agency, alignment, likeness
from variorum.reports.alignment import Alignment, Words
from variorum.reports.sketches import Sketch, sketch

# The shares were chosen on 1,500 copies made from news in five known ways (cut twice, wrapped, edited, added to). Their
# measured ranges leave wide gaps at each value, so none of them is fine-tuned: a cut text is covered to .84 or more
# (98 % of cases), an edited one to .97; a text added to by a quarter keeps .66; pairs of strangers reach .4.
REPRINT_SHARE = 0.75
"""Share of both texts that is common in a reprint; less of the longer one, and a good part is missing."""
WHOLE_SHARE = 0.8
"""Share of a text that stands in the other where it has almost nothing of its own."""
REWRITE_SHARE = 0.5
"""Share of the shorter text that is common in a rewrite: half of it is somebody else's."""
REWRITE_SHARE_OF_LONGER = 0.3
"""Share of the longer text that is common in a rewrite; less, and a passage was taken over, not the text."""
PASSAGE_SHARE = 0.25
"""Share of the shorter text from which passages in common are told; its report stays an origin of its own."""
QUOTES_SHARE = 0.6
"""Share of the common words that stands in quotation marks where two reports only quote the same words."""
PASSAGE_WORDS = 20
"""Common words from which a passage is spoken of."""
LEAD_WORDS = 60
"""Words that may precede the common lead: dateline, caption, a standing line."""
SAME_SHARE = 0.05
"""Two sources whose shares differ by less are equally near."""

MARKS_SHARE = 0.5
"""Share of names and figures in common from which a credited text is a rewrite though it took over few sentences."""
CREDIT_DAYS = 2
"""Days within which two reports that credit one agency may give one dispatch of it; later ones are another."""

_NEARNESS = (KinshipKind.REVISION, KinshipKind.REPRINT, KinshipKind.SHORTENED, KinshipKind.REWRITE)


@dataclass(frozen=True)
class _Pair:
    """A source, its copy, and how they lie side by side (the copy first)."""

    source: int
    copy: int
    sides: Alignment
    order: str
    """How the direction is known."""


@dataclass(frozen=True)
class Verdict:
    """What two reports are to each other, whatever else there is: it need not be looked at again."""

    kinship: Kinship
    share: float
    """Share of the copy that stands in its source."""
    length: int
    """Words of the source."""


@dataclass(frozen=True)
class Kept:
    """What is worth keeping of one look at the reports for the next."""

    sketches: dict[str, Sketch] = field(default_factory=dict)
    """By the mark of the report."""
    verdicts: dict[tuple[str, str], Verdict | None] = field(default_factory=dict)
    """By the marks of two candidates, that of the smaller id first; None where they only touch."""


def find(reports: Iterable[Report], texts: Mapping[str, TextLayer]) -> tuple[Kinship, ...]:
    """Kinships among these reports, by report and source id: one source for each copy, and what is only quoted.

    Args:
        reports: any order; the result is the same.
        texts: by id.
    """
    return update(Kept(), reports, texts, lambda report: report.id)[0]


def update(
    kept: Kept,
    reports: Iterable[Report],
    texts: Mapping[str, TextLayer],
    mark: Callable[[Report], str] = lambda report: address("report", report),
) -> tuple[tuple[Kinship, ...], Kept]:
    """The same as `find`, laying side by side only pairs that were not yet; and what to keep for the next time.

    Of a report that is in no new pair neither words nor places are looked at.

    Args:
        kept: of any earlier look; reports may have come, gone or changed since.
        reports: all that count now, in any order.
        texts: by id.
        mark: the same for equal reports, another for others.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    marks = [mark(report) for report in ordered]
    sketches = {
        own: kept.sketches.get(own) or sketch(report, texts[report.text_id])
        for own, report in zip(marks, ordered, strict=True)
    }
    words = _Words(ordered, texts)
    verdicts: dict[tuple[str, str], Verdict | None] = {}
    for i, j in alignment.candidates([sketches[own] for own in marks]):
        key = (marks[i], marks[j])
        verdicts[key] = kept.verdicts[key] if key in kept.verdicts else _verdict(ordered, words, i, j)
    return _chosen(verdicts.values(), {report.id: report for report in ordered}), Kept(sketches, verdicts)


class _Words(dict[int, Words]):
    """The words of reports by their place, made when they are first asked for."""

    def __init__(self, reports: Sequence[Report], texts: Mapping[str, TextLayer]) -> None:
        super().__init__()
        self._reports, self._texts = reports, texts
        self._numbering: dict[str, int] = {}

    def __missing__(self, place: int) -> Words:
        report = self._reports[place]
        self[place] = alignment.words(report, self._texts[report.text_id], self._numbering)
        return self[place]


def _verdict(reports: list[Report], words: Mapping[int, Words], i: int, j: int) -> Verdict | None:
    pair = _directed(reports, words, i, j)
    kind, what = _kind(reports, words, pair)
    if kind is None:
        return None
    told = _told(reports, words, pair, kind, what)
    return Verdict(told, pair.sides.shares[0], len(words[pair.source].numbers))


def _chosen(verdicts: Iterable[Verdict | None], reports: Mapping[str, Report]) -> tuple[Kinship, ...]:
    """Of the sources of each copy the nearest; among equals the one that copies least, then the earliest."""
    found: list[Kinship] = []
    copies: dict[str, list[Verdict]] = {}
    for verdict in filter(None, verdicts):
        if verdict.kinship.kind in COPY_KINDS:
            copies.setdefault(verdict.kinship.report_id, []).append(verdict)
        else:
            found.append(verdict.kinship)

    def distance(verdict: Verdict) -> tuple[int, int, int, str, int, str]:
        source = verdict.kinship.source_id
        return (
            _NEARNESS.index(verdict.kinship.kind),
            -round(verdict.share / SAME_SHARE),
            len(copies.get(source, ())),
            reports[source].masthead.published.latest or "9999",
            -verdict.length,
            source,
        )

    found += [min(of_one, key=distance).kinship for of_one in copies.values()]
    return tuple(sorted(found, key=lambda kin: (kin.report_id, kin.source_id)))


def _told(reports: list[Report], words: Mapping[int, Words], pair: _Pair, kind: KinshipKind, what: str) -> Kinship:
    copy, source = reports[pair.copy], reports[pair.source]
    of_copy, of_source = pair.sides.shares
    why = (
        f"{what}: {_percent(of_copy)} of it stands in the other, {_percent(of_source)} of the other in it; {pair.order}"
    )
    shared = alignment.stretches(words[pair.copy], words[pair.source], pair.sides.blocks)
    return Kinship(copy.id, source.id, kind, why, shared, round(max(of_copy, of_source), 2))


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _kind(reports: list[Report], words: Mapping[int, Words], pair: _Pair) -> tuple[KinshipKind | None, str]:
    """What the copy is to its source, and why; None if they only touch."""
    copy, source, sides = reports[pair.copy], reports[pair.source], pair.sides
    of_copy, of_source = sides.shares
    is_shorter = of_copy >= of_source
    smaller, larger = max(sides.shares), min(sides.shares)
    in_larger = 1 if is_shorter else 0
    common = sum(length for _, _, length in sides.blocks)
    marks = words[pair.copy].marks_shared(words[pair.source])
    if copy.masthead.genre.value == Genre.DIGEST.value and (smaller >= PASSAGE_SHARE or marks >= MARKS_SHARE):
        return KinshipKind.DIGEST_OF, "it sums up the other"
    credit = _credited(copy, source)
    if credit and marks >= MARKS_SHARE and smaller < WHOLE_SHARE:
        return KinshipKind.REWRITE, f"{credit}, and most names and figures are the same"
    if sides.quoted >= QUOTES_SHARE and smaller < WHOLE_SHARE:
        if common >= PASSAGE_WORDS:
            return KinshipKind.QUOTES_FROM, "both give the same quotations"
        return None, ""
    if larger >= REPRINT_SHARE:
        outlet = copy.masthead.outlet.value
        if outlet is not None and outlet == source.masthead.outlet.value:
            return KinshipKind.REVISION, "one outlet, nearly the same text"
        return KinshipKind.REPRINT, "nearly the same text"
    if smaller >= WHOLE_SHARE and sides.heads[in_larger] <= LEAD_WORDS:
        if is_shorter:
            return KinshipKind.SHORTENED, "it has almost nothing of its own and lacks a part of the other"
        return KinshipKind.REWRITE, "it has the whole other text and adds to it"
    if smaller >= REWRITE_SHARE and larger >= REWRITE_SHARE_OF_LONGER:
        return KinshipKind.REWRITE, "long stretches are the same"
    if credit and smaller >= PASSAGE_SHARE and common >= PASSAGE_WORDS:
        return KinshipKind.REWRITE, f"{credit}, and passages are the same"
    if smaller >= WHOLE_SHARE and common >= PASSAGE_WORDS:
        return KinshipKind.QUOTES_FROM, "the shorter text stands inside the longer one as a passage"
    if smaller >= PASSAGE_SHARE and common >= PASSAGE_WORDS:
        return KinshipKind.QUOTES_FROM, "passages are the same, each report has more of its own"
    return None, ""


def _directed(reports: list[Report], words: Mapping[int, Words], i: int, j: int) -> _Pair:
    """The pair with its direction: credit first, then genre, days, shape of what is missing, length, id."""
    known = _known_order(reports[i], reports[j])
    if known is not None:
        is_first, order = known
        source, copy = (i, j) if is_first else (j, i)
        return _Pair(source, copy, alignment.align(words[copy], words[source]), order)
    longer, shorter = (i, j) if len(words[i].numbers) >= len(words[j].numbers) else (j, i)
    sides = alignment.align(words[shorter], words[longer])
    unknown = "which was first is not known" + _common_credit(reports[i], reports[j])
    tail, between = sides.tails[1], _passages_between(sides)
    if sides.shares[0] < WHOLE_SHARE:
        return _Pair(longer, shorter, sides, f"{unknown}; the longer text is taken for the source")
    if sides.heads[1] > LEAD_WORDS:
        order = f"{unknown}; the longer text has a lead of its own and is taken for the later"
    elif tail > max(between, alignment.SHORT_GAP):
        return _Pair(longer, shorter, sides, f"{unknown}; the shorter text lacks the end, as a cut one does")
    elif between:
        order = f"{unknown}; the longer text only adds passages between and is taken for the later"
    elif sides.heads[1] + tail > _alone(sides, len(words[longer].numbers)) - sides.heads[1] - tail:
        order = f"{unknown}; the longer text only adds a line above or below and is taken for the later"
    else:
        return _Pair(
            longer, shorter, sides, f"{unknown}; the shorter text lacks words here and there, as an edited one"
        )
    return _Pair(shorter, longer, alignment.align(words[longer], words[shorter]), order)


def _passages_between(sides: Alignment) -> int:
    """Words of the longer text in passages that the other lacks, neither before nor after what is common."""
    ends = sum(end for end in (sides.heads[1], sides.tails[1]) if end > alignment.SHORT_GAP)
    return max(0, sides.own[1] - ends)


def _alone(sides: Alignment, size: int) -> int:
    """Words of the longer text that do not stand in the other."""
    return round(size * (1 - sides.shares[1]))


def _known_order(one: Report, other: Report) -> tuple[bool, str] | None:
    """Whether the first is the source, and how that is known; None if nothing on the pages says so."""
    for is_first, source, copy in ((True, one, other), (False, other, one)):
        credit = copy.masthead.credit.value
        if _is_one_house(credit, source.masthead.outlet.value) and not _is_one_house(
            credit, copy.masthead.outlet.value
        ):
            return is_first, f"it credits {credit}"
    retelling = {genre.value for genre in NEVER_INDEPENDENT}
    for is_first, source, copy in ((True, one, other), (False, other, one)):
        genre = copy.masthead.genre.value
        if genre in retelling and source.masthead.genre.value != genre:
            return is_first, f"it is {genre}"
    days = (one.masthead.published, other.masthead.published)
    if days[0].latest and days[1].earliest and days[0].latest < days[1].earliest:
        return True, "it was published later"
    if days[1].latest and days[0].earliest and days[1].latest < days[0].earliest:
        return False, "it was published later"
    return None


def _credited(copy: Report, source: Report) -> str:
    """That the copy credits the source's outlet, or both an agency whose text is not at hand; empty if neither."""
    credit = copy.masthead.credit.value
    if _is_one_house(credit, source.masthead.outlet.value):
        return f"it credits {credit}"
    if not _common_credit(copy, source):
        return ""
    days = likeness.day(copy), likeness.day(source)
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > CREDIT_DAYS:
        return ""
    return f"both credit {credit}, whose text is not at hand"


def _common_credit(one: Report, other: Report) -> str:
    """That both name an origin which is not among the two, as words to add; empty if they do not."""
    if _is_one_house(one.masthead.credit.value, other.masthead.credit.value):
        return f" (both credit {one.masthead.credit.value}; that text itself is the origin)"
    return ""


def _is_one_house(one: str | None, other: str | None) -> bool:
    """Whether two written names are of one house: "AP" and "The AP", not "AP" and "The Caper" or "APP"."""
    if not one or not other:
        return False
    if agency.is_agency(one) and agency.is_agency(other):
        return agency.house(one) == agency.house(other)
    words = set(one.casefold().split()), set(other.casefold().split())
    return words[0] <= words[1] or words[1] <= words[0]


def origins(reports: Iterable[Report], kinships: Iterable[Kinship]) -> dict[str, str]:
    """Report id -> id of the report it counts as; empty for digests and opinion, which retell.

    A chain of copies leads to its first text.
    """
    source_of: dict[str, str] = {}
    for kin in sorted(kinships, key=lambda item: (item.report_id, -item.confidence, item.source_id)):
        if kin.kind in COPY_KINDS:
            source_of.setdefault(kin.report_id, kin.source_id)
    retelling = {genre.value for genre in NEVER_INDEPENDENT}
    found = {}
    for report in reports:
        root = report.id
        seen = {root}
        while root in source_of and source_of[root] not in seen:
            root = source_of[root]
            seen.add(root)
        if root in source_of:  # a circle of copies: its smallest member stands for all
            root = min(seen)
        found[report.id] = "" if report.masthead.genre.value in retelling else root
    return found
