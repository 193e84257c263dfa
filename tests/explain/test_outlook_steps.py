"""What an explanation says of the time ahead: sums that a calculator gives again, and refusals."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.explain.test_steps import reckoned
from tests.verdict.decision_cases import figure, indicator

from cdstrack.core.plan.model import Header, Indicator, Label, MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.explain import Progress, TargetExplanation, build_explanation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.render.indicator.outlook_steps import likely_steps
from cdstrack.render.indicator.steps import steps
from cdstrack.render.view import View

_SUM = re.compile(
    r"(?:that is |: (?!over )|cases: [\d.,−]+ ± )([^:;=±]+?) = (?:[\d.,−]+ ± )?(−?[\d.,]+)"
)


def explained(
    measured: Indicator, figures: list[Observation], method: MethodName | None = None
) -> tuple[TargetExplanation, Plan]:
    plan = Plan(plan=Header(id="p", title=Label(vi="P"), area="a"), indicators=(measured,))
    as_of = max((each.period.end for each in figures), default=date(2024, 12, 31))
    header = ReportHeader(
        "explain", "p", plan.plan.title, "0", as_of, None, MethodName.LINEAR, "Asia/Ho_Chi_Minh"
    )
    explanation = build_explanation(plan, measured, figures, header, method=method)
    return explanation.targets[0], plan


def progress(measured: Indicator, figures: list[Observation]) -> Progress:
    found = explained(measured, figures)[0].progress
    assert found is not None
    return found


@settings(max_examples=60, deadline=None)
@given(values=st.lists(st.integers(1, 95), min_size=4, max_size=9), due=st.integers(2025, 2030))
def test_every_sum_about_what_is_likely_gives_its_printed_result(
    values: list[int], due: int
) -> None:
    measured = indicator({"due": f"{due}-12-31", "at_least": "97"}, bounds=["0", "100"])
    known = [figure(str(2025 - len(values) + n), str(value)) for n, value in enumerate(values)]
    lines = list(likely_steps(progress(measured, known), "en"))
    sums = [found for line in lines for found in _SUM.findall(line)]
    assert len(sums) >= 3
    for formula, result in sums:
        typed = re.sub(r"√([\d.]+)", r"(\1^0.5)", formula)
        wanted = reckoned(result)
        assert reckoned(typed) == pytest.approx(wanted, rel=2e-3, abs=6e-3)


def test_the_chance_is_told_with_its_words_or_decided_by_the_bounds() -> None:
    known = [figure(str(2020 + n), str(50 + 5 * n)) for n in range(5)]
    measured = indicator({"due": "2026-12-31", "at_least": "80"})
    assert list(likely_steps(progress(measured, known), "en"))[-1] == (
        "Share of the normal distribution that meets the target: 0.4477, that is about 4 in 10"
    )
    never = indicator({"due": "2026-12-31", "more_than": "100"}, bounds=["0", "100"])
    assert list(likely_steps(progress(never, known), "vi"))[-1] == ("Khả năng đạt: dưới 1 trên 10")


@pytest.mark.parametrize(
    ("figures", "due", "why"),
    [
        ({"2023": "50", "2024": "55"}, "2030", "there are fewer than four figures"),
        (
            {"2023-06": "50", "2023-12": "51", "2024-06": "52", "2024-12": "55"},
            "2030",
            "the figures span less than two years",
        ),
        (
            {"2021": "50", "2022": "51", "2023": "52", "2024": "55"},
            "2045",
            "the due date is further than five times the span of the figures",
        ),
    ],
)
def test_why_no_chance_is_given(figures: dict[str, str], due: str, why: str) -> None:
    measured = indicator({"due": f"{due}-12-31", "at_least": "80"})
    known = [figure(*each) for each in figures.items()]
    (line,) = likely_steps(progress(measured, known), "en")
    assert line == f"No chance is given: {why}"


@pytest.mark.parametrize("method", MethodName)
def test_where_the_baseline_met_the_target_the_steps_of_the_measure_are_told(
    method: MethodName,
) -> None:
    """Row 10: every method but the path of `linear` has a measure, and its steps."""
    baseline: dict[str, Any] = {"date": "2020-12-31", "value": "82"}
    measured = indicator({"due": "2026-12-31", "at_least": "80"}, baseline=baseline)
    known = [figure(str(2021 + n), value) for n, value in enumerate(("81", "78", "77", "76"))]
    target, plan = explained(measured, known, method)
    told = steps(target, measured, View(plan, "en")).steps
    assert any("Decision rule 10" in line for line in told)
    measures = [
        line
        for line in told
        if "Ratio:" in line or "Share of the target" in line or "out of 10" in line
    ]
    assert bool(measures) is (method is not MethodName.LINEAR)
