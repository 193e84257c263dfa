"""Sentences about one figure of the weekly page: its value, its change and its source.

Owns the words for a figure; which figures are reported is decided in the core.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.movement import Movement
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.vocabulary import Flag
from cdstrack.core.weekly.news import Correction
from cdstrack.render.figure_words import moved_parts, movement_words, value_with_parts
from cdstrack.render.gap_words import average_words, missing_sentence, unreported_words
from cdstrack.render.page.layout import sentence
from cdstrack.render.verdict_notes import verdict_reasons
from cdstrack.render.view import View
from cdstrack.words.labels.vocabulary import FLAG, FREQUENCY, STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_period, say
from cdstrack.words.parse.clean import clean


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
    bound = line.verdict.threshold if line else None
    return value_with_parts(figure, indicator, formatter.language, bound)


def moved(movement: Movement, indicator: Indicator, formatter: FigureFormatter) -> str:
    """How far the figure moved and which part of a share moved it; or why it is not compared."""
    told = movement_words(movement, indicator, formatter.language)
    if indicator.unit is Unit.STATE and movement.change:
        return sentence(told)
    parts = moved_parts(movement, formatter.language)
    return sentence(f"{told}: {parts}" if parts else told)


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


def correction_words(
    found: Correction, after: str | None, formatter: FigureFormatter, *, short: bool = False
) -> str:
    """What a figure was and what it is now, `after` in words; None says that it was withdrawn."""
    facts = {
        "name": full_name(found.before, found.indicator, formatter, short=short),
        "period": plain_period(found.before.period, formatter.language),
        "before": value(found.before, found.indicator, formatter),
        "marks": formatter.source(found.after or found.before),
    }
    if after is None:
        return formatter.say("withdrawn", **facts)
    return formatter.say("corrected", after=after, **facts)


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
