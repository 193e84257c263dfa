"""A desk with a small index of communes, and a form that a commune has filled in."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import Run

SAMPLE = Path(__file__).parent / "sample"
TAKE = ("--map", "dti-xa", "--on", "2025", "--org-unit", "xa-an")
FORM = (SAMPLE / "xa-an.csv").read_text(encoding="utf-8")


@pytest.fixture
def desk(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-01-20")
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    assert run("init").code == 0
    return run
