"""Makers of feeds, mails, saved pages, archives and documents, for tests of what reads them. All words are invented."""

from __future__ import annotations

import gzip
import io
import zipfile

import docx

LEAD = "Six people were killed in Morhaven on Tuesday, the ministry of defence said in a statement."
"""A sentence that every container made here holds."""
MORE = "The ministry gave no further details, and nobody claimed the strike."


def page(title: str = "Strikes kill six in Morhaven", *, body: str = LEAD, head: str = "") -> bytes:
    """A web page."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><h1>{title}</h1><p>{body}</p><p>{MORE}</p></body></html>"
    ).encode()


def record(
    body: bytes,
    *,
    uri: str = "https://harbour.example/1",
    kind: str = "response",
    media: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
    length: int | None = None,
) -> bytes:
    """One record of a web archive (WARC 1.1)."""
    is_http = kind in {"response", "revisit"}
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode()
    block = http + body if is_http else body
    content = "application/http; msgtype=response" if is_http else media
    own = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return own.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """An archive with each record in a gzip member of its own."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def bundle(**files: bytes) -> bytes:
    """A ZIP archive; `__` in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tellmark Wire</title><link>https://tellmark.example</link>
<item><title>Strikes kill six</title><link>https://tellmark.example/1</link>
<pubDate>Tue, 14 May 2024 18:30:00 +0200</pubDate><dc:creator>Orla Fenn</dc:creator>
<source url="https://daily.example/rss">Morhaven Daily</source><description>Short.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>It gave no details.</p>]]></content:encoded></item>
<item><title>Talks resume</title><guid>urn:2</guid>
<description>&lt;p&gt;Talks resumed on Monday, Ostmere said in a statement to the press.&lt;/p&gt;</description></item>
<item/></channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Seldin Herald</title>
<entry><title>Strikes kill six</title><link href="https://herald.example/o"/><id>urn:x</id>
<published>2024-05-14T10:00:00Z</published><updated>2024-05-15T10:00:00Z</updated>
<author><name>Jo Doe</name></author><author><name>Ann Roe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p></div></content></entry></feed>""".encode()

MHTML = (
    b"""From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.example/a
Subject: Strikes
Date: Fri, 17 May 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--x----"

------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.example/a

<!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/=
html; charset=3Dwindows-1252"><title>Strikes kill six in Morhaven</title></he=
ad><body><h1>Strikes kill six in Morhaven</h1><p>2 days ago</p><p>"""
    + LEAD.encode()
    + b""" The caf=E9 was hit too.</p></body></html>

------MultipartBoundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://harbour.example/i.png

iVBORw0KGgo=

------MultipartBoundary--x------
"""
).replace(b"\n", b"\r\n")

MAIL = b"""Received: from a.example by b.example
From: Tellmark Briefing <news@tellmark.example>
To: desk@example.org
List-Id: <brief.tellmark.example>
Subject: =?utf-8?q?Strikes=3A_what_we_know?=
Date: Tue, 14 May 2024 18:30:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Six people were killed in Morhaven on Tuesday, the ministry of
defence said in a statement.

"We will answer every shot," Defence Minister Sorin Adrak said in a
televised address.
--b
Content-Type: text/plain; name=a.txt
Content-Disposition: attachment; filename=a.txt

The attached note says that nobody claimed the strike on Morhaven.
--b
Content-Type: image/png
Content-Disposition: attachment; filename=p.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
"""


def document() -> bytes:
    """A word document with a title, a paragraph, a heading and a table."""
    made = docx.Document()
    made.add_heading("Strikes kill six", 0)
    made.add_paragraph(LEAD)
    made.add_heading("What is known", 2)
    made.add_paragraph(MORE)
    made.add_table(1, 1).cell(0, 0).text = "The count stood at six on Wednesday."
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF with one text line for each line of its pages (PDF 1.4, one Type 1 font)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, words in enumerate(pages):
        lines = "".join(
            f"({line.replace(chr(92), '').replace('(', '').replace(')', '')}) Tj 0 -14 Td "
            for line in words.split("\n")
        )
        stream = f"BT /F1 11 Tf 50 780 Td {lines} ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    trailer = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{trailer}startxref\n{start}\n%%EOF\n".encode()
