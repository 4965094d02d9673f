"""What something is called: described the tariffs as unlawful, called the report an invention. Pure functions over tokens."""

from __future__ import annotations

import dataclasses

from variorum.analysers.contents import Found
from variorum.analysers.speakers import is_below_clause, is_passive
from variorum.analysers.syntax import Token
from variorum.codes.reporting import FALSE_WORDS, Reporting, noun

_BARE = frozenset({"call", "brand", "label", "term", "dub", "declare"})
"""Verbs that take the predicate without "as"."""
_PREDICATES = ("oprd", "acomp")
_CLAIMS = frozenset({"report", "reports", "account", "version", "rumour", "rumor", "charge", "story", "suggestion"})
"""Nouns that hold what somebody said, besides the nouns of saying."""


def by_predicate(cue: Token, known: Reporting, speaker: Token | None) -> Found | None:
    """The attribution of what something is called; None if it is called nothing.

    Calling a claim false denies it, whatever the verb.
    """
    if "p" not in known.frames or speaker is None:
        return None
    shifted = _shifted(cue)
    if shifted is not None:
        thing, predicate = shifted
        return _found(cue, known, speaker, thing, predicate, [*thing.subtree])
    called = _thing(cue)
    predicate = _after_as(cue, called) or (_bare(cue, called) if cue.lemma in _BARE else [])
    if called is None or not predicate or called.lower in ("what", "whatever"):
        return None
    if called.tag in ("WDT", "WP"):
        return _found(cue, known, speaker, cue.head, predicate, predicate)
    if called.dep in ("dobj", "nsubjpass", "nsubj") and called.head in (cue, *_small_clause(cue)):
        words = [*called.subtree, *(predicate if predicate[0].i > called.i else ())]
    else:
        words = [token for token in called.subtree if not is_below_clause(token, called)]
        words = predicate if cue.dep == "acl" else [*words, *predicate]
    return _found(cue, known, speaker, called, predicate, words)


def _found(
    cue: Token, known: Reporting, speaker: Token, thing: Token, predicate: list[Token], words: list[Token]
) -> Found:
    says_false = any(token.lower in FALSE_WORDS for token in predicate) and holds_claim(thing)
    if says_false:
        known = dataclasses.replace(known, force="denies")
    elif known.force == "demands":
        known = dataclasses.replace(known, force="asserts")
    return Found(cue, known, speaker, tuple(words), None, (), "n", "described as")


def holds_claim(thing: Token) -> bool:
    """Whether the noun stands for what somebody said: a report, an accusation, an account."""
    return thing.lemma in _CLAIMS or noun(thing.lemma) is not None


def _thing(cue: Token) -> Token | None:
    """What is called something: the object, in the passive the subject, else the noun that the clause hangs on."""
    if is_passive(cue):
        return cue.child("nsubjpass")
    thing = cue.child("dobj")
    if thing is not None:
        return thing
    small = next(iter(_small_clause(cue)), None)
    if small is not None:
        return small.child("nsubj")
    return cue.head if cue.dep in ("acl", "relcl") and cue.head.pos in ("NOUN", "PROPN") else None


def _small_clause(cue: Token) -> list[Token]:
    """The predicate that the parser took for a clause without a verb: "declared the village cleared"."""
    below = cue.child("ccomp", "oprd")
    is_small = below is not None and not any(child.dep in ("aux", "mark") for child in below.children)
    return [below] if below is not None and is_small and below.child("nsubj") is not None else []


def _after_as(cue: Token, thing: Token | None) -> list[Token]:
    """The words of the "as" phrase."""
    heads = [cue, *([thing] if thing is not None else []), *cue.children_by("agent")]
    for head in heads:
        for child in head.rights:
            if child.dep == "prep" and child.lower == "as" and child.i > cue.i and child.children:
                return child.subtree
    return []


def _bare(cue: Token, thing: Token | None) -> list[Token]:
    """The predicate without "as"; in marks at the end also where the parser took it for part of the clause before."""
    for small in _small_clause(cue):
        return [token for token in small.subtree if token.i > cue.i and (thing is None or token not in thing.subtree)]
    predicate = cue.child(*_PREDICATES)
    named = thing.child("appos") if thing is not None and cue.lemma == "call" else None
    if predicate is not None and predicate.i > cue.i:
        return list(predicate.subtree)
    if named is not None:
        return list(named.subtree)
    words = thing.subtree if thing is not None else []
    if thing is not None and holds_claim(thing) and words and words[-1].text in ("”", '"', "»"):
        opened = next((token for token in reversed(words[:-1]) if token.text in ("“", '"', "«")), None)
        return [token for token in words if opened is not None and token.i > opened.i]
    return []


def _shifted(cue: Token) -> tuple[Token, list[Token]] | None:
    """Reads "dismissed as an invention a report that ...": the object stands behind its predicate."""
    after = next((child for child in cue.rights if child.dep == "prep" and child.lower == "as"), None)
    if after is None or after.i != cue.i + 1 or cue.child("dobj") is not None or is_passive(cue):
        return None
    inner = after.child("pobj")
    if inner is None:
        return None
    behind = inner.child("appos")
    if behind is not None and behind.i > inner.i and behind.child("det", "poss") is not None:
        return behind, [token for token in inner.subtree if token not in behind.subtree]
    first = after.rights[0]
    if first is not inner and first.i < inner.i and inner.child("det", "poss") is not None:
        return inner, [first]  # "rejected as baseless a report": the adjective hung on "as"
    return None
