"""The JSON Schemas of explain, show and the comparison accept what is printed, and only that."""

import json
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.conftest import run_program

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "docs" / "schema"
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


def schema(name: str) -> dict[str, Any]:
    text = (SCHEMAS / f"{name}.report.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def problems(name: str, printed: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(printed)]


@pytest.fixture
def filled(folder: Path) -> Path:
    shutil.copytree(HERE / "sample", folder, dirs_exist_ok=True)
    assert run_program("init").code == 0
    assert run_program("import", "figures.csv").code == 0
    return folder


@pytest.mark.parametrize(("name", "command"), REPORTS)
def test_what_is_printed_is_valid(name: str, command: str, filled: Path) -> None:
    del filled
    printed = json.loads(run_program(*command.split(), "--format", "json").out)
    Draft202012Validator.check_schema(schema(name))
    assert problems(name, printed) == []


@pytest.mark.parametrize(
    ("name", "command"),
    [("explain", "explain mat-do"), ("show", "show mat-do"), ("methods", "status --methods all")],
)
def test_a_key_more_or_less_is_not(name: str, command: str, filled: Path) -> None:
    del filled
    printed = json.loads(run_program(*command.split(), "--format", "json").out)
    free = {"numbers", "documents", "every", "counts"}
    for path in paths(printed, free):
        for change in ("more", "less"):
            changed = deepcopy(printed)
            place: Any = changed
            for step in path:
                place = place[step]
            if change == "more":
                place["surprise"] = 1
            else:
                place.pop(next(iter(place)))
            assert problems(name, changed), (path, change)


def paths(node: Any, free: set[str], path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to one object of each kind; objects whose keys are data are left out."""
    if isinstance(node, dict):
        yield path
        for key, inner in node.items():
            if key not in free:
                yield from paths(inner, free, (*path, key))
    elif isinstance(node, list) and node:
        yield from paths(node[0], free, (*path, 0))
