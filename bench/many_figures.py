"""A plan with communes and the canonical CSV of a million figures for it, the same every time.

`python bench/many_figures.py DIR [ROWS]` writes `DIR/targets.yaml` and `DIR/figures.csv`.
"""

import csv
import random
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from cdstrack.files.importing.row import COLUMNS

COMMUNES = 124
MONTHS = [f"{year}-{month:02}" for year in range(2020, 2027) for month in range(1, 13)][:78]
_LAST_PLACE = 13
"""The last place of the plan's smallest field: every rank must lie within its bounds."""
_PLAN = Path(__file__).resolve().parent.parent / "targets.yaml"


def plan_text() -> str:
    """The shipped plan with communes added to its org units."""
    communes = "".join(f'  xa-{n:03}: {{vi: "xã {n}", level: xa}}\n' for n in range(COMMUNES))
    return _PLAN.read_text(encoding="utf-8").replace("org_units:\n", "org_units:\n" + communes, 1)


def rows(indicators: list[tuple[str, str]], count: int) -> Iterator[list[str]]:
    """`count` rows: by indicator, commune and month, a third of the shares with their fraction."""
    chance = random.Random(20260731)  # noqa: S311 - the same figures every time
    made = 0
    for indicator, unit in indicators:
        for commune in range(COMMUNES):
            for month in MONTHS:
                if made == count:
                    return
                made += 1
                figure = _figure(unit, chance)
                yield [indicator, f"xa-{commune:03}", "", month, *figure, "", "exact", "", "", ""]


def _figure(unit: str, chance: random.Random) -> list[str]:
    """Value, numerator and denominator."""
    if unit == "state":
        return [chance.choice(("not-started", "in-progress", "done")), "", ""]
    if unit in {"count", "rank"}:
        return [str(chance.randint(1, 60 if unit == "count" else _LAST_PLACE)), "", ""]
    if unit == "percent" and chance.random() < 1 / 3:
        whole = chance.randint(50, 2000)
        part = chance.randint(0, whole)
        share = Fraction(round(Fraction(part * 100, whole) * 10**6), 10**6)
        return [f"{float(share):.6f}".rstrip("0").rstrip("."), str(part), str(whole)]
    return [str(chance.randint(0, 9999) / 100), "", ""]


def write(folder: Path, count: int = 1_000_000) -> Path:
    """Writes the plan and the figures; returns the figures' file."""
    from cdstrack.files.plan.reader import read_plan

    folder.mkdir(parents=True, exist_ok=True)
    plan_file = folder / "targets.yaml"
    plan_file.write_text(plan_text(), encoding="utf-8")
    plan = read_plan(plan_file).plan
    if plan is None:
        raise SystemExit("the plan of the benchmark is not valid")
    indicators = [(each.id, str(each.unit)) for each in plan.indicators]
    figures = folder / "figures.csv"
    with figures.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows(indicators, count))
    return figures


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000))
