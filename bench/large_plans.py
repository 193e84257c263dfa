"""A plan of 2,300 indicators with figures, against one of 100."""

from pathlib import Path

from processes import PROGRAM, Used, run
from promises import Places, paired, promised, step


@promised("`status` asked for again, 2,300 indicators", "the same of 100", 1.6)
def again(places: Places) -> list[float]:
    large, small = places.large_plan(2300), places.large_plan(100)
    return paired(step(large, "status"), step(small, "status"))


@promised("`status` the first time, 2,300 indicators", "the same of 100", 5)
def first(places: Places) -> list[float]:
    return _anew(places, "status")


@promised("`gaps` the first time, 2,300 indicators", "the same of 100")
def first_gaps(places: Places) -> list[float]:
    return _anew(places, "gaps")


def _anew(places: Places, command: str) -> list[float]:
    def made(place: Path) -> Used:
        places.forget_reports()
        return run([*PROGRAM, command], place)

    large, small = places.large_plan(2300), places.large_plan(100)
    return paired(lambda: made(large), lambda: made(small))
