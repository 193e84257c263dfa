"""Workbooks of every make: OpenDocument, the strict variant, dates as text, sizes that are wrong."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Answer
from tests.importing.conftest import codes

from cdstrack.core.problem import ImportRefusedError
from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.workbook.reader import read_workbook

Run = Callable[..., Answer]
Kept = Callable[[], list[str]]
Write = Callable[..., Path]
ROWS: list[list[Any]] = [
    ["indicator", "period", "value"],
    ["ho-so", 2021, 67.5],
    ["doanh-nghiep", "2021", 105],
]
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
STYLES = (
    '<number:date-style style:name="N1"><number:month/><number:text>/</number:text>'
    "<number:year/></number:date-style>"
    '<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="away" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="up" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="out" style:family="text">'
    '<style:text-properties style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="low" style:family="text">'
    '<style:text-properties style:text-position="sub 58%"/></style:style>'
)


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


def ods(path: Path, *rows: str, name: str = "Trang", style: str = "", numbers: str = "") -> None:
    """Writes an .ods file of one sheet with these rows of XML; `numbers` is how `own` shows them."""
    shown = f'<number:number-style style:name="N2">{numbers}</number:number-style>'
    own = '<style:style style:name="own" style:family="table-cell" style:data-style-name="N2"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {NAMES}>'
            f"<office:automatic-styles>{STYLES}{shown}{own}</office:automatic-styles><office:body>"
            f'<office:spreadsheet><table:table table:name="{name}" {style}>'
            f"{''.join(rows)}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def text(content: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{content}</text:p></table:table-cell>'


def number(value: float, kind: str = "float", more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


HEAD = row(text("indicator"), text("period"), text("value"))


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
