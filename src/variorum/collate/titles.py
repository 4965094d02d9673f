"""What a matter is called: by rule, never by party."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from variorum.codes.ontology import plover
from variorum.collate.corpus import state_name, states
from variorum.collate.craft import CRAFT, LOST, fate
from variorum.collate.match import is_mirror
from variorum.collate.scopes import claim_signature
from variorum.crisis import Crisis
from variorum.model.entries import BEGAN, Claim, Event, Party, Status

TOPIC_WORDS = {
    "killed": "killed",
    "wounded": "wounded",
    "casualties": "casualties",
    "missing": "missing",
    "displaced": "displaced",
    "detained": "detained",
    "aircraft": "aircraft",
    "drones": "drones",
    "missiles": "missiles",
    "vehicles": "vehicles",
    "sites": "sites hit",
    "strikes": "strikes",
    "incidents": "incidents",
}


def _common(found: Iterable[frozenset[str]]) -> str:
    """The states named by most claims of the group, joined; by count, then by code."""
    counts: dict[str, int] = {}
    for codes in found:
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
    if not counts:
        return ""
    top = max(counts.values())
    return "|".join(sorted(code for code, count in counts.items() if count == top))


def _named(codes: str, crisis: Crisis, parties: Iterable[Party] = ()) -> str:
    """Names of states, and of bodies of no state as the parties are named; ids are not for readers."""
    own = {
        actor.split(".")[0]: " ".join(party.name.split())
        for party in parties
        if not party.country
        for actor in party.actors
    }
    return " and ".join(own.get(code) or state_name(code, crisis) for code in codes.split("|") if code)


def _of_all(parties: Iterable[tuple[Party, ...]]) -> list[Party]:
    return sorted(itertools.chain.from_iterable(parties), key=lambda party: (party.name, party.actors))


def of_figures(group: Sequence[Claim], crisis: Crisis) -> str:
    """What is counted, whose, by whom, where: from what most claims of the group say."""
    topics = {claim.topic for claim in group}
    topic = "killed" if "killed" in topics else min(topics)
    subsets = {claim.figure.subset for claim in group if claim.figure and claim.figure.subset}
    by = _named(_common(states(claim.by) for claim in group), crisis, _of_all(claim.by for claim in group))
    against = _named(
        _common(states(claim.against) for claim in group), crisis, _of_all(claim.against for claim in group)
    )
    words = TOPIC_WORDS.get(topic, topic)
    if topic in CRAFT:
        fates = {fate(claim) for claim in group}
        is_struck = "used" not in fates and topic != "missiles" and any(claim.plover == "ASSAULT" for claim in group)
        if "lost" in fates or is_struck:
            title = f"{words} of {against} downed" if against else f"{words} downed"
            return title + (f" by {by}" if by and by != against else "")
        if "used" in fates and by:
            return f"{words} used by {by}" + (f", {against}" if against and against != by else "")
        return (f"{words} of {against}" if against else words) + (f" by {by}" if by and by != against else "")
    people = f"{next(iter(subsets))} " if len(subsets) == 1 and topic in ("killed", "wounded") else ""
    title = f"{people}{words}"
    if by and against and by != against:
        title += f" by {by} in {against}" if topic in ("killed", "wounded", "casualties") else f" in {against} by {by}"
    elif by:
        title += f" by {by}"
    elif against:
        title += f", {against}"
    places = sorted({claim.where.name for claim in group if claim.where is not None})
    return title + (f", {places[0]}" if places and not against else "")


_POINTER = re.compile(
    r"^(?:(?:false|baseless|unfounded|the|its|their) )*(?:claims?|reports?|allegations?|rumou?rs?) (?:of|that) ",
    re.IGNORECASE,
)
"""Words before what was claimed: "false claims of"."""
TITLE_CHARS = 70


def of_position(group: Sequence[Claim], crisis: Crisis) -> str:
    """What is said to have been done, where, by whom."""
    only = sorted((claim for claim in group if claim.known_only_from is not None), key=lambda claim: claim.id)
    if only:
        words = _POINTER.sub("", " ".join(only[0].evidence[0].exact.split()))
        return (words if len(words) <= TITLE_CHARS else words[:TITLE_CHARS].rsplit(" ", 1)[0]).rstrip(" ,;")
    kinds = sorted({claim.plover for claim in group if claim.plover})
    what = (
        {"ASSAULT": "attack", "COERCE": "coercion", "MOBILIZE": "mobilization"}.get(kinds[0], kinds[0].lower())
        if kinds
        else "accusation"
    )
    places = sorted({claim.where.name for claim in group if claim.where is not None})
    where = f" in {places[0]}" if places else ""
    kinds_of = {(claim_signature(claim), claim.within): claim for claim in group}.values()
    mirrored = any(is_mirror(one, other) for one, other in itertools.combinations(kinds_of, 2))
    if mirrored and all(claim.topic != BEGAN for claim in group):
        return f"{what}s, {_named('|'.join(sorted({code for claim in group for code in states(claim.by)})), crisis)}{where}"
    if any(claim.topic == BEGAN for claim in group):
        return f"who began: {what}{where}"
    by = _named(_common(states(claim.by) for claim in group), crisis, _of_all(claim.by for claim in group))
    if not kinds:
        words = " ".join(group[0].evidence[0].exact.split())
        return f"what is said of {by}: {words[:60]}" if by else words[:70]
    return f"who did it: {what}{where}" if not by else f"{what}{where}, {by}"


def of_event(group: Sequence[Event], crisis: Crisis) -> str:
    """Subject, verb, object, from the fullest telling."""
    best = max(
        group,
        key=lambda event: (
            event.rule == "verb",
            event.trigger.exact.lower() not in _HARM_WORDS,
            any(party.country for party in event.targets),
            len(event.targets) > 0,
            any(len(party.actors) == 1 for party in event.sources),
            -len(event.sources),
            event.id,
        ),
    )
    verb = plover(best.plover).name
    mode = {
        "aerial": "strikes",
        "visit": "visits",
        "phone": "speaks with",
        "allege": "accuses",
        "ceasefire": "ceases fire with",
        "withdraw": "withdraws from",
        "release": "releases",
    }.get(best.plover_mode or "", verb)
    verb = mode if best.plover in ("ASSAULT", "CONSULT", "ACCUSE", "RETREAT") else verb
    if best.plover_mode == "heavy-weapons" and any(word in LOST for word in best.trigger.exact.lower().split()):
        verb = "shoots down craft of" if best.targets else "shoots down craft"
    sources = _party_names(best.sources, crisis)
    targets = _party_names(best.targets, crisis)
    where = f", {best.where.name}" if best.where is not None else ""
    status = "" if best.status in (Status.DONE, Status.ONGOING) else f" ({best.status.value})"
    if _are_several(best.sources):
        verb = _VERB.sub(lambda word: word.group(0)[:-1], verb, count=1)
    if best.is_reciprocal and len(sources) > 1:
        pair = (
            "meet"
            if best.plover == "CONSULT" and best.plover_mode != "phone"
            else {"CONSULT": "speak", "ASSAULT": "fight", "COOPERATE": "cooperate"}.get(best.plover, verb)
        )
        return f"{' and '.join(sources[:3])} {pair}{where}{status}"
    trigger = re.sub(r"\s+", " ", best.trigger.exact.lower())
    subject = " and ".join(sources[:2])
    goal = " and ".join(targets[:2])
    if not subject:
        if best.rule == "verb" and trigger.endswith(_PAST) and not any(party.country for party in best.targets):
            return f"{goal} {trigger}{where}{status}"
        if best.plover == "ASSAULT" and best.rule != "verb" and goal:
            return f"{trigger} in {best.where.name}{status}" if best.where else f"{trigger} on {goal}{status}"
        return f"{trigger}: {goal}{where}{status}"
    if not targets and best.plover == "ASSAULT":
        return f"{subject} {verb}{where}{status}"
    if not targets:
        return f"{subject}: {trigger}{where}{status}"
    if best.rule == "verb" and trigger.endswith(_PAST) and not any(party.country for party in best.targets):
        return f"{subject} {trigger} {goal}{where}{status}"
    if best.rule == "verb" and best.plover != "CONSULT" and not any(party.country for party in best.targets):
        return f"{subject}: {trigger} {goal}{where}{status}"
    return f"{subject} {verb} {goal}{where}{status}"


_VERB = re.compile(r"^[a-z]+[^s\W]s\b")
"""The first word of a verb in the third person: attacks, shoots down, releases."""


def _are_several(parties: Sequence[Party]) -> bool:
    """Whether the subject is a plural: two who act, or a noun in the plural: "her gunners", "the rebels"."""
    last = parties[0].name.split()[-1:] if parties else []
    is_plural = any(word[0].islower() and word.endswith("s") and not word.endswith("ss") for word in last if word)
    return len(parties) > 1 or is_plural


_PAST = ("ed", "shot", "hit", "struck", "seized", "held")
"""Endings of a trigger that can stand as the verb of a title."""
_HARM_WORDS = frozenset("killed killing wounded wounding injured injuring kill wound injure hurt".split())
"""Triggers that tell a result; the title takes the deed where there is one."""


def _party_names(parties: Sequence[Party], crisis: Crisis) -> list[str]:
    found: list[str] = []
    for party in parties:
        name = " ".join(party.name.split())
        if len(party.actors) > 1 and len(parties) > 1:  # "both sides": those who are not named beside them
            found += [each for each in (state_name(code, crisis) for code in party.actors) if each not in found]
            continue
        if len(party.actors) == 1 and party.actors[0] == party.country and party.country:
            name = state_name(party.country, crisis)
        if name and name not in found:
            found.append(name)
    return found
