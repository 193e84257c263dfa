"""A store to back up, restore or damage."""

from pathlib import Path

import pytest
from tests.record.kept_store import keep

from cdstrack.store.ledger import create_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one act."""
    path = tmp_path / "cdstrack.db"
    create_store(path)
    keep(path)
    return path
