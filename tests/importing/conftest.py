"""A plan with an indicator of several units, and files as offices hand them in."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Answer, Run
from tests.excel.conftest import both_readers, write_book

__all__ = ["both_readers", "write_book"]

HERE = Path(__file__).parent
NAME = "Số doanh nghiệp số"
Kept = Callable[[], list[str]]


@pytest.fixture
def desk(folder: Path, run: Run) -> Path:
    """A folder with the plan, the descriptions of the cases and an empty store."""
    shutil.copy(HERE / "targets.yaml", folder)
    for each in (HERE / "cases").iterdir():
        shutil.copy(each, folder)
    assert run("init").code == 0
    return folder


@pytest.fixture
def kept(run: Run) -> Kept:
    """What the store holds, as `indicator,disaggregation,period,value,qualifier` of each figure."""

    def lines() -> list[str]:
        rows = [line.split(",") for line in run("export").out.splitlines()[1:]]
        return [",".join((row[0], row[2], row[3], row[4], row[8])) for row in rows]

    return lines


def codes(answer: Answer) -> list[str]:
    """The codes of an answer's problems, in their order."""
    return [
        word for line in answer.err.splitlines() for word in line.split() if word.startswith("CDS")
    ]


def csv(path: str, *rows: Sequence[Any]) -> str:
    """Writes a form as CSV with semicolons, and gives its name."""
    text = "\n".join(";".join(map(str, row)) for row in rows)
    Path(path).write_text(f"{text}\n", encoding="utf-8")
    return path
