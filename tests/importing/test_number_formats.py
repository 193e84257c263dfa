"""A number is read as its format shows it: hidden, in words, or by the section that applies to it."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.conftest import Run
from tests.importing.conftest import Kept, codes

from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.workbook.reader import read_workbook

LAST_OF_2025 = 46022
"""31 December 2025 as a workbook counts days."""
LOOKS = [
    (";;;", 12, "CDS380"),
    (";;;", "mười hai", "CDS380"),
    (";;;@", 12, "CDS380"),
    (";;;@", "mười hai", "mười hai"),
    ("0;-0;;@", 0, "CDS380"),
    ("0;-0;;@", 5, "5"),
    ("0;", -5, "CDS380"),
    ('#,##0;-#,##0;"-"', 0, "0"),
    ('"Đạt";"Không"', 1, "Đạt"),
    ('"Đạt";"Không"', -1, "Không"),
    ("0;0%", 67, "67"),
    ("0;0%", -0.5, "CDS370"),
    ("0%;0", 0.5, "50%"),
    ("0%;0", -67, "CDS370"),
    ("0.0;0.0", -5.2, "CDS370"),
    ('0.0;0.0" %"', -5.2, "CDS370"),
    ("(0.0);0.0", 5.2, "CDS370"),
    ('"-"0.0;"-"0.0', 5.2, "CDS370"),
    ("0.0", -5.2, "-5.2"),
    ("0.0;-0.0", -5.2, "-5.2"),
    ("0.0;(0.0)", -5.2, "-5.2"),
    ("0.0;[Red]-0.0", -5.2, "-5.2"),
    ("_(* 0.0_);_(* \\(0.0\\)", -5.2, "-5.2"),
    ("_(* 0.0_);_(* \\(0.0\\)", 5.2, "5.2"),
    ("[<=1]0.0%;0.0", 0.5, "50%"),
    ("[<=1]0.0%;0.0", 67.5, "67.5"),
    ("[>=1000]#,##0,;0", 5000, "CDS370"),
    ("[>=1000]#,##0,;0", 50, "50"),
    ('[>100]0" (ước)";0', 105, "105 (ước)"),
    ('[>100]0" (ước)";0', 67, "67"),
    ("[Red]0.0%", 0.675, "67.5%"),
    ('"Q4/"yyyy', LAST_OF_2025, "Q4/2025"),
    ('"Tháng "m/yyyy', LAST_OF_2025, "12/2025"),
    ('dd" tháng "mm" năm "yyyy', LAST_OF_2025, "2025-12-31"),
    ('yyyy" (ước)"', LAST_OF_2025, "2025 (ước)"),
    ('"Ước đến "dd/mm/yy', LAST_OF_2025, "Ước đến 31/12/25"),
    ('"Kỳ "mmmm', LAST_OF_2025, "CDS381"),
    ("[$-42A]dd/mm/yyyy;@", LAST_OF_2025, "2025-12-31"),
]


def write(path: str, code: str, held: object, **view: Any) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("indicator", "period", "value"))
        sheet.write_row(1, 0, ("doanh-nghiep", 2021))
        sheet.write(1, 2, held, book.add_format({"num_format": code}))
        if view.get("hide_zeros"):
            sheet.hide_zero()


def content(path: str, *, fast: bool = True) -> CellContent:
    _, (_, (_, _, cell)) = read_workbook(Path(path), fast=fast).sheets[0].rows
    return cell


def seen(cell: CellContent) -> str:
    return cell.code if isinstance(cell, Fault) else shown(cell)


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize(("code", "held", "look"), LOOKS)
def test_a_cell_is_read_as_its_format_shows_it(
    folder: Path, code: str, held: object, look: str, fast: bool
) -> None:
    del folder
    write("a.xlsx", code, held)
    assert seen(content("a.xlsx", fast=fast)) == look


@pytest.mark.usefixtures("folder")
def test_libreoffice_keeps_what_these_cells_look_like() -> None:
    """As .ods the sections are styles of their own; what a cell shows stands beside its number."""
    looks = [each for each in LOOKS if each[2] != "CDS381"]  # it writes the month in its language
    with xlsxwriter.Workbook("a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, (code, held, _) in enumerate(looks):
            sheet.write_row(at, 0, (str(at), "|"))
            sheet.write(at, 2, held, book.add_format({"num_format": code}))
    profile = Path("profile").absolute().as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "ods",
            "a.xlsx",
        ],
        check=True,
        capture_output=True,
    )
    rows = read_workbook(Path("a.ods")).sheets[0].rows
    assert [seen(cells[2]) for _, cells in rows] == [look for *_, look in looks]


@pytest.mark.usefixtures("folder")
def test_a_sheet_that_shows_no_zeros_hides_them() -> None:
    write("a.xlsx", "0", 0, hide_zeros=True)
    assert seen(content("a.xlsx")) == "CDS380"
    write("a.xlsx", "0", 5, hide_zeros=True)
    assert seen(content("a.xlsx")) == "5"


@pytest.mark.usefixtures("desk")
def test_a_hidden_figure_is_refused_with_its_cell(run: Run, kept: Kept) -> None:
    write("a.xlsx", ";;;", 105)
    answer = run("import", "a.xlsx", "--lang", "en")
    assert (answer.code, codes(answer), kept()) == (5, ["CDS380"], [])
    assert answer.err.startswith(
        "a.xlsx: Sheet1!C2: CDS380 the number format makes the cell look empty, but it contains 105\n"
        "  If there is no figure, clear the cell; if there is, change the format so that it shows"
    )


@pytest.mark.usefixtures("desk")
def test_what_is_hidden_beside_the_table_is_nobodys_figure(run: Run, kept: Kept) -> None:
    with xlsxwriter.Workbook("a.xlsx") as book:
        sheet, away = book.add_worksheet(), book.add_format({"num_format": ";;;"})
        sheet.write_row(0, 0, ("Chỉ tiêu", "Kỳ số liệu", "Số liệu"))
        sheet.write_row(1, 0, ("Số doanh nghiệp số", 2021, 105))
        sheet.write(1, 5, 7, away)
    answer = run("import", "a.xlsx")
    assert answer.code == 0, answer.err
    assert kept() == ["doanh-nghiep,,2021,105,exact"]


@pytest.mark.usefixtures("desk")
def test_a_quarter_that_a_date_format_shows_is_the_period(run: Run, kept: Kept) -> None:
    with xlsxwriter.Workbook("a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Chỉ tiêu", "Kỳ số liệu", "Số liệu"))
        sheet.write_row(1, 0, ("Số doanh nghiệp số", "", 105))
        sheet.write(1, 1, LAST_OF_2025 - 1461, book.add_format({"num_format": '"Q4/"yyyy'}))
    answer = run("import", "a.xlsx")
    assert answer.code == 0, answer.err
    assert kept() == ["doanh-nghiep,,2021-Q4,105,exact"]
