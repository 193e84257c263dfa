"""A program that starts processes which use the store, and can be killed at any moment.

Read by `forge.py` of the tests: one JSON line a process to start on stdin, one JSON line with its
pid on stdout. The processes are forked from this one, which has everything loaded, so that they
begin at once. What each was answered is written to a file line by line, before the next command:
a line that is in the file was answered, whatever happens to the process afterwards.
"""

import io
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

FIRST_DAY = date(2000, 1, 1)
CELLS = 40
"""So many figures are in the store before corrections and undoing begin."""
ROWS = 300
"""So many figures has each file that is imported."""
UNITS = 64
"""So many org units has the plan, `don-vi-0` and on."""


LOADED = (
    "cli.commands.enter.import_",
    "cli.use_cases.undo",
    "core.reports.status",
    "files.plan.reader",
    "render.machine.output",
    "store.bulk_import",
    "store.ledger",
    "store.restore",
)


class Answers:
    """The file of answers; `note` returns when the line is with the operating system."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(self, **fields: Any) -> None:
        os.write(self._file, (json.dumps(fields) + "\n").encode())


def type_in(*arguments: str) -> tuple[int, str, str]:
    """A command typed in: exit code, what it said, what it complained about."""
    from cdstrack.cli.app.main import main

    kept = sys.stdout, sys.stderr
    written = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(stream, "utf-8") for stream in written]
    sys.stdout, sys.stderr = streams
    try:
        code = main(list(arguments))
        for stream in streams:
            stream.flush()
    finally:
        sys.stdout, sys.stderr = kept
    out, err = (stream.getvalue().decode() for stream in written)
    return code, out, _without_warnings(err)


def _without_warnings(err: str) -> str:
    """The complaints: made-up figures name no document, and jump, which is said of each."""
    kept, warned = [], False
    for line in err.splitlines():
        if not line.startswith(" "):
            warned = "cảnh báo" in line
        if not warned:
            kept.append(line)
    return "\n".join(kept)


def answered(answers: Answers, *arguments: str) -> dict[str, Any]:
    """Types a command in and notes how it was answered, with the number of its submission."""
    answers.note(asked=arguments[0])
    code, out, err = type_in(*arguments, "--format", "json")
    told = json.loads(out) if code == 0 else {}
    answers.note(answered=arguments[0], code=code, act=told.get("submission"), err=err)
    return told


def day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def do_record(answers: Answers, seed: int) -> None:
    for number in count_from(seed * 1000):
        answered(answers, "record", "dan-so", str(number % 997 + 1), "--on", day(number % 8000))


def do_import(answers: Answers, seed: int) -> None:
    """Imports one file after the other, each of its own unit, so that none contradicts another."""
    for number in count_from(0):
        unit = f"don-vi-{number % UNITS}"
        rows = [f"dan-so,{unit},{day(row)},{1 + (row * 7 + seed) % 991}" for row in range(ROWS)]
        file = Path(f"import-{number}.csv")
        file.write_text("\n".join(["indicator,org_unit,period,value", *rows, ""]), encoding="utf-8")
        answered(answers, "import", str(file))


def do_correct(answers: Answers, seed: int) -> None:
    for number in count_from(seed):
        value = str(1000 + number)
        where = ("--on", day(number % CELLS), "--reason", f"lần {number}")
        answered(answers, "correct", "dan-so", value, *where)


def do_undo(answers: Answers, seed: int) -> None:
    """Takes everything back, one by one, and puts the last undo back when nothing is left."""
    last = 0
    for _ in count_from(seed):
        told = answered(answers, "undo")
        if not told:
            answered(answers, "undo", str(last))
        last = told.get("submission", last)


def do_restore(answers: Answers, seed: int) -> None:
    for number in count_from(seed * 1000):
        note = f"{seed}/{number}"
        answers.note(asked="record", note=note)
        given = ("--on", day(number % 8000), "--org-unit", "don-vi-1", "--note", note)
        code, _, err = type_in("record", "dan-so", str(1 + number % 997), *given)
        answers.note(answered="record", code=code, note=note, err=err)
        if number % 3 == 0:
            answers.note(asked="restore")
            code, _, err = type_in("restore", "saved.db")
            answers.note(answered="restore", code=code, err=err)


def do_migrate(answers: Answers, seed: int) -> None:
    from cdstrack.store.migrations import migrate
    from cdstrack.store.schema import STEPS

    del seed
    answers.note(asked="migrate")
    migrate(Path("data/cdstrack.db"), steps=(*STEPS, further_step()))
    answers.note(answered="migrate", code=0)
    time.sleep(60)


def further_step() -> tuple[str, ...]:
    """A step that this program does not have: a table built anew, so that it takes its time."""
    return (
        "CREATE TABLE later_figure (id INTEGER PRIMARY KEY, cell TEXT NOT NULL) STRICT",
        "INSERT INTO later_figure SELECT id, indicator || org_unit || period FROM observation",
        "CREATE INDEX later_figure_cell ON later_figure (cell)",
    )


def do_write_together(answers: Answers, seed: int) -> None:
    """Records figures of its own, one after the other, as many as the file `amount` says."""
    for number in range(int(Path("amount").read_text())):
        value, unit = str(1 + number), f"don-vi-{seed}"
        answered(answers, "record", "dan-so", value, "--on", day(number), "--org-unit", unit)
    answers.note(finished=True)


def do_note(answers: Answers, seed: int) -> None:
    """Records figures that can be told by their notes."""
    for number in range(int(Path("amount").read_text())):
        note = f"{seed}/{number}"
        where = ("--on", day(number), "--org-unit", f"don-vi-{seed}", "--note", note)
        code, _, err = type_in("record", "dan-so", str(1 + number), *where)
        answers.note(answered="record", code=code, note=note, err=err)


def do_undo_some(answers: Answers, seed: int) -> None:
    del seed
    for _ in range(int(Path("amount").read_text()) // 2):
        code, _, err = type_in("undo")
        answers.note(answered="undo", code=code, err=err)


def do_issue(answers: Answers, seed: int) -> None:
    del seed
    for number in range(int(Path("amount").read_text()) // 2):
        code, _, err = type_in("summary", "--week", f"2022-W{number + 1:02}", "--issue")
        answers.note(answered="summary", code=code, err=err)


def do_restore_some(answers: Answers, seed: int) -> None:
    del seed
    for _ in range(3):
        time.sleep(0.5)
        code, _, err = type_in("restore", "saved.db")
        answers.note(answered="restore", code=code, err="" if code == 0 else err)


def do_restore_once(answers: Answers, seed: int) -> None:
    del seed
    code, _, err = type_in("restore", "saved.db")
    answers.note(answered="restore", code=code, err="" if code == 0 else err)


def do_read(answers: Answers, seed: int) -> None:
    """Reads the store again and again, and notes how long it was kept waiting at the longest."""
    del seed
    slowest, looks = 0.0, 0
    while not Path("stop-reading").exists():
        began, busy = time.perf_counter(), busy_seconds()
        code, _, err = type_in("status", "--format", "json")
        waited = time.perf_counter() - began - (busy_seconds() - busy)
        slowest, looks = max(slowest, waited), looks + 1
        if code:
            answers.note(answered="status", code=code, err=err)
    answers.note(finished=True, slowest=slowest, looks=looks)


def busy_seconds() -> float:
    """Seconds in which this process worked, or could have, had a processor been free.

    What is left of the time by the clock is what it was kept waiting: for a lock or the disk, not
    for the nine other processes of the test.
    """
    try:
        working, ready, _ = Path("/proc/self/schedstat").read_text().split()
    except OSError:
        return time.process_time()
    return (int(working) + int(ready)) / 1e9


def count_from(number: int) -> Iterator[int]:
    while True:
        yield number
        number += 1


TASKS: dict[str, Callable[[Answers, int], None]] = {
    "record": do_record,
    "import": do_import,
    "correct": do_correct,
    "undo": do_undo,
    "restore": do_restore,
    "migrate": do_migrate,
    "write": do_write_together,
    "read": do_read,
    "note": do_note,
    "undo-some": do_undo_some,
    "issue": do_issue,
    "restore-some": do_restore_some,
    "restore-once": do_restore_once,
}


def become(task: str, folder: str, answers: str, seed: int) -> None:
    """Turns this forked process into one that does the task until it is killed."""
    os.chdir(folder)
    sys.stdin = io.TextIOWrapper(io.BytesIO())  # the forge's own was read from
    if (address := Path("address")).exists():
        os.environ["CDSTRACK_DB"] = address.read_text(encoding="utf-8")
    random.seed(seed)
    try:
        TASKS[task](Answers(Path(answers)), seed)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test must see it
        Answers(Path(answers)).note(crashed=repr(error))
        os._exit(1)
    os._exit(0)


def load_everything() -> None:
    """Loads what commands load, without touching any store."""
    for name in LOADED:
        import_module(f"cdstrack.{name}")
    import_module("psycopg")
    type_in("--version")


def say(fields: dict[str, object]) -> None:
    """Tells the forge."""
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


def main() -> None:
    load_everything()
    say({"ready": datetime.now(UTC).isoformat()})
    for line in sys.stdin:
        wanted = json.loads(line)
        if "reap" in wanted:
            _, status = os.waitpid(wanted["reap"], 0)
            say({"status": status})
            continue
        pid = os.fork()
        if pid == 0:
            become(wanted["task"], wanted["folder"], wanted["answers"], wanted["seed"])
        say({"pid": pid})


if __name__ == "__main__":
    main()
