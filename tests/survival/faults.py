"""Stores that cannot be used, and what real processes of cdstrack make of them.

Each fault is laid out in a folder of its own; then commands are run there. Every one must end with
exit code 4 and one sentence, and leave every byte as it was.
"""

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.survival import victim
from tests.survival.aftermath import STORE
from tests.survival.forge import plan_text

RECORD = ("record", "dan-so", "11", "--on", "2020-01-01")
WRITING = (
    RECORD,
    ("correct", "dan-so", "12", "--on", victim.day(0), "--reason", "thử"),
    ("withdraw", "dan-so", "--on", victim.day(0), "--reason", "thử"),
    ("undo",),
    ("import", "figures.csv"),
)
READING = (("status",), ("log",), ("check",))
_HOLDER = """
import sqlite3, sys, time
file = sqlite3.connect("data/cdstrack.db", isolation_level=None)
file.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
time.sleep(float(sys.argv[1]))
"""


@dataclass
class Faults:
    """How many commands met a fault, and what was wrong with how they took it."""

    met: dict[str, int] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Lines for people."""
        kinds = ", ".join(f"{name} ({count} commands)" for name, count in self.met.items())
        lines = [f"{len(self.met)} faults met with exit 4 and nothing changed: {kinds}"]
        lines += [f"not tried here: {name}" for name in self.skipped]
        return "\n".join([*lines, *self.wrong])


def lay_out(folder: Path) -> Path:
    """A folder with a plan, a file of figures, and a store with some figures in it."""
    folder.mkdir(parents=True)
    (folder / "targets.yaml").write_text(plan_text(), encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        for arguments in (("init",), ("record", "dan-so", "5", "--on", victim.day(0))):
            code, _, err = victim.type_in(*arguments)
            assert code == 0, err
    finally:
        os.chdir(here)
    rows = [f"dan-so,don-vi-{n % 64},{victim.day(n)},{n + 1}" for n in range(2000)]
    text = "\n".join(["indicator,org_unit,period,value", *rows, ""])
    (folder / "figures.csv").write_text(text, encoding="utf-8")
    return folder


def told_by(
    folder: Path, arguments: tuple[str, ...], largest: int | None = None
) -> tuple[int, str]:
    """A real process: its exit code and what it said on stderr.

    `largest` is the size in bytes that no file may grow beyond, as on a disk that is full.
    """
    start = "import resource, sys; from cdstrack.cli.app.main import main; "
    if largest is not None:
        start += f"resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest})); "
    environ = {name: text for name, text in os.environ.items() if not name.startswith("CDSTRACK_")}
    done = subprocess.run(
        [sys.executable, "-c", start + "sys.exit(main(sys.argv[1:]))", *arguments],
        cwd=folder,
        env={**environ, "CDSTRACK_USER": "lan", "CDSTRACK_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file with a digest of its bytes, but for copies of the store, which may be made."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != "backups"
    }


def complaints(
    folder: Path, commands: tuple[tuple[str, ...], ...], largest: int | None = None
) -> Iterator[str]:
    """What is wrong with how the commands take the fault; nothing when all is as it should be."""
    for arguments in commands:
        before = fingerprint(folder)
        code, err = told_by(folder, arguments, largest)
        sentences = [line for line in err.splitlines() if line.startswith("CDS")]
        if code != 4 or len(sentences) != 1 or not sentences[0].startswith("CDS4"):
            yield f"{arguments}: exit {code}: {err}"
        if fingerprint(folder) != before:
            yield f"{arguments}: the folder was changed"


def truncated(folder: Path) -> None:
    """The second half of the store is gone."""
    store = folder / STORE
    with store.open("r+b") as file:
        file.truncate(store.stat().st_size // 2 + 100)


def random_bytes(folder: Path) -> None:
    """Somebody wrote something else over it."""
    (folder / STORE).write_bytes(random.Random(5).randbytes(20_000))  # noqa: S311


def of_another_program(folder: Path) -> None:
    """A SQLite file that is not cdstrack's."""
    (folder / STORE).unlink()
    with closing(sqlite3.connect(folder / STORE)) as file:
        file.execute("CREATE TABLE bookmark (url TEXT)")


def of_a_newer_program(folder: Path) -> None:
    """The store of a version that is yet to come."""
    with closing(sqlite3.connect(folder / STORE)) as file:
        file.execute("PRAGMA user_version = 99")


BROKEN: dict[str, Callable[[Path], None]] = {
    "a truncated file": truncated,
    "a file of random bytes": random_bytes,
    "a store of another program": of_another_program,
    "a store newer than this program": of_a_newer_program,
}


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path | None]:
    """A file system of its own with little room; null where this user may not mount one."""
    folder.mkdir(parents=True)
    wanted = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if not _succeeds(wanted):
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def make_read_only(folder: Path) -> None:
    """Nothing can be written into the file system any more, not even by root."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@contextmanager
def read_only(folder: Path) -> Iterator[Path | None]:
    """A folder with a store that nobody may write to; null where root cannot be kept out."""
    with ExitStack() as stack:
        if os.geteuid() != 0:
            place = lay_out(folder)
            for path in (place / STORE, place / STORE.parent, place):
                path.chmod(0o555 if path.is_dir() else 0o440)
            yield place
            for path in (place, place / STORE.parent):
                path.chmod(0o755)
            return
        disk = stack.enter_context(small_disk(folder, 4000))
        if disk is None:
            yield None
            return
        place = lay_out(disk / "desk")
        make_read_only(disk)
        yield place


@contextmanager
def held_by_another(folder: Path, seconds: float) -> Iterator[Path]:
    """A store that another program has locked for so long."""
    place = lay_out(folder)
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(seconds)], cwd=place, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield place
    finally:
        holder.kill()
        holder.communicate()


def full_disk(folder: Path) -> Iterator[str]:
    """The store may not grow by a byte; then the same on a file system that is full."""
    place = lay_out(folder / "limited")
    largest = (place / STORE).stat().st_size
    yield from complaints(place, (("import", "figures.csv"),), largest)
    yield from complaints(place, (RECORD,), 4096)
    with small_disk(folder / "disk", 400) as disk:
        if disk is not None:
            place = lay_out(disk / "desk")
            yield from complaints(place, (("import", "figures.csv"),))


def all_faults(folder: Path) -> Faults:
    """Every fault, met by every command that writes and by some that read."""
    found = Faults()

    def meet(name: str, count: int, wrong: Iterator[str]) -> None:
        told = list(wrong)
        found.wrong += [f"{name}: {each}" for each in told]
        found.met[name] = count

    for number, (name, break_it) in enumerate(BROKEN.items()):
        place = lay_out(folder / f"broken-{number}")
        break_it(place)
        commands = (*WRITING, *READING)
        meet(name, len(commands), complaints(place, commands))
    meet("a full disk", 3, full_disk(folder / "full"))
    with read_only(folder / "read-only") as place_or_none:
        if place_or_none is None:
            found.skipped.append("a read-only folder")
        else:
            meet("a read-only folder", len(WRITING), complaints(place_or_none, WRITING))
    with held_by_another(folder / "held", 60) as place:
        meet("a store locked for a minute", 1, complaints(place, (RECORD,)))
    return found
