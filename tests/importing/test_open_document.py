"""Workbooks of OpenDocument (.ods): what a cell shows, repeated cells, hidden sheets, damage."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.importing.conftest import Kept, codes
from tests.importing.open_document import HEAD, number, ods, row, text
from tests.importing.test_workbooks import rewritten

from cdstrack.core.problem import ImportRefusedError
from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.workbook.reader import read_workbook


@pytest.mark.usefixtures("desk")
def test_an_ods_file_is_read(folder: Path, run: Run, kept: Kept) -> None:
    ods(
        folder / "a.ods",
        HEAD,
        row(text("ho-so"), number(2021), number(0.675, "percentage")),
        row(text("doanh-nghiep"), text("quý I/2021"), number(105)),
    )
    answer = run("import", "a.ods")
    assert answer.code == 0, answer.err
    assert kept() == ["doanh-nghiep,,2021-Q1,105,exact", "ho-so,,2021,67.5,exact"]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (number(0.675, "percentage"), "67.5%"),
        (number(12), "12"),
        (number(12, "currency"), "12"),
        (
            '<table:table-cell office:value-type="date" office:date-value="2020-12-01"/>',
            "2020-12-01",
        ),
        (
            (
                '<table:table-cell table:style-name="month" office:value-type="date" '
                'office:date-value="2020-12-01T08:00:00"><text:p>12/20</text:p></table:table-cell>'
            ),
            "12/2020",
        ),
        (
            (
                '<table:table-cell office:value-type="string" office:string-value="" table:formula="of:=1/0" '
                'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
            ),
            "#DIV/0!",
        ),
        (text("Err:502", 'table:formula="of:=A1"'), "Err:502"),
        (
            '<table:table-cell office:value-type="date" office:date-value="1905-07-11"/>',
            "2019",
        ),
        ('<table:table-cell table:formula="of:=A1"/>', ""),
    ],
)
def test_a_cell_of_an_ods_file_is_what_it_shows(folder: Path, cell: str, read: str) -> None:
    ods(folder / "a.ods", row(text("|"), cell, text("|")))
    ((_, (_, content, _)),) = read_workbook(folder / "a.ods").sheets[0].rows
    assert shown(content) == read
    faults = {"#DIV/0!": "CDS336", "Err:502": "CDS336", "2019": "CDS358", "": "CDS335"}
    assert (content.code if isinstance(content, Fault) else None) == faults.get(read)


def test_repeated_rows_and_cells_of_an_ods_file_are_many(folder: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    ods(
        folder / "a.ods",
        row(empty, more='table:number-rows-repeated="2"'),
        row(
            '<table:table-cell table:number-columns-repeated="2"/>',
            number(0.5, "percentage", 'table:number-columns-repeated="2"'),
            empty,
            more='table:number-rows-repeated="2" table:visibility="collapse"',
        ),
        row(empty, more='table:number-rows-repeated="1048570"'),
    )
    (sheet,) = read_workbook(folder / "a.ods").sheets
    assert [(at, [shown(cell) for cell in cells]) for at, cells in sheet.rows] == [
        (3, ["", "", "50%", "50%"]),
        (4, ["", "", "50%", "50%"]),
    ]
    assert (set(sheet.hidden_rows), sheet.last_row, sheet.last_column) == ({3, 4}, 4, 4)


def test_what_would_fill_a_whole_ods_sheet_is_refused(folder: Path) -> None:
    cell = number(1, more='table:number-columns-repeated="16384"')
    ods(folder / "a.ods", row(cell, more='table:number-rows-repeated="1048576"'))
    with pytest.raises(ImportRefusedError, match="CDS337"):
        read_workbook(folder / "a.ods")


def test_hidden_sheets_and_comments_of_an_ods_file_are_not_read(folder: Path) -> None:
    comment = (
        '<table:table-cell office:value-type="float" office:value="7"><office:annotation>'
        "<text:p>ghi chú</text:p></office:annotation><text:p>7</text:p></table:table-cell>"
    )
    ods(folder / "a.ods", row(comment), style='table:style-name="away"')
    ods(folder / "b.ods", row(comment))
    (hidden,), (seen,) = (read_workbook(folder / name).sheets for name in ("a.ods", "b.ods"))
    assert (hidden.hidden, tuple(hidden.rows)) == (True, ())
    assert [[shown(cell) for cell in cells] for _, cells in seen.rows] == [["7"]]


@pytest.mark.usefixtures("desk")
def test_an_ods_file_with_a_password_or_cut_short_is_refused_by_name(
    folder: Path, run: Run
) -> None:
    ods(folder / "a.ods", HEAD)
    rewritten(
        folder / "a.ods",
        lambda name, part: "<encryption-data/>" if name.startswith("META") else part,
    )
    assert codes(run("import", "a.ods")) == ["CDS332"]
    ods(folder / "b.ods", HEAD[:-9])
    assert codes(run("import", "b.ods")) == ["CDS333"]
