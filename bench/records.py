"""Working on a large record: checking, showing, taking back, copying, verifying."""

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from imports import MANY, ROUNDS_OF, needed, taken_in
from processes import PROGRAM, FailedError, Used, fresh_store, run
from promises import MILLION, ROUNDS, Places, paired, promised, step

SHOWN = 50_000


class Checks:
    """Checks of a million figures beside their import, measured once."""

    def __init__(self) -> None:
        self._found: list[tuple[Used, Used]] = []

    def of(self, place: Path) -> list[tuple[Used, Used]]:
        """Pairs: the check, and the import before it."""
        if not self._found:
            ROUNDS_OF.of(place)
            self._found = [
                (taken, run([*PROGRAM, "check"], place))
                for taken in (taken_in(place) for _ in range(ROUNDS))
            ]
        return [(check, taken) for taken, check in self._found]


CHECKS = Checks()


@promised("`check` of a million figures", "their import", 2)
def check(places: Places) -> list[float]:
    pairs = CHECKS.of(places.figures("steady", MILLION))
    return [mine.cpu / taken.cpu for mine, taken in pairs]


@promised("`check` of a million figures", "its peak of memory", 250, "MB")
def check_memory(places: Places) -> list[float]:
    pairs = CHECKS.of(places.figures("steady", MILLION))
    return [mine.megabytes for mine, _ in pairs]


@promised("`show` of 50,000 figures of one indicator", "`status` there", 2)
def show(places: Places) -> list[float]:
    place = places.figures("steady", 1)
    halves = [
        (part, date(1950, 1, 1) + timedelta(at)) for part in ("", "a=1") for at in range(SHOWN // 2)
    ]
    lines = (f"cap-quang-xa,{part},{day},{50 + day.day / 100}\n" for part, day in halves)
    head = "indicator,disaggregation,period,value\n"
    (place / "days.csv").write_text("".join([head, *lines]), "utf-8")
    taken_in(place, "days.csv")

    def anew(*words: str) -> Callable[[], Used]:
        def asked() -> Used:
            places.forget_reports()
            return run([*PROGRAM, *words], place)

        return asked

    return paired(anew("show", "cap-quang-xa"), anew("status"))


@promised("`undo` of an import of 100,000 figures", "that import", 1)
def undo(places: Places) -> list[float]:
    place = places.figures("steady", MANY)
    found = []
    for _ in range(ROUNDS + 1):
        taken = taken_in(place)
        found.append(step(place, "undo")().cpu / taken.cpu)
    return found[1:]


@promised("verifying the chain and every row of a million figures", "reading the rows", 2.5)
def verified(places: Places) -> list[float]:
    from cdstrack.store.verification import verify

    place = places.figures("steady", MILLION)
    ROUNDS_OF.of(place)
    store = place / "data/cdstrack.db"
    if problems := verify(store).problems:
        raise FailedError(f"the record contradicts itself: {problems[:3]}")
    return [_worked(lambda: verify(store)) / _worked(lambda: _read(store)) for _ in range(ROUNDS)]


def _worked(what: Callable[[], object]) -> float:
    """The seconds of work that it takes, whatever else the machine does."""
    began = time.process_time()
    what()
    return time.process_time() - began


def _read(store: Path) -> None:
    """Every row of every figure, as tuples."""
    from cdstrack.store.connection import open_file

    with closing(open_file(store)) as file:
        for _ in file.execute("SELECT * FROM observation"):
            pass


_COPIED = "`sqlite3 .backup` and its integrity check"


@promised("`backup` of 100,000 figures, verified", _COPIED)
def backup(places: Places) -> list[float]:
    place = places.figures("steady", MANY)
    taken_in(place)
    return paired(lambda: _backed_up(place), lambda: _shell_copy(place))


@promised("`restore` of 100,000 figures, verified", _COPIED)
def restore(places: Places) -> list[float]:
    place = places.figures("steady", MANY)
    taken_in(place)
    _backed_up(place)

    def restored() -> Used:
        fresh_store(place)
        (copy,) = (place / "copies").iterdir()
        return run([*PROGRAM, "restore", str(copy)], place)

    return paired(restored, lambda: _shell_copy(place))


def _backed_up(place: Path) -> Used:
    shutil.rmtree(place / "copies", ignore_errors=True)
    (place / "copies").mkdir()
    return run([*PROGRAM, "backup", "copies"], place)


def _shell_copy(place: Path) -> Used:
    (place / "other.db").unlink(missing_ok=True)
    asked = [".backup other.db", "PRAGMA integrity_check"]
    return run([needed("sqlite3"), "data/cdstrack.db", *asked], place)
