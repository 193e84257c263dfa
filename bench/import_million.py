"""A million figures: taken in against `sqlite3 .import` and `sqlite-utils insert`, paired.

The promises: at most 6 times the time of the shell's `.import` of the same file, at least 5 times
faster than `sqlite-utils insert --csv`, a peak under 250 MB, and `status` on that store at most
1.3 times its time on the shipped one. Every round runs all of them, so that a busy machine slows
them alike; medians of the paired ratios are printed. Exit 1 when a promise is broken or cannot be
measured.

`ROWS` (a million) and `ROUNDS` (3) come from the environment. With fewer rows the start of the
program weighs more: the promises are about a million.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from many_figures import write
from processes import PROGRAM, Promises, Used, fresh_store, run, tool

ROWS = int(os.environ.get("ROWS", "1000000"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))
STATUS_ROUNDS = 9


def others(figures: Path) -> dict[str, list[str]]:
    """The programs that it is compared with, as commands."""
    arguments = {
        "sqlite3": ["other.db", f".import --csv {figures.name} figures"],
        "sqlite-utils": ["insert", "other.db", "figures", figures.name, "--csv"],
    }
    found = {name: tool(name) for name in arguments}
    if missing := [name for name, path in found.items() if path is None]:
        sys.exit(f"not installed: {', '.join(missing)}")
    return {name: [path, *arguments[name]] for name, path in found.items() if path}


def one_round(folder: Path, figures: Path) -> dict[str, Used]:
    """Every way of taking the file in, once."""
    fresh_store(folder)
    found = {"cdstrack": run([*PROGRAM, "import", figures.name], folder)}
    for name, command in others(figures).items():
        (folder / "other.db").unlink(missing_ok=True)
        found[name] = run(command, folder)
    return found


def status_ratio(folder: Path) -> float:
    """`status` on the large store over `status` on the shipped one, paired."""
    small = folder / "small"
    run([*PROGRAM, "init", str(small)], folder)
    run([*PROGRAM, "import", "data/observations.csv"], small)
    status = [*PROGRAM, "status"]
    pairs = [
        (run(status, folder).seconds, run(status, small).seconds) for _ in range(STATUS_ROUNDS)
    ]
    return statistics.median(large / usual for large, usual in pairs)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = write(folder, ROWS)
        rounds = [one_round(folder, figures) for _ in range(ROUNDS)]
        again = run([*PROGRAM, "import", figures.name], folder)
        status = status_ratio(folder)
    print(f"{ROWS:,} figures of canonical CSV, {ROUNDS} rounds")
    for program in rounds[0]:
        seconds = statistics.median(each[program].seconds for each in rounds)
        peak = max(each[program].megabytes for each in rounds)
        print(f"{program:<16}{seconds:>8.1f} s {peak:>8.0f} MB")
    print(f"{'the same again':<16}{again.seconds:>8.1f} s {again.megabytes:>8.0f} MB")

    def ratio(other: str) -> float:
        return statistics.median(each["cdstrack"].seconds / each[other].seconds for each in rounds)

    promises = Promises()
    promises.hold("time over that of sqlite3 .import", ratio("sqlite3"), 6)
    promises.hold("time over that of sqlite-utils insert --csv", ratio("sqlite-utils"), 1 / 5)
    peaks = [again.megabytes, *(each["cdstrack"].megabytes for each in rounds)]
    promises.hold("peak in MB", max(peaks), 250)
    promises.hold("status there over status on the shipped store", status, 1.3)
    return int(promises.broken)


if __name__ == "__main__":
    sys.exit(main())
