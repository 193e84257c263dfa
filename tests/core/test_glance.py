"""The look at a whole series in columns: what it lets pass has no other finding than it says."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cdstrack.core.checks.finding import Findings
from cdstrack.core.checks.observations import (
    CheckContext,
    _clear_findings,
    _series_findings,
    observation_findings,
)
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import SHARE_OF, Observation, share, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.core.record.series import RecordedSeries
from cdstrack.core.record.sources import all_documents
from cdstrack.store.rows.mapping import figure_row
from cdstrack.store.rows.series import recorded_series

TODAY = date(2025, 12, 31)
_BREAK = [{"date": "2024-07-01", "reason": "đổi cách tính"}]
_FORMS: dict[str, dict[str, Any]] = {
    "ty-le": {"unit": "percent", "bounds": ["0", "100"]},
    "ty-le-moi": {"unit": "percent", "bounds": ["0", "100"], "breaks": _BREAK},
    "ty-suat": {"unit": "per_thousand", "measure": "rate"},
    "ho-so": {"unit": "percent", "measure": "flow", "bounds": ["0", "100"]},
    "tang-truong": {"unit": "percent", "measure": "growth"},
    "so-dn": {"unit": "count"},
    "chi-so": {"unit": "index", "breaks": _BREAK},
    "hang": {"unit": "rank", "measure": "rank", "bounds": ["1", "63"], "direction": "decrease"},
    "viec": {"unit": "state"},
}
PLAN = Plan.model_validate(
    {
        "plan": {"id": "thu", "title": {"vi": "t"}, "area": "tinh"},
        "pillars": {"p": {"vi": "p"}},
        "org_units": {
            "tinh": {"vi": "tỉnh"},
            "cu": {"vi": "cũ", "closed": "2024-06-30", "successor": "tinh"},
        },
        "documents": {"bc": {"title": "Báo cáo"}, "qd": {"title": "q", "issued": "2024-03-01"}},
        "indicators": [
            {"id": name, "name": {"vi": name}, "pillar": "p", "direction": "increase", **form}
            for name, form in _FORMS.items()
        ],
    }
)
AROUND = CheckContext(PLAN, all_documents(PLAN, ()), TODAY)
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in (3, 6, 9, 12)]
ODD = ["2024", "2024-Q2", "2024-06-30", "2025-01-01/2025-06-30", "2026-03"]
USUALLY = st.sampled_from([False] * 9 + [True])


@st.composite
def courses(draw: st.DrawFn) -> list[Observation]:
    """A series in order of time, most of whose figures are plain and move a little."""
    name = draw(st.sampled_from(sorted(_FORMS)))
    texts = draw(st.sets(st.sampled_from(MONTHS), min_size=1))
    if draw(USUALLY):
        texts |= draw(st.sets(st.sampled_from(ODD), max_size=2))
    periods = sorted(map(Period.parse, texts), key=lambda each: (each.end, each.text))
    unit = draw(st.sampled_from(["tinh"] * 6 + ["cu", "la"]))
    document = draw(st.sampled_from(["bc", "bc", None, "qd", "mat"]))
    value, whole = draw(st.integers(0, 60)), draw(st.sampled_from([None, 1000, 3000]))
    found = []
    for number, period in enumerate(periods, 1):
        value = max(0, value + draw(st.sampled_from([0, 0, 1, 1, 2, 31, -1])))
        whole = whole and whole + draw(st.sampled_from([0, 0, 7, -7]))
        said = {"org_unit": unit, "document": document, **said_of(name, value, whole, draw)}
        found.append(Observation(id=number, indicator=name, period=period, entered="1", **said))
    return found


def said_of(name: str, value: int, whole: int | None, draw: st.DrawFn) -> dict[str, Any]:
    """What a figure says, beside it now and then what makes a rule look closer."""
    unit = PLAN.by_id[name].unit
    said: dict[str, Any] = {"value": Decimal(value)}
    if name == "viec":
        said = {"state": "in-progress"}
    elif unit in SHARE_OF and whole is not None:
        top = Decimal(value * whole // 100)
        exact = to_decimal(share(top, Decimal(whole), unit))
        said = {"value": exact, "numerator": top, "denominator": Decimal(whole)}
    if draw(USUALLY):
        said |= draw(
            st.sampled_from(
                [
                    {"value": Decimal(120)},
                    {"value": Decimal("0.5")},
                    {"value": None, "state": None, "not_available": "chưa có"},
                    {"stated": Decimal(7)},
                    {"note": "g" * 3000},
                    {"reported": Period.parse("2023-01")},
                    {"document": "mat"},
                ]
            )
        )
    return said


def recorded(figures: list[Observation]) -> list[RecordedSeries]:
    """As the record gives them."""
    return list(recorded_series([(each.id, *figure_row(1, each)) for each in figures]))


@settings(max_examples=500, deadline=None)
@given(courses())
def test_a_series_that_passes_has_no_finding_but_those_that_are_counted(
    figures: list[Observation],
) -> None:
    (series,) = recorded(figures)
    indicator = PLAN.by_id[series.indicator]
    if not AROUND.looks(indicator)[1].is_clear(series.columns):
        event("looked at one by one")
        return
    event("passed")
    for most in (None, 0, 2):
        at_a_glance, one_by_one = Findings(most), Findings(most)
        at_a_glance.add(_clear_findings(series, indicator, AROUND, at_a_glance.only_counts))
        each = series.figures
        one_by_one.add(_series_findings(each, indicator, AROUND, one_by_one.only_counts))
        assert at_a_glance.listed == one_by_one.listed
        assert (at_a_glance.alike, at_a_glance.open) == (one_by_one.alike, one_by_one.open)


def steady(name: str, **changes: Any) -> list[Observation]:
    """Figures of each quarter that hardly move."""
    return [
        Observation(
            id=at,
            indicator=name,
            org_unit="tinh",
            period=Period.parse(text),
            entered="",
            **{"document": "bc", "value": Decimal(50 + at % 2), **changes},
        )
        for at, text in enumerate(MONTHS, 1)
    ]


def test_a_plain_series_passes_whatever_it_measures() -> None:
    for name in ("ty-le", "ty-le-moi", "ty-suat", "so-dn", "chi-so", "hang"):
        (series,) = recorded(steady(name))
        assert AROUND.looks(PLAN.by_id[name])[1].is_clear(series.columns), name
    (states,) = recorded(steady("viec", value=None, state="done"))
    assert AROUND.looks(PLAN.by_id["viec"])[1].is_clear(states.columns)


def test_missing_documents_and_smaller_wholes_are_found_in_columns() -> None:
    figures = [
        each.model_copy(
            update={
                "document": None if at == 3 else "bc",
                "numerator": Decimal(900 - at),
                "denominator": Decimal(1800 - 2 * at),
                "value": Decimal(50),
            }
        )
        for at, each in enumerate(steady("ty-le-moi"), 1)
    ]
    found = list(observation_findings(recorded(figures), AROUND))
    assert [each.problem.code for each in found] == ["CDS506", *["CDS502"] * 10]
    # Nothing is compared across the break of 1 July 2024.
    assert [each.observation for each in found] == [3, *(2, 3, 4, 5, 6), *(8, 9, 10, 11, 12)]
