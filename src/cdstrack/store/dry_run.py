"""A temporary copy of the store for a dry run, deleted at its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cdstrack.store.address import WAIT, Address, Server
from cdstrack.store.backup import copy_pages
from cdstrack.store.connection import explained
from cdstrack.store.copying import copy_store
from cdstrack.store.ledger import Ledger, open_reader, open_writer


@contextmanager
def open_trial(path: Address, *, wait: float = WAIT) -> Iterator[Ledger]:
    """Opens a copy of the store for writing; the store itself is only read.

    Raises:
        StoreUnusableError: The store is missing, locked, damaged, of another program, or of
            another version than this program's.
    """
    with open_reader(path, wait=wait):
        pass
    with TemporaryDirectory(prefix="cdstrack-") as folder:
        copy = Path(folder) / "cdstrack.db"
        if isinstance(path, Server):
            copy_store(path, copy)
        else:
            with explained(path, wait):
                copy_pages(path, copy, wait)
        with open_writer(copy, wait=wait) as ledger:
            yield ledger
