"""Whom a pronoun means: subjects first, nearest sentence first; inside a quotation "I" is whoever says it."""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Callable

from variorum.analysers import quotations, salience
from variorum.analysers.protocol import Layers
from variorum.analysers.quotations import Quotation
from variorum.analysers.speakers import subject_of
from variorum.analysers.syntax import Token
from variorum.codes import genders
from variorum.codes.reporting import verb
from variorum.codes.roles import is_person
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import READ_LABELS, Report

_PERSON_PRONOUNS = frozenset("he she him her his himself herself hers".split())
_WE = frozenset("we us our ours ourselves".split())
_FIRST_PERSON = frozenset("i me my mine myself".split()) | _WE
_GENDERS = dict.fromkeys(("she", "her", "hers", "herself"), "f") | dict.fromkeys(("he", "him", "his", "himself"), "m")
_LOCAL = frozenset({"mayor", "governor", "councillor", "councilor", "county", "city", "district", "provincial"})
_SPEAKS_FOR_A_STATE = frozenset({"GOV", "MIL", "JUD", "COP"})
_PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
_COLLECTIVE = frozenset("police family crew team staff gang militia opposition public media press taliban".split())
"""Nouns in the singular that "they" stands for."""
_THING_PRONOUNS = frozenset("it its itself".split())
_SCENE = frozenset("in at near across inside outside around throughout within over along".split())
"""Prepositions after which a place is where something is."""
_STRESS = frozenset({"himself", "herself", "itself", "themselves"})
_GOES_ON = frozenset({"continue", "begin", "conclude"})
"""Verbs that say who speaks where they stand before a quotation."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
SAYERS_BACK = 2
"""Sentences that "it said" looks back for what spoke before."""
SAYER_TOKENS = 30
"""How far from a quotation its verb of saying may stand."""
LOOK_BACK_SENTENCES = 4
"""How far a pronoun looks for whom it means."""


class Antecedents(ABC):
    """What was resolved so far in one report, and who of them a pronoun can mean."""

    def __init__(self, report: Report, given: Layers) -> None:
        self.given = given
        self.parse = given.parse
        self.persons = frozenset(entry.actor for entry in given.register)
        self.likely_persons: frozenset[str] = frozenset()
        """Names by their own words that are built like a person's."""
        self.lines = [line for line in report.lines if line.label in READ_LABELS and line.end > line.start]
        self.quotes = quotations.find(given.text.text, self.lines)
        self.sayers: dict[Quotation, Mention | None] = {}
        self.genders: dict[str, str] = {}
        """Actor -> "m" or "f", of the persons whose words tell it."""
        self.speaks_for: dict[str, Mention] = {}
        """Person -> the body that he heads or speaks for."""
        self.seen: list[tuple[int, Token, Mention]] = []
        """(sentence number, head token, resolved mention), in the order of the text."""

    @abstractmethod
    def _one(self, mention: Mention, head: Token) -> Mention:
        """The mention, resolved."""

    @abstractmethod
    def _listed_before(self, head: Token) -> Mention | None:
        """The persons whom one list joins in this sentence or the one before, if "they" can mean them."""

    @abstractmethod
    def _state_name(self, code: str) -> str:
        """The name of a state to show."""

    def _as(self, mention: Mention, other: Mention, why: str) -> Mention:
        return dataclasses.replace(
            mention,
            actors=other.actors,
            name=other.name,
            country=other.country,
            role=other.role or mention.role,
            why=why,
        )

    def _pronoun(self, mention: Mention, head: Token) -> Mention:
        word = head.lower
        if head.dep in ("appos", "npadvmod", "nmod") and word in _STRESS:
            beside = [found for _, token, found in self.seen if token.i == head.i - 1 and token.pos != "PRON"]
            if not beside:  # "in Tellmark itself": no more than what stands before it
                return dataclasses.replace(mention, name=mention.span.exact, why="stresses the word before it")
            return self._as(mention, beside[-1], f"“{mention.span.exact}”: {beside[-1].name}, beside it")
        quote = next((quote for quote in self.quotes if quote.holds(head.start, head.end)), None)
        if quote is not None and word in _FIRST_PERSON:
            speaker = self._sayer(quote)
            if speaker is not None and word in _WE:
                return self._we(mention, speaker)
            if speaker is not None and self._is_person(speaker):
                return self._as(mention, speaker, f"“{mention.span.exact}”: {speaker.name}, whose words they are")
            return dataclasses.replace(mention, name=mention.span.exact, why="whoever speaks")
        if word in _PERSON_PRONOUNS:
            sayer = self._sayer(quote) if quote is not None and not self._is_told_on(quote) else None
            spoken_by = sayer.actors if sayer is not None else ()  # nobody calls himself "he"
            return self._he_or_she(mention, head, spoken_by)
        if word in _THING_PRONOUNS:
            if (
                head.dep in ("nsubj", "nsubjpass")
                and head.head.lemma in ("be", "seem", "appear", "remain")
                and word == "it"
            ):
                return dataclasses.replace(mention, name=mention.span.exact, why="may stand for no one")
            sayer_before = self._sayer_before(head) if _says(head) else None
            if sayer_before is not None:
                other = next((found for _, token, found in reversed(self.seen) if token is sayer_before), None)
                if other is None or not self._is_single_body(other):
                    words = " ".join(self.parse.text[_first_of(sayer_before).start : sayer_before.end].split())
                    return dataclasses.replace(mention, name=words, why=f"“{mention.span.exact}”: who spoke before")
            else:
                other = self._antecedent(head, self._is_single_body, is_thing=True)
        elif word in _PLURAL_PRONOUNS:
            crowd = self._crowd_before(head)
            if crowd is not None:
                words = " ".join(self.parse.text[_first_of(crowd).start : crowd.end].split())
                return dataclasses.replace(mention, name=words, why=f"“{mention.span.exact}”: many, not named")
            listed = self._listed_before(head)
            if listed is not None:
                return self._as(mention, listed, f"“{mention.span.exact}”: {listed.name}, named together before")
            other = self._antecedent(head, self._is_plural) or self._body_of_many(head)
        else:
            return dataclasses.replace(mention, name=mention.span.exact, why="whoever speaks")
        if other is None:
            return dataclasses.replace(mention, name=mention.span.exact, why="nobody before fits")
        return self._as(mention, other, f"“{mention.span.exact}”: {other.name}, named before")

    def _somebody_new(self, head: Token) -> bool:
        """Whether somebody without a name acts in this sentence or the one before: "a daughter escaped. She"."""
        named = {token.i for _, token, _ in self.seen}
        near = self.parse.sentences[max(0, head.sent.index - 1) : head.sent.index + 1]
        return any(
            token.tag == "NN" and is_subject(token) and is_person(token.lemma) and token.i not in named
            for sentence in near
            for token in sentence.tokens
            if token.i < head.i
        )

    def _is_told_on(self, quote: Quotation) -> bool:
        """Whether the quoted words go on with the reporter's own clause: 'she told them "that she had no plans"'."""
        inside = self.parse.tokens_in(quote.start, quote.end)
        return bool(inside) and inside[0].text == "that"

    def _we(self, mention: Mention, speaker: Mention) -> Mention:
        """Of a state or body that speaks, it; "we" of one who holds an office of a state, that state; else open."""
        if self._is_body(speaker):
            return self._as(mention, speaker, f"“{mention.span.exact}”: {speaker.name}, whose words they are")
        body = self.speaks_for.get(speaker.actors[0]) if len(speaker.actors) == 1 else None
        if body is not None and mention.head.exact.lower() == "we":
            return self._as(mention, body, f"“{mention.span.exact}”: {body.name}, for which {speaker.name} speaks")
        is_official = speaker.country and speaker.role in _SPEAKS_FOR_A_STATE and not self._is_local(speaker)
        if mention.head.exact.lower() == "we" and self._is_person(speaker) and is_official and speaker.country:
            why = f"“{mention.span.exact}”: the state for which {speaker.name} speaks"
            return dataclasses.replace(
                mention,
                actors=(speaker.country,),
                name=self._state_name(speaker.country),
                country=speaker.country,
                role="GOV",
                why=why,
            )
        return dataclasses.replace(mention, name=mention.span.exact, why="whoever speaks")

    def _is_local(self, speaker: Mention) -> bool:
        """Whether an office of the person's is that of a town or province."""
        own = [entry for entry in self.given.register if entry.actor in speaker.actors]
        return any(set(title.split()) & _LOCAL for entry in own for title, _, _ in entry.titles)

    def _he_or_she(self, mention: Mention, head: Token, spoken_by: tuple[str, ...]) -> Mention:
        """The person whom the text keeps most in view and whose gender fits; open where two are as much in view."""
        gender = _GENDERS[head.lower]
        fits = [
            item
            for item in self.seen
            if self._is_person(item[2])
            and item[2].actors != spoken_by
            and self.genders.get(item[2].actors[0]) in (None, gender)
        ]
        ranked = salience.ranked(head, fits, self.quotes, sure=self.genders.get)
        if not ranked:
            known = {item[2].actors[0]: item[2] for item in fits if self.genders.get(item[2].actors[0]) == gender}
            if len(known) == 1 and not self._somebody_new(
                head
            ):  # the only man or woman of the report so far, however long ago
                (other,) = known.values()
                return self._as(mention, other, f"“{mention.span.exact}”: {other.name}, the only one so far")
            return dataclasses.replace(mention, name=mention.span.exact, why="nobody before fits")
        if len(ranked) > 1 and ranked[1].weight >= salience.TIE * ranked[0].weight:
            candidates = tuple(sorted(entry.mention.actors[0] for entry in ranked[:2]))
            return dataclasses.replace(
                mention, candidates=candidates, name=mention.span.exact, why="two people fit as well"
            )
        other = ranked[0].mention
        return self._as(mention, other, f"“{mention.span.exact}”: {other.name}, named before")

    def note_gender(self, head: Token, found: Mention) -> None:
        """Keeps what the mention's words tell of the person's gender: the given name, the title, a noun of kin."""
        if not self._is_person(found) or found.kind is MentionKind.PRONOUN:
            return
        before = self.parse.tokens_in(found.span.start, head.end)
        told = [gender for token in before if (gender := genders.of_noun(token.lower)) is not None]
        if head.dep == "appos" and head.head.pos == "NOUN":
            told += [gender for gender in [genders.of_noun(head.head.lower)] if gender is not None]
        gender = told[0] if told else genders.of_name(found.name)
        if gender is not None and (told or found.actors[0] not in self.genders):
            self.genders[found.actors[0]] = gender

    def _sayer(self, quote: Quotation) -> Mention | None:
        """Whoever is the subject of the verb of saying beside the quotation, after it before before it; None if nobody."""
        if quote in self.sayers:
            return self.sayers[quote]
        self.sayers[quote] = None  # asked again while it is looked for: nobody
        line = self.lines[quote.line]
        after = self.parse.tokens_in(quote.outer_end, line.end)[:SAYER_TOKENS]
        before = list(reversed(self.parse.tokens_in(line.start, quote.outer_start)[-SAYER_TOKENS:]))
        is_ended = self.parse.text[quote.start : quote.end].rstrip()[-1:] in (".", "!", "?")
        opening = self.parse.tokens_in(quote.outer_start, quote.outer_end)[:1]
        here = [token for token in before if opening and token.sent is opening[0].sent]
        for token in (*here, *after, *before) if is_ended else (*after, *before):
            known = verb(token.lemma) if token.pos == "VERB" else None
            is_said = known is not None and bool(set(known.frames) & set("qc"))
            if not (is_said or (token.pos == "VERB" and token.lemma in _GOES_ON and token in here)) or any(
                other.holds(token.start, token.end) for other in self.quotes
            ):
                continue
            subject = subject_of(token)
            if subject is None or token.tag == "VBG":
                continue  # "Torvek said, “...”, adding, “...”"
            named = next((item for item in self.given.mentions if subject and item.head.start == subject.start), None)
            if named is not None and subject is not None:
                self.sayers[quote] = self._one(named, subject)
            break
        return self.sayers[quote]

    def _is_person(self, mention: Mention) -> bool:
        return len(mention.actors) == 1 and (
            mention.actors[0] in self.persons or mention.actors[0] in self.likely_persons
        )

    def _is_body(self, mention: Mention) -> bool:
        return len(mention.actors) == 1 and mention.actors[0] not in self.persons | self.likely_persons

    def _is_single_body(self, mention: Mention) -> bool:
        token = self.parse.token_at(mention.head.start)
        return (self._is_body(mention) and token is not None and token.tag not in ("NNS", "NNPS")) or (
            self._is_body(mention) and mention.actors[0] == mention.country and mention.kind is MentionKind.NAME
        )

    def _is_plural(self, mention: Mention) -> bool:
        token = self.parse.token_at(mention.head.start)
        is_many = token is not None and (token.tag in ("NNS", "NNPS") or token.lower in _COLLECTIVE)
        is_state = mention.kind is MentionKind.NAME and mention.actors == (mention.country,) and mention.role == "GOV"
        return len(mention.actors) > 1 or (
            not self._is_person(mention) and mention.kind is not MentionKind.PRONOUN and is_many and not is_state
        )

    def _crowd_before(self, head: Token) -> Token | None:
        """The people nearest before, in this sentence or the one before, where they are the subject and nobody names them."""
        known = {token.i: found for _, token, found in self.seen}
        sentences = self.parse.sentences
        for sentence in reversed(sentences[max(0, head.sent.index - 1) : head.sent.index + 1]):
            for token in reversed(sentence.tokens):
                is_many = token.tag in ("NNS", "NNPS") and is_person(token.lemma) and token.i < head.i
                is_here = sentence is head.sent and token.i < head.i and token.pos == "NOUN"
                if is_here and token.lower in _COLLECTIVE and token.dep != "compound":
                    return token if token.i not in known else None
                if token.i in known and is_subject(token) and self._is_plural(known[token.i]) and token.i < head.i:
                    return None
                if is_many and is_subject(token):
                    return token if token.i not in known else None
        return None

    def _body_of_many(self, head: Token) -> Mention | None:
        """The body that is the subject of the sentence so far: "the Coast Guard said their losses were small"."""
        here = [
            (token, found)
            for number, token, found in self.seen
            if number == head.sent.index and is_subject(token) and self._is_body(found)
        ]
        if not here or here[-1][1].country in here[-1][1].actors:
            return None
        between = self.parse.tokens[here[-1][0].i + 1 : head.i]
        return None if any(token.tag in ("NNS", "NNPS") for token in between) else here[-1][1]

    def _sayer_before(self, head: Token) -> Token | None:
        """Whatever spoke last before "it said", if that was a body or a document: a noun no person is called by."""
        sentences = self.parse.sentences
        for sentence in reversed(sentences[max(0, head.sent.index - SAYERS_BACK) : head.sent.index + 1]):
            for token in reversed(sentence.tokens):
                if token.start >= head.start:
                    continue
                subject = _speaking(token)
                if subject is None or subject.pos not in ("NOUN", "PROPN") or is_person(subject.lemma):
                    continue
                named = next((found for _, word, found in reversed(self.seen) if word is subject), None)
                if named is not None and (self._is_person(named) or named.kind is MentionKind.PRONOUN):
                    continue
                return subject
        return None

    def _antecedent(self, head: Token, fits: Callable[[Mention], bool], *, is_thing: bool = False) -> Mention | None:
        """Subjects first, nearest sentence first, then anyone nearest; "it" is no place that something happened in."""
        window = [
            item
            for item in self.seen
            if 0 <= head.sent.index - item[0] <= LOOK_BACK_SENTENCES
            and not (is_thing and _is_scene(item[1]))
            and not (item[1].dep == "compound" and item[2].kind is MentionKind.DESCRIPTION)  # "police vans"
        ]
        suited = [item for item in window if fits(item[2])]
        if not suited:
            return None
        for back in range(LOOK_BACK_SENTENCES + 1):
            here = [item for item in suited if head.sent.index - item[0] == back]
            subjects = [item for item in here if is_subject(item[1])]
            if subjects:
                return (subjects[-1] if back == 0 else subjects[0])[2]
            if here:
                return here[-1][2]
        return None


def _says(head: Token) -> bool:
    """Whether the word is the subject of a verb of saying."""
    return head.dep == "nsubj" and head.head.pos == "VERB" and verb(head.head.lemma) is not None


def _speaking(token: Token) -> Token | None:
    """The subject of this verb of saying, or whoever stands after "according to"; None for any other word."""
    if token.pos == "VERB" and token.tag in _FINITE and verb(token.lemma) is not None:
        subject = subject_of(token)
        return subject if subject is not None and subject.start < token.start else None
    if token.lower == "according":
        way = next((child for child in token.children if child.lower == "to"), None)
        return way.child("pobj") if way is not None else None
    return None


def _first_of(noun: Token) -> Token:
    """The first word of a noun's phrase."""
    own = [child for child in noun.lefts if child.dep in ("det", "amod", "compound", "nmod", "poss")]
    return own[0].subtree[0] if own else noun


def _is_scene(token: Token) -> bool:
    return token.dep == "pobj" and token.head.lower in _SCENE


def is_subject(token: Token) -> bool:
    """Whether the word is what acts or is acted upon in its clause."""
    return token.dep in ("nsubj", "nsubjpass", "agent")
