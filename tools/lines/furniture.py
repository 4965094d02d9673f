"""What stands around articles on saved pages: menus, share rows, captions, teasers, boxes, comments, tickers, footers.

Each piece is a function of a page's `Site` that gives lines with their labels. Outlets, people and towns are invented.
The phrases are those any site would use, in several languages: the model never sees their words, only their shapes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tools.lines import words
from tools.lines.articles import Article, Labelled, Voice, World, titled

SECTIONS = (
    "Home World Business Sport Opinion Politics Culture Local Health Science Travel Markets Video Podcasts Lifestyle Weather"
    " Technology Education Letters Archive Jobs Motoring Property Games Puzzles Photos Obituaries Economy Region"
).split()
BUTTONS = (
    "Share|Follow|Short Url|Save|Print|Listen|Comment|Subscribe|Sign in|Log in|Register|Menu|Search|Close|Skip to content|Share this"
    "|Share this article|Share this story|Copy link|Link copied|Email|Bookmark|Read later|Gift this article|Advertisement|ADVERTISEMENT"
    "|Sponsored|Promoted|Story continues below|Article continues after ad|Listen to this article|3 min read|2 minute read|Text size|A A A|Watch Live"
    "|LIVE TV|E-paper|Newsletters|My account|Top|Back to top|Next|Previous|Loading…|views|1.2K views|Views: 304|12 shares|Facebook"
    "|Twitter|WhatsApp|Telegram|LinkedIn|Reddit|X|Tweet|Pin|Font size|Dark mode|Play|00:00 / 03:12|Photo gallery|1/5|See all|Follow us"
    "|Follow us on our channels|Add as a preferred source|Support us|Donate|Voting Line|Exit mobile version|Desktop version|AMP|Report an error"
    "|Compartir|Teilen|Partager|Condividi|Leer más|Iniciar sesión|Abonnieren|S'abonner|Suscríbete|Udostępnij|Dela|Bagikan|Paylaş|Поделиться"
    "|Подписаться|مشاركة|تسجيل الدخول|شیئر کریں|साझा करें|分享|登录|シェア|공유|Delen|Accueil|Startseite|Publicidad|Werbung|Реклама"
).split("|")
HEADS = (
    "Related|Related Articles|Related stories|Read more|Read next|READ NEXT|Most read|Most Popular|Trending|Trending now|You may also like"
    "|You might also like|More from World|More on this topic|Recommended|Recommended for you|Editor's picks|Don't miss|Also in the news"
    "|Latest|Latest news|Top stories|From the archive|In pictures|Must read|Popular this week|Elsewhere|Lo más leído|Meistgelesen|À lire aussi"
    "|Leggi anche|Читайте также|اقرأ أيضا|مزید پڑھیں|ये भी पढ़ें|More stories|What to read next|Stories for you|Keep reading|Up next|Next story"
).split("|")
LEADS = (
    "Also Read: |Read also: |READ MORE: |Read more: |Related: |See also: |WATCH: |READ | ALSO READ | |Más: |Lesen Sie auch: |Lire aussi : |» |> |Next: |MORE: |- |"
    "Don't miss: |[Read: |In pictures: |Explainer: "
).split("|")
BOXES = (
    "We use cookies to improve your experience on this site. By going on you agree to our policy.",
    "This site uses cookies and similar tools. Read about what is kept and for how long.",
    "Sign up to the morning letter and get the day's five stories in your inbox.",
    "Get the best of our reporting every weekday, free. You can stop at any time.",
    "Enter your email address to subscribe to this letter and be told of new posts.",
    "By signing up you agree to our terms of use and to our privacy notice.",
    "Thank you for reading. This is your last free article this month.",
    "Already a subscriber? Sign in to go on reading.",
    "To read the full story, subscribe for less than a cup of coffee a week.",
    "Our reporting is paid for by readers. If you can, please support it today.",
    "Download our app and follow the news as it happens.",
    "Follow our channel to get the latest updates on your phone.",
    "Views expressed here are those of the author and need not be those of the paper.",
    "This story was published from a wire agency feed without changes to the text. Only the headline has been changed.",
    "Do you have a tip? Write to our desk in confidence.",
    "Comments are moderated. Please keep to the subject and be kind to one another.",
    "The editors have the right to shorten letters. All times are local.",
    "Wir verwenden Cookies, um Inhalte zu verbessern. Mehr dazu in den Hinweisen.",
    "Este sitio usa cookies propias y de terceros. Si sigue navegando, acepta su uso.",
    "Nous utilisons des cookies pour mesurer l'audience de nos pages.",
    "Your browser does not support the audio element.",
    "Please enable JavaScript to view this page as it was meant to be seen.",
)
FOOTS = (
    "About us|Contact|Contact us|Terms of use|Privacy policy|Advertise with us|Careers|Imprint|Code of ethics|Complaints|RSS|Sitemap|Cookie settings|Help"
    "|Impressum|Datenschutz|Aviso legal|Mentions légales|Kontakt|Quiénes somos|О нас|اتصل بنا|ہمارے بارے میں|संपर्क करें"
).split("|")


@dataclass(slots=True)
class Site:
    """One page's site: its outlet, day and habits, and whom its other articles are about."""

    random: Random
    outlet: str
    year: int
    month: int
    day: int
    world: World
    date_style: int
    by_style: int
    caption_style: int
    loud: bool
    """Whether it prints heads and buttons in capitals."""

    @classmethod
    def invented(cls, random: Random, world: World) -> Site:
        """A site with habits of its own."""
        return cls(
            random,
            words.outlet(random),
            random.randint(2019, 2036),
            random.randint(1, 12),
            random.randint(1, 28),
            world,
            random.randrange(len(DATE_FORMS)),
            random.choice((0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7)),
            random.randrange(9),
            random.random() < 0.15,
        )

    def date(self) -> str:
        """A day as this site prints it."""
        random = self.random
        if random.random() < 0.3:
            self.day = random.randint(1, 28)
        month = words.MONTHS[self.month - 1]
        return DATE_FORMS[self.date_style](self, month)

    def ago(self) -> str:
        """An age."""
        random = self.random
        return (
            f"{random.randint(2, 59)} {random.choice(('sec', 'min', 'mins', 'minutes', 'hours', 'days', 'weeks'))} ago"
        )

    def other(self) -> Voice:
        """The voice of another article of the site, sometimes of the same crisis."""
        return Voice.invented(self.random, self.world if self.random.random() < 0.4 else None)

    def styled(self, text: str) -> str:
        """The text, in capitals where the site is loud."""
        return text.upper() if self.loud else text


DATE_FORMS: tuple[Callable[[Site, str], str], ...] = (
    lambda site, month: f"{site.day} {month} {site.year}",
    lambda site, month: f"{month} {site.day}, {site.year}",
    lambda site, month: f"{month[:3]} {site.day}, {site.year}",
    lambda site, month: f"{site.day:02d} {month[:3]} {site.year}",
    lambda site, month: f"{site.random.choice(words.WEEKDAYS)}, {month} {site.day}, {site.year}",
    lambda site, month: f"{site.random.choice(words.WEEKDAYS)[:3]}, {month[:3]} {site.day}, {site.year}",
    lambda site, _: f"{site.year}-{site.month:02d}-{site.day:02d}",
    lambda site, _: (
        f"{site.year}-{site.month:02d}-{site.day:02d} {site.random.randint(10, 23)}:{site.random.randint(10, 59)}"
    ),
    lambda site, month: (
        f"{month} {site.day}, {site.year} | {site.random.randint(1, 12)}:{site.random.randint(10, 59)} {site.random.choice(('AM', 'PM', 'am', 'p.m.'))}"
    ),
    lambda site, month: (
        f"{site.day} {month[:3]}, {site.year} {site.random.randint(10, 23)}:{site.random.randint(10, 59)} {site.random.choice(('IST', 'GMT', 'UTC', 'CET'))}"
    ),
    lambda site, _: f"{site.day:02d}/{site.month:02d}/{site.year}",
    lambda site, month: f"{site.day}. {month} {site.year}",
)


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


def _people(site: Site) -> str:
    random = site.random
    several = [
        f"{words.name(random)} {random.choice(('', '', 'A. ', 'de '))}{words.name(random)}"
        for _ in range(random.choice((1, 1, 1, 1, 2, 3)))
    ]
    return several[0] if len(several) == 1 else ", ".join(several[:-1]) + f" and {several[-1]}"


def byline(site: Site) -> list[Labelled]:
    """Who wrote the text, with or without "By", office, day or place."""
    random = site.random
    who = _people(site)
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
            lines += kicker(site)
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
            lines.append((f"By {_people(site)}", "chrome"))
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
    who = _people(site).split(",")[0].split(" and ")[0]
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


def summary(article: Article) -> list[Labelled]:
    """What the text will say, in points above it."""
    voice = article.voice
    bullet = voice.random.choice(("• ", "  • ", "- ", "* ", "▪ ", "– ", "  - "))
    ends = voice.random.choice((".", "", ""))
    points = [voice.clause() for _ in range(voice.random.choice((1, 2, 2, 2, 3, 4)))]
    return [(f"{bullet}{point[:1].upper()}{point[1:]}{ends}", "summary") for point in points]
