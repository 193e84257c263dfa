"""The state of a store: equal states mean that nothing at all has changed.

Owns what belongs to it: the last submission, the head of the chain, and what changes in the file
itself with every write, whoever writes. A figure changed behind this program's back leaves the
chain's head as it is, but not the file.
"""

import os
from pathlib import Path

from cdstrack.store.address import Address
from cdstrack.store.ledger import open_reader

State = tuple[object, ...]
_HEADER_BYTES = 100
_VERSIONS, _ROLLBACK = slice(18, 20), b"\x01\x01"
"""How the file may be read and written: with a rollback journal."""
_COUNTER, _WRITTEN_BY = slice(24, 28), slice(92, 100)
"""The first is raised by SQLite with every transaction that changes the file."""


def state_of(store: Address) -> State | None:
    """The state; None where it cannot be known.

    That is so on a server, whose tables its administrator may change without a trace that a reader
    could see, and for a file whose changes wait beside it (write-ahead log).

    Raises:
        StoreUnusableError: The store cannot be read, or another program is just writing to it: what
            only saves work is not waited for.
    """
    if not isinstance(store, Path):
        return None
    try:
        opened = store.open("rb") if store.is_file() else None
    except OSError:
        return None
    if opened is None:
        return None
    # Closing any handle of a file ends the locks that SQLite holds on it: this one is closed last.
    with opened as file, open_reader(store, wait=0) as ledger:
        last, header, found = ledger.knowledge(), file.read(_HEADER_BYTES), os.fstat(file.fileno())
        head = None if last is None else ledger.digest(last.id)
    if header[_VERSIONS] != _ROLLBACK:
        return None
    return (
        *(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns),
        *(header[_COUNTER].hex(), header[_WRITTEN_BY].hex()),
        *(None if last is None else (last.id, last.at.isoformat()), head),
    )
