"""Who "the suspect", "the victim", "the dead sailor" are: the one person whom the report identifies as such."""

from __future__ import annotations

from variorum.analysers import gazetteer
from variorum.analysers.persons import Persons
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.roles import is_person
from variorum.model.marks import Mention, MentionKind
from variorum.model.reports import Report

DOERS = frozenset(
    "suspect gunman attacker assailant shooter bomber perpetrator killer murderer hijacker kidnapper knifeman arsonist"
    " accused defendant individual".split()
)
"""Nouns for whoever is held to have done the deed that a report tells of: reports change them freely."""
VICTIMS = frozenset({"victim", "deceased"})
_IDENTIFY = frozenset({"identify", "name", "recognize", "recognise"})
_CAUGHT = frozenset({"arrest", "charge", "convict", "detain", "accuse"})
_HARM = frozenset("kill stab murder rape assault shoot wound injure attack abduct kidnap poison strike behead".split())
_OTHERS = frozenset("another second third other fellow two three four several".split())


def is_part(head: Token) -> bool:
    """Whether a noun says which part somebody had in a deed, however little it says of him else."""
    return head.lemma.lower() in DOERS | VICTIMS or head.lower in DOERS | VICTIMS


class Participants(Persons):
    """Parts in a deed, and the persons whom the report says had them."""

    def __init__(self, report: Report, given: Layers, names: gazetteer.Gazetteer) -> None:
        super().__init__(report, given, names)
        self.identified: dict[int, Mention] = {}
        """Index of the head of a description -> the name that the report identifies it with."""
        self._names_at: dict[int, Mention] = {}
        self._resolving = False
        for mention in given.mentions:
            token = self.parse.token_at(mention.head.start)
            if token is not None and mention.kind is MentionKind.NAME:
                self._names_at[token.i] = mention
        for place, mention in sorted(self._names_at.items()):
            described = self._described_as(self.parse.tokens[place])
            if described is not None:
                self.identified[described.i] = mention
        self._parts = {DOERS: self._part(DOERS, _CAUGHT), VICTIMS: self._part(VICTIMS, _HARM)}

    def _described_as(self, name: Token) -> Token | None:
        """The noun in "identified the suspect as X", "the dead sailor was identified as X", "the suspect's name is X"."""
        above = name.head
        if name.dep == "pobj" and above.lower == "as" and above.head.lemma in _IDENTIFY:
            return above.head.child("dobj", "nsubjpass")
        if name.dep == "pobj" and above.lower == "as" and above.head.dep in ("dobj", "nsubjpass"):
            return above.head if above.head.head.lemma in _IDENTIFY else None
        if name.dep == "oprd" and above.lemma in _IDENTIFY:
            return above.child("nsubjpass", "dobj")
        verb = above.head if name.dep == "pobj" else above
        subject = verb.child("nsubj", "nsubjpass") if verb.pos in ("VERB", "AUX") else None
        if subject is None or subject.lower not in ("name", "identity"):
            return None
        owner = subject.child("poss")
        return owner if owner is not None and is_part(owner) else None

    def _part(self, nouns: frozenset[str], verbs: frozenset[str]) -> Mention | None:
        """The only person with such a part; None where it names nobody, or speaks of several."""
        heads = [token for token in self.parse.tokens if token.pos in ("NOUN", "ADJ") and token.lower in nouns]
        many = [token for token in self.parse.tokens if token.tag in ("NNS", "NNPS") and token.lemma.lower() in nouns]
        if many or not heads or any(child.lower in _OTHERS for token in heads for child in token.lefts):
            return None
        told = [mention for place, mention in self.identified.items() if self.parse.tokens[place].lower in nouns]
        told += [mention for token in heads if (mention := self._beside_part(token)) is not None]
        if not told:
            told = [
                mention
                for place, mention in self._names_at.items()
                if _undergoes(self.parse.tokens[place], verbs) and self._may_be_a_person(mention)
            ]
        keys = {" ".join(mention.span.exact.split()).split(" ")[-1] for mention in told}
        return max(told, key=lambda mention: (len(mention.span.exact), -mention.span.start)) if len(keys) == 1 else None

    def _beside_part(self, token: Token) -> Mention | None:
        """The name put beside the part: "the suspect, X", "X, the suspect"."""
        beside = [child.i for child in token.children if child.dep == "appos"]
        beside += [token.head.i] if token.dep == "appos" else []
        return next((self._names_at[place] for place in beside if place in self._names_at), None)

    def _may_be_a_person(self, mention: Mention) -> bool:
        known = self.names.exact(mention.span.exact)
        return mention.introduces is not None or (known is None and mention.role is None and mention.country is None)

    def _participant(self, mention: Mention, head: Token) -> Mention | None:
        """The description as the person whom the report identifies with it, before or behind; None if it does not."""
        if head.tag in ("NNS", "NNPS") or self._resolving:
            return None
        named = self.identified.get(head.i)
        why = "identified so"
        if named is None and is_part(head) and not any(child.lower in _OTHERS for child in head.lefts):
            first = self.parse.token_at(mention.span.start)
            nouns = DOERS if head.lower in DOERS else VICTIMS
            is_first = not any(
                token.lower in nouns for token in self.parse.tokens[: head.i] if token.pos in ("NOUN", "ADJ")
            )
            is_definite = first is not None and first.lower in ("the", "this", "that")
            is_new = first is not None and first.lower in ("a", "an") and is_first
            if is_definite or is_new:
                named, why = self._parts[nouns], "the one person whom the report names in that part"
        if named is None or not (is_person(head.lemma) or is_part(head)):
            return None
        person = self._resolved(named)
        if person is None or not self._is_person(person):
            return None
        return self._as(mention, person, f"“{' '.join(mention.span.exact.split())}”: {person.name}, {why}")

    def _resolved(self, named: Mention) -> Mention | None:
        """A name of the report, resolved, wherever it stands."""
        token = self.parse.token_at(named.head.start)
        if token is None:
            return None
        self._resolving = True
        found = self._one(named, token)
        self._resolving = False
        return found if found.actors else None


def _undergoes(token: Token, verbs: frozenset[str]) -> bool:
    """Whether the word is the object of one of the verbs."""
    return token.dep in ("dobj", "nsubjpass") and token.head.lemma in verbs
