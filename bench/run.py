"""Measures everything that is promised, prints it, and writes the table of docs/architecture.md.

`python bench/run.py [WORD …]` measures what has one of the words in its name, and then writes
nothing; `--list` only names what there is. Exit 1 when a promise is broken or was not measured.
"""

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import growth
import import_workbook
import imports
import large_plans
import on_server
import records
import rollup
import startup
import workbooks
from promises import PROMISES, Measured, Places, measured, table

PARTS = (
    startup,
    large_plans,
    imports,
    import_workbook,
    records,
    workbooks,
    growth,
    rollup,
    on_server,
)
"""The benchmarks in the order of the table; what each promises is registered when it is loaded."""
PAGE = Path(__file__).resolve().parent.parent / "docs/architecture.md"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
_BUSY = 1.5


def _conditions(load: float) -> str:
    """When, on what and how busy a machine it was measured."""
    cores = os.cpu_count() or 1
    state = "busy with other work as well" if load > _BUSY else "quiet"
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with Python {sys.version.split()[0]}, {cores} cores, the "
        f"machine {state} (load {load:.1f} at the start). Ratios are of processor time, in "
        "pairs that follow each other."
    )


def write_table(lines: list[str]) -> None:
    """Puts the table between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    body = "\n".join(lines)
    PAGE.write_text(f"{before}{BEGIN}\n{body}\n{END}{after}", encoding="utf-8")


def main(words: list[str]) -> int:
    load = os.getloadavg()[0]
    order = [part.__name__ for part in PARTS]
    promises = sorted(PROMISES, key=lambda each: order.index(each.measure.__module__))
    names = {each.name: each for each in promises}
    if words == ["--list"]:
        print("\n".join(names))
        return 0
    wanted = [
        promise
        for name, promise in names.items()
        if not words or any(word in name for word in words)
    ]
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder))
        for promise in wanted:
            found.append(measured(promise, places))
            print(found[-1].row, flush=True)
    if not words:
        write_table([*table(found, _conditions(load))])
    return int(any(each.is_broken for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
