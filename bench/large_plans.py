"""A plan of 2,300 indicators with figures, against one of 100."""

from pathlib import Path

from processes import PROGRAM, Used, run
from promises import Places, paired, promised, step


@promised("`status` asked for again, 2,300 indicators", "the same of 100", 1.6)
def again(places: Places) -> list[float]:
    large, small = places.large_plan(2300), places.large_plan(100)
    return paired(step(large, "status"), step(small, "status"))


@promised("`status` the first time, 2,300 indicators", "the same of 100")
def first(places: Places) -> list[float]:
    def anew(place: Path) -> Used:
        places.forget_reports()
        return run([*PROGRAM, "status"], place)

    large, small = places.large_plan(2300), places.large_plan(100)
    return paired(lambda: anew(large), lambda: anew(small))
