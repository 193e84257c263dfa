"""Taking in many figures, against the shell of SQLite and others who read the same file."""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from processes import PROGRAM, Used, fresh_store, run, tool
from promises import MILLION, ROUNDS, NotMeasuredError, Places, promised, step

MANY = min(100_000, MILLION)
SHELL = "`sqlite3 .import` of the same file into a bare table"
_DUCKDB = """
import duckdb
with duckdb.connect("other.db") as store:
    store.execute("CREATE TABLE figures AS FROM read_csv('figures.csv', all_varchar = true)")
"""
_PANDAS = """
import sqlite3, pandas
with sqlite3.connect("other.db") as store:
    pandas.read_csv("figures.csv", dtype=str).to_sql("figures", store, index=False)
"""
_LATEST = "indicator, org_unit, max(period), value FROM figures GROUP BY indicator, org_unit"
_LATEST_BY_DUCKDB = """
import duckdb
latest = "indicator, org_unit, max(period), arg_max(value, period)"
figures = "read_csv('figures.csv', all_varchar = true)"
duckdb.sql(f"COPY (SELECT {latest} FROM {figures} GROUP BY 1, 2) TO 'answer.csv'")
"""
_LATEST_BY_PANDAS = """
import pandas
figures = pandas.read_csv("figures.csv", dtype=str).sort_values("period")
figures.groupby(["indicator", "org_unit"]).last().to_csv("answer.csv")
"""


def needed(name: str) -> str:
    """A program that has to be there."""
    found = tool(name)
    if found is None:
        raise NotMeasuredError(f"{name} is not installed (pip install -e '.[bench]')")
    return found


def python(code: str, module: str) -> list[str]:
    """Python code that uses a package which has to be there."""
    if find_spec(module) is None:
        raise NotMeasuredError(f"{module} is not installed (pip install -e '.[bench]')")
    return [sys.executable, "-c", code]


def shell(place: Path) -> Used:
    """The same file by the shell of SQLite, into a bare table."""
    return _other([needed("sqlite3"), "other.db", ".import --csv figures.csv figures"], place)


def _other(command: list[str], place: Path) -> Used:
    (place / "other.db").unlink(missing_ok=True)
    return run(command, place)


def taken_in(place: Path, file: str = "figures.csv") -> Used:
    """The file into an empty record."""
    fresh_store(place)
    return run([*PROGRAM, "import", file], place)


class Rounds:
    """Imports beside those of the shell, measured once for all that is promised of them."""

    def __init__(self) -> None:
        self._found: dict[Path, list[tuple[Used, Used]]] = {}

    def of(self, place: Path) -> list[tuple[Used, Used]]:
        """Pairs; one of them to warm up is left out."""
        if place not in self._found:
            pairs = [(taken_in(place), shell(place)) for _ in range(ROUNDS + 1)]
            self._found[place] = pairs[1:]
        return self._found[place]


ROUNDS_OF = Rounds()


def _ratios(places: Places, shape: str, count: int) -> list[float]:
    pairs = ROUNDS_OF.of(places.figures(shape, count))
    return [mine.cpu / other.cpu for mine, other in pairs]


@promised("`import` of 100,000 figures", SHELL, 5)
def of_many(places: Places) -> list[float]:
    return _ratios(places, "steady", MANY)


@promised("`import` of a million figures", SHELL, 4)
def of_a_million(places: Places) -> list[float]:
    return _ratios(places, "steady", MILLION)


@promised("`import` of 25 indicators × 167 units × 240 days", SHELL, 4)
def of_days(places: Places) -> list[float]:
    return _ratios(places, "deep", MILLION)


@promised("`import` of a million figures, a warning on each row", SHELL, 4)
def of_closed_units(places: Places) -> list[float]:
    return _ratios(places, "closed", MILLION)


@promised("`import` of 100,000 figures, each far from the one before", SHELL)
def of_jumps(places: Places) -> list[float]:
    return _ratios(places, "jumpy", MANY)


@promised("`import` of a million figures", "its peak of memory", 250, "MB")
def memory(places: Places) -> list[float]:
    pairs = ROUNDS_OF.of(places.figures("steady", MILLION))
    return [mine.megabytes for mine, _ in pairs]


@promised("`status` on a million figures", "the same on the shipped ones", 1.3)
def status_there(places: Places) -> list[float]:
    place = places.figures("steady", MILLION)
    ROUNDS_OF.of(place)
    return list(_status(places, place))


def _status(places: Places, place: Path) -> Iterator[float]:
    for number in range(ROUNDS + 1):
        places.forget_reports()
        ratio = step(place, "status")().cpu / step(places.shipped(), "status")().cpu
        if number:
            yield ratio


def _beside(command: list[str], places: Places) -> list[float]:
    place = places.figures("steady", MANY)
    taken_in(place), _other(command, place)
    return [taken_in(place).cpu / _other(command, place).cpu for _ in range(ROUNDS)]


@promised("`import` of 100,000 figures", "`sqlite-utils insert --csv` of the same file", 0.2)
def beside_sqlite_utils(places: Places) -> list[float]:
    program = needed("sqlite-utils")
    return _beside([program, "insert", "other.db", "figures", "figures.csv", "--csv"], places)


@promised("`import` of 100,000 figures", "duckdb, into a bare table")
def beside_duckdb(places: Places) -> list[float]:
    return _beside(python(_DUCKDB, "duckdb"), places)


@promised("`import` of 100,000 figures", "pandas, into a bare table of SQLite")
def beside_pandas(places: Places) -> list[float]:
    return _beside(python(_PANDAS, "pandas"), places)


def _latest(command: list[str], places: Places) -> list[float]:
    """The latest figure of each indicator and unit; ours comes from the record, with its verdict."""
    place = places.figures("steady", MANY)
    if not (place / "data/cdstrack.db").stat().st_size > MANY:
        taken_in(place)
    shell(place)
    found = []
    for _ in range(ROUNDS + 1):
        places.forget_reports()
        mine = run([*PROGRAM, "status", "--by-unit", "cap-quang-xa"], place)
        found.append(mine.cpu / run(command, place).cpu)
    return found[1:]


@promised("`status --by-unit` of 100,000 figures", "all latest values, by duckdb from the CSV")
def latest_by_duckdb(places: Places) -> list[float]:
    return _latest(python(_LATEST_BY_DUCKDB, "duckdb"), places)


@promised("`status --by-unit` of 100,000 figures", "all latest values, by pandas from the CSV")
def latest_by_pandas(places: Places) -> list[float]:
    return _latest(python(_LATEST_BY_PANDAS, "pandas"), places)


@promised(
    "`status --by-unit` of 100,000 figures", "all latest values, by sqlite3 from a bare table"
)
def latest_by_the_shell(places: Places) -> list[float]:
    return _latest([needed("sqlite3"), "other.db", f"SELECT {_LATEST}"], places)


@promised("`status --by-unit` of 100,000 figures", "all latest values, by sqlite-utils, likewise")
def latest_by_sqlite_utils(places: Places) -> list[float]:
    asked = ["query", "other.db", f"SELECT {_LATEST}"]
    return _latest([needed("sqlite-utils"), *asked], places)
