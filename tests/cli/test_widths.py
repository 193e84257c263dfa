"""No line of a report is wider than it was asked to be, whatever the plan is called and counts in."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.conftest import run_program

COMMANDS = [
    ["status"],
    ["status", "--long"],
    ["status", "--all", "--sort", "lead"],
    ["gaps"],
    ["targets"],
    ["owners"],
    ["log"],
    ["log", "-p"],
    ["show", "i0"],
    ["summary", "--draft", "--full"],
]
LANGUAGES = ["vi", "en"]

short = st.sampled_from(
    ["Hồ", "sơ", "trực", "tuyến", "của", "nghề", "số", "データ", "a", "(cấp", "xã)"]
)
long = st.text(alphabet="ăâđêôơưxyz数", min_size=12, max_size=70)
names = st.lists(short | long, min_size=1, max_size=9).map(" ".join)
units = st.sampled_from(["%", "hồ sơ", "cơ sở dữ liệu chuyên ngành", "tỷ đồng/km²", "x" * 45])
numbers = st.sampled_from([0.5, 7, 90, 1234.5, 987_654_321.25])


@st.composite
def indicators(draw: st.DrawFn, number: int) -> dict[str, Any]:
    unit = draw(st.sampled_from(["percent", "count", "amount", "index"]))
    years = draw(st.lists(st.sampled_from([2021, 2023, 2025, 2028, 2030]), unique=True, max_size=4))
    goal = draw(numbers)
    found: dict[str, Any] = {
        "id": f"i{number}",
        "name": {"vi": f"{draw(names)} {number}"},
        "pillar": "p",
        "unit": unit,
        "direction": "increase",
        "lead": draw(st.sampled_from(["mot", "hai-" + "x" * 40])),
        "targets": [
            {"due": f"{year}-12-31", "at_least": goal, "wording": draw(names)}
            for year in sorted(years)
        ],
    }
    if draw(st.booleans()) or unit == "amount":
        found["unit_label"] = {"vi": draw(units), "en": draw(units)}
    if not found["targets"]:
        del found["targets"]
    return found


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    many = draw(st.integers(1, 7))
    return {
        "schema": 1,
        "plan": {"id": "p", "title": {"vi": draw(names)}, "area": "tinh", "starts": "2020-01-01"},
        "pillars": {"p": {"vi": draw(names)}},
        "org_units": {
            "tinh": {"vi": draw(names)},
            "mot": {"vi": draw(names)},
            "hai-" + "x" * 40: {"vi": draw(names)},
        },
        "indicators": [draw(indicators(number)) for number in range(many)],
    }


figures = st.lists(st.tuples(st.integers(0, 6), st.sampled_from([2020, 2021, 2022]), numbers))


@pytest.mark.usefixtures("outside")
@settings(max_examples=20, deadline=None)
@given(
    plan=plans(),
    figures=figures,
    width=st.sampled_from([60, 61, 72, 79, 80, 99, 100, 117, 140]),
    language=st.sampled_from(LANGUAGES),
    command=st.sampled_from(COMMANDS),
)
def test_no_line_is_wider_than_asked_for(
    plan: Mapping[str, Any],
    figures: list[tuple[int, int, float]],
    width: int,
    language: str,
    command: list[str],
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as at:
        at.chdir(folder)
        at.setenv("CDSTRACK_TODAY", "2023-06-30")
        at.setenv("CDSTRACK_USER", "lan")
        Path("targets.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")
        assert run_program("init").code == 0
        for number, year, value in figures:
            known = [f"i{number % len(plan['indicators'])}", f"{value:f}", "--on", str(year)]
            run_program("record", *known, "--yes")
        answer = run_program(*command, "--width", str(width), "--lang", language)
        assert answer.code == 0, answer.err
        assert not [line for line in answer.out.splitlines() if cell_len(line) > width]
