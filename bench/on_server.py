"""The same record on a PostgreSQL server of its own, against the file; by wall time, of both sides."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from imports import MANY, taken_in
from processes import PROGRAM, Used, run
from promises import ROUNDS, NotMeasuredError, Places, promised

if TYPE_CHECKING:
    from tests.server import TestServer


@contextmanager
def _server() -> Iterator["TestServer"]:
    # The tests' own server lies beside this folder, which is no package.
    sys.path.append(str(Path(__file__).resolve().parent.parent))
    try:
        from tests.server import find_program, running_server
    except ImportError as error:
        raise NotMeasuredError(
            f"{error.name} is not installed (pip install -e '.[dev]')"
        ) from error
    if find_program("initdb") is None:
        raise NotMeasuredError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with running_server() as server:
        yield server


def _on_server(server: "TestServer", place: Path) -> Used:
    """The figures into an empty record on the server."""
    address = server.url(server.emptied_database())
    run([*PROGRAM, "init"], place, CDSTRACK_DB=address)
    return _taken_in(address, place)


def _taken_in(address: str, place: Path) -> Used:
    return run([*PROGRAM, "import", "figures.csv"], place, CDSTRACK_DB=address)


@promised("`import` of 100,000 figures into PostgreSQL, by wall time", "the same into SQLite", 2)
def copied(places: Places) -> list[float]:
    place = places.figures("steady", MANY)
    with _server() as server:
        found = [
            _on_server(server, place).seconds / taken_in(place).seconds for _ in range(ROUNDS + 1)
        ]
    return found[1:]


@promised("`status` of 100,000 figures in PostgreSQL, by wall time", "the same in SQLite")
def status(places: Places) -> list[float]:
    place = places.figures("steady", MANY)
    taken_in(place)
    found = []
    with _server() as server:
        address = server.url(server.new_database())
        run([*PROGRAM, "init"], place, CDSTRACK_DB=address)
        _taken_in(address, place)
        for _ in range(ROUNDS + 1):
            places.forget_reports()
            there = run([*PROGRAM, "status"], place, CDSTRACK_DB=address)
            found.append(there.seconds / run([*PROGRAM, "status"], place).seconds)
    return found[1:]
