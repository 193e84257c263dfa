"""Starting processes that use a store, killing them, and seeing what is left.

Owns the other side of `victim.py`: the folders they work in, and the killing. What must hold
afterwards stands in `aftermath.py`. Used by the tests and by `soak.py`.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.survival import victim
from tests.survival.aftermath import NOTHING_LOST, STORE, Reached, read_answers, still_sound

TOP = Path(__file__).parents[2]
KINDS = ("record", "import", "correct", "undo", "migrate", "restore")
LONGEST_WAIT = {"import": 0.6, "migrate": 0.12}
"""Seconds after which a process is killed at the latest, 0.3 where none is named."""


class Forge:
    """The program that starts the processes; see `victim.py`."""

    def __init__(self) -> None:
        environ = {
            name: value for name, value in os.environ.items() if not name.startswith("CDSTRACK_")
        }
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.survival.victim"],
            cwd=TOP,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**environ, "CDSTRACK_USER": "lan", "PYTHONUTF8": "1"},
        )
        self._heard()

    def start(self, task: str, folder: Path, seed: int) -> int:
        """A process at work in the folder; its answers go into `answers-<seed>`."""
        answers = str(folder / f"answers-{seed}")
        told = self._asked(task=task, folder=str(folder), answers=answers, seed=seed)
        return int(told["pid"])

    def reap(self, pid: int) -> int:
        """How the process ended, as `os.waitpid` says; waits for it."""
        return int(self._asked(reap=pid)["status"])

    def close(self) -> None:
        """Ends the program."""
        if self._program.stdin:
            self._program.stdin.close()
        self._program.wait(timeout=30)
        if self._program.stdout:
            self._program.stdout.close()

    def _asked(self, **wanted: object) -> dict[str, Any]:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(wanted) + "\n")
        self._program.stdin.flush()
        return self._heard()

    def _heard(self) -> dict[str, Any]:
        assert self._program.stdout is not None
        found: dict[str, Any] = json.loads(self._program.stdout.readline())
        return found


@contextmanager
def forge() -> Iterator[Forge]:
    """A forge that is closed at the end."""
    made = Forge()
    try:
        yield made
    finally:
        made.close()


class Bench:
    """Folders with a plan and a store for each kind of work, to be copied for every kill."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._bases = {kind: self._lay_out(kind) for kind in KINDS}

    def copy(self, kind: str, number: int) -> Path:
        """A fresh folder for one kill."""
        made = self.folder / f"{kind}-{number}"
        shutil.copytree(self._bases[kind], made)
        return made

    def _lay_out(self, kind: str) -> Path:
        base = self.folder / f"base-{kind}"
        base.mkdir(parents=True)
        (base / "targets.yaml").write_text(plan_text(), encoding="utf-8")
        here = Path.cwd()
        os.chdir(base)
        try:
            _typed("init")
            _fill(kind)
        finally:
            os.chdir(here)
        return base


def _fill(kind: str) -> None:
    if kind in {"correct", "undo"}:
        for number in range(victim.CELLS):
            _typed("record", "dan-so", str(number + 1), "--on", victim.day(number))
    elif kind == "migrate":
        for number in range(10):
            rows = [f"dan-so,don-vi-{number},{victim.day(row)},{row + 1}" for row in range(1000)]
            text = "\n".join(["indicator,org_unit,period,value", *rows, ""])
            Path("figures.csv").write_text(text, encoding="utf-8")
            _typed("import", "figures.csv")
    elif kind == "restore":
        _typed("record", "dan-so", "7", "--on", "1999-12-31", "--note", "saved")
        shutil.copy(STORE, "saved.db")


def _typed(*arguments: str) -> None:
    code, _, err = victim.type_in(*arguments)
    assert code == 0, err


def plan_text() -> str:
    """A plan with one indicator and many org units."""
    units = "\n".join(f"  don-vi-{n}: {{vi: đơn vị {n}}}" for n in range(victim.UNITS))
    return f"""schema: 1
plan: {{id: thu, title: {{vi: Kế hoạch thử}}, area: tinh, timezone: Asia/Ho_Chi_Minh}}
pillars: {{chung: {{vi: Chung}}}}
org_units:
  tinh: {{vi: tỉnh}}
{units}
indicators:
  - {{id: dan-so, name: {{vi: Dân số}}, pillar: chung, unit: count, direction: increase}}
"""


def kill_one(forge: Forge, bench: Bench, kind: str, number: int, reached: Reached) -> None:
    """Lets a process work, kills it at a random moment, and sees that nothing is lost.

    Raises:
        AssertionError: Something is lost, half done or damaged.
    """
    folder = bench.copy(kind, number)
    pid = forge.start(kind, folder, number)
    # Seeded, so that a run can be repeated; the moments still differ with the machine's load.
    time.sleep(random.Random(number).uniform(0.005, LONGEST_WAIT.get(kind, 0.3)))  # noqa: S311
    os.kill(pid, signal.SIGKILL)
    forge.reap(pid)
    reached.kills[kind] += 1
    journal = folder / f"{STORE}-journal"
    reached.taken_back += journal.exists() and journal.stat().st_size > 0
    answers = read_answers(folder / f"answers-{number}")
    assert not [each for each in answers if "crashed" in each or each.get("err")], answers[-1]
    still_sound(folder)
    NOTHING_LOST[kind](folder, answers, reached)
    shutil.rmtree(folder)


@dataclass(frozen=True)
class Together:
    """What several writers and a reader at once came to."""

    figures: int
    complaints: list[str]
    waited: float
    looks: int
    seconds: float

    def told(self) -> str:
        """One line for people."""
        return (
            f"8 processes recorded {self.figures} figures at once in {self.seconds:.0f} s with "
            f"{len(self.complaints)} complaints; a reader looked {self.looks} times beside them, "
            f"kept waiting for {self.waited:.2f} s at the longest"
        )


def write_together(forge: Forge, folder: Path, each: int = 100) -> Together:
    """Eight processes record so many figures each, and one reads beside them."""
    folder.mkdir()
    (folder / "amount").write_text(str(each))
    (folder / "targets.yaml").write_text(plan_text(), encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        _typed("init")
    finally:
        os.chdir(here)
    began = time.perf_counter()
    writers = [forge.start("write", folder, seed) for seed in range(1, 9)]
    reader = forge.start("read", folder, 99)
    ends = [forge.reap(pid) for pid in writers]
    (folder / "stop-reading").touch()
    ends.append(forge.reap(reader))
    seconds = time.perf_counter() - began
    answers = [read_answers(folder / f"answers-{seed}") for seed in (*range(1, 9), 99)]
    complaints = [str(line["err"]) for lines in answers for line in lines if line.get("err")]
    complaints += [f"process ended with {end}" for end in ends if end]
    with closing(sqlite3.connect(folder / STORE)) as file:
        (figures,) = file.execute("SELECT count(*) FROM observation").fetchone()
    looked = answers[-1][-1]
    return Together(figures, complaints, looked["slowest"], looked["looks"], seconds)
