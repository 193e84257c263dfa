"""Files that no report may take the place of: the plan, the store, any SQLite file.

Owns how such a file is told, whatever name leads to it. Knows neither the options nor the plan's
text; which plan and store are in use is given.
"""

from contextlib import suppress
from pathlib import Path

from cdstrack.core.problem import Problem, RefusedError

_SQLITE = b"SQLite format 3\0"
_BESIDE = ("", "-journal", "-wal", "-shm")
"""What SQLite puts behind a file's name; a report under such a name would be taken for its own."""


def refuse_precious(output: Path, plan: Path | None, store: Path) -> None:
    """Refuses an output that is the plan or the store in use, or any other SQLite file.

    Links are followed. The names of a store that does not exist are kept free for it.

    Raises:
        RefusedError: CDS026.
    """
    kind = _kind(output, plan, store)
    if kind:
        raise RefusedError(Problem("CDS026", {"file": str(output), kind: "yes"}))


def _kind(output: Path, plan: Path | None, store: Path) -> str:
    if plan is not None and _same(output, plan):
        return "plan"
    whole = store.resolve()
    if any(_same(output, whole.with_name(f"{whole.name}{end}")) for end in _BESIDE):
        return "store"
    return "database" if _is_database(output) else ""


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        if one.samefile(other):
            return True
    return one.resolve() == other.resolve()


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
    return False
