"""Code lists as data files, and their one loader.

Every list is a tab-separated file in `data/` whose first line names the columns; lines that begin with `#` say
where the rows come from. Nothing in here computes an opinion.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `data/<name>.tsv`, in file order, as column -> value (an empty cell is "").

    Raises:
        FileNotFoundError: if there is no such list.
        ValueError: if a row has more cells than the header, with its line.
    """
    source = files(__package__).joinpath("data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    header: list[str] = []
    rows = []
    for number, line in enumerate(source.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise ValueError(f"{name}.tsv, line {number}: {len(cells)} cells, {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)
