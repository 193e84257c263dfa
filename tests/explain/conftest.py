"""The sample of this folder: a plan, and its figures recorded."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import run_program


@pytest.fixture
def filled(folder: Path) -> Path:
    """A working folder with the figures of the sample."""
    shutil.copytree(Path(__file__).parent / "sample", folder, dirs_exist_ok=True)
    assert run_program("init").code == 0
    assert run_program("import", "figures.csv").code == 0
    return folder
