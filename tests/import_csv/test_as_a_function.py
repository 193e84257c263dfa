"""An import is a function of values: a script gets its receipt, nothing is printed."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cdstrack.cli.use_cases.importing import (
    Attendant,
    ImportRequest,
    ImportResult,
    import_figures,
)
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.files.importing.form.description import find_form
from cdstrack.files.importing.open_file import ImportOptions
from cdstrack.files.importing.uncertain import NamesMeant, UncertainName
from cdstrack.store.intake import OnConflict
from cdstrack.store.ledger import create_store

Import = Callable[..., ImportResult]
FORM = "Chỉ tiêu;Đến ngày;Kết quả\n{};31/7/2022;75\n{};31/7/2022;{}\n"
NOBODY = Attendant()


@pytest.fixture
def imported(plan: Plan, tmp_path: Path) -> Import:
    """What becomes of a file with this text, in one store."""
    store = tmp_path / "cdstrack.db"
    create_store(store)
    mapping = tmp_path / "bieu.yaml"
    mapping.write_text(
        "form: 1\ncolumns: {indicator: Chỉ tiêu, period: Đến ngày}\nvalues: Kết quả\n",
        encoding="utf-8",
    )
    now = datetime(2022, 8, 31, 2, tzinfo=UTC)
    act = Act(
        kind=ActKind.IMPORT,
        by="lan",
        at=now,
        plan_digest="d1",
        plan_text="schema: 1\n",
        program="thử",
    )

    def done(text: str, attendant: Attendant = NOBODY, *, by_form: bool = False) -> ImportResult:
        path = tmp_path / "so-lieu.csv"
        path.write_text(text, encoding="utf-8")
        options = ImportOptions(form=find_form(str(mapping)) if by_form else None)
        request = ImportRequest(path, options, OnConflict.FAIL)
        return import_figures(request, plan, store, act, date(2022, 8, 31), attendant)

    return done


def test_a_sound_file_gives_a_receipt_and_prints_nothing(
    imported: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "indicator,period,value\nho-so,2022-07,75\nso-dn,2022-07,5\n"
    result = imported(text)
    assert (result.problems, result.remarks) == ((), ())
    [unsourced] = result.warnings
    assert (unsourced.code, unsourced.facts) == ("CDS506", {"count": "2"})
    assert result.receipt is not None
    assert (result.receipt.new, result.receipt.submission) == (2, 1)
    again = imported(text).receipt
    assert again is not None
    assert (again.new, again.same, again.submission) == (0, 2, None)
    assert capsys.readouterr() == ("", "")


def test_a_contradiction_refuses_the_file_and_the_receipt_counts_it(imported: Import) -> None:
    imported("indicator,period,value\nho-so,2022-07,75\n")
    result = imported("indicator,period,value\nho-so,2022-07,76\nso-dn,2022-07,5\n")
    assert [problem.code for problem in result.problems] == ["CDS218"]
    assert result.receipt is not None
    assert (result.receipt.conflicting, result.receipt.submission) == (1, None)


def test_an_empty_file_is_refused_with_its_problem(imported: Import) -> None:
    result = imported("")
    assert result.receipt is not None
    assert result.receipt.refused
    assert [problem.code for problem in result.problems] == ["CDS304"]


def test_names_are_decided_once_and_only_where_nothing_else_is_wrong(imported: Import) -> None:
    asked: list[str] = []

    def decide(uncertain: Sequence[UncertainName]) -> NamesMeant:
        asked.extend(each.name for each in uncertain)
        return {each: each.candidates[0] for each in uncertain}

    somebody = Attendant(decide=decide)
    wrong = imported(FORM.format("Hồ sơ trên mạngg", "Vốn đầu tư", "x1y"), somebody, by_form=True)
    assert (asked, wrong.receipt and wrong.receipt.new) == ([], 0)
    assert len(wrong.problems) == 2
    sound = imported(FORM.format("Hồ sơ trên mạngg", "Vốn đầu tư", "7"), somebody, by_form=True)
    assert asked == ["Hồ sơ trên mạngg"]
    assert sound.receipt is not None
    assert (sound.problems, sound.receipt.new) == ((), 2)
