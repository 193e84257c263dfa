"""Numbers with two readings: the decimal mark of a file, and warnings about the other reading.

Owns what one number proves about the marks of its file, and the warnings about one number as written.
`1.446` by itself proves nothing; beside `67,84` it is 1446, because a file uses one decimal mark.
Nothing is refused here: the figure is kept as read. Must not know files.
"""

import re
from decimal import Decimal

from cdstrack.core.plan.comparators import Limit, TargetKind
from cdstrack.core.plan.model import Direction, Indicator, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.words.parse.numbers import read_number
from cdstrack.words.parse.value_words import NOT_AVAILABLE
from cdstrack.words.parse.values import Reading

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,])", re.ASCII)
_MOST_OF_A_SHARE = 2
"""Decimals that a share below one percent is printed with; more of them look like a quotient."""
_LARGE_GOAL = 10
"""Percent; if all targets are at least this large, a figure below one is unlikely."""


def doubts(reading: Reading, indicator: Indicator) -> list[Problem]:
    """Every warning about how a value was written (CDS236, CDS240)."""
    found = (point_was_decimal(reading), share_of_one(reading, indicator))
    return [doubt for doubt in found if doubt is not None]


def point_was_decimal(reading: Reading) -> Problem | None:
    """A warning where `1.446` was read as a decimal only because 1446 is out of bounds.

    The one possible reading is taken; the warning is for the case that the other was intended.
    """
    grouped = _GROUPED.search(reading.entered)
    if grouped is None or reading.value is None or reading.numerator is not None:
        return None
    readings = read_number(grouped[0])
    if isinstance(readings, Problem) or len(readings) == 1 or reading.value != readings[1]:
        return None
    shown, other = format_decimal(reading.value), format_decimal(readings[0])
    facts = {"value": grouped[0], "computed": shown, "other": other}
    return Problem("CDS236", facts, Severity.WARNING)


def share_of_one(reading: Reading, indicator: Indicator) -> Problem | None:
    """A warning where a percentage may be a share of one: 0,6784 in a cell that is not shown as %.

    Shares below one percent exist, so the number is not changed. With a percent sign, written or
    shown by the cell, there is no ambiguity.
    """
    value = reading.value
    if indicator.unit is not Unit.PERCENT or value is None or reading.numerator is not None:
        return None
    if not 0 < value < 1 or "%" in reading.entered:
        return None
    shown, other = format_decimal(value), format_decimal(value * 100)
    is_quotient = len(shown.partition(".")[2]) > _MOST_OF_A_SHARE
    if not (is_quotient or _is_far_below_its_goals(indicator)):
        return None
    facts = {"value": reading.entered, "computed": shown, "other": other}
    facts["other_vi"] = other.replace(".", ",")
    return Problem("CDS240", facts, Severity.WARNING)


def _is_far_below_its_goals(indicator: Indicator) -> bool:
    """Whether all that the plan says about an indicator that should rise is far from below one."""
    goals = [each.stated_value or None for each in indicator.targets if _is_plain_floor(each.kind)]
    goals += [indicator.baseline.value] if indicator.baseline else []
    known = [goal for goal in goals if isinstance(goal, Decimal)]
    is_rising = indicator.direction is Direction.INCREASE
    return is_rising and bool(known) and min(known) >= _LARGE_GOAL


def _is_plain_floor(kind: TargetKind) -> bool:
    return kind.is_absolute and kind.limit is Limit.FLOOR


_NUMBER = re.compile(r"\d[\d.,]*\d", re.ASCII)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*", re.ASCII)
_OTHER = {",": ".", ".": ","}


def decimal_mark(text: str) -> str | None:
    """The decimal mark that a text with numbers proves: a comma, a point, or None.

    The reason for a missing figure proves nothing.

    >>> decimal_mark("67,84%"), decimal_mark("1.446.000"), decimal_mark("gần 3.000")
    (',', ',', None)
    """
    if NOT_AVAILABLE.fullmatch(text):
        return None
    marks = {mark for number in _NUMBER.findall(text) if (mark := _proved(number))}
    return marks.pop() if len(marks) == 1 else None


def _proved(number: str) -> str | None:
    marks = [letter for letter in number if letter in _OTHER]
    if not marks:
        return None
    last = marks[-1]
    if len(set(marks)) == 2:
        return last if marks.count(last) == 1 else None
    if len(marks) > 1:
        return _OTHER[last] if _GROUPS.fullmatch(number) else None
    return None if _GROUPS.fullmatch(number) else last


def with_point(text: str, mark: str | None) -> str:
    """The text with its numbers in unambiguous form: a decimal point, no groups.

    Numbers that do not follow the mark are returned unchanged, for the reader to refuse; so is the
    reason for a missing figure.

    >>> with_point("khoảng 1.446,5", ","), with_point("981/1.446", ","), with_point("1.446", ".")
    ('khoảng 1446.5', '981/1446', '1.4460')
    """
    if mark is None or NOT_AVAILABLE.fullmatch(text):
        return text
    return _NUMBER.sub(lambda match: _plain(match[0], mark), text)


def _plain(number: str, mark: str) -> str:
    whole, _, decimals = number.partition(mark)
    group = _OTHER[mark]
    if group in whole and not _GROUPS.fullmatch(whole):
        return number
    if not decimals.isdigit() and decimals:
        return number
    # Three decimals look like a group of thousands; a fourth one settles it.
    decimals += "0" if len(decimals) == 3 else ""
    return whole.replace(group, "") + (f".{decimals}" if decimals else "")
