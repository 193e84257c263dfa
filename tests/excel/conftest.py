"""Workbooks made for the tests, and the plan that they are read against."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from tests.import_csv.conftest import desk, plan

__all__ = ["desk", "plan", "write_book"]

OWN = ("Mã chỉ tiêu", "Kỳ số liệu", "Số liệu", "Tử số", "Mẫu số", "Ghi chú")
Rows = Sequence[Sequence[Any]]


@pytest.fixture
def write_book(folder: Path) -> Callable[..., Path]:
    """Writes a workbook of one sheet with these rows, and lets the test change it before."""

    def write(
        rows: Rows, change: Callable[[Any], None] | None = None, name: str = "a.xlsx"
    ) -> Path:
        workbook = Workbook()
        sheet = workbook.active
        sheet.title = "Số liệu"
        for row in rows:
            sheet.append(list(row))
        if change is not None:
            change(sheet)
        workbook.save(folder / name)
        return folder / name

    return write
