"""The coarse look at a large file: it never lets a series pass in which a rule finds something."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cdstrack.core.checks.doubts import doubts_in
from cdstrack.core.checks.survey import Survey
from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.columns import MILLION, ObservationColumns
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.same_day import same_day

_FORMS: dict[str, dict[str, Any]] = {
    "ty-le": {"unit": "percent", "measure": "stock", "bounds": [0, 100]},
    "ty-suat": {"unit": "per_thousand", "measure": "rate"},
    "doanh-thu": {"unit": "amount", "measure": "flow"},
    "ho-so": {"unit": "percent", "measure": "flow", "bounds": [0, 100]},
    "tang-truong": {"unit": "percent", "measure": "growth"},
    "so-dn": {"unit": "count", "measure": "stock"},
    "hang": {"unit": "rank", "measure": "rank", "bounds": [1, 63]},
    "chi-so": {"unit": "index", "measure": "stock"},
}
INDICATORS = {
    name: Indicator.model_validate(
        {"id": name, "name": {"vi": name}, "pillar": "p", "direction": "increase", **form}
    )
    for name, form in _FORMS.items()
}
PERIODS = [
    *(f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in (3, 6, 9, 12)),
    *(f"{year}-Q{quarter}" for year in (2024, 2025) for quarter in (1, 2, 4)),
    *("2023", "2024", "2024-12-31", "2025-01-01/2025-06-30", "2025-02-01/2025-06-30"),
]
Row = tuple[str, str, str, int, bool]
INDICATOR = st.sampled_from(sorted(INDICATORS))
STEPS = st.sampled_from([0, 1, 2, 4, 5, 6, 10, 24, 26, 31, 100, -1, -4, -6, -30])
VALUES = st.sampled_from([0, 1, 3, 20, 50, 60])


@st.composite
def any_courses(draw: st.DrawFn) -> list[Row]:
    """Figures of one series, some of them in order of time, each a step from the one before."""
    indicator, value = draw(INDICATOR), draw(VALUES)
    periods = draw(st.lists(st.sampled_from(PERIODS), min_size=1, unique=True))
    if draw(st.booleans()):
        periods.sort(key=lambda text: (Period.parse(text).end, text))
    rows: list[Row] = []
    for period in periods:
        rows.append((indicator, "a", period, value, draw(st.booleans())))
        value = min(100, max(0, value + draw(STEPS)))
    return rows


@st.composite
def quiet_courses(draw: st.DrawFn) -> list[Row]:
    """A series that hardly moves but for one step, which others may take."""
    indicator, value, usual = draw(INDICATOR), draw(VALUES), draw(st.sampled_from([0, 1]))
    moved, by = draw(st.integers(5, 11)), draw(STEPS)
    values = [value + at % 2 * usual + (at >= moved) * by for at in range(12)]
    months = zip(PERIODS[:12], values, strict=True)
    return [(indicator, "b", text, min(100, max(0, now)), False) for text, now in months]


def figure_of(number: int, row: Row) -> Observation:
    indicator, unit, period, value, as_fraction = row
    is_share = INDICATORS[indicator].unit in {"percent", "per_thousand"}
    whole = Decimal(1000 if INDICATORS[indicator].unit == "per_thousand" else 100)
    parts: dict[str, Any] = (
        {"numerator": Decimal(value), "denominator": whole} if as_fraction and is_share else {}
    )
    return Observation(
        id=number,
        indicator=indicator,
        org_unit=unit,
        period=Period.parse(period),
        value=Decimal(value),
        entered=str(value),
        **parts,
    )


def columns_of(figures: Sequence[Observation]) -> ObservationColumns:
    def millionths(number: Decimal | None) -> int | None:
        return None if number is None else int(number * MILLION)

    return ObservationColumns(
        range(len(figures)),
        {
            "indicator": [each.indicator for each in figures],
            "org_unit": [each.org_unit for each in figures],
            "period": [each.period.text for each in figures],
            "period_start": [str(each.period.start) for each in figures],
            "period_end": [str(each.period.end) for each in figures],
            "value": [millionths(each.value) for each in figures],
            "numerator": [millionths(each.numerator) for each in figures],
            "denominator": [millionths(each.denominator) for each in figures],
        },
        {"disaggregation": "", "qualifier": "exact"},
    )


def surveyed(figures: Sequence[Observation], at_once: int, held: str = "") -> Survey:
    survey = Survey(INDICATORS)
    for first in range(0, len(figures), at_once):
        batch = columns_of(figures[first : first + at_once])
        survey.see(batch, lambda series: series[0] == held)
    return survey


@settings(max_examples=600, deadline=None)
@given(st.lists(any_courses() | quiet_courses(), min_size=1, max_size=4), st.integers(1, 9))
def test_whatever_a_rule_finds_lies_in_a_series_that_is_looked_at(
    found: list[list[Row]], at_once: int
) -> None:
    figures = [figure_of(at, row) for at, row in enumerate(chain(*found), 1)]
    survey = surveyed(figures, at_once)
    cells = [each.cell for each in figures]
    assert not survey.is_orderly or len(cells) == len(set(cells))
    by_time = sorted(figures, key=lambda each: (*each.cell[:3], each.period.end, each.period.text))
    for series_key, together in groupby(by_time, key=lambda each: each.cell[:3]):
        series, indicator = list(together), INDICATORS[series_key[0]]
        if list(doubts_in(series, indicator)):
            assert series_key[:2] in survey.moving
        if any(same_day(each, series, indicator) for each in series):
            assert series_key[:2] in survey.crowded


def test_a_steady_series_is_not_looked_at_again() -> None:
    rows: list[Row] = [
        (indicator, "a", period, 50 + at % 2, False)
        for indicator in ("ty-le", "so-dn", "hang", "chi-so", "ty-suat")
        for at, period in enumerate(PERIODS[:12])
    ]
    flow: list[Row] = [("doanh-thu", "a", text, 10 + int(text[5:]), False) for text in PERIODS[:12]]
    survey = surveyed([figure_of(at, row) for at, row in enumerate([*rows, *flow], 1)], 7)
    assert (survey.moving, survey.crowded, survey.is_orderly) == (set(), set(), True)


def test_a_series_that_the_record_has_figures_of_is_looked_at_whatever_comes() -> None:
    figures = [figure_of(1, ("ty-le", "a", "2024", 50, False))]
    survey = surveyed(figures, 1, held="ty-le")
    assert survey.moving == survey.crowded == {("ty-le", "a")}
