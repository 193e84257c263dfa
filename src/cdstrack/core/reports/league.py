"""The units of an area ranked on one indicator, the worst first, with those that have not reported.

Owns the order of the units and which of them pull the figure of the area.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cdstrack.core.derived.area_rollup import RollUpOf, criterion_of
from cdstrack.core.derived.unit_series import Contribution
from cdstrack.core.plan.model import Indicator, Plan, RollUp, RollUpBy, Unit
from cdstrack.core.record.derived import RollUpPoint
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.verdict.threshold import Threshold

LISTED_LEVEL = "xa"
"""The level whose units are listed where nothing is rolled up."""
PULLING = 5
"""How many units are named as those that affect the figure of the area most."""
_NONE = Fraction(0)


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
    plan: Plan, indicator: Indicator, roll_up: RollUpOf, header: ReportHeader
) -> League:
    """The league of an indicator on the last end of its periods.

    Args:
        plan: The plan.
        indicator: One of its indicators.
        roll_up: What the units of the plan's area reported of it, `as_listed`.
        header: Names the day.
    """
    point = roll_up.point(roll_up.days(header.as_of)[-1])
    asked = criterion_of(roll_up.indicator, point.on)
    found = roll_up.reported(point.on)
    unit = indicator.unit if roll_up.rollup.by is RollUpBy.RATIO else None
    values = {id_: _value(each, unit) for id_, each in found.items()}
    drawn = () if indicator.unit is Unit.STATE else values.values()
    most = max((abs(value) for value in drawn if value is not None), default=_NONE, key=_rough)
    sign = indicator.direction.sign
    order = sorted(found, key=lambda id_: _rough((values[id_] or _NONE) * sign))
    known = (_row(id_, values[id_], found[id_], unit, asked, most) for id_ in order)
    without = (LeagueRow(id_, None, None, None, None, None, None) for id_ in point.missing)
    level = roll_up.rollup.from_
    return League(header, indicator, plan.area, level, point, (*known, *without), asked)


def as_listed(indicator: Indicator) -> Indicator:
    """The indicator; where nothing is rolled up, with a roll-up that only lists the units of a level."""
    if indicator.rollup is not None:
        return indicator
    rollup = RollUp.model_construct(from_=LISTED_LEVEL, by=RollUpBy.MEAN)
    return indicator.model_copy(update={"rollup": rollup})


def _row(
    org_unit: str,
    value: Fraction | None,
    found: Contribution,
    unit: Unit | None,
    asked: Threshold | None,
    most: Fraction,
) -> LeagueRow:
    """A row; `unit` is what the indicator of a ratio is measured in, None where none is added up."""
    return LeagueRow(
        org_unit,
        value,
        found.numerator if unit else None,
        found.denominator if unit else None,
        found.newest,
        asked.satisfied_by(value, found.qualifier) if asked and value is not None else None,
        float(abs(value) / most) if most and value is not None else None,
    )


def _rough(value: Fraction) -> tuple[float, Fraction]:
    """A number to sort by: the nearest float, which is quick to compare, before the number itself.

    Of two numbers the lesser one never has the greater float.
    """
    return float(value), value


def _value(found: Contribution, unit: Unit | None) -> Fraction | None:
    if unit is None:
        return found.value
    return found.numerator / found.denominator * SHARE_OF[unit] if found.denominator else None
