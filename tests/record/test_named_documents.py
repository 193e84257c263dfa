"""Receipts, the log and the pages about one indicator cite a document by what people call it."""

from pathlib import Path

import pytest
from tests.conftest import Run

NAMED = "130/BC-STTTT"


@pytest.fixture(autouse=True)
def begun(sample: Path, run: Run) -> Path:
    """A store that keeps a document which the plan does not declare, and a figure from it."""
    assert run("init").code == 0
    assert run("document", "add", "bc-08", "--title", "Báo cáo", "--number", NAMED).code == 0
    return sample


def record(run: Run) -> str:
    answer = run("record", "ho-so-cap-tinh", "70", "--on", "30/8/2022", "--document", "bc-08")
    assert answer.code == 0, answer.err
    return answer.out


def test_a_receipt_names_the_document_and_its_id(run: Run) -> None:
    assert f"  văn bản   {NAMED} (bc-08)\n" in record(run)


def test_a_correction_of_the_source_names_both_documents(run: Run) -> None:
    record(run)
    given = (
        "--on",
        "30/8/2022",
        "--document",
        "bao-cao-7",
        "--reason",
        "nhầm nguồn",
        "--width",
        "100",
    )
    told = run("correct", "ho-so-cap-tinh", "70", *given).out
    assert f"văn bản {NAMED} (bc-08) → 123/BC-STTTT (bao-cao-7)" in told
    assert f"văn bản: {NAMED} (bc-08)" in run("log", "-p").out


@pytest.mark.parametrize("page", ["show", "explain"])
def test_a_page_about_the_indicator_names_it_too(page: str, run: Run) -> None:
    record(run)
    assert NAMED in run(page, "ho-so-cap-tinh", "--format", "text").out
    before = run(page, "ho-so-cap-tinh", "--format", "text", "--known-at", "2020-01-01")
    assert before.code == 0
    assert NAMED not in before.out
