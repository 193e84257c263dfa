"""Starting processes that use a store, killing them, and seeing what is left.

Owns the other side of `victim.py`: the folders they work in, their answers, and what must hold
after each kill. Used by the tests and by `soak.py`.
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
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.survival import victim

TOP = Path(__file__).parents[2]
STORE = Path("data/cdstrack.db")
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


@dataclass
class Reached:
    """What a run of kills came to."""

    kills: Counter[str] = field(default_factory=Counter)
    taken_back: int = 0
    answered: int = 0
    in_flight: int = 0

    def told(self) -> str:
        """One line for people."""
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} kills survived ({kinds}); {self.taken_back} in the middle of "
            f"writing the file, taken back; {self.answered} acts answered, none lost; "
            f"{self.in_flight} kept whole whose answer was cut off"
        )


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
    _still_sound(folder)
    _NOTHING_LOST[kind](folder, answers, reached)
    shutil.rmtree(folder)


def read_answers(path: Path) -> list[dict[str, Any]]:
    """The lines that the process has written; a last one without its end was not answered."""
    if not path.exists():
        return []
    whole = [line for line in path.read_text("utf-8").splitlines(keepends=True) if line[-1] == "\n"]
    return [json.loads(line) for line in whole]


def _still_sound(folder: Path) -> None:
    """The store opens with cdstrack, which takes back what was half written; then it is sound."""
    from cdstrack.store.ledger import open_reader
    from cdstrack.store.soundness import faults

    with open_reader(folder / STORE, steps=_steps(folder)) as ledger:
        ledger.knowledge()
    assert faults(folder / STORE, _steps(folder)) == []


def _steps(folder: Path) -> tuple[tuple[str, ...], ...]:
    from cdstrack.store.schema import STEPS

    with closing(sqlite3.connect(folder / STORE)) as file:
        (version,) = file.execute("PRAGMA user_version").fetchone()
    return (*STEPS, victim.further_step()) if version > len(STEPS) else STEPS


def _acts(store: Path) -> dict[int, str]:
    """The submissions by number, each with its kind."""
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as file:
        return dict(file.execute("SELECT id, kind FROM submission"))


def _acts_answered(folder: Path, answers: list[dict[str, Any]], reached: Reached) -> None:
    """Every act that was answered is there; beside it at most the one that was under way."""
    told = {each["act"] for each in answers if each.get("act")}
    acts = _acts(folder / STORE)
    before = victim.CELLS if {"correct", "undo"} & {each.get("asked") for each in answers} else 0
    made = {number for number in acts if number > before}
    assert told <= made, f"lost: {sorted(told - made)}"
    extra = made - told
    under_way = bool(answers) and "asked" in answers[-1]
    assert len(extra) <= under_way, f"kept, but never asked for: {sorted(extra)}"
    reached.answered += len(told)
    reached.in_flight += len(extra)
    _each_whole(folder / STORE)


def _each_whole(store: Path) -> None:
    """No act is without its figures, and no import has only some of them."""
    counts = (
        "SELECT s.kind, count(o.id) FROM submission s LEFT JOIN observation o"
        " ON o.submission = s.id GROUP BY s.id"
    )
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as file:
        for kind, count in file.execute(counts):
            assert count == (victim.ROWS if kind == "import" else 1), (kind, count)


def _restored_or_not(folder: Path, answers: list[dict[str, Any]], reached: Reached) -> None:
    """The store is the backup and what was recorded since; all else is in a file that was kept."""
    told = [each["note"] for each in answers if each.get("answered") == "record"]
    since: list[str] = []
    for each in answers:
        if each.get("answered") == "restore":
            since = []
        elif each.get("answered") == "record":
            since.append(each["note"])
    under_way = answers[-1] if answers and "asked" in answers[-1] else {}
    live = _notes(folder / STORE)
    possible = [["saved", *since]]
    if under_way.get("asked") == "record":
        possible.append([*possible[0], under_way["note"]])
    if under_way.get("asked") == "restore":
        possible.append(["saved"])
    assert live in possible, (live, possible)
    kept = set(live)
    for file in (folder / "data/backups").glob("*-replaced*.db"):
        kept.update(_notes(file))
    assert set(told) <= kept, f"lost: {sorted(set(told) - kept)}"
    reached.answered += len(told)
    reached.in_flight += live != possible[0]


def _notes(store: Path) -> list[str]:
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as file:
        return [note for (note,) in file.execute("SELECT note FROM observation ORDER BY id")]


def _migrated_or_not(folder: Path, answers: list[dict[str, Any]], reached: Reached) -> None:
    """The store has the old version or the new one, with all its figures, and can go on."""
    from cdstrack.store.migrations import migrate
    from cdstrack.store.schema import STEPS

    store = folder / STORE
    with closing(sqlite3.connect(store)) as file:
        (version,) = file.execute("PRAGMA user_version").fetchone()
        (figures,) = file.execute("SELECT count(*) FROM observation").fetchone()
    done = any(each.get("answered") for each in answers)
    assert figures == 10_000
    assert version == len(STEPS) + 1 if done else version in {len(STEPS), len(STEPS) + 1}
    for copy in (folder / "data/backups").glob("*-before-version-*.db"):
        assert len(_acts(copy)) == 10
    migrate(store, steps=(*STEPS, victim.further_step()))
    with closing(sqlite3.connect(store)) as file:
        assert file.execute("SELECT count(*) FROM later_figure").fetchone() == (10_000,)
    reached.answered += done


_NOTHING_LOST = {
    "record": _acts_answered,
    "import": _acts_answered,
    "correct": _acts_answered,
    "undo": _acts_answered,
    "restore": _restored_or_not,
    "migrate": _migrated_or_not,
}


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
