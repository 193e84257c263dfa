"""Workbooks of every make: the strict variant, dates as text, sizes that are wrong, other kinds of files."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.importing.conftest import Kept, codes

from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.workbook.reader import read_workbook

ROWS: list[list[Any]] = [
    ["indicator", "period", "value"],
    ["ho-so", 2021, 67.5],
    ["doanh-nghiep", "2021", 105],
]


def rewritten(path: Path, change: Callable[[str, str], str]) -> None:
    """Changes the text of every part of an archive, given its name."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, change(name, content.decode("utf-8")))


def strict(name: str, text: str) -> str:
    """A part in the names of the strict variant."""
    del name
    return re.sub(
        r"http://schemas\.openxmlformats\.org/(\w+)/2006/", r"http://purl.oclc.org/ooxml/\1/", text
    )


@pytest.mark.usefixtures("desk")
def test_the_strict_variant_is_read(run: Run, kept: Kept, write_book: Write) -> None:
    rewritten(write_book(ROWS), strict)
    answer = run("import", "a.xlsx")
    assert answer.code == 0, answer.err
    assert kept() == ["doanh-nghiep,,2021,105,exact", "ho-so,,2021,67.5,exact"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2021-12-31T00:00:00Z", "2021-12-31"),
        ("2021-12-31T23:30:00+07:00", "2021-12-31"),
        ("2021-12-31T23:30:00", "2021-12-31"),
        ("2021-12-31", "2021-12-31"),
    ],
)
def test_a_date_as_text_with_or_without_a_zone_is_the_day_that_is_written(
    run: Run, kept: Kept, write_book: Write, written: str, period: str
) -> None:
    path = write_book([ROWS[0], ["ho-so", 44561, 67.5]])
    cell = f'<c r="B2" t="d"><v>{written}</v></c>'
    rewritten(path, lambda _, part: re.sub(r'<c r="B2".*?</c>', cell, part))
    answer = run("import", "a.xlsx")
    assert answer.code == 0, answer.err
    assert kept() == [f"ho-so,,{period},67.5,exact"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "dimension",
    ["A1", "A1:A1", "A1:B2", "A1:XFD1048576", "1:3", "A:C", "", "nonsense", "C3:A1", "A0:C3", None],
)
def test_a_wrong_or_missing_size_of_a_sheet_changes_nothing(
    run: Run, kept: Kept, write_book: Write, dimension: str | None
) -> None:
    path = write_book(ROWS)
    given = "" if dimension is None else f'<dimension ref="{dimension}"/>'
    rewritten(path, lambda _, part: re.sub(r"<dimension [^>]*/>", given, part))
    answer = run("import", "a.xlsx")
    assert answer.code == 0, answer.err
    assert kept() == ["doanh-nghiep,,2021,105,exact", "ho-so,,2021,67.5,exact"]


def test_both_libraries_read_dates_since_1904(write_book: Write) -> None:
    def change(sheet: Any) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        sheet.parent.epoch = CALENDAR_MAC_1904
        sheet["A1"].number_format = "mm/yyyy"

    path = write_book([[date(2020, 12, 1), date(2020, 12, 1)]], change)
    for fast in (True, False):
        ((_, cells),) = read_workbook(path, fast=fast).sheets[0].rows
        assert [shown(cell) for cell in cells] == ["12/2020", "2020-12-01"]


@pytest.mark.usefixtures("desk")
def test_a_table_with_more_columns_than_are_read_is_refused_and_another_sheet_is_not(
    run: Run, write_book: Write
) -> None:
    beyond: list[Any] = [None] * 297
    wide = [[*ROWS[0], *beyond, "x"], *ROWS[1:]]
    write_book(wide)
    assert codes(run("import", "a.xlsx")) == ["CDS359"]

    def change(sheet: Any) -> None:
        sheet.parent.create_sheet("Khác").cell(1, 300, "x")

    write_book(ROWS, change)
    assert run("import", "a.xlsx").code == 0


@pytest.mark.parametrize("name", ["thang-7.xlsx", "thang-7.ODS"])
def test_a_text_named_like_a_workbook_is_to_be_renamed(sample: Path, run: Run, name: str) -> None:
    run("init")
    (sample / name).write_text("Tháng 7\nsố hồ sơ;70\n", encoding="utf-8")
    answer = run("import", name, "--lang", "en")
    assert answer.code == 5
    assert (
        f"CDS369 {name} is no {Path(name).suffix.lower()} workbook; it looks like text"
        in answer.err
    )
    assert "Rename it to thang-7.csv" in answer.err
    assert "CDS346" not in answer.err
    assert "Đổi tên thành thang-7.csv" in run("import", name).err


def test_a_text_named_like_a_workbook_is_read_where_its_heading_is_found(
    sample: Path, run: Run
) -> None:
    run("init")
    text = "indicator,period,value\nho-so-cap-xa,2022-06-30,12\n"
    (sample / "f.xlsx").write_text(text, encoding="utf-8")
    assert run("import", "f.xlsx").code == 0
