"""Inputs made to do harm or to be broken, by name. `python tests/hostile.py` reads each one and prints what came of it."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import resource
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable

from containers import LEAD, MAIL, MHTML, RSS, bundle, document, page, pdf, record
from variorum import reports, sources
from variorum.errors import SourceError
from variorum.model.troubles import Trouble

MB = 1_000_000
MEMORY = 3_000 * MB
"""Bytes of address space that reading all of them may take: the libraries alone map one gigabyte."""
SECONDS = 240
"""Of processor time for all of them together."""


def nested(tag: str, depth: int) -> bytes:
    """A page with elements that deep."""
    inside = f"<{tag}>" * depth + LEAD + f"</{tag}>" * depth
    return f"<html><body>{inside}</body></html>".encode()


def zipped(name: str, data: bytes, *, size: int | None = None) -> bytes:
    """A ZIP with one file; `size`, if given, is what the directory says that it unpacks to."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    made = bytearray(out.getvalue())
    if size is not None:
        at = made.rindex(b"PK\x01\x02")
        made[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(made)


def zips(depth: int) -> bytes:
    """ZIP files one within the other."""
    data = LEAD.encode()
    name = "a.txt"
    for _ in range(depth):
        data, name = zipped(name, data), "a.zip"
    return data


def feed(inside: str, *, before: str = "") -> bytes:
    """A feed with that inside its channel."""
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>T</title>{inside}</channel></rss>'.encode()


def entities() -> bytes:
    """The billion laughs."""
    lines = ['<!ENTITY l0 "ha">'] + [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    return feed("<item><title>&l9;</title></item>", before=f"<!DOCTYPE rss [{''.join(lines)}]>")


def parts(count: int) -> bytes:
    """A mail with that many parts."""
    body = b"--b\n\nx\n" * count + b"--b--\n"
    return b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + body


def mails(depth: int) -> bytes:
    """Mails that carry one another."""
    head = b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    return head * depth + b"MIME-Version: 1.0\nContent-Type: text/plain\n\n" + LEAD.encode()


def bomb(pack: Callable[[bytes], bytes], size: int = 200 * MB) -> bytes:
    """That many zeros, packed."""
    return pack(bytes(size))


def coded(body: bytes, coding: str) -> bytes:
    """A record whose page is packed for the way."""
    return record(body, headers=f"Content-Encoding: {coding}\r\n")


def marked(inside: str) -> bytes:
    """A page with that markup beside its sentence."""
    return page(body=f"{LEAD} {inside}")


HARMLESS = frozenset(
    "deep-divs deep-spans script event-handlers bidi nulls-in-page comments-fake-article unclosed entities-in-page "
    "cdata deep-lists css-import svg-script iframe base-href meta-refresh data-url form template huge-attribute "
    "many-attributes surrogate-entities utf-16 utf-7-declared wrong-charset long-json-ld broken-json-ld "
    "dotdot-zip absolute-zip feed-script feed-external mail-bad-charset mail-bad-base64 page-in-text pdf-rotated "
    "deep-json-ld many-tables million-tags zip-lies-small".split()
)
"""Those that a reader must come through with the sentence; each of the others ends in a named trouble, or gives it too."""

CASES: dict[str, Callable[[], bytes]] = {
    "deep-divs": lambda: nested("div", 10_000),
    "deep-spans": lambda: nested("span", 10_000),
    "deep-lists": lambda: nested("ul><li", 3_000),
    "deeper-divs": lambda: nested("div", 200_000),
    "unclosed": lambda: ("<html><body>" + "<p><b><i><table><tr><td>" * 2_000 + LEAD).encode(),
    "million-tags": lambda: ("<html><body><p>" + LEAD + "</p>" + "<br>" * 300_000).encode(),
    "many-tables": lambda: ("<html><body><p>" + LEAD + "</p>" + "<table><tr><td>x</td></tr></table>" * 20_000).encode(),
    "one-line-100-mb": lambda: b"a " * (50 * MB),
    "one-word-15-mb": lambda: b"a" * (15 * MB),
    "page-of-30-mb": lambda: page() + b" " * (30 * MB),
    "script": lambda: marked("<script>document.write('40 killed')</script>"),
    "event-handlers": lambda: marked("<img src=x onerror=\"alert('40 killed')\">"),
    "css-import": lambda: marked("<style>@import url(https://evil.example/x.css);</style>"),
    "svg-script": lambda: marked("<svg><script>alert(1)</script><text>x</text></svg>"),
    "iframe": lambda: marked("<iframe src='file:///etc/passwd'></iframe>"),
    "base-href": lambda: page(head="<base href='file:///etc/'>"),
    "meta-refresh": lambda: page(head="<meta http-equiv=refresh content='0;url=https://evil.example'>"),
    "data-url": lambda: marked("<a href='data:text/html,<script>x</script>'>link</a>"),
    "form": lambda: marked("<form action='https://evil.example'><input name=q value=40></form>"),
    "template": lambda: marked("<template><p>40 people were killed.</p></template>"),
    "bidi": lambda: marked("\u202e40 dellik\u202c\u2066x\u2069"),
    "nulls-in-page": lambda: page(body=f"{LEAD} \x00\x01\x02"),
    "comments-fake-article": lambda: marked("<!-- <article><h1>40 killed</h1> -->"),
    "entities-in-page": lambda: marked("&lt;script&gt; &#0; &#x110000; &nosuch; &amp;amp;"),
    "surrogate-entities": lambda: marked("&#xD800; &#xDFFF;"),
    "cdata": lambda: marked("<![CDATA[ 40 killed ]]>"),
    "huge-attribute": lambda: marked(f"<a title='{'x' * 3_000_000}'>y</a>"),
    "many-attributes": lambda: marked("<a " + " ".join(f"a{n}=1" for n in range(100_000)) + ">y</a>"),
    "long-json-ld": lambda: page(head='<script type="application/ld+json">[' + '{"a":1},' * 200_000 + "{}]</script>"),
    "deep-json-ld": lambda: page(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
    "broken-json-ld": lambda: page(head='<script type="application/ld+json">{"@type": "NewsArticle", </script>'),
    "utf-16": lambda: page().decode().encode("utf-16"),
    "utf-7-declared": lambda: page(head="<meta charset='utf-7'>"),
    "wrong-charset": lambda: page(head="<meta charset='no-such-charset'>", body=f"{LEAD} caf\xe9"),
    "page-in-text": lambda: f"{LEAD}\n<script>alert(1)</script>\n".encode(),
    "nulls": lambda: b"\x00" * MB,
    "nulls-in-text": lambda: b"Six people\x00 were\x00 killed" * 1000,
    "controls": lambda: bytes(range(1, 32)) * 1000,
    "noise": lambda: b"".join(zlib.crc32(bytes([n % 251, n % 7])).to_bytes(4, "big") for n in range(100_000)),
    "lone-surrogates": lambda: b"Six people \xed\xa0\x80 were killed \xed\xbf\xbf in Morhaven." * 10,
    "half-utf-8": lambda: "Sechs Menschen in Mörhäven getötet – é".encode()[:-1],
    "blank": lambda: b" \n\t" * 1000,
    "empty": lambda: b"",
    "gzip-bomb": lambda: bomb(lambda data: gzip.compress(data, 9)),
    "gzip-in-gzip": lambda: gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(LEAD.encode()))))),
    "gzip-cut": lambda: gzip.compress(page())[:-20],
    "bzip2": lambda: bz2.compress(page()),
    "zip-bomb": lambda: bomb(lambda data: zipped("a.txt", data)),
    "zip-lies": lambda: zipped("a.txt", bytes(100 * MB), size=1000),
    "zip-lies-small": lambda: bundle(a__txt=LEAD.encode()),
    "zip-in-zip": lambda: zips(9),
    "zip-cut": lambda: bundle(a__html=page())[:-30],
    "zip-many": lambda: bundle(**{f"f{n}__txt": b"x" for n in range(20_001)}),
    "dotdot-zip": lambda: zipped("../../../etc/cron.d/a.txt", LEAD.encode()),
    "absolute-zip": lambda: zipped("/etc/passwd.txt", LEAD.encode()),
    "null-in-name-zip": lambda: zipped("a.txt", LEAD.encode()).replace(b"a.txt", b"a\x00txt"),
    "docx-bomb": lambda: zipped("word/document.xml", b"<w>" + b"a" * (200 * MB)),
    "docx-no-document": lambda: bundle(**{"word/other__xml": b"<x/>", "[Content_Types]__xml": b"<x/>"}),
    "docx-cut": lambda: document()[:-100],
    "docx-entities": lambda: bundle(**{"word/document__xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
    "pdf-cut": lambda: pdf(LEAD)[:200],
    "pdf-header-only": lambda: b"%PDF-1.7\n",
    "pdf-no-words": lambda: pdf(""),
    "pdf-long": lambda: pdf(*["x"] * 401),
    "pdf-loop": lambda: pdf(LEAD).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "pdf-rotated": lambda: pdf(LEAD).replace(b"/MediaBox", b"/Rotate 90 /MediaBox"),
    "feed-entities": entities,
    "feed-external": lambda: RSS.replace(b"Talks resume", b"<x:include href='file:///etc/passwd' xmlns:x='y'/>Talks"),
    "feed-external-dtd": lambda: feed("", before='<!DOCTYPE rss SYSTEM "file:///etc/passwd">'),
    "feed-deep": lambda: feed("<item>" + "<description>" * 50_000 + LEAD),
    "feed-cut": lambda: RSS[:300],
    "feed-script": lambda: RSS.replace(b"<p>It gave", b"<script>alert(1)</script><p>It gave"),
    "feed-empty": lambda: feed(""),
    "svg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><text>rss x</text></svg>",
    "mail-many-parts": lambda: parts(5_000),
    "mail-deep": lambda: mails(200),
    "mail-very-deep": lambda: mails(5_000),
    "mail-bad-charset": lambda: MAIL.replace(b"charset=utf-8", b"charset=no-such"),
    "mail-bad-base64": lambda: MHTML.replace(b"iVBORw0KGgo=", b"!!!!"),
    "mail-no-end": lambda: MAIL[:400],
    "mail-long-header": lambda: b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?x?= " * 20_000 + b"\n\n" + LEAD.encode(),
    "warc-long-record": lambda: record(page(), length=10**12),
    "warc-negative": lambda: record(page(), length=-5),
    "warc-cut": lambda: record(page())[:-100],
    "warc-header-only": lambda: b"WARC/1.1\r\n" + b"X: y\r\n" * 100_000,
    "warc-gzip-page-bomb": lambda: coded(bomb(gzip.compress), "gzip"),
    "warc-bad-coding": lambda: coded(b"not gzip", "gzip"),
    "zstd-cut": lambda: b"\x28\xb5\x2f\xfd" + b"\x00" * 20,
    "jsonl-deep": lambda: b'{"text": ' + b"[" * 100_000,
    "jsonl-long-line": lambda: b'{"text": "' + b"a" * (30 * MB) + b'"}\n',
    "jsonl-surrogates": lambda: b'{"text": "six \\ud800 killed"}\n',
    "jsonl-wrong-kinds": lambda: b'{"text": 5}\n{"text": null, "html": []}\n',
    "jsonl-many-broken": lambda: b'{"x": 1}\n' + b"{broken\n" * 50_000,
}


def outcome(name: str) -> dict[str, object]:
    """What came of one: the named troubles, and whether the sentence came through."""
    troubles: list[tuple[str, str]] = []
    found, words = 0, ""
    try:
        for item in sources.members(io.BytesIO(CASES[name]()), name=name, locator=f"d/{name}"):
            if isinstance(item, Trouble):
                troubles.append((item.reason, item.next_step))
            elif isinstance(item, sources.Member):
                try:
                    taken = sources.take(item.data, name=item.name, locator=item.locator)
                    found += len(reports.read(taken))
                    words += taken.text.text[:100_000]
                except SourceError as err:
                    troubles.append((err.reason, err.next_step))
    except SourceError as err:
        troubles.append((err.reason, err.next_step))
    harm = any(sign in words for sign in ("root:x:", "alert(1)")) and name != "page-in-text"
    return {"troubles": troubles, "reports": found, "sentence": LEAD in words, "harm": harm}


def main() -> None:
    """Reads every one within bounds that the system holds, and prints a line of JSON for each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for name in sys.argv[1:] or CASES:
        sys.stdout.write(json.dumps([name, outcome(name)]) + "\n")


if __name__ == "__main__":
    main()
