"""Restores: whole, verified, and never at the cost of an act that was answered."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import apsw
import pytest
from tests.record.kept_store import NOON, PLAN, acts, another_program, keep, lost, refusal

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.store.backup import backup_now
from cdstrack.store.integrity import faults
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.restore import restore

pytestmark = pytest.mark.in_a_file


def test_a_failed_restore_leaves_no_folder_either(store: Path, tmp_path: Path) -> None:
    made = backup_now(store, NOON, tmp_path / "noi-khac")
    other = tmp_path / "kho" / "khac.db"
    other.parent.mkdir()
    another_program(other)
    assert refusal(lambda: restore(made, other, NOON)) == "CDS404"
    assert list(other.parent.iterdir()) == [other]


def test_a_restore_puts_the_backup_in_place_and_keeps_the_replaced_file(store: Path) -> None:
    saved = backup_now(store, NOON)
    keep(store, "hoa")
    done = restore(saved, store, NOON)
    assert (acts(store), lost(done)) == (["lan"], ["hoa"])
    assert done.replaced is not None
    assert acts(done.replaced) == ["lan", "hoa"]
    assert acts(saved) == ["lan"]
    assert oct(store.stat().st_mode & 0o777) == "0o640"


def test_a_restore_of_what_holds_more_loses_nothing(store: Path) -> None:
    saved = backup_now(store, NOON)
    keep(store, "hoa")
    larger = backup_now(store, NOON)
    restore(saved, store, NOON)
    done = restore(larger, store, NOON)
    assert (acts(store), lost(done)) == (["lan", "hoa"], [])


def test_a_store_that_is_missing_or_damaged_can_be_restored(store: Path) -> None:
    saved = backup_now(store, NOON)
    store.unlink()
    assert restore(saved, store, NOON).replaced is None
    assert acts(store) == ["lan"]
    store.write_bytes(b"hong" * 1000)
    done = restore(saved, store, NOON)
    assert done.replaced is not None
    assert (done.replaced.read_bytes(), done.lost) == (b"hong" * 1000, None)
    assert acts(store) == ["lan"]


def test_a_journal_beside_a_damaged_store_is_not_taken_for_that_of_the_restored_one(
    store: Path,
) -> None:
    saved = backup_now(store, NOON)
    store.write_bytes(b"hong" * 1000)
    journal = store.with_name("cdstrack.db-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + os.urandom(2000))
    restore(saved, store, NOON)
    assert not journal.exists()
    assert (acts(store), faults(store)) == (["lan"], [])


def broken_page(path: Path) -> None:
    keep(path, "hoa", figures=500)
    content = bytearray(path.read_bytes())
    content[-3000:] = os.urandom(3000)
    path.write_bytes(content)


def without_guard(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER observation_no_delete")


def from_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("spoil", [broken_page, without_guard, from_the_future])
def test_a_backup_that_is_not_sound_is_refused_and_the_store_stays_as_it_is(
    store: Path, spoil: Callable[[Path], None]
) -> None:
    saved = backup_now(store, NOON)
    spoil(saved)
    before = store.read_bytes()
    assert refusal(lambda: restore(saved, store, NOON)) == "CDS416"
    assert store.read_bytes() == before
    assert {path.name for path in store.parent.iterdir()} == {"cdstrack.db", "backups"}


def test_neither_another_programs_file_nor_a_newer_store_is_ever_replaced(store: Path) -> None:
    saved = backup_now(store, NOON)
    from_the_future(store)
    assert refusal(lambda: restore(saved, store, NOON)) == "CDS405"
    store.unlink()
    with closing(sqlite3.connect(store)) as file:
        file.execute("CREATE TABLE bookmark (url TEXT)")
    assert refusal(lambda: restore(saved, store, NOON)) == "CDS404"


def test_a_link_goes_on_standing_for_the_store(store: Path, tmp_path: Path) -> None:
    saved = backup_now(store, NOON)
    keep(store, "hoa")
    link = tmp_path / "link.db"
    link.symlink_to(store)
    restore(saved, link, NOON)
    assert link.is_symlink()
    assert acts(store) == ["lan"]


def test_who_waited_to_write_during_a_restore_is_told_and_loses_nothing(store: Path) -> None:
    """The file that was waited for has no name any more: what goes into it would be lost."""
    saved = backup_now(store, NOON)
    codes: list[str] = []
    waiting = threading.Event()

    def record_late() -> None:
        with open_writer(store) as ledger:
            waiting.set()
            act = Act(
                kind=ActKind.RECORD, by="hoa", at=NOON, plan_digest=PLAN, plan_text="t", program="p"
            )
            figure = Observation(
                indicator="x", org_unit="hoa", period=Period.parse("2022"), not_available="chưa"
            )
            restored.wait(20)
            codes.append(refusal(lambda: ledger.append(act, [figure])))

    restored = threading.Event()
    late = threading.Thread(target=record_late)
    late.start()
    assert waiting.wait(20)
    restore(saved, store, NOON)
    restored.set()
    late.join(20)
    assert codes == ["CDS414"]
    assert acts(store) == ["lan"]


def test_a_restore_waits_for_whoever_is_writing_and_then_gives_up(store: Path) -> None:
    saved = backup_now(store, NOON)
    with closing(apsw.Connection(str(store))) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(lambda: restore(saved, store, NOON, wait=0.2)) == "CDS402"
    assert acts(store) == ["lan"]


def test_who_waited_while_the_store_was_replaced_leaves_the_journal_of_the_new_one(
    store: Path,
) -> None:
    """SQLite itself would play it into the old file and delete it, since both have one name."""
    other = store.with_name("other.db")
    shutil.copy(store, other)
    told: list[str] = []

    def wait_and_write() -> None:
        with open_writer(store) as ledger:
            opened.set()
            try:
                with ledger.writing():
                    pass
            except StoreUnusableError as error:
                told.append(error.problems[0].code)

    opened = threading.Event()
    with closing(apsw.Connection(str(store))) as before:
        before.execute("BEGIN IMMEDIATE")
        waiting = threading.Thread(target=wait_and_write)
        waiting.start()
        assert opened.wait(10)
        sleep(0.2)
        other.replace(store)
        with closing(apsw.Connection(str(store))) as after:
            after.execute("BEGIN IMMEDIATE")
            after.execute("PRAGMA cache_size = 1")  # so that the journal is whole before the end
            for number in range(20):
                after.execute("INSERT INTO plan_version VALUES (?, ?)", (f"e{number}", "x" * 9999))
            journal = store.with_name(f"{store.name}-journal")
            assert journal.exists()
            before.execute("COMMIT")
            waiting.join(20)
            assert (told, journal.exists()) == (["CDS414"], True)
            after.execute("COMMIT")


def test_a_restore_that_waited_for_another_one_replaces_nothing(store: Path) -> None:
    other, saved = store.with_name("other.db"), store.with_name("saved.db")
    for copy in (other, saved):
        shutil.copy(store, copy)
    keep(store)
    keep(other)
    told: list[str] = []

    def wait_and_restore() -> None:
        try:
            restore(saved, store, NOON)
        except StoreUnusableError as error:
            told.append(error.problems[0].code)

    with closing(apsw.Connection(str(store))) as before:
        before.execute("BEGIN IMMEDIATE")
        waiting = threading.Thread(target=wait_and_restore)
        waiting.start()
        sleep(0.5)
        other.replace(store)
        before.execute("COMMIT")
        waiting.join(20)
    assert told == ["CDS414"]
    with open_reader(store) as ledger:
        assert len(ledger.submissions()) == 2
