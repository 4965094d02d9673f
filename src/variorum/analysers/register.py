"""What the whole corpus teaches about persons: their fullest name, state, offices. A corpus step, pure.

One key is a surname as written. Forms of one surname are one person where the words of one form are among those of
the other; otherwise they are two people with one surname.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from variorum.analysers.protocol import Introduced
from variorum.codes.roles import role_of
from variorum.crisis import Crisis
from variorum.model.marks import Mention
from variorum.model.reports import Report

Fact = tuple[str, str | None, str | None, str]
"""(name, title, state, report id)."""


def build(
    mentions: Mapping[str, Iterable[Mention]], reports: Mapping[str, Report], crisis: Crisis
) -> tuple[Introduced, ...]:
    """One entry a person, by surname, then id.

    Args:
        mentions: report id -> its mentions as written.
        reports: by id.
        crisis: persons of crisis.toml come first and keep their ids.
    """
    facts: dict[str, list[Fact]] = {}
    for report_id in sorted(mentions):
        if report_id not in reports:
            continue
        for mention in mentions[report_id]:
            taught = mention.introduces
            if taught is not None:
                name = " ".join(taught.name.replace("’", "'").split())
                facts.setdefault(name.split()[-1], []).append((name, taught.title, taught.country, report_id))
    own = _own(crisis)
    found: list[Introduced] = []
    for surname in sorted({*facts, *own}):
        found += _people(surname, facts.get(surname, []), own.get(surname, []))
    return tuple(found)


def _own(crisis: Crisis) -> dict[str, list[tuple[str, str, str | None, str | None, tuple[str, ...]]]]:
    """Surname -> (id, name, state, role, forms) of the persons a person named."""
    found: dict[str, list[tuple[str, str, str | None, str | None, tuple[str, ...]]]] = {}
    for actor in crisis.actor:
        if actor.kind != "person":
            continue
        country = (
            actor.country
            or (actor.office.of if actor.office else None)
            or (actor.id.split(".")[0] if "." in actor.id else None)
        )
        role = actor.role or (role_of(actor.office.title) if actor.office else None)
        forms = tuple(dict.fromkeys([actor.name, *actor.aliases]))
        for surname in dict.fromkeys(form.split()[-1] for form in forms if form.split()):
            found.setdefault(surname, []).append((actor.id, actor.name, country, role, forms))
    return found


def _people(
    surname: str, facts: list[Fact], own: list[tuple[str, str, str | None, str | None, tuple[str, ...]]]
) -> list[Introduced]:
    groups: list[list[Fact]] = []
    owners: list[tuple[str, str, str | None, str | None, tuple[str, ...]] | None] = []
    for entry in own:
        groups.append([(form, None, entry[2], "") for form in entry[4]])
        owners.append(entry)
    full = sorted(
        (fact for fact in facts if len(fact[0].split()) > 1), key=lambda fact: (-len(fact[0].split()), fact[0])
    )
    for fact in full:
        place = next((k for k, group in enumerate(groups) if _one_person(fact, group)), None)
        if place is None:
            groups.append([fact])
            owners.append(None)
        else:
            groups[place].append(fact)
    for fact in (fact for fact in facts if len(fact[0].split()) == 1):
        fits = [k for k, group in enumerate(groups) if _may_be(fact, group)]
        if len(fits) == 1:
            groups[fits[0]].append(fact)
        elif not fits and fact[1]:
            groups.append([fact])
            owners.append(None)
    found = [_entry(surname, group, owner) for group, owner in zip(groups, owners, strict=True)]
    return sorted(found, key=lambda entry: (entry.actor, entry.name))


def _tokens(name: str) -> frozenset[str]:
    return frozenset(word.strip(".").lower() for word in name.split())


def _one_person(fact: Fact, group: list[Fact]) -> bool:
    mine = _tokens(fact[0])
    states = {other[2] for other in group if other[2]}
    if fact[2] and states and fact[2] not in states:
        return any(other[0] == fact[0] for other in group)
    return any(mine <= _tokens(other[0]) or _tokens(other[0]) <= mine for other in group)


def _may_be(fact: Fact, group: list[Fact]) -> bool:
    """Whether a bare surname can be this person: states agree, or the title was seen."""
    states = {other[2] for other in group if other[2]}
    return not fact[2] or not states or fact[2] in states


def _entry(
    surname: str, group: list[Fact], owner: tuple[str, str, str | None, str | None, tuple[str, ...]] | None
) -> Introduced:
    counts: dict[str, int] = {}
    states: dict[str, int] = {}
    roles: dict[str, int] = {}
    for name, title, country, _ in group:
        counts[name] = counts.get(name, 0) + 1
        if country:
            states[country] = states.get(country, 0) + 1
        role = role_of(title) if title else None
        if role:
            roles[role] = roles.get(role, 0) + 1
    name = max(counts, key=lambda form: (len(form.split()), counts[form], form))
    country = max(states, key=lambda code: (states[code], code)) if states else None
    role = max(roles, key=lambda code: (roles[code], code)) if roles else None
    if owner is not None:
        actor, name, country, role = owner[0], owner[1], owner[2] or country, owner[3] or role
    else:
        actor = f"{country}.{slug(name)}" if country else slug(name)
    titles = sorted(
        {(title, state, report) for _, title, state, report in group if title},
        key=lambda seen: (seen[0], seen[1] or "", seen[2]),
    )
    return Introduced(surname, name, actor, country, role, tuple(titles), tuple(sorted(counts)))


def slug(name: str) -> str:
    """Lower-case ASCII letters and digits, hyphens between words; "x" where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"


def slice_for(register: Iterable[Introduced], text: str) -> tuple[Introduced, ...]:
    """The entries whose surname stands in the text, in the order of the register."""
    words = set(re.findall(r"[^\W\d_][\w'’-]*", text.replace("’", "'")))
    bare = {word.removesuffix("'s") for word in words} | words
    return tuple(entry for entry in register if entry.surname in bare or entry.surname in text)
