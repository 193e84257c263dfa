"""A working folder as a cron job meets it, and the program as a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cdstrack.core.record.acts import Act, ActKind
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.files.plan.reader import read_plan
from cdstrack.store.ledger import create_store, open_writer

PLAN = Path(__file__).parents[1] / "summary/plan.yaml"
ODD = "số liệu 100% 'của tỉnh' $HOME"
"""A folder's name with all that cron, a shell or systemd could take for an order."""

Process = subprocess.CompletedProcess[bytes]
Job = Callable[..., Process]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with an odd name that holds a plan and a store with one figure."""
    office = tmp_path / ODD
    (office / "data").mkdir(parents=True)
    (office / "targets.yaml").write_bytes(PLAN.read_bytes())
    store = office / "data/cdstrack.db"
    create_store(store)
    plan = read_plan(office / "targets.yaml")
    figure = Observation(
        indicator="ho-so",
        org_unit="tinh-mau",
        period=Period.parse("2022-07-31"),
        value=Decimal(60),
        document="bao-cao-7",
        entered="60%",
    )
    act = Act(
        kind=ActKind.RECORD,
        by="lan",
        at=datetime(2022, 8, 18, 3, tzinfo=UTC),
        plan_digest=plan.digest,
        plan_text=plan.text,
        program="cdstrack",
    )
    with open_writer(store) as ledger:
        ledger.append(act, [figure])
    return office


@pytest.fixture
def job() -> Job:
    """The program started from `/` with nothing but the variables named, and no terminal."""

    def start(*arguments: str, **environ: str) -> Process:
        bare = ["/usr/bin/env", "-i", *(f"{key}={value}" for key, value in environ.items())]
        return subprocess.run(
            [*bare, sys.executable, "-m", "cdstrack", *arguments],
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            start_new_session=True,
            timeout=60,
        )

    return start


@pytest.fixture
def named(office: Path) -> dict[str, str]:
    """The variables that name plan, store and day."""
    return {
        "CDSTRACK_PLAN": str(office / "targets.yaml"),
        "CDSTRACK_DB": str(office / "data/cdstrack.db"),
        "CDSTRACK_TODAY": "2022-08-22",
    }
