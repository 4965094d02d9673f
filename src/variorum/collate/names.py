"""One person under two titles, states or spellings: names to check."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.codes.roles import is_office
from variorum.collate.corpus import Corpus
from variorum.model.entries import When
from variorum.model.ids import address
from variorum.model.marks import Mention
from variorum.model.matters import ON_SCREEN, Account, Matter, MatterKind, Standing
from variorum.model.spans import Span

MOST_EVIDENCE = 8
_PASSING = frozenset(
    "federal us u.s. former acting interim the state new then late senior chief mr mr. mrs ms dr dr. sir prof."
    " professor union republic's country's".split()
)
"""Words of a title that may come and go without making it another title; `acting` is told apart below."""
_SPELLINGS = {
    "defence": "defense",
    "counsellor": "counselor",
    "gen": "general",
    "gen.": "general",
    "pm": "prime minister",
}
_HONORIFIC_ONLY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "prof", "prof.", "secretary"})


def matters(corpus: Corpus) -> list[Matter]:
    """A matter for each person whose titles do not fit together."""
    seen: dict[str, list[Mention]] = {}
    for mention in corpus.mentions:
        if mention.introduces is not None and mention.introduces.title and len(mention.actors) == 1:
            seen.setdefault(mention.actors[0], []).append(mention)
    found = []
    for actor, mentions in sorted(seen.items()):
        groups: dict[str, list[Mention]] = {}
        for mention in mentions:
            title = _plain(str(mention.introduces.title))  # type: ignore[union-attr]  # checked above
            if title and title not in _HONORIFIC_ONLY and _is_an_office(title):
                groups.setdefault(title, []).append(mention)
        kept = _merged(groups)
        if len(kept) > 1:
            found.append(_matter(corpus, actor, kept))
    return found


def _day(corpus: Corpus, mention: Mention) -> str:
    """The latest day on which the mention's report can have been published; one without a day comes last."""
    return corpus.report[mention.report_id].masthead.published.latest or "9999"


def _first_of_each(mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """The first mention of each report, of the earliest reports."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.report_id, mention)
    return tuple(mention.span for mention in list(first.values())[:MOST_EVIDENCE])


def _plain(title: str) -> str:
    words = [_SPELLINGS.get(word, word) for word in re.sub(r"[’']s?\b", "", title.lower()).replace("/", " ").split()]
    if words and words[-1].endswith("s") and is_office(words[-1]) and is_office(words[-1][:-1]):
        words[-1] = words[-1][:-1]  # "Presidents A and B"
    return " ".join(words)


def _is_an_office(title: str) -> bool:
    """Whether a title is an office or a rank: a trade, a nationality, "rebel leader" is said of anybody."""
    words = title.split()
    last = next((words[k - 1] for k, word in enumerate(words) if word in ("of", "for") and k), words[-1])
    return last not in _DESCRIBES and any(is_office(word) for word in (last, words[-1]))


_DESCRIBES = frozenset({"leader", "leaders", "head", "figure"})


def _weight(title: str) -> frozenset[str]:
    return frozenset(title.split()) - _PASSING


def _is_one(title: str, other: str) -> bool:
    """Whether one holds the other's words, and neither is a deputy's alone."""
    mine, theirs = _weight(title), _weight(other)
    return (mine <= theirs or theirs <= mine) and ("deputy" in mine) == ("deputy" in theirs)


def _merged(groups: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    """Titles of which one holds the other's words are one: interior minister, federal interior minister."""
    kept: dict[str, list[Mention]] = {}
    for title in sorted(groups, key=lambda name: (-len(name.split()), name)):
        home = next((other for other in kept if _is_one(title, other)), None)
        if home is None:
            kept[title] = list(groups[title])
        else:
            kept[home].extend(groups[title])
    return kept


def _matter(corpus: Corpus, actor: str, groups: dict[str, list[Mention]]) -> Matter:
    accounts = []
    for title, mentions in sorted(groups.items()):
        mentions.sort(key=lambda mention: (_day(corpus, mention), mention.report_id, mention.span.start))
        reports = tuple(dict.fromkeys(mention.report_id for mention in mentions))
        days = sorted(
            day for report_id in reports if (day := corpus.report[report_id].masthead.published.latest) is not None
        )
        accounts.append(
            Account(
                id=address("account", actor, title),
                value=title,
                low=None,
                high=None,
                stance="asserted",
                claimant="",
                claimant_id=reports[0],
                as_of=When.unknown("a title, not a figure"),
                entry_ids=tuple(mention.id for mention in mentions),
                report_ids=reports,
                origins=tuple(sorted({corpus.origin_of.get(report_id, report_id) for report_id in reports} - {""})),
                evidence=_first_of_each(mentions),
                first_said=days[0] if days else None,
                last_said=days[-1] if days else None,
            )
        )
    days_known = all(account.first_said for account in accounts)
    spans = [(account.first_said or "", account.last_said or "") for account in accounts]
    in_turn = days_known and all(a[1] < b[0] for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False))
    why = (
        "Each title belongs to days of its own: it may be a change of office."
        if in_turn
        else "Two titles, and the days do not explain it."
    )
    members = tuple(sorted(entry for account in accounts for entry in account.entry_ids))
    return Matter(
        id=members[0],
        kind=MatterKind.NAME,
        title=corpus.actor_names.get(actor, actor),
        members=members,
        accounts=tuple(accounts),
        standing=Standing.NAME_CHECK,
        on_screen=ON_SCREEN[Standing.NAME_CHECK],
        why=why,
        when=When.unknown("a name, not an event"),
        weight=0.1,
    )
