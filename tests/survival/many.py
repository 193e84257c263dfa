"""Many processes at one store, and many acts one after the other: what they come to.

Used by the tests and by `soak.py`.
"""

import os
import shutil
import sqlite3
import statistics
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.survival import victim
from tests.survival.aftermath import STORE, place_of, read_answers, still_sound
from tests.survival.forge import Forge, fill, plan_text, typed

from cdstrack.store.address import Server
from cdstrack.store.copying import copy_store
from cdstrack.store.ledger import Ledger, open_reader
from cdstrack.store.verification import structure_problems, verify


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


def write_together(
    forge: Forge, folder: Path, each: int = 100, address: str | None = None
) -> Together:
    """Eight processes record so many figures each, and one reads beside them.

    In a file, or in the database of an address.
    """
    folder.mkdir()
    if address is not None:
        (folder / "address").write_text(address, encoding="utf-8")
    (folder / "amount").write_text(str(each))
    (folder / "targets.yaml").write_text(plan_text(), encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        typed("init", *(["--db", address] if address else []))
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
    with open_reader(place_of(folder)) as ledger:
        figures = len(ledger.current())
    looked = answers[-1][-1]
    return Together(figures, complaints, looked["slowest"], looked["looks"], seconds)


@dataclass(frozen=True)
class Tangle:
    """What recording, undoing, issuing and restoring at once came to."""

    acts: int
    refused: int
    complaints: list[str]
    kept: str = "kept or in a replaced file"

    def told(self) -> str:
        """One line for people."""
        return (
            f"recording, undoing, issuing and restoring at once: {self.acts} acts answered, each "
            f"{self.kept}; {self.refused} refused; {len(self.complaints)} complaints"
        )


def tangle(forge: Forge, folder: Path, each: int = 20) -> Tangle:
    """Three processes record, two undo, two issue pages, one restores, all at once."""
    begin_tangle(folder, each)
    shutil.copy(folder / STORE, folder / "saved.db")
    # Two that undo the same act, or whose store was replaced while they waited, are told so.
    answers, complaints = _all_at_once(forge, folder, ("CDS414", "CDS7"))
    still_sound(folder)
    kept = _notes(folder / STORE)
    for replaced in (folder / "data/backups").glob("*-replaced*.db"):
        kept |= _notes(replaced)
    return _tangled(answers, complaints, kept)


def begin_tangle(folder: Path, each: int) -> None:
    """Lays the folder out, with figures that can be undone."""
    folder.mkdir()
    (folder / "amount").write_text(str(each))
    (folder / "targets.yaml").write_text(plan_text(), encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        typed("init")
        fill("correct")
    finally:
        os.chdir(here)


def tangle_on_server(
    forge: Forge, folder: Path, place: Server, empty: Server, each: int = 20
) -> Tangle:
    """The same on a server, where a restore is refused; then three restore into an empty database.

    One of the three fills it, with all that was recorded in the first one.
    """
    begin_tangle(folder, each)
    copy_store(folder / STORE, place)
    shutil.copy(folder / STORE, folder / "saved.db")
    (folder / "address").write_text(place.url, encoding="utf-8")
    answers, complaints = _all_at_once(forge, folder, ("CDS445", "CDS7"))
    complaints += [f"restored: {line}" for line in answers if _restored(line)]
    complaints += [
        str(problem) for problem in (*structure_problems(place), *verify(place).problems)
    ]
    (folder / "saved.db").unlink()
    copy_store(place, folder / "saved.db")
    (folder / "address").write_text(empty.url, encoding="utf-8")
    seeds = range(101, 104)
    running = [forge.start("restore-once", folder, seed) for seed in seeds]
    complaints += [f"process ended with {end}" for pid in running if (end := forge.reap(pid))]
    ends = [line for seed in seeds for line in read_answers(folder / f"answers-{seed}")]
    if sorted(str(line["err"])[:6] for line in ends) != ["", "CDS445", "CDS445"]:
        complaints.append(f"not one of three filled the empty database: {ends}")
    complaints += [
        str(problem) for problem in (*structure_problems(empty), *verify(empty).problems)
    ]
    with open_reader(empty) as ledger:
        kept = {note for act in ledger.submissions() for note in _notes_of(ledger, act.id)}
    return replace(_tangled(answers, complaints, kept), kept="kept, also by the restored database")


def _restored(line: dict[str, Any]) -> bool:
    return bool(line["answered"] == "restore" and not line["code"])


def _notes_of(ledger: Ledger, act: int) -> set[str]:
    return {
        change.after.note
        for change in ledger.changes(act)
        if change.after is not None and change.after.note
    }


def _all_at_once(
    forge: Forge, folder: Path, expected: tuple[str, ...]
) -> tuple[list[dict[str, Any]], list[str]]:
    """What was answered, and every refusal that is not to be expected."""
    tasks = ("note", "note", "note", "undo-some", "undo-some", "issue", "issue", "restore-some")
    running = [forge.start(task, folder, seed) for seed, task in enumerate(tasks, 1)]
    complaints = [f"process ended with {end}" for pid in running if (end := forge.reap(pid))]
    answers = [
        line
        for seed in range(1, len(tasks) + 1)
        for line in read_answers(folder / f"answers-{seed}")
        if "answered" in line
    ]
    refused = [line for line in answers if line["code"]]
    complaints += [str(line) for line in refused if not line["err"].startswith(expected)]
    return answers, complaints


def _tangled(answers: list[dict[str, Any]], complaints: list[str], kept: set[str]) -> Tangle:
    noted = [line["note"] for line in answers if line.get("note") and not line["code"]]
    lost = [f"nowhere: {note}" for note in noted if note not in kept]
    done = sum(not line["code"] for line in answers)
    return Tangle(done, len(answers) - done, [*complaints, *lost])


def _notes(store: Path) -> set[str]:
    with closing(sqlite3.connect(store)) as file:
        return {note for (note,) in file.execute("SELECT note FROM observation")}


@dataclass(frozen=True)
class Growth:
    """What one act costs at the end of a long row of single acts, over what it cost before."""

    acts: int
    first: float
    last: float

    def told(self) -> str:
        """One line for people."""
        return (
            f"{self.acts} single acts on one indicator: {self.first * 1000:.0f} ms of work each at "
            f"first, {self.last * 1000:.0f} ms at the end"
        )


def one_by_one(folder: Path, acts: int, few: int = 100) -> Growth:
    """Records one figure after the other, and measures the first and the last of them."""
    folder.mkdir()
    (folder / "targets.yaml").write_text(plan_text(), encoding="utf-8")
    here, costs = Path.cwd(), []
    os.chdir(folder)
    try:
        typed("init")
        for number in range(acts):
            began = time.process_time()
            typed("record", "dan-so", str(5000 + number), "--on", victim.day(number))
            costs.append(time.process_time() - began)
    finally:
        os.chdir(here)
    still_sound(folder)
    return Growth(acts, statistics.median(costs[:few]), statistics.median(costs[-few:]))
