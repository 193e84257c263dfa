"""Starting processes that use a store, killing them, and seeing what is left.

Owns the other side of `victim.py`: the folders they work in, and the killing. What must hold
afterwards stands in `aftermath.py`. Used by the tests and by `soak.py`.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.survival import victim
from tests.survival.aftermath import NOTHING_LOST, STORE, Reached, read_answers, still_sound

TOP = Path(__file__).parents[2]
KINDS = ("record", "import", "correct", "undo", "migrate", "restore")
AIMED = {"record", "import", "correct", "undo"}
"""Work of which every second process is killed just after it has kept something."""
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
            typed("init")
            fill(kind)
        finally:
            os.chdir(here)
        return base


def fill(kind: str) -> None:
    """Records what a kind of work begins with."""
    if kind in {"correct", "undo"}:
        for number in range(victim.CELLS):
            typed("record", "dan-so", str(number + 1), "--on", victim.day(number))
    elif kind == "migrate":
        for number in range(10):
            rows = [f"dan-so,don-vi-{number},{victim.day(row)},{row + 1}" for row in range(1000)]
            text = "\n".join(["indicator,org_unit,period,value", *rows, ""])
            Path("figures.csv").write_text(text, encoding="utf-8")
            typed("import", "figures.csv")
    elif kind == "restore":
        typed("record", "dan-so", "7", "--on", "1999-12-31", "--note", "saved")
        shutil.copy(STORE, "saved.db")


def typed(*arguments: str) -> None:
    """Types a command in that must succeed."""
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
    if kind in AIMED and number % 2:
        reached.aimed += _committed(folder / f"{STORE}-journal", after=number // 2 % 3)
    else:
        # Seeded, so that a run can be repeated; the moments still differ with the machine's load.
        longest = LONGEST_WAIT.get(kind, 0.3)
        time.sleep(random.Random(number).uniform(0.005, longest))  # noqa: S311
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


def _committed(journal: Path, after: int) -> bool:
    """Waits until so many writes and one more are kept: the journal of each goes at that moment.

    What was written is answered some milliseconds later.
    """
    until = time.monotonic() + 5
    was_there = False
    while time.monotonic() < until:
        is_there = journal.exists()
        if was_there and not is_there:
            after -= 1
            if after < 0:
                return True
        was_there = is_there
    return False
