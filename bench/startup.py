"""How dear it is to start: processor time of whole processes, as ratios to bare imports."""

import sys
from collections.abc import Sequence
from pathlib import Path

from processes import PROGRAM, STACK, FailedError, Used, run, tool
from promises import NotMeasuredError, Places, paired, promised, step

TYPER = [sys.executable, "-c", "import typer"]
_ROUNDS = 9
_IMPORTS = "importing typer, sqlmodel, rich and yaml"
_RECORDED = ("record", "ho-so-cap-tinh", "75", "--on", "2022-08-30", "--dry-run")
_COMPLETED = {
    "_CDSTRACK_COMPLETE": "complete_bash",
    "COMP_WORDS": "cdstrack show ",
    "COMP_CWORD": "2",
}


def _against(base: list[str], words: Sequence[str], places: Places) -> list[float]:
    """The first time, and not a report that was kept."""
    place = places.shipped()

    def first() -> Used:
        places.forget_reports()
        return run([*PROGRAM, *words], place)

    return paired(first, lambda: run(base, place), _ROUNDS)


@promised("`--help`", "importing typer", 2.0)
def help_page(places: Places) -> list[float]:
    return _against(TYPER, ["--help"], places)


@promised("`status --help`", "importing typer", 2.0)
def status_help(places: Places) -> list[float]:
    return _against(TYPER, ["status", "--help"], places)


@promised("`status`, shipped plan", _IMPORTS, 0.6)
def status(places: Places) -> list[float]:
    return _against(STACK, ["status"], places)


@promised("`gaps`, shipped plan", _IMPORTS, 0.6)
def gaps(places: Places) -> list[float]:
    return _against(STACK, ["gaps"], places)


@promised("`summary`, shipped plan", _IMPORTS, 0.6)
def summary(places: Places) -> list[float]:
    return _against(STACK, ["summary"], places)


@promised("`record`, shipped plan", _IMPORTS, 0.6)
def record(places: Places) -> list[float]:
    return _against(STACK, _RECORDED, places)


@promised("`status` asked for again, shipped plan", _IMPORTS)
def status_again(places: Places) -> list[float]:
    again = step(places.shipped(), "status")
    return paired(again, lambda: run(STACK, places.shipped()), _ROUNDS)


@promised("`check`, shipped plan", _IMPORTS)
def check(places: Places) -> list[float]:
    return _against(STACK, ["check"], places)


@promised("completing an id of 2,300", _IMPORTS, 0.25)
def completion(places: Places) -> list[float]:
    place = places.large_plan(2300)

    def complete() -> Used:
        return run(PROGRAM, place, **_COMPLETED)

    complete()
    lines = (place / "printed.txt").read_text(encoding="utf-8").splitlines()
    if len(lines) != 2300:
        raise FailedError(f"{len(lines)} ids were completed")
    return paired(complete, lambda: run(STACK, place), _ROUNDS)


@promised("`status`, shipped plan", "`hledger balance` of the same figures")
def hledger(places: Places) -> list[float]:
    program = tool("hledger")
    if program is None:
        raise NotMeasuredError("hledger is not installed (Debian: apt-get install hledger)")
    place = places.shipped()
    (place / "figures.journal").write_text(_journal(place), encoding="utf-8")
    balance = [program, "-f", "figures.journal", "balance"]
    return paired(step(place, "status"), lambda: run(balance, place), _ROUNDS)


def _journal(place: Path) -> str:
    """The figures as postings, each to the account of its indicator."""
    run([*PROGRAM, "export", "figures.csv"], place)
    rows = (place / "figures.csv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (row.split(",") for row in rows)
    numbers = [(each[0], each[4]) for each in cells if each[4].replace(".", "", 1).isdigit()]
    entries = (f"2022-01-01 x\n  {name}  {number}\n  o\n" for name, number in numbers)
    return "\n".join(entries)
