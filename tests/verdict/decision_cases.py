"""The smallest indicators, figures and verdicts, for tests that say what a verdict means."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.typed_figures import typed_figure

from cdstrack.core.plan.model import Indicator, Label, MethodName, Plan, State
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.judge import judge, judge_status
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import build_series

PLAN_STARTS = date(2020, 10, 9)
TO_80 = {"due": "2025-12-31", "at_least": "80"}
BASELINE = {"date": "2020-12-31", "value": "40"}


def indicator(*targets: Mapping[str, object], **changes: object) -> Indicator:
    """A share to rise, unless told otherwise, with these targets."""
    plain: dict[str, Any] = {
        "id": "i",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "p",
        "unit": "percent",
        "direction": "increase",
        "targets": [dict(target) for target in targets],
    }
    return Indicator.model_validate(plain | changes)


def figure(period: str, value: str, *, group: str = "", **more: Any) -> Observation:
    """A figure of the whole, or of a group such as `sector=y-te`: a number or a state."""
    states = {state.value: state for state in State}
    number: dict[str, Any] = (
        {"state": states[value]} if value in states else {"value": Decimal(value)}
    )
    facts = number | more
    return typed_figure(
        indicator="i", org_unit="a", period=Period.parse(period), disaggregation=group, **facts
    )


def item(measured: Indicator, *figures: Observation, as_of: str = "2024-12-31") -> StatusItem:
    """The item of the status report for one indicator."""
    plan = Plan.model_validate(
        {
            "plan": {"id": "mau", "title": "Kế hoạch mẫu", "area": "a", "starts": "2020-10-09"},
            "pillars": {"p": "Chung"},
            "indicators": [measured],
        }
    )
    header = ReportHeader(
        report="status",
        plan_id="mau",
        plan_title=Label(vi="Kế hoạch mẫu"),
        plan_digest="0" * 64,
        as_of=date.fromisoformat(as_of),
        known_at=datetime(2025, 1, 1, tzinfo=UTC),
        method=MethodName.LINEAR,
        timezone="UTC",
    )
    (found,) = build_status(plan, figures, header).items
    return found


def verdict(
    measured: Indicator,
    *figures: Observation,
    as_of: str = "2024-12-31",
    place: int = 0,
    method: MethodName | None = None,
) -> Verdict:
    """What is said of one target, the first by its due date unless told otherwise."""
    day = date.fromisoformat(as_of)
    series = build_series(measured, figures, "a", day)
    target = measured.ordered_targets[place]
    given: dict[str, Any] = {"as_of": day, "plan_starts": PLAN_STARTS, "method": method}
    found = judge(measured, target, series, **given)
    # Acts look at the status alone, which is worked out the short way.
    assert judge_status(measured, target, series, **given).status is found.status
    return found
