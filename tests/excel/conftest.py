"""Workbooks made for the tests, and the plan that they are read against."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from tests.import_csv.conftest import desk, plan

from cdstrack.core.problem import ImportRefusedError
from cdstrack.files.csv.sheet import Book
from cdstrack.files.importing.workbook.reader import read_workbook

__all__ = ["desk", "plan", "write_book"]

OWN = ("Mã chỉ tiêu", "Kỳ số liệu", "Số liệu", "Tử số", "Mẫu số", "Ghi chú")
Rows = Sequence[Sequence[Any]]
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def both_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every workbook that a test imports is read by both libraries, which must agree."""
    from cdstrack.files.importing.workbook import reader

    known = read_workbook

    def read(path: Path) -> Book:
        answers = [_answer(known, path, fast=fast) for fast in (True, False)]
        assert answers[0] == answers[1]
        return known(path)

    monkeypatch.setattr(reader, "read_workbook", read)


def _answer(read: Callable[..., Book], path: Path, *, fast: bool) -> object:
    """The book, or the codes with which it is refused."""
    try:
        return read(path, fast=fast)
    except ImportRefusedError as refused:
        return [each.code for each in refused.problems]


@pytest.fixture
def write_book(folder: Path) -> Write:
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
