"""Workbooks as they arrive: the cells of their sheets, whoever wrote them.

Owns the choice of the library that reads the values, and how its kinds of values become cells.
python-calamine reads, because it is many times faster; what it fails at is given to openpyxl. Both
give the same cells, because the facts that either of them loses are laid over what it reads.
"""

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import IO

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import ImportRefusedError, Problem
from cdstrack.core.record.sheet import DAY_ZERO, CellContent, Fault, Number
from cdstrack.files.csv.sheet import MOST_COLUMNS, Book, BookSheet, Row
from cdstrack.files.importing.workbook.facts import MOST_ROWS, SheetFacts, read_facts
from cdstrack.files.importing.workbook.open_document import is_open_document, read_ods_facts
from cdstrack.files.importing.workbook.parts import refuse_hostile
from cdstrack.files.text.encodings import open_file

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_SIZE = re.compile(rb"<(?:\w+:)?dimension\b[^>]*>(?:</(?:\w+:)?dimension>)?")
_DATE_CELL = re.compile(rb"""(<(?:\w+:)?c\s[^>]*?\bt=)(["'])d\2""")
Raw = tuple[int, Sequence[object]]
"""The number of a row, from 1, and its values as a library gives them."""
Sheets = Callable[[str], Iterator[Raw]]
"""The rows of the sheet of a name."""


def read_workbook(path: Path, *, fast: bool = True) -> Book:
    """All sheets of a workbook with their cells.

    Args:
        path: The .xlsx or .ods file.
        fast: Whether python-calamine may read an .xlsx file; it alone reads .ods.

    Raises:
        ImportRefusedError: It is no workbook, damaged, or too large.
        OSError: It cannot be opened.
    """
    with open_file(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            refuse_hostile(archive)
            if is_open_document(archive):
                facts = read_ods_facts(archive)
                sheets = tuple(_sheets(path, _calamine(file), facts))
            else:
                facts = read_facts(archive)
                source = _usual(archive) if any(each.is_odd for each in facts) else file
                sheets = _read(path, source, lambda: _usual(archive), facts, fast=fast)
    except ImportRefusedError as refused:
        named = (
            replace(each, facts={"file": path.name, **each.facts}) for each in refused.problems
        )
        raise ImportRefusedError(*named) from None
    except (MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:
        # At damaged files the libraries raise anything; a panic in calamine is no Exception, an
        # offset that leads nowhere is an OSError without a file, and an error in XML that openpyxl
        # reads by lxml, where that is installed, names a file that is none.
        is_about_the_file = isinstance(error, OSError) and error.filename is not None
        if isinstance(error, SystemExit) or is_about_the_file:
            raise
        detail = f"{type(error).__name__}: {error}"
        raise ImportRefusedError(Problem("CDS333", {"file": path.name, "detail": detail})) from None
    day_zero = next((each.day_zero for each in facts if each.day_zero != DAY_ZERO), DAY_ZERO)
    return Book(path, digest, sheets, day_zero)


def _usual(archive: zipfile.ZipFile) -> IO[bytes]:
    """The workbook in the usual variant of the format, without dates as text and sizes of sheets.

    The strict variant (ISO/IEC 29500-1) differs in the names of its parts; neither library knows
    them. Dates as text become plain texts, over which the facts lay their days. Sizes may be wrong.
    """
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as usual:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename.endswith((".xml", ".rels")):
                content = _DATE_CELL.sub(
                    rb"\1\2str\2", _STRICT.sub(_USUAL, _SIZE.sub(b"", content))
                )
            usual.writestr(part.filename, content)
    return copy


def _read(
    path: Path,
    file: IO[bytes],
    usual: Callable[[], IO[bytes]],
    facts: Sequence[SheetFacts],
    *,
    fast: bool,
) -> tuple[BookSheet, ...]:
    """The sheets, read by the first attempt that succeeds; `usual` makes a plainer copy to read."""
    attempts: list[Callable[[], Sheets]] = [
        lambda: _openpyxl(file),
        lambda: _openpyxl(usual()),
    ]
    if fast and not any(each.is_vast for each in facts):
        attempts.insert(0, lambda: _calamine(file))
    for attempt in attempts[:-1]:
        try:
            return tuple(_sheets(path, attempt(), facts))
        except (ImportRefusedError, MemoryError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a panic in calamine is no Exception
            file.seek(0)
    return tuple(_sheets(path, attempts[-1](), facts))


def _sheets(path: Path, read: Sheets, facts: Sequence[SheetFacts]) -> Iterator[BookSheet]:
    for each in facts:
        if each.last_row > MOST_ROWS and not each.hidden:
            limits = {"sheet": each.name, "limit": str(MOST_ROWS)}
            raise ImportRefusedError(Problem("CDS337", limits))
        rows = () if each.hidden else tuple(_rows(read(each.name), each))
        yield BookSheet(
            str(path),
            rows,
            each.name,
            each.hidden,
            frozenset(each.hidden_rows),
            frozenset(each.hidden_columns),
            tuple(each.merged),
            each.last_row,
            each.last_column,
            dict(sorted(each.comments.items())),
        )


def _rows(raw: Iterable[Raw], facts: SheetFacts) -> Iterator[Row]:
    """The rows that hold something, without the empty cells at their ends."""
    for row, values in raw:
        cells = [
            _cell(value, (row, column), facts)
            for column, value in enumerate(values[:MOST_COLUMNS], 1)
        ]
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            yield row, tuple(cells)


def _cell(value: object, place: tuple[int, int], facts: SheetFacts) -> CellContent:
    known = facts.contents.get(place)
    if known is not None or value is None:
        return known
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = _number(value, percent=place in facts.percents)
        words = facts.worded.get(place) if isinstance(number, Number) else None
        return words.around(number) if words and isinstance(number, Number) else number
    return value if isinstance(value, bool | date) else Fault("CDS338", str(value))


def _number(value: float, *, percent: bool) -> Number | Fault:
    if not isfinite(value):
        return Fault("CDS336", str(value))
    # The shortest decimal that is this float is what was typed or what the sheet shows.
    number = Decimal(repr(float(value)))
    return Number(Decimal(format_decimal(number * 100 if percent else number)), percent)


def _calamine(file: IO[bytes]) -> Sheets:
    """Reads by python-calamine."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    file.seek(0)
    workbook = CalamineWorkbook.from_object(file)
    kinds = {sheet.name: sheet.typ for sheet in workbook.sheets_metadata}

    def read(name: str) -> Iterator[Raw]:
        if kinds.get(name) != SheetTypeEnum.WorkSheet:
            return
        sheet = workbook.get_sheet_by_name(name)
        # Without this, empty columns at the left are cut away and every cell moves.
        rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
        yield from enumerate(rows, 1)

    return read


def _openpyxl(file: IO[bytes]) -> Sheets:
    """Reads by openpyxl."""
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # It warns of extensions that it does not know; nothing of them is needed here.
        warnings.simplefilter("ignore")
        workbook = load_workbook(file, read_only=True, data_only=True)

    def read(name: str) -> Iterator[Raw]:
        sheet = workbook[name]
        if not hasattr(sheet, "reset_dimensions"):
            return
        # Some programs write a size that is not the sheet's; without it the rows are counted.
        sheet.reset_dimensions()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for row, values in enumerate(sheet.iter_rows(values_only=True), 1):
                yield row, [_unescaped(each) if isinstance(each, str) else each for each in values]

    return read


def _unescaped(text: str) -> str:
    """The text with the characters that a workbook spells `_x000D_`; openpyxl leaves them so."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
