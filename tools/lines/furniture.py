"""What stands around articles on saved pages: menus, share rows, teasers, boxes, comments, tickers, footers.

Each piece is a function of a page's `Site` that gives lines with their labels. Outlets, people and towns are invented.
"""

from __future__ import annotations

from tools.lines import mastheads, words
from tools.lines.articles import Labelled
from tools.lines.site import BOXES, BUTTONS, FOOTS, HEADS, LEADS, SECTIONS, Site
from tools.lines.voice import Voice, titled


def buttons(site: Site) -> list[Labelled]:
    """Some buttons, each on a line or all on one."""
    random = site.random
    chosen = [site.styled(random.choice(BUTTONS)) for _ in range(random.choice((1, 1, 1, 2, 3, 5)))]
    if len(chosen) > 1 and random.random() < 0.3:
        return [(random.choice((" | ", " ", " · ", " / ", "  ")).join(chosen), "chrome")]
    return [(text, "chrome") for text in chosen]


def menu(site: Site) -> list[Labelled]:
    """The sections of the site, on one line or on many."""
    random = site.random
    chosen = random.sample(SECTIONS, random.randint(2, 12))
    if random.random() < 0.55:
        return [
            (
                site.styled(
                    random.choice((" | ", " > ", " / ", " » ", "  ", " · ", " ", " • ")).join(
                        chosen[: random.randint(2, 9)]
                    )
                ),
                "chrome",
            )
        ]
    return [(site.styled(text), "chrome") for text in chosen]


def crumbs(site: Site) -> list[Labelled]:
    """Where on the site the page stands."""
    random = site.random
    return [
        (
            random.choice((" > ", " / ", " » ", " › ")).join(["Home", *random.sample(SECTIONS, random.randint(1, 2))]),
            "chrome",
        )
    ]


def share(site: Site) -> list[Labelled]:
    """Where the page can be sent, on one line."""
    random = site.random
    chosen = random.sample(
        ("Mail", "Copy link", "Facebook", "X", "WhatsApp", "Print", "Messenger", "Telegram"), random.randint(1, 4)
    )
    lead = random.choice(
        ("Share on: ", "Share this story: ", "Share: ", "Print this page | ", "", "Share | ", "Teilen: ")
    )
    return [(lead + random.choice((" | ", ", ", " / ", " · ", " ")).join(chosen), "chrome")]


def teaser(site: Site) -> list[Labelled]:
    """One further headline between two paragraphs, led in by a word or not."""
    random = site.random
    lead = random.choice(LEADS) if random.random() < 0.8 else ""
    return [(lead + _headline(site) + ("]" if lead.startswith("[") else ""), "teaser")]


def _headline(site: Site) -> str:
    text = site.other().headline()
    return titled(text) if site.random.random() < 0.25 else text


def related(site: Site) -> list[Labelled]:
    """A list of further headlines with a head, with or without days, blurbs, sections and numbers."""
    random = site.random
    lines: list[Labelled] = (
        [(site.styled(random.choice(HEADS)) + random.choice(("", "", "", ":")), "chrome")]
        if random.random() < 0.85
        else []
    )
    has_day, has_blurb, has_section, has_author = (random.random() < share for share in (0.3, 0.22, 0.15, 0.1))
    number = random.random() < 0.1
    bullet = random.choice(("", "", "", "", "• ", "- ", "› "))
    for k in range(random.randint(1, 8)):
        other = site.other()
        if has_section:
            lines += mastheads.kicker(site)
        headline = titled(other.headline()) if random.random() < 0.2 else other.headline()
        lines.append(((f"{k + 1}. " if number else bullet) + headline, "teaser"))
        if has_blurb:
            lines.append(
                (
                    other.sentence() + (f" {other.sentence()}" if random.random() < 0.2 else "")
                    if random.random() < 0.7
                    else other.clause() + "…",
                    "teaser",
                )
            )
        if has_author:
            lines.append((f"By {mastheads.people(site)}", "chrome"))
        if has_day:
            lines.append((site.ago() if random.random() < 0.6 else site.date(), "chrome"))
    return lines


def box(site: Site) -> list[Labelled]:
    """A notice or an appeal, in sentences."""
    random = site.random
    lines = [(random.choice(BOXES), "chrome")]
    if random.random() < 0.3:
        lines.insert(
            0,
            (
                random.choice(
                    (
                        "Stay informed",
                        "Newsletter",
                        f"The {words.name(random)} Letter",
                        "Support our work",
                        "Before you go",
                        "A note to readers",
                    )
                ),
                "chrome",
            ),
        )
    if random.random() < 0.3:
        lines.append((random.choice(BOXES), "chrome"))
    if random.random() < 0.4:
        lines.append(
            (
                random.choice(
                    ("Accept", "Accept all", "Sign up", "OK", "Subscribe now", "Your email", "No thanks", "Reject")
                ),
                "chrome",
            )
        )
    return lines


def author_box(site: Site) -> list[Labelled]:
    """Who the author is, below the text."""
    random = site.random
    who = mastheads.people(site).split(",")[0].split(" and ")[0]
    last = who.split()[-1]
    lines = [(who, "chrome")] if random.random() < 0.5 else []
    lines.append(
        (
            random.choice(
                (
                    f"{who} is a reporter at {site.outlet} and covers {words.name(random)}.",
                    f"{last} has written for {site.outlet} since {random.randint(1995, 2020)}. Write to {last.lower()}@example.com.",
                    f"The writer is a former ambassador and teaches at the University of {words.name(random)}.",
                    f"Follow @{last.lower()} for more.",
                )
            ),
            "chrome",
        )
    )
    return lines


def comments(site: Site, voice: Voice) -> list[Labelled]:
    """What readers said, or that they said nothing."""
    random = site.random
    if random.random() < 0.6:
        head = random.choice(
            (
                "Comments",
                "Comment",
                "Leave a comment",
                "Join the conversation",
                "Discussion",
                "Kommentare",
                "Comentarios",
            )
        )
        return [
            (head, "chrome"),
            (
                random.choice(
                    (
                        "0 comment",
                        "No comments yet.",
                        "12 comments",
                        "Be the first to comment.",
                        f"{random.randint(2, 300)} Comments",
                        "Log in to comment",
                        "Comments are closed.",
                    )
                ),
                "chrome",
            ),
        ]
    lines: list[Labelled] = (
        [(f"{random.randint(2, 90)} comments", "chrome")] if random.random() < 0.7 else [("Comments", "chrome")]
    )
    for _ in range(random.randint(1, 5)):
        lines.append(
            (
                random.choice(
                    (
                        f"{words.name(random)}{random.randint(1, 99)}",
                        f"{words.name(random)} {words.name(random)}",
                        words.name(random).lower(),
                    )
                ),
                "chrome",
            )
        )
        if random.random() < 0.6:
            lines.append((site.ago(), "chrome"))
        said = (voice if random.random() < 0.6 else site.other()).sentence()
        lines.append(
            (
                random.choice((said, said.lower().rstrip("."), f"{said} {voice.sentence()}", said.rstrip(".") + "!!")),
                "chrome",
            )
        )
        if random.random() < 0.5:
            lines.append((random.choice(("Reply", "Like", "Reply · Report", "3 likes", "Reply Share")), "chrome"))
    return lines


def ticker(site: Site) -> list[Labelled]:
    """Breaking headlines, each with a clock, or markets with figures."""
    random = site.random
    lines: list[Labelled] = []
    if random.random() < 0.5:
        for _ in range(random.randint(2, 6)):
            clock = f"{random.randint(0, 23):02d}:{random.randint(0, 59):02d}"
            if random.random() < 0.5:
                lines.append((f"{clock} {_headline(site)}", "teaser"))
            else:
                lines += [(clock, "chrome"), (_headline(site), "teaser")]
        return lines
    for _ in range(random.randint(1, 4)):
        lines.append(
            (
                f"{words.name(random).upper()} {random.randint(100, 9000)}.{random.randint(10, 99)} {random.choice('+-')}{random.random():.2f}%",
                "chrome",
            )
        )
    return lines


def tags(site: Site, voice: Voice) -> list[Labelled]:
    """Keywords below the text."""
    random = site.random
    chosen = [
        random.choice((voice.place(), voice.nouns[k], voice.bodies[0], voice.people[0]))
        for k in range(random.randint(2, 6))
    ]
    if random.random() < 0.6:
        return [
            (
                random.choice(("Tags: ", "Topics: ", "TAGS ", "", "Filed under: ", "#"))
                + random.choice((", ", " ", " | ", " #", " • ")).join(chosen),
                "chrome",
            )
        ]
    return [
        (random.choice(("Tags", "Topics", "Related topics", "Tags:")), "chrome"),
        *((text.title(), "chrome") for text in chosen),
    ]


def foot(site: Site) -> list[Labelled]:
    """The end of the page."""
    random = site.random
    lines: list[Labelled] = []
    if random.random() < 0.6:
        chosen = random.sample(FOOTS, random.randint(2, 6))
        lines += [(" | ".join(chosen), "chrome")] if random.random() < 0.5 else [(text, "chrome") for text in chosen]
    if random.random() < 0.7:
        lines.append(
            (
                random.choice(
                    (
                        f"© {site.year} {site.outlet}. All rights reserved.",
                        f"© {site.year} All rights reserved",
                        f"Copyright {site.outlet} {site.year}",
                        f"{site.outlet}, {random.randint(1, 90)} Harbour Street, {words.name(random)}",
                        f"Powered by {words.name(random)}",
                    )
                ),
                "chrome",
            )
        )
    return lines or [(random.choice(BUTTONS), "chrome")]


def clocks(site: Site, count: int) -> list[str]:
    """Heads of the entries of a live page, the latest first."""
    random = site.random
    minutes = sorted(random.sample(range(300, 1439), count), reverse=True)
    style = random.randrange(5)
    zone = random.choice(("", "", " GMT", " BST", " IST", " ET"))
    ages = sorted(random.sample(range(1, 59), count))
    forms = {
        0: lambda k: f"{minutes[k] // 60:02d}:{minutes[k] % 60:02d}{zone}",
        1: lambda k: f"{minutes[k] // 60 % 12 or 12}.{minutes[k] % 60:02d}{'pm' if minutes[k] >= 720 else 'am'}{zone}",
        2: lambda k: f"{ages[k]} min ago",
        3: lambda k: (
            f"{site.day} {words.MONTHS[site.month - 1]} {site.year}, {minutes[k] // 60:02d}:{minutes[k] % 60:02d}{zone}"
        ),
        4: lambda k: f"{k + 1} hours ago",
    }
    return [forms[style](k) for k in range(count)]
