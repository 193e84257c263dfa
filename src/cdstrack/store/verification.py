"""Verifies the record: recomputes the chain, and lists every row that contradicts itself.

Owns what `check`, `doctor`, `backup` and `restore` mean by a record that nobody changed.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw

from cdstrack.core.problem import Problem, Severity
from cdstrack.store.address import Address, Server, unusable
from cdstrack.store.chain import links
from cdstrack.store.connection import Connection, explained, open_file
from cdstrack.store.integrity import faults, server_faults
from cdstrack.store.row_checks import garbled_texts, row_problems
from cdstrack.store.rows import kept_values, mapping
from cdstrack.store.schema import STEPS
from cdstrack.store.sealed_rows import COLUMNS, owner
from cdstrack.store.server import connection as server
from cdstrack.store.version_check import refuse_other_version
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.problems.os_errors import both, faults_told
from cdstrack.words.problems.sentences import sentence

_DOUBTFUL = {"CDS433", "CDS434"}
"""What somebody has to look at, but no proof that a row was changed: that is the chain's."""
_LEAST, _WHOLE = 12, 64
"""The fewest digits of a head that is asked for, and all of them."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What the verification found.

    `head` is the digest of the last submission and `count` how many there are; `sealed_at` says
    when the first `sealed` of them got their digests, where that was later than they were made.
    `misfits` are the submissions whose rows are not what their digests say. Of a `damaged` file
    nothing else is known.
    """

    problems: tuple[Problem, ...]
    head: str | None = None
    count: int = 0
    sealed: int = 0
    sealed_at: datetime | None = None
    misfits: tuple[int, ...] = ()
    damaged: bool = False


def verify(path: Address) -> Verified:
    """Computes the chain of the store again and looks at every row.

    What is damaged is a problem in the answer, wherever it lies.

    Raises:
        StoreUnusableError: The file cannot be opened.
    """
    if isinstance(path, Server):
        with explained(path), closing(server.snapshot(path)) as there:
            refuse_other_version(there)
            return _verified(there)
    with (
        explained(path),
        closing(open_file(path)) as file,
    ):
        try:
            file.execute("BEGIN")
            return _verified(file)
        except (apsw.Error, UnicodeDecodeError) as error:
            return Verified((_damaged(file, path, error),), damaged=True)


def _verified(store: Connection) -> Verified:
    chain = list(links(store))
    rows = tuple(row_problems(store))
    sealed = store.execute("SELECT submission, at FROM chain_start").fetchone()
    misfits = tuple(link.submission for link in chain if not link.fits)
    told = (_misfit(misfits),) if misfits else ()
    own = [link for link in chain if link.now or link.kept]
    head = own[-1].kept if own else None
    return Verified((*told, *rows), head, len(own), *_sealed(sealed), misfits)


def structure_problems(path: Address) -> list[Problem]:
    """What is wrong with the file's pages, references and guards: CDS403 or CDS415, or nothing.

    Raises:
        StoreUnusableError: The file cannot be read at all.
    """
    with explained(path):
        found = server_faults(path) if isinstance(path, Server) else faults(path, STEPS)
    if not found:
        return []
    tampered = found[0].split(":")[0] in {"missing", "changed", "added"}
    facts = {"path": str(path), **both("detail", faults_told(found))}
    return [Problem("CDS415" if tampered else "CDS403", facts, Severity.WARNING)]


def told_against(path: Address) -> Pair | None:
    """The first thing that speaks against a copy, in words; None for a record that is whole.

    Raises:
        StoreUnusableError: The file cannot be read at all.
    """
    for problem in verify(path).problems:
        if problem.code not in _DOUBTFUL:
            return Pair(sentence(problem, "vi"), sentence(problem, "en"))
    return None


def find_head(path: Address, digits: str) -> tuple[int | None, Verified]:
    """The submission up to which the record is the one that a printed head vouches for.

    Args:
        path: The store.
        digits: The head, 12 to 64 hexadecimal digits in small letters.

    Raises:
        StoreUnusableError: The file cannot be opened, or is damaged.
    """
    found = verify(path)
    with explained(path), closing(_opened(path)) as store:
        kept = store.execute(
            "SELECT submission FROM chain WHERE substr(digest, 1, ?) = ?", (len(digits), digits)
        ).fetchone()
    return (kept[0] if kept else None), found


def _opened(path: Address) -> Connection:
    if isinstance(path, Server):
        return server.snapshot(path)
    return open_file(path)


def is_head(digits: str) -> bool:
    """Whether a text can be a head or the beginning of one."""
    return _LEAST <= len(digits) <= _WHOLE and set(digits) <= set("0123456789abcdef")


def _sealed(row: tuple[int, str] | None) -> tuple[int, datetime | None]:
    try:
        return (0, None) if row is None else (row[0], kept_values.instant_of(row[1]))
    except mapping.UNREADABLE:
        return 0, None


def _misfit(misfits: tuple[int, ...]) -> Problem:
    others = str(len(misfits) - 1) if len(misfits) > 1 else ""
    return Problem("CDS430", {"act": str(misfits[0]), "others": others}, Severity.WARNING)


def _damaged(file: apsw.Connection, path: Path, error: Exception) -> Problem:
    """The row with a column that no text or number is in, else what SQLite says of the file."""
    if isinstance(error, UnicodeDecodeError):
        for problem in garbled_texts(file):
            return problem
    for number, act, table in _blobs(file):
        facts = {"id": number, "act": act, "table": table, "column": "", "value": "BLOB"}
        return Problem("CDS436", {k: str(v) for k, v in facts.items()}, Severity.WARNING)
    worded = unusable("CDS403", path, detail=error).problems[0]
    return Problem(worded.code, worded.facts, Severity.WARNING)


def _blobs(file: apsw.Connection) -> Iterator[tuple[object, object, str]]:
    for table, columns in COLUMNS.items():
        has_blob = " OR ".join(f"typeof({column}) = 'blob'" for column in columns)
        try:
            found = file.execute(
                f"SELECT {columns[0]}, {owner(table)} FROM {table}"  # noqa: S608 - our names
                f" WHERE {has_blob} LIMIT 1"
            ).fetchone()
        except apsw.Error:
            return
        if found:
            yield *found, table
