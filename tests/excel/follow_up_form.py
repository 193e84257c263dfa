"""A follow-up form as departments draw it: its heading in one or two lines, and what was kept of it."""

from collections.abc import Callable, Sequence
from typing import Any

from tests.conftest import Run
from tests.excel.conftest import Rows
from tests.excel.test_own_columns import exported

FIRST, SECOND = "Hồ sơ trên mạng", "Số doanh nghiệp"
SIDE = ("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu")


def split(group: str, parts: Sequence[str], *, note: bool = False) -> tuple[Rows, list[str]]:
    """A heading in rows 2 and 3 whose last column falls apart, and its merged areas."""
    end = [None] * (len(parts) - 1) + (["Ghi chú"] if note else [])
    rows: Rows = [["BIỂU THEO DÕI"], [*SIDE, group, *end], [None] * 4 + list(parts)]
    last = "EFGHIJ"[len(parts) - 1]
    merged = [f"E2:{last}2", *(f"{letter}2:{letter}3" for letter in "ABCD")]
    after = "FGHIJK"[len(parts) - 1]
    return rows, merged + ([f"{after}2:{after}3"] if note else [])


def merging(areas: Sequence[str]) -> Callable[[Any], None]:
    """Merges these areas of a sheet."""

    def change(sheet: Any) -> None:
        for area in areas:
            sheet.merge_cells(area)

    return change


def kept(run: Run) -> list[str]:
    """Indicator, period and value of every figure that is recorded now."""
    return [",".join(row.split(",")[i] for i in (0, 3, 4)) for row in exported(run)]


def one_line(*results: str) -> list[str]:
    """A heading of one line with these columns after the unit."""
    return ["TT", "Chỉ tiêu", "ĐVT", *results]
