"""Every plan that ships holds what a plan promises, whichever province it is about.

A further plan is tested by lying under `plans/`; nothing here has to learn its name. What a plan
prints is kept under `tests/shipped/NAME/`, and so are the sentences that its figures stand in.
"""

import csv
import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.plans.conftest import Shipped

from cdstrack.core.checks.observation_series import Sums
from cdstrack.core.plan.model import Label
from cdstrack.core.problem import Severity
from cdstrack.core.record.observation import Observation
from cdstrack.files.workplace import examples
from cdstrack.store.ledger import open_reader

TODAY = date(2026, 11, 22)
KEPT = Path(__file__).parents[1] / "shipped"
QUOTED = sorted(path.parent.name for path in KEPT.glob("*/quotes.csv"))
DETAILS = ("numerator", "denominator", "stated", "qualifier")


@pytest.fixture(autouse=True)
def after_all_milestones_but_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", TODAY.isoformat())


@pytest.fixture
def laid_out(shipped: Shipped, run: Run, folder: Path) -> Path:
    """The folder of a shipped plan with its figures recorded."""
    assert run("init", ".", "--example", shipped.example.name).code == 0
    assert run("import", "data/observations.csv").code == 0
    return folder


def recorded(folder: Path) -> list[Observation]:
    with open_reader(folder / "data" / "cdstrack.db") as ledger:
        return list(ledger.current())


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_plan_has_neither_errors_nor_warnings(shipped: Shipped) -> None:
    assert {problem.severity for problem in shipped.file.problems} <= {Severity.ADVICE}


def test_every_target_names_its_document_and_is_quoted_or_says_why_not(shipped: Shipped) -> None:
    targets = list(shipped.plan.targets())
    assert targets or any(each.composite for each in shipped.plan.indicators)
    for indicator, target in targets:
        assert target.document, indicator.id
        assert target.wording or target.note or indicator.note, indicator.id


def test_every_name_is_told_in_both_languages(shipped: Shipped) -> None:
    assert [label.vi for label in labels(shipped) if not label.en] == []


def labels(shipped: Shipped) -> Iterator[Label]:
    plan = shipped.plan
    yield from (plan.plan.title, *plan.pillars.values(), *plan.org_units.values())
    for each in plan.indicators:
        named = (each.name, each.short, each.definition, each.unit_label)
        yield from (label for label in named if label)


def test_the_area_is_described_and_so_is_what_it_became_part_of(shipped: Shipped) -> None:
    plan = shipped.plan
    area = plan.org_units[plan.area]
    assert (area.closed is None) == (area.successor is None)
    assert area.successor is None or area.successor in plan.org_units


def test_the_folder_laid_out_has_the_plan_the_figures_and_the_page_about_them(
    shipped: Shipped, run: Run, folder: Path
) -> None:
    assert run("init", ".", "--example", shipped.example.name).code == 0
    laid_out = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    page = shipped.example.page
    files = {"targets.yaml", "data/observations.csv", "data/cdstrack.db", page}
    units = {"data/units.csv"} if (shipped.example.folder / "data/units.csv").exists() else set()
    assert laid_out == files | units
    assert (folder / "targets.yaml").read_bytes() == shipped.example.plan.read_bytes()


def test_every_figure_is_taken_names_its_source_and_comes_out_as_it_went_in(
    shipped: Shipped, laid_out: Path, run: Run
) -> None:
    figures = recorded(laid_out)
    assert len(figures) == len(rows_of(shipped.figures)) > 0
    assert all(figure.document in shipped.plan.documents for figure in figures)

    assert run("export", "-o", "again.csv").code == 0
    assert (laid_out / "again.csv").read_bytes() == shipped.figures.read_bytes()


@pytest.mark.usefixtures("laid_out")
def test_nothing_is_doubtful_but_what_a_source_itself_contradicts(
    shipped: Shipped, run: Run
) -> None:
    """A made-up plan may hold doubts on purpose: they are named in `doubts.txt`."""
    found = json.loads(run("check", "--format", "json").out)
    assert found["counts"]["error"] == 0
    warnings = {each["code"] for each in found["problems"] if each["severity"] == "warning"}
    named = KEPT / shipped.example.name / "doubts.txt"
    assert warnings <= {"CDS224"} | set(named.read_text().split() if named.exists() else ())


def test_declared_parts_add_up_and_one_that_were_wrong_would_be_found(
    shipped: Shipped, laid_out: Path
) -> None:
    figures = recorded(laid_out)
    assert sum_problems(shipped, figures) == []
    wholes = [each for each in shipped.plan.indicators if each.sum_of]
    known = {figure.indicator: at for at, figure in enumerate(figures)}
    for whole in wholes:
        if not {whole.id, *whole.sum_of} <= known.keys():
            continue
        at = known[whole.sum_of[0]]
        value = figures[at].value
        assert value is not None
        wrong = figures[at].model_copy(update={"value": value + 1, "numerator": None})
        assert sum_problems(shipped, [*figures[:at], wrong, *figures[at + 1 :]]) == ["CDS501"]


def sum_problems(shipped: Shipped, figures: list[Observation]) -> list[str]:
    sums = Sums(shipped.plan)
    sums.add(figures)
    return [finding.problem.code for finding in sums.findings()]


@pytest.mark.usefixtures("laid_out")
def test_every_indicator_has_a_verdict_on_every_day_and_none_without_a_figure_is_met(
    shipped: Shipped, run: Run
) -> None:
    plan = shipped.plan
    closed = plan.org_units[plan.area].closed
    days = [date(year, 12, 31) for year in range(2020, 2027)]
    days += [closed, closed + timedelta(days=1)] if closed else []
    with_targets = {each.id for each in plan.indicators if each.targets}
    for day in (day for day in days if day <= TODAY):
        answer = run("status", "--format", "json", "--as-of", day.isoformat())
        assert (answer.code, answer.err) == (0, "")
        report = json.loads(answer.out)
        assert {item["indicator"] for item in report["items"]} == with_targets
        for item in report["items"]:
            assert item["latest"] or not any(target["met"] for target in item["targets"])
        assert bool(report["notices"]) == bool(closed and day > closed)


@pytest.mark.parametrize("name", QUOTED)
def test_every_figure_stands_in_a_sentence_of_its_source(name: str) -> None:
    """Entered a second time, beside the words of the source, and compared."""
    folder = next(each.folder for each in examples() if each.name == name)
    quoted = {cell_of(row): row for row in rows_of(KEPT / name / "quotes.csv")}
    figures = {cell_of(row): row for row in rows_of(folder / "data" / "observations.csv")}
    assert quoted.keys() == figures.keys()
    for cell, row in quoted.items():
        assert value_of(row) == value_of(figures[cell]), row["quote"]
        assert [row[each] for each in DETAILS] == [figures[cell][each] for each in DETAILS]


def cell_of(row: dict[str, str]) -> tuple[str, str]:
    return row["indicator"], row["period"]


def value_of(row: dict[str, str]) -> Decimal:
    """The value; what a source states as a figure and its rise is written as a difference."""
    stated, _, rise = row["value"].partition("-")
    return Decimal(stated) - Decimal(rise or 0)
