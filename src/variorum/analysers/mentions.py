"""Who and what is named or described, as written: the step `mentions`.

No statistical names: a gazetteer, runs of proper nouns, and the nouns of office and group around them
(docs/decisions/0004). Who they are is settled by `resolve`, when the whole corpus has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.analysers import gazetteer
from variorum.analysers.gazetteer import Known
from variorum.analysers.placing import DESCRIBED, named_place
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.roles import can_act, role_of, role_of_head
from variorum.crisis import Crisis
from variorum.model.marks import Introduction, Mention, MentionKind
from variorum.model.reports import Report

PRONOUNS = frozenset("he she they it him her them we us i his its their our".split())
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
_BODY_NOUNS = frozenset(
    "ministry army navy force forces police government parliament senate assembly council commission committee agency"
    " office department party front movement brigade group organization organisation authority court university bank"
    " union league association corps guard guards command directorate embassy bureau institute foundation company"
    " corporation news times post herald tribune radio television tv press broadcaster network services service"
    " relations wing media".split()
)
"""Heads of names that are bodies, not persons."""
_NOT_PERSONS = frozenset(
    "operation treaty accord agreement line control act day war street road river mountain lake sea ocean valley"
    " bridge airport airbase base hospital school border strait gulf island islands province district state region"
    " city town village summit conference resolution god islam pass hill hills heights plain peak crisis affairs affair deal"
    " canal dam square camp zone port station centre center market park avenue war peninsula coast desert".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)
_LEFT_PARTS = frozenset({"compound", "amod", "nmod", "nummod", "det", "poss", "flat", "quantmod", "nn"})
_HEAD_POS = frozenset({"NOUN", "PROPN"})
_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady mx prof prof. gen gen. lt lt. col col. maj maj. capt capt. sen sen. rep rep. gov gov. adm adm. mme mlle madame monsieur herr frau señor señora signor".split()
)
_DEFINITE = frozenset({"the", "this", "that", "our", "its", "their"})
_ADVERBIAL_TITLES = frozenset({"acting", "former", "then", "late", "ex", "interim", "caretaker", "deputy", "federal"})


class MentionRules:
    """Analyser `mentions.rules`."""

    name = "mentions"
    version = "rules/5"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"mentions"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Mention]:
        """Names, descriptions, pronouns, groups and places, each with its head word."""
        return _Reading(report, given, gazetteer.of(crisis)).mentions()


class _Reading:
    """One report while its mentions are gathered."""

    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer) -> None:
        self.report = report
        self.given = given
        self.parse = given.parse
        self.names = names
        self.known: dict[int, tuple[int, Known]] = {}
        for sentence in self.parse.sentences:
            for start, end, known in names.find(sentence.text):
                self.known.setdefault(sentence.start + start, (sentence.start + end, known))
        self.found: dict[tuple[int, int], Mention] = {}

    def mentions(self) -> Iterator[Mention]:
        for token in self.parse.tokens:
            if token.pos in _HEAD_POS:
                self._nominal(token)
            elif token.lower in PRONOUNS and token.pos in ("PRON", "DET"):
                self._keep(token.start, token.end, MentionKind.PRONOUN, token)
            elif token.pos in ("ADJ", "NUM", "DET") and token.start in self.known and token.dep != "amod":
                self._gazetteer_at(token)
        for start, (_, known) in sorted(self.known.items()):
            first = self.parse.token_at(start)
            if first is not None and first.start == start and known.kind != "person":
                self._gazetteer_at(first)
        yield from self.found.values()

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
        if head.dep in ("compound", "flat", "nmod") and head.head.pos in _HEAD_POS and head.head.i > head.i:
            words = named_place(head, self.parse)
            if words and words[0].start not in self.known:
                start, end = words[0].start, head.end
                self._keep(start, end, MentionKind.PLACE, head, place=self.parse.text[start:end])
            return  # part of a longer name
        left = self._left(head)
        left = self._with_state(left, head)
        parts = list(self.parse.tokens[left : head.i + 1])
        while len(parts) > 1 and not parts[0].text[:1].isalnum():
            parts = parts[1:]
        if head.lower in _PAIR and any(token.lower in ("both", "two", "rival") for token in parts):
            self._keep(parts[0].start, head.end, MentionKind.GROUP, head)
            return
        if head.pos == "PROPN" or (head.text[:1].isupper() and head.i != head.sent.tokens[0].i):
            self._name(head, parts)
        elif head.lower in DESCRIBED and _is_said_before(head, parts):
            self._keep(parts[0].start, head.end, MentionKind.DESCRIPTION, head)
        elif role_of_head(head.lower) is not None:
            self._description(head, parts)

    def _left(self, head: Token) -> int:
        """Index of the first token of the phrase, prepositional and relative parts left out."""
        first = head.i
        waiting = [head]
        while waiting:
            token = waiting.pop()
            for child in token.lefts:
                if child.dep in _LEFT_PARTS or (
                    child.dep in ("case", "punct") and child.text in ("-", "/", "’s", "'s")
                ):
                    first = min(first, child.i)
                    waiting.append(child)
        sentence = head.sent.tokens[0].i
        return max(first, sentence)

    def _with_state(self, left: int, head: Token) -> int:
        """The phrase with a state right before it, however the parser hung that: "Kestria's Army Chief"."""
        tokens = self.parse.tokens
        first = head.sent.tokens[0].i
        k = left - 1
        if k > first and tokens[k].lower in ("'s", "’s", "'", "’"):
            k -= 1
        elif k < first or self.known.get(tokens[k].start, (0, None))[1] is None:
            return left
        if k < first:
            return left
        for start in (k, k - 1, k - 2):
            if start < first:
                break
            found = self.known.get(tokens[start].start)
            if found is not None and found[0] == tokens[k].end and found[1].kind in ("country", "demonym", "capital"):
                return start
        return left

    def _country_in(self, parts: list[Token]) -> tuple[str | None, int]:
        """(state named in front, index of the first token after it)."""
        for k, token in enumerate(parts):
            found = self.known.get(token.start)
            if found is not None and found[1].kind in ("country", "demonym", "capital") and k + 1 < len(parts):
                after = k + 1
                while after < len(parts) and (
                    parts[after].end <= found[0] or parts[after].lower in ("'s", "’s", "'", "’")
                ):
                    after += 1
                if after < len(parts):
                    return found[1].country, after
        return None, 0

    def _name(self, head: Token, parts: list[Token]) -> None:
        """A name: of a person with or without a title, of a body, or something else."""
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
        body = next((token.lower for token in (head, *rest) if token.lower in _BODY_NOUNS), None)
        if body is not None:
            country = country or self._country_after(head)
            text_head = " ".join(token.lower for token in rest) or head.lower
            self._keep(
                parts[0].start,
                self._extended(head),
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
        elif role_of_head(head.lower) is not None:
            self._description(head, parts)
        elif any(token.pos == "PROPN" for token in rest) and not {token.lower for token in rest} & _CALENDAR:
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

    def _extended(self, head: Token) -> int:
        """End of a body's name that runs on: Ministry of Foreign Affairs."""
        for child in head.rights:
            if child.dep == "prep" and child.lower in ("of", "for") and child.i == head.i + 1:
                below = child.child("pobj")
                if below is not None and below.text[:1].isupper() and below.start not in self.known:
                    return below.end
        return head.end

    def _person(self, rest: list[Token], head: Token) -> tuple[list[Token], list[Token]] | None:
        """(title, name) if the words end in a person's name, else None."""
        if not rest or not head.text[:1].isupper() or any(char.isdigit() for char in head.text):
            return None
        cut = -1
        for k, token in enumerate(rest[:-1]):
            plain = token.lower.strip(".")
            if (
                plain in _HONORIFICS
                or token.lower in _HONORIFICS
                or (
                    role_of_head(token.lower.rsplit("/", 1)[-1]) is not None
                    and token.lower not in ("may", "major" if k else "")
                )
            ):
                cut = k
        title, name = rest[: cut + 1], rest[cut + 1 :]
        while name and not name[0].text[:1].isupper():
            title, name = [*title, name[0]], name[1:]
        name = [
            token
            for token in name
            if token.text[:1].isupper() or token.lower in ("bin", "al", "de", "van", "von", "-", "der", "la", "ul")
        ]
        if not name or name[-1] is not head:
            return None
        lowers = {token.lower for token in name}
        if lowers & (_BODY_NOUNS | _NOT_PERSONS | _CALENDAR) or any(role_of_head(lower) for lower in lowers):
            return None
        if any(token.start in self.known and self.known[token.start][1].kind != "person" for token in name):
            known = self.known.get(name[0].start)
            if not title or known is None or known[0] >= name[-1].end:
                return None
        role_nouns = [
            token
            for token in title
            if role_of_head(token.lower.rsplit("/", 1)[-1]) is not None or token.lower in _HONORIFICS
        ]
        if role_nouns:
            return title, name
        if title and title[-1].lower not in _ADVERBIAL_TITLES:
            return None
        if len(name) >= 2 and (acts_like_a_person(head) or self._appositive(head)[0]):
            return [], name
        if len(name) == 1 and acts_like_a_person(head):
            return [], name
        return None

    def _appositive(self, head: Token) -> tuple[str | None, str | None]:
        """(title, state) from "X, the foreign minister of Kestria" or "the foreign minister, X"."""
        for other in [child for child in head.children if child.dep == "appos"] + (
            [head.head] if head.dep == "appos" and head.head.pos == "NOUN" else []
        ):
            if other.pos == "NOUN" and role_of_head(other.lower) is not None:
                left = self._left(other)
                parts = self.parse.tokens[left : other.i + 1]
                country, after = self._country_in(parts)
                words = [
                    token.text
                    for token in parts[after:]
                    if token.dep not in ("det", "poss") and token.lower not in ("'s", "’s")
                ]
                if country is None:
                    country = self._country_after(other)
                return " ".join(words).lower(), country
        return None, None

    def _country_after(self, noun: Token) -> str | None:
        """The state in "spokesman for Kestria's army", "minister of Kestria"."""
        for child in noun.rights:
            if child.dep == "prep" and child.lower in ("of", "for", "in", "to"):
                for token in child.subtree:
                    found = self.known.get(token.start)
                    if found is not None and found[1].kind in ("country", "demonym", "capital"):
                        return found[1].country
        return None

    def _country_commanded(self, head: Token) -> str | None:
        """The state in "Teo Marchand, who commands Kestria's north"."""
        clause = head.child("relcl")
        for token in clause.subtree if clause is not None and clause.lemma in _LEADS else ():
            found = self.known.get(token.start)
            owns = token.dep in ("poss", "amod") or (token.dep == "compound" and token.head.dep != "nsubj")
            if found is not None and owns and found[1].kind in ("country", "demonym"):
                return found[1].country
        return None

    def _country_of_title(self, title: list[Token]) -> str | None:
        for token in title:
            found = self.known.get(token.start)
            if found is not None and found[1].country is not None and found[1].kind != "city":
                return found[1].country
        return None

    def _description(self, head: Token, parts: list[Token]) -> None:
        """Keeps “the minister”, “Kestrian officials”, “a spokesman for the army”: only nouns that can act."""
        if not can_act(head.lower):
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


def _is_said_before(head: Token, parts: list[Token]) -> bool:
    """Whether "the city" is one named before: definite, bare, and not "the city of Brisal"."""
    is_bare = all(token.dep in ("det", "poss", "case") or token.lower == "capital" for token in parts[:-1])
    is_definite = parts[0].lower in _DEFINITE or any(token.dep == "poss" for token in parts[:-1])
    names = [child.child("pobj") for child in head.rights if child.dep == "prep" and child.lower in ("of", "in")]
    names += [child for child in head.rights if child.dep == "appos"]
    after = head.sent.tokens[head.i - head.sent.tokens[0].i + 1 :][:2]
    names += [token for token in after[1:] if after[0].text == ","]  # "the capital, Tellmark", however it is parsed
    return is_bare and is_definite and not any(name is not None and name.text[:1].isupper() for name in names)


def is_place_or_thing(word: str) -> bool:
    """Whether a name that ends in this word, in lower case, is no actor: pass, treaty, airport."""
    return word in _NOT_PERSONS or word in _CALENDAR


def is_body_word(word: str) -> bool:
    """Whether the word, in lower case, belongs to names of bodies: league, university, movement."""
    return word in _BODY_NOUNS or word in _NOT_PERSONS


def acts_like_a_person(head: Token) -> bool:
    """Whether the word is the subject or agent of what only people and their bodies do."""
    verb = head.head
    speaks = verb.lemma in _HUMAN_VERBS
    return (head.dep in ("nsubj", "agent") and speaks) or (
        head.dep == "pobj" and head.head.dep == "agent" and head.head.head.lemma in _HUMAN_VERBS
    )


_LEADS = frozenset({"command", "lead", "head", "run", "chair", "direct", "represent"})
"""Verbs of which the object says whose office it is."""
_HUMAN_VERBS = frozenset(
    "say tell add claim state announce argue note warn insist stress reiterate declare ask call speak meet write post"
    " deny confirm accuse condemn urge acknowledge respond reply think believe visit arrive emphasize highlight praise"
    " serve lead resign hold discuss express thank recall explain describe predict vow promise pledge order demand".split()
)
"""Verbs whose subject, where it is an unknown name, is taken for a person."""
