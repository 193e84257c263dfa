"""A composite index on the page of the week: what changes its verdict is a figure of a member."""

import json
from pathlib import Path

import pytest
from tests.conftest import Run

PLAN = """
schema: 1
plan: {id: x, title: {vi: Kế hoạch mẫu}, area: tinh-mau, starts: 2021-01-01}
pillars: {chung: {vi: Chung}}
org_units: {tinh-mau: {vi: tỉnh Mẫu}}
indicators:
  - {id: mot, name: {vi: Một}, pillar: chung, unit: index, direction: increase, frequency: yearly}
  - {id: hai, name: {vi: Hai}, pillar: chung, unit: index, direction: increase, frequency: yearly}
  - id: chi-so
    name: {vi: Chỉ số}
    pillar: chung
    unit: index
    direction: increase
    frequency: yearly
    composite: {members: {mot: 50, hai: 50}, of: 100}
    targets: [{due: 2022-12-31, at_least: 60}]
"""


@pytest.fixture
def page(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The page of the week in which the last member's figure was made known."""
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("CDSTRACK_TODAY", "2023-02-06")
    run("init")
    assert run("record", "mot", "0.8", "--on", "2022", "--reported", "2023-01-20").code == 0
    assert run("record", "hai", "0.6", "--on", "2022", "--reported", "2023-02-01").code == 0
    answer = run("summary", "--week", "2023-W05", "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, object] = json.loads(answer.out)
    return found


def test_the_figure_of_a_member_is_the_cause(page: dict[str, object]) -> None:
    changes = page["verdicts"]
    assert isinstance(changes, list)
    (change,) = changes
    assert change["indicator"] == "chi-so"
    assert (change["before"], change["after"]) == ("insufficient_data", "achieved")
    assert change["cause"] == "figure"


def test_nobody_owes_a_figure_of_the_index(run: Run, page: dict[str, object]) -> None:
    assert page
    answer = run("owners", "--format", "json", "--as-of", "2025-06-30")
    assert '"owed": []' in answer.out


@pytest.mark.usefixtures("page")
def test_an_index_that_is_incomplete_was_not_never_reported(run: Run) -> None:
    assert run("withdraw", "mot", "--on", "2022", "--reason", "nhầm").code == 0
    said = run("owners").out
    assert "chưa đủ (1 của 2 thiếu)" in said
    assert "chưa từng báo cáo" not in said


@pytest.mark.parametrize("form", ["text", "html", "markdown", "json"])
@pytest.mark.parametrize("full", [(), ("--full",)])
@pytest.mark.usefixtures("page")
def test_an_index_that_falls_is_told_in_every_format(
    form: str, full: tuple[str, ...], run: Run
) -> None:
    for figure in (("mot", "0.1"), ("hai", "0.1")):
        assert run("record", *figure, "--on", "2021", "--reported", "2022-01-20").code == 0
    assert run("correct", "mot", "0.05", "--on", "2022", "--reason", "nhầm").code == 0
    assert run("correct", "hai", "0.05", "--on", "2022", "--reason", "nhầm").code == 0
    answer = run("summary", "--week", "2023-W05", "--format", form, *full)
    assert (answer.code, "Traceback" in answer.err) == (0, False)
    assert ("chi-so" if form == "json" else "Chỉ số") in answer.out
