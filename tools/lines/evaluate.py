"""How well lines are known on frames left out of the training: `python -m tools.lines.evaluate [--pages N] [--folds N]`.

Each fold leaves out every so-many-th frame. Prints split precision, recall and F1, false splits among pages of one
article, and precision, recall and F1 of each label.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping

from tools.lines import train
from tools.lines.pages import FRAMES, Page, pages

from variorum.reports import plain, trees


def main(arguments: list[str] | None = None) -> int:
    """Trains and tests fold by fold."""
    parser = argparse.ArgumentParser(prog="python -m tools.lines.evaluate")
    parser.add_argument("--pages", type=int, default=1920)
    parser.add_argument("--folds", type=int, default=4)
    chosen = parser.parse_args(arguments)
    composed = list(pages(chosen.pages))
    tally: Counter[tuple[str, str]] = Counter()
    for fold in range(chosen.folds):
        out = set(range(fold, FRAMES, chosen.folds))
        kept = [page for page in composed if page.frame not in out]
        first, is_start, second, label, _ = train.examples(kept)
        starts = train.fitted(first, is_start, train.STARTS, train.STARTS_TREES)
        labels = train.fitted(second, label, train.LABELS, train.LABELS_TREES)
        models = {
            "starts": trees.parsed(train.written(starts, ("start",), train.structure.STARTS_FEATURES)),
            "labels": trees.parsed(train.written(labels, train.CLASSES, train.structure.LABELS_FEATURES)),
        }
        for page in composed:
            if page.frame in out:
                count(page, models, tally)
    show(tally)
    return 0


def count(page: Page, models: Mapping[str, trees.Forest], tally: Counter[tuple[str, str]]) -> None:
    """Adds one page's hits and misses."""
    found = plain.label(page.text, models.get("starts"), models.get("labels"))
    offsets = [0]
    for line in page.text.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    wanted = {offsets[k] for k in (*page.starts, *page.entries)}
    got = {start for start, _, _ in found[1:]}
    tally["split", "hit"] += len(wanted & got)
    tally["split", "wanted"] += len(wanted)
    tally["split", "got"] += len(got)
    if not wanted:
        tally["single", "pages"] += 1
        tally["single", "split"] += bool(got)
    labels = {line.start: line.label.value for _, _, lines in found for line in lines}
    for offset, name in zip(offsets, page.labels, strict=False):
        if name != "blank":
            told = labels[offset]
            tally[name, "wanted"] += 1
            tally[told, "got"] += 1
            tally[name, "hit"] += name == told
            tally["confused", f"{name} as {told}"] += name != told


def show(tally: Counter[tuple[str, str]]) -> None:
    """Prints the figures."""
    for name in ("split", *train.CLASSES):
        hit, wanted, got = (tally[name, key] for key in ("hit", "wanted", "got"))
        precision, recall = hit / max(1, got), hit / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:12} precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}  ({wanted})")
    print(f"false splits {tally['single', 'split']} of {tally['single', 'pages']} pages")
    worst = Counter({key[1]: value for key, value in tally.items() if key[0] == "confused"})
    print("; ".join(f"{name} {value}" for name, value in worst.most_common(14)))


if __name__ == "__main__":
    sys.exit(main())
