"""What stands above the text of an article: who publishes, the section, day, author, picture and points to come.

Each piece is a function of a page's `Site` that gives lines with their labels. Outlets, people and towns are invented.
"""

from __future__ import annotations

from tools.lines import words
from tools.lines.articles import Article, Labelled
from tools.lines.site import BUTTONS, SECTIONS, Site
from tools.lines.voice import Voice


def date(site: Site) -> list[Labelled]:
    """A line with the day or the age of the text."""
    random = site.random
    lead = random.choice(
        (
            "",
            "",
            "",
            "Updated ",
            "Updated: ",
            "Published ",
            "Published: ",
            "Last updated on ",
            "Posted on ",
            "PUBLISHED ",
            "Publicado: ",
            "Stand: ",
            "Date: ",
        )
    )
    if random.random() < 0.25:
        return [(random.choice(("", "", "Updated ", "Published ")) + site.ago(), "date")]
    text = lead + site.date()
    if random.random() < 0.12:
        text += f" | Updated {site.date()}"
    if random.random() < 0.1:
        text += f" · {random.randint(2, 9)} min read"
    return [(text, "date")]


def people(site: Site) -> str:
    """One author or several."""
    random = site.random
    several = [
        f"{words.name(random)} {random.choice(('', '', 'A. ', 'de '))}{words.name(random)}"
        for _ in range(random.choice((1, 1, 1, 1, 2, 3)))
    ]
    return several[0] if len(several) == 1 else ", ".join(several[:-1]) + f" and {several[-1]}"


def byline(site: Site) -> list[Labelled]:
    """Who wrote the text, with or without "By", office, day or place."""
    random = site.random
    who = people(site)
    style = site.by_style
    if random.random() < 0.15:
        who = random.choice(
            (
                words.initials(random),
                words.name(random),
                f"{words.name(random)} Staff",
                "Agencies",
                "Our Correspondent",
                "Staff Reporter",
                f"{who}, {words.name(random)} News Agency",
                f"{who} ({words.initials(random)})",
                site.outlet,
            )
        )
    if style < 4:
        text = f"By {who}"
    elif style == 4:
        text = random.choice((f"BY {who.upper()}", f"Written by {who}", f"Reported by {who}", f"by {who}"))
    elif style == 5:
        text = f"By {who} {random.choice('|,·/-')} {site.date()}"
    elif style == 6:
        text = f"By {who}, {random.choice(('Staff Writer', 'in ' + words.name(random), 'Reporter', site.outlet, 'Special Correspondent'))}"
    else:
        text = who
    lines = [(text, "byline")]
    if style == 5 and random.random() < 0.7:
        return lines
    if random.random() < 0.08:
        lines.append(
            (
                random.choice(
                    ("Editor", "Senior reporter", "Science Editor", "Columnist", f"{words.name(random)} correspondent")
                ),
                "chrome",
            )
        )
    return lines


def caption(site: Site, voice: Voice) -> list[Labelled]:
    """What stands below a picture."""
    random = site.random
    said = random.choice(
        (
            voice.clause(),
            f"{voice.phrase()} {random.choice(('in', 'near', 'at'))} {voice.place()}",
            voice.clause()
            + f" in {voice.place()} on {random.choice(words.MONTHS)} {random.randint(1, 28)}, {site.year}",
        )
    )
    said = said[:1].upper() + said[1:]
    who = random.choice(
        (
            words.initials(random),
            f"{words.name(random)} Images",
            f"{words.name(random)} {words.name(random)}/{words.initials(random)}",
            words.name(random),
            f"{words.initials(random)} Photo",
            "File photo",
            f"{words.name(random)}/{words.name(random)}",
        )
    )
    style = site.caption_style if random.random() < 0.7 else random.randrange(9)
    forms = (
        f"{said}. ({who})",
        f"{said} ({who})",
        f"[Photo : {who}]",
        f"{said}. — {who}",
        f"{said}. Photo: {who}",
        f"Image: {who}",
        f"{said} | {who}",
        f"{said}. Credit: {who}",
        said + random.choice((".", "")),
    )
    lines = [(forms[style], "caption")]
    if style == 8 and random.random() < 0.4:
        lines.append((random.choice((f"({who})", f"Photo: {who}", f"Photograph: {who}", f"© {who}", who)), "caption"))
    return lines


def kicker(site: Site) -> list[Labelled]:
    """A section's name above a headline."""
    random = site.random
    text = random.choice(
        (
            random.choice(SECTIONS),
            random.choice(SECTIONS).upper(),
            f"{words.name(random)} crisis",
            words.name(random).upper(),
            "Exclusive",
            "Breaking",
            "Opinion",
            "Explainer",
            "Press release",
            "For immediate release",
        )
    )
    return [(text, "chrome")]


def top(site: Site) -> list[Labelled]:
    """The name or address of the outlet, or the day of the page."""
    random = site.random
    plain = site.outlet.lower().replace(" ", "").replace("the", "", 1)
    month = words.MONTHS[site.month - 1]
    return [
        (
            random.choice(
                (
                    site.outlet,
                    site.outlet,
                    site.outlet,
                    site.outlet,
                    f"{plain}.{random.choice(('com', 'example', 'org', 'net', 'news'))}",
                    f"www.{plain}.com",
                    f"https://{plain}.com/{site.year}/{site.month:02d}/{words.syllables(random, 3)}-{words.syllables(random, 2)}",
                    f"{random.choice(words.WEEKDAYS)[:3]}, {month[:3]} {site.day}, {site.year} {random.choice(BUTTONS)}",
                    f"{month} {site.day}, {site.year} {random.choice(BUTTONS)}",
                    f"{site.outlet} - {random.choice(SECTIONS)}",
                    f"{random.randint(10, 35)}°C {words.name(random)}",
                )
            ),
            "chrome",
        )
    ]


def letterhead(site: Site) -> list[Labelled]:
    """Who publishes, on several lines, as offices and letters have it."""
    random = site.random
    land, office = words.name(random), words.rare(random).title()
    lines = [
        random.choice((f"Republic of {land}", f"Government of {land}", f"{land} Armed Forces", f"Kingdom of {land}")),
        random.choice((f"Ministry of {office}", f"Office of the {office}", f"{office} Press Department", site.outlet)),
        random.choice(
            (f"Press release {random.randint(2, 90)}/{site.year}", "Press release", "Statement", "Communiqué")
        ),
        f"{random.randint(1, 90)} {office} Street, {land}",
    ]
    first = random.randint(0, 1)
    return [(line, "chrome") for line in lines[first : first + random.randint(1, 3)]]


def summary(article: Article) -> list[Labelled]:
    """What the text will say, in points above it."""
    voice = article.voice
    bullet = voice.random.choice(("• ", "  • ", "- ", "* ", "▪ ", "– ", "  - "))
    ends = voice.random.choice((".", "", ""))
    points = [voice.clause() for _ in range(voice.random.choice((1, 2, 2, 2, 3, 4)))]
    return [(f"{bullet}{point[:1].upper()}{point[1:]}{ends}", "summary") for point in points]
