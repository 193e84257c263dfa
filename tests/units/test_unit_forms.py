"""One workbook for all communes: sent, filled in, and taken in as it comes back."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.conftest import Run
from tests.units.conftest import INDICATOR, LayOut
from tests.units.test_by_unit import COMMUNES

ROLLED = f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n"
HEADING = 3


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-06-30")
    path = lay_out(indicators=ROLLED + INDICATOR.replace("ho-so", "khac"))
    assert run("init", str(path.parent)).code == 0
    return run


def asked(file: str) -> list[tuple[str, str]]:
    """The unit and the indicator of each row."""
    sheet = load_workbook(file)["Số liệu"]
    columns = {cell.value: cell.column - 1 for cell in sheet[HEADING]}
    rows = sheet.iter_rows(min_row=HEADING + 1, values_only=True)
    return [(row[columns["Đơn vị"]], row[columns["Mã chỉ tiêu"]]) for row in rows]


def test_every_commune_is_asked_for_what_is_rolled_up(desk: Run) -> None:
    assert desk("template", "xa.xlsx", "--units").code == 0
    # `xa-an` and `xa-cat` are ids of other units, which a name would be taken for.
    names = ["xa-an-28101", "Xã Bình", "xa-cat-28103", "Xã Đại An", "Xã Giang"]
    assert asked("xa.xlsx") == [(name, "ho-so") for name in names]
    assert desk("template", "huyen.xlsx", "--units", "--org-unit", "huyen-tay").code == 0
    assert asked("huyen.xlsx") == [("Xã Đại An", "ho-so"), ("Xã Giang", "ho-so")]


def test_a_period_before_a_merger_is_asked_of_the_communes_that_there_were(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("template", "before.xlsx", "--units")
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-10-15")
    desk("template", "late.xlsx", "--units", "--on", "2025-Q2")
    assert asked("late.xlsx") == asked("before.xlsx")
    desk("template", "after.xlsx", "--units", "--on", "2025-Q3")
    assert len(asked("after.xlsx")) == 3


def test_filled_in_it_is_imported_in_one_go(desk: Run) -> None:
    desk("template", "xa.xlsx", "--units", "--on", "2025-Q2")
    book = load_workbook("xa.xlsx")
    sheet = book["Số liệu"]
    columns = {cell.value: cell.column for cell in sheet[HEADING]}
    for at in range(len(COMMUNES)):
        sheet.cell(HEADING + 1 + at, columns["Tử số"]).value = 10 * (at + 1)
        sheet.cell(HEADING + 1 + at, columns["Mẫu số"]).value = 100
    book.save("xa.xlsx")
    answer = desk("import", "xa.xlsx")
    assert answer.code == 0, answer.err
    (item, _) = json.loads(desk("status", "--format", "json").out)["items"]
    assert (item["rollup"]["reported"], item["latest"]["numerator"]) == (5, "150")
    assert Path("xa.xlsx").exists()


def test_where_nothing_is_rolled_up_there_is_nothing_to_ask(lay_out: LayOut, run: Run) -> None:
    run("init", str(lay_out().parent))
    assert "CDS355" in run("template", "xa.xlsx", "--units").err


def test_a_rule_that_many_communes_share_stands_in_the_workbook_once(desk: Run) -> None:
    desk("template", "xa.xlsx", "--units")
    last = HEADING + len(COMMUNES)
    rules = load_workbook("xa.xlsx")["Số liệu"].data_validations.dataValidation
    assert {str(each.sqref) for each in rules} >= {f"H4:H{last}", f"I4:I{last}", f"L4:L{last}"}
    assert len(rules) == len({str(each.sqref)[0] for each in rules})


def test_a_form_that_import_would_refuse_for_its_length_is_not_made(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is sent out must come back: three rows stand above those that are asked for."""
    most = len(COMMUNES) + HEADING
    monkeypatch.setattr("cdstrack.cli.use_cases.template.MOST_ROWS", most - 1)
    answer = desk("template", "xa.xlsx", "--units", "--lang", "en")
    assert (answer.code, Path("xa.xlsx").exists()) == (2, False)
    assert answer.err == (
        "CDS379 the form has 5 rows, more than import reads of a sheet (4 rows)\n"
        "  Make several forms, by --org-unit, --pillar or --indicator.\n"
    )
    monkeypatch.setattr("cdstrack.cli.use_cases.template.MOST_ROWS", most)
    assert desk("template", "xa.xlsx", "--units").code == 0
