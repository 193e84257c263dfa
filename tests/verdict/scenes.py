"""Random scenes for laws: one indicator with its figures, judged by a method."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdstrack.core.plan.model import Indicator, MethodName
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.verdict.judge import judge
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.vocabulary import Status

AREA = "tinh"
AS_OF = date(2026, 6, 30)
MONTH_ENDS = [date(year, month, 28) for year in range(2019, 2027) for month in range(1, 13)]
KNOWN_DAYS = [day for day in MONTH_ENDS if day <= AS_OF]
BEST_FIRST = [
    Status.ACHIEVED,
    Status.ON_TRACK,
    Status.BEHIND,
    Status.OFF_TRACK,
    Status.DETERIORATING,
]
STRAIGHT = [MethodName.LINEAR, MethodName.SDSN, MethodName.DESTATIS, MethodName.ESCAP]
OPPOSITE = {"at_least": "at_most", "more_than": "less_than"}
OPPOSITE |= {there: here for here, there in OPPOSITE.items()}


@dataclass(frozen=True)
class Scene:
    """One indicator with its figures, as few words as a law needs."""

    direction: str
    unit: str
    baseline: tuple[date, Decimal] | None
    comparator: str
    targets: tuple[tuple[int, Decimal], ...]
    figures: tuple[tuple[date, Decimal], ...]

    @property
    def sign(self) -> int:
        return 1 if self.direction == "increase" else -1

    def mapped(self, change: Callable[[Decimal], Decimal], unit: str | None = None) -> "Scene":
        """The same with every value changed."""
        start = self.baseline and (self.baseline[0], change(self.baseline[1]))
        return replace(
            self,
            unit=unit or self.unit,
            baseline=start,
            targets=tuple((year, change(value)) for year, value in self.targets),
            figures=tuple((day, change(value)) for day, value in self.figures),
        )

    def mirrored(self, about: Decimal = Decimal(0)) -> "Scene":
        """Rises become falls: every value on the other side of `about`."""
        turned = {"increase": "decrease", "decrease": "increase"}
        changed = self.mapped(lambda value: 2 * about - value)
        return replace(
            changed, direction=turned[self.direction], comparator=OPPOSITE[self.comparator]
        )

    def with_latest(self, value: Decimal) -> "Scene":
        """The same with another latest figure."""
        *earlier, (day, _) = self.figures
        return replace(self, figures=(*earlier, (day, value)))


def values(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low * 10, high * 10).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def scenes(draw: st.DrawFn, low: int = -50, high: int = 150, unit: str = "amount") -> Scene:
    direction = draw(st.sampled_from(["increase", "decrease"]))
    keys = ("at_least", "more_than") if direction == "increase" else ("at_most", "less_than")
    goals = sorted(draw(st.lists(values(low, high), min_size=1, max_size=2, unique=True)))
    ordered = goals if direction == "increase" else goals[::-1]
    years = [2030] if len(goals) == 1 else [draw(st.integers(2026, 2028)), 2030]
    days = sorted(draw(st.lists(st.sampled_from(KNOWN_DAYS), min_size=1, max_size=8, unique=True)))
    baseline = draw(st.none() | st.tuples(st.sampled_from(MONTH_ENDS[:24]), values(low, high)))
    return Scene(
        direction,
        unit,
        baseline,
        draw(st.sampled_from(keys)),
        tuple(zip(years, ordered, strict=True)),
        tuple((day, draw(values(low, high))) for day in days),
    )


def indicator_of(scene: Scene) -> Indicator:
    targets = [{"due": f"{year}-12-31", scene.comparator: value} for year, value in scene.targets]
    plain: dict[str, Any] = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "tru-cot",
        "unit": scene.unit,
        "direction": scene.direction,
        "targets": targets,
    }
    if scene.baseline is not None:
        day, value = scene.baseline
        plain["baseline"] = {"date": day.isoformat(), "value": value}
    return Indicator.model_validate(plain)


def observations_of(scene: Scene) -> list[Observation]:
    return [
        Observation(
            indicator="chi-tieu", org_unit=AREA, period=Period.day(day), value=value, id=number
        )
        for number, (day, value) in enumerate(scene.figures, start=1)
    ]


def judged(
    scene: Scene, method: MethodName, observations: list[Observation] | None = None
) -> list[Verdict]:
    indicator = indicator_of(scene)
    known = observations_of(scene) if observations is None else observations
    series = build_series(indicator, known, AREA, AS_OF)
    return [
        judge(indicator, target, series, as_of=AS_OF, plan_starts=None, method=method)
        for target in indicator.ordered_targets
    ]


def told(verdicts: list[Verdict]) -> list[tuple[object, ...]]:
    """What a reader takes from a verdict; numbers that only rounding could tell apart are equal."""
    return [
        (
            (each.status, each.met, each.outlook, each.flags, each.reasons),
            (_nearly(each.ratio), _nearly(each.lead_days)),
            _nearly(None if each.likely is None else each.likely.chance),
        )
        for each in verdicts
    ]


def _nearly(number: float | None) -> object:
    return None if number is None else pytest.approx(number, rel=1e-6, abs=1e-9)


def is_defined(verdict: Verdict) -> bool:
    return verdict.status in BEST_FIRST


def law(**strategies: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Fifty random scenes: each law is run for up to six methods."""
    return lambda test: settings(max_examples=50, deadline=None)(given(**strategies)(test))


every_method = pytest.mark.parametrize("method", list(MethodName))
