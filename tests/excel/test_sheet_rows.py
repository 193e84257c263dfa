"""Rows that are put into a sheet as text are those that XlsxWriter writes cell by cell."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from hypothesis import example, given
from hypothesis import strategies as st

from cdstrack.core.record.sheet import Qualified, SheetColumn, Value
from cdstrack.files.export.cells import Styles
from cdstrack.files.export.sheet_rows import row_writer
from cdstrack.files.export.workbook import open_workbook

COLUMNS = (SheetColumn("a"), SheetColumn("b", bar=True), SheetColumn("c"))
DOCUMENTED = ("set_row", "write_blank", "write_number", "write_string")
decimals = st.decimals(-(10**12), 10**12, places=6) | st.integers(-(10**20), 10**20).map(Decimal)
values = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(["<r>&</r>", " ở giữa ", "_x0041_", 'Sở <b> & "C"', "\ufffe", "=1+1", ""]),
    decimals,
    st.floats(0, 1),
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.builds(Qualified, decimals, st.sampled_from(["", "trên "]), st.sampled_from(["", " ‡"])),
)
tables = st.lists(
    st.tuples(st.tuples(*[values] * len(COLUMNS)), st.none() | st.integers(2, 20)), max_size=6
)


class Documented:
    """A sheet of XlsxWriter that has nothing but what its documentation names."""

    def __init__(self, sheet: object) -> None:
        for name in DOCUMENTED:
            setattr(self, name, getattr(sheet, name))


def parts(rows: Sequence[tuple[Sequence[Value], int | None]], *, whole: bool) -> dict[str, bytes]:
    """The parts of a workbook with a heading and these rows, each so many lines tall."""
    file = BytesIO()
    with open_workbook(file) as workbook:
        sheet: Any = workbook.add_worksheet("Số liệu")
        for index, column in enumerate(COLUMNS):
            sheet.write_string(0, index, column.heading)
        write = row_writer(sheet if whole else Documented(sheet), COLUMNS, Styles(workbook))
        for at, (row, lines) in enumerate(rows, 1):
            write(at, row, lines and lines * 15)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(rows=tables)
@example(rows=[])
@example(rows=[((None, None, None), None), ((None, Decimal(1), None), 30)])
@example(rows=[((Decimal(1), 1.0, 1.0), None), ((1.0, Decimal(1), "1"), None)])
def test_rows_as_text_are_to_the_byte_what_the_library_writes(
    rows: list[tuple[tuple[Value, ...], int | None]],
) -> None:
    # Where nothing stands in a row, the library keeps its height.
    rows = [(row, None if row == (None, None, None) else lines) for row, lines in rows]
    assert parts(rows, whole=True) == parts(rows, whole=False)
