"""Draws the documents of this gold: python draw.py ARTICLES.jsonl prints their ids."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

SEED, COUNT = 20261127, 14


def draw(articles: Path) -> list[dict[str, Any]]:
    """Crisis articles of 900 to 3,500 characters, drawn from those sorted by id."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    pool = sorted(
        (row for row in rows if row["crisis_terms"] >= 5 and 900 <= len(row["text"]) <= 3500),
        key=lambda row: row["id"],
    )
    return random.Random(SEED).sample(pool, COUNT)  # noqa: S311  # a draw that can be repeated, no secret


if __name__ == "__main__":
    sys.stdout.write("".join(f"{row['id']}\n" for row in draw(Path(sys.argv[1]))))
