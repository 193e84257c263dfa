"""Copies the whole record from one store to another, whichever databases they are.

A copy has the ids, instants and digests of the original. It is written only where nothing has been
recorded yet, and kept only if its chain fits when it is computed again.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

import apsw

from cdstrack.core.problem import Problem
from cdstrack.store.address import Address, Server, unusable
from cdstrack.store.backup import FOLDER, copies_in, copy_named, free_name, time_label
from cdstrack.store.chain import links
from cdstrack.store.connection import (
    Connection,
    connect,
    explained,
    immediate,
    only_row,
    snapshot,
    stream,
)
from cdstrack.store.filesystem import named, new_file
from cdstrack.store.ledger import open_reader
from cdstrack.store.migrations import apply, make_on_server
from cdstrack.store.row_checks import sealed_texts
from cdstrack.store.schema import STEPS
from cdstrack.store.schema.columns import TABLES, insertion
from cdstrack.store.server import connection as server
from cdstrack.store.server.connection import ServerConnection
from cdstrack.store.server.lines import COPY
from cdstrack.store.version_check import (
    check_server_version,
    check_version,
    refuse_missing,
    refuse_other_version,
)
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.problems.sentences import sentence


def copy_store(source: Address, target: Address) -> None:
    """Copies the record into a store that is empty, or is made for it.

    Raises:
        StoreUnusableError: CDS445, something has been recorded in the target already; or the
            original cannot be read or does not prove itself, or the target cannot be written.
    """
    with _system_named(target), _reading(source) as original, _empty(target) as copy:
        with explained(source), copy_named(target):
            try:
                _copy_rows(original, copy)
            except Exception as error:
                if _is_refused(error):  # the original says where a row is missing or too much
                    _refuse_unproven(original, source)
                raise
        _refuse_unproven(copy, source)


def back_up_server(place: Server, at: datetime, beside: Path, folder: Path | None = None) -> Path:
    """A copy of the record on a server as a file, named by the instant, and where it is.

    Args:
        place: The record.
        at: The instant.
        beside: The file that the record would be, whose name the copy gets.
        folder: Where to; the folder `backups` beside it unless named.

    Raises:
        StoreUnusableError: The record cannot be read or does not prove itself, or the copy cannot
            be written.
    """
    with open_reader(place):
        pass  # a folder is made only for a record that is there
    if folder is None:
        with named(beside.parent):
            beside.parent.mkdir(exist_ok=True)
    with copies_in(beside.parent / FOLDER if folder is None else folder) as into:
        to = free_name(beside, time_label(at), into)
        copy_store(place, to)
    return to


def _system_named(target: Address) -> AbstractContextManager[None]:
    return nullcontext() if isinstance(target, Server) else named(target)


@contextmanager
def _reading(source: Address) -> Iterator[Connection]:
    """One unchanging state of a store of this program's version."""
    if isinstance(source, Server):
        with closing(server.snapshot(source)) as there:
            refuse_other_version(there)
            yield there
        return
    refuse_missing(source)
    with closing(snapshot(source)) as file:
        with explained(source):
            version = check_version(source, file)
        if version < len(STEPS):
            raise unusable("CDS406", source, found=version, known=len(STEPS))
        yield file


@contextmanager
def _empty(target: Address) -> Iterator[Connection]:
    """A transaction that fills an empty store; what does not exist is made with it."""
    if isinstance(target, Server):
        with closing(server.connect(target)) as there, explained(target), server.writing(there):
            if not check_server_version(there):
                make_on_server(there)
            refuse_other_version(there)
            _refuse_full(there, target)
            there.execute("SET LOCAL cdstrack.copying = 'on'")
            yield there
    elif target.exists():
        refuse_missing(target)  # a folder, a pipe
        with explained(target), closing(connect(target, write=True)) as file, immediate(file):
            if check_version(target, file) < len(STEPS):
                raise unusable("CDS406", target, found=0, known=len(STEPS))
            _refuse_full(file, target)
            yield file
    else:
        with new_file(target) as new, explained(target), closing(connect(new, write=True)) as file:
            apply(file)
            with immediate(file):
                yield file


def _refuse_full(store: Connection, target: Address) -> None:
    (count,) = only_row(store, "SELECT count(*) FROM submission")
    if count:
        raise unusable("CDS445", target, count=count)


def _copy_rows(original: Connection, copy: Connection) -> None:
    for table, columns in TABLES.items():
        rows = stream(original, f"SELECT {', '.join(columns)} FROM {table} ORDER BY {columns[0]}")  # noqa: S608 - our names
        if isinstance(copy, ServerConnection):
            copy.copy(table, columns, map(COPY.line, rows))
        else:
            copy.executemany(insertion(table), rows)


def _is_refused(error: Exception) -> bool:
    """Whether a rule or a guard of the copy has let a row not in."""
    state = str(getattr(error, "sqlstate", ""))
    return isinstance(error, apsw.ConstraintError) or state.startswith(("23", server.REFUSED))


def _refuse_unproven(store: Connection, source: Address) -> None:
    """Refuses what the chain or a SHA-256 of a text speaks against.

    Raises:
        StoreUnusableError: CDS416.
    """
    for link in links(store):
        if not link.fits:
            raise unusable("CDS416", source, detail=_misfit(link.submission))
    for problem in sealed_texts(store):
        raise unusable(
            "CDS416", source, detail=Pair(sentence(problem, "vi"), sentence(problem, "en"))
        )


def _misfit(submission: int) -> Pair:
    problem = Problem("CDS430", {"act": str(submission), "others": ""})
    return Pair(sentence(problem, "vi"), sentence(problem, "en"))
