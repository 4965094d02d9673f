"""Paths, folders and globs -> the files to read, in one order, and what is not read and why."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import SourceError
from variorum.model.troubles import NotTaken, Trouble
from variorum.sources.forms import KNOWN_FORMS, MAX_BYTES, is_report_form


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files to try, and the rest."""

    files: tuple[Path, ...]
    not_taken: tuple[NotTaken, ...]
    troubles: tuple[Trouble, ...]


def gather(paths: Iterable[Path | str]) -> Gathered:
    """What these paths come to, sorted; a file met twice is read once.

    A path that exists is taken as it stands, whatever marks its name has; else it is a glob. Links are followed,
    a folder already seen is not entered again.
    """
    files: dict[str, Path] = {}
    not_taken: list[NotTaken] = []
    troubles: list[Trouble] = []
    for given in paths:
        path = Path(given)
        named = [path] if _exists(path) else _globbed(str(given))
        if not named:
            reason = "no file answers to this" if glob.has_magic(str(given)) else "there is no such file"
            troubles.append(Trouble(str(given), "taking in", reason, "Check the name."))
        for one in named:
            if one.is_dir():
                for path, reason in _walk(one):
                    if reason:
                        not_taken.append(NotTaken(str(path), reason))
                    else:
                        files.setdefault(os.path.realpath(path), path)
            else:
                files.setdefault(os.path.realpath(one), one)
    ordered = sorted(files.values(), key=lambda path: (path.name, path.as_posix()))
    return Gathered(tuple(ordered), tuple(sorted(set(not_taken), key=lambda item: item.name)), tuple(troubles))


def _globbed(pattern: str) -> list[Path]:
    return [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207  # absolute patterns too


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """(file, why it is not taken; empty if it is), depth first, by name."""
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            children = sorted(here.iterdir())
        except OSError as err:
            yield here, f"the folder cannot be read: {err.strerror}"
            continue
        for child in children:
            if child.is_dir():
                if not child.name.startswith("."):
                    waiting.append(child)
            elif not is_report_form(child.name):
                forms = " ".join(sorted(KNOWN_FORMS))
                why = "reads like a note about the folder" if child.suffix in KNOWN_FORMS else f"not one of {forms}"
                yield child, f"{why}; name the file itself to have it tried"
            else:
                yield child, ""


def read(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: if it cannot be read, is no regular file or is larger than `MAX_BYTES`.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("it is no file that can be read", place=str(path), next_step="Name a saved page.")
        if status.st_size > MAX_BYTES:
            raise SourceError(
                f"it has {status.st_size // 1_000_000} MB; the limit is {MAX_BYTES // 1_000_000}",
                place=str(path),
                next_step="Save the article alone, without what is around it.",
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or str(err)
        raise SourceError(
            f"it cannot be read: {reason}", place=str(path), next_step="Check the file and its permissions."
        ) from err
