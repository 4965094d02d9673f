"""Who and what is named or described, as written: the step `mentions`.

No statistical names: a gazetteer, runs of proper nouns, and the nouns of office and group around them
(docs/decisions/0004). Who they are is settled by `resolve`, when the whole corpus has been read.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator

from variorum.analysers import gazetteer
from variorum.analysers.bodynames import completed_by_a_place, end_of_body, named_body
from variorum.analysers.credited import photographers
from variorum.analysers.gazetteer import Known
from variorum.analysers.naming import (
    BODY_NOUNS,
    CALENDAR,
    Naming,
    is_like_a_persons,
    is_place_or_thing,
    surname_like_a_month,
)
from variorum.analysers.participants import is_part
from variorum.analysers.placing import DESCRIBED, named_place
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import gazette
from variorum.codes.places import kind_of_noun
from variorum.codes.roles import can_act, is_office, is_person, role_of, role_of_head
from variorum.crisis import Crisis
from variorum.model.marks import Introduction, Mention, MentionKind
from variorum.model.reports import Report

PRONOUNS = frozenset(
    "he she they it him her them we us i me his its their our my mine himself herself itself themselves myself ourselves"
    " hers theirs ours".split()
)
_PAIR = frozenset(
    {
        "sides",
        "countries",
        "nations",
        "neighbors",
        "neighbours",
        "states",
        "governments",
        "capitals",
        "armies",
        "rivals",
        "parties",
        "powers",
    }
)
_HEAD_POS = frozenset({"NOUN", "PROPN"})
_DEFINITE = frozenset({"the", "this", "that", "our", "its", "their"})


SHORT_NAME = 4
"""Letters up to which a name of one word may be any word."""
_OWNING = frozenset({"police", "government", "army", "parliament"})
"""Bodies that stand before what is theirs: "police vans", "a government decree"."""


class MentionRules:
    """Analyser `mentions.rules`."""

    name = "mentions"
    version = "rules/7"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"mentions"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Mention]:
        """Names, descriptions, pronouns, groups and places, each with its head word."""
        return _Reading(
            report, given, gazetteer.of(crisis).within(given.text.text[report.start : report.end])
        ).mentions()


class _Reading(Naming):
    """One report while its mentions are gathered."""

    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer) -> None:
        known: dict[int, tuple[int, Known]] = {}
        for sentence in given.parse.sentences:
            for start, end, one in names.find(sentence.text):
                known.setdefault(sentence.start + start, (sentence.start + end, one))
        super().__init__(given.parse, known)
        self.report = report
        self.given = given
        self.names = names
        self.found: dict[tuple[int, int], Mention] = {}
        self.inside: set[int] = set()
        """Indices of words that belong to a longer name."""

    def mentions(self) -> Iterator[Mention]:
        credited = [item for item in photographers(self.parse) if item[0] not in self.known]
        for start, end, last in credited:
            name = " ".join(self.parse.text[start:end].split())
            self._keep(start, end, MentionKind.NAME, last, introduces=Introduction(name, "photographer", None))
        self.inside |= {token.i for start, end, _ in credited for token in self.parse.tokens_in(start, end)}
        for start, (end, known) in self.known.items():
            if known.kind == "body":
                self.inside |= {token.i for token in self.parse.tokens_in(start, end)[1:]}
        for token in self.parse.tokens:
            if token.i in self.inside:
                continue
            if token.pos in _HEAD_POS:
                self._nominal(token)
            elif token.lower in PRONOUNS and token.pos in ("PRON", "DET"):
                self._keep(token.start, token.end, MentionKind.PRONOUN, token)
            elif token.lower == "both" and token.dep in ("nsubj", "nsubjpass", "dobj") and token.pos in ("PRON", "DET"):
                self._keep(token.start, token.end, MentionKind.GROUP, token)
            elif token.pos in ("ADJ", "NUM", "DET") and token.start in self.known and token.dep != "amod":
                self._gazetteer_at(token)
        for start, (_, known) in sorted(self.known.items()):
            first = self.parse.token_at(start)
            if first is not None and first.start == start and known.kind != "person":
                self._gazetteer_at(first)
        self._surnames()
        self._short_names()
        yield from self.found.values()

    def _surnames(self) -> None:
        """A surname wherever the report writes it, whatever the parser took it for: the person's full name stands in it."""
        known = {name.split()[-1] for mention in self.found.values() if (name := _persons_name(mention)) is not None}
        covered = sorted((mention.span.start, mention.span.end) for mention in self.found.values())
        starts = [start for start, _ in covered]
        reach = list(itertools.accumulate((end for _, end in covered), max))
        for token in self.parse.tokens:
            if token.text in known and token.start not in self.known:
                place = bisect.bisect_right(starts, token.start)
                if place == 0 or reach[place - 1] <= token.start:
                    self._keep(token.start, token.end, MentionKind.NAME, token)

    def _short_names(self) -> None:
        """A noun of a body's name behind it, definite and bare: “the university”, “the archive”."""
        nouns: dict[str, int] = {}
        for mention in self.found.values():
            name = mention.span.exact.split()
            if mention.kind is MentionKind.NAME and mention.introduces is None and len(name) > 1:
                cut = next((k for k, word in enumerate(name) if word in ("of", "for")), len(name))
                for word in name[max(0, cut - 1) : cut]:
                    if word[:1].isupper() and not is_place_or_thing(word.lower()):
                        nouns[word.lower()] = min(mention.span.end, nouns.get(word.lower(), mention.span.end))
        heads = {mention.head.start for mention in self.found.values()}
        for token in self.parse.tokens:
            if token.tag != "NN" or nouns.get(token.lower, token.end) >= token.start:
                continue
            if [child.lower for child in token.lefts] in (["the"], ["this"]):
                is_inside = token.dep == "compound" or token.start in heads or kind_of_noun(token.lower) is not None
                if not is_inside:
                    self._keep(token.lefts[0].start, token.end, MentionKind.DESCRIPTION, token)

    def _keep(self, start: int, end: int, kind: MentionKind, head: Token, **more: object) -> None:
        key = (start, end)
        if key in self.found:
            return
        self.found[key] = Mention(
            Mention.address(self.report.id, start, end),
            self.report.id,
            self.parse.span(start, end),
            kind,
            self.parse.span(head.start, head.end),
            name=str(more.pop("name", "")),
            **more,  # type: ignore[arg-type]  # fields of Mention
        )

    def _gazetteer_at(self, token: Token) -> None:
        """The known name that begins here, unless a longer mention has its head within it."""
        end, known = self.known[token.start]
        inside = self.parse.tokens_in(token.start, end) or [token]
        head = next((one for one in reversed(inside) if one.head not in inside or one.head is one), inside[-1])
        is_place = known.kind in ("city", "capital", "country")
        self._keep(
            token.start,
            end,
            MentionKind.PLACE if known.kind == "city" else MentionKind.NAME,
            head,
            country=known.country,
            role=known.role,
            place=self.parse.text[token.start : end] if is_place else None,
        )

    def _nominal(self, head: Token) -> None:
        """The noun phrase with this head, if it names or describes someone."""
        is_inside = head.dep in ("compound", "flat", "nmod") and head.head.pos in _HEAD_POS and head.head.i > head.i
        if is_inside and not (head.dep == "nmod" and head.pos == "PROPN" and head.child("cc") is not None):
            words = named_place(head, self.parse)
            if words and words[0].start not in self.known:
                start, end = words[0].start, head.end
                self._keep(start, end, MentionKind.PLACE, head, place=self.parse.text[start:end])
            elif head.lower in _OWNING and head.dep == "compound" and _is_a_thing(head.head):
                parts = self.parse.tokens[self._with_state(head.i, head) : head.i + 1]
                country, role = self._country_in(parts)[0], role_of_head(head.lower)
                self._keep(parts[0].start, head.end, MentionKind.DESCRIPTION, head, country=country, role=role)
            return  # part of a longer name
        left = self._left(head)
        left = self._with_state(left, head)
        parts = list(self.parse.tokens[left : head.i + 1])
        brackets = [k for k, token in enumerate(parts[:-1]) if token.text in ("(", ")")]
        parts = parts[brackets[-1] + 1 :] if brackets else parts  # "the United States (US) ambassador"
        while len(parts) > 1 and not parts[0].text[:1].isalnum():
            parts = parts[1:]
        if head.lower in _PAIR and any(token.lower in ("both", "two", "rival") for token in parts):
            self._keep(parts[0].start, head.end, MentionKind.GROUP, head)
            return
        named = named_body(head, parts, self.known)
        if named:
            start = named[0].start
            name = self.parse.text[start : named[-1].end]
            self._keep(start, head.end, MentionKind.NAME, head, role=role_of_head(head.lower), name=name)
        elif head.pos == "PROPN" or (head.text[:1].isupper() and head.i != head.sent.tokens[0].i):
            self._name(head, parts)
        elif head.lower in DESCRIBED and _is_said_before(head, parts):
            self._keep(parts[0].start, head.end, MentionKind.DESCRIPTION, head)
        elif (
            role_of_head(head.lower) is not None
            or is_part(head)
            or head.dep in ("appos", "nsubjpass", "dobj")
            or (is_office(head.lower) and any(child.lower == "of" for child in head.rights))
        ):
            self._description(head, parts)

    def _name(self, head: Token, parts: list[Token]) -> None:
        """A name: of a person with or without a title, of a body, or something else."""
        joined = [k for k, token in enumerate(parts) if token.dep == "cc" and token.head.dep == "nmod"]
        if joined and joined[-1] + 1 < len(parts):
            parts = parts[joined[-1] + 1 :]  # "Torvek and Foreign Minister Ada Merrow"
        country, after = self._country_in(parts)
        rest = [token for token in parts[after:] if token.dep != "det" and token.lower not in ("'s", "’s")]
        while len(rest) > 1 and not rest[0].text[:1].isalnum():
            rest = rest[1:]
        whole = self.known.get(parts[0].start if parts[0].dep != "det" or len(parts) == 1 else parts[1].start)
        if whole is not None and whole[0] >= head.end and whole[1].kind != "person":
            self._gazetteer_at(
                self.parse.token_at(parts[0].start if parts[0].dep != "det" or len(parts) == 1 else parts[1].start)
                or head
            )
            return
        person = self._person(rest, head)
        if person is not None:
            title, name_tokens = person
            kept = country or self._country_of_title(title)
            name = self.parse.text[name_tokens[0].start : name_tokens[-1].end]
            words = self.parse.text[title[0].start : title[-1].end].lower() if title else None
            words, appositive = (words, None) if words else self._appositive(head)
            kept = kept or appositive or self._country_commanded(head)
            self._keep(
                parts[0].start if parts[0].dep != "det" or title else name_tokens[0].start,
                head.end,
                MentionKind.NAME,
                head,
                country=kept,
                role=role_of(words) if words else None,
                introduces=Introduction(name, words, kept),
            )
            return
        body = next((token.lower for token in (head, *rest) if token.lower in BODY_NOUNS), None)
        if body is not None:
            country = country or self._country_after(head)
            text_head = " ".join(token.lower for token in rest) or head.lower
            end = end_of_body(head, self.parse, self.known)
            tail = self.parse.tokens_in(head.end, end)
            if not (completed_by_a_place(head) and tail and gazette.find(tail[-1].text)):
                self.inside |= {token.i for token in tail if token.start not in self.known}
            self._keep(
                parts[0].start,
                end,
                MentionKind.NAME,
                head,
                country=country,
                role=role_of(text_head)
                or (
                    "MED"
                    if body
                    in (
                        "news",
                        "times",
                        "post",
                        "herald",
                        "tribune",
                        "radio",
                        "tv",
                        "television",
                        "press",
                        "broadcaster",
                        "network",
                    )
                    else None
                ),
            )
        elif kind_of_noun(head.lower) in ("site", "base") and len(rest) > 1 and rest[-2].pos == "PROPN":
            self._keep(rest[0].start, head.end, MentionKind.NAME, head, country=country, role=role_of_head(head.lower))
        elif role_of_head(head.lower) is not None or (is_office(head.lower) and head.text[1:].islower()):
            self._description(head, parts)
        elif head.start in self.known and self.known[head.start][1].kind == "demonym":
            country = self.known[head.start][1].country  # "two million Kestrians"
            self._keep(parts[0].start, head.end, MentionKind.DESCRIPTION, head, country=country, role="CVL")
        elif any(token.pos == "PROPN" for token in rest) and not self._is_day(rest):
            start = rest[0].start if rest else head.start
            place = head.dep == "pobj" and head.head.lower in ("in", "at", "near", "around", "outside")
            self._keep(
                start,
                head.end,
                MentionKind.PLACE if place else MentionKind.NAME,
                head,
                country=country,
                place=self.parse.text[start : head.end] if place else None,
            )

    def _is_day(self, words: list[Token]) -> bool:
        """Whether the words hold a month or weekday that is not the surname of somebody."""
        return bool({token.lower for token in words} & CALENDAR - surname_like_a_month(words, self.parse))

    def _description(self, head: Token, parts: list[Token]) -> None:
        """Keeps “the minister”, “Kestrian officials”, “a spokesman for the army”: only nouns that can act."""
        is_aged = any(child.lower.endswith("old") and "-" in child.text for child in head.lefts)
        is_aged = is_aged or any(child.lower == "old" for child in head.lefts)
        is_beside = head.dep == "appos" and head.head.pos == "PROPN" and (is_person(head.lemma) or is_aged)
        is_beside = is_beside or (
            head.dep in ("nsubjpass", "dobj") and head.head.lemma in ("identify", "name") and is_person(head.lemma)
        )
        if not (can_act(head.lower) or is_office(head.lower) or is_part(head) or is_beside):
            return
        country, _ = self._country_in(parts)
        country = country or self._country_after(head)
        words = " ".join(token.text for token in parts if token.dep not in ("det", "poss"))
        self._keep(
            parts[0].start,
            head.end,
            MentionKind.DESCRIPTION,
            head,
            country=country,
            role=role_of(re.sub(r"['’]s?\b", "", words)) or role_of_head(head.lower),
        )


def _is_a_thing(noun: Token) -> bool:
    """Whether a noun means neither people nor a body: vans, decree."""
    is_actor = role_of_head(noun.lower) is not None or is_person(noun.lemma) or is_office(noun.lower)
    is_actor = is_actor or noun.lower in BODY_NOUNS
    return noun.pos == "NOUN" and not is_actor and noun.dep not in ("compound", "nmod")


def _persons_name(mention: Mention) -> str | None:
    """The name of the person, if the mention is one of several words or of one with a title; None for any other."""
    if mention.kind is not MentionKind.NAME:
        return None
    taught = mention.introduces
    name = " ".join((taught.name if taught is not None else mention.span.exact).split())
    is_somebodys = taught is not None or (mention.role is None and is_like_a_persons(name))
    is_alone = taught is not None and taught.title is not None and len(name) > SHORT_NAME
    is_whole = len(name.split()) > 1 or is_alone
    return name if is_somebodys and is_whole and len(name.split()[-1]) > 2 else None


def _is_said_before(head: Token, parts: list[Token]) -> bool:
    """Whether "the city" is one named before: definite, bare, and not "the city of Brisal"."""
    is_bare = all(token.dep in ("det", "poss", "case") or token.lower == "capital" for token in parts[:-1])
    is_definite = parts[0].lower in _DEFINITE or any(token.dep == "poss" for token in parts[:-1])
    names = [child.child("pobj") for child in head.rights if child.dep == "prep" and child.lower in ("of", "in")]
    names += [child for child in head.rights if child.dep == "appos"]
    after = head.sent.tokens[head.i - head.sent.tokens[0].i + 1 :][:2]
    names += [token for token in after[1:] if after[0].text == ","]  # "the capital, Tellmark", however it is parsed
    return is_bare and is_definite and not any(name is not None and name.text[:1].isupper() for name in names)
