"""Puts the figures of a run into the page that claims them, between two marks, so that no figure is copied by hand."""

from __future__ import annotations

import re
from pathlib import Path


def put(page: Path, name: str, words: str) -> None:
    """Replaces what stands on a page between `<!-- NAME -->` and `<!-- /NAME -->`.

    Raises:
        ValueError: if the page lacks the two marks.
    """
    text = page.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"{page}: no <!-- {name} --> and <!-- /{name} --> to put the figures between")
    page.write_text(
        pattern.sub(lambda found: found.group(1) + words.rstrip("\n") + "\n" + found.group(2), text), "utf-8"
    )
