"""The numbers of a verdict under their names, each in words and as programs have it.

Owns which measures the report shows and in which order. The words are those of the terminal; the
value is that of the same field of `status` for programs, so that the two can be compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.status import TargetLine
from cdstrack.core.verdict.model import Verdict
from cdstrack.render.annex.standing import completion_words
from cdstrack.render.gap_words import counted_words, missing_words
from cdstrack.render.machine.output import plain
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import chance_words, range_ends
from cdstrack.words.labels.report import report_text
from cdstrack.words.labels.value import forecast_words, pace_words, value_words
from cdstrack.words.labels.vocabulary import status_words
from cdstrack.words.parse.dates import format_day


@dataclass(frozen=True, slots=True)
class Measured:
    """One number of a target in words; `value` is the text of the machine format, `tone` a verdict's."""

    words: str
    value: str
    tone: str = ""


def measured(line: TargetLine, indicator: Indicator, view: View) -> dict[str, Measured]:
    """What is known of a target by the names of `status` for programs; the rest is left out."""
    language, verdict = view.language, line.verdict
    words = status_words(verdict.status, language)
    found = {
        "threshold": Measured(_asked(line, indicator, view), _text(verdict.threshold)),
        "status": Measured(words, verdict.status, verdict.status),
    }
    for name, measure in MEASURES.items():
        value = measure.value(verdict)
        said = "" if value is None else measure.words(line, indicator, language)
        if said:
            found[name] = Measured(said, _text(value))
    return found


def _text(value: object) -> str:
    return "" if value is None else str(plain(value))


def _asked(line: TargetLine, indicator: Indicator, view: View) -> str:
    """What the target asks; the number that it comes to, where it states a change or somebody chose it."""
    asked, bound = view.asked(line.target, indicator), line.verdict.threshold
    if bound is None or not (line.target.kind.relative or line.target.declared):
        return asked
    return f"{asked} ({value_words(bound, indicator, view.language)})"


@dataclass(frozen=True, slots=True)
class _Measure:
    value: Callable[[Verdict], Any]
    words: Callable[[TargetLine, Indicator, str], str]


def _gap(line: TargetLine, indicator: Indicator, language: str) -> str:
    return missing_words(line.verdict, line.target, indicator, language, short=False)


def _count(line: TargetLine, indicator: Indicator, language: str) -> str:
    words = counted_words(line.verdict, indicator, language)
    return f"({words})" if words else ""


def _completion(line: TargetLine, indicator: Indicator, language: str) -> str:
    del indicator
    return completion_words(line.verdict.completion, language)


def _expected(line: TargetLine, indicator: Indicator, language: str) -> str:
    return value_words(line.verdict.expected or 0.0, indicator, language)


def _pace(name: str, key: str) -> Callable[[TargetLine, Indicator, str], str]:
    def words(line: TargetLine, indicator: Indicator, language: str) -> str:
        verdict = line.verdict
        pace = pace_words(getattr(verdict, name), indicator, language, stated=verdict.decimals)
        return phrase(key, language, pace=pace)

    return words


def _forecast(line: TargetLine, indicator: Indicator, language: str) -> str:
    verdict = line.verdict
    return forecast_words(
        verdict.forecast or 0.0, indicator, language, verdict.threshold, stated=verdict.decimals
    )


def _likely(end: int) -> Callable[[TargetLine, Indicator, str], str]:
    def words(line: TargetLine, indicator: Indicator, language: str) -> str:
        likely = line.verdict.likely
        if likely is None:
            return ""
        key = ("likely_from", "likely_to")[end]
        value = range_ends(likely, indicator, language)[end]
        return report_text(key, language, value=value)

    return words


def _chance(line: TargetLine, indicator: Indicator, language: str) -> str:
    del indicator
    return "" if line.verdict.likely is None else chance_words(line.verdict.likely.chance, language)


def _reached(line: TargetLine, indicator: Indicator, language: str) -> str:
    del indicator
    day = line.verdict.reached_on
    return "" if day is None else format_day(day, language)


MEASURES: Mapping[str, _Measure] = {
    "gap": _Measure(lambda verdict: verdict.gap, _gap),
    "gap_count": _Measure(lambda verdict: verdict.gap_count, _count),
    "completion": _Measure(lambda verdict: verdict.completion, _completion),
    "expected": _Measure(lambda verdict: verdict.expected, _expected),
    "required_pace": _Measure(
        lambda verdict: verdict.required_a_year, _pace("required_pace", "pace_needed")
    ),
    "current_pace": _Measure(
        lambda verdict: verdict.telling_pace, _pace("current_pace", "pace_made")
    ),
    "forecast": _Measure(lambda verdict: verdict.forecast, _forecast),
    "likely_low": _Measure(lambda verdict: verdict.likely and verdict.likely.low, _likely(0)),
    "likely_high": _Measure(lambda verdict: verdict.likely and verdict.likely.high, _likely(1)),
    "likely_chance": _Measure(lambda verdict: verdict.likely and verdict.likely.chance, _chance),
    "reached_on": _Measure(lambda verdict: verdict.reached_on, _reached),
}
"""By the names of the CSV columns of `status`."""

ROWS = (
    ("threshold",),
    ("status",),
    ("gap", "gap_count"),
    ("completion",),
    ("expected",),
    ("required_pace", "current_pace"),
    ("forecast",),
    ("likely_low", "likely_high"),
    ("likely_chance",),
    ("reached_on",),
)
"""What is shown together, in this order."""
