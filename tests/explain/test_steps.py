"""Every printed sum can be typed into a calculator and gives the printed result."""

import ast
import math
import operator
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdstrack.core.plan.model import Measure, MethodName, Unit
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Case, Undefined, Working
from cdstrack.core.verdict.trajectory import Path, Point
from cdstrack.words.labels.working import (
    DESCRIBED,
    FORMULAS,
    UNDEFINED,
    cuts_words,
    plain,
    signs_of_cuts,
    step_words,
)

_OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def reckoned(formula: str) -> float:
    """What a calculator gives for a printed sum."""
    formula = formula.replace(",", "")
    for sign, typed in {"×": "*", "÷": "/", "−": "-", "^": "**"}.items():
        formula = formula.replace(sign, typed)
    return _value(ast.parse(formula, mode="eval").body)


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id="e"):
            return math.e
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_value(left), _value(right))
    raise ValueError(ast.dump(node))


values = st.integers(1, 99).map(float)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    points = [Point(2020.0 + year, draw(values)) for year in range(draw(st.integers(2, 7)))]
    goal = Point(2030.0, draw(values.filter(lambda x: abs(x - points[0].x) >= 1)))
    sign = 1 if goal.x > points[0].x else -1
    unit = draw(st.sampled_from([Unit.PERCENT, Unit.COUNT]))
    path = Path((points[0], Point(2026.0, (points[0].x + goal.x) / 2), goal))
    return Case(points[0], points[-1], goal, sign, path, tuple(points), unit, Measure.STOCK)


@pytest.mark.parametrize("method", MethodName)
@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_a_printed_sum_gives_its_printed_result(method: MethodName, case: Case) -> None:
    working = METHODS[method].work(case)
    if isinstance(working, Undefined):
        return
    for step in working.steps:
        if step.key in FORMULAS:
            printed = step_words(step, "en").removeprefix(f"{FORMULAS[step.key].name.en}: ")
            formula, _, result = printed.rpartition(" = ")
            # The printed numbers are rounded, so a small divisor magnifies what was cut off.
            assert reckoned(formula) == pytest.approx(reckoned(result), rel=0.02, abs=0.02)


@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_every_weight_is_printed_as_a_sum_of_its_own(case: Case) -> None:
    working = METHODS[MethodName.ESCAP].work(case)
    assert isinstance(working, Working)
    (step,) = (each for each in working.steps if each.key.startswith("weights"))
    sums = re.findall(r"(\S+ ÷ \(\S+ − \S+\)) = (\S+?)(?:;|$)", step_words(step, "en"))
    assert len(sums) == len(case.points)
    for formula, result in sums:
        assert reckoned(formula) == pytest.approx(float(result), abs=1e-4)


def test_a_sum_is_written_in_the_language_of_the_reader() -> None:
    start, now, goal = Point(2024, 40), Point(2026, 50), Point(2031, 80)
    case = Case(start, now, goal, 1, Path((start, goal)), (start, now), Unit.COUNT, Measure.STOCK)
    working = METHODS[MethodName.LINEAR].work(case)
    assert isinstance(working, Working)
    expected, ratio = working.steps
    assert step_words(expected, "vi") == (
        "Giá trị cần đạt theo lộ trình: 40 + (80 − 40) × 2 ÷ 7 = 51,4286"
    )
    assert step_words(ratio, "en") == (
        "Ratio: actual change ÷ expected change: (50 − 40) ÷ (51.4286 − 40) = 0.875"
    )


def test_the_cuts_are_told_in_words_and_in_signs() -> None:
    escap = METHODS[MethodName.ESCAP].CLASSES
    assert cuts_words(escap, "en") == "above 9 on track; above 0 behind; else deteriorating"
    assert signs_of_cuts(escap, "vi") == "● > 9 · ◐ > 0 · ▼"


def test_every_reason_and_every_step_has_words() -> None:
    assert set(UNDEFINED) == set(Undefined)
    for table in (UNDEFINED, DESCRIBED):
        assert all(pair.vi and pair.en for pair in table.values())
    assert all(formula.name.vi and formula.name.en for formula in FORMULAS.values())


def test_a_number_below_a_tenth_keeps_six_decimals() -> None:
    assert plain(0.0430167, "vi") == "0,043017"
    assert plain(1234.56789, "en") == "1,234.5679"
    assert plain(-0.5, "en") == "−0.5"


def test_a_number_that_no_figure_can_be_is_told_by_its_power_of_ten() -> None:
    assert plain(9e12, "en") == "9,000,000,000,000"
    assert plain(1.23456e15, "vi") == "1,2346 × 10^15"
    assert plain(-1.23456e15, "en") == "−1.2346 × 10^15"
    assert plain(1e300, "en") == "1 × 10^300"
    assert reckoned(plain(1.23456e15, "en")) == pytest.approx(1.2346e15)
    start, now, goal = Point(2024, 1), Point(2024.25, 50000), Point(2025, 9000)
    case = Case(start, now, goal, 1, Path((start, goal)), (start, now), Unit.COUNT, Measure.STOCK)
    working = METHODS[MethodName.UNSD].work(case)
    assert isinstance(working, Working)
    assert step_words(working.steps[-1], "en") == (
        "Share of the target reached by the due date: ((6.25 × 10^18) − 1) ÷ (9,000 − 1) = 6.9452 × 10^14"
    )
