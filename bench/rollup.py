"""A plan that is rolled up from all communes of the country, against the same one without units.

`python bench/rollup.py [DIR]` makes 3,321 units x 20 indicators x 4 quarters (265,680 figures) and
compares whole processes in pairs, by CPU time, each with `status` of the plan without units:
commands asked for again, and the first time (what was kept is removed before). Fails when a
promise is broken.
"""

import csv
import os
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from processes import PROGRAM, Promises, fresh_store, run

UNITS, INDICATORS, QUARTERS = 3321, 20, ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")
DAY = "2026-10-15"
PAIRS = 5
STATUS = ("status",)
AGAIN = "status, asked for again"
FIRST = {
    "status, the first time": STATUS,
    "gaps, the first time": ("gaps",),
    "show, the first time": ("show", "ct-01"),
    "explain, the first time": ("explain", "ct-01"),
    "summary, the first time": ("summary",),
    "league of all units, the first time": ("status", "--by-unit", "ct-01"),
}
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


def lay_out(folder: Path, units: Sequence[str], *, rolled: bool) -> Path:
    """A folder with a plan, its units file where it is rolled up, and the figures recorded."""
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
        writer.writerows(_figures(units if rolled else ["ca-nuoc"]))
    fresh_store(folder)
    run([*PROGRAM, "import", "figures.csv"], folder)
    return folder


def _cpu(words: Sequence[str], folder: Path, *, anew: bool) -> float:
    """Seconds of a processor that a command takes; `anew` after its kept reports were removed."""
    if anew:
        for kept in (folder.parent / "cache").rglob("*.report"):
            kept.unlink()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run([*PROGRAM, *words], folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _ratios(words: Sequence[str], rolled: Path, plain: Path, *, anew: bool) -> list[float]:
    """What a command takes against `status` without units, in pairs, sorted; one to warm up."""
    found = [
        _cpu(words, rolled, anew=anew) / _cpu(STATUS, plain, anew=anew) for _ in range(PAIRS + 1)
    ]
    return sorted(found[1:])


def measure(folder: Path) -> bool:
    """Lays everything out, prints what was measured; whether a promise is broken."""
    os.environ |= {"CDSTRACK_TODAY": DAY, "XDG_CACHE_HOME": str(folder / "cache")}
    plain = lay_out(folder / "without", (), rolled=False)
    rolled = lay_out(folder / "with", [f"xa-{n:04}" for n in range(UNITS)], rolled=True)
    promises = Promises()
    again = _ratios(STATUS, rolled, plain, anew=False)
    promises.hold(f"{AGAIN} ({again[0]:.2f}-{again[-1]:.2f})", statistics.median(again), 2.0)
    shown = (rolled / "printed.txt").read_text(encoding="utf-8").count("\n")
    promises.hold("lines of the table", shown, SCREEN)
    for label, words in FIRST.items():
        first = _ratios(words, rolled, plain, anew=True)
        middle = statistics.median(first)
        print(f"{label:<48}{middle:>8.2f} ({first[0]:.2f}-{first[-1]:.2f}), nothing promised")
    return promises.broken


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        sys.exit(measure(Path(sys.argv[1] if len(sys.argv) > 1 else own)))
