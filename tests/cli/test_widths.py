"""No line is wider than it was asked to be, whatever the plan is called and counts in.

Nor is a word broken that fits a line: a name in two halves is neither read nor copied.
"""

import random
import re
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

from cdstrack.render.view import STANDARD_WIDTH

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
    ["explain", "i0"],
    ["whatif", "i0=5"],
    ["backtest"],
    ["scores", "i0"],
    ["status", "--against", "targets.yaml"],
    ["summary", "--draft", "--full"],
    ["remind", "mot"],
    ["document", "list"],
    ["document", "show", "bao-cao"],
    ["plan", "versions"],
    ["plan", "diff"],
    ["plan", "diff", "targets.yaml", "later.yaml"],
    ["closings"],
    ["units"],
    ["import", "figures-of-the-first-quarter.csv", "--dry-run"],
    ["check"],
    ["check", "--strict"],
    ["check", "--plan", "wrong.yaml"],
    ["examples"],
    ["show", "i"],
    ["record", "i0", "1.446", "--on", "2022"],
    ["undo"],
]
LANGUAGES = ["vi", "en"]

short = st.sampled_from(
    ["Hồ", "sơ", "trực", "tuyến", "của", "nghề", "số", "データ", "a", "(cấp", "xã)"]
)
_letters = random.Random(1)  # noqa: S311 - the same words each time
LONG = ["".join(_letters.choices("ăâđêôơưxyz数", k=size)) for size in (12, 15, 20, 26, 33, 48, 70)]
long = st.sampled_from(LONG)
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
            {
                "due": f"{year}-12-31",
                "at_least": goal,
                "wording": draw(names),
                "document": "bao-cao",
            }
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
        "documents": {
            "bao-cao": {"title": draw(names), "number": draw(short), "issuer": draw(long)}
        },
        "pillars": {"p": {"vi": draw(names)}},
        "org_units": {
            "tinh": {"vi": draw(names)},
            "mot": {"vi": draw(names)},
            "hai-" + "x" * 40: {"vi": draw(names)},
        },
        "indicators": [draw(indicators(number)) for number in range(many)],
    }


figures = st.lists(st.tuples(st.integers(0, 6), st.sampled_from([2020, 2021, 2022]), numbers))


def lay_out(plan: Mapping[str, Any], figures: list[tuple[int, int, float]]) -> None:
    """A working folder, with the same plan under a new name, a wrong plan, and a file of figures."""
    for name in ("targets.yaml", "later.yaml"):
        renamed = {
            **plan,
            "plan": {**plan["plan"], "title": {"vi": f"{name} {plan['plan']['title']['vi']}"}},
        }
        Path(name).write_text(yaml.safe_dump(renamed, allow_unicode=True), "utf-8")
    Path("wrong.yaml").write_text(Path("later.yaml").read_text("utf-8") + "indicator: 1\n", "utf-8")
    assert run_program("init").code == 0
    for number, year, value in figures:
        known = [f"i{number % len(plan['indicators'])}", f"{value:f}", "--on", str(year)]
        run_program("record", *known, "--yes")
    lines = [f"i0,,{year},7,bao-cao" for year in (2018, 2019)]
    head = "indicator,org_unit,period,value,document"
    Path("figures-of-the-first-quarter.csv").write_text("\n".join([head, *lines, ""]), "utf-8")
    run_program("import", "figures-of-the-first-quarter.csv")


def broken(answer: str, width: int) -> list[str]:
    """Long words whose beginning is in the answer, but not the word; not shortened names."""
    return [
        word
        for word in LONG
        if cell_len(word) <= min(width, STANDARD_WIDTH) - 8
        if word[:9] in answer and word not in answer
        if not re.search(rf"{word[:9]}[^ ]*…", answer)
    ]


@pytest.mark.usefixtures("outside")
@settings(max_examples=60, deadline=None)
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
        lay_out(plan, figures)
        answer = run_program(*command, "--width", str(width), "--lang", language)
        said = answer.out + answer.err
        assert answer.code != 1, answer.err
        assert not [line for line in said.splitlines() if cell_len(line) > width]
        assert not broken(said, width)
