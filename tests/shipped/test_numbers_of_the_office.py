"""Word, PDF and Excel have the numbers of `status --format json`, cell by cell.

What a text shows is compared at the decimals that it is written with; what a spreadsheet holds, whole.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.conftest import Run

from cdstrack.words.labels.vocabulary import STATUS

NUMBER = re.compile(r"-?\d+(?:\.\d{3})*(?:,\d+)?")
DAY = "2026-11-28"
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext")


@pytest.fixture(params=["mau", "ben-tre", "tra-vinh"])
def items(request: pytest.FixtureRequest, run: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What `status` says of a shipped plan with its figures."""
    monkeypatch.setenv("CDSTRACK_TODAY", DAY)
    chosen = [] if request.param == "ben-tre" else ["--example", request.param]
    for arguments in (["init", *chosen], ["import", "data/observations.csv"]):
        assert run(*arguments).code == 0
    return json.loads(run("status", "--format", "json").out)["items"]


def shows(text: str, known: Decimal) -> bool:
    """Whether the first number of a text is the known one, at the decimals it is written with."""
    found = NUMBER.search(text)
    if found is None:
        return False
    shown = Decimal(found[0].replace(".", "").replace(",", "."))
    return agrees(shown, known)


def agrees(shown: Decimal, known: Decimal) -> bool:
    """Whether a number is the known one, at the decimals that it has."""
    last = Decimal(1).scaleb(int(shown.as_tuple().exponent))
    return abs(shown - known) <= last / 2


def rows_of(items: Any) -> Iterator[tuple[Any, Any]]:
    """Each target with its item, in the order of the tables; an item of no target has one row."""
    by_pillar = dict.fromkeys(item["pillar"] for item in items)
    for pillar in by_pillar:
        for item in items:
            if item["pillar"] == pillar:
                yield from ((item, target) for target in item["targets"])


def test_the_cells_of_the_word_annex(items: Any, run: Run, folder: Path) -> None:
    assert run("report", "-o", "a.docx").code == 0
    table = Document(str(folder / "a.docx")).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    rows = [row for row in rows if row[0].isdigit()]
    for row, (item, target) in zip(rows, rows_of(items), strict=True):
        assert row[7].lower().startswith(STATUS[target["status"]].vi), item["indicator"]
        latest = item["latest"]
        if latest and latest["value"] and item["unit"] != "state":
            assert shows(row[4], Decimal(latest["value"])), (item["indicator"], row[4])
        if target["completion"] is None:
            assert row[5] == ""
        else:
            assert shows(row[5], Decimal(repr(target["completion"] * 100))), item["indicator"]


def test_the_cells_of_the_workbook(items: Any, run: Run, folder: Path) -> None:
    assert run("report", "-o", "a.xlsx").code == 0
    sheet = load_workbook(folder / "a.xlsx")["Tình hình"]
    above = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Chỉ tiêu")
    heads = [cell.value for cell in sheet[above]]
    rows = [
        dict(zip(heads, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=above + 1)
    ]
    expected = [(item, target) for item in items for target in item["targets"]]
    for row, (item, target) in zip(rows, expected, strict=True):
        assert row["Mã chỉ tiêu"] == item["indicator"]
        exact = {"Ngưỡng": target["threshold"], "Còn thiếu": target["gap"]}
        if item["latest"] and item["unit"] != "state":
            exact["Số liệu mới nhất"] = item["latest"]["value"]
        for head, known in exact.items():
            held = None if row[head] is None else Decimal(repr(row[head]))
            assert held == (known and Decimal(known)), (item["indicator"], head)
        paces = ("Tốc độ cần mỗi năm", "Tốc độ hiện tại mỗi năm", "Giá trị dự báo đến hạn")
        for head, name in zip(paces, ("required_pace", "current_pace", "forecast"), strict=True):
            if target[name] is None:
                assert row[head] is None
            else:
                # No more exact than the figure behind it.
                assert agrees(Decimal(repr(row[head])), Decimal(repr(target[name])))


def without_marks(cell: Any) -> str:
    """The text of a cell without the marks of its notes."""
    runs = (run for paragraph in cell.paragraphs for run in (*paragraph.runs, None))
    return "".join(
        " " if run is None else run.text for run in runs if not (run and run.font.superscript)
    )


@needs_pdftotext
def test_the_numbers_of_the_pdf_are_those_of_the_word_annex(
    items: Any, run: Run, folder: Path
) -> None:
    del items
    for name in ("a.docx", "a.pdf"):
        assert run("report", "-o", name).code == 0
    table = Document(str(folder / "a.docx")).tables[-1]
    words = {
        word
        for row in table.rows
        for cell in row.cells
        for word in without_marks(cell).split()
        if NUMBER.search(word)
    }
    done = subprocess.run(["pdftotext", "-raw", "a.pdf", "-"], check=True, capture_output=True)
    text = done.stdout.decode()
    assert [word for word in sorted(words) if word not in text] == []
