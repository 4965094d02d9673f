"""Files and streams -> captures kept in the store, document by document."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from variorum import reports, sources
from variorum.errors import SourceError
from variorum.model.reports import Capture
from variorum.model.troubles import NotTaken, Trouble
from variorum.pipeline.run import Progress
from variorum.sources.paths import gather, opened
from variorum.store.sqlite import Store


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the paths handed over."""

    taken: tuple[str, ...]
    """Where the documents taken in were: a path, with `#` and a name or an address inside a container."""
    known: tuple[str, ...]
    """Documents whose very bytes were there before."""
    not_taken: tuple[NotTaken, ...]
    troubles: tuple[Trouble, ...]


class Intake:
    """One handing-over of inputs. Each document is kept as soon as it is read, so a broken-off intake resumes."""

    def __init__(self, store: Store, progress: Progress | None = None) -> None:
        self._store = store
        self._progress = progress
        self._taken: list[str] = []
        self._known: list[str] = []
        self._not_taken: list[NotTaken] = []
        self._troubles: list[Trouble] = []

    @cached_property
    def _locators(self) -> dict[str, str]:
        return {capture.id: capture.locator for capture in self._store.captures()}

    def paths(self, paths: Iterable[Path | str]) -> None:
        """Takes files, folders and globs in.

        Raises:
            StoreError: if the record cannot be written.
        """
        found = gather(paths)
        self._not_taken += found.not_taken
        self._troubles += found.troubles
        for number, path in enumerate(found.files, 1):
            try:
                with opened(path) as stream:
                    self._members(stream, path.name, path.as_posix(), path.stat().st_size)
            except SourceError as err:
                self._troubles.append(Trouble(str(path), "taking in", err.reason, err.next_step))
            self._tell("reading", number, len(found.files))

    def stream(self, stream: BinaryIO, name: str) -> None:
        """Takes in what a stream holds, which need not be one that can be sought in.

        Raises:
            StoreError: if the record cannot be written.
        """
        with tempfile.TemporaryFile() as whole:
            shutil.copyfileobj(stream, whole)
            size = whole.tell()
            whole.seek(0)
            try:
                self._members(whole, name, name, size)
            except SourceError as err:
                self._troubles.append(Trouble(name, "taking in", err.reason, err.next_step))

    def done(self) -> Added:
        """Remembers what was not taken, with its reasons, and gives everything back."""
        for trouble in self._troubles:
            self._store.note_refused(trouble)
        self._store.note_not_taken(self._not_taken)
        return Added(tuple(self._taken), tuple(self._known), tuple(self._not_taken), tuple(self._troubles))

    def _members(self, stream: BinaryIO, name: str, locator: str, size: int) -> None:
        for item in sources.members(stream, name=name, locator=locator):
            if isinstance(item, NotTaken):
                self._not_taken.append(item)
            elif isinstance(item, Trouble):
                self._troubles.append(item)
            else:
                self._take(item)
            if size > sources.MAX_BYTES:
                self._tell(f"reading {name}", stream.tell(), size)

    def _take(self, member: sources.Member) -> None:
        capture_id = Capture.address(member.data)
        if self._store.has_capture(capture_id):
            kept = self._locators[capture_id]
            self._known.append(member.locator)
            if not _same_place(kept, member.locator):
                self._not_taken.append(NotTaken(member.locator, f"the same bytes as {kept}"))
            return
        try:
            found = sources.take(member.data, name=member.name, locator=member.locator)
        except SourceError as err:
            self._troubles.append(Trouble(member.locator, "taking in", err.reason, err.next_step))
            return
        self._store.keep_capture(found.capture, member.data, found.text, reports.read(found), reports.VERSION)
        self._locators[capture_id] = member.locator
        self._taken.append(member.locator)

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(what, done, total)


def _same_place(kept: str, locator: str) -> bool:
    """Whether both are one place, however it was named."""
    try:
        return kept == locator or Path(kept).resolve() == Path(locator).resolve()
    except (OSError, ValueError):
        return False
