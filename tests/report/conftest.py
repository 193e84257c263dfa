"""A report on the sample plan: two figures entered in order, one corrected, one withdrawn."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.conftest import run_program

from cdstrack.cli.app.workspace import Basis, Workspace, open_workspace
from cdstrack.cli.use_cases.plan_report import read_plan_report
from cdstrack.core.reports.plan_report import PlanReport

AS_OF = date(2022, 8, 31)
BEFORE_THE_CORRECTION = datetime(2022, 8, 30, 23, tzinfo=UTC)


def typed(*arguments: str) -> None:
    """Runs the program, which must succeed."""
    answer = run_program(*arguments)
    assert answer.code == 0, answer.err


@pytest.fixture
def workspace(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The sample plan with its figures; on the next day one was corrected, and one withdrawn."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-30")
    for arguments in (["init"], ["import", "figures.csv"]):
        typed(*arguments)
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-31")
    cell = ("ho-so-cap-tinh", "60", "--on", "2021-12-31", "--reason", "gõ nhầm")
    typed("correct", *cell)
    typed("record", "ho-so-cap-tinh", "65", "--on", "2022-03-31")
    typed("withdraw", "ho-so-cap-tinh", "--on", "2022-03-31", "--reason", "ghi hai lần")
    return open_workspace(sample / "targets.yaml")


@pytest.fixture
def report(workspace: Workspace) -> PlanReport:
    """The report of the day."""
    return read_plan_report(workspace, Basis(AS_OF))
