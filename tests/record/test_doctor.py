"""What doctor sees in the store and its surroundings."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.store.filesystem import beside, disk_of

pytestmark = pytest.mark.in_a_file

MOUNTS = """\
21 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 21 0:35 / /mnt/chung rw - cifs //may-chu/chung rw
41 21 0:36 / /mnt/o\\040mang rw - nfs4 may-chu:/o rw
42 40 254:1 / /mnt/chung/trong rw - ext4 /dev/vdb rw
43 21 0:40 / /mnt/may rw - fuse.sshfs may: rw
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/srv/cds/data/cdstrack.db", ""),
        ("/mnt/chung/cds/cdstrack.db", "cifs"),
        ("/mnt/o mang/cdstrack.db", "nfs4"),
        ("/mnt/chung/trong/cdstrack.db", ""),
        ("/mnt/chungta/cdstrack.db", ""),
        ("/mnt/may/cdstrack.db", "fuse.sshfs"),
    ],
)
def test_a_network_share_is_known_by_the_disk_mounted_nearest_above(
    path: str, network: str
) -> None:
    assert disk_of(Path(path), MOUNTS).network == network


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("OneDrive - UBND tỉnh", True),
        ("Dropbox", True),
        ("Google Drive", True),
        ("Nextcloud", True),
        ("dropbox-cu", True),
        ("megabytes", False),
        ("boxes", False),
        ("cds", False),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(
    folder: str, synced: bool, tmp_path: Path
) -> None:
    place = tmp_path / folder / "data"
    place.mkdir(parents=True)
    assert (disk_of(place / "cdstrack.db", "").synced == folder) is synced


def test_where_the_system_does_not_tell_its_disks_nothing_is_claimed() -> None:
    assert disk_of(Path("/mnt/chung/cdstrack.db"), "").network == ""
    assert disk_of(Path("/mnt/chung/cdstrack.db"), "một dòng lạ\n - \n").network == ""


@pytest.fixture
def store(sample: Path, run: Run) -> Path:
    run("init")
    run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022", "--document", "bao-cao-7")
    return sample / "data/cdstrack.db"


def findings(run: Run, *arguments: str) -> dict[str, str]:
    """The codes of what doctor found, by the line it stands in."""
    answer = run("doctor", "--format", "json", *arguments)
    lines = json.loads(answer.out)["settings"]
    found = {key: line["code"] for key, line in lines.items() if line["code"]}
    assert answer.code == (10 if found else 0)
    return found


def changed(store: Path, *statements: str) -> None:
    with closing(sqlite3.connect(store)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def test_a_well_kept_store_has_nothing_to_be_looked_at(store: Path, run: Run) -> None:
    assert store.exists()
    assert findings(run) == {}


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("DROP TRIGGER observation_no_delete", "missing: trigger observation_no_delete"),
        ("DROP INDEX observation_cell", "missing: index observation_cell"),
        ("CREATE TABLE ghi_chu (x)", "added: table ghi_chu"),
    ],
)
def test_a_store_whose_structure_was_changed_is_told(
    statement: str, detail: str, store: Path, run: Run
) -> None:
    changed(store, statement)
    assert findings(run) == {"sound": "CDS415"}
    assert detail in run("doctor", "--lang", "en").out


def test_a_guard_that_was_made_harmless_is_told(store: Path, run: Run) -> None:
    changed(
        store,
        "DROP TRIGGER observation_no_delete",
        "CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation BEGIN SELECT 1; END",
    )
    assert findings(run) == {"sound": "CDS415"}


def test_a_row_without_the_row_it_refers_to_is_told(store: Path, run: Run) -> None:
    with closing(sqlite3.connect(store)) as file:
        file.execute("PRAGMA foreign_keys = OFF")
        file.execute(
            "INSERT INTO acknowledgement (submission, problem, withdrawn, reason)"
            " VALUES (99, 'x', 0, 'y')"
        )
        file.commit()
    assert findings(run) == {"sound": "CDS403", "chain": "CDS430"}


def write_ahead(store: Path) -> None:
    changed(store, "PRAGMA journal_mode = WAL")


def leave_a_journal(store: Path) -> None:
    store.with_name("cdstrack.db-journal").write_bytes(b"")


def let_all_read(store: Path) -> None:
    store.chmod(0o644)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (write_ahead, {"journal": "CDS420"}),
        (leave_a_journal, {"journal": "CDS421"}),
        (let_all_read, {"permissions": "CDS425"}),
    ],
)
def test_what_is_amiss_with_the_file_is_told(
    spoil: Callable[[Path], None], found: dict[str, str], store: Path, run: Run
) -> None:
    spoil(store)
    assert findings(run) == found


def test_the_next_act_changes_the_journal_back(store: Path, run: Run) -> None:
    write_ahead(store)
    assert run("record", "giao-dich", "5", "--on", "6/2022").code == 0
    assert findings(run) == {}
    assert beside(store) == []


def test_acts_that_are_in_no_backup_for_a_week_are_told(
    store: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-09-07")
    assert findings(run) == {}
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-09-08")
    assert findings(run) == {"backup": "CDS427"}
    assert run("backup").code == 0
    assert findings(run) == {}
    monkeypatch.setenv("CDSTRACK_TODAY", "2023-09-08")
    assert findings(run) == {}, "nothing was recorded since the backup"
    assert store.exists()


def test_an_older_store_is_brought_up_to_date_when_asked(
    store: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cdstrack.store import migrations
    from cdstrack.store.schema import STEPS

    further = (*STEPS, ("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",))
    monkeypatch.setattr(migrations.migrate, "__kwdefaults__", {"steps": further, "wait": 1.0})
    answer = run("doctor", "--migrate", "--lang", "en")
    assert (
        "the previous version is kept as: data/backups/cdstrack-before-version-8.db" in answer.err
    )
    assert "CDS405 the store data/cdstrack.db has version 8" in answer.out
    assert store.exists()


def test_the_closing_line_does_not_say_that_all_is_well_where_nothing_is_backed_up(
    sample: Path, run: Run
) -> None:
    del sample
    run("init")
    assert run("doctor").out.splitlines()[-1] == "không có vấn đề"
    run("record", "ho-so-cap-xa", "12", "--on", "2021")
    told = run("doctor")
    assert told.code == 0
    assert told.out.splitlines()[-1] == (
        "không có lỗi; còn nên làm: cdstrack backup (chưa có bản sao lưu nào)"
    )
    run("backup")
    assert run("doctor").out.splitlines()[-1] == "không có vấn đề"
