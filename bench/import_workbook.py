"""20,000 figures in a workbook: taken in by python-calamine and by openpyxl."""

import sys
from pathlib import Path

from imports import taken_in
from processes import PROGRAM, Used, fresh_store, run
from promises import ROUNDS, Places, paired, promised

ROWS = 20_000
# Where a module is None, importing it fails as if it were not installed.
_WITHOUT = """
import sys
sys.modules["python_calamine"] = None
from cdstrack.cli.app.main import main
main()
"""


def _workbook(places: Places) -> Path:
    place = places.figures("steady", ROWS)
    if not (place / "figures.xlsx").exists():
        taken_in(place)
        run([*PROGRAM, "export", "figures.xlsx"], place)
    return place


def _without_calamine(place: Path) -> Used:
    fresh_store(place)
    return run([sys.executable, "-c", _WITHOUT, "import", "figures.xlsx"], place)


@promised("`import` of 20,000 figures of .xlsx, by python-calamine", "the same by openpyxl", 1)
def by_calamine(places: Places) -> list[float]:
    place = _workbook(places)
    return paired(lambda: taken_in(place, "figures.xlsx"), lambda: _without_calamine(place))


@promised("`import` of 20,000 figures of .xlsx, by openpyxl", "a clock", 10, "s of work")
def by_openpyxl(places: Places) -> list[float]:
    place = _workbook(places)
    return [_without_calamine(place).cpu for _ in range(ROUNDS)]


@promised("figures that the two readers of .xlsx take in differently", "none", 0, "files")
def alike(places: Places) -> list[float]:
    place = _workbook(places)
    taken_in(place, "figures.xlsx")
    run([*PROGRAM, "export", "one.csv"], place)
    _without_calamine(place)
    run([*PROGRAM, "export", "other.csv"], place)
    return [(place / "one.csv").read_bytes() != (place / "other.csv").read_bytes()]
