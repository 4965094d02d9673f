"""Invented articles: what is in them, line by line, each line with what it is.

An article keeps to its own people, places and subject, as real ones do: that is how the reader of a page tells where
another one begins. Paragraphs range from one word to a hundred and fifty.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tools.lines import words
from tools.lines.voice import Voice, World, titled

Labelled = tuple[str, str]
"""A line and its label; "" for a blank line."""


def dateline(voice: Voice) -> str:
    """The opening of an agency's text."""
    random = voice.random
    place = voice.place()
    day = f"{random.choice(words.MONTHS)[:3]} {random.randint(1, 28)}"
    who = words.initials(random) if random.random() < 0.6 else f"{words.name(random)} News"
    return random.choice(
        (
            f"{place.upper()}: ",
            f"{place.upper()} — ",
            f"{place.upper()}, {day} ({who}) - ",
            f"{place.upper()} ({who}) — ",
            f"{place.upper()}, {voice.world.countries[0]} - ",
            f"({who}) ",
            f"{place} - ",
        )
    )


@dataclass(slots=True)
class Article:
    """An article's text: headline, and its lines with their labels."""

    voice: Voice
    title: str
    lines: list[Labelled]


def _facts(voice: Voice) -> list[Labelled]:
    """Short lines of a review or a profile: a price, marks, what is liked."""
    random = voice.random
    forms = (
        lambda: f"{random.choice('£$€')}{random.randint(2, 900)}, {voice.place()}",
        lambda: f"We {random.choice(('like', 'do not like'))}: {voice.clause()}",
        lambda: (
            f"{random.choice(('Price', 'Weight', 'Pros', 'Cons', 'Verdict', 'Age', 'Rating', 'Where'))}: {voice.phrase(1)}"
        ),
        lambda: (
            f"{voice.place()} {random.randint(2019, 2035)} {voice.noun()}, {voice.world.countries[0]} (${random.randint(5, 90)}.99)"
        ),
        lambda: f"{voice.adjective()} {voice.noun()}, {random.randint(4, 10)}/10".capitalize(),  # noqa: PLW0108  # drawn when chosen
    )
    return [(random.choice(forms)(), "body") for _ in range(random.randint(1, 4))]


def body(voice: Voice, count: int) -> list[Labelled]:
    """So many paragraphs, with headings, lists and the like between them."""
    random = voice.random
    lines: list[Labelled] = []
    habit = random.random()
    subheads = random.choice((0.0, 0.0, 0.0, 0.08, 0.15, 0.3) if count > 8 else (0.0, 0.0, 0.2, 0.5))
    mark = random.choice(("", "", "1. ", "1) ", "Q: "))
    loud = random.random() < 0.12
    terse = random.choice((0.0, 0.0, 0.02, 0.08, 0.25))
    listed = random.random() < 0.1
    headed = random.random() < (0.04 if count > 8 else 0.12)
    closing = random.choice((":", "", ""))
    drift = random.choice((0.0, 0.4, 0.7, 1.0))
    for k in range(count):
        if headed:
            head = voice.subheading() if random.random() < 0.4 else f"{voice.adjective()} {voice.noun()}".capitalize()
            lines += [
                (head.rstrip(":?") + closing, "subheading"),
                (voice.sentence() if random.random() < 0.6 else voice.paragraph(), "body"),
            ]
            continue
        if k and random.random() < subheads:
            number = f"{k}{mark[1:]}" if mark[:1] == "1" else ""
            if random.random() < drift:
                voice.drifted()
            heading = number + voice.subheading()
            lines.append((heading.upper() if loud else heading, "subheading"))
            if listed:
                lines += _facts(voice)
            if random.random() < 0.08:
                lines.append((voice.subheading(), "subheading"))
        if habit < 0.06:
            lines.append((f"Q: {voice.subheading().rstrip(':?')}?", "body"))
            lines.append((f"A: {voice.paragraph()}", "body"))
        elif habit < 0.1 and random.random() < 0.4:
            lines.append((f"{voice.people[0].split()[-1].upper()}: {voice.paragraph()}", "body"))
        else:
            lines.append((voice.short() if random.random() < terse else voice.paragraph(), "body"))
        if random.random() < 0.04:
            bullet = random.choice(("• ", "- ", "* ", "1. ", "", "– "))
            ends = random.choice((".", "", ";"))
            for j in range(random.randint(2, 5)):
                item = voice.clause()
                lines.append((f"{bullet.replace('1', str(j + 1))}{item[:1].upper()}{item[1:]}{ends}", "body"))
    return lines


def _echoing(paragraph: str, title: str, random: Random) -> str:
    """The paragraph with most of a headline's words in it, as first paragraphs have them."""
    share = random.choice((0.0, 0.3, 0.6, 0.8, 1.0))
    told = paragraph.split(" ")
    for word in title.split(" "):
        plain = word.strip(".,:;!?()[]‘’“”\"'")
        if len(plain) > 3 and random.random() < share:
            at = random.randint(1, max(1, len(told) - 1))
            known = plain if plain in title and plain[:1].isupper() and random.random() < 0.5 else plain.lower()
            told[at:at] = [random.choice(("the", "a", "its", "of", "and")), known] if random.random() < 0.5 else [known]
    return " ".join(told)


def article(random: Random, count: int, world: World | None = None, subject: str = "") -> Article:
    """An article of about so many paragraphs."""
    voice = Voice.invented(random, world, subject)
    title = voice.headline()
    if random.random() < 0.3:
        title = titled(title)
    elif random.random() < 0.06:
        title = title.upper()
    lines: list[Labelled] = []
    style = random.random()
    if style < 0.36:
        stand = voice.sentence() if random.random() < 0.6 else f"{voice.headline()} {voice.phrase()}"
        lines.append((stand if random.random() < 0.4 else stand.rstrip("."), "body"))
        if random.random() < 0.1:
            lines.append((voice.sentence().rstrip("."), "body"))
    elif style < 0.39:
        lines.append((f"…{voice.clause()}", "body"))
    told = body(voice, count)
    told[0] = (_echoing(told[0][0], title, random), told[0][1])
    if random.random() < 0.35:
        told[0] = (dateline(voice) + told[0][0], told[0][1])
    if random.random() < 0.12:
        last, label = told[-1]
        who = words.initials(random)
        told[-1] = (
            last + random.choice((f" ({who})", f" - {who}", f" –{who}", f" {who}", f" ({words.name(random)} News)")),
            label,
        )
    lines += told
    if random.random() < 0.14:
        who = words.initials(random)
        sign = random.choice(
            (
                f"–{who}",
                f"- {who}",
                f"({who})",
                f"— {words.name(random)}",
                f"{who.lower()}/{who.lower()[:2]}",
                f"({who}, {words.initials(random)})",
                f"With inputs from {who}",
                f"Additional reporting by {words.name(random)} {words.name(random)}",
                f"Source: {who}",
                f"{who}",
            )
        )
        lines.append((sign, "reference"))
    return Article(voice, title, lines)
