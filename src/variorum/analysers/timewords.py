"""What expressions of when look like, and where they stand in a sentence. Pure."""

from __future__ import annotations

import re

_M = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
_D = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_Y = r"(?P<{0}>1[0-9]\d\d|20\d\d)"
_N = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|a couple of|a couple|a dozen)"
)
_PART = r"(?:morning|afternoon|evening|night)"
_CLOCK = (
    r"(?:at )?(?P<h>\d{1,2})[:.](?P<mi>[0-5]\d)(?P<s>:[0-5]\d)?(?: ?(?P<ap>[ap]m\b|[ap]\.m\.?))?"
    r"|(?P<h2>\d{1,2}) ?(?P<ap2>[ap]m\b|[ap]\.m\.?)|(?P<noon>noon|midnight)"
)


PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<mo>\d{2})-(?P<d>\d{2})(?:T(?P<hm>\d{2}:\d{2}))?"),
    (
        "days_month",
        rf"(?:[Ff]rom )?{_D.format('d1')} ?(?:-|–|—|to|and) ?{_D.format('d2')} (?:of )?{_M.format('m')}(?:,? {_Y.format('y')})?",
    ),
    (
        "month_days",
        rf"(?:[Ff]rom )?{_M.format('m')} {_D.format('d1')} ?(?:-|–|—|to|and) ?{_D.format('d2')}(?:,? {_Y.format('y')})?(?!\d)",
    ),
    (
        "day_to_day",
        rf"(?:[Ff]rom |[Bb]etween )?(?:{_M.format('m1')} {_D.format('d1')}|{_D.format('d3')} {_M.format('m3')})(?:,? {_Y.format('y1')})? ?(?:-|–|—|to|and|until) ?(?:{_M.format('m2')} {_D.format('d2')}|{_D.format('d4')} {_M.format('m4')})(?:,? {_Y.format('y2')})?(?!\d)",
    ),
    (
        "full",
        rf"(?:(?:{_W}),? (?:the )?)?(?:{_M.format('m1')} {_D.format('d1')},? {_Y.format('y1')}|(?:the )?{_D.format('d2')} (?:of )?{_M.format('m2')},? {_Y.format('y2')})(?!\d)",
    ),
    ("dotted", r"(?P<d>\d{1,2})\.(?P<mo>\d{1,2})\.(?P<y>1[0-9]\d\d|20\d\d)"),
    (
        "part_of_year",
        rf"the (?P<nth>first|second|third|fourth|last) (?P<unit>half|quarter) of {_Y.format('y')}",
    ),
    ("feast", rf"(?P<feast>New Year[’']s (?:Eve|Day)|Christmas (?:Eve|Day))(?:,? {_Y.format('y')})?"),
    ("slashed", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})"),
    (
        "months_year",
        rf"(?:[Ff]rom |[Bb]etween )?{_M.format('m1')}(?: {_Y.format('y1')})? ?(?:-|–|—|to|and|until) ?{_M.format('m2')},? {_Y.format('y2')}",
    ),
    (
        "day_month",
        rf"(?:(?:{_W}),? (?:the )?)?(?:{_M.format('m1')} {_D.format('d1')}(?![\d,]*\d)|(?:the )?{_D.format('d2')} (?:of )?{_M.format('m2')})(?! \d{{4}})",
    ),
    (
        "month_year",
        rf"(?:(?P<edge>early|mid|late|the (?:beginning|start|end) of)[ -])?{_M.format('m')},? (?:of )?{_Y.format('y')}",
    ),
    (
        "end_of",
        r"(?:(?P<edge>the (?:end|beginning|start|middle)|early|late|mid)[ -](?:of )?)(?P<which>this|the|next|last)? ?(?P<unit>week|month|year|decade)\b",
    ),
    (
        "week_of_month",
        rf"(?:the )?(?P<nth>first|second|third|fourth|last) (?P<unit>week|weekend) of {_M.format('m')}(?:,? {_Y.format('y')})?(?!\d)",
    ),
    (
        "nth_day",
        r"(?:on |for )?(?:the|a) (?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)) (?:consecutive |straight |full )?(?P<unit>day|night|week)(?: of| in a row| running)\b",
    ),
    ("ordinal_day", r"on the (?P<d>\d{1,2})(?:st|nd|rd|th)(?=[.,;:]|$| of this month| and | at | but )"),
    ("which_month", rf"(?P<which>last|this|next|this past|this coming) {_M.format('m')}\b"),
    ("part_month", rf"(?P<edge>early|mid|late)[ -](?:in )?{_M.format('m')}\b"),
    (
        "relative_unit",
        r"(?P<which>last|past|previous|this|the current|next|the coming|coming|the previous|earlier this|later this|the past|the last|over the past|in the past|at the(?= weekend)|over the(?= weekend)) (?P<unit>week|month|year|weekend|decade|century|quarter)\b(?:'s|’s)?(?! (?:two|three|four|five|six|few|several|\d))",
    ),
    (
        "last_n",
        rf"(?:(?:in|over|during|within|for) )?the (?P<which>last|past|previous|next|coming) (?P<n>{_N}|few|several) (?P<unit>hour|day|week|month|year|decade)s?\b",
    ),
    (
        "ago",
        rf"(?:(?:about|around|some|nearly|almost|over|more than|just) )?(?P<n>{_N}) (?P<unit>second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s? (?P<dir>ago|earlier|later|before|afterwards?|from now|prior)\b",
    ),
    ("weekdays", rf"(?:[Ff]rom|[Bb]etween) (?P<w1>{_W}) (?:to|until|and|through) (?P<w2>{_W})"),
    (
        "other_year",
        r"(?P<word>(?:the|that) same year|that year|that month|the same month|the (?:following|next) (?:year|month))\b",
    ),
    (
        "weekday",
        rf"(?:(?P<early>early|late|the early hours of|the morning of|the evening of|the night of) )?(?P<which>last|next|this|this past|this coming|the following|the previous)? ?(?P<w>{_W})(?: (?P<part>{_PART}))?",
    ),
    (
        "day_word",
        rf"(?P<word>today|yesterday|tomorrow|tonight|overnight|the day before yesterday|the day after tomorrow|last night|this (?:{_PART}))(?: (?P<part>{_PART}))?\b",
    ),
    (
        "other_day",
        r"(?P<word>(?:on )?the same day|(?:on )?the (?:next|following) day|the day (?:before|after)|the previous day|a day (?:earlier|later)|that (?:day|night|evening|morning|afternoon)|the (?:next|following) (?:morning|evening|night))\b",
    ),
    (
        "years",
        rf"(?:from |between )?{_Y.format('y1')} ?(?:-|–|—|to|(?<=between \d\d\d\d )and|until|through) ?(?P<y2>1[0-9]\d\d|20\d\d|\d\d)(?!\d|[,.]\d)",
    ),
    ("decade", r"(?:the )?(?:(?P<edge>early|mid|late)[ -])?(?P<y>1[0-9]\d0|20\d0)(?:'|’)?s\b"),
    ("century", r"(?:the )?(?:(?P<edge>early|mid|late)[ -])?(?P<c>\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b"),
    ("part_year", rf"(?P<edge>early|mid|late|the (?:beginning|start|end) of)[ -](?:in )?{_Y.format('y')}"),
    ("season", rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter) (?:of )?{_Y.format('y')}"),
    ("which_season", r"(?P<which>last|this|next) (?P<season>spring|summer|autumn|fall|winter)\b"),
    ("year", _Y.format("y") + r"(?![\d,.:/-]\d|\d|%)"),
    (
        "recent",
        r"in (?:the )?(?P<which>recent|past|coming|last few|past few|next few) (?:hours|days|weeks|months|years|decades)\b",
    ),
    ("month", rf"{_M.format('m')}(?!\w)(?! \d)"),
    ("clock", rf"(?:{_CLOCK})(?: (?P<z>GMT|UTC|local time|[A-Z]{{2,4}}T)\b)?(?: \((?P<z2>\d{{4}} GMT|GMT|UTC)\))?"),
)
"""Rule and what it looks like, in the order they are tried at one place; the longest of equals wins."""

_COMPILED = tuple(
    (
        name,
        re.compile(
            rf"(?<![\w-])(?:{pattern})",
            re.IGNORECASE
            if name
            not in (
                "month",
                "which_month",
                "weekday",
                "weekdays",
                "full",
                "day_month",
                "day_to_day",
                "month_year",
                "months_year",
                "days_month",
                "month_days",
                "part_month",
                "week_of_month",
                "feast",
            )
            else 0,
        ),
    )
    for name, pattern in PATTERNS
)
_SIGNS = {
    "digit": re.compile(r"\d"),
    "year": re.compile(r"\d{4}"),
    "month": re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"),
    "weekday": re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"),
    "unit": re.compile(r"(?:second|minute|hour|day|weekend|week|month|year|decade|centur|quarter)", re.IGNORECASE),
    "part": re.compile(r"today|tonight|tomorrow|yesterday|morning|afternoon|evening|night", re.IGNORECASE),
    "season": re.compile(r"spring|summer|autumn|fall|winter", re.IGNORECASE),
    "clock": re.compile(r"\d|noon|midnight", re.IGNORECASE),
}
"""What a sentence must hold before a rule is worth trying: eight cheap searches instead of thirty dear ones."""
_NEEDS: dict[str, tuple[str, ...]] = {
    "iso": ("year",),
    "days_month": ("digit", "month"),
    "month_days": ("digit", "month"),
    "day_to_day": ("digit", "month"),
    "full": ("year", "month"),
    "dotted": ("year",),
    "part_of_year": ("year",),
    "feast": (),
    "slashed": ("year",),
    "months_year": ("year", "month"),
    "day_month": ("digit", "month"),
    "month_year": ("year", "month"),
    "end_of": ("unit",),
    "week_of_month": ("month", "unit"),
    "nth_day": ("unit",),
    "ordinal_day": ("digit",),
    "which_month": ("month",),
    "part_month": ("month",),
    "relative_unit": ("unit",),
    "last_n": ("unit",),
    "ago": ("unit",),
    "weekdays": ("weekday",),
    "other_year": ("unit",),
    "weekday": ("weekday",),
    "day_word": ("part",),
    "other_day": (),
    "years": ("year",),
    "decade": ("year",),
    "century": ("digit", "unit"),
    "part_year": ("year",),
    "season": ("year", "season"),
    "which_season": ("season",),
    "year": ("year",),
    "recent": ("unit",),
    "month": ("month",),
    "clock": ("clock",),
}


def matches(text: str) -> list[tuple[int, int, str, re.Match[str]]]:
    """(start, end, rule, match) of expressions in a sentence, left to right, none overlapping."""
    signs = {sign for sign, pattern in _SIGNS.items() if pattern.search(text)}
    if not signs:
        return []
    found: list[tuple[int, int, int, str, re.Match[str]]] = []
    for rank, (rule, pattern) in enumerate(_COMPILED):
        if not signs.issuperset(_NEEDS[rule]):
            continue
        for match in pattern.finditer(text):
            start, end = _trimmed(rule, match)
            if end > start:
                found.append((start, -(end - start), rank, rule, match))
    found.sort(key=lambda item: item[:3])
    kept: list[tuple[int, int, str, re.Match[str]]] = []
    done = 0
    for start, minus, _, rule, match in found:
        if start >= done:
            kept.append((start, start - minus, rule, match))
            done = start - minus
    return kept


def _trimmed(rule: str, match: re.Match[str]) -> tuple[int, int]:
    """The extent without the preposition that only helped to find it and without a possessive."""
    words = match.group(0)
    lead = re.match(r"(?:from|between|in|over|during|within|for|at|on|about|around|some|just) ", words, re.IGNORECASE)
    start = match.start()
    if lead and rule != "ago":
        start += lead.end()
    tail = re.search(r"(?:'s|’s)$", words)
    end = match.end() - (len(tail.group(0)) if tail else 0)
    while end > start and match.string[end - 1] == " ":
        end -= 1
    while end > start and match.string[start] == " ":
        start += 1
    return start, end
