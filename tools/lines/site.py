"""Sites: the invented outlets that pages come from, their habits, and the phrases that any site would use.

The phrases are in several languages: the model never sees their words, only their shapes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tools.lines import words
from tools.lines.voice import Voice, World

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
