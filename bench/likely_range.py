"""Whether the range of what is likely holds what it says, on a made-up plan of 200 long series.

`python bench/likely_range.py` makes the plan and its figures in a temporary folder, runs `cdstrack
backtest` on them and fails unless the range held between 70 and 90 of 100.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from cdstrack.files.importing.row import COLUMNS

SERIES, FIRST, LAST = 200, 2000, 2025
PROMISED = (70, 90)


def series(chance: random.Random) -> Iterator[tuple[int, float]]:
    """One value a year: a walk whose drift fades, changes its mind and is measured with noise."""
    size = 10 ** chance.uniform(0, 4)
    level, drift = size, size * chance.gauss(0, 0.03)
    steps, noise = size * chance.uniform(0.005, 0.06), size * chance.uniform(0, 0.01)
    for year in range(FIRST, LAST + 1):
        drift = drift * 0.95 + size * chance.gauss(0, 0.005)
        level += drift + chance.gauss(0, steps)
        yield year, level + chance.gauss(0, noise)


def plan_text() -> str:
    """Indicators by number, each with a target that about half of them may reach."""
    lines = ["schema: 1", "plan: {id: thu, title: {vi: Thử}, area: tinh}", "pillars: {p: {vi: P}}"]
    lines += ["indicators:"]
    for number in range(SERIES):
        lines.append(
            f"  - {{id: s{number}, name: {{vi: Chuỗi {number}}}, pillar: p, unit: amount, "
            f"direction: {'increase' if number % 2 else 'decrease'}, measure: stock}}"
        )
    return "\n".join(lines) + "\n"


def figures_text() -> str:
    """All figures as canonical CSV, the same every time."""
    lines = [",".join(COLUMNS)]
    for number in range(SERIES):
        chance = random.Random(number)  # noqa: S311 - the same figures every time
        for year, value in series(chance):
            cells = {"indicator": f"s{number}", "period": str(year), "value": f"{value:.6f}"}
            lines.append(",".join(cells.get(column, "") for column in COLUMNS))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Makes, runs and judges; exits 1 where the promise is broken."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "targets.yaml").write_text(plan_text(), encoding="utf-8")
        (place / "figures.csv").write_text(figures_text(), encoding="utf-8")

        def cdstrack(*arguments: str) -> str:
            command = [sys.executable, "-m", "cdstrack", *arguments]
            return run(command, cwd=place, check=True, capture_output=True, text=True).stdout

        cdstrack("init")
        cdstrack("import", "figures.csv")
        report = json.loads(cdstrack("backtest", "--format", "json"))
    total = report["total"]
    held = 100 * total["share_within"]
    print(f"range held: {held:.0f} of 100 ({total['forecasts']} forecasts, {SERIES} series)")
    for name in ("forecast", "centre"):
        print(
            f"error of {name} / last value: {total[f'error_{name}'] / total['error_carried']:.2f}"
        )
    for each in report["by_horizon"]:
        ahead = f"up to {each['up_to_years']} years" if each["up_to_years"] else "further"
        print(f"  {ahead}: {100 * each['share_within']:.0f} of 100")
    if not PROMISED[0] <= held <= PROMISED[1]:
        sys.exit(f"promised {PROMISED[0]} to {PROMISED[1]} of 100")


if __name__ == "__main__":
    main()
