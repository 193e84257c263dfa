"""The picture of an indicator: everything has a place in the frame, and no line leads across a break."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.sections import Label
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.plan_report import build_plan_report
from cdstrack.render.report.picture import Plot, plot
from cdstrack.render.report.scale import HEIGHT, WIDTH
from cdstrack.render.report.spark import spark
from cdstrack.render.view import View

AS_OF = date(2024, 6, 30)
HEADER = ReportHeader(
    report="status",
    plan_id="p",
    plan_title=Label(vi="Kế hoạch"),
    plan_digest="0" * 64,
    as_of=AS_OF,
    known_at=None,
    method=MethodName.LINEAR,
    timezone="UTC",
)
Given = list[tuple[str, str]]


def plan_of(**indicator: object) -> Plan:
    """A plan of one indicator."""
    declared = {
        "id": "ct",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "p",
        "unit": "amount",
        "direction": "increase",
        "targets": [
            {"due": "2025-12-31", "at_least": "90"},
            {"due": "2030-12-31", "at_least": "95"},
        ],
        **indicator,
    }
    return Plan.model_validate(
        {"plan": {"id": "p", "title": {"vi": "Kế hoạch"}}, "indicators": [declared]}
    )


def detail_of(plan: Plan, figures: Iterable[tuple[str, str]], **more: object) -> IndicatorDetail:
    """What the report holds about that indicator, with figures by their periods."""
    observed = [
        Observation(
            indicator="ct",
            org_unit=plan.area,
            period=Period.parse(period),
            value=Decimal(value),
            entered=value,
            **more,  # type: ignore[arg-type]
        )
        for period, value in figures
    ]
    status = build_status(plan, observed, HEADER)
    return build_plan_report(plan, status, observed, (), {}).indicators[0]


def drawn(plan: Plan, figures: Iterable[tuple[str, str]], **more: object) -> Plot:
    """Its picture."""
    found = plot(detail_of(plan, figures, **more), View(plan))
    assert found is not None
    return found


def places(found: Plot) -> Iterator[tuple[int, int]]:
    """Every place in the drawing."""
    lines = [found.band, found.path, *(points for _, points in found.lines)]
    lines += [f"{mark.x},{mark.y}" for mark in (*found.marks, *found.targets, *found.corrected)]
    lines += re.findall(r"M(\d+ \d+)h0", "".join(text for _, text in found.dots))
    for x, y in re.findall(r"(-?\d+)[ ,](-?\d+)", " ".join(lines)):
        yield int(x), int(y)


DAYS = st.dates(date(2015, 1, 1), AS_OF)
VALUES = st.decimals(-(10**12), 10**12, places=2, allow_nan=False)
SERIES = st.dictionaries(DAYS, VALUES, min_size=1, max_size=30)


@given(SERIES)
def test_everything_has_a_place_in_the_frame(series: dict[date, Decimal]) -> None:
    plan = plan_of()
    figures = [(day.isoformat(), str(value)) for day, value in sorted(series.items())]
    found = drawn(plan, figures)
    assert list(places(found))
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places(found))
    assert found == drawn(plan, figures)
    small = spark(detail_of(plan, figures), View(plan))
    assert small is not None
    assert all(0 <= int(part) <= 220 for part in re.findall(r"-?\d+", " ".join(small.lines)))


@given(SERIES, st.dates(date(2016, 1, 1), date(2023, 1, 1)))
def test_no_line_leads_across_a_break(series: dict[date, Decimal], day: date) -> None:
    plan = plan_of(breaks=[{"date": day.isoformat(), "reason": "đổi"}])
    days = sorted(series)
    before = sum(each < day for each in days)
    found = drawn(plan, [(each.isoformat(), str(series[each])) for each in days])
    lengths = [points.count(",") for _, points in found.lines]
    assert lengths == [n for n in (before, len(days) - before) if n > 1]


def test_a_line_of_thousands_of_figures_is_as_high_and_as_low_as_they_are() -> None:
    days = [date.fromordinal(date(2015, 1, 1).toordinal() + n) for n in range(3000)]
    values = [(day.isoformat(), str(50 + n % 7)) for n, day in enumerate(days)]
    values[1500] = (values[1500][0], "99")
    found = drawn(plan_of(), values)
    [(_, points)] = found.lines
    assert points.count(",") < 4 * WIDTH
    whole = [int(y) for _, y in re.findall(r"(\d+),(\d+)", points)]
    peak = min(whole)
    assert whole.count(peak) >= 1
    assert peak < sorted(whole)[len(whole) // 2] - 20
    assert len(found.marks) == 1


def test_a_part_of_the_year_is_no_step_to_the_next_year() -> None:
    plan = plan_of(measure="flow", targets=[{"due": "2025-12-31", "at_least": "90"}])
    found = drawn(plan, [("2021", "40"), ("2022", "50"), ("2023-01-01/2023-06-30", "20")])
    [(_, points)] = found.lines
    assert points.count(",") == 2
    assert [mark.kind for mark in found.marks] == ["figure g0", "figure g0", "soft g0"]


@pytest.mark.parametrize("qualifier", ["estimate", "preliminary", "about"])
def test_what_is_not_firm_looks_so(qualifier: str) -> None:
    found = drawn(plan_of(), [("2022", "40")], qualifier=Qualifier(qualifier))
    assert [mark.kind for mark in found.marks] == ["soft g0"]
    assert "soft" in dict(found.legend)


def test_what_two_targets_ask_does_not_lie_over_each_other() -> None:
    one_day = [
        {"due": "2025-12-31", "at_least": "90", "document": "a"},
        {"due": "2025-12-31", "more_than": "92", "document": "b"},
    ]
    figures = [("2021", "60"), ("2023", "80")]
    found = drawn(plan_of(targets=one_day), figures)
    assert [(mark.words, "below" in mark.kind) for mark in found.targets] == [
        ("≥ 90", True),
        ("> 92", False),
    ]
    apart = [{"due": "2025-12-31", "at_least": "90"}, {"due": "2030-12-31", "at_least": "92"}]
    assert not any("below" in mark.kind for mark in drawn(plan_of(targets=apart), figures).targets)


def test_a_state_has_no_picture() -> None:
    plan = plan_of(unit="state", targets=[{"due": "2025-12-31", "reach": "done"}])
    status = build_status(plan, [], HEADER)
    assert plot(build_plan_report(plan, status, [], (), {}).indicators[0], View(plan)) is None


def test_groups_have_lines_and_names_of_their_own() -> None:
    plan = plan_of(every={"sector": ["du-lich", "nong-nghiep"]})
    figures = [
        Observation(
            indicator="ct",
            org_unit=plan.area,
            period=Period.parse(year),
            disaggregation=f"sector={sector}",
            value=Decimal(value),
            entered=str(value),
        )
        for sector, first in (("du-lich", 10), ("nong-nghiep", 11))
        for year, value in (("2022", first), ("2023", first + 5))
    ]
    status = build_status(plan, figures, HEADER)
    found = plot(build_plan_report(plan, status, figures, (), {}).indicators[0], View(plan))
    assert found is not None
    assert [group for group, _ in found.lines] == [0, 1]
    heights = [int(mark.y) for mark in found.names]
    assert [mark.words for mark in found.names] == ["du-lich", "nong-nghiep"]
    assert heights[0] - heights[1] >= 15


def test_the_description_says_what_the_picture_shows() -> None:
    plan = plan_of(breaks=[{"date": "2021-06-30", "reason": "Nghị định mới"}])
    assert drawn(plan, [("2020", "40"), ("2022", "50")]).description == (
        "Từ 40 (2020) đến 50 (2022); mục tiêu 31/12/2025: ít nhất 90; "
        "mục tiêu 31/12/2030: ít nhất 95; từ 30/06/2021: Nghị định mới."
    )
