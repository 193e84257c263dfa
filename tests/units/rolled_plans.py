"""A plan whose one indicator is rolled up from communes, two of which merged, and their figures."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.typed_figures import typed_figure

from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem

AS_OF = date(2025, 7, 15)
LATER = date(2025, 10, 15)
OLD, NEW = ("xa-a", "xa-b", "xa-c"), ("xa-moi", "xa-c-moi")
UNITS: dict[str, dict[str, Any]] = {
    "tinh": {"vi": "Tỉnh", "level": "tinh"},
    **{
        id_: {"vi": id_, "level": "xa", "parent": "tinh", "closed": "2025-06-30", "successor": heir}
        for id_, heir in zip(OLD, ("xa-moi", "xa-moi", "xa-c-moi"), strict=True)
    },
    **{id_: {"vi": id_, "level": "xa", "parent": "tinh", "since": "2025-07-01"} for id_ in NEW},
}


def rolled_up_by(by: str, unit: str, **rollup: Any) -> dict[str, Any]:
    """An indicator that is rolled up from communes, quarter by quarter."""
    return {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "chung",
        "unit": unit,
        "direction": "increase",
        "frequency": "quarterly",
        "rollup": {"from": "xa", "by": by, **rollup},
    }


def plan_of(by: str = "sum", unit: str = "count", *others: dict[str, Any], **more: Any) -> Plan:
    units = more.pop("units", UNITS)
    rollup = more.pop("rollup", {})
    indicator = rolled_up_by(by, unit, **rollup) | {
        "targets": [{"due": "2025-12-31", "at_least": "50"}]
    }
    head = {"id": "mau", "title": {"vi": "Mẫu"}, "area": "tinh", "starts": "2020-01-01"}
    return Plan.model_validate(
        {
            "plan": head,
            "pillars": {"chung": {"vi": "Chung"}},
            "org_units": units,
            "indicators": [indicator | more, *others],
        }
    )


def figure(unit: str, period: str, value: str | None = None, **more: Any) -> Observation:
    known: dict[str, Any] = {"indicator": "chi-tieu", "org_unit": unit}
    if value is not None:
        known["value"] = Decimal(value)
    return typed_figure(**known | {"period": Period.parse(period)} | more)


def share(unit: str, period: str, part: int, whole: int) -> Observation:
    parts = {"numerator": Decimal(part), "denominator": Decimal(whole)}
    return figure(unit, period, str(round(Decimal(part) / Decimal(whole) * 100, 6)), **parts)


def item(plan: Plan, *figures: Observation, as_of: date = AS_OF) -> StatusItem:
    derived = rolled_up(plan, plan.indicators, figures, "tinh", as_of)
    return build_status(plan, [*figures, *derived], header(plan, as_of)).items[0]


def header(plan: Plan, as_of: date) -> ReportHeader:
    title = plan.plan.title
    return ReportHeader("status", "mau", title, "0" * 64, as_of, None, MethodName.LINEAR, "UTC")


def value(found: StatusItem) -> Fraction | None:
    return found.rollup.point.value if found.rollup else None
