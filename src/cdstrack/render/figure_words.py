"""A figure in words, with the parts of a share, and how far it moved.

Owns these sentences for the weekly pages and for the paragraph. Which figures are compared is decided
in the core.
"""

from decimal import Decimal
from fractions import Fraction

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.movement import Movement, NotCompared
from cdstrack.core.record.observation import Observation
from cdstrack.words.labels.value import figure_words, fraction_words, gap_number_words
from cdstrack.words.labels.weekly import plain_day, plain_period, say
from cdstrack.words.parse.numbers import format_number


def value_with_parts(
    figure: Observation, indicator: Indicator, language: str, bound: Fraction | None = None
) -> str:
    """The figure with the parts of a share: `67,84% (981/1.446)`.

    A share that was divided here has two decimals, or as many as show on which side of `bound` it is.
    """
    words = figure_words(figure, indicator, language, bound or Fraction(0))
    parts = fraction_words(figure, indicator, language)
    if not parts:
        return words
    # "67,19% (suy ra)" and its parts share one pair of brackets.
    return f"{words[:-1]}; {parts})" if words.endswith(")") else f"{words} ({parts})"


def movement_words(movement: Movement, indicator: Indicator, language: str) -> str:
    """How far the figure moved; or why it is not compared."""
    if movement.not_compared is not None or movement.previous is None:
        return _not_compared(movement, language)
    period = plain_period(movement.previous.period, language)
    before = figure_words(movement.previous, indicator, language, Fraction(0))
    if indicator.unit is Unit.STATE and movement.change:
        return say("state_moved", language, period=period, value=before)
    key, change = change_words(movement, indicator, language)
    same_part = f"{say('same_part', language)} {before}" if movement.same_part else before
    return say(key, language, change=change, period=period, value=same_part)


def change_words(movement: Movement, indicator: Indicator, language: str) -> tuple[str, str]:
    """`up`, `down` or `same` with the number; a rank goes up when its number falls."""
    change = movement.change or 0
    if change == 0:
        return "same", ""
    is_up = (change < 0) if indicator.unit is Unit.RANK else (change > 0)
    return ("up" if is_up else "down"), gap_number_words(change, indicator, language)


def moved_parts(movement: Movement, language: str) -> str:
    """Which of a share's two numbers moved; empty for what is no share, or is not compared."""
    changes = {"numerator": movement.numerator, "denominator": movement.denominator}
    told = [_part(name, change, language) for name, change in changes.items() if change is not None]
    return ", ".join(told) if len(told) == len(changes) else ""


def _part(name: str, change: Decimal, language: str) -> str:
    key = "part_same" if change == 0 else "part_up" if change > 0 else "part_down"
    number = format_number(abs(change), language)
    return say(key, language, part=say(name, language), change=number)


def _not_compared(movement: Movement, language: str) -> str:
    why = movement.not_compared or NotCompared.FIRST
    broken = movement.broken_by
    day = plain_day(broken.date, language) if broken else ""
    return say(f"not_{why}", language, day=day)
