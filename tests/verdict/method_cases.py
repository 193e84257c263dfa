"""Small cases for the named methods: a few values and a target, worked or judged."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cdstrack.core.plan.model import Indicator, Measure, MethodName, Unit
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.verdict.judge import judge
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Case, Working
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.trajectory import Path, Point


def case(
    values: Mapping[Any, float], target: tuple[float, float], sign: int = 1, **more: Any
) -> Case:
    """A case from values at the ends of years."""
    points = tuple(Point(year + 1, value) for year, value in values.items())
    goal = Point(target[0] + 1, target[1])
    known: dict[str, Any] = {"unit": Unit.COUNT, "measure": Measure.STOCK}
    return Case(points[0], points[-1], goal, sign, Path((points[0], goal)), points, **known | more)


def ratio(name: str, judged: Case) -> float:
    working = METHODS[MethodName(name)].work(judged)
    assert isinstance(working, Working)
    return working.ratio


def status(name: str, measure: float) -> str:
    return METHODS[MethodName(name)].CLASSES.of(measure).value


def verdict(name: str | None, by_day: dict[str, str], as_of: str, **changes: Any) -> Verdict:
    """The verdict on an indicator's last target: from 40 at the end of 2023 to 80 by 2030."""
    plain: dict[str, Any] = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "tru-cot",
        "unit": "percent",
        "direction": "increase",
        "baseline": {"date": "2023-12-31", "value": "40"},
        "targets": [{"due": "2030-12-31", "at_least": "80"}],
    }
    indicator = Indicator.model_validate(plain | changes)
    figures = [
        Observation(
            indicator="chi-tieu", org_unit="tinh", period=Period.parse(on), value=Decimal(value)
        )
        for on, value in by_day.items()
    ]
    day = date.fromisoformat(as_of)
    series = build_series(indicator, figures, "tinh", day)
    target = indicator.ordered_targets[-1]
    method = None if name is None else MethodName(name)
    return judge(indicator, target, series, as_of=day, plan_starts=None, method=method)
