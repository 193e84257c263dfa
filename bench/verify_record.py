"""A million figures verified: the chain computed again and every row looked at, over reading them.

The promise: at most 2.5 times the work of reading every row with the plain driver, both measured in
this process, in turn. Exit 1 when it is broken.

`ROWS` (a million) and `ROUNDS` (3) come from the environment.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from many_figures import write
from processes import PROGRAM, Promises, fresh_store, run

from cdstrack.store.verification import verify

ROWS = int(os.environ.get("ROWS", "1000000"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))


def worked(what: Callable[[], object]) -> float:
    """The seconds of work that it takes, whatever else the machine does."""
    began = time.process_time()
    what()
    return time.process_time() - began


def read(store: Path) -> None:
    """Every row of every figure, as tuples."""
    with closing(sqlite3.connect(store)) as file:
        for _ in file.execute("SELECT * FROM observation"):
            pass


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = write(folder, ROWS)
        fresh_store(folder)
        run([*PROGRAM, "import", figures.name], folder)
        store = folder / "data/cdstrack.db"
        found = verify(store)
        if found.problems:
            sys.exit(f"the record contradicts itself: {found.problems[:3]}")
        ratios = [
            worked(lambda: verify(store)) / worked(lambda: read(store)) for _ in range(ROUNDS)
        ]
    promises = Promises()
    promises.hold("work of verifying over that of reading", statistics.median(ratios), 2.5)
    return int(promises.broken)


if __name__ == "__main__":
    sys.exit(main())
