"""Backups: whole, verified, few, and made while others record."""

import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.record.kept_store import (
    NOON,
    acts,
    another_program,
    keep,
    newer,
    of_random_bytes,
    refusal,
)

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store.backup import backup_before_import, backup_now, backups_of, let_go
from cdstrack.store.ledger import open_reader

pytestmark = pytest.mark.in_a_file


def test_backups_are_named_by_the_instant_and_none_replaces_another(store: Path) -> None:
    made = [backup_now(store, NOON).name for _ in range(3)]
    assert made == [
        "cdstrack-20220821T120000Z.db",
        "cdstrack-20220821T120000Z-2.db",
        "cdstrack-20220821T120000Z-3.db",
    ]
    assert all(acts(each.path) == ["lan"] for each in backups_of(store))
    assert {oct(each.path.stat().st_mode & 0o777) for each in backups_of(store)} == {"0o640"}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: None, "CDS401"),  # noqa: ARG005 - a store that was never made
        (Path.mkdir, "CDS413"),
        (os.mkfifo, "CDS413"),
        (another_program, "CDS404"),
        (Path.touch, "CDS404"),
        (newer, "CDS405"),
        (of_random_bytes, "CDS403"),
    ],
)
def test_what_is_no_store_is_told_as_everywhere_and_no_folder_is_left(
    spoil: Callable[[Path], object], code: str, tmp_path: Path
) -> None:
    path = tmp_path / "cdstrack.db"
    spoil(path)
    there = sorted(tmp_path.iterdir())
    assert refusal(lambda: backup_now(path, NOON)) == code
    assert refusal(lambda: backup_now(path, NOON, tmp_path / "noi-khac")) == code
    with pytest.raises(StoreUnusableError), open_reader(path):
        pass
    assert sorted(tmp_path.iterdir()) == there


def test_only_the_oldest_that_were_asked_for_are_let_go(store: Path) -> None:
    for day in range(4):
        backup_now(store, NOON + timedelta(days=day))
    automatic = backup_before_import(store, NOON, 1001)
    assert automatic is not None
    (store.parent / "backups/notes.txt").write_text("của tôi")
    gone = let_go(store, None, 2)
    assert [path.name for path in gone] == [
        "cdstrack-20220821T120000Z.db",
        "cdstrack-20220822T120000Z.db",
    ]
    assert automatic.exists()
    assert (store.parent / "backups/notes.txt").exists()
    assert len(backups_of(store)) == 3


def test_a_large_import_is_preceded_by_a_backup_and_a_small_one_is_not(store: Path) -> None:
    assert backup_before_import(store, NOON, 1000) is None
    made = backup_before_import(store, NOON, 1001)
    assert made is not None
    assert made.name == "cdstrack-20220821T120000Z-before-import.db"


def test_a_backup_of_a_damaged_store_is_not_kept(store: Path) -> None:
    keep(store, figures=500)
    content = bytearray(store.read_bytes())
    content[-3000:] = os.urandom(3000)
    store.write_bytes(content)
    assert refusal(lambda: backup_now(store, NOON)) in {"CDS403", "CDS412"}
    assert list(store.parent.iterdir()) == [store]


def test_a_backup_is_made_while_others_record(store: Path) -> None:
    stop = threading.Event()
    told: list[int] = []

    def record_on() -> None:
        while not stop.is_set():
            told.append(keep(store, "hoa"))

    busy = threading.Thread(target=record_on)
    busy.start()
    try:
        copies = [backup_now(store, NOON) for _ in range(5)]
    finally:
        stop.set()
        busy.join(30)
    counts = [len(acts(copy)) for copy in copies]
    assert counts == sorted(counts)
    assert len(acts(store)) == len(told) + 1
