"""The coarse look at a large file: it never lets a series pass in which a rule finds something."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cdstrack.core.checks.doubts import doubts_in
from cdstrack.core.checks.last_figures import Last
from cdstrack.core.checks.survey import Survey
from cdstrack.core.plan.model import Indicator, State
from cdstrack.core.record.columns import MILLION, ObservationColumns, Series
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.same_day import same_day

_BREAK = [{"date": "2024-07-01", "reason": "đổi cách tính"}]
_FORMS: dict[str, dict[str, Any]] = {
    "ty-le": {"unit": "percent", "measure": "stock", "bounds": [0, 100]},
    "ty-le-moi": {"unit": "percent", "measure": "stock", "breaks": _BREAK},
    "ty-suat": {"unit": "per_thousand", "measure": "rate"},
    "doanh-thu": {"unit": "amount", "measure": "flow"},
    "ho-so": {"unit": "percent", "measure": "flow", "bounds": [0, 100]},
    "tang-truong": {"unit": "percent", "measure": "growth"},
    "so-dn": {"unit": "count", "measure": "stock"},
    "hang": {"unit": "rank", "measure": "rank", "bounds": [1, 63]},
    "chi-so": {"unit": "index", "measure": "stock"},
    "chi-so-moi": {"unit": "index", "measure": "stock", "breaks": _BREAK},
    "thu-hang": {"unit": "rank", "measure": "rank"},
    "gia": {"unit": "amount", "measure": "rate"},
    "viec": {"unit": "state", "measure": "stock"},
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
Row = tuple[str, str, str, int | None, bool]
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


@st.composite
def restless_courses(draw: st.DrawFn) -> list[Row]:
    """A long series whose figures move by about as much each time, some of them unknown."""
    indicator, value = draw(INDICATOR), draw(VALUES)
    usual = draw(st.sampled_from([1, 5, 6]))
    rows: list[Row] = []
    for period in PERIODS[:12]:
        is_known = draw(st.sampled_from([True] * 11 + [False]))
        rows.append((indicator, "c", period, value if is_known else None, False))
        times = draw(st.sampled_from([0, 1, -1, 1, -1, 4, 5, 6, -5]))
        value = min(100, max(0, value + usual * times))
    return rows


COURSES = st.lists(any_courses() | quiet_courses() | restless_courses(), min_size=1, max_size=4)


def figure_of(number: int, row: Row) -> Observation:
    indicator, org_unit, period, value, as_fraction = row
    unit = INDICATORS[indicator].unit
    said: dict[str, Any] = {"value": None if value is None else Decimal(value)}
    if value is None:
        said["not_available"] = "chưa có"
    elif unit == "state":
        said = {"state": State.IN_PROGRESS}
    elif as_fraction and unit in {"percent", "per_thousand"}:
        whole = Decimal(1000 if unit == "per_thousand" else 100)
        said |= {"numerator": Decimal(value), "denominator": whole}
    return Observation(
        id=number,
        indicator=indicator,
        org_unit=org_unit,
        period=Period.parse(period),
        entered=str(value),
        **said,
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


def nothing(series: Sequence[Series]) -> Sequence[None]:
    return [None] * len(series)


def surveyed(
    figures: Sequence[Observation],
    at_once: int,
    held: Callable[[Sequence[Series]], Sequence[Last | None]] = nothing,
) -> Survey:
    survey = Survey(INDICATORS)
    for first in range(0, len(figures), at_once):
        survey.see(columns_of(figures[first : first + at_once]), held)
    return survey


def lasts_of(record: Sequence[Observation], series: Sequence[Series]) -> list[Last | None]:
    """What the record answers: by definition, and figure by figure."""

    def last(one: Series) -> Last | None:
        held = [each for each in record if each.cell[:3] == one]
        if not held:
            return None
        days = [each.period.end for each in held]
        final = max(held, key=lambda each: each.period.end)
        value = columns_of([final]).columns["value"][0] if len(set(days)) == len(days) else None
        return str(max(days)), value, final.period.text, len(held)  # type: ignore[return-value]

    return list(map(last, series))


def months(count: int) -> list[tuple[int, str]]:
    return [*enumerate(PERIODS[:count], 1)]


def by_series(figures: Sequence[Observation]) -> list[list[Observation]]:
    by_time = sorted(figures, key=lambda each: (*each.cell[:3], each.period.end, each.period.text))
    return [list(series) for _, series in groupby(by_time, key=lambda each: each.cell[:3])]


@settings(max_examples=900, deadline=None)
@given(COURSES, st.integers(1, 40), st.integers(0, 20), st.booleans(), st.data())
def test_whatever_a_rule_finds_lies_in_a_series_that_is_looked_at(
    found: list[list[Row]], at_once: int, known: int, by_period: bool, data: st.DataObject
) -> None:
    """The first figures are in the record already, the others come in some order."""
    rows = [*chain(*found)]
    if by_period:
        rows.sort(key=lambda row: (Period.parse(row[2]).end, row[:3]))
    if data.draw(st.sampled_from([False] * 5 + [True])):
        rows = data.draw(st.permutations(rows))
    figures = [figure_of(at, row) for at, row in enumerate(rows, 1)]
    # A cell holds one figure of the record; what the file states again is found by its order.
    record = list({each.cell: each for each in figures[:known]}.values())
    cells = {each.cell for each in record}
    new = [each for each in figures[known:] if each.cell not in cells]
    survey = surveyed(new, at_once, lambda series: lasts_of(record, series))
    stated = [each.cell for each in new]
    assert not survey.is_orderly or len(stated) == len(set(stated))
    numbers = {each.id for each in new}
    for series in by_series([*record, *new]):
        indicator, about = INDICATORS[series[0].indicator], series[0].cell[:2]
        if any(figure.id in numbers for figure, _ in doubts_in(series, indicator)):
            assert about in survey.moving
        if any(each.id in numbers and same_day(each, series, indicator) for each in series):
            assert about in survey.crowded


@settings(max_examples=900, deadline=None)
@given(COURSES, st.integers(1, 40), st.integers(1, 6), st.booleans(), st.data())
def test_of_more_doubts_than_are_listed_those_of_the_first_series_are_found(
    found: list[list[Row]], at_once: int, most: int, by_period: bool, data: st.DataObject
) -> None:
    rows = sorted({(*row[:3],): row for row in chain(*found)}.values(), key=lambda row: row[:2])
    if by_period:
        rows.sort(key=lambda row: Period.parse(row[2]).end)
    if data.draw(st.sampled_from([False] * 5 + [True])):
        rows = data.draw(st.permutations(rows))
    figures = [figure_of(at, row) for at, row in enumerate(rows, 1)]
    survey = Survey(INDICATORS, most)
    for first in range(0, len(figures), at_once):
        survey.see(columns_of(figures[first : first + at_once]))
    if not survey.is_complete:
        return
    listed = 0
    for series in by_series(figures):
        about, indicator = series[0].cell[:2], INDICATORS[series[0].indicator]
        doubts = list(doubts_in(series, indicator))
        if doubts and listed < most:
            assert about in survey.moving
            listed += len(doubts)
        if any(same_day(each, series, indicator) for each in series):
            assert about in survey.crowded


def test_a_steady_series_is_not_looked_at_again() -> None:
    rows: list[Row] = [
        (indicator, "a", period, 50 + at % 2, False)
        for indicator in ("ty-le", "so-dn", "hang", "chi-so", "ty-suat")
        for at, period in enumerate(PERIODS[:12])
    ]
    flow: list[Row] = [("doanh-thu", "a", text, 10 + int(text[5:]), False) for text in PERIODS[:12]]
    survey = surveyed([figure_of(at, row) for at, row in enumerate([*rows, *flow], 1)], 7)
    assert (survey.moving, survey.crowded, survey.is_orderly) == (set(), set(), True)


def test_figures_that_move_as_their_series_does_are_not_looked_at_again() -> None:
    """Neither five to thirty points in a short series, nor moves as large as those before."""
    short: list[Row] = [
        ("ty-le", "a", period, 30 + 20 * (at % 2), False) for at, period in months(5)
    ]
    long: list[Row] = [
        (indicator, "b", period, 40 + 12 * (at % 2), False)
        for indicator in ("ty-le", "so-dn")
        for at, period in months(12)
    ]
    survey = surveyed([figure_of(at, row) for at, row in enumerate([*short, *long], 1)], 40)
    assert (survey.moving, survey.is_orderly) == (set(), True)


def test_figures_later_than_the_record_are_held_against_its_last_one() -> None:
    record = [figure_of(at, ("ty-le", "a", text, 50, False)) for at, text in months(4)]

    def seen(value: int, period: str) -> Survey:
        figure = figure_of(9, ("ty-le", "a", period, value, False))
        return surveyed([figure], 1, lambda series: lasts_of(record, series))

    about = {("ty-le", "a")}
    assert (seen(60, "2024-03").moving, seen(60, "2024-03").crowded) == (set(), set())
    assert (seen(85, "2024-03").moving, seen(85, "2024-03").crowded) == (about, set())
    assert (seen(50, "2023-12-31").moving, seen(50, "2023-12-31").crowded) == (about, about)
