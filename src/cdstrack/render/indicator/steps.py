"""The numbered steps from the figures to one verdict, its pace and its forecast.

Owns their order. Every number is taken from the explanation; only its spelling is decided here.
"""

from collections.abc import Iterator
from fractions import Fraction

from cdstrack.core.plan.model import Indicator, MethodName
from cdstrack.core.reports.explain import Progress, TargetExplanation
from cdstrack.core.verdict.effort import effort_of
from cdstrack.core.verdict.grounds import DecisionRow
from cdstrack.core.verdict.median_slope import extreme_slopes
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Working
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import SeriesValue
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.render.gap_words import (
    average_words,
    beside_at_due_words,
    breakdown_words,
    missing_sentence,
    short_at_due_words,
    something_missing,
)
from cdstrack.render.indicator.outlook_steps import forecast_steps, likely_steps
from cdstrack.render.page.layout import Numbered
from cdstrack.render.verdict_notes import verdict_reasons
from cdstrack.render.view import View
from cdstrack.words.labels.explain import ROW, say
from cdstrack.words.labels.likely import chance_sentence, effort_sentence
from cdstrack.words.labels.value import (
    figure_words,
    forecast_words,
    fraction_words,
    gap_number_words,
    number_words,
    pace_words,
    value_words,
)
from cdstrack.words.labels.vocabulary import METHOD, REASON, STATUS, label, status_words
from cdstrack.words.labels.working import (
    UNDEFINED,
    cuts_words,
    operand,
    plain,
    step_words,
    years_words,
)
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.parse.numbers import MOST_DECIMALS, format_number

_MANY_SLOPES = 10
_BY_CUT = {
    DecisionRow.ON_TRACK,
    DecisionRow.BEHIND,
    DecisionRow.OFF_TRACK,
    DecisionRow.DETERIORATING,
}
_PAST = {
    DecisionRow.MET_IN_TIME,
    DecisionRow.MET_LATE,
    DecisionRow.NOT_MET,
    DecisionRow.UNKNOWN_AT_DUE,
}


def steps(target: TargetExplanation, indicator: Indicator, view: View) -> Numbered:
    """Everything that leads to the verdict on one target, line by line."""
    language, progress = view.language, target.progress
    lines: list[str] = []
    if progress is not None:
        lines += _way(progress, indicator, language)
        lines += _measure(target, progress, language)
        lines += _lead(target.line.verdict, language)
    lines += _at_due(target, indicator, language)
    lines += _decision(target, indicator, view)
    lines += _missing(target, indicator, language)
    if progress is not None:
        lines += _paces(target, progress, indicator, language)
        lines += likely_steps(progress, language)
    return Numbered(tuple(lines))


def _way(progress: Progress, indicator: Indicator, language: str) -> Iterator[str]:
    """Start, latest figure and path."""
    case, origin = progress.basis.case, progress.basis.origin
    assumed = "origin_assumed" if indicator.baseline is None else "origin_broken"
    key = "origin_declared" if origin.declared else assumed
    day = format_day(origin.on, language)
    start = value_words(origin.value, indicator, language)
    if origin.figure is not None:
        start = _exact(origin.figure, indicator, language)
    yield say(key, language, value=start, day=day)
    if progress.basis.figures:
        latest = progress.basis.figures[-1]
        facts = {"value": _exact(latest, indicator, language)}
        facts |= {
            "day": format_day(latest.on, language),
            "years": years_words(case.years_made, language),
        }
        yield say("latest", language, **facts)
        if abs(case.latest.x - float(latest.value)) > 1e-9:
            yield say("beyond_range", language, value=plain(case.latest.x, language))
    if len(progress.basis.stops) > 1:
        stops = " → ".join(
            say(
                "stop",
                language,
                value=value_words(stop.value, indicator, language),
                day=format_day(stop.on, language),
            )
            for stop in progress.basis.stops
        )
        yield say("path", language, stops=stops)


def _exact(figure: SeriesValue, indicator: Indicator, language: str) -> str:
    """The figure as its source puts it, and what it is exactly where that has more digits."""
    written = figure_words(figure.observation, indicator, language)
    number = number_words(figure.value, indicator, language)
    in_full = format_number(figure.value, language)
    if Fraction(round(figure.value * 10**MOST_DECIMALS), 10**MOST_DECIMALS) == figure.value:
        same = in_full == number
        return written if same else say("exactly", language, value=written, exact=in_full)
    part = fraction_words(figure.observation, indicator, language)
    about = plain(figure.value, language)
    key = "fraction_about" if len(about) > len(number) else "fraction"
    return say(key, language, value=written, part=part, about=about)


def _measure(target: TargetExplanation, progress: Progress, language: str) -> Iterator[str]:
    """The arithmetic of the method in use, and its classes."""
    opinion = progress.opinions.get(target.method)
    case = progress.basis.case
    untold = target.line.verdict.ratio is None
    if opinion is None or untold or not isinstance(opinion.working, Working):
        return
    if target.method is not MethodName.LINEAR:
        goal = {"start": plain(case.origin.x, language), "goal": plain(case.target.x, language)}
        yield say("straight", language, **goal, years=years_words(case.years_planned, language))
    yield from (step_words(step, language) for step in opinion.working.steps)
    if target.row in _BY_CUT:
        name = label(METHOD, target.method, language)
        cuts = cuts_words(METHODS[target.method].CLASSES, language)
        yield say("cuts", language, method=name, cuts=cuts)


def _lead(verdict: Verdict, language: str) -> Iterator[str]:
    """How many days before or after its day on the path the value was there."""
    if verdict.lead_days is not None and round(verdict.lead_days) != 0:
        key = "days_ahead" if verdict.lead_days > 0 else "days_behind"
        yield say(key, language, days=format_number(abs(round(verdict.lead_days)), language))


def _at_due(target: TargetExplanation, indicator: Indicator, language: str) -> Iterator[str]:
    """The figure that a past target was judged by; of a breakdown, the groups are given instead."""
    due = target.line.target.due
    if target.row not in _PAST or due is None or indicator.every is not None:
        return
    used = (use.observation for use in target.figures if use.left_out is None)
    last = max(
        (figure for figure in used if figure.period.end <= due),
        key=lambda figure: figure.period.end,
        default=None,
    )
    if last is not None:
        value = figure_words(last, indicator, language, target.line.verdict.threshold)
        period = format_period(last.period, language, short=True)
        yield say("at_due", language, value=value, period=period)


def _decision(target: TargetExplanation, indicator: Indicator, view: View) -> Iterator[str]:
    """The row of the decision table, and what else it looked at."""
    language, verdict = view.language, target.line.verdict
    due = target.line.target.due
    facts = {"why": _why_too_little(target, language), "year": "" if due is None else str(due.year)}
    if target.row in _BY_CUT and verdict.ratio is not None:
        facts |= {
            "ratio": plain(verdict.ratio, language),
            "status": label(STATUS, verdict.status, language),
        }
    sentence = label(ROW, target.row, language).format_map(facts)
    yield f"{say('row', language, row=str(target.row))}: {sentence}"
    ended = target.line.target.ended
    if target.row is DecisionRow.ENDED and ended is not None:
        day = format_day(ended.date, language)
        yield say("ended", language, day=day, reason=clean(ended.reason))
    if target.row in {DecisionRow.NO_NUMBER, DecisionRow.UNKNOWN_AT_DUE}:
        told = label(REASON, Reason.NO_FIGURE_NEAR_DUE, language)
        other = [words for words in verdict_reasons(verdict, language) if words != told]
        yield from _sentence("; ".join(other))
    yield from _sentence(average_words(verdict, target.line.target, indicator, language))
    if target.row is DecisionRow.YEAR_AHEAD and verdict.forecast is not None:
        value = forecast_words(
            verdict.forecast, indicator, language, verdict.threshold, stated=verdict.decimals
        )
        yield say("years_before", language, year=facts["year"], value=value)
    if target.row is DecisionRow.YEAR_AHEAD and verdict.likely is not None:
        yield from _sentence(chance_sentence(verdict.likely, language))
    if verdict.years:
        years = (
            f"{year} {status_words(status, language)}" for year, status in verdict.years.items()
        )
        yield say("years", language, years="; ".join(years))
    if verdict.groups is not None and verdict.groups.worst:
        groups = breakdown_words(verdict, indicator, view)
        yield say("groups", language, groups=groups, worst=view.org_unit(verdict.groups.worst))


def _why_too_little(target: TargetExplanation, language: str) -> str:
    """Why row 9 had nothing to judge progress by."""
    opinion = target.progress.opinions.get(target.method) if target.progress else None
    if opinion is not None and not isinstance(opinion.working, Working):
        name = label(METHOD, target.method, language)
        why = label(UNDEFINED, opinion.working, language)
        return say("undefined", language, method=name, why=why)
    reasons = [each for each in target.line.verdict.reasons if each is not Reason.FORECAST_REFUSED]
    return "; ".join(label(REASON, reason, language) for reason in reasons)


def _missing(target: TargetExplanation, indicator: Indicator, language: str) -> Iterator[str]:
    verdict = target.line.verdict
    beside = beside_at_due_words(verdict, target.line.target, indicator, language)
    if beside:
        yield from _sentence(beside)
    elif verdict.shortfall:
        gap = gap_number_words(verdict.shortfall, indicator, language)
        yield say("short_at_due", language, gap=gap)
    else:
        words = short_at_due_words(verdict, target.line.target, indicator, language, short=False)
        yield from _sentence(words)
    if verdict.reached_on is not None:
        yield say(_reached(verdict), language, day=format_day(verdict.reached_on, language))
    if verdict.shortfall and verdict.gap is not None and abs(verdict.gap) == verdict.shortfall:
        return
    yield from _sentence(missing_sentence(verdict, target.line.target, indicator, language))


def _sentence(words: str) -> Iterator[str]:
    """The words with a capital; nothing where there are none."""
    if words:
        yield words[:1].upper() + words[1:]


def _reached(verdict: Verdict) -> str:
    """The step for a target that was met on some day."""
    if verdict.status is Status.MISSED:
        return "reached_before"
    return "reached" if verdict.met else "no_longer"


def _paces(
    target: TargetExplanation, progress: Progress, indicator: Indicator, language: str
) -> Iterator[str]:
    """Pace needed, pace made, and where that leads."""
    verdict, trend = target.line.verdict, progress.basis.trend
    is_open = something_missing(verdict, target.line.target)
    needed = verdict.required_a_year
    if needed is None and is_open:
        yield from _sentence(effort_sentence(effort_of(verdict), indicator, language))
    elif needed is not None and verdict.gap is not None and is_open:
        yield say(
            "required_pace",
            language,
            gap=operand(verdict.gap, language),
            years=years_words(progress.years_left, language),
            pace=pace_words(needed, indicator, language),
        )
    if trend.pace is None:
        return
    if verdict.telling_pace is None:
        yield from forecast_steps(target, progress, language)
        return
    if trend.slope_count > _MANY_SLOPES:
        low, high = (plain(end, language) for end in extreme_slopes(trend.points))
        n = format_number(trend.slope_count, language)
        slopes = say("many_slopes", language, n=n, low=low, high=high)
    else:
        slopes = "; ".join(plain(slope, language) for slope in sorted(trend.slopes))
    pace = pace_words(trend.pace, indicator, language)
    yield say("slopes", language, slopes=slopes, pace=pace)
    yield from forecast_steps(target, progress, language)
