"""The record in one SQLite file: what was given, what was ruled, what was derived.

One writer at a time; readers are never blocked (write-ahead log). Every method is one transaction, so a run that is
killed leaves what was finished and nothing half done.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from variorum.errors import NotFound, StoreError
from variorum.model.decisions import Decision
from variorum.model.reports import Capture, Report, TextLayer
from variorum.model.troubles import NotTaken, Trouble
from variorum.store.codec import decision_from, decision_line, pack, unpack

FILE_NAME = "record.sqlite"
SCHEMA = 1
"""A record with a higher number was made by a later version and is refused."""


@dataclass(frozen=True, slots=True)
class Work:
    """What one step made of one report."""

    key: str
    report_id: str
    step: str
    value: bytes
    reason: str = ""


class Store:
    """An open record. Use as a context manager.

    Raises:
        StoreError: from every method, if the file cannot be read or written; what was kept before is unharmed.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.path = folder / FILE_NAME
        if not create and not self.path.is_file():
            raise StoreError(
                "there is no record in this folder",
                place=str(folder),
                next_step="Make one: variorum read PATH... --crisis DIR",
            )
        with self._plainly():
            self._db = sqlite3.connect(self.path, timeout=30, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.executescript(files("variorum.store").joinpath("schema.sql").read_text(encoding="utf-8"))
        found = self.meta("schema")
        if found is None:
            self.set_meta("schema", str(SCHEMA))
        elif int(found) > SCHEMA:
            self._db.close()
            raise StoreError(
                f"this record was made by a later version of Variorum (schema {found})",
                place=str(self.path),
                next_step="Install that version to open it.",
            )

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    @contextlib.contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as err:
            said = str(err)
            if "full" in said:
                next_step = "Free some space and run the same command again; what was read so far is kept."
            elif "locked" in said or "busy" in said:
                next_step = "Another run is writing; wait for it and try again."
            elif "readonly" in said or "unable to open" in said:
                next_step = "Check that the folder exists and can be written."
            else:
                next_step = "Copy record.sqlite aside, save the rulings with `variorum review export`, and read again."
            raise StoreError(said, place=str(self.path), step="keeping the record", next_step=next_step) from err

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing."""
        with self._plainly():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self._plainly():
            return self._db.execute(sql, values).fetchall()

    # What was given

    def meta(self, key: str) -> str | None:
        """A remembered word, or None."""
        rows = self._read("SELECT value FROM meta WHERE key = ?", key)
        return str(rows[0][0]) if rows else None

    def set_meta(self, key: str, value: str) -> None:
        """Remembers a word."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def has_capture(self, capture_id: str) -> bool:
        """Whether these bytes were taken in before."""
        return bool(self._read("SELECT 1 FROM capture WHERE id = ?", capture_id))

    def captures(self) -> tuple[Capture, ...]:
        """All captures by id, each with the shortest name that tells it from the others."""
        rows = self._read("SELECT id, media, size, locator, url FROM capture ORDER BY id")
        names = _short_names({str(row[0]): str(row[3]) for row in rows})
        return tuple(
            Capture(str(row[0]), str(row[1]), int(str(row[2])), names[str(row[0])], str(row[3]), str(row[4]))
            for row in rows
        )

    def data(self, capture_id: str) -> bytes:
        """The bytes as they arrived.

        Raises:
            NotFound: if there is no such capture.
        """
        rows = self._read("SELECT data FROM capture WHERE id = ?", capture_id)
        if not rows:
            raise NotFound(f"no capture {capture_id}")
        return zlib.decompress(bytes(rows[0][0]))

    def keep_capture(
        self, capture: Capture, data: bytes, text: TextLayer, reports: Iterable[Report], intake: str
    ) -> None:
        """Keeps an input with its text and its reports."""
        with self._writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO capture VALUES (?, ?, ?, ?, ?, ?)",
                (capture.id, capture.media, capture.size, capture.locator, capture.url, zlib.compress(data, 1)),
            )
            self._keep_reading(db, capture, text, reports, intake)
            db.execute("DELETE FROM not_taken WHERE name = ?", (capture.locator,))
            db.execute("DELETE FROM refused WHERE name = ?", (capture.locator,))

    def keep_reading(self, capture: Capture, text: TextLayer, reports: Iterable[Report], intake: str) -> None:
        """Replaces the text and the reports of a capture that is already kept."""
        with self._writing() as db:
            self._keep_reading(db, capture, text, reports, intake)

    @staticmethod
    def _keep_reading(
        db: sqlite3.Connection, capture: Capture, text: TextLayer, reports: Iterable[Report], intake: str
    ) -> None:
        db.execute("DELETE FROM text WHERE capture_id = ?", (capture.id,))
        db.execute("DELETE FROM report WHERE capture_id = ?", (capture.id,))
        db.execute("INSERT INTO text VALUES (?, ?, ?)", (text.id, capture.id, pack(text)))
        db.executemany(
            "INSERT INTO report VALUES (?, ?, ?, ?)",
            [(report.id, capture.id, intake, pack(report)) for report in reports],
        )

    def intakes(self) -> dict[str, str]:
        """Capture id -> version of the stages that read it."""
        rows = self._read("SELECT capture_id, intake FROM report ORDER BY id")
        return {str(capture_id): str(intake) for capture_id, intake in rows}

    def reports(self) -> tuple[Report, ...]:
        """Reports as read, by id, nothing ruled."""
        rows = self._read("SELECT value FROM report ORDER BY id")
        return tuple(unpack(row[0], Report) for row in rows)

    def texts(self) -> dict[str, TextLayer]:
        """Text id -> text layer."""
        rows = self._read("SELECT value FROM text ORDER BY id")
        found = (unpack(row[0], TextLayer) for row in rows)
        return {text.id: text for text in found}

    def text(self, text_id: str) -> TextLayer:
        """The text layer of that id.

        Raises:
            NotFound: if there is none.
        """
        rows = self._read("SELECT value FROM text WHERE id = ?", text_id)
        if not rows:
            raise NotFound(f"no text {text_id}")
        found: TextLayer = unpack(rows[0][0], TextLayer)
        return found

    def note_not_taken(self, items: Iterable[NotTaken]) -> None:
        """Remembers what was handed over and not read."""
        with self._writing() as db:
            db.executemany("INSERT OR REPLACE INTO not_taken VALUES (?, ?)", [(i.name, i.reason) for i in items])

    def not_taken(self) -> tuple[NotTaken, ...]:
        """What was handed over and not read, by name."""
        return tuple(NotTaken(str(name), str(why)) for name, why in self._read("SELECT * FROM not_taken ORDER BY name"))

    def note_refused(self, trouble: Trouble) -> None:
        """Remembers an input that failed."""
        with self._writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?)",
                (trouble.name, trouble.step, trouble.reason, trouble.next_step),
            )

    def refused(self) -> tuple[Trouble, ...]:
        """Inputs that failed, by name."""
        return tuple(Trouble(*map(str, row)) for row in self._read("SELECT * FROM refused ORDER BY name"))

    # What was ruled

    def keep_decisions(self, decisions: Iterable[Decision]) -> int:
        """Appends rulings; those already kept are left as they are. Returns how many were new."""
        with self._writing() as db:
            before = db.total_changes
            db.executemany(
                "INSERT OR IGNORE INTO decision VALUES (?, ?)",
                [(decision.id, decision_line(decision)) for decision in decisions],
            )
            return db.total_changes - before

    def decisions(self) -> tuple[Decision, ...]:
        """Every ruling by id, withdrawn ones included."""
        return tuple(decision_from(str(row[0])) for row in self._read("SELECT value FROM decision ORDER BY id"))

    # What was derived

    def parses(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Cached parses among these keys."""
        found = {}
        for key in keys:
            rows = self._read("SELECT rows FROM parse WHERE key = ?", key)
            if rows:
                found[key] = bytes(rows[0][0])
        return found

    def works(self, report_id: str) -> dict[str, Work]:
        """Key -> work of one report."""
        rows = self._read("SELECT key, step, value, reason FROM work WHERE report_id = ?", report_id)
        return {
            str(key): Work(str(key), report_id, str(step), bytes(value), str(reason))
            for key, step, value, reason in rows
        }

    def keep_work(self, works: Iterable[Work], parse: tuple[str, bytes] | None = None) -> None:
        """Keeps what a job made."""
        with self._writing() as db:
            if parse is not None:
                db.execute("INSERT OR REPLACE INTO parse VALUES (?, ?)", parse)
            db.executemany(
                "INSERT OR REPLACE INTO work VALUES (?, ?, ?, ?, ?)",
                [(work.key, work.report_id, work.step, work.reason, work.value) for work in works],
            )

    def effective(self, part: str, report_id: str = "", *, run: str = "now") -> bytes | None:
        """A part of the folded record, or None."""
        rows = self._read("SELECT value FROM effective WHERE run = ? AND part = ? AND id = ?", run, part, report_id)
        return bytes(rows[0][0]) if rows else None

    def effective_parts(self, *, run: str = "now") -> Iterator[tuple[str, str, bytes]]:
        """(part, report id, bytes) of the folded record in canonical order."""
        for part, report_id, value in self._read(
            "SELECT part, id, value FROM effective WHERE run = ? ORDER BY part, id", run
        ):
            yield str(part), str(report_id), bytes(value)

    def replace_effective(
        self, parts: Mapping[tuple[str, str], bytes], used: Iterable[str], meta: Mapping[str, str]
    ) -> None:
        """Makes these parts the record; the one until now becomes the one before, if it differs.

        Args:
            parts: (part, report id) -> bytes.
            used: keys of the work this record rests on; other work is thrown away.
            meta: words to remember with it.
        """
        old = {(part, report_id): value for part, report_id, value in self.effective_parts()}
        with self._writing() as db:
            if old != dict(parts):
                db.execute("DELETE FROM effective WHERE run = 'before'")
                db.execute("UPDATE effective SET run = 'before' WHERE run = 'now'")
                db.executemany(
                    "INSERT INTO effective VALUES ('now', ?, ?, ?)",
                    [(part, report_id, value) for (part, report_id), value in sorted(parts.items())],
                )
            db.execute("CREATE TEMP TABLE IF NOT EXISTS used (key TEXT PRIMARY KEY)")
            db.execute("DELETE FROM used")
            db.executemany("INSERT OR IGNORE INTO used VALUES (?)", [(key,) for key in used])
            db.execute("DELETE FROM work WHERE key NOT IN (SELECT key FROM used)")
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(meta.items()))


def _short_names(locators: Mapping[str, str]) -> dict[str, str]:
    """Id -> base name of its locator, with as many folders before it as tell it from the others.

    What follows a `#`, the member of a container, stays whole.
    """
    split = {key: where.replace("\\", "/").partition("#") for key, where in locators.items()}
    parts = {key: [piece for piece in path.split("/") if piece] for key, (path, _, _) in split.items()}
    by_base: dict[str, set[tuple[str, ...]]] = {}
    for own in parts.values():
        by_base.setdefault("".join(own[-1:]), set()).add(tuple(own))
    names = {}
    for key, own in parts.items():
        others = by_base["".join(own[-1:])] - {tuple(own)}
        depth = 1
        while depth < len(own) and any(list(other[-depth:]) == own[-depth:] for other in others):
            depth += 1
        names[key] = ("/".join(own[-depth:]) or key) + "".join(split[key][1:])
    return names
