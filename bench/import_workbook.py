"""20,000 figures in a workbook: taken in by python-calamine and by openpyxl, paired.

The promises: a few seconds, the same figures whoever reads them, and python-calamine the faster.
Exit 1 when one is broken. `ROUNDS` (5) comes from the environment.
"""

import os
import statistics
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from many_figures import write
from processes import PROGRAM, Promises, Used, fresh_store, run

ROWS = 20_000
ROUNDS = int(os.environ.get("ROUNDS", "5"))
A_FEW_SECONDS = 10
# Where a module is None, importing it fails as if it were not installed.
_WITHOUT = """
import sys
sys.modules["python_calamine"] = None
from cdstrack.cli.app.main import main
main()
"""
READERS = {"python-calamine": PROGRAM, "openpyxl": [sys.executable, "-c", _WITHOUT]}


def taken_in(reader: str, folder: Path) -> Used:
    """One import into an empty store; what it holds then is in `READER.csv`."""
    fresh_store(folder)
    used = run([*READERS[reader], "import", "figures.xlsx"], folder)
    run([*PROGRAM, "export", f"{reader}.csv"], folder)
    return used


def main() -> int:
    if find_spec("python_calamine") is None:
        sys.exit("not installed: python-calamine")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = write(folder, ROWS)
        fresh_store(folder)
        run([*PROGRAM, "import", figures.name], folder)
        run([*PROGRAM, "export", "figures.xlsx"], folder)
        rounds = [{reader: taken_in(reader, folder) for reader in READERS} for _ in range(ROUNDS)]
        kept = {(folder / f"{reader}.csv").read_bytes() for reader in READERS}
    print(f"{ROWS:,} figures of .xlsx, {ROUNDS} rounds")
    for reader in READERS:
        seconds = statistics.median(each[reader].seconds for each in rounds)
        peak = max(each[reader].megabytes for each in rounds)
        print(f"{reader:<16}{seconds:>8.1f} s {peak:>8.0f} MB")
    fast, usual = READERS
    promises = Promises()
    ratio = statistics.median(each[fast].seconds / each[usual].seconds for each in rounds)
    promises.hold(f"time by {fast} over that by {usual}", ratio, 1)
    slowest = statistics.median(each[usual].seconds for each in rounds)
    promises.hold("seconds of the slower", slowest, A_FEW_SECONDS)
    promises.hold("different results", len(kept) - 1, 0)
    return int(promises.broken)


if __name__ == "__main__":
    sys.exit(main())
