"""Paths, folders and globs -> the files to read, in one order, and what is not read and why."""

from __future__ import annotations

import contextlib
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from variorum.errors import SourceError
from variorum.model.troubles import NotTaken, Trouble
from variorum.sources.forms import KNOWN_FORMS, ending_of, is_report_form


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
                why = (
                    "reads like a note about the folder"
                    if ending_of(child.name) in KNOWN_FORMS
                    else f"not one of {forms}"
                )
                yield child, f"{why}; name the file itself to have it tried"
            else:
                yield child, ""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, open to be read; closed again afterwards.

    Raises:
        SourceError: if it cannot be read or is no regular file.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SourceError("it is no file that can be read", place=str(path), next_step="Name a saved page.")
        file = path.open("rb")
    except (OSError, ValueError) as err:
        raise _unreadable(path, err) from err
    with file:
        try:
            yield file
        except OSError as err:
            raise _unreadable(path, err) from err


def _unreadable(path: Path, err: OSError | ValueError) -> SourceError:
    reason = getattr(err, "strerror", None) or str(err)
    return SourceError(f"it cannot be read: {reason}", place=str(path), next_step="Check the file and its permissions.")
