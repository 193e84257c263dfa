"""A plan that is rolled up from all communes of the country, against the same one without units.

3,321 units x 20 indicators x 4 quarters (265,680 figures). Their import is held against that of the
same file by the shell of SQLite; each other command against `status` of the plan without units: asked
for again, and the first time (what was kept is removed before).
"""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from imports import ROUNDS_OF, SHELL
from processes import PROGRAM, Used, fresh_store, run
from promises import Places, paired, promised

UNITS, INDICATORS, QUARTERS = 3321, 20, ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")
DAY = "2026-10-15"
SCREEN = 45
"""Lines that the table may have: 20 indicators, however many units."""
WAYS = ("sum", "ratio", "mean", "share_met")
_PLAN = """\
schema: 1
plan: {{id: cuon, title: {{vi: "Kế hoạch của mọi xã"}}, area: ca-nuoc, starts: 2025-07-01{units}}}
pillars: {{xa-hoi: {{vi: Xã hội}}}}
org_units:
  ca-nuoc: {{vi: cả nước}}
indicators:
{indicators}"""


def _indicator(number: int, *, rolled: bool) -> str:
    way = WAYS[number % len(WAYS)]
    is_share = way != "sum"
    unit, asked = ("percent", 80) if is_share else ("count", 400_000)
    rollup = f"    rollup: {{from: xa, by: {way}, coverage: 80}}\n" if rolled else ""
    parts = "    numerator: {vi: đạt}\n    denominator: {vi: tất cả}\n" if is_share else ""
    return (
        f"  - id: ct-{number:02}\n    name: {{vi: Chỉ tiêu {number} của xã}}\n    pillar: xa-hoi\n"
        f"    unit: {unit}\n    direction: increase\n    frequency: quarterly\n{parts}{rollup}"
        f'    targets: [{{due: 2027-12-31, at_least: {asked}, wording: "{asked}"}}]\n'
    )


def _figures(units: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A figure of each unit, indicator and quarter; of a share its two numbers."""
    chance = random.Random(20261015)  # noqa: S311 - the same figures every time
    for number in range(INDICATORS):
        is_share = WAYS[number % len(WAYS)] != "sum"
        for unit in units:
            for quarter in QUARTERS:
                whole = chance.randint(50, 2000)
                part = chance.randint(whole // 3, whole)
                value, parts = ("", (part, whole)) if is_share else (str(part), ("", ""))
                if is_share:
                    value = f"{round(part * 100 / whole, 6):f}".rstrip("0").rstrip(".")
                yield f"ct-{number:02}", unit, quarter, value, *map(str, parts)


def lay_out(folder: Path, units: Sequence[str], *, rolled: bool, by_quarter: bool = False) -> Path:
    """A folder with a plan, its units file where it is rolled up, and the figures recorded.

    The figures come by indicator, unit and quarter, or one quarter after the other.
    """
    folder.mkdir(parents=True, exist_ok=True)
    indicators = "".join(_indicator(number, rolled=rolled) for number in range(INDICATORS))
    named = ", units: units.csv" if rolled else ""
    text = _PLAN.format(units=named, indicators=indicators)
    (folder / "targets.yaml").write_text(text, encoding="utf-8")
    if rolled:
        lines = [f"{unit},xã {unit},xa,ca-nuoc\n" for unit in units]
        (folder / "units.csv").write_text("id,vi,level,parent\n" + "".join(lines), "utf-8")
    with (folder / "figures.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        heads = ("indicator", "org_unit", "period", "value", "numerator", "denominator")
        writer.writerow(heads)
        figures = [*_figures(units if rolled else ["ca-nuoc"])]
        if by_quarter:
            figures.sort(key=lambda row: row[2])
        writer.writerows(figures)
    fresh_store(folder)
    run([*PROGRAM, "import", "figures.csv"], folder, CDSTRACK_TODAY=DAY)
    return folder


def _folders(places: Places) -> tuple[Path, Path]:
    """The plan that is rolled up, and the one without units."""
    if not _LAID_OUT:
        _LAID_OUT.append(lay_out(places.folder / "without", (), rolled=False))
        _LAID_OUT.append(lay_out(places.folder / "with", _units(), rolled=True))
    plain, rolled = _LAID_OUT
    return rolled, plain


_LAID_OUT: list[Path] = []


def _units() -> list[str]:
    return [f"xa-{number:04}" for number in range(UNITS)]


def _against(places: Places, *words: str, anew: bool = True) -> list[float]:
    rolled, plain = _folders(places)

    def asked(place: Path, *words: str) -> Used:
        if anew:
            places.forget_reports()
        return run([*PROGRAM, *words], place, CDSTRACK_TODAY=DAY)

    return paired(lambda: asked(rolled, *words), lambda: asked(plain, "status"))


_WITHOUT = "`status` without units"


@promised("`status` rolled up from 3,321 units, asked for again", _WITHOUT, 2)
def again(places: Places) -> list[float]:
    return _against(places, "status", anew=False)


@promised("`status` rolled up, lines of the table", "a screen", SCREEN, "lines")
def lines(places: Places) -> list[float]:
    rolled, _ = _folders(places)
    run([*PROGRAM, "status"], rolled, CDSTRACK_TODAY=DAY)
    return [(rolled / "printed.txt").read_text(encoding="utf-8").count("\n")]


@promised("`status` rolled up, the first time", _WITHOUT, 2)
def status(places: Places) -> list[float]:
    return _against(places, "status")


@promised("`gaps` rolled up, the first time", _WITHOUT, 2)
def gaps(places: Places) -> list[float]:
    return _against(places, "gaps")


@promised("`show` rolled up, the first time", _WITHOUT, 2)
def show(places: Places) -> list[float]:
    return _against(places, "show", "ct-01")


@promised("`explain` rolled up, the first time", _WITHOUT, 2)
def explain(places: Places) -> list[float]:
    return _against(places, "explain", "ct-01")


@promised("`summary` rolled up, the first time", _WITHOUT, 2)
def summary(places: Places) -> list[float]:
    return _against(places, "summary")


@promised("`status --by-unit` of 3,321 units, the first time", _WITHOUT, 2)
def league(places: Places) -> list[float]:
    return _against(places, "status", "--by-unit", "ct-01")


@promised("`template --units` of 3,321 units", "a clock", 6, "s of work")
def form(places: Places) -> list[float]:
    rolled, _ = _folders(places)

    def made() -> float:
        (rolled / "units.xlsx").unlink(missing_ok=True)
        return run([*PROGRAM, "template", "--units", "units.xlsx"], rolled, CDSTRACK_TODAY=DAY).cpu

    return [made() for _ in range(3)]


_ALL = f"`import` of {UNITS:,} units × {INDICATORS} indicators × {len(QUARTERS)} quarters"


def _beside_the_shell(place: Path) -> list[float]:
    return [mine.cpu / other.cpu for mine, other in ROUNDS_OF.of(place)]


@promised(_ALL, SHELL, 5)
def taken_in(places: Places) -> list[float]:
    rolled, _ = _folders(places)
    return _beside_the_shell(rolled)


@promised(f"{_ALL}, one after the other", SHELL, 6)
def by_quarter(places: Places) -> list[float]:
    folder = places.folder / "by-quarter"
    return _beside_the_shell(lay_out(folder, _units(), rolled=True, by_quarter=True))
