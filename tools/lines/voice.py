"""Voices: the words and habits of one invented article, its sentences, headlines and headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from random import Random

from tools.lines import words


@dataclass(slots=True)
class World:
    """What several articles of one crisis share: its countries, towns and some people."""

    countries: list[str]
    towns: list[str]
    people: list[str]

    @classmethod
    def invented(cls, random: Random) -> World:
        """Two countries, some towns and people."""
        return cls(
            [words.name(random) for _ in range(2)],
            [words.name(random) for _ in range(4)],
            [f"{words.name(random)} {words.name(random)}" for _ in range(4)],
        )


@dataclass(slots=True)
class Voice:
    """One article's vocabulary and habits: draws its words, so that they recur."""

    random: Random
    subject: str
    world: World
    quotes: tuple[str, str] = ("“", "”")
    length: float = 40.0
    """Words of its usual paragraph."""
    closeness: float = 1.0
    """How closely it keeps to its subject's words."""
    people: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    impersonal: bool = False
    """Names hardly anybody, as columns do."""
    named: set[str] = field(default_factory=set)

    @classmethod
    def invented(cls, random: Random, world: World | None = None, subject: str = "") -> Voice:
        """A voice about a subject, with the world's names if one is given, else with names of its own."""
        subject = subject or random.choice(sorted(words.SUBJECTS))
        shared = world is not None
        world = world or World.invented(random)
        nouns, verbs, adjectives = (part.split() for part in words.SUBJECTS[subject])
        voice = cls(random, subject, world)
        voice.quotes = random.choice((("“", "”"), ("“", "”"), ('"', '"'), ("‘", "’")))
        voice.length = exp(random.uniform(log(10), log(75)))
        voice.impersonal = random.random() < 0.2
        voice.closeness = random.uniform(0.35, 1.1)
        nouns += [words.rare(random) for _ in range(8)]
        own = [f"{words.name(random)} {words.name(random)}" for _ in range(random.choice((1, 3, 6, 12)))]
        voice.people = own + (random.sample(world.people, 2) if shared else [])
        voice.places = [*(random.sample(world.towns, 2) if shared else world.towns[:3]), *world.countries]
        voice.bodies = [
            f"{words.name(random)} {random.choice(('Council', 'Ministry', 'Institute', 'Bank', 'Club', 'Front', 'Group', 'University', 'Court'))}"
            for _ in range(2)
        ]
        voice.nouns, voice.verbs, voice.adjectives = (
            random.sample(part, len(part)) for part in (nouns, verbs, adjectives)
        )
        return voice

    def _drawn(self, own: list[str], common: list[str], share: float) -> str:
        """One word: of the subject's, the first ones oftener, or of the common ones."""
        kind = self.random.random()
        if kind < share * self.closeness:
            return own[min(int(self.random.expovariate(0.12)), len(own) - 1)]
        return self.random.choice(common) if kind < share * self.closeness + 0.1 else words.rare(self.random)

    def noun(self) -> str:
        """A noun."""
        word = self._drawn(self.nouns, words.NOUNS, 0.55)
        return word if self.random.random() < 0.6 else word + ("es" if word[-1] in "sxh" else "s")

    def verb(self) -> str:
        """A verb in the past."""
        return words.past(self._drawn(self.verbs, words.VERBS, 0.45))

    def adjective(self) -> str:
        """An adjective."""
        return self._drawn(self.adjectives, words.ADJECTIVES, 0.4)

    def person(self) -> str:
        """A person: in full with an office the first time, then by the last name."""
        whole = self.people[min(int(self.random.expovariate(0.3)), len(self.people) - 1)]
        if whole in self.named:
            return self.random.choice((whole.split()[-1], whole.split()[-1], "he", "she", whole))
        self.named.add(whole)
        role = self.random.choice(words.ROLES)
        return self.random.choice(
            (
                f"{whole}, {self.random.choice(('a', 'the'))} {self.adjective()} {role},",
                f"{role} {whole}",
                f"{role.title()} {whole}",
                whole,
            )
        )

    def place(self) -> str:
        """A place of the article."""
        return self.random.choice(self.places)

    def phrase(self, depth: int = 0) -> str:
        """A noun phrase."""
        random = self.random
        kind = random.random() + (0.3 if self.impersonal else 0.0)
        if kind < 0.16:
            return self.person()
        if kind < 0.26:
            return f"the {random.choice(self.bodies)}"
        if kind < 0.33:
            return self.place()
        if kind < 0.4:
            return f"{random.choice(('about ', 'at least ', 'more than ', '', ''))}{random.choice((random.randint(2, 60), random.randint(100, 900), f'{random.randint(1, 90)},{random.randint(100, 999)}'))} {self.noun()}"
        head = f"{random.choice(('the', 'the', 'a', 'its', 'their', 'this', 'no', 'some'))} {self.adjective() + ' ' if random.random() < 0.45 else ''}{self.noun()}"
        if depth < 2 and random.random() < 0.3:
            head += f" {random.choice(('of', 'in', 'for', 'on', 'from', 'with'))} {self.phrase(depth + 1)}"
        return head

    def clause(self) -> str:
        """A subject, a verb, and mostly more."""
        random = self.random
        parts = [self.phrase(), random.choice(("", "", "", "has ", "had ", "would ", "could not ")) + self.verb()]
        if random.random() < 0.8:
            parts.append(self.phrase())
        if random.random() < 0.45:
            parts.append(
                random.choice(("in", "near", "before", "after", "under", "without", "against", "over"))
                + " "
                + self.phrase(1)
            )
        if random.random() < 0.2:
            parts.append(
                random.choice(
                    (
                        f"on {random.choice(words.WEEKDAYS)}",
                        f"in {random.choice(words.MONTHS)}",
                        f"in {random.randint(1990, 2038)}",
                        "last week",
                        "this year",
                        random.choice(words.ADVERBS),
                    )
                )
            )
        return " ".join(parts)

    def sentence(self) -> str:
        """A sentence, with or without somebody's words in it."""
        random = self.random
        kind = random.random()
        opened, closed = self.quotes
        if kind < 0.34:
            text = self.clause() + "."
        elif kind < 0.5:
            text = f"{self.clause()}, {random.choice(('and', 'but', 'while', 'as', 'because', 'although', 'which', 'so'))} {self.clause()}."
        elif kind < 0.58:
            text = (
                f"{random.choice(('After', 'When', 'If', 'Although', 'Since', 'As'))} {self.clause()}, {self.clause()}."
            )
        elif kind < 0.7:
            text = f"{self.clause()}, {self.person()} {random.choice(('said', 'said', 'told reporters', 'added', 'wrote', 'says'))}."
        elif kind < 0.84:
            said = self.clause()
            text = f"{opened}{said[:1].upper()}{said[1:]}{random.choice((',', ',', '.', '!', '?'))}{closed} {random.choice((f'{self.person()} said.', f'said {self.person()}.', f'{self.person()} told {self.phrase()}.', ''))}".rstrip()
        elif kind < 0.9:
            text = f"{self.person()} {random.choice(('said', 'says', 'believes', 'warned'))} that {self.clause()}, {opened}{self.clause()}{closed}."
        elif kind < 0.95:
            text = f"{self.clause()} — {self.clause()} — {random.choice(('and', 'but'))} {self.clause()}."
        else:
            text = random.choice(
                (
                    f"{random.choice(('Why', 'How', 'When', 'Where'))} {self.verb()} {self.phrase()}?",
                    f"{self.clause()}: {self.clause()}.",
                    f"{random.choice(('But', 'And', 'Not'))} {self.phrase(1)}.",
                    f"{self.clause()} ({self.phrase(1)}); {self.clause()}.",
                )
            )
        return text[:1].upper() + text[1:] if text[0] not in opened else text

    def paragraph(self) -> str:
        """Sentences, up to about as many words as this voice likes."""
        random = self.random
        wanted = self.length * random.lognormvariate(0.0, 0.6)
        told = self.sentence()
        count = told.count(" ") + 1
        while count < wanted:
            more = self.sentence()
            told += " " + more
            count += more.count(" ") + 1
        return told

    def short(self) -> str:
        """A paragraph of a few words, not always a sentence."""
        random = self.random
        opened, closed = self.quotes
        text = random.choice(
            (
                f"{self.phrase(1)}.",
                f"{self.verb()} {self.phrase(1)}.",
                f"{opened}{self.clause()}.{closed}",
                f"{self.noun()}, {self.noun()}, {self.adjective()}.",
                f"{self.phrase(1)}?",
                f"{self.person()} did.",
                f"{opened}{self.adjective()}!{closed}",
                f"{self.clause()}:",
                f"{self.clause()}.",
                f"{opened}{self.clause()}. {self.clause()}.{closed}",
                f"{self.clause()}; and",
                f"{self.clause()}?",
                self.clause(),
            )
        )
        return text[:1].upper() + text[1:] if text[0] not in opened else text

    def headline(self) -> str:
        """A headline in one of the usual manners."""
        random = self.random
        opened, closed = random.choice((("‘", "’"), ("'", "'"), self.quotes))
        subject = random.choice(
            (
                self.place(),
                random.choice(self.bodies),
                self.people[0].split()[-1],
                f"{self.adjective()} {self.noun()}",
                self.noun(),
                self.people[0],
            )
        )
        verb = self._drawn(self.verbs, words.VERBS, 0.6)
        core = f"{subject} {verb}{'s' if random.random() < 0.6 else ''} {self.adjective()} {self.noun()}"
        text = random.choice(
            (
                core,
                f"{core} {random.choice(('after', 'as', 'over', 'amid', 'before', 'for', 'in', 'despite'))} {self.adjective()} {self.noun()}",
                f"{core} {random.choice(('after', 'as', 'over', 'amid'))} {self.place()} {verb}s {self.noun()}",
                f"{core}, {random.choice((self.people[0].split()[-1], 'officials', 'study', 'police'))} says",
                f"{self.place()}: {core}",
                f"{opened}{self.adjective()} {self.noun()}{closed}: {core}",
                f"{random.choice(('Why', 'How', 'What'))} {core}{random.choice(('', '?'))}",
                f"{self.noun()} {verb} {self.noun()}",
                f"{random.choice(('Statement', 'Note', 'Joint statement', 'Remarks'))} {random.choice(('on', 'by', 'about'))} the {self.noun()} of {random.choice((self.place(), f'{random.randint(1, 28)} {random.choice(words.MONTHS)}'))}",
                f"the {self.adjective()} {self.noun()} {random.choice(('does not', 'will', 'cannot'))} {self.verb()} {random.choice(('who', 'what', 'how'))} {self.verb()}",
                f"the {self.noun()} {self.noun()} in {self.noun()}",
                f"{core} {random.choice(('—', '|', '-', ':'))} {self.adjective()} {self.noun()}",
                f"{random.randint(3, 25)} {self.adjective()} {self.noun()} {random.choice(('for', 'from', 'that'))} {self.noun()} ({random.randint(2019, 2035)})",
                f"{core} in {random.choice((f'${random.randint(2, 90)}m', f'{random.randint(2, 90)}%', str(random.randint(2, 900))))} {self.noun()}",
                f"{subject} {random.choice(('not', 'no longer', 'says it is', 'will be'))} {self.adjective()}{random.choice(('', '!', '.', '?'))}",
            )
        )
        length = random.random()
        if length < 0.6:
            text += f" {random.choice(('after', 'as', 'in', 'over', 'for', 'to', 'with', 'despite', 'on'))} {self.phrase(1).rstrip(',')}"
        if length < 0.25:
            text += f"{random.choice((',', ';', ' and', ' as', ': ', ' –'))} {self.clause()}"
        if random.random() < 0.06:
            text += random.choice(
                (
                    " - updates",
                    " | Exclusive",
                    " – live",
                    "...",
                    f" ({random.randint(2, 9)})",
                    f" {opened}{self.noun()}{closed}",
                )
            )
        return " ".join((text[:1].upper() + text[1:]).split())

    def drifted(self) -> None:
        """Turns to another side of the subject: other people, other places, other words come to the front."""
        random = self.random
        for part in (self.nouns, self.verbs, self.adjectives):
            random.shuffle(part)
        self.nouns = [words.rare(random) for _ in range(random.randint(2, 20))] + self.nouns
        self.people = [f"{words.name(random)} {words.name(random)}" for _ in range(random.randint(1, 4))] + self.people
        self.places = [words.name(random), *self.places]

    def subheading(self) -> str:
        """A heading between paragraphs."""
        random = self.random
        text = random.choice(
            (
                f"{self.adjective()} {self.noun()}",
                f"the {self.adjective()} {self.noun()}",
                f"{self.noun()} and {self.noun()}",
                f"{self.noun()}",
                self.clause() + random.choice(("", "?", ":")),
                f"{random.choice(('What', 'How', 'Why'))} {self.clause()}?",
                self.place(),
                f"{self.place()}: {self.noun()}",
                f"Best {self.adjective()} {self.noun()}, {random.randint(5, 10)}/10",
                f"{random.choice(('£', '$', '€'))}{random.randint(5, 300)}, {self.place()}",
            )
        )
        text = text[:1].upper() + text[1:]
        return titled(text) if random.random() < 0.4 else text


def titled(text: str) -> str:
    """Every word with a capital, but for the small ones."""
    small = set("a an and as at but by for from in into of on or over the to up with".split())
    return " ".join(
        word if word in small and k else word[:1].upper() + word[1:] for k, word in enumerate(text.split(" "))
    )
