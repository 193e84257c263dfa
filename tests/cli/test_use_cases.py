"""What a command does, a script can do: values in and values out, without the command line.

That use cases import neither typer nor what prints is a contract of `lint-imports`.
"""

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cdstrack.cli.app.clock import Clock
from cdstrack.cli.app.workspace import Author, Basis, Workspace, open_workspace
from cdstrack.cli.use_cases.check import check_all
from cdstrack.cli.use_cases.figure_input import Beside, CellInput, FigureInput
from cdstrack.cli.use_cases.record import record_figure
from cdstrack.cli.use_cases.reports import read_status
from cdstrack.cli.use_cases.revise import correct_figure, withdraw_figure
from cdstrack.cli.use_cases.store import lay_out
from cdstrack.cli.use_cases.undo import undo_submission
from cdstrack.cli.use_cases.weekly import read_summary, read_week
from cdstrack.core.record.refusal import Conflict, RecordRefusedError
from cdstrack.core.reports.receipts import Outcome

TODAY = date(2022, 8, 31)
LAN = Author("lan", Clock(TODAY, datetime(2022, 8, 31, 5, tzinfo=UTC)))
FILES = FigureInput(CellInput("ho-so-cap-tinh", "31/7/2022"), "75,5%")
SOURCE = Path(__file__).parent.parent.parent / "src" / "cdstrack"


@pytest.fixture
def workspace(sample: Path) -> Workspace:
    """The sample plan with an empty store."""
    plan, store = sample / "targets.yaml", sample / "data" / "cdstrack.db"
    assert lay_out(plan, store, "vi") == [store]
    return open_workspace(plan)


def latest(workspace: Workspace) -> str | None:
    """The latest value of the indicator that these scripts record."""
    report = read_status(workspace, Basis(TODAY))
    [item] = [each for each in report.items if each.indicator.id == FILES.cell.indicator]
    return None if item.latest is None else str(item.latest.value)


def test_a_script_records_reads_the_status_and_undoes(workspace: Workspace) -> None:
    assert latest(workspace) is None
    receipt, warnings = record_figure(workspace, FILES, LAN)
    assert (receipt.outcome, receipt.submission) == (Outcome.RECORDED, 1)
    assert [warning.code for warning in warnings] == ["CDS506"]
    assert latest(workspace) == "75.5"
    undone = undo_submission(workspace, None, LAN)
    assert (undone.outcome, undone.submission) == (Outcome.RECORDED, 2)
    assert latest(workspace) is None


def test_a_dry_run_says_what_would_be_done_and_does_nothing(workspace: Workspace) -> None:
    receipt, _ = record_figure(workspace, FILES, LAN, dry_run=True)
    assert (receipt.outcome, receipt.submission) == (Outcome.WOULD_RECORD, None)
    assert latest(workspace) is None


def test_a_conflict_holds_both_figures(workspace: Workspace) -> None:
    record_figure(workspace, FILES, LAN)
    other = FigureInput(CellInput("ho-so-cap-tinh", "2022-07-31"), "80")
    with pytest.raises(RecordRefusedError) as error:
        record_figure(workspace, other, LAN)
    conflict = error.value.refusal
    assert isinstance(conflict, Conflict)
    assert (str(conflict.recorded.value), str(conflict.figure.value)) == ("75.5", "80")
    assert error.value.problems[0].code == "CDS218"


def test_a_figure_is_corrected_and_withdrawn(workspace: Workspace) -> None:
    record_figure(workspace, FILES, LAN)
    revision, _ = correct_figure(workspace, FILES.cell, "80", Beside(), "gõ nhầm", LAN)
    assert (revision.submission, latest(workspace)) == (2, "80")
    assert withdraw_figure(workspace, FILES.cell, "nhập nhầm", LAN).submission == 3
    assert latest(workspace) is None


def test_a_script_checks_the_record_and_reads_the_page_of_a_week(workspace: Workspace) -> None:
    record_figure(workspace, FILES, LAN)
    assert check_all(workspace, LAN.clock).listed
    page = read_summary(workspace, Basis(TODAY), read_week(None, TODAY, TODAY))
    assert page.week.text == "2022-W34"


def test_typer_is_used_through_its_public_names() -> None:
    documented = {
        "typer": {"Typer", "Option", "Argument", "Context", "Exit", "Abort", "main"},
        "typer.core": {"TyperCommand", "TyperGroup", "TyperOption", "TyperArgument"},
        "typer.exceptions": {"TyperException"},
    }
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("typer"):
                module, names = node.module or "", {each.name for each in node.names}
                if not module.startswith("typer_") and not module.startswith("typing"):
                    assert names <= documented.get(module, set()), path
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "typer":
                assert node.attr in documented["typer"], path
            assert not (isinstance(node, ast.Attribute) and node.attr == "_runtime_param"), path
