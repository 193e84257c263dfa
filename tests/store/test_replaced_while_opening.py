"""A restore and a program that is between opening the store and locking it, however long it stays there.

The program is stopped by a signal (a laptop that sleeps, a machine under load): what it does when it
goes on must touch neither the file that a restore put there nor its journal.
"""

import errno
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import Run, lay_out_sample

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store.folder_lock import name_changes, name_stays
from cdstrack.store.restore import restore

STORE, SAVED = Path("data/cdstrack.db"), Path("saved.db")
BETWEEN = """
import os, signal, sys
from pathlib import Path
from cdstrack.store.connection import begin, connect

store = connect(Path("data/cdstrack.db"), write=True)
stops = [None]

def look():
    if stops:
        stops.pop()
        os.kill(os.getpid(), signal.SIGSTOP)

begin(store, "BEGIN IMMEDIATE", look=look, path=Path("data/cdstrack.db"))
store.execute("PRAGMA user_version").close()
store.execute("COMMIT")
print("locked")
"""


@pytest.fixture
def desk(sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    del sample
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-31")
    assert run("init").code == 0
    assert run("record", "giao-dich", "4", "--on", "2022-07").code == 0
    shutil.copy(STORE, SAVED)
    assert run("record", "giao-dich", "5", "--on", "2022-06").code == 0
    return run


@pytest.fixture
def stopped() -> Iterator[subprocess.Popen[str]]:
    """A program that has looked at the store and not locked it, and is stopped there."""
    child = subprocess.Popen([sys.executable, "-c", BETWEEN], stdout=subprocess.PIPE, text=True)
    os.waitpid(child.pid, os.WUNTRACED)
    yield child
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()


@pytest.mark.in_a_file
def test_a_restore_waits_for_a_program_that_is_between_opening_and_locking(
    desk: Run, stopped: "subprocess.Popen[str]"
) -> None:
    before = STORE.stat().st_ino, STORE.read_bytes()
    with pytest.raises(StoreUnusableError, match="CDS402"):
        restore(SAVED, STORE, datetime(2022, 8, 31, tzinfo=UTC), wait=0.5)
    assert (STORE.stat().st_ino, STORE.read_bytes()) == before
    os.kill(stopped.pid, signal.SIGCONT)
    assert stopped.stdout is not None
    assert stopped.stdout.readline() == "locked\n"
    assert desk("restore", str(SAVED)).code == 0
    assert STORE.stat().st_ino != before[0]
    assert desk("check").code in {0, 10}


@pytest.mark.in_a_file
def test_a_program_that_opens_the_store_waits_for_the_name(desk: Run) -> None:
    with name_changes(STORE) as is_certain:
        assert is_certain
        with pytest.raises(StoreUnusableError, match="CDS402"), name_stays(STORE, wait=0.05):
            pass
    with name_stays(STORE, wait=0), name_stays(STORE, wait=0):
        pass  # many may be opening it at once
    assert desk("status").code == 0


@pytest.mark.in_a_file
def test_where_a_folder_cannot_be_locked_writers_are_kept_away_for_a_moment(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk of another computer, which locks files only, and only those open for writing."""

    def unable(*_: object) -> None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    def seconds() -> float:
        start = time.perf_counter()
        assert desk("restore", str(SAVED)).code == 0
        return time.perf_counter() - start

    quick = min(seconds() for _ in range(3))
    monkeypatch.setattr(fcntl, "flock", unable)
    assert seconds() > quick
    assert desk("record", "giao-dich", "6", "--on", "2022-05").code == 0


def test_a_folder_that_is_not_there_is_for_others_to_tell(folder: Path) -> None:
    with name_stays(folder / "nowhere/cdstrack.db"), name_changes(folder / "x/y") as is_certain:
        assert not is_certain


@pytest.mark.in_a_file
def test_the_name_of_a_folder_need_not_be_a_text(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that an old program named in another encoding."""
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1o-c\xe1o"))
    odd.mkdir()
    lay_out_sample(odd)
    monkeypatch.chdir(odd)
    assert run("init").code == 0
    assert run("record", "giao-dich", "4", "--on", "2022-07").code == 0
    shutil.copy(STORE, SAVED)
    assert run("restore", str(SAVED)).code == 0
    with name_changes(STORE) as is_certain:
        assert is_certain
