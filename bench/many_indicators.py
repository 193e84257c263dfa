"""Plans of many indicators, and figures for them, the same every time."""

import random
from collections.abc import Iterator
from pathlib import Path

from processes import PROGRAM, fresh_store, run

_YEARS = (2021, 2022, 2023, 2024)


def plan_text(count: int) -> str:
    """Indicators with three milestones each, in ten pillars."""
    lines = [
        "schema: 1",
        'plan: {id: lon, title: {vi: "Kế hoạch lớn"}, area: tinh, starts: 2021-01-01}',
        "pillars:",
        *(f'  p{number}: {{vi: "Trụ cột {number}"}}' for number in range(10)),
        "org_units: {tinh: {vi: tỉnh}}",
        "indicators:",
    ]
    for number in range(count):
        dues = ", ".join(
            f'{{due: {year}-12-31, at_least: {goal}, wording: "đạt {goal}%"}}'
            for year, goal in ((2022, 40), (2025, 60), (2030, 90))
        )
        lines.append(
            f'  - {{id: ct-{number:04}, name: {{vi: "Tỷ lệ số {number}"}}, pillar: p{number % 10}, '
            f"unit: percent, direction: increase, measure: stock, frequency: yearly, targets: [{dues}]}}"
        )
    return "\n".join(lines) + "\n"


def _figures(count: int) -> Iterator[str]:
    chance = random.Random(2300)  # noqa: S311 - the same figures every time
    yield "indicator,period,value"
    for number in range(count):
        value = chance.randint(10, 60)
        for year in _YEARS:
            value += chance.randint(0, 8)
            yield f"ct-{number:04},{year},{value}"


def lay_out(place: Path, count: int) -> Path:
    """A folder with a plan of so many indicators and four figures for each."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "targets.yaml").write_text(plan_text(count), encoding="utf-8")
    (place / "figures.csv").write_text("\n".join([*_figures(count), ""]), encoding="utf-8")
    fresh_store(place)
    run([*PROGRAM, "import", "figures.csv"], place)
    return place
