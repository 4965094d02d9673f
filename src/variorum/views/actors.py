"""Who was found under which names, who was not, and what could stand in crisis.toml about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from variorum.codes import gazette
from variorum.codes.countries import by_code
from variorum.codes.folding import fold
from variorum.crisis import ActorSetting, Crisis
from variorum.errors import ConfigError, NotFound
from variorum.model.marks import Mention, MentionKind
from variorum.model.spans import Span
from variorum.views.citations import Citations
from variorum.views.table import Row, Table
from variorum.views.wording import day_in_words, iso_day, one_line

MOST_FORMS = 12
FEWEST_MENTIONS = 2
"""An actor mentioned once is not proposed for crisis.toml."""
ANYBODY = "described, not named"
"""The reason why "19 people" are nobody in particular, as `resolve` gives it."""
_HONORIFICS = ("mr ", "mr. ", "mrs ", "mrs. ", "ms ", "ms. ", "dr ", "dr. ", "sir ", "the ")


@dataclass
class Person:
    """One actor as the record has it."""

    id: str
    name: str = ""
    names: set[str] = field(default_factory=set)
    """Its names, without titles."""
    forms: set[str] = field(default_factory=set)
    """Everything written for it."""
    reports: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    countries: dict[str, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    titles: dict[tuple[str, str | None], set[str]] = field(default_factory=dict)
    """(office, state or body) -> reports that give it."""
    is_introduced: bool = False
    why: str = ""

    @property
    def country(self) -> str | None:
        """Named oftenest."""
        return max(sorted(self.countries), key=lambda code: self.countries[code], default=None)

    @property
    def role(self) -> str | None:
        """Told oftenest."""
        return max(sorted(self.roles), key=lambda code: self.roles[code], default=None)

    def offices(self) -> list[tuple[str, str | None, set[str]]]:
        """(title, state or body, reports that give it), oftenest first; one without a state is that of the person's own."""
        found: dict[tuple[str, str | None], set[str]] = {}
        for (title, of), reports in self.titles.items():
            found.setdefault((title, of or self.country), set()).update(reports)
        return [
            (title, of, reports)
            for (title, of), reports in sorted(
                found.items(), key=lambda item: (-len(item[1]), item[0][0], item[0][1] or "")
            )
        ]


def persons(mentions: Iterable[Mention]) -> dict[str, Person]:
    """Actor id -> what the mentions that stand for it alone, and those of several actors, tell."""
    found: dict[str, Person] = {}
    for mention in mentions:
        for actor_id in mention.actors:
            actor = found.setdefault(actor_id, Person(actor_id))
            actor.reports.add(mention.report_id)
            actor.spans.append(mention.span)
            if len(mention.actors) == 1:
                _learn(actor, mention)
    return found


def _learn(actor: Person, mention: Mention) -> None:
    words = one_line(mention.span.exact)
    actor.forms.add(words)
    actor.name = actor.name or mention.name or words
    if mention.country:
        actor.countries[mention.country] = actor.countries.get(mention.country, 0) + 1
    if mention.role:
        actor.roles[mention.role] = actor.roles.get(mention.role, 0) + 1
    taught = mention.introduces
    if taught is not None:
        actor.is_introduced = True
        actor.names.add(one_line(taught.name))
        if taught.title and not f"{taught.title} ".startswith(_HONORIFICS):
            actor.titles.setdefault((taught.title, taught.country), set()).add(mention.report_id)
    elif mention.kind is MentionKind.NAME and words[:1].isupper() and not words.lower().startswith(_HONORIFICS):
        actor.names.add(words.removesuffix("'s").removesuffix("’s"))
    actor.why = actor.why or mention.why


def found(citations: Citations, crisis: Crisis) -> Table:
    """Everybody found, with offices and the days of the reports that give them."""
    own = {actor.id: actor for actor in crisis.actor}
    rows = [
        Row(
            (
                actor.id,
                actor.name or actor.id,
                actor.country or "",
                actor.role or "",
                "; ".join([*_own_office(own.get(actor.id)), *_offices(actor, citations)]),
                ", ".join(sorted(actor.forms)[:MOST_FORMS]),
                citations.letters(sorted(actor.reports)),
                str(len(actor.spans)),
            ),
            tuple(actor.spans[:1]),
            (actor.id,),
        )
        for _, actor in sorted(persons(citations.record.mentions).items())
    ]
    columns = ("id", "name", "state", "role", "offices", "written as", "reports", "mentions")
    return Table("found", columns, tuple(rows), "" if rows else "Nobody was found.")


def _own_office(setting: ActorSetting | None) -> list[str]:
    if setting is None or setting.office is None:
        return []
    office = setting.office
    days = " ".join(
        f"{word} {day_in_words(day)}" for word, day in (("since", office.since), ("until", office.until)) if day
    )
    return [f"{office.title} ({', '.join(filter(None, [office.of, days, 'crisis.toml']))})"]


def _offices(actor: Person, citations: Citations) -> list[str]:
    """Each office with its state, the days of the reports that give it, and their letters."""
    return [
        f"{title} ({', '.join(filter(None, [of, _days(reports, citations), citations.letters(sorted(reports))]))})"
        for title, of, reports in actor.offices()
    ]


def _days(reports: Iterable[str], citations: Citations) -> str:
    chosen = set(reports)
    published = (report.masthead.published.value for report in citations.record.reports if report.id in chosen)
    days = sorted(day for value in published if (day := iso_day(value)) is not None)
    if not days:
        return "no day"
    first, last = day_in_words(days[0]), day_in_words(days[-1])
    return first if first == last else f"{first} to {last}"


def unresolved(citations: Citations) -> Table:
    """Names, places, groups and descriptions that stand for nobody, with whom or what they may mean."""
    groups: dict[tuple[str, str, str, tuple[str, ...]], list[Mention]] = {}
    for mention in citations.record.mentions:
        if _is_open(mention):
            key = (one_line(mention.span.exact), mention.kind.value, mention.why, mention.candidates)
            groups.setdefault(key, []).append(mention)
    names = {actor_id: actor.name for actor_id, actor in persons(citations.record.mentions).items()}
    rows = [
        Row(
            (
                words,
                kind,
                why,
                "; ".join(_candidate(one, names) for one in candidates),
                citations.letters(sorted({mention.report_id for mention in mentions})),
                str(len(mentions)),
            ),
            tuple(mention.span for mention in mentions[:1]),
            tuple(mention.id for mention in mentions),
        )
        for (words, kind, why, candidates), mentions in sorted(
            groups.items(), key=lambda item: (not item[0][3], -len(item[1]), item[0])
        )
    ]
    columns = ("words", "as", "why", "may be", "reports", "mentions")
    return Table("not resolved", columns, tuple(rows), "" if rows else "Everybody was resolved.")


def _is_open(mention: Mention) -> bool:
    if mention.kind is MentionKind.PRONOUN or mention.actors:
        return False
    is_anybody = mention.kind is MentionKind.DESCRIPTION and mention.why == ANYBODY
    return mention.place is None and mention.place_kind is None and not is_anybody


def _candidate(wanted: str, names: dict[str, str]) -> str:
    """An actor by name and id; a place by name, state and inhabitants."""
    if wanted.startswith(gazette.PREFIX):
        place = gazette.by_id(wanted)
        if place is None:
            return wanted
        region = gazette.by_id(place.region) if place.region else None
        state = by_code(place.country) if place.country else None
        within = [region.name if region is not None else "", state.name if state is not None else place.country or ""]
        size = f"{place.population:,} inhabitants" if place.population else ""
        return ", ".join(filter(None, [place.name, *within, size]))
    name = names.get(wanted, "")
    return f"{name} ({wanted})" if name and name != wanted else wanted


def places(citations: Citations) -> Table:
    """Places found, with their kind, the state that runs them, and how they are written."""
    groups: dict[str, list[Mention]] = {}
    for mention in citations.record.mentions:
        if mention.place is not None:
            groups.setdefault(mention.place, []).append(mention)
    rows = []
    for place_id, mentions in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        place = gazette.by_id(place_id)
        rows.append(
            Row(
                (
                    place_id,
                    place.name if place is not None else place_id,
                    mentions[0].place_kind or "",
                    mentions[0].country or "",
                    ", ".join(sorted({one_line(mention.span.exact) for mention in mentions})[:MOST_FORMS]),
                    citations.letters(sorted({mention.report_id for mention in mentions})),
                    str(len(mentions)),
                    mentions[0].why,
                ),
                (mentions[0].span,),
                (place_id,),
            )
        )
    columns = ("id", "name", "kind", "run by", "written as", "reports", "mentions", "why")
    return Table("places", columns, tuple(rows), "" if rows else "No place that a list has.")


def proposed(citations: Citations, crisis: Crisis) -> str:
    """TOML for crisis.toml: everybody mentioned twice who is no state and does not stand there yet; "" if nobody."""
    own = {actor.id for actor in crisis.actor}
    blocks = [
        _block(actor, citations)
        for _, actor in sorted(persons(citations.record.mentions).items())
        if actor.id not in own and len(actor.spans) >= FEWEST_MENTIONS and actor.names and _is_somebody(actor)
    ]
    return "\n".join(blocks)


def _is_somebody(actor: Person) -> bool:
    return by_code(actor.id) is None and "." not in actor.id.removeprefix(f"{actor.country}.")


def _block(actor: Person, citations: Citations) -> str:
    name = max(sorted(actor.names), key=lambda form: len(form.split()))
    lines = ["[[actor]]", f"id      = {_quoted(actor.id)}", f"name    = {_quoted(name)}"]
    lines.append(f"kind    = {_quoted('person' if actor.is_introduced else 'body')}")
    lines += [f"country = {_quoted(actor.country)}"] if actor.country else []
    lines += [f"role    = {_quoted(actor.role)}"] if actor.role else []
    aliases = sorted(actor.names - {name})
    lines += [f"aliases = [{', '.join(map(_quoted, aliases))}]"] if aliases else []
    for k, (title, of, reports) in enumerate(actor.offices()):
        state = f", of = {_quoted(of)}" if of else ""
        told = f"so called {_days(reports, citations)} in {citations.letters(sorted(reports))}"
        lines.append(
            f"{'# ' if k else ''}office  = {{ title = {_quoted(title)}{state} }}  # {told}; since, until: yours to add"
        )
    return "\n".join(lines) + "\n"


def _quoted(words: str | None) -> str:
    """A TOML string."""
    return json.dumps("".join(char for char in words or "" if char.isprintable()), ensure_ascii=False)


def named(wanted: str, mentions: Sequence[Mention]) -> Person:
    """The actor with that id, or under that name.

    Raises:
        NotFound: if none or several answer to it.
    """
    known = persons(mentions)
    if wanted in known:
        return known[wanted]
    plain = one_line(wanted).lower()
    fits = [
        actor
        for _, actor in sorted(known.items())
        if plain in {form.lower() for form in (actor.name, *actor.names, *actor.forms)}
    ]
    if len(fits) == 1:
        return fits[0]
    several = ", ".join(actor.id for actor in fits)
    raise NotFound(
        f"{wanted!r} names {'several actors: ' + several if fits else 'nobody'}",
        place="actors",
        next_step="Name one by its id; `variorum actors` lists them.",
    )


def as_settings(names: Sequence[str], chosen: Sequence[Person], *, is_same: bool) -> list[ActorSetting]:
    """The actors of a ruling in the form of crisis.toml, in the order they were named.

    Those ruled different share no name; names of one actor that are ruled different become an actor each.

    Args:
        names: as given.
        chosen: the actor of each.
        is_same: whether they are ruled one.

    Raises:
        ConfigError: if they are one already.
    """
    ids = {actor.id for actor in chosen}
    if is_same and len(ids) == 1:
        raise ConfigError(f"{' and '.join(names)} are one already", place="actors", next_step="")
    settings = []
    for name, actor in zip(names, chosen, strict=True):
        if len(ids) < len(names) and not is_same:
            settings.append(_divided(actor, one_line(name)))
            continue
        shared = {form for other in chosen if other is not actor and not is_same for form in other.names}
        settings.append(_setting_of(actor, shared))
    if len({setting.id for setting in settings}) < len(names):
        raise ConfigError("two of these names are one", place="actors", next_step="Give names that differ.")
    return settings


def _setting_of(actor: Person, shared: set[str]) -> ActorSetting:
    own = (actor.names - shared) or {actor.name or actor.id}
    name = max(sorted(own), key=lambda form: len(form.split()))
    return ActorSetting(
        id=actor.id,
        name=name,
        kind="government" if by_code(actor.id) is not None else "person" if actor.is_introduced else "body",
        country=actor.country,
        role=actor.role,
        aliases=sorted(own - {name}),
    )


def _divided(actor: Person, form: str) -> ActorSetting:
    """The actor under one of its names alone, with an id made of it."""
    bare = [name for name in sorted(actor.names, key=len, reverse=True) if f" {form}".endswith(f" {name}")]
    form = bare[0] if bare else form  # without the title
    prefix = f"{actor.country}." if actor.country else ""
    kind = "person" if actor.is_introduced else "body"
    id_ = prefix + fold(form).replace(" ", "-")
    return ActorSetting(id=id_, name=form, kind=kind, country=actor.country, role=actor.role)
