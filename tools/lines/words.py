"""Words for invented articles: a small English vocabulary by subject, and names that nobody bears.

Everything here was written for Variorum. What the sentences say is of no account; lengths, capitals, marks and the way
in which an article keeps to its own words are.
"""

from __future__ import annotations

from functools import cache
from random import Random

SUBJECTS: dict[str, tuple[str, str, str]] = {
    "strait": (
        (
            "jet frigate patrol strait radar missile convoy airfield drone pilot squadron navy border outpost battery siren"
            " interceptor hangar runway fleet mine coastguard sailor admiral barracks"
        ),
        "intercept shadow fire launch withdraw scramble escort shell deploy strike track jam",
        "armed naval contested unmanned low-flying disputed retaliatory coastal",
    ),
    "treaty": (
        (
            "envoy treaty ceasefire mediator delegation summit embassy clause protocol observer talks ambassador accord"
            " sanction veto resolution prisoner exchange corridor guarantee chancellor communiqué adviser hotline truce"
        ),
        "negotiate sign suspend broker reject ratify postpone host renew propose summon insist",
        "diplomatic bilateral binding interim cautious secret neutral formal",
    ),
    "court": (
        (
            "judge trial witness verdict prosecutor lawyer appeal bribe fraud jury sentence inquiry warrant detective custody"
            " affidavit bail contract tender ledger auditor suspect hearing clerk evidence"
        ),
        "charge acquit testify convict seize question dismiss overturn indict examine leak subpoena",
        "alleged corrupt sealed guilty criminal civil unlawful former",
    ),
    "flood": (
        (
            "river dam flood storm shelter bridge rescue crop embankment village rainfall landslide volunteer helicopter reservoir"
            " sandbag ferry canal forecast mud roof orchard evacuation pump barge"
        ),
        "overflow evacuate collapse sweep rescue repair warn submerge recede destroy shelter isolate",
        "swollen heavy stranded muddy low-lying damaged seasonal record",
    ),
    "money": (
        (
            "bank inflation wage tariff budget loan factory export currency bond market shareholder mortgage subsidy pension"
            " harvest invoice shipment warehouse merger dividend quarter steel retailer deficit"
        ),
        "raise borrow invest cut slump lend default import tax hire recover downgrade",
        "fiscal monthly costly overdue private public sluggish global",
    ),
    "health": (
        (
            "hospital vaccine nurse outbreak clinic patient surgeon ward virus dose ambulance symptom laboratory midwife epidemic"
            " diagnosis trial tablet insurer doctor fever quarantine pharmacy infection therapy"
        ),
        "treat vaccinate infect diagnose isolate prescribe recover test spread admit discharge screen",
        "infected rural chronic acute mild exhausted clinical untreated",
    ),
    "sport": (
        (
            "goal striker coach stadium referee season injury transfer league fan final penalty defender captain trophy midfield"
            " keeper crowd derby relegation squad draw whistle pitch champion"
        ),
        "score tackle concede win train equalise sprint substitute defend lose celebrate sign",
        "unbeaten late decisive young veteran home nervous fierce",
    ),
    "school": (
        (
            "school teacher pupil exam university campus lecture degree tuition scholarship classroom librarian strike union"
            " curriculum dormitory graduate reform headmaster textbook playground seminar thesis faculty parent"
        ),
        "teach enrol graduate protest fund close reform grade mark study occupy teach",
        "crowded bilingual underpaid gifted local vocational early compulsory",
    ),
    "science": (
        (
            "telescope probe satellite orbit glacier fossil sensor ocean species reef volcano experiment particle battery engine"
            " algorithm sample astronomer crater microbe climate isotope lens robot rocket"
        ),
        "measure orbit detect publish model launch observe melt collide simulate sequence calibrate",
        "faint frozen tiny ancient distant precise microscopic unexpected",
    ),
    "city": (
        (
            "tram mayor street market tenant rent builder mosque square bakery pavement tower landlord park cyclist vendor tunnel"
            " neighbourhood council stall bus junction courtyard plaza warehouse"
        ),
        "build demolish rent renovate march park evict repaint queue widen permit trade",
        "narrow shabby leafy noisy cheap historic vacant suburban",
    ),
    "arts": (
        (
            "novel singer stage gallery film director poem festival orchestra canvas actor audience premiere chorus script museum"
            " sculptor album critic melody rehearsal costume dancer biography portrait"
        ),
        "perform record paint film rehearse publish compose tour curate applaud dance narrate",
        "tender bold celebrated forgotten lyrical odd brilliant quiet",
    ),
    "home": (
        (
            "tent oven kettle jacket mattress recipe garden sauce blanket zip boot lamp cushion kitchen seedling compost plant"
            " radiator towel wine cheese blender handle fabric hiker"
        ),
        "wash bake test pack fold prune simmer review heat dry season stitch",
        "light roomy warm sturdy cosy waterproof cheap handy",
    ),
    "vote": (
        (
            "election ballot party candidate parliament coalition minister senator cabinet opposition district campaign poll"
            " referendum constituency speech rally turnout majority reformer lobbyist manifesto amendment committee donor"
        ),
        "vote campaign resign elect debate lobby abstain promise govern oust endorse amend",
        "liberal conservative rival outgoing divided populist narrow rural",
    ),
    "crime": (
        (
            "police gang robbery knife suspect officer arrest raid prison shooting victim neighbour smuggler patrol theft"
            " murder detective alley ransom weapon curfew checkpoint informer cell van"
        ),
        "arrest raid stab shoot flee rob release chase identify smuggle search detain",
        "violent masked wounded missing organised undercover fatal wanted",
    ),
}
"""Subject -> (nouns, verbs, adjectives)."""

NOUNS = (
    "people year week day country government official report plan group decision statement question answer family member"
    " leader company worker number place side part region capital service problem change office morning evening night"
    " spokesman expert analyst resident reporter house case law road agreement crisis effort work team system street"
    " result reason risk idea history future month season price life child man woman crowd letter meeting measure cost"
).split()
VERBS = (
    "say tell ask call want need take give find know see make leave keep hold bring begin stop help show think believe"
    " expect hope fear agree confirm deny add note warn announce explain describe point turn move run pay wait remain"
).split()
ADJECTIVES = (
    "new old big small long short last next first second early late good bad hard clear strong weak open public local"
    " national foreign main recent possible likely serious large whole few many several common different important"
).split()
ADVERBS = (
    "again still already often rarely quickly slowly quietly openly later now soon together almost hardly largely mostly"
).split()
ROLES = (
    "minister spokesman director professor mayor general colonel ambassador coach captain analyst chairwoman lawyer doctor"
    " governor chief officer secretary envoy economist"
).split()
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple("January February March April May June July August September October November December".split())
OUTLET_NOUNS = tuple("Post Times Herald Courier Gazette Tribune Observer Mail Daily Standard Wire Echo Ledger".split())

_ONSETS = "b br d dr f g gr h k kl kr l m n p r s sh sk st t tr v y z th w j".split()
_NUCLEI = "a e i o u a e o ai au ia ei oa".split()
_CODAS = ["", "", "", "n", "r", "l", "s", "m", "th", "nd", "rk", "st", "x", "v"]


def syllables(random: Random, count: int) -> str:
    """An invented word of so many syllables, lower case."""
    return "".join(
        random.choice(_ONSETS) + random.choice(_NUCLEI) + (random.choice(_CODAS) if k == count - 1 else "")
        for k in range(count)
    )


def name(random: Random) -> str:
    """An invented name of one word."""
    return syllables(random, random.choice((1, 2, 2, 2, 3))).capitalize()


def initials(random: Random) -> str:
    """Two to four capitals, as agencies sign with."""
    return "".join(random.choice("ABCDEFGHIKLMNOPRSTUVXZ") for _ in range(random.choice((2, 3, 3, 3, 4))))


def outlet(random: Random) -> str:
    """The name of an invented outlet."""
    first = name(random)
    return random.choice(
        (
            f"The {first} {random.choice(OUTLET_NOUNS)}",
            f"{first} {random.choice(OUTLET_NOUNS)}",
            f"{first} News",
            f"{first} {name(random)} {random.choice(OUTLET_NOUNS)}",
            f"{first.upper()} {random.choice(OUTLET_NOUNS).upper()}",
            initials(random),
            f"{first}24",
            f"Radio {first}",
            f"{random.choice(('Ministry', 'Office', 'Embassy', 'Department'))} of {rare(random).title()} {random.choice(('Affairs', 'Defence', 'Relations'))} of {first}",
            f"{first} {random.choice(('Broadcasting', 'News Agency', 'Press Information Office', 'Armed Forces Directorate'))}",
        )
    )


_ENDINGS = "tion ment ness er ing ity age ance ship al ure ist ry".split()
_POOL_SIZE = 9000


@cache
def pool() -> tuple[str, ...]:
    """Invented common words, so that articles have as many different ones as real ones have."""
    random = Random("pool")
    return tuple(
        syllables(random, random.choice((1, 1, 2, 2, 3))) + random.choice(("", "", "", random.choice(_ENDINGS)))
        for _ in range(_POOL_SIZE)
    )


def rare(random: Random) -> str:
    """One of them, the first ones oftener."""
    return pool()[int(_POOL_SIZE * random.random() ** 2.2)]


def past(verb: str) -> str:
    """The simple past of a verb, regular forms and the commonest others."""
    known = {
        "say": "said", "tell": "told", "take": "took", "give": "gave", "find": "found", "know": "knew", "see": "saw",
        "make": "made", "leave": "left", "keep": "kept", "hold": "held", "bring": "brought", "begin": "began",
        "show": "showed", "think": "thought", "run": "ran", "pay": "paid", "cut": "cut", "lend": "lent", "win": "won",
        "lose": "lost", "teach": "taught", "build": "built", "shoot": "shot", "strike": "struck", "sweep": "swept",
        "spread": "spread", "melt": "melted", "rob": "robbed", "stab": "stabbed", "flee": "fled", "oust": "ousted",
    }  # fmt: skip
    if verb in known:
        return known[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"
