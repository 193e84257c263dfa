"""How the cost of commands grows with the record, from ten thousand to a million figures."""

from collections.abc import Callable
from math import log
from pathlib import Path
from statistics import fmean

from imports import taken_in
from processes import PROGRAM, run
from promises import MILLION, Measure, Places, promised

SIZES = (MILLION // 100, MILLION // 10, MILLION)
SHOWN = "cap-quang-xa"
COMMANDS = {
    "check": ("check",),
    "show": ("show", SHOWN),
    "export": ("export", "grown.csv"),
    "undo": ("undo",),
    "summary": ("summary",),
    "log": ("log",),
}
"""What is measured, in this order, on one record of each size; taking it back comes last."""
_ORDER = sorted(COMMANDS, key=lambda name: name == "undo")


class Growth:
    """The processor time of each command on records of each size, measured once."""

    def __init__(self) -> None:
        self._found: dict[str, list[float]] = {}

    def of(self, places: Places) -> dict[str, list[float]]:
        """By command, its times from the smallest record to the largest."""
        if not self._found:
            grown = [self._on(places.figures("steady", size), places) for size in SIZES]
            self._found = {name: [times[name] for times in grown] for name in COMMANDS}
        return self._found

    def _on(self, place: Path, places: Places) -> dict[str, float]:
        taken_in(place)
        times = {}
        for name in _ORDER:
            places.forget_reports()
            (place / "grown.csv").unlink(missing_ok=True)
            times[name] = run([*PROGRAM, *COMMANDS[name]], place).cpu
        return times


GROWTH = Growth()


def exponent(times: list[float]) -> float:
    """The slope of the line of least squares through the logarithms of sizes and times.

    >>> round(exponent([1.0, 10.0, 100.0]), 2)
    1.0
    """
    across, up = [log(size) for size in SIZES], [log(time) for time in times]
    middle, height = fmean(across), fmean(up)
    products = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return products / sum((x - middle) ** 2 for x in across)


def _of(name: str) -> Callable[[Measure], Measure]:
    return promised(f"`{name}`: growth with the figures", "10,000 to 1,000,000", 1.05, "power")


def _grows(name: str) -> Measure:
    def measure(places: Places) -> list[float]:
        return [exponent(GROWTH.of(places)[name])]

    measure.__module__, measure.__name__ = __name__, f"growth_of_{name}"
    return measure


for _name in COMMANDS:
    _of(_name)(_grows(_name))
