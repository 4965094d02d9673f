"""One file keeps everything; what was kept is never harmed by what fails afterwards."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from variorum import reports, sources
from variorum.errors import NotFound, StoreError
from variorum.model.decisions import Decision, Verdict
from variorum.model.troubles import NotTaken, Trouble
from variorum.store.sqlite import FILE_NAME, SCHEMA, Store, Work, _short_names

PAGE = (
    b"Arvo News\n\nValdora denies losing jets\n\nValdora denied on Friday that it had lost any jets in the fighting.\n"
)


def take(store: Store, data: bytes = PAGE, locator: str = "pages/a.txt") -> str:
    """Keeps one page; its capture id."""
    taken = sources.take(data, name=Path(locator).name, locator=locator)
    store.keep_capture(taken.capture, data, taken.text, reports.read(taken), reports.VERSION)
    return taken.capture.id


def test_a_page_is_kept_with_its_bytes(tmp_path: Path) -> None:
    """What arrived can always be read again."""
    store = Store(tmp_path, create=True)
    capture_id = take(store)
    assert store.data(capture_id) == PAGE
    assert [capture.name for capture in store.captures()] == ["a.txt"]
    assert len(store.reports()) == 1
    store.close()


def test_a_folder_without_a_record_is_said_so(tmp_path: Path) -> None:
    """With the command that makes one."""
    with pytest.raises(StoreError, match="no record in this folder") as caught:
        Store(tmp_path)
    assert "variorum read" in caught.value.next_step


def test_a_record_of_a_later_version_is_refused(tmp_path: Path) -> None:
    """Rather than misread."""
    store = Store(tmp_path, create=True)
    store.set_meta("schema", str(SCHEMA + 1))
    store.close()
    with pytest.raises(StoreError, match="later version"):
        Store(tmp_path)


def test_a_file_that_is_no_record_is_said_so(tmp_path: Path) -> None:
    """A damaged file stops the run with a next step."""
    (tmp_path / FILE_NAME).write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(StoreError) as caught:
        Store(tmp_path)
    assert caught.value.next_step


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """All of it or nothing."""
    store = Store(tmp_path, create=True)
    take(store)
    with contextlib.suppress(RuntimeError), store._writing() as db:
        db.execute("DELETE FROM capture")
        raise RuntimeError("power cut")
    assert len(store.captures()) == 1
    store.close()


def test_a_full_disk_harms_nothing_that_was_kept(tmp_path: Path) -> None:
    """SQLite's own limit on pages stands in for the disk."""
    store = Store(tmp_path, create=True)
    take(store)
    store._db.execute("PRAGMA max_page_count = 40")
    with pytest.raises(StoreError, match="full") as caught:
        store.keep_work([Work(f"wk_{k}", "rep_1", "events", bytes(100_000)) for k in range(20)])
    assert "Free some space" in caught.value.next_step
    assert len(store.captures()) == 1
    store.close()


def test_a_reader_is_not_blocked_by_a_writer(tmp_path: Path) -> None:
    """Reviewing while a run goes on is the daily case."""
    writer, reader = Store(tmp_path, create=True), Store(tmp_path)
    with writer._writing():
        assert reader.captures() == ()
    writer.close()
    reader.close()


def test_rulings_are_only_ever_added(tmp_path: Path) -> None:
    """Importing twice adds nothing; an id that is there keeps its first value."""
    store = Store(tmp_path, create=True)
    first = Decision("dec_1", "cl_1", Verdict.CONFIRM, "anna")
    assert store.keep_decisions([first]) == 1
    assert store.keep_decisions([Decision("dec_1", "cl_1", Verdict.REJECT, "ben")]) == 0
    assert store.decisions() == (first,)
    store.close()


def test_the_record_before_is_kept_only_when_something_changed(tmp_path: Path) -> None:
    """`diff` compares with the last different record."""
    store = Store(tmp_path, create=True)
    store.replace_effective({("claims", "r"): b"1"}, [], {"fingerprint": "a"})
    store.replace_effective({("claims", "r"): b"2"}, [], {"fingerprint": "b"})
    store.replace_effective({("claims", "r"): b"2"}, [], {"fingerprint": "c"})
    assert store.effective("claims", "r") == b"2"
    assert store.effective("claims", "r", run="before") == b"1"
    store.close()


def test_work_that_no_record_rests_on_is_thrown_away(tmp_path: Path) -> None:
    """The file does not grow with every version."""
    store = Store(tmp_path, create=True)
    store.keep_work([Work("wk_old", "rep_1", "events", b"x"), Work("wk_new", "rep_1", "events", b"y")])
    store.replace_effective({}, ["wk_new"], {})
    assert set(store.works("rep_1")) == {"wk_new"}
    store.close()


def test_troubles_and_leftovers_go_when_the_file_is_taken(tmp_path: Path) -> None:
    """A page saved again is no trouble any more."""
    store = Store(tmp_path, create=True)
    store.note_refused(Trouble("pages/a.txt", "taking in", "it is empty", "Save it again."))
    store.note_not_taken([NotTaken("pages/a.txt", "reads like a note")])
    take(store)
    assert (store.refused(), store.not_taken()) == ((), ())
    store.close()


def test_names_are_as_short_as_they_can_be() -> None:
    """Folders only where two files share a name."""
    names = _short_names({"1": "x/a.txt", "2": "y/a.txt", "3": "y/b.txt", "4": "c:\\pages\\d.txt"})
    assert names == {"1": "x/a.txt", "2": "y/a.txt", "3": "b.txt", "4": "d.txt"}


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    """Not a traceback."""
    store = Store(tmp_path, create=True)
    with pytest.raises(NotFound):
        store.text("txt_none")
    with pytest.raises(NotFound):
        store.data("cap_none")
    store.close()


def test_a_lock_that_is_not_given_up_is_said_so(tmp_path: Path) -> None:
    """Another run is writing: wait."""
    store = Store(tmp_path, create=True)
    store._db.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked") as caught:
        store.set_meta("a", "b")
    assert "Another run" in caught.value.next_step
    other.execute("ROLLBACK")
    other.close()
    store.close()
