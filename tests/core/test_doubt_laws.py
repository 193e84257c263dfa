"""What floats settle about a figure is what exact numbers say; what is plain breaks no rule."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from cdstrack.core.checks.course import LAST_STANDS, LOOKED_BACK, Course
from cdstrack.core.checks.doubts import doubts_of, found_in
from cdstrack.core.checks.observation_series import doubts_of_series
from cdstrack.core.plan.model import Indicator, Measure, Plan, State, Unit
from cdstrack.core.record.movement import movement
from cdstrack.core.record.observation import SHARE_OF, Observation, to_decimal
from cdstrack.core.record.observation_rules import observation_problems
from cdstrack.core.record.period import Period
from cdstrack.core.record.plain_figures import PlainFigures

START, END = date(2019, 1, 1), date(2024, 12, 31)
BREAKS: tuple[dict[str, Any], ...] = (
    {},
    {"breaks": [{"date": "2021-07-01", "reason": "cách tính mới"}]},
)
TOLD = {"bc": {"title": "Báo cáo"}, "cu": {"title": "Báo cáo cũ", "issued": "2021-03-01"}}
NUMBERS = ("0", "0.3", "1", "2", "9.999999", "10", "13", "30", "43", "43.000001", "50", "60", "100")


def plan_of(unit: Unit, measure: Measure, more: dict[str, Any]) -> Plan:
    """A plan with an indicator of this kind, a unit that was closed, and two documents."""
    bounds = {"bounds": ["0", "100"]} if unit is Unit.PERCENT else {}
    bounds |= {"bounds": ["1", "63"]} if unit is Unit.RANK else {}
    measured = {"name": {"vi": "x"}, "pillar": "p", "unit": unit, "direction": "increase"}
    return Plan.model_validate(
        {
            "plan": {"id": "thu", "title": {"vi": "t"}, "area": "tinh"},
            "pillars": {"p": {"vi": "p"}},
            "org_units": {"tinh": {"vi": "tỉnh"}, "xa": {"vi": "xã", "closed": "2022-06-30"}},
            "documents": TOLD,
            "indicators": [{**measured, "id": "x", "measure": measure, **bounds, **more}],
        }
    )


kinds = st.sampled_from(
    [(unit, measure) for unit in Unit for measure in Measure if unit is not Unit.RANK]
    + [(Unit.RANK, Measure.RANK)]
)
plans = st.builds(
    lambda kind, more: plan_of(kind[0], kind[1], more), kinds, st.sampled_from(BREAKS)
)
periods = st.one_of(
    st.tuples(st.integers(2019, 2024), st.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}"),
    st.tuples(st.integers(2019, 2024), st.integers(1, 4)).map(lambda at: f"{at[0]}-Q{at[1]}"),
    st.integers(2019, 2024).map(str),
    st.dates(START, END).map(str),
    st.tuples(st.dates(START, END), st.integers(1, 200)).map(
        lambda span: f"{span[0]}/{span[0] + timedelta(span[1])}"
    ),
).map(Period.parse)
values = st.one_of(
    st.sampled_from(NUMBERS).map(Decimal),
    st.integers(0, 10**8).map(lambda millionths: Decimal(millionths).scaleb(-6)),
)
fractions = st.tuples(st.integers(0, 100), st.integers(1, 100)).map(sorted)


@st.composite
def figures(draw: st.DrawFn, indicator: Indicator, period: Period) -> Observation:
    """A figure of the indicator, as somebody may have entered it, or damaged."""
    said: dict[str, Any] = {
        "indicator": "x",
        "org_unit": draw(st.sampled_from(["tinh", "tinh", "xa"])),
        "period": period,
        "document": draw(st.sampled_from([None, "bc", "cu", "mat"])),
        "id": draw(st.integers(1, 10**6)),
    }
    if indicator.unit is Unit.STATE:
        return Observation(**said, state=draw(st.sampled_from(State)), entered="xong")
    value = draw(values)
    if draw(st.integers(0, 2)):
        return Observation(**said, value=value, entered=str(value))
    part, whole = map(Decimal, draw(fractions))
    share = Fraction(part) / Fraction(whole) * SHARE_OF.get(indicator.unit, 100)
    value = draw(st.sampled_from([to_decimal(share), value]))
    stated = draw(st.sampled_from([None, None, Decimal(50)]))
    return Observation(**said, value=value, numerator=part, denominator=whole, stated=stated)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Plan, list[Observation]]:
    """An indicator and a series of its figures in order of time."""
    plan = draw(plans)
    spans = draw(st.lists(periods, max_size=30, unique_by=lambda each: each.text))
    spans.sort(key=lambda each: (each.end, each.text))
    series = [draw(figures(plan.indicators[0], each)) for each in spans]
    return plan, [each.model_copy(update={"org_unit": "tinh"}) for each in series]


class Exact(Course):
    """A course that leaves everything to exact numbers."""

    @property
    @override
    def moving(self) -> Sequence[int]:
        return range(len(self.figures))

    @override
    def is_jump(self, at: int, previous: int) -> bool | None:
        return None

    @override
    def is_surely_near(self, at: int) -> bool:
        return False


@given(courses())
@settings(max_examples=300, deadline=None)
def test_floats_doubt_the_figures_that_exact_numbers_doubt(
    given_course: tuple[Plan, list[Observation]],
) -> None:
    plan, series = given_course
    indicator = plan.indicators[0]
    told = list(doubts_of_series(Course(series, indicator)))
    assert told == list(doubts_of_series(Exact(series, indicator)))


@given(courses())
@settings(max_examples=100, deadline=None)
def test_the_figure_before_is_that_of_the_movement(
    given_course: tuple[Plan, list[Observation]],
) -> None:
    plan, series = given_course
    indicator, course = plan.indicators[0], Course(series, plan.indicators[0])
    for at, figure in enumerate(course.figures):
        before: Sequence[Observation] = course.figures[max(0, at - LOOKED_BACK) : at]
        if indicator.measure in LAST_STANDS:
            before = [each for each in before if each.period.end < figure.period.end][-1:]
        expected = movement(figure, before, indicator).previous
        found = course.previous(at)
        assert (None if found is None else course.figures[found]) == expected


@given(courses())
@settings(max_examples=100, deadline=None)
def test_one_figure_alone_is_doubted_as_in_its_series(
    given_course: tuple[Plan, list[Observation]],
) -> None:
    plan, series = given_course
    indicator = plan.indicators[0]
    walked: dict[str, list[str]] = {each.period.text: [] for each in series}
    for figure, doubt in found_in(Course(series, indicator)):
        walked[figure.period.text].append(doubt.code)
    for figure in series:
        alone = [each.code for each in doubts_of(figure, series, indicator)]
        assert alone == walked[figure.period.text]


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_no_rule_finds_anything_in_a_plain_figure(data: st.DataObject) -> None:
    plan = data.draw(plans)
    indicator, today = plan.indicators[0], data.draw(st.dates(START, END))
    issued = {"mat": date(2020, 1, 1)}
    figure = data.draw(figures(indicator, data.draw(periods)))
    if figure in PlainFigures(indicator, plan, today, issued):
        assert observation_problems(figure, indicator, plan, today, issued) == []


def test_most_figures_are_plain() -> None:
    plan = plan_of(Unit.PERCENT, Measure.STOCK, {})
    plain = PlainFigures(plan.indicators[0], plan, END, {})
    said: dict[str, Any] = {"indicator": "x", "org_unit": "tinh", "period": Period.parse("2022-06")}
    assert Observation(**said, value=Decimal("67.84"), document="bc") in plain
    fraction: dict[str, Any] = {"numerator": Decimal(981), "denominator": Decimal(1446)}
    assert Observation(**said, value=Decimal("67.842324"), **fraction) in plain
    assert Observation(**said, value=Decimal("67.842325"), **fraction) not in plain
    assert Observation(**said, value=Decimal("100.5")) not in plain
