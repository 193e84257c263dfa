"""Records to be shown: the sample of this folder, and an empty one of a plan with one indicator."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import run_program

PLAN = """\
schema: 1
plan: {id: mau, title: {vi: Đề án mẫu}, area: tinh, starts: 2019-01-01}
pillars: {chung: {vi: Chung}}
org_units: {tinh: {vi: tỉnh Mẫu}}
indicators:
  - id: ho-so
    name: {vi: Hồ sơ}
    pillar: chung
    unit: percent
    direction: increase
    targets: [{due: 2025-12-31, at_least: 90}]
"""


@pytest.fixture
def filled(folder: Path) -> Path:
    """A working folder with the figures of the sample."""
    shutil.copytree(Path(__file__).parent / "sample", folder, dirs_exist_ok=True)
    assert run_program("init").code == 0
    assert run_program("import", "figures.csv").code == 0
    return folder


@pytest.fixture
def empty(folder: Path) -> Path:
    """A working folder whose plan has one indicator, and no figure yet."""
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    assert run_program("init").code == 0
    return folder
