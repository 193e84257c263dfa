"""The rolled-up figure of an area compared with its stated one, as a part of a report.

Owns when too few units have reported for a verdict.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cdstrack.core.plan.model import Indicator, RollUpBy, Target
from cdstrack.core.record.derived import (
    RollUpPoint,
    is_derived,
    latest_point,
    latest_stated,
)
from cdstrack.core.record.observation import Observation, number_of
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

_SETTLED = {
    Status.ACHIEVED,
    Status.ACHIEVED_LATE,
    Status.MISSED,
    Status.NOT_APPLICABLE,
}
"""Verdicts on the past, which units that have not reported since do not shake."""


@dataclass(frozen=True, slots=True)
class RollUpStatus:
    """The roll-up of one indicator on a day.

    `point` is what the units come to on the last end of a period; `stated` the latest figure
    recorded for the area itself, with its unrounded number.
    """

    by: RollUpBy
    point: RollUpPoint
    stated: Observation | None
    stated_value: Fraction | None
    is_heard: bool

    @property
    def is_short(self) -> bool:
        """Whether too few units have reported, and no stated figure speaks instead."""
        return self.is_heard and not self.point.is_enough and self.stated is None


def rollup_status(
    indicator: Indicator, figures: Sequence[Observation], area: str, as_of: date
) -> RollUpStatus | None:
    """The roll-up of an indicator; None where it has none, or nothing was derived."""
    point = latest_point(figures, as_of)
    if indicator.rollup is None or point is None:
        return None
    stated = latest_stated(figures, area, as_of, of_years=indicator.measure.speaks_of_a_year)
    value = number_of(stated, indicator.unit) if stated else None
    return RollUpStatus(
        indicator.rollup.by, point, stated, value, is_heard=_has_ever_reported(figures, as_of)
    )


def _has_ever_reported(figures: Iterable[Observation], as_of: date) -> bool:
    points = (latest_point([each], as_of) for each in figures if is_derived(each))
    return any(point is not None and point.reported > 0 for point in points)


def short_of_units(verdict: Verdict, target: Target, as_of: date) -> Verdict:
    """The verdict where too few units have reported: nothing but that, unless the past is settled."""
    is_past = target.due is not None and target.due < as_of
    if verdict.status is Status.NOT_APPLICABLE or (is_past and verdict.status in _SETTLED):
        return verdict
    return Verdict(
        Status.INSUFFICIENT_DATA,
        threshold=verdict.threshold,
        flags=(Flag.UNITS_MISSING,),
        reasons=(Reason.UNITS_MISSING,),
    )
