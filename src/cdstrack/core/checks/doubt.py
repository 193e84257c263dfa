"""One doubt about a figure, and the problem that reports it.

Owns which numbers a doubt quotes. Which figures are doubtful is decided in
`cdstrack.core.checks.doubts`.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import Observation, number_of, to_decimal
from cdstrack.core.record.period import Precision

_COUNTED = {Unit.COUNT, Unit.AMOUNT}


class Doubt(NamedTuple):
    """A reason to doubt a figure: its code, and the earlier figure it is compared with, if any.

    `largest` is the largest earlier change of the series, for a figure far off its series.
    """

    code: str
    earlier: Observation | None = None
    largest: float | None = None


def counted_since_new_year(figure: Observation, indicator: Indicator) -> Fraction | None:
    """The cumulative value of a flow; None if its period does not begin on 1 January."""
    period = figure.period
    if period.precision is Precision.RANGE and (period.start.month, period.start.day) != (1, 1):
        return None
    if indicator.unit in _COUNTED:
        return number_of(figure, indicator.unit)
    return None if figure.numerator is None else Fraction(figure.numerator)


def worded(doubt: Doubt, figure: Observation, indicator: Indicator) -> Problem:
    """The problem that reports a doubt about a figure, with the numbers compared."""
    if doubt.code == "CDS240":
        return _warning(doubt.code, **_readings(figure))
    numbers = _NUMBERS.get(doubt.code, _number)
    facts = {} if doubt.earlier is None else _step(doubt.earlier, figure, indicator, numbers)
    if doubt.largest is not None:
        facts["largest"] = _plain(Fraction(doubt.largest))
    return _warning(doubt.code, **facts)


def _step(
    earlier: Observation,
    figure: Observation,
    indicator: Indicator,
    numbers: Callable[[Observation, Indicator], Fraction | None],
) -> dict[str, str]:
    was, now = (numbers(each, indicator) or Fraction(0) for each in (earlier, figure))
    return {"before": _plain(was), "after": _plain(now), "earlier": earlier.period.text}


def _number(figure: Observation, indicator: Indicator) -> Fraction | None:
    return number_of(figure, indicator.unit)


def _whole(figure: Observation, _: Indicator) -> Fraction:
    return Fraction(figure.denominator or 0)


_NUMBERS = {"CDS502": _whole, "CDS504": counted_since_new_year}
"""The numbers that a doubt quotes, where they are not those of the two figures."""


def _readings(figure: Observation) -> dict[str, str]:
    """The two readings of a small share: as a percentage, and as a fraction of one."""
    value = figure.value or Decimal(0)
    shown, other = format_decimal(value), format_decimal(value * 100)
    facts = {"value": figure.entered or shown, "computed": shown, "other": other}
    return {**facts, "other_vi": other.replace(".", ",")}


def _plain(number: Fraction) -> str:
    return format_decimal(to_decimal(number))


def _warning(code: str, /, **facts: str) -> Problem:
    return Problem(code, facts, Severity.WARNING)
