"""The chain: a digest for each submission, over the one before it and over all rows it added.

Owns the canonical form that is digested. Its first line is the form's version; then come the
submission and its rows as JSON arrays, one a line, by table and id, each in the released order of
its columns. Texts stand as they are stored, numbers in millionths. The database writes the arrays,
so that a million rows cost little more than reading them, and bytes that are no text do no harm;
PostgreSQL writes the same ones as SQLite. Only of figures on their way to a server does this
program write them, while the server is at work.

A chain without a key proves a record only against a digest that was printed or kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import dropwhile, groupby, islice, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from cdstrack.store.connection import Connection, as_bytes, only_row, stream
from cdstrack.store.schema.columns import TABLES, insertion
from cdstrack.store.server.connection import ServerConnection

if TYPE_CHECKING:
    from hashlib import _Hash

FORM = "1"
"""The version of the canonical form."""
NO_DIGEST = "0" * 64
"""What stands for the digest before the first submission."""
CHAINED_SINCE = 2
"""The version of the schema that brought the chain."""
COLUMNS = {
    table: columns for table, columns in TABLES.items() if table not in {"plan_version", "chain"}
}
"""The tables whose rows belong to a submission, and their columns in the order of the form."""
_FIGURES = "observation"
_OWNERS = {"submission": "id", "database_user": "sealed_in"}
_AT_ONCE = 2000
_Line = bytes | str


class Link(NamedTuple):
    """A submission with the digest that its rows have now, and the one kept when it was made.

    `kept` is None where the chain has none; `fits` says whether both are the same.
    """

    submission: int
    now: str
    kept: str | None

    @property
    def fits(self) -> bool:
        """Whether nothing of the submission was changed."""
        return self.now == self.kept


def owner(table: str) -> str:
    """The column that names the submission with whose digest a row is sealed."""
    return _OWNERS.get(table, "submission")


def line_of(table: str, connection: Connection) -> str:
    """SQL for a row's line in the canonical form: bytes from a file, text from a server."""
    if isinstance(connection, ServerConnection):
        items = (f"coalesce(to_json({column})::text, 'null')" for column in COLUMNS[table])
        return f"'[' || concat_ws(',', {', '.join(items)}) || E']\\n'"
    return f"CAST({_array(table)} AS BLOB)"


def _array(table: str) -> str:
    return f"json_array({', '.join(COLUMNS[table])}) || char(10)"


def tables_of(connection: Connection) -> list[str]:
    """The tables of the form that the store has: an older version of the schema lacks the last."""
    if isinstance(connection, ServerConnection):
        return list(COLUMNS)
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    there = {name for (name,) in names}
    return [table for table in COLUMNS if table in there]


def append_link(
    connection: Connection, submission: int, begun: "BegunDigest | None" = None
) -> None:
    """Adds the digest of the latest submission, whose rows are all there.

    What was begun while its figures went to a server is ended.
    """
    if begun is None:
        digest = _begun_after(_last_digest(connection))
        _go_on(digest, _lines(connection, submission, COLUMNS), _at_once(connection))
    else:
        digest = begun.with_the_rest()
    connection.execute(insertion("chain"), (submission, digest.hexdigest()))


class BegunDigest:
    """The digest of a submission that is being added to a server; it has its row there already.

    To ask for the lines of its figures again would take a third of the time of an import. Were
    the server to keep something else than it is sent, the digest would tell.
    """

    def __init__(self, connection: ServerConnection, submission: int) -> None:
        self._connection = connection
        self._submission = submission
        self._digest = _begun_after(_last_digest(connection))
        self._continue(takewhile(_FIGURES.__ne__, COLUMNS))

    def add(self, lines: str) -> None:
        """Goes on with the figures that follow, in the canonical form."""
        self._digest.update(lines.encode())

    def with_the_rest(self) -> "_Hash":
        """The whole digest, when everything is added."""
        self._continue(islice(dropwhile(_FIGURES.__ne__, COLUMNS), 1, None))
        return self._digest

    def _continue(self, tables: Iterable[str]) -> None:
        _go_on(self._digest, _lines(self._connection, self._submission, tables))


def _last_digest(connection: Connection) -> str:
    last = connection.execute("SELECT digest FROM chain ORDER BY submission DESC LIMIT 1")
    found = last.fetchone()
    return str(found[0]) if found else NO_DIGEST


def seal(connection: apsw.Connection) -> None:
    """Gives a store from before the chain its digests, and notes when; keeps an empty one so.

    The instant is the computer's, whatever `CDSTRACK_TODAY` says: it vouches for what came before.
    """
    connection.execute(
        "INSERT INTO chain_start (submission, at)"
        " SELECT max(id), strftime('%Y-%m-%dT%H:%M:%f000Z', 'now') FROM submission HAVING max(id)"
    )
    previous = NO_DIGEST
    kept = []
    for submission, lines in _by_submission(connection):
        previous = _digest(previous, lines)
        kept.append((submission, previous))
    connection.executemany(insertion("chain"), kept)


def links(connection: Connection) -> Iterator[Link]:
    """Every submission with its digests, in order.

    Each is computed from the digest that is kept for the one before, so that what was changed in
    one submission makes only that one misfit. A digest whose submission is gone comes last.

    Raises:
        apsw.Error: The file is damaged, or a column holds what no text or number is.
    """
    digest = as_bytes("digest", connection)
    found = connection.execute(f"SELECT submission, {digest} FROM chain")  # noqa: S608 - our names
    # A damaged page may hold a row without a digest, though the table lets none in.
    kept = {submission: str(raw or b"", errors="replace") for submission, raw in found}
    previous = NO_DIGEST
    for submission, lines in _by_submission(connection):
        now = _digest(previous, lines)
        yield Link(submission, now, kept.get(submission))
        previous = kept.pop(submission, "") or now
    for submission, digest in kept.items():
        yield Link(submission, "", digest)


def fits(connection: Connection, submission: int) -> bool:
    """Whether the rows of a submission are those that its digest was made of."""
    kept = connection.execute(
        "SELECT submission, digest FROM chain WHERE submission <= ?"
        " ORDER BY submission DESC LIMIT 2",
        (submission,),
    ).fetchall()
    if not kept or kept[0][0] != submission:
        return False
    before = str(kept[1][1]) if kept[1:] else NO_DIGEST
    lines = _lines(connection, submission, COLUMNS)
    return _digest(before, lines, _at_once(connection)) == str(kept[0][1])


def _at_once(connection: Connection) -> int:
    """How many lines are digested together: those of a file come together already."""
    return _AT_ONCE if isinstance(connection, ServerConnection) else 1


def _digest(before: str, lines: Iterable[_Line], at_once: int = _AT_ONCE) -> str:
    digest = _begun_after(before)
    _go_on(digest, lines, at_once)
    return digest.hexdigest()


def _begun_after(before: str) -> "_Hash":
    return sha256(f"{before}\n{FORM}\n".encode())


def _go_on(digest: "_Hash", lines: Iterable[_Line], at_once: int = _AT_ONCE) -> None:
    rows = iter(lines)
    while batch := list(islice(rows, at_once)):
        digest.update(_joined(batch))


def _joined(lines: list[Any]) -> bytes:
    return b"".join(lines) if isinstance(lines[0], bytes) else "".join(lines).encode()


def _lines(connection: Connection, submission: int, tables: Iterable[str]) -> Iterator[_Line]:
    """The lines of one submission, which may be very many; some may come together as one."""
    for table in tables:
        if table == _FIGURES and not isinstance(connection, ServerConnection):
            yield from _blocks(connection, submission)
            continue
        found = stream(
            connection,
            f"SELECT {line_of(table, connection)} FROM {table}"  # noqa: S608 - our names
            f" WHERE {owner(table)} = ? ORDER BY {COLUMNS[table][0]}",
            (submission,),
        )
        yield from map(itemgetter(0), found)


def _blocks(connection: apsw.Connection, submission: int) -> Iterator[bytes]:
    """The figures of one submission in a file, some hundred lines at a time."""
    end = "SELECT {0}(id) FROM observation WHERE submission = ?"
    first, last = (
        only_row(connection, end.format(which), (submission,))[0] or 0 for which in ("min", "max")
    )
    # Along the ids: going from the index of submissions to each row would take as long again.
    lines = (
        f"SELECT {_array('observation')} AS line FROM observation"  # noqa: S608 - our names
        " WHERE id BETWEEN ? AND ? AND +submission = ? ORDER BY id"
    )
    together = f"SELECT CAST(group_concat(line, '') AS BLOB) FROM ({lines})"  # noqa: S608 - ours
    for begin in range(first, last + 1, _AT_ONCE):
        ids = (begin, min(begin + _AT_ONCE - 1, last))
        (block,) = only_row(connection, together, (*ids, submission))
        yield block or b""


_Group = tuple[int, Iterator[tuple[int, _Line]]]


def _by_submission(connection: Connection) -> Iterator[tuple[int, Iterator[_Line]]]:
    """Each submission with its lines; each must be read before the next one is asked for."""
    beside = (table for table in tables_of(connection) if table != "submission")
    tables = [_grouped(connection, table) for table in beside]
    waiting = [next(table, None) for table in tables]
    for submission, lines in _grouped(connection, "submission"):
        yield submission, _merged(submission, lines, tables, waiting)


def _grouped(connection: Connection, table: str) -> Iterator[_Group]:
    found = stream(
        connection,
        f"SELECT {owner(table)}, {line_of(table, connection)} FROM {table}"  # noqa: S608 - our names
        f" ORDER BY {owner(table)}, {COLUMNS[table][0]}",
    )
    # A damaged row may belong to nothing, or to what is no number: the submission that lacks it tells.
    for submission, lines in groupby(found, key=itemgetter(0)):
        if isinstance(submission, int):
            yield submission, lines


def _merged(
    submission: int,
    own: Iterator[tuple[int, _Line]],
    tables: list[Iterator[_Group]],
    waiting: list[_Group | None],
) -> Iterator[_Line]:
    yield from map(itemgetter(1), own)
    for at, table in enumerate(tables):
        # Rows of a submission that is not there are passed over: the references tell of them.
        while (group := waiting[at]) is not None and group[0] < submission:
            waiting[at] = next(table, None)
        if group is not None and group[0] == submission:
            yield from map(itemgetter(1), group[1])
            waiting[at] = next(table, None)
