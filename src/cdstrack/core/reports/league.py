"""The units of an area ranked on one indicator, the worst first, with those that have not reported.

Owns the order of the units and which of them pull the figure of the area.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cdstrack.core.derived.area_rollup import criterion_of
from cdstrack.core.derived.rollup import roll_up_of, unit_figures
from cdstrack.core.plan.model import Indicator, Plan, RollUp, RollUpBy, Unit
from cdstrack.core.record.derived import RollUpPoint
from cdstrack.core.record.observation import SHARE_OF, Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.units.tree import units_of
from cdstrack.core.verdict.threshold import Threshold

LISTED_LEVEL = "xa"
"""The level whose units are listed where nothing is rolled up."""
PULLING = 5
"""How many units are named as those that affect the figure of the area most."""


@dataclass(frozen=True, slots=True)
class LeagueRow:
    """A unit with what it reported; `value` is None where it has not.

    `met` says whether it meets what is asked of the area next; `share` is its value as a part of
    the best one, for a bar.
    """

    org_unit: str
    value: Fraction | None
    numerator: Fraction | None
    denominator: Fraction | None
    on: date | None
    met: bool | None
    share: float | None


@dataclass(frozen=True, slots=True)
class League:
    """The units of a level, worst first and those without a figure last.

    `point` is what they come to; `asked` what each is held to, None where nothing is.
    """

    header: ReportHeader
    indicator: Indicator
    area: str
    level: str
    point: RollUpPoint
    rows: tuple[LeagueRow, ...]
    asked: Threshold | None = None

    @property
    def pulling(self) -> tuple[LeagueRow, ...]:
        """The units that are worst, where there are more than that many."""
        known = [row for row in self.rows if row.value is not None and not row.met]
        return tuple(known[:PULLING]) if len(self.rows) > 1 else ()


def build_league(
    plan: Plan,
    indicator: Indicator,
    figures: Sequence[Observation],
    header: ReportHeader,
) -> League:
    """The league of an indicator on the last end of its periods.

    Args:
        plan: The plan.
        indicator: One of its indicators.
        figures: The current figures of all units, of it and of its weight.
        header: Names the day.
    """
    rolled = indicator if indicator.rollup else _as_if_rolled_up(indicator)
    units = units_of(plan)
    roll_up = roll_up_of(units, rolled, unit_figures(plan, figures, indicator), plan, plan.area)
    *_, point = roll_up.points(header.as_of)
    asked = criterion_of(rolled, point.on)
    ratio = rolled.rollup is not None and rolled.rollup.by is RollUpBy.RATIO
    found = roll_up.contributions(point.on)
    rows = [
        LeagueRow(
            unit,
            _value(each.numerator, each.denominator, indicator.unit) if ratio else each.value,
            each.numerator if ratio else None,
            each.denominator if ratio else None,
            each.newest,
            None,
            None,
        )
        for unit, each in found.items()
    ]
    drawn = () if indicator.unit is Unit.STATE else rows
    most = max((abs(row.value) for row in drawn if row.value is not None), default=Fraction(0))
    sign = indicator.direction.sign
    said = {unit: each.qualifier for unit, each in found.items()}
    known = sorted(
        (
            LeagueRow(
                *(row.org_unit, row.value, row.numerator, row.denominator, row.on),
                asked.satisfied_by(row.value, said[row.org_unit])
                if asked and row.value is not None
                else None,
                float(abs(row.value) / most) if most and row.value is not None else None,
            )
            for row in rows
        ),
        key=lambda row: (row.value or 0) * sign,
    )
    without = (LeagueRow(unit, None, None, None, None, None, None) for unit in point.missing)
    level = rolled.rollup.from_ if rolled.rollup else ""
    return League(header, indicator, plan.area, level, point, (*known, *without), asked)


def _as_if_rolled_up(indicator: Indicator) -> Indicator:
    """The indicator with a roll-up that only lists units: the mean of those of `LISTED_LEVEL`."""
    rollup = RollUp.model_construct(from_=LISTED_LEVEL, by=RollUpBy.MEAN)
    return indicator.model_copy(update={"rollup": rollup})


def _value(part: Fraction, whole: Fraction, unit: Unit) -> Fraction | None:
    return part / whole * SHARE_OF[unit] if whole else None
