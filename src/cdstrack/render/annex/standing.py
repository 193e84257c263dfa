"""How an indicator stands against one target, in the words of annex and paragraph."""

from collections.abc import Iterator
from fractions import Fraction

from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.gap_words import (
    average_words,
    breakdown_words,
    missing_sentence,
    of_year_words,
    short_at_due_words,
    years_words,
)
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.paragraph import paragraph_text as say
from cdstrack.words.labels.weekly import plain_day
from cdstrack.words.parse.numbers import format_toward

DOUBTFUL = " (?)"
"""Behind a figure that is doubtful and that nobody corrected or accepted."""


def standing(item: StatusItem, line: TargetLine, view: View) -> Iterator[str]:
    """The gap, and further words about groups, years and their mean; may be empty."""
    verdict, target, indicator, language = line.verdict, line.target, item.indicator, view.language
    missing = missing_sentence(verdict, target, indicator, language)
    if missing and item.latest is None:
        missing = say("from_baseline", language, missing=missing)
    told = [of_year_words(item, line, language), missing]
    if verdict.gap is None or abs(verdict.gap) != verdict.shortfall:
        told.append(short_at_due_words(verdict, target, indicator, language, short=False))
    told += [
        breakdown_words(verdict, indicator, view),
        years_words(verdict, language),
        average_words(verdict, target, indicator, language),
    ]
    yield from dict.fromkeys(filter(None, told))


def reached_words(line: TargetLine, language: str) -> str:
    """The day on which a target was met that is met still; empty for others."""
    verdict = line.verdict
    timely = {Status.ACHIEVED, Status.ACHIEVED_LATE}
    if not verdict.met or verdict.reached_on is None or verdict.status not in timely:
        return ""
    return phrase("reached_on", language, day=plain_day(verdict.reached_on, language))


def completion_words(completion: float | None, language: str) -> str:
    """The figure as a share of the number asked, never rounded onto the whole; empty if unknown.

    >>> completion_words(0.99999, "vi"), completion_words(1.25, "en"), completion_words(None, "vi")
    ('99,999%', '125%', '')
    """
    if completion is None:
        return ""
    return f"{format_toward(Fraction(completion) * 100, 100, language)}%"
