"""The chain: a digest for each submission, over the one before it and over all rows it added.

What is digested begins with the digest before and the version of the canonical form; the lines that
follow are those of `cdstrack.store.sealed_rows`.

A chain without a key proves a record only against a digest that was printed or kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from cdstrack.store.connection import Connection, as_bytes
from cdstrack.store.schema.columns import insertion
from cdstrack.store.sealed_rows import COLUMNS, FIGURES, Line, by_submission, lines_of
from cdstrack.store.server.connection import ServerConnection

if TYPE_CHECKING:
    from hashlib import _Hash

FORM = "1"
"""The version of the canonical form."""
NO_DIGEST = "0" * 64
"""What stands for the digest before the first submission."""
CHAINED_SINCE = 2
"""The version of the schema that brought the chain."""
_AT_ONCE = 2000


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


def append_link(
    connection: Connection, submission: int, begun: "BegunDigest | None" = None
) -> None:
    """Adds the digest of the latest submission, whose rows are all there.

    What was begun while its figures went to a server is ended.
    """
    if begun is None:
        digest = _begun_after(_last_digest(connection))
        _go_on(digest, lines_of(connection, submission, COLUMNS), _at_once(connection))
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
        self._continue(takewhile(FIGURES.__ne__, COLUMNS))

    def add(self, lines: str) -> None:
        """Goes on with the figures that follow, in the canonical form."""
        self._digest.update(lines.encode())

    def with_the_rest(self) -> "_Hash":
        """The whole digest, when everything is added."""
        self._continue(islice(dropwhile(FIGURES.__ne__, COLUMNS), 1, None))
        return self._digest

    def _continue(self, tables: Iterable[str]) -> None:
        _go_on(self._digest, lines_of(self._connection, self._submission, tables))


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
    for submission, lines in by_submission(connection, set()):
        previous = _digest(previous, lines)
        kept.append((submission, previous))
    connection.executemany(insertion("chain"), kept)


def links(connection: Connection) -> Iterator[Link]:
    """Every submission with its digests, in order.

    Each is computed from the digest that is kept for the one before, so that what was changed in
    one submission makes only that one misfit. What is there of a submission that is gone comes last:
    its digest, or rows alone.

    Raises:
        apsw.Error: The file is damaged, or a column holds what no text or number is.
    """
    digest = as_bytes("digest", connection)
    found = connection.execute(f"SELECT submission, {digest} FROM chain")  # noqa: S608 - our names
    # A damaged page may hold a row without a digest, though the table lets none in.
    kept = {submission: str(raw or b"", errors="replace") for submission, raw in found}
    previous = NO_DIGEST
    strays: set[int] = set()
    for submission, lines in by_submission(connection, strays):
        now = _digest(previous, lines)
        yield Link(submission, now, kept.get(submission))
        previous = kept.pop(submission, "") or now
    for submission, digest in kept.items():
        yield Link(submission, "", digest)
    for submission in sorted(strays - kept.keys()):
        yield Link(submission, "", None)


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
    lines = lines_of(connection, submission, COLUMNS)
    return _digest(before, lines, _at_once(connection)) == str(kept[0][1])


def _at_once(connection: Connection) -> int:
    """How many lines are digested together: those of a file come together already."""
    return _AT_ONCE if isinstance(connection, ServerConnection) else 1


def _digest(before: str, lines: Iterable[Line], at_once: int = _AT_ONCE) -> str:
    digest = _begun_after(before)
    _go_on(digest, lines, at_once)
    return digest.hexdigest()


def _begun_after(before: str) -> "_Hash":
    return sha256(f"{before}\n{FORM}\n".encode())


def _go_on(digest: "_Hash", lines: Iterable[Line], at_once: int = _AT_ONCE) -> None:
    rows = iter(lines)
    while batch := list(islice(rows, at_once)):
        digest.update(_joined(batch))


def _joined(lines: list[Any]) -> bytes:
    return b"".join(lines) if isinstance(lines[0], bytes) else "".join(lines).encode()
