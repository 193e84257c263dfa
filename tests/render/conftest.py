"""One small, realistic plan with its figures, for every renderer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.render.sample_plan import PLAN
from tests.typed_figures import typed_figure

from cdstrack.core.plan.model import Indicator, MethodName, Plan
from cdstrack.core.record.acts import ActKind, Change, Submission
from cdstrack.core.record.observation import Observation, exact_value, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.core.reports.gaps import GapsReport, build_gaps
from cdstrack.core.reports.header import ReportHeader, area_notices
from cdstrack.core.reports.history import LogAct, LogReport
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusReport
from cdstrack.core.reports.targets import TargetsReport


def plan_with(**sections: Any) -> Plan:
    """The test plan with whole sections of it replaced."""
    return Plan.model_validate(PLAN | sections)


@pytest.fixture
def plan() -> Plan:
    return plan_with()


@pytest.fixture
def files(plan: Plan) -> Indicator:
    return plan.by_id["ho-so-cap-tinh"]


@pytest.fixture
def rank(plan: Plan) -> Indicator:
    return plan.by_id["xep-hang"]


@pytest.fixture
def make_plan() -> Callable[..., Plan]:
    return plan_with


@pytest.fixture
def make_figure() -> Callable[..., Observation]:
    return figure


@pytest.fixture
def report_on() -> Callable[[Plan, list[Observation]], StatusReport]:
    """The status report of a plan from figures, on the test's day."""
    return lambda plan, figures: build_status(plan, figures, header_of(plan))


def figure(plan: Plan, indicator: str, period: str, value: str, **more: Any) -> Observation:
    """A figure of the plan's area: a number, a fraction or a state, as an analyst writes it."""
    known: dict[str, Any] = {"indicator": indicator, "org_unit": plan.area, "entered": value}
    known |= {"period": Period.parse(period), "document": "bao-cao"}
    if "/" in value:
        part, whole = (Decimal(number) for number in value.split("/"))
        known |= {"numerator": part, "denominator": whole, "value": part}
        seen = typed_figure(**known | more)
        number = exact_value(seen, plan.by_id[indicator].unit)
        return seen.model_copy(update={"value": to_decimal(number) if number else part})
    key = "value" if value[0].isdigit() else "state"
    return typed_figure(**known | {key: value} | more)


@pytest.fixture
def figures(plan: Plan) -> list[Observation]:
    tourism, farming = (
        {"disaggregation": "sector=du-lich"},
        {"disaggregation": "sector=nong-nghiep"},
    )
    found = [
        figure(plan, "ho-so-cap-tinh", "2021-12-31", "671/1440"),
        figure(plan, "ho-so-cap-tinh", "2022-07-31", "735/1446", stated="51"),
        figure(plan, "dich-vu-cong", "2022-07-31", "9996/10000"),
        figure(plan, "dich-vu-cong", "2021-12-31", "8000/10000"),
        figure(plan, "xep-hang", "2020", "33/63", qualifier="derived"),
        figure(plan, "xep-hang", "2021", "31/63", reported=Period.parse("2022-08-08")),
        figure(plan, "trung-tam-dieu-hanh", "2022-Q2", "in-progress"),
        figure(plan, "kinh-te-so-tung-nganh", "2021", "4.2", **tourism),
        figure(plan, "kinh-te-so-tung-nganh", "2021", "6", qualifier="about", **farming),
        figure(plan, "nang-suat", "2021", "5.4"),
        figure(plan, "thoi-gian-xu-ly", "2022-03-31", "9.5", qualifier="estimate"),
        figure(plan, "doanh-thu", "2022-06-30", "172000.5", qualifier="preliminary"),
        figure(plan, "tai-khoan", "2021-12-31", "36"),
        figure(plan, "tai-khoan", "2022-H1", "29.5"),
        figure(plan, "cap-quang", "2021", "80"),
        figure(plan, "cap-quang", "2020", "68"),
        figure(plan, "dien-thoai", "2022-06-30", "88", qualifier="nearly"),
        figure(plan, "giao-dich", "2022-01-01/2022-07-31", "169353"),
        figure(plan, "giao-dich", "2021-01-01/2021-07-31", "120000"),
    ]
    return [
        seen.model_copy(update={"id": number, "submission": 1})
        for number, seen in enumerate(found, start=1)
    ]


@pytest.fixture
def header(plan: Plan) -> ReportHeader:
    return header_of(plan)


def header_of(plan: Plan) -> ReportHeader:
    as_of = date(2022, 8, 31)
    return ReportHeader(
        report="status",
        plan_id=plan.plan.id,
        plan_title=plan.plan.title,
        plan_digest="3f1c" * 16,
        as_of=as_of,
        known_at=datetime(2022, 8, 21, 2, 10, 5, tzinfo=UTC),
        method=MethodName.LINEAR,
        timezone="Asia/Ho_Chi_Minh",
        notices=area_notices(plan, as_of),
    )


@pytest.fixture
def report(plan: Plan, figures: list[Observation], header: ReportHeader) -> StatusReport:
    return build_status(plan, figures, header)


@pytest.fixture
def gaps(report: StatusReport) -> GapsReport:
    return build_gaps(report)


@pytest.fixture
def targets(plan: Plan, header: ReportHeader) -> TargetsReport:
    return TargetsReport(replace(header, report="targets", known_at=None), plan, plan.indicators)


@pytest.fixture
def log(figures: list[Observation], header: ReportHeader) -> LogReport:
    """An import, a correction that was undone, and a withdrawal."""
    first, latest = figures[:2]
    missing = {"value": None, "numerator": None, "denominator": None, "stated": None}
    unknown = latest.model_copy(update=missing | {"not_available": "chưa báo cáo"})
    acts = (
        LogAct(
            act(1, ActKind.IMPORT, source_name="so-lieu.csv", source_digest="ab" * 32),
            tuple(Change(1, kept.cell, None, kept) for kept in figures[:4]),
            more=6,
        ),
        LogAct(
            act(2, ActKind.CORRECT, reason="Báo cáo in nhầm"),
            (Change(2, latest.cell, latest, unknown),),
            undone=True,
        ),
        LogAct(act(3, ActKind.UNDO, undoes=2), (Change(3, latest.cell, unknown, latest),)),
        LogAct(
            act(4, ActKind.WITHDRAW, reason="ghi trùng", test_clock=True),
            (Change(4, first.cell, first, None),),
        ),
        LogAct(act(5, ActKind.SUMMARY), ()),
    )
    return LogReport(replace(header, report="log"), acts)


def act(number: int, kind: ActKind, **more: Any) -> Submission:
    return Submission(
        id=number,
        kind=kind,
        by="lan",
        at=datetime(2022, 8, 20 + number, 17, 30, tzinfo=UTC),
        plan_digest="3f1c" * 16,
        program="cdstrack 0.1.0",
        **more,
    )
