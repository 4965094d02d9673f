"""How often the words of an actor give the right state and role: `python -m benchmarks.actors --data DIR --part dev`.

Every actor that the coders of `plover-gsr` named is looked up by its words alone, without its sentence. State and role
must equal the coders', an empty one included.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from variorum.codes.actors import described


def actors(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Every actor with a state or role in its record, as text, country and role."""
    for record in records:
        for event in record["events"]:
            for actor in (*(event.get("source") or ()), *(event.get("target") or ())):
                if "country" in actor:
                    yield actor


def measure(found: Iterable[dict[str, str]]) -> dict[str, float]:
    """Shares of actors whose state, role, and both are right; `actors` is their number."""
    total = country = role = both = 0
    for actor in found:
        said = described(actor["text"])
        is_country = (said.country or "") == actor["country"]
        is_role = (said.role or "") == actor.get("role", "")
        total, country, role = total + 1, country + is_country, role + is_role
        both += is_country and is_role
    share = max(1, total)
    return {"actors": total, "country": country / share, "role": role / share, "country and role": both / share}


def main(arguments: list[str] | None = None) -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.actors", description="State and role of an actor.")
    parser.add_argument("--data", type=Path, default=Path("..") / "shared" / "benchmarks")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    chosen = parser.parse_args(arguments)
    path = chosen.data / "events" / f"{chosen.part}.jsonl"
    if not path.is_file():
        print("no events data in the data folder: nothing measured")
        return
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    for name, value in measure(actors(records)).items():
        print(f"{name:18} {value:.3f}" if isinstance(value, float) else f"{name:18} {value}")


if __name__ == "__main__":
    main()
