"""The steps of an explanation that look ahead: the forecast, then the range and the chance.

Owns their order. Every number is taken from the explanation; only its spelling is decided here.
"""

from collections.abc import Iterator

from cdstrack.core.reports.explain import Progress, TargetExplanation
from cdstrack.core.verdict.likely import Likely, yearly_changes
from cdstrack.core.verdict.pace import Forecast
from cdstrack.core.verdict.progress import forecast_progress
from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Flag, Outlook, Status
from cdstrack.words.labels.explain import DOUBT, REFUSAL, say
from cdstrack.words.labels.likely import chance_words, likely_text
from cdstrack.words.labels.vocabulary import OUTLOOK, label
from cdstrack.words.labels.working import operand, plain, years_words

_MANY_CHANGES = 10


def forecast_steps(target: TargetExplanation, progress: Progress, language: str) -> Iterator[str]:
    """Where the recent pace leads, or why that is not said."""
    verdict, forecast = target.line.verdict, progress.forecast
    if not isinstance(forecast, Forecast):
        yield say("no_forecast", language, why=label(REFUSAL, forecast, language))
        return
    trend = progress.basis.trend
    facts = {"x": operand(trend.points[-1].x, language), "pace": operand(trend.pace or 0, language)}
    facts |= {"years": years_words(progress.basis.case.years_left, language)}
    line = say("forecast", language, **facts, value=plain(forecast.value, language))
    inside = verdict.forecast
    if inside is not None and inside != forecast.value:
        line = say("clipped", language, line=line, bound=plain(inside, language))
    yield line
    yield from _leaves_range(target, progress, forecast, language)
    if forecast.low != forecast.high:
        ends = {"low": plain(forecast.low, language), "high": plain(forecast.high, language)}
        yield say("range", language, **ends)
    if forecast.doubts:
        why = "; ".join(label(DOUBT, doubt, language) for doubt in forecast.doubts)
        yield say("doubts", language, why=why)
    if verdict.outlook is not None:
        yield say("outlook", language, outlook=label(OUTLOOK, verdict.outlook, language))
        behind = verdict.status in {Status.BEHIND, Status.OFF_TRACK}
        reaches = verdict.outlook is Outlook.REACH
        if Flag.FORECAST_SHORT in verdict.flags or (behind and reaches):
            yield say("differ", language)


def _leaves_range(
    target: TargetExplanation, progress: Progress, forecast: Forecast, language: str
) -> Iterator[str]:
    """That the forecast lies beyond the range asked for, and what it counts as."""
    value = forecast_progress(progress.threshold, progress.basis.figures[-1].value, forecast)
    if target.line.verdict.outlook is not None and abs(float(value) - forecast.value) > TOLERANCE:
        yield say("leaves_range", language, value=plain(value, language))


def likely_steps(progress: Progress, language: str) -> Iterator[str]:
    """The range for the due date and the chance to meet the target, or why nothing is said."""
    likely = progress.likely
    if not isinstance(likely, Likely):
        yield likely_text("refused", language, why=likely_text(likely, language))
        return
    spread = likely.spread
    numbers = {
        "u": spread.usual_change,
        "h": spread.years,
        "damped": spread.damped_years,
        "centre": spread.centre,
        "half": spread.half_width,
        "deviation": spread.deviation,
        "low": spread.centre - spread.half_width,
        "high": spread.centre + spread.half_width,
        "chance": likely.chance,
    }
    facts = {name: plain(number, language) for name, number in numbers.items()}
    facts |= {"x": operand(spread.latest, language), "pace": operand(spread.pace, language)}
    facts |= {"years": years_words(spread.years, language)}
    facts |= {
        "changes": _changes(progress, language),
        "words": chance_words(likely.chance, language),
    }
    for key in ("usual_change", "damped", "centre"):
        yield likely_text(key, language, **facts)
    line = likely_text("half_width", language, **facts)
    if (likely.low, likely.high) != (numbers["low"], numbers["high"]):
        ends = {"low": plain(likely.low, language), "high": plain(likely.high, language)}
        line = likely_text("held", language, line=line, **ends)
    yield line
    if 0 < likely.chance < 1:
        yield likely_text("deviation", language, **facts)
        yield likely_text("normal", language, **facts)
    else:
        yield likely_text("decided", language, **facts)


def _changes(progress: Progress, language: str) -> str:
    """The changes between neighbours, brought to one year; of many, how many and how large."""
    changes = sorted(yearly_changes(progress.basis.trend.points))
    if len(changes) > _MANY_CHANGES:
        ends = {"low": plain(changes[0], language), "high": plain(changes[-1], language)}
        return likely_text("many_changes", language, n=len(changes), **ends)
    return "; ".join(plain(change, language) for change in changes)
