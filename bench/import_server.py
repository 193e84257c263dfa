"""100,000 figures: taken in on a PostgreSQL server against the same into a file, paired.

The promise: at most 2 times the time, by the clock and in processor time of the program. The rounds
alternate, so that a busy machine slows both alike; medians of the paired ratios are printed. Exit 1
when a promise is broken. The server is one of the tests' own, whose `fsync` is off: the flush at
the end of its one transaction is not in the figures.

`ROWS` (100,000) and `ROUNDS` (5) come from the environment.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from many_figures import write
from processes import PROGRAM, Promises, fresh_store, run

ROWS = int(os.environ.get("ROWS", "100000"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
MOST = 2.0


class Spent(NamedTuple):
    """What an import took: seconds by the clock, and of the processor in the program itself."""

    wall: float
    processor: float


def import_into(folder: Path, figures: Path, address: str) -> Spent:
    """Takes the figures in, into the store of an address; "" is the file beside the plan."""
    where = {"CDSTRACK_DB": address} if address else {}
    began = time.perf_counter()
    process = subprocess.Popen(
        [*PROGRAM, "import", figures.name],
        cwd=folder,
        env={**os.environ, **where},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: import into {address or 'a file'}")
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime)


def pairs(folder: Path, rows: int, rounds: int) -> list[tuple[Spent, Spent]]:
    """So many imports into a new file, and into an emptied database, in turn."""
    sys.path.append(str(Path(__file__).resolve().parent.parent))
    from tests.server import running_server

    figures = write(folder, rows)
    found = []
    with running_server() as server:
        for _ in range(rounds):
            fresh_store(folder)
            address = server.url(server.emptied_database())
            run([*PROGRAM, "init", "--db", address], folder)
            found.append((import_into(folder, figures, ""), import_into(folder, figures, address)))
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        measured = pairs(Path(name), ROWS, ROUNDS)
    print(f"{ROWS:,} figures of canonical CSV, {ROUNDS} pairs")
    for place, each in (("file", 0), ("server", 1)):
        wall = statistics.median(pair[each].wall for pair in measured)
        processor = statistics.median(pair[each].processor for pair in measured)
        print(f"{place:<16}{wall:>8.1f} s {processor:>8.1f} s of the program's processor time")
    promises = Promises()
    wall, processor = (
        statistics.median(there[at] / here[at] for here, there in measured) for at in (0, 1)
    )
    promises.hold("on a server over in a file, by the clock", wall, MOST)
    promises.hold("on a server over in a file, processor time", processor, MOST)
    return int(promises.broken)


if __name__ == "__main__":
    sys.exit(main())
