"""Sentences about one figure of the weekly page: what it says, how far it moved, whence it comes.

Owns how a figure is told in words; which figures are told is decided in the core.
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
from cdstrack.render.page.letter import sentence
from cdstrack.render.status.cells import disaggregation_words, verdict_reasons
from cdstrack.render.view import View
from cdstrack.words.labels.gap import missing_sentence, unreported_words
from cdstrack.words.labels.value import (
    figure_words,
    fraction_words,
    gap_number_words,
)
from cdstrack.words.labels.vocabulary import FLAG, STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period, say
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number


@dataclass(frozen=True, slots=True)
class Teller:
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


def full_name(figure: Observation, indicator: Indicator, teller: Teller) -> str:
    """The indicator's name, with the body and the part where the figure is not about the whole."""
    name = clean(indicator.name.text(teller.language))
    about = []
    if figure.org_unit != teller.view.plan.area:
        about.append(teller.view.org_unit(figure.org_unit))
    if figure.disaggregation:
        about.append(disaggregation_words(figure.disaggregation, teller.view))
    return teller.say("about_unit", name=name, unit="; ".join(about)) if about else name


def value(
    figure: Observation, indicator: Indicator, teller: Teller, line: TargetLine | None = None
) -> str:
    """The figure with the parts of a share: `67,84% (981/1.446)`."""
    words = _figure(figure, indicator, teller, line)
    parts = fraction_words(figure, indicator, teller.language)
    if not parts:
        return words
    # "67,19% (suy ra)" and its parts share one pair of brackets.
    return f"{words[:-1]}; {parts})" if words.endswith(")") else f"{words} ({parts})"


def moved(movement: Movement, indicator: Indicator, teller: Teller) -> str:
    """How far the figure moved and which part of a share moved it; or why it is not compared."""
    if movement.not_compared is not None or movement.previous is None:
        return _not_compared(movement, teller)
    period = plain_period(movement.previous.period, teller.language)
    before = _figure(movement.previous, indicator, teller)
    if indicator.unit is Unit.STATE and movement.change:
        return sentence(teller.say("state_moved", period=period, value=before))
    key, change = direction(movement, indicator, teller)
    same_part = f"{teller.say('same_part')} {before}" if movement.same_part else before
    told = teller.say(key, change=change, period=period, value=same_part)
    parts = _parts(movement, teller)
    return sentence(f"{told}: {parts}" if parts else told)


def direction(movement: Movement, indicator: Indicator, teller: Teller) -> tuple[str, str]:
    """`up`, `down` or `same` with the number; a rank goes up when its number falls."""
    change = movement.change or 0
    if change == 0:
        return "same", ""
    is_up = (change < 0) if indicator.unit is Unit.RANK else (change > 0)
    return ("up" if is_up else "down"), gap_number_words(change, indicator, teller.language)


def verdict(item: StatusItem, teller: Teller) -> str:
    """The verdict on the active target, what is missing, and why there is none if there is none."""
    if item.active is None:
        return ""
    line = item.targets[item.active]
    language = teller.language
    told = [label(STATUS, line.verdict.status, language)]
    if Flag.ASSUMED_BASELINE in line.verdict.flags:
        told[0] += f" ({label(FLAG, Flag.ASSUMED_BASELINE, language)})"
    missing = missing_sentence(line.verdict, line.target, item.indicator, language)
    if missing:
        due = due_words(line.target.due, language)
        told.append(teller.say("against", missing=missing, milestone=due))
    told.append(unreported_words(line.verdict, item.indicator, language))
    told += verdict_reasons(line.verdict, language)
    return sentence(teller.say("verdict", verdict="; ".join(filter(None, told))))


def still_missing(item: StatusItem, line: TargetLine, teller: Teller) -> str:
    """What is missing to a target, in the unit and in groups without figures; may be empty."""
    indicator, language = item.indicator, teller.language
    found = (
        missing_sentence(line.verdict, line.target, indicator, language),
        unreported_words(line.verdict, indicator, language),
    )
    return teller.say("and").join(filter(None, found))


def note(figure: Observation, teller: Teller) -> str:
    """What was noted beside the figure."""
    text = clean(figure.note or "").strip()
    return sentence(teller.say("note", note=text)) if text else ""


def _figure(
    figure: Observation, indicator: Indicator, teller: Teller, line: TargetLine | None = None
) -> str:
    """The figure alone; a share that was divided here has two decimals, or as many as it takes."""
    bound = line.verdict.threshold if line else None
    return figure_words(figure, indicator, teller.language, bound or Fraction(0))


def _not_compared(movement: Movement, teller: Teller) -> str:
    why = movement.not_compared or NotCompared.FIRST
    broken = movement.broken_by
    day = plain_day(broken.date, teller.language) if broken else ""
    return sentence(teller.say(f"not_{why}", day=day))


def _parts(movement: Movement, teller: Teller) -> str:
    """Which of a share's two numbers moved; empty for what is no share."""
    changes = {"numerator": movement.numerator, "denominator": movement.denominator}
    told = [_part(name, change, teller) for name, change in changes.items() if change is not None]
    return ", ".join(told) if len(told) == len(changes) else ""


def _part(name: str, change: Decimal, teller: Teller) -> str:
    key = "part_same" if change == 0 else "part_up" if change > 0 else "part_down"
    number = format_number(abs(change), teller.language)
    return teller.say(key, part=teller.say(name), change=number)
