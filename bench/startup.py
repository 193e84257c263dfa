"""How dear it is to start: CPU time of whole processes, as ratios to bare imports.

Every measured command runs in turn with the import it is compared with, so that a busy machine
slows both alike; the medians of the paired ratios are printed. Exit 1 when a promise is broken.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = int(os.environ.get("ROUNDS", "15"))
PROGRAM = [sys.executable, "-m", "cdstrack"]
TYPER = "import typer"
STACK = "import typer, sqlmodel, rich.table, yaml"


def cpu_seconds(command: list[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True)
    if done.returncode not in {0, 10}:
        sys.exit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def paired(command: list[str], imports: str, folder: Path) -> tuple[float, float, float]:
    """Medians: CPU seconds of the command, of the imports, and of the paired ratios."""
    baseline = [sys.executable, "-c", imports]
    cpu_seconds(command, folder), cpu_seconds(baseline, folder)  # warm the disk's cache
    pairs = [(cpu_seconds(command, folder), cpu_seconds(baseline, folder)) for _ in range(ROUNDS)]
    ratios = [mine / other for mine, other in pairs]
    mine, other = zip(*pairs, strict=True)
    return statistics.median(mine), statistics.median(other), statistics.median(ratios)


RECORDED = ("record", "ho-so-cap-tinh", "75", "--on", "2022-08-30", "--dry-run")


def main() -> int:
    promises = [
        ("--help", [*PROGRAM, "--help"], TYPER, 2.0),
        ("status --help", [*PROGRAM, "status", "--help"], TYPER, 2.0),
        ("status", [*PROGRAM, "status"], STACK, 0.6),
        ("gaps", [*PROGRAM, "gaps"], STACK, 0.6),
        ("summary", [*PROGRAM, "summary"], STACK, 0.6),
        ("record", [*PROGRAM, *RECORDED], STACK, 0.6),
        ("check", [*PROGRAM, "check"], STACK, None),
    ]
    broken = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        setup = (["init"], ["import", "data/observations.csv"])
        for arguments in setup:
            subprocess.run([*PROGRAM, *arguments], cwd=folder, check=True, capture_output=True)
        print(f"{'':<16}{'CPU ms':>8}{'imports':>9}{'ratio':>8}{'at most':>9}")
        for label, command, imports, limit in promises:
            mine, other, ratio = paired(command, imports, folder)
            told = f"{limit:.1f}" if limit else "-"
            print(f"{label:<16}{mine * 1000:>8.0f}{other * 1000:>9.0f}{ratio:>8.2f}{told:>9}")
            broken |= limit is not None and ratio > limit
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
