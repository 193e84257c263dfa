"""Plans with communes and canonical CSV of a million figures for them, the same every time.

`python bench/many_figures.py DIR [ROWS [SHAPE]]` writes `DIR/targets.yaml` and `DIR/figures.csv`.
"""

import csv
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from cdstrack.core.plan.model import Indicator, Measure, State, Unit
from cdstrack.files.importing.row import COLUMNS

MONTHS = [f"{year}-{month:02}" for year in range(2020, 2027) for month in range(1, 13)][:78]
DAYS = [str(date(2026, 3, 1) + timedelta(days)) for days in range(240)]
_PLAN = Path(__file__).resolve().parent.parent / "targets.yaml"


@dataclass(frozen=True, slots=True)
class Shape:
    """How many communes have figures of how many indicators for which periods.

    Where they are `jumpy`, each figure lies far from the one before; where the communes are
    `closed`, each row carries a warning.
    """

    communes: int
    periods: list[str]
    indicators: int | None = None
    is_jumpy: bool = False
    are_closed: bool = False


SHAPES = {
    "steady": Shape(124, MONTHS),
    "deep": Shape(167, DAYS, indicators=25),
    "jumpy": Shape(124, MONTHS, is_jumpy=True),
    "closed": Shape(124, MONTHS, are_closed=True),
}


def plan_text(shape: Shape) -> str:
    """The shipped plan with communes added to its org units."""
    text = _PLAN.read_text(encoding="utf-8")
    _, _, heir = text.partition("successor: ")
    heir = heir.partition(",")[0]
    closed = f", closed: 2019-12-31, successor: {heir}" if shape.are_closed else ""
    communes = "".join(
        f'  xa-{number:03}: {{vi: "xã {number}", level: xa{closed}}}\n'
        for number in range(shape.communes)
    )
    return text.replace("org_units:\n", "org_units:\n" + communes, 1)


def rows(indicators: list[Indicator], shape: Shape, count: int) -> Iterator[list[str]]:
    """`count` rows: by indicator, commune and period, a third of the shares with their fraction."""
    chance = random.Random(20260731)  # noqa: S311 - the same figures every time
    made = 0
    for indicator in indicators[: shape.indicators]:
        for commune in range(shape.communes):
            course = (_jumps if shape.is_jumpy else _steps)(indicator, chance)
            for period in shape.periods:
                if made == count:
                    return
                made += 1
                figure = _figure(indicator, course(period), chance)
                about = [indicator.id, f"xa-{commune:03}", "", period]
                yield [*about, *figure, "", "exact", "", "", ""]


def _limits(indicator: Indicator) -> tuple[int, int]:
    """The least and the greatest figure."""
    if indicator.unit is Unit.RANK:
        return 1, int((indicator.bounds or (None, None))[1] or 63)
    if indicator.measure is Measure.GROWTH:
        return 2, 20
    return (0, 100) if indicator.bounds else (0, 5000)


def _jumps(indicator: Indicator, chance: random.Random) -> Callable[[str], float]:
    """Figures anywhere within the limits."""
    limits = _limits(indicator)
    return lambda _: chance.uniform(*limits)


def _steps(indicator: Indicator, chance: random.Random) -> Callable[[str], float]:
    """Figures that move a little; a flow grows from New Year on."""
    low, high = _limits(indicator)
    level = chance.uniform(low + (high - low) / 5, high - (high - low) / 5)

    def step(period: str) -> float:
        nonlocal level
        level += chance.uniform(-0.004, 0.005) * (high - low)
        level = min(max(level, low + (high - low) / 10), high)
        if indicator.measure is not Measure.FLOW:
            return level
        of_the_year = (int(period[5:7]) - 1 + int(period[8:] or 31) / 31) / 12
        return (high - low) / 4 + (high - low) / 2 * of_the_year

    return step


def _figure(indicator: Indicator, value: float, chance: random.Random) -> list[str]:
    """Value, numerator and denominator."""
    if indicator.unit is Unit.STATE:
        return [State.IN_PROGRESS, "", ""]
    if indicator.unit in {Unit.COUNT, Unit.RANK}:
        return [str(round(value)), "", ""]
    is_flow = indicator.measure is Measure.FLOW
    if indicator.unit is Unit.PERCENT and (is_flow or chance.random() < 1 / 3):
        whole = 1000 if is_flow else chance.randint(200, 2000)
        part = round(value * whole / 100)
        share = Fraction(round(Fraction(part * 100, whole) * 10**6), 10**6)
        return [f"{float(share):.6f}".rstrip("0").rstrip("."), str(part), str(whole)]
    return [f"{value:.2f}", "", ""]


def write(folder: Path, count: int = 1_000_000, shape: str = "steady") -> Path:
    """Writes the plan and the figures; returns the figures' file."""
    from cdstrack.files.plan.reader import read_plan

    folder.mkdir(parents=True, exist_ok=True)
    plan_file = folder / "targets.yaml"
    plan_file.write_text(plan_text(SHAPES[shape]), encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    shutil.copy(_PLAN.parent / "data/units.csv", folder / "data")
    plan = read_plan(plan_file).plan
    if plan is None:
        raise SystemExit("the plan of the benchmark is not valid")
    figures = folder / "figures.csv"
    with figures.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows(list(plan.indicators), SHAPES[shape], count))
    return figures


if __name__ == "__main__":
    folder, *given = sys.argv[1:]
    shape = given[1] if len(given) > 1 else "steady"
    print(write(Path(folder), int(given[0]) if given else 1_000_000, shape))
