"""What is promised of the cost of commands: each promise once, beside how it is measured.

Owns the register, the pairs, and the table that docs/architecture.md shows. A benchmark declares
what it measures with `@promised`; `make bench` runs all of them.
"""

import os
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import many_figures
import many_indicators
from processes import PROGRAM, FailedError, Used, fresh_store, run

ROUNDS = int(os.environ.get("ROUNDS", "5"))
MILLION = int(os.environ.get("ROWS", "1000000"))


class NotMeasuredError(Exception):
    """Something that the measuring needs is not there; it says what."""


Measure = Callable[["Places"], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Promise:
    """What one thing may cost: at most `most` of what it is held against.

    Where `most` is None nothing is promised; the number is there to compare. `measure` gives a
    ratio for each pair, or another number in `unit`.
    """

    work: str
    against: str
    most: float | None
    unit: str
    measure: Measure

    @property
    def name(self) -> str:
        """What it is called in the table: its first three cells."""
        most = "–" if self.most is None else f"≤ {self.most:g} {self.unit}"
        return f"{self.work} | {self.against} | {most}"


PROMISES: list[Promise] = []


def promised(
    work: str, against: str, most: float | None = None, unit: str = "×"
) -> Callable[[Measure], Measure]:
    """Declares what the decorated function measures."""

    def declare(measure: Measure) -> Measure:
        PROMISES.append(Promise(work, against, most, unit, measure))
        return measure

    return declare


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of a promise: the numbers, sorted; none where it could not be measured."""

    promise: Promise
    numbers: tuple[float, ...] = ()
    why_not: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether something was promised and is not so, or not known to be so."""
        most = self.promise.most
        return most is not None and (not self.numbers or statistics.median(self.numbers) > most)

    @property
    def row(self) -> str:
        """A row of the table."""
        if self.numbers:
            low, *_, high = (*self.numbers, self.numbers[-1])
            spread = f" ({_plain(low)}–{_plain(high)}, {len(self.numbers)})"
            came_to = f"{_plain(statistics.median(self.numbers))}{spread}"
        else:
            came_to = f"**not measured**: {self.why_not}"
        mark = " **broken**" if self.is_broken else ""
        return f"| {self.promise.name} | {came_to}{mark} |"


def _plain(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.2f}"


def measured(promise: Promise, places: "Places") -> Measured:
    """Measures what one promise is about."""
    try:
        return Measured(promise, tuple(sorted(promise.measure(places))))
    except (NotMeasuredError, FailedError) as error:
        return Measured(promise, why_not=" ".join(str(error).split())[-300:])


class Places:
    """Folders with plans and records to measure on, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shipped = cache(self._shipped)
        self.figures = cache(self._figures)
        self.large_plan = cache(self._large_plan)
        os.environ |= {"XDG_CACHE_HOME": str(folder / "cache"), "CDSTRACK_TODAY": "2026-11-28"}

    def _shipped(self) -> Path:
        """The shipped plan with its figures."""
        place = self.folder / "shipped"
        run([*PROGRAM, "init", str(place)], self.folder)
        run([*PROGRAM, "import", "data/observations.csv"], place)
        return place

    def _figures(self, shape: str, count: int) -> Path:
        """A file of many figures and its plan, nothing recorded."""
        place = self.folder / f"{shape}-{count}"
        many_figures.write(place, count, shape)
        fresh_store(place)
        # So that the plan is known: what it costs to read it anew belongs to another promise.
        run([*PROGRAM, "targets"], place)
        return place

    def _large_plan(self, count: int) -> Path:
        """A plan of so many indicators, with figures."""
        return many_indicators.lay_out(self.folder / f"plan-{count}", count)

    def forget_reports(self) -> None:
        """Removes the reports that were kept, so that the next one is made anew."""
        for kept in (self.folder / "cache").rglob("*.report"):
            kept.unlink()


Step = Callable[[], Used]


def paired(mine: Step, other: Step, rounds: int = ROUNDS) -> list[float]:
    """The ratios of processor time, in pairs that follow each other; one pair to warm up."""
    mine(), other()
    return [mine().cpu / other().cpu for _ in range(rounds)]


def step(place: Path, *words: str) -> Step:
    """A command of the program, in a folder."""
    return lambda: run([*PROGRAM, *words], place)


def table(found: Sequence[Measured], conditions: str) -> Iterator[str]:
    """The table in Markdown, with the conditions under which it was measured."""
    yield conditions
    yield ""
    yield "| Work | Against | Promise | Measured: median (least–most, pairs) |"
    yield "| --- | --- | --- | --- |"
    yield from (each.row for each in found)
