"""A large web archive, made and read: `python -m benchmarks.archive --mb 1000`. Prints speed, memory and resumption."""

from __future__ import annotations

import argparse
import gzip
import resource
import tempfile
import time
from pathlib import Path

from benchmarks import documents
from variorum import sources
from variorum.model.reports import Capture
from variorum.sources import Member

PAGE = (
    "<!DOCTYPE html><html><head><title>Page {n}</title></head><body><nav>{menu}</nav><h1>Strikes kill {n}</h1>"
    "<p>Morhaven, 14 May 2024 - {n} people were killed on Tuesday, the ministry of defence said.</p>{filler}</body></html>"
)
PAGE_BYTES = 39_000
"""A page of CC-NEWS on average (design notes, intake, 5)."""


def make(path: Path, size: int) -> int:
    """Writes an archive of about so many bytes, unpacked; every tenth record is a revisit. Returns how many pages."""
    menu = "".join(f"<a href='/{n}'>Section {n}</a>" for n in range(100))
    pages = written = 0
    with path.open("wb") as out:
        while written < size:
            body = PAGE.format(n=pages, menu=menu, filler="<p>Nothing else was known.</p>" * 1_150)[
                :PAGE_BYTES
            ].encode()
            kind = "revisit" if pages % 10 == 9 else "response"
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + (
                body if kind == "response" else b""
            )
            head = (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://made.example/{pages}\r\n"
                f"WARC-Date: 2024-05-17T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{pages:032x}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            ).encode()
            out.write(
                gzip.compress(head + http + b"\r\n\r\n", 1) if path.suffix == ".gz" else head + http + b"\r\n\r\n"
            )
            written += len(head) + len(http)
            pages += 1
    return pages


def stream(path: Path) -> tuple[int, int, float]:
    """(pages, megabytes of memory at most, seconds) of reading every record and telling whether it was seen."""
    began, pages, seen = time.perf_counter(), 0, set()
    with path.open("rb") as file:
        for item in sources.members(file, name=path.name, locator=str(path)):
            if isinstance(item, Member):
                seen.add(Capture.address(item.data))
                pages += 1
    if len(seen) != pages:
        raise AssertionError("two records have one identity")
    return pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000, time.perf_counter() - began


def main() -> None:
    """Prints a line for a tenth of the size and one for the whole, and puts them into a page if asked."""
    parser = argparse.ArgumentParser(description="Read a large web archive.")
    parser.add_argument("--mb", type=int, default=1000, help="size, unpacked")
    parser.add_argument("--packed", action="store_true", help="as .warc.gz")
    parser.add_argument("--page", type=Path, help="put the lines into this page, between <!-- archive --> marks")
    options = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for size in (options.mb // 10, options.mb):
            path = Path(folder) / ("made.warc.gz" if options.packed else "made.warc")
            make(path, size * 1_000_000)
            pages, memory, seconds = stream(path)
            lines.append(
                f"{size:>6} MB  {pages:>7} pages  {memory:>5} MB of memory at most  {pages / seconds:>7.0f} pages/s"
            )
            print(lines[-1])
    if options.page:
        documents.put(options.page, "archive", "\n".join(f"    {line}" for line in lines))


if __name__ == "__main__":
    main()
