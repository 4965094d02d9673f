"""Makes the code lists that are taken from published tables: places.tsv and role_nouns.tsv.

    python tools/build_codes.py ../shared/reference

Both come from openeventdata/petrarch2 (MIT, 2014); see NOTICE.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "variorum" / "codes" / "data"
SOURCE = "# From openeventdata/petrarch2 (MIT, 2014); made by tools/build_codes.py; see NOTICE.\n"


def known() -> set[str]:
    """Names, demonyms and capitals that countries.tsv has itself."""
    found = set()
    for line in (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("#"):
            found.update(word for cell in line.split("\t")[1:] for word in cell.split("|"))
    return found


def main(reference: Path) -> None:
    """Writes both lists."""
    own = known()
    places = []
    with (reference / "country_aliases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            alias = row["alias"].strip()
            plain = alias.replace(" ", "").replace("-", "").replace("'", "")
            if alias in own or len(plain) < 4 or not plain.isalpha() or not alias[:1].isupper() or alias.isupper():
                continue
            places.append((alias, row["code"]))
    text = "name\tcode\n" + SOURCE + "".join(f"{alias}\t{code}\n" for alias, code in sorted(set(places)))
    (DATA / "places.tsv").write_text(text, encoding="utf-8")
    nouns = {}
    with (reference / "role_nouns.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            noun = row["noun"].strip().lower().removeprefix("a ").removeprefix("the ")
            if noun and row["role"]:
                nouns.setdefault(noun, row["role"])
            if noun and row["plural_if_irregular"].strip():
                nouns.setdefault(row["plural_if_irregular"].strip().lower(), row["role"])
    text = "noun\trole\n" + SOURCE + "".join(f"{noun}\t{role}\n" for noun, role in sorted(nouns.items()))
    (DATA / "role_nouns.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
