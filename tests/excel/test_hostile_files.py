"""Files that nobody should have sent: hostile workbooks, damaged ones, and what is none at all."""

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.conftest import Run
from tests.excel.conftest import Write

from cdstrack.core.problem import ImportRefusedError
from cdstrack.core.record.sheet import CellContent, Fault, Number
from cdstrack.files.importing.workbook.reader import read_workbook

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
pytest.importorskip("python_calamine", reason="python-calamine is not installed")


def cells(path: Path, *, fast: bool = True) -> list[tuple[CellContent, ...]]:
    """The cells of the first sheet, row by row."""
    return [row for _, row in read_workbook(path, fast=fast).sheets[0].rows]


def rewritten(path: Path, change: Callable[[bytes], bytes], name: str = "sheet1.xml") -> Path:
    """The workbook again, with one of its parts changed."""
    new = path.with_name("new.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as out:
        for part in old.namelist():
            content = old.read(part)
            out.writestr(part, change(content) if part.endswith(name) else content)
    return new


@pytest.mark.parametrize("fast", [True, False])
def test_a_cell_at_the_far_end_of_a_sheet_costs_no_memory(write_book: Write, fast: bool) -> None:
    path = write_book([["a", 1]])
    far = b'<row r="%d"><c r="%s"><v>1</v></c></row></sheetData>'
    below = rewritten(path, lambda xml: xml.replace(b"</sheetData>", far % (2**20, b"XFD1048576")))
    with pytest.raises(ImportRefusedError, match="CDS337"):
        read_workbook(below, fast=fast)
    small = rewritten(path, lambda xml: xml.replace(b"</sheetData>", far % (1, b"xfd1048576")))
    with pytest.raises(ImportRefusedError, match="CDS337"):
        read_workbook(small, fast=fast)
    odd = rewritten(path, lambda xml: xml.replace(b"</sheetData>", far % (1, b"A99999999")))
    with pytest.raises(ImportRefusedError, match="CDS333"):
        read_workbook(odd, fast=fast)
    aside = rewritten(path, lambda xml: xml.replace(b"</sheetData>", far % (9999, b"XFD9999")))
    assert cells(aside, fast=fast) == [("a", Number(Decimal(1)))]


@pytest.mark.parametrize(
    ("number", "fast"), [(b"1E400", True), (b"1E400", False), (b"NaN", True), (b"-INF", True)]
)
def test_what_is_no_number_in_a_cell_of_numbers_is_never_one(
    write_book: Write, number: bytes, fast: bool
) -> None:
    path = write_book([["a", 1]])
    odd = rewritten(path, lambda xml: xml.replace(b"<v>1</v>", b"<v>" + number + b"</v>"))
    ((_, cell),) = cells(odd, fast=fast)
    assert isinstance(cell, Fault)


def test_entities_are_found_wherever_they_are_declared(write_book: Write) -> None:
    path = write_book([["a", 1]])
    entity = b" " * 70_000 + b'<!DOCTYPE x [<!ENTITY a "a">]><worksheet '
    with pytest.raises(ImportRefusedError, match="CDS333"):
        read_workbook(rewritten(path, lambda xml: xml.replace(b"<worksheet ", entity, 1)))


def test_a_part_that_unpacks_to_more_than_it_declares_is_refused(write_book: Write) -> None:
    path = rewritten(
        write_book([["a", 1]]),
        lambda xml: xml.replace(b"</sst>", b" " * 10**6 + b"</sst>"),
        "sharedStrings.xml",
    )
    raw = bytearray(path.read_bytes())
    entry = raw.rfind(b"PK\x01\x02", 0, raw.rfind(b"xl/sharedStrings.xml"))
    raw[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(ImportRefusedError, match="CDS333"):
        read_workbook(path)


def test_the_day_from_which_days_are_counted_is_that_of_the_workbook(write_book: Write) -> None:
    def old(sheet: Any) -> None:
        sheet.parent.epoch = CALENDAR_MAC_1904

    assert read_workbook(write_book([["a"]], old)).day_zero == date(1904, 1, 1)
    assert read_workbook(write_book([["a"]])).day_zero == date(1899, 12, 30)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "CDS331 a.xlsx is a PDF file, not a table of figures"),
        (b"\x89PNG\r\n\x1a\n\0", "CDS331 a.xlsx is a PNG file"),
        (b"\xef\xbb\xbf <!DOCTYPE html><table>", "HTML/XML file, which is not supported"),
        (OLD + b"W\0o\0r\0k\0b\0o\0o\0k\0", "CDS332 a.xlsx is a workbook in the old format (.xls)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "CDS332 a.xlsx is password-protected"),
        (OLD + "WordDocument".encode("utf-16-le"), "a.xlsx is a .doc file"),
        ({"word/document.xml": "<a/>"}, "a.xlsx is a .docx file, not a table of figures"),
        ({"a.csv": "x"}, "a.xlsx is a ZIP file"),
        ({"xl/workbook.bin": ""}, "a.xlsx is a .xlsb file, which is not supported"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
            "CDS333 the workbook a.xlsx cannot be read",
        ),
        (b"PK\x03\x04 cut short", "CDS333 the workbook a.xlsx cannot be read: it is damaged"),
    ],
)
def test_another_kind_of_file_is_called_what_it_is(
    run: Run, content: bytes | dict[str, str], told: str
) -> None:
    if isinstance(content, bytes):
        Path("a.xlsx").write_bytes(content)
    else:
        with zipfile.ZipFile("a.xlsx", "w") as archive:
            for name, text in content.items():
                archive.writestr(name, text)
    answer = run("import", "a.xlsx", "--lang", "en")
    assert answer.code == 5
    assert told in answer.err
