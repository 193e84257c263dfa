"""The numbers of a verdict under their names, each in words and as programs have it.

Owns which measures the report shows and in which order. The words are those of the terminal; the
value is that of the same field of `status` for programs, so that the two can be compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.reports.status import TargetLine
from cdstrack.core.verdict.model import Verdict
from cdstrack.render.gap_words import counted_words, missing_words
from cdstrack.render.machine.output import plain
from cdstrack.words.labels.likely import chance_words, range_ends
from cdstrack.words.labels.value import forecast_words, pace_words, value_words
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import format_toward


@dataclass(frozen=True, slots=True)
class Measured:
    """One number of a target; `value` is the text of the machine format."""

    name: str
    words: str
    value: str


def measured(line: TargetLine, indicator: Indicator, language: str) -> tuple[Measured, ...]:
    """What is known of a target, in the order of `MEASURES`; what is not known is left out."""
    found = []
    for name, measure in MEASURES.items():
        value = measure.value(line.verdict)
        words = "" if value is None else measure.words(line, indicator, language)
        if words:
            found.append(Measured(name, words, str(plain(value))))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Measure:
    value: Callable[[Verdict], Any]
    words: Callable[[TargetLine, Indicator, str], str]


def _threshold(line: TargetLine, indicator: Indicator, language: str) -> str:
    bound = line.verdict.threshold
    if bound is None or indicator.unit is Unit.STATE:
        return ""
    return value_words(bound, indicator, language)


def _gap(line: TargetLine, indicator: Indicator, language: str) -> str:
    return missing_words(line.verdict, line.target, indicator, language, short=False)


def _count(line: TargetLine, indicator: Indicator, language: str) -> str:
    return counted_words(line.verdict, indicator, language)


def completion_words(completion: float, language: str) -> str:
    """The figure as a share of the number asked, never rounded onto the whole: `75,38%`.

    >>> completion_words(0.99999, "vi"), completion_words(1.25, "en")
    ('99,999%', '125%')
    """
    return f"{format_toward(Fraction(completion) * 100, 100, language)}%"


def _completion(line: TargetLine, indicator: Indicator, language: str) -> str:
    del indicator
    return completion_words(line.verdict.completion or 0.0, language)


def _expected(line: TargetLine, indicator: Indicator, language: str) -> str:
    return value_words(line.verdict.expected or 0.0, indicator, language)


def _pace(name: str) -> Callable[[TargetLine, Indicator, str], str]:
    def words(line: TargetLine, indicator: Indicator, language: str) -> str:
        return pace_words(getattr(line.verdict, name), indicator, language)

    return words


def _forecast(line: TargetLine, indicator: Indicator, language: str) -> str:
    verdict = line.verdict
    return forecast_words(verdict.forecast or 0.0, indicator, language, verdict.threshold)


def _likely(end: int) -> Callable[[TargetLine, Indicator, str], str]:
    def words(line: TargetLine, indicator: Indicator, language: str) -> str:
        likely = line.verdict.likely
        return "" if likely is None else range_ends(likely, indicator, language)[end]

    return words


def _chance(line: TargetLine, indicator: Indicator, language: str) -> str:
    del indicator
    return "" if line.verdict.likely is None else chance_words(line.verdict.likely.chance, language)


def _reached(line: TargetLine, indicator: Indicator, language: str) -> str:
    del indicator
    day = line.verdict.reached_on
    return "" if day is None else format_day(day, language)


MEASURES: Mapping[str, _Measure] = {
    "threshold": _Measure(lambda verdict: verdict.threshold, _threshold),
    "gap": _Measure(lambda verdict: verdict.gap, _gap),
    "gap_count": _Measure(lambda verdict: verdict.gap_count, _count),
    "completion": _Measure(lambda verdict: verdict.completion, _completion),
    "expected": _Measure(lambda verdict: verdict.expected, _expected),
    "required_pace": _Measure(lambda verdict: verdict.required_pace, _pace("required_pace")),
    "current_pace": _Measure(lambda verdict: verdict.telling_pace, _pace("current_pace")),
    "forecast": _Measure(lambda verdict: verdict.forecast, _forecast),
    "likely_low": _Measure(lambda verdict: verdict.likely and verdict.likely.low, _likely(0)),
    "likely_high": _Measure(lambda verdict: verdict.likely and verdict.likely.high, _likely(1)),
    "likely_chance": _Measure(lambda verdict: verdict.likely and verdict.likely.chance, _chance),
    "reached_on": _Measure(lambda verdict: verdict.reached_on, _reached),
}
"""By the names of the CSV columns of `status`."""
