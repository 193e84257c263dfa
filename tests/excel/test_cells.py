"""What the cells of a workbook are read as, by either library."""

import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.excel.conftest import Write

from cdstrack.core.problem import ImportRefusedError
from cdstrack.core.record.sheet import CellContent, Fault, Number
from cdstrack.files.importing.workbook.reader import read_workbook

pytest.importorskip("python_calamine", reason="python-calamine is not installed")


def cells(path: Path, *, fast: bool = True) -> list[tuple[CellContent, ...]]:
    """The cells of the first sheet, row by row."""
    return [row for _, row in read_workbook(path, fast=fast).sheets[0].rows]


@pytest.mark.parametrize("fast", [True, False], ids=["calamine", "openpyxl"])
@pytest.mark.parametrize(
    ("typed", "shown", "read"),
    [
        (67.84, "General", Number(Decimal("67.84"))),
        (12, "General", Number(Decimal(12))),
        (0.1 + 0.2, "General", Number(Decimal("0.3"))),
        (0.6784, "0.00%", Number(Decimal("67.84"), percent=True)),
        (0.6784, '0.00"%"', Number(Decimal("0.6784"))),
        (0.5, "0%", Number(Decimal(50), percent=True)),
        (1.5, '#,##0.0 "tỷ đồng"', Number(Decimal("1.5"), behind=" tỷ đồng")),
        (date(2022, 7, 31), "dd/mm/yyyy", date(2022, 7, 31)),
        (datetime.combine(date(2022, 7, 31), time(14, 30)), "dd/mm/yyyy hh:mm", date(2022, 7, 31)),
        (44773, "General", Number(Decimal(44773))),
        ("007", "@", "007"),
        ("1.446", "General", "1.446"),
        ("=1+1", "@", "=1+1"),
        (True, "General", True),
        ("  ", "General", None),
    ],
)
def test_a_cell_is_what_it_holds_and_a_percentage_what_it_shows(
    folder: Path, fast: bool, typed: object, shown: str, read: CellContent
) -> None:
    workbook = xlsxwriter.Workbook(folder / "a.xlsx")
    sheet = workbook.add_worksheet()
    look = workbook.add_format({"num_format": shown})
    if isinstance(typed, str):
        sheet.write_string(0, 0, typed, look)
    else:
        sheet.write(0, 0, typed, look)
    sheet.write_string(0, 1, "|")
    workbook.close()
    assert cells(folder / "a.xlsx", fast=fast) == [(read, "|")]


@pytest.mark.parametrize("fast", [True, False], ids=["calamine", "openpyxl"])
def test_a_formula_is_its_result_and_without_one_a_fault(folder: Path, fast: bool) -> None:
    workbook = xlsxwriter.Workbook(folder / "a.xlsx")
    sheet = workbook.add_worksheet()
    sheet.write_formula(0, 0, "=981/1446*100", None, 67.84)
    sheet.write_formula(0, 1, '="hơn "&25', None, "hơn 25")
    sheet.write_formula(0, 2, "=1/0", None, "#DIV/0!")
    sheet.write_formula(0, 3, "=NA()", None, "#N/A")
    sheet.write_formula(0, 4, "=A1*2", None, "")
    sheet.write_number(0, 5, 1)
    workbook.close()
    (row,) = cells(folder / "a.xlsx", fast=fast)
    assert row[0] == Number(Decimal("67.84"))
    assert row[1] == "hơn 25"
    assert row[2:4] == (Fault("CDS336", "#DIV/0!"), Fault("CDS336", "#N/A"))
    assert row[5] == Number(Decimal(1))


@pytest.mark.parametrize("fast", [True, False], ids=["calamine", "openpyxl"])
def test_a_formula_that_nobody_has_calculated_is_a_fault(write_book: Write, fast: bool) -> None:
    path = write_book([["=SUM(B1:B2)", 1], ["x", "=B1"]])
    assert cells(path, fast=fast) == [
        (Fault("CDS335", ""), Number(Decimal(1))),
        ("x", Fault("CDS335", "")),
    ]


def test_a_time_of_day_is_no_content(write_book: Write) -> None:
    path = write_book([[time(12, 30), "|"]])
    for fast in (True, False):
        (row,) = cells(path, fast=fast)
        assert isinstance(row[0], Fault)
        assert row[0].code == "CDS338"


def test_empty_rows_and_columns_at_the_edge_do_not_move_the_others(write_book: Write) -> None:
    path = write_book([[], [], [None, None, "C3"], [], ["A5"]])
    for fast in (True, False):
        sheet = read_workbook(path, fast=fast).sheets[0]
        assert list(sheet.rows) == [(3, (None, None, "C3")), (5, ("A5",))]


def test_hidden_rows_sheets_and_merged_areas_are_known(write_book: Write) -> None:
    def change(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.merge_cells("A1:B1")
        other = sheet.parent.create_sheet("ẩn")
        other.sheet_state = "veryHidden"
        other["A1"] = "x"

    path = write_book([["a", None], ["b", "c"]], change)
    for fast in (True, False):
        shown, hidden = read_workbook(path, fast=fast).sheets
        assert shown.hidden_rows == {2}
        assert shown.merged == ((1, 1, 1, 2),)
        assert (hidden.name, hidden.hidden, tuple(hidden.rows)) == ("ẩn", True, ())


def test_both_libraries_give_the_same_book(write_book: Write) -> None:
    def change(sheet: Any) -> None:
        sheet["B3"].number_format = "0.0%"
        sheet["C3"] = "#REF!"
        sheet["C3"].data_type = "e"
        sheet.parent.create_sheet("Trống")

    rows = [
        ["Chỉ tiêu", "Số", "Kỳ", None],
        ["a", 1.5, date(2022, 1, 31)],
        ["b", 0.125, "x", None, "E3"],
        [],
        [None, -7, datetime.combine(date(2022, 3, 1), time(23, 59)), True, "=A1"],
        [2**40, 1e-7, 123456789.123456, 0.1],
    ]
    path = write_book(rows, change)
    assert read_workbook(path, fast=True) == read_workbook(path, fast=False)


def test_without_calamine_the_other_library_reads(
    write_book: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_book([["a", 1]])
    known = read_workbook(path)
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    assert read_workbook(path) == known


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 not an archive", "CDS333"),
        (b"PK\x05\x06" + b"\0" * 18, "CDS333"),
    ],
)
def test_what_is_no_workbook_is_refused(folder: Path, content: bytes, code: str) -> None:
    (folder / "a.xlsx").write_bytes(content)
    with pytest.raises(ImportRefusedError, match=code):
        read_workbook(folder / "a.xlsx")


def test_a_workbook_with_entities_or_that_unpacks_to_too_much_is_refused(
    write_book: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_book([["a"]])
    bomb = path.with_name("b.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                head, _, rest = content.partition(b"?>")
                entity = b'?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
                content = head + entity + rest if rest else entity[2:] + content
            new.writestr(part, content)
    with pytest.raises(ImportRefusedError, match="CDS333"):
        read_workbook(bomb)
    monkeypatch.setattr("cdstrack.files.importing.workbook.parts.MOST_BYTES", 1000)
    with pytest.raises(ImportRefusedError, match="CDS334"):
        read_workbook(path)


def test_more_rows_than_a_desk_needs_are_refused(
    write_book: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_book([["a"]] * 5)
    monkeypatch.setattr("cdstrack.files.importing.workbook.reader.MOST_ROWS", 4)
    for fast in (True, False):
        with pytest.raises(ImportRefusedError, match="CDS337"):
            read_workbook(path, fast=fast)
