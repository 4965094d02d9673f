"""Views as text: 100 columns, no boxes, no tabs, the same bytes on every run."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from variorum.views.brief import Brief
from variorum.views.compare import Comparison, Line
from variorum.views.settled import Settled
from variorum.views.table import Table
from variorum.views.wording import shortened

WIDTH = 100
_MAX_CELL = 44
"""No column of a printed table is wider; longer words are cut with an ellipsis (`--json` has them whole)."""


def columns(rows: Iterable[Sequence[str]], widths: Sequence[int], *, indent: int = 0) -> list[str]:
    """Rows as lines with cells wrapped inside their columns, one blank between columns.

    A width of 0 in the last place takes what is left of the line.
    """
    left = WIDTH - indent - sum(widths) - len(widths) + 1
    sizes = [width or left for width in widths]
    lines = []
    for row in rows:
        wrapped = [
            textwrap.wrap(cell, size, break_long_words=True, break_on_hyphens=False) or [""]
            for cell, size in zip(row, sizes, strict=True)
        ]
        for k in range(max(len(cell) for cell in wrapped)):
            parts = (cell[k] if k < len(cell) else "" for cell in wrapped)
            lines.append(
                (" " * indent + " ".join(f"{part:{size}}" for part, size in zip(parts, sizes, strict=True))).rstrip()
            )
    return lines


def prose(words: str, *, indent: int = 0, first: str = "") -> list[str]:
    """Words wrapped to the width; `first` stands in the margin of the first line."""
    if not words:
        return []
    lead = f"{first:{indent}}" if first else " " * indent
    return textwrap.wrap(words, WIDTH, initial_indent=lead, subsequent_indent=" " * indent, break_on_hyphens=False)


def table_text(table: Table) -> str:
    """A table as aligned columns; its note where it has no rows."""
    if not table.rows:
        return table.note or f"No {table.name}."
    cells = [[shortened(cell, _MAX_CELL) for cell in row.cells] for row in table.rows]
    widths = [max(len(name), *(len(row[k]) for row in cells)) for k, name in enumerate(table.columns)]
    kept = [k for k in range(len(widths)) if any(row[k] for row in cells)]
    lines = ["  ".join(f"{table.columns[k].upper():{widths[k]}}" for k in kept).rstrip()]
    lines += ["  ".join(f"{row[k]:{widths[k]}}" for k in kept).rstrip() for row in cells]
    if table.note:
        lines.append(table.note)
    return "\n".join(lines)


def brief_text(page: Brief) -> str:
    """The brief as a page."""
    gap = max(1, WIDTH - len(page.title) - len(page.summary))
    out = [shortened(page.title, WIDTH - len(page.summary) - 1) + " " * gap + page.summary]
    out += prose(page.days)
    out += ["", f"{'':3}{'OUTLET, as found':26} {'PUBLISHED':32} WHAT IT IS"]
    out += columns(page.reports, (2, 26, 32, 0))
    out += prose(page.copies, indent=3)
    out += _differing(page)
    if page.alike:
        out += [
            "",
            *prose(" · ".join(f"{title} {marks}" for title, marks in page.alike), indent=13, first="SAID ALIKE"),
        ]
    out += _happened(page)
    for first, words in (
        ("OPEN OFFER", [f"{words} {marks}" for words, marks in page.offers]),
        ("NAMES TO CHECK", [f"{name}: {titles}" for name, titles in page.names]),
        ("NOT KNOWN HERE", list(page.not_known)),
        ("NOT TAKEN", [f"{name}: {reason}" for name, reason in page.not_taken]),
    ):
        if words:
            out += prose(" · ".join(words), indent=15, first=first)
    return "\n".join(out)


def _differing(page: Brief) -> list[str]:
    if not page.differing:
        return ["", "WHERE ACCOUNTS DIFFER   nowhere, among what was understood"]
    out = ["", f"{'WHERE ACCOUNTS DIFFER':30} {'ONE ACCOUNT':25} {'ANOTHER':25} WHERE IT STANDS"]
    for item in page.differing:
        likely = "~" if item.matter.is_likely else ""
        lines = item.lines or item.undated
        one = _told(lines[0]) if lines else ""
        others = "; ".join(_told(line) for line in lines[1:3])
        if len(lines) > 3:
            others += f"; {len(lines) - 3} more"
        out += columns(
            [(str(item.number), item.matter.title + likely, one, others, item.matter.on_screen)],
            (2, 27, 25, 25, 0),
        )
    if page.more_differing:
        out.append(f"   {page.more_differing} more: variorum compare")
    return out


def _told(line: Line) -> str:
    return f"{line.value}, {line.who} {line.cites}"


def _happened(page: Brief) -> list[str]:
    if not page.happened:
        return []
    out = ["", "WHAT HAPPENED, AS TOLD"]
    out += columns(
        [
            (
                item.when or "day not stated",
                item.what,
                " ".join(f"{k}" for k in _letters(item.report_ids, page)),
            )
            for item in page.happened
        ],
        (18, 70, 0),
    )
    if page.more_happened:
        out.append(f"{'':18} {page.more_happened} more: variorum show timeline")
    return [*out, ""]


def _letters(report_ids: Sequence[str], page: Brief) -> list[str]:
    return sorted(page.letters.get(report_id, "?") for report_id in report_ids)


def comparison_text(item: Comparison) -> str:
    """One matter with its accounts, why it stands so, and what was kept apart."""
    matter = item.matter
    standing = item.on_screen.upper()
    title = f"{item.number or ''} {item.title.upper()}".strip()
    out = prose(title)
    if len(out) == 1 and len(out[0]) + len(standing) < WIDTH:
        out = [out[0] + " " * (WIDTH - len(out[0]) - len(standing)) + standing]
    else:
        out.append(f"{standing:>{WIDTH}}")
    out += columns([("HOW MANY / WHAT", "WHO SAYS SO", "AS OF", "WHERE", "THE WORDS")], (20, 22, 16, 10, 0), indent=2)
    out += columns([_account_row(line) for line in item.lines], (20, 22, 16, 10, 0), indent=2)
    if item.undated:
        out.append("  Day unknown, may be later:")
        out += columns([_account_row(line) for line in item.undated], (20, 22, 16, 10, 0), indent=2)
    if item.hidden:
        out.append(f"  {item.hidden} account{'s' if item.hidden > 1 else ''} of later reports left out.")
    out += prose(item.why, indent=9, first="  Why")
    if matter.is_likely:
        out += prose("The join is likely, not sure.", indent=9)
    out += prose(
        "; ".join(f"“{shortened(words, 60)}” {place}: {why}" for words, place, why in item.aside),
        indent=9,
        first="  Apart",
    )
    out += prose(item.settle, indent=9, first="  Next")
    return "\n".join(out)


def _account_row(line: Line) -> tuple[str, ...]:
    return (
        line.value,
        line.who,
        line.as_of,
        f"{line.reports} {line.cites}",
        f"“{shortened(line.words, 60)}”",
    )


def settled_text(found: Settled) -> str:
    """What a day would settle, as lines."""
    out = [f"{found.letter}  published: {found.published} ({found.how})"]
    if not found.matters and not found.days:
        return "\n".join([*out, "Nothing in the record waits for its day."])
    if found.matters:
        out.append("A day would put these in order:")
        out += [f"  {title}  ({standing})" for title, standing in found.matters]
    if found.days:
        out.append("and give a day to: " + ", ".join(f"“{words}”" for words in found.days))
    out.append(f"Set it with: variorum date {found.letter} 2025-05-08   (its own day; undone any time)")
    return "\n".join(out)
