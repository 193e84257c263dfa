"""The JSON Schemas of explain, show and the comparison accept what is printed."""

import json
from pathlib import Path

import pytest
from tests.conftest import run_program
from tests.schemas.valid import problems

INDICATORS = (
    *("ho-so", "thoi-gian", "mat-do", "xep-hang", "nganh"),
    *("nang-suat", "doanh-thu", "trung-tam", "dan-so"),
)
REPORTS = [
    *(("explain", f"explain {each}") for each in INDICATORS),
    *(("explain", f"explain mat-do --method {name}") for name in ("cagr", "escap")),
    *(("show", f"show {each}") for each in INDICATORS),
    ("methods", "status --methods all"),
    ("methods", "status --methods unsd --as-of 2020-01-31"),
]


@pytest.mark.parametrize(("name", "command"), REPORTS)
def test_what_is_printed_is_valid(name: str, command: str, filled: Path) -> None:
    del filled
    printed = json.loads(run_program(*command.split(), "--format", "json").out)
    assert problems(name, printed) == []
