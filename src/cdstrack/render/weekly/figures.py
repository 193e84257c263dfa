"""Sentences about one figure of the weekly page: its value, its change and its source.

Owns the words for a figure; which figures are reported is decided in the core.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.movement import Movement, NotCompared
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.vocabulary import Flag
from cdstrack.render.gap_words import average_words, missing_sentence, unreported_words
from cdstrack.render.page.layout import sentence
from cdstrack.render.verdict_notes import verdict_reasons
from cdstrack.render.view import View
from cdstrack.words.labels.value import (
    figure_words,
    fraction_words,
    gap_number_words,
)
from cdstrack.words.labels.vocabulary import FLAG, FREQUENCY, STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period, say
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number


@dataclass(frozen=True, slots=True)
class FigureFormatter:
    """What every sentence needs beside its figure: the view, and the sources' numbers."""

    view: View
    sources: Mapping[str, int]

    @property
    def language(self) -> str:
        """The reader's language."""
        return self.view.language

    def say(self, key: str, **facts: object) -> str:
        """A sentence of `cdstrack.words.labels.weekly`."""
        return say(key, self.language, **facts)

    def source(self, figure: Observation) -> str:
        """The number of the figure's source, ` [1]`; or that it has none."""
        if figure.document is None:
            return self.say("no_source")
        return f" [{self.sources[figure.document]}]"


def full_name(
    figure: Observation, indicator: Indicator, formatter: FigureFormatter, *, short: bool = False
) -> str:
    """The indicator's name, with the body and the part where the figure is not about the whole."""
    view = formatter.view
    name = view.short_name(indicator) if short else view.name(indicator)
    about = []
    if figure.org_unit != formatter.view.plan.area:
        about.append(formatter.view.org_unit(figure.org_unit))
    if figure.disaggregation:
        about.append(formatter.view.disaggregation(figure.disaggregation))
    return formatter.say("about_unit", name=name, unit="; ".join(about)) if about else name


def value(
    figure: Observation,
    indicator: Indicator,
    formatter: FigureFormatter,
    line: TargetLine | None = None,
) -> str:
    """The figure with the parts of a share: `67,84% (981/1.446)`."""
    words = _figure(figure, indicator, formatter, line)
    parts = fraction_words(figure, indicator, formatter.language)
    if not parts:
        return words
    # "67,19% (suy ra)" and its parts share one pair of brackets.
    return f"{words[:-1]}; {parts})" if words.endswith(")") else f"{words} ({parts})"


def moved(movement: Movement, indicator: Indicator, formatter: FigureFormatter) -> str:
    """How far the figure moved and which part of a share moved it; or why it is not compared."""
    if movement.not_compared is not None or movement.previous is None:
        return _not_compared(movement, formatter)
    period = plain_period(movement.previous.period, formatter.language)
    before = _figure(movement.previous, indicator, formatter)
    if indicator.unit is Unit.STATE and movement.change:
        return sentence(formatter.say("state_moved", period=period, value=before))
    key, change = direction(movement, indicator, formatter)
    same_part = f"{formatter.say('same_part')} {before}" if movement.same_part else before
    told = formatter.say(key, change=change, period=period, value=same_part)
    parts = _parts(movement, formatter)
    return sentence(f"{told}: {parts}" if parts else told)


def direction(
    movement: Movement, indicator: Indicator, formatter: FigureFormatter
) -> tuple[str, str]:
    """`up`, `down` or `same` with the number; a rank goes up when its number falls."""
    change = movement.change or 0
    if change == 0:
        return "same", ""
    is_up = (change < 0) if indicator.unit is Unit.RANK else (change > 0)
    return ("up" if is_up else "down"), gap_number_words(change, indicator, formatter.language)


def verdict(item: StatusItem, formatter: FigureFormatter) -> str:
    """The verdict on the active target, what is missing, and why there is none if there is none."""
    if item.active is None:
        return ""
    line = item.targets[item.active]
    language = formatter.language
    told = [label(STATUS, line.verdict.status, language)]
    if Flag.ASSUMED_BASELINE in line.verdict.flags:
        told[0] += f" ({label(FLAG, Flag.ASSUMED_BASELINE, language)})"
    missing = missing_sentence(line.verdict, line.target, item.indicator, language)
    if missing:
        due = due_words(line.target.due, language)
        told.append(formatter.say("against", missing=missing, milestone=due))
    told.append(average_words(line.verdict, line.target, item.indicator, language))
    told.append(unreported_words(line.verdict, item.indicator, formatter.view))
    told += verdict_reasons(line.verdict, language)
    return sentence(formatter.say("verdict", verdict="; ".join(filter(None, told))))


def still_missing(item: StatusItem, line: TargetLine, formatter: FigureFormatter) -> str:
    """What is missing to a target, in the unit and in groups without figures; may be empty."""
    indicator, language = item.indicator, formatter.language
    found = (
        missing_sentence(line.verdict, line.target, indicator, language),
        unreported_words(line.verdict, indicator, formatter.view),
    )
    return formatter.say("and").join(filter(None, found))


def frequency_words(indicator: Indicator, formatter: FigureFormatter) -> str:
    """How often a figure is due; where the plan does not say, yearly, and that it is assumed."""
    if indicator.frequency is None:
        return formatter.say("assumed_yearly")
    return label(FREQUENCY, indicator.frequency, formatter.language)


def note(figure: Observation, formatter: FigureFormatter) -> str:
    """What was noted beside the figure."""
    text = clean(figure.note or "").strip()
    return sentence(formatter.say("note", note=text)) if text else ""


def _figure(
    figure: Observation,
    indicator: Indicator,
    formatter: FigureFormatter,
    line: TargetLine | None = None,
) -> str:
    """The figure alone; a share that was divided here has two decimals, or as many as it takes."""
    bound = line.verdict.threshold if line else None
    return figure_words(figure, indicator, formatter.language, bound or Fraction(0))


def _not_compared(movement: Movement, formatter: FigureFormatter) -> str:
    why = movement.not_compared or NotCompared.FIRST
    broken = movement.broken_by
    day = plain_day(broken.date, formatter.language) if broken else ""
    return sentence(formatter.say(f"not_{why}", day=day))


def _parts(movement: Movement, formatter: FigureFormatter) -> str:
    """Which of a share's two numbers moved; empty for what is no share."""
    changes = {"numerator": movement.numerator, "denominator": movement.denominator}
    told = [
        _part(name, change, formatter) for name, change in changes.items() if change is not None
    ]
    return ", ".join(told) if len(told) == len(changes) else ""


def _part(name: str, change: Decimal, formatter: FigureFormatter) -> str:
    key = "part_same" if change == 0 else "part_up" if change > 0 else "part_down"
    number = format_number(abs(change), formatter.language)
    return formatter.say(key, part=formatter.say(name), change=number)
