"""Plain text -> articles, every line labelled by what was learned from composed pages (decision 0013)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp, inf

from variorum.model.reports import Line, LineLabel
from variorum.reports import live, rows, shapes, structure, wrapping
from variorum.reports.language import language_of_line
from variorum.reports.rows import Row
from variorum.reports.trees import Forest, forest

START = 0.6
"""Probability from which a line begins a further article."""
APART = 2
"""Running lines between the beginnings of two articles, at least."""
TOLD = (LineLabel.BODY, LineLabel.SUBHEADING, LineLabel.SUMMARY)
FAVOUR = 0.8
"""Added to what speaks for text, down to its last sentence: a line of it that is lost costs more than a menu's read."""
LIKELY_TITLE = 0.03
"""Probability from which the likeliest headline above the text is taken for one."""

Labelled = tuple[int, int, tuple[Line, ...]]
"""Start, end and lines of one article."""


def label(text: str, starts_by: Forest | None = None, labels_by: Forest | None = None) -> tuple[Labelled, ...]:
    """The articles of a text, in order: at least one, together covering the whole text.

    Args:
        text: a text layer without markup.
        starts_by: trees that know where articles begin; those of the package if None.
        labels_by: trees that know what lines are; likewise.
    """
    page = rows.of_text(text)
    figures = structure.features(page)
    begins, says = starts_by or forest("starts"), labels_by or forest("labels")
    starts = _starts(page, figures, begins, ())
    labels = _labels(page, starts, (), structure.with_parts(page, figures, starts), says)
    entries = live.heads(page, [name in TOLD for name in labels])
    if entries:
        starts = _starts(page, figures, begins, entries)
        labels = _labels(page, starts, entries, structure.with_parts(page, figures, starts), says)
    edges = [0, *(page[k].start for k in starts), len(text)]
    known = {row.start: (row, name) for row, name in zip(page, labels, strict=True)}
    found: list[Labelled] = []
    lines: list[Line] = []
    part = 0
    for start, end in wrapping.joined(text):
        if part + 1 < len(edges) - 1 and start >= edges[part + 1]:
            found.append((edges[part], edges[part + 1], tuple(lines)))
            lines = []
            part += 1
        if start < len(text):
            row, name = known.get(start, (None, LineLabel.BLANK))
            lines.append(Line(start, end, name, language_of_line(row.words) if row else ""))
    found.append((edges[part], len(text), tuple(lines)))
    return tuple(found)


def _starts(
    page: Sequence[Row], figures: Sequence[Sequence[float]], trees: Forest, entries: Sequence[int]
) -> list[int]:
    """Places of the lines that begin a further article, or an entry of a live page."""
    likely = [(trees.probability(values), k) for k, values in enumerate(figures) if k]
    found = list(entries)
    for probability, k in sorted(likely, key=lambda item: (-item[0], item[1])):
        if probability < START:
            break
        if entries and entries[0] <= k <= entries[-1]:
            continue
        if all(sum(row.is_prose for row in page[min(k, other) : max(k, other)]) >= APART for other in (0, *found)):
            found.append(k)
    return sorted(found)


def _labels(
    page: Sequence[Row],
    starts: Sequence[int],
    entries: Sequence[int],
    figures: Sequence[Sequence[float]],
    trees: Forest,
) -> list[LineLabel]:
    """What each line is. A part has one headline, however often printed, and it stands above the text."""
    names = [LineLabel(name) for name in trees.classes]
    favoured = [k for k, name in enumerate(names) if name in TOLD]
    title = names.index(LineLabel.TITLE)
    found: list[LineLabel] = []
    for first, last in pairwise((0, *starts, len(page))):
        part = page[first:last]
        scores = [trees.scores(values) for values in figures[first:last]]
        last_told = max((k for k, row in enumerate(part) if row.is_prose), default=0)
        for given in scores[: last_told + 1]:
            for k in favoured:
                given[k] += FAVOUR
        for row, given in zip(part[last_told + 1 :], scores[last_told + 1 :], strict=True):
            given[names.index(LineLabel.SUBHEADING)] = -inf  # it heads nothing
            if not rows.SENTENCE_END.search(row.words) and not shapes.BULLET.match(row.words):
                given[names.index(LineLabel.BODY)] -= FAVOUR  # text does not end in the middle of a sentence
        headline = _headline(part, scores, title, opens=first > 0 and first not in entries)
        is_above = True
        for k, (row, given) in enumerate(zip(part, scores, strict=True), first):
            if k in entries:
                found.append(LineLabel.DATE)
                continue
            if row.key == headline and _share(given, title) >= LIKELY_TITLE:
                found.append(LineLabel.TITLE)
                is_above = False
                continue
            given[title] = -inf
            is_above = is_above and not row.is_prose
            name = _named(row, names[given.index(max(given))], is_above=is_above)
            if name is LineLabel.BODY and _heads(page, k):
                name = LineLabel.SUBHEADING
            found.append(name)
    return found


def _heads(page: Sequence[Row], k: int) -> bool:
    """Whether a short line with a headline's capitals and no sentence's end stands between two that are running text."""
    if not 0 < k < len(page) - 1 or not (page[k - 1].is_prose and page[k + 1].is_prose):
        return False
    words = page[k].words.strip(rows.BLANKS)
    found = shapes.words(words)
    if (
        not SUBHEADING_WORDS[0] <= len(found) <= SUBHEADING_WORDS[1]
        or words[-1:] in "?!"
        or any(map(str.isdigit, words))
    ):
        return False
    high = sum(word[:1].isupper() for word in found)
    return high >= CAPITALS * len(found) and shapes.is_headline(words)


SUBHEADING_WORDS = (4, 10)
CAPITALS = 0.6
"""Share of the words of a subheading that begin with a capital where it is told from a short sentence by nothing else."""


def _headline(part: Sequence[Row], scores: Sequence[list[float]], title: int, *, opens: bool) -> str:
    """The headline of a part, as lines are compared; empty if it has none."""
    if opens and not part[0].is_prose:
        scores[0][title] = max(scores[0])
        return part[0].key
    above = next((k for k, row in enumerate(part) if row.is_prose and max(scores[k]) > scores[k][title]), len(part))
    likely = [
        (not shapes.is_outlet_name(row.words), _share(given, title), row.key)
        for row, given in zip(part[:above], scores, strict=False)
        if _share(given, title) >= LIKELY_TITLE and not shapes.is_date_line(row.words)
    ]
    return max(likely, key=lambda item: item[:2], default=(False, 0.0, ""))[2]


def _share(scores: Sequence[float], which: int) -> float:
    """The probability of one class."""
    most = max(scores)
    return exp(scores[which] - most) / sum(exp(score - most) for score in scores)


def _named(row: Row, label: LineLabel, *, is_above: bool) -> LineLabel:
    """The label, told apart further where a line beside the text says what it is for: a source, the day of the page."""
    words = row.words.strip(rows.BLANKS)
    if label in (LineLabel.CHROME, LineLabel.TEASER):
        if shapes.is_reference(words):
            return LineLabel.REFERENCE
        if is_above and shapes.is_date_line(words):
            return LineLabel.DATE
    return label
