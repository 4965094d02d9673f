"""Which words are a person's name, with which title and whose: shared by the steps that read names. Pure."""

from __future__ import annotations

from variorum.analysers.gazetteer import Known
from variorum.analysers.syntax import Parse, Token
from variorum.codes import genders
from variorum.codes.roles import is_office, is_person, role_of_head

BODY_NOUNS = frozenset(
    "orchestra charity institution college academy trust alliance coalition ministry army navy force forces police government parliament senate assembly council commission committee agency"
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
    " canal dam square camp zone port station centre center market park medal prize award trophy cup order legion museum tower palace avenue war peninsula coast desert corner asia africa europe bill amendment constitution".split()
)
INITIALS = 2
"""Capitals that stand for given names before a surname: Vice President JD Merrow."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)
_LEFT_PARTS = frozenset({"compound", "amod", "nmod", "nummod", "det", "poss", "flat", "quantmod", "nn"})
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady mx prof prof. gen gen. lt lt. col col. maj maj. capt capt. sen sen. rep rep. gov gov. adm adm. mme mlle madame monsieur herr frau señor señora signor".split()
)
_SHORT_TITLES = frozenset({"PM", "FM", "CM", "MP", "MEP", "VP", "CEO"})
"""Offices by their initials, before a name: PM Boris Johnson."""
_ADVERBIAL_TITLES = frozenset({"acting", "former", "then", "late", "ex", "interim", "caretaker", "deputy", "federal"})
MONTHS_AS_SURNAMES = frozenset({"may", "june", "august", "april"})
_LEADS = frozenset({"command", "lead", "head", "run", "chair", "direct", "represent"})
"""Verbs of which the object says whose office it is."""
_ADDRESSING = frozenset({"tell", "inform", "assure", "interview"})
"""Verbs whose object is somebody who listens."""
_HUMAN_VERBS = frozenset(
    "say tell add claim state announce argue note warn insist stress reiterate declare ask call speak meet write post"
    " deny confirm accuse condemn urge acknowledge respond reply think believe visit arrive emphasize highlight praise"
    " serve lead resign hold discuss express thank recall explain describe predict vow promise pledge order demand report cite reveal tweet".split()
)
"""Verbs whose subject, where it is an unknown name, is taken for a person."""


class Naming:
    """Noun phrases of one report: where they begin, whose they are, and which of them name a person."""

    def __init__(self, parse: Parse, known: dict[int, tuple[int, Known]]) -> None:
        self.parse = parse
        self.known = known
        """Offset of the first character -> (end, what it stands for), of every known name."""

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

    def _person(self, rest: list[Token], head: Token) -> tuple[list[Token], list[Token]] | None:
        """(title, name) if the words end in a person's name, else None."""
        if not rest or not head.text[:1].isupper() or any(char.isdigit() for char in head.text):
            return None
        cut = -1
        for k, token in enumerate(rest[:-1]):
            plain = token.lower.strip(".")
            if (
                token.text in _SHORT_TITLES
                or plain in HONORIFICS
                or token.lower in HONORIFICS
                or (token.tag == "NN" and token.text.islower() and is_person(token.lemma))
                or (
                    role_of_head(token.lower.rsplit("/", 1)[-1]) is not None
                    and token.lower not in ("may", "national", "local", "major" if k else "")
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
        is_borne = bool(title) and is_office(title[-1].lower)
        longest = INITIALS if is_borne else 1
        if any(token.text.isupper() and len(token.text) > longest for token in name) and not head.text.isupper():
            return None  # an abbreviation among words
        if len(name) > 1 and head.text.isupper() and not all(token.text.isupper() for token in name):
            return None
        lowers = {token.lower for token in name}
        is_titled = is_borne and len(name) > 1 and not is_office(head.lower)
        if is_titled:
            lowers.discard(head.lower)  # a surname may be a common noun: Mujahid, Marshall
        if lowers & (BODY_NOUNS | _NOT_PERSONS | CALENDAR) - surname_like_a_month(name, self.parse) or any(
            role_of_head(lower) for lower in lowers
        ):
            return None
        if any(token.start in self.known and self.known[token.start][1].kind != "person" for token in name):
            known = self.known.get(name[0].start)
            if not title or known is None or known[0] >= name[-1].end:
                return None
        role_nouns = [
            token
            for token in title
            if role_of_head(token.lower.rsplit("/", 1)[-1]) is not None
            or token.lower in HONORIFICS
            or token.text in _SHORT_TITLES
        ]
        if role_nouns:
            return title, name
        is_trade = bool(title) and title[-1].tag == "NN" and is_person(title[-1].lemma) and len(name) > 1
        if is_trade and all(token.pos == "PROPN" for token in name):
            return title, name  # "Lorn Medal laureate Ada Merrow"
        if title and title[-1].lower not in _ADVERBIAL_TITLES:
            return None
        if any(child.lower == "the" and child.dep == "det" for child in head.children):
            return None  # "the Brask Mail" is nobody's name
        if len(name) >= 2 and (acts_like_a_person(head) or self._appositive(head)[0]):
            return [], name
        if len(name) == 1 and (acts_like_a_person(head) or self._title_before(head)):
            return [], name
        return None

    def _title_before(self, head: Token) -> bool:
        """Whether the name stands right behind its title, however the parser hung that: "security minister Torvek"."""
        title = head.head
        is_title = head.dep == "appos" and title.i == head.i - 1 and is_office(title.lower)
        return is_title and title.tag in ("NN", "NNP") and self._appositive(head)[0] is not None

    def _appositive(self, head: Token) -> tuple[str | None, str | None]:
        """(title, state) from "X, the foreign minister of Kestria" or "the foreign minister, X"."""
        for other in [child for child in head.children if child.dep == "appos"] + (
            [head.head] if head.dep == "appos" and head.head.pos in ("NOUN", "PROPN") else []
        ):
            is_titled = other.pos == "NOUN" or is_office(other.lower)
            if is_titled and role_of_head(other.lower) is not None:
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


def surname_like_a_month(name: list[Token], parse: Parse) -> frozenset[str]:
    """The last word of a name of several, where it is also a month and no number follows: Theresa May."""
    after = parse.tokens[name[-1].i + 1] if name[-1].i + 1 < len(parse.tokens) else None
    is_day = after is not None and after.text[:1].isdigit()
    is_name = len(name) > 1 and all(token.pos == "PROPN" for token in name) and not is_day
    is_alone = not any(token.lower in CALENDAR for token in name[:-1])
    return frozenset({name[-1].lower}) & MONTHS_AS_SURNAMES if is_name and is_alone else frozenset()


def is_place_or_thing(word: str) -> bool:
    """Whether a name that ends in this word, in lower case, is no actor: pass, treaty, airport."""
    return word in _NOT_PERSONS or word in CALENDAR


def is_body_word(word: str) -> bool:
    """Whether the word, in lower case, belongs to names of bodies: league, university, movement."""
    return word in BODY_NOUNS or word in _NOT_PERSONS


def acts_like_a_person(head: Token) -> bool:
    """Whether the word is the subject or agent of what only people and their bodies do."""
    verb = head.head
    speaks = verb.lemma in _HUMAN_VERBS
    if head.dep == "pobj" and verb.lower == "to" and verb.head.lower == "according":
        return True
    if head.dep in ("dobj", "dative") and verb.lemma in _ADDRESSING:
        return True
    if head.dep == "oprd" and verb.lemma in ("name", "call") and verb.dep == "acl" and is_person(verb.head.lemma):
        return True  # "a student named Wirano"
    if head.dep == "appos" and genders.of_noun(verb.lower) is not None and verb.child("poss") is not None:
        return True  # "his wife Ada"
    return (head.dep in ("nsubj", "agent") and speaks) or (
        head.dep == "pobj" and head.head.dep == "agent" and head.head.head.lemma in _HUMAN_VERBS
    )


def is_like_a_persons(name: str) -> bool:
    """Whether a name has two to four words, all capitalised but particles, and none that only bodies have."""
    words = name.split()
    small = {"bin", "al", "de", "van", "von", "der", "la", "ul", "dela", "del"}
    is_built_so = 2 <= len(words) <= 4 and all(word[:1].isupper() or word in small for word in words)
    is_titled = any(role_of_head(word.lower()) is not None for word in words)
    return (
        is_built_so
        and not is_titled
        and not any(is_body_word(word.lower()) or (word.isupper() and len(word) > 1) for word in words)
    )
