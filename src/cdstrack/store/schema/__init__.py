"""The tables, and the released versions of the schema with the steps between them.

A version is a file of SQL beside this module. Once released it is never edited; what changes is
the tables of `cdstrack.store.schema.tables` and a further file, which leads to them.
"""

from pathlib import Path

import apsw

Steps = tuple[tuple[str, ...], ...]


def _statements(file: str) -> tuple[str, ...]:
    """The statements of a file, without its comment lines; a trigger holds semicolons of its own."""
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines(keepends=True)
    found, begun = [], ""
    for line in lines:
        begun += "" if line.startswith("--") else line
        if apsw.complete(begun):
            found.append(begun.removesuffix(";\n"))
            begun = ""
    return tuple(found)


STEPS: Steps = tuple(_statements(f"version_{number}.sql") for number in range(1, 8))
"""Step `n` leads from version `n` to version `n + 1`."""
FIRST_ON_SERVER = 4
"""The version with which stores on PostgreSQL begin; they have the same versions as files from there."""


def server_step(number: int) -> str:
    """The SQL that leads to a version on PostgreSQL, the first one from nothing."""
    return (Path(__file__).parent / f"postgresql_{number}.sql").read_text(encoding="utf-8")
