"""What is left of a store when a process that used it was killed: what must hold, for each kind.

Owns the counting: every act that was answered is there, none is there in part, and beside them at
most the one that was under way.
"""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.survival import victim

from cdstrack.store.address import Address, read_address
from cdstrack.store.integrity import faults
from cdstrack.store.ledger import open_reader
from cdstrack.store.verification import verify

STORE = Path("data/cdstrack.db")


@dataclass
class Reached:
    """What a run of kills came to."""

    kills: Counter[str] = field(default_factory=Counter)
    taken_back: int = 0
    aimed: int = 0
    answered: int = 0
    in_flight: int = 0

    def told(self) -> str:
        """One line for people."""
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} kills survived ({kinds}); {self.taken_back} in the middle of "
            f"writing the file, taken back; {self.aimed} between the commit and the answer; "
            f"{self.answered} acts answered, none lost; "
            f"{self.in_flight} kept whole whose answer was cut off"
        )


def read_answers(path: Path) -> list[dict[str, Any]]:
    """The lines that the process has written; a last one without its end was not answered."""
    if not path.exists():
        return []
    whole = [line for line in path.read_text("utf-8").splitlines(keepends=True) if line[-1] == "\n"]
    return [json.loads(line) for line in whole]


def still_sound(folder: Path) -> None:
    """The store opens with cdstrack, which takes back what was half written; then it is sound."""
    with open_reader(folder / STORE, steps=_steps(folder)) as ledger:
        ledger.knowledge()
    assert faults(folder / STORE, _steps(folder)) == []
    assert verify(folder / STORE).problems == ()


def _steps(folder: Path) -> tuple[tuple[str, ...], ...]:
    from cdstrack.store.schema import STEPS

    with closing(sqlite3.connect(folder / STORE)) as file:
        (version,) = file.execute("PRAGMA user_version").fetchone()
    return (*STEPS, victim.further_step()) if version > len(STEPS) else STEPS


def place_of(folder: Path) -> Address:
    """The store of a folder: the file in it, or the database that its file `address` names."""
    named = folder / "address"
    return read_address(named.read_text(encoding="utf-8")) if named.exists() else folder / STORE


def acts_of(place: Address) -> dict[int, str]:
    """The submissions by number, each with its kind."""
    with open_reader(place) as ledger:
        return {act.id: act.kind for act in ledger.submissions()}


def _acts_answered(folder: Path, answers: list[dict[str, Any]], reached: Reached) -> None:
    """Every act that was answered is there; beside it at most the one that was under way."""
    told = {each["act"] for each in answers if each.get("act")}
    acts = acts_of(place_of(folder))
    before = victim.CELLS if {"correct", "undo"} & {each.get("asked") for each in answers} else 0
    made = {number for number in acts if number > before}
    assert told <= made, f"lost: {sorted(told - made)}"
    extra = made - told
    under_way = bool(answers) and "asked" in answers[-1]
    assert len(extra) <= under_way, f"kept, but never asked for: {sorted(extra)}"
    reached.answered += len(told)
    reached.in_flight += len(extra)
    each_whole(place_of(folder))


def each_whole(place: Address) -> None:
    """No act is without its figures, and no import has only some of them."""
    with open_reader(place) as ledger:
        for act in ledger.submissions():
            count = ledger.change_count(act.id)
            assert count == (victim.ROWS if act.kind == "import" else 1), (act.kind, count)


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
        assert len(acts_of(copy)) == 10
    migrate(store, steps=(*STEPS, victim.further_step()))
    with closing(sqlite3.connect(store)) as file:
        assert file.execute("SELECT count(*) FROM later_figure").fetchone() == (10_000,)
    reached.answered += done


NOTHING_LOST = {
    "record": _acts_answered,
    "import": _acts_answered,
    "correct": _acts_answered,
    "undo": _acts_answered,
    "restore": _restored_or_not,
    "migrate": _migrated_or_not,
}
