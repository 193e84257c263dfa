"""Whole processes, one after the other: how long each took, and how much memory.

Owns the measuring. What is measured, and what was promised, belongs to the benchmarks.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

PROGRAM = [sys.executable, "-m", "cdstrack"]
STACK = [sys.executable, "-c", "import typer, sqlmodel, rich.table, yaml"]
"""What a program of these libraries cannot do without."""
_FOUND_SOMETHING = 10


class FailedError(Exception):
    """A process that was to be measured has failed; the text is what it said."""


class Used(NamedTuple):
    """What a process took: wall seconds, its peak memory in MB, and seconds of a processor."""

    seconds: float
    megabytes: float
    cpu: float


def run(command: list[str], folder: Path, **environment: str) -> Used:
    """Runs a process to its end; `FailedError` where it fails. What it prints is in `printed.txt`."""
    began = time.perf_counter()
    with (folder / "printed.txt").open("wb") as printed:
        process = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=printed, env={**os.environ, **environment}
        )
        _, status, used = os.wait4(process.pid, 0)
    # It has been waited for already, behind the back of `subprocess`.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, _FOUND_SOMETHING}:
        told = (folder / "printed.txt").read_text(encoding="utf-8", errors="replace")
        raise FailedError(f"failed: {' '.join(command[-6:])}: {told[:2000]}")
    seconds = time.perf_counter() - began
    return Used(seconds, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


def tool(name: str) -> str | None:
    """A program beside this Python, or on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def fresh_store(folder: Path) -> None:
    """An empty store beside the plan; what else is in its folder stays."""
    (folder / "data/cdstrack.db").unlink(missing_ok=True)
    shutil.rmtree(folder / "data/backups", ignore_errors=True)
    run([*PROGRAM, "init"], folder)


class Promises:
    """What was promised, each printed with what was measured."""

    def __init__(self) -> None:
        self.broken = False

    def hold(self, label: str, measured: float, most: float) -> None:
        """A figure that may be `most` at most."""
        told = "" if measured <= most else "  BROKEN"
        print(f"{label:<48}{measured:>8.2f}, at most {most:g}{told}")
        self.broken |= measured > most
