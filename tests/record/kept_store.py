"""A small store to back up and restore: its acts, and what is lost of them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.restore import Restored

PLAN = sha256(b"t").hexdigest()
NOON = datetime(2022, 8, 21, 12, tzinfo=UTC)


def keep(path: Path, by: str = "lan", figures: int = 1) -> int:
    act = Act(kind=ActKind.RECORD, by=by, at=NOON, plan_digest=PLAN, plan_text="t", program="p")
    days = (Period.day((NOON + timedelta(days=n)).date()) for n in range(figures))
    rows = [
        Observation(indicator="x", org_unit=by, period=day, not_available="chưa") for day in days
    ]
    with open_writer(path) as ledger:
        return ledger.append(act, rows).id


def acts(path: Path) -> list[str]:
    with open_reader(path) as ledger:
        return [act.by for act in ledger.submissions()][::-1]


def lost(done: Restored) -> list[str]:
    assert done.lost is not None
    return [act.by for act in done.lost]


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(StoreUnusableError) as refused:
        call()
    return refused.value.problems[0].code


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE browser_history (url)")


def newer(path: Path) -> None:
    create_store(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9")


def of_random_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)
