"""`cdstrack report`: which file it writes, and what it refuses."""

from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.cli.app.workspace import Workspace

pytestmark = pytest.mark.usefixtures("workspace")


def test_the_ending_of_the_file_decides_the_format(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "bao-cao.html")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert (folder / "bao-cao.html").read_text(encoding="utf-8").startswith("<!doctype html>\n")


def test_the_same_input_gives_the_same_bytes(run: Run, folder: Path) -> None:
    for name in ("one.html", "two.html"):
        assert run("report", "-o", name).code == 0
    assert (folder / "one.html").read_bytes() == (folder / "two.html").read_bytes()


def test_without_a_file_it_says_how_to_name_one(run: Run) -> None:
    answer = run("report", "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert "CDS028" in answer.err
    assert "Add -o FILE with one of the extensions .html" in answer.err


def test_a_format_asked_for_is_printed(run: Run) -> None:
    assert run("report", "--format", "html").out.startswith("<!doctype html>\n")


def test_an_ending_that_it_cannot_write_is_refused_before_anything_is_read(
    run: Run, folder: Path
) -> None:
    answer = run("report", "-o", "bao-cao.csv", "--plan", "nowhere.yaml")
    assert (answer.code, "CDS018" in answer.err) == (2, True)
    assert not (folder / "bao-cao.csv").exists()


def test_filters_that_leave_nothing_say_so_and_the_page_too(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "bao-cao.html", "không-có-gì-như-vậy")
    assert answer.code == 0
    assert "không có gì khớp với bộ lọc" in answer.err
    page = (folder / "bao-cao.html").read_text(encoding="utf-8")
    assert "Không có chỉ tiêu nào để hiển thị." in page


def test_the_plan_and_the_store_are_never_replaced(run: Run, workspace: Workspace) -> None:
    assert isinstance(workspace.store, Path)
    plan = workspace.store.parent.parent / "targets.yaml"
    kept = plan.read_bytes()
    answer = run("report", "--format", "html", "-o", "targets.yaml")
    assert (answer.code, "CDS026" in answer.err) == (2, True)
    assert plan.read_bytes() == kept
