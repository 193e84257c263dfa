"""The cells of the status report: an indicator's figure, its milestones, its verdict, in words.

Owns what each cell says; which cells stand side by side is decided in `status_page`.
"""

from collections.abc import Set as AbstractSet
from datetime import date

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status
from cdstrack.render.page.header_footer import milestone
from cdstrack.render.page.layout import Cell, Line, cell
from cdstrack.render.status.bars import bar, percent_of_way
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.gap import (
    breakdown_words,
    counted_words,
    missing_words,
    short_at_due_words,
    years_words,
)
from cdstrack.words.labels.target import target_words
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.labels.vocabulary import (
    DIMENSION,
    FLAG,
    OUTLOOK,
    REASON,
    STATUS_SIGN,
    label,
    status_words,
)
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_age, format_day, format_period

ASSUMED = "*"
"""Marks a verdict that rests on an assumed baseline; a footnote says so."""

_ALMOST = 0.99
_SHOWN_ELSEWHERE = {Flag.ASSUMED_BASELINE, Flag.STALE}
_TOLD_BY_NUMBERS = {Reason.SHORTFALL, Reason.FORECAST_REFUSED}


def indicator_name(indicator: Indicator, view: View) -> str:
    """The short name where there is one."""
    return clean((indicator.short or indicator.name).text(view.language))


def name_cell(item: StatusItem, view: View) -> Cell:
    """The indicator's short name."""
    return (Line(indicator_name(item.indicator, view), "strong"),)


def latest_cell(item: StatusItem, view: View, *, compact: bool) -> Cell:
    """The latest figure, its parts, its period with its age, and a mark when it is stale.

    In the compact form the parts of a share have a line of their own.
    """
    figure, indicator, language = item.latest, item.indicator, view.language
    if figure is None:
        return cell("–")
    bound = item.targets[item.active].verdict.threshold if item.active is not None else None
    value = figure_words(figure, indicator, language, bound)
    parts = fraction_words(figure, indicator, language)
    lines = [value, parts] if compact else [f"{value} ({parts})" if parts else value]
    lines += [disaggregation_words(figure.disaggregation, view), dated(figure, item, language)]
    if item.part_year is not None and item.part_year.year_before is not None:
        before = figure_words(item.part_year.year_before, indicator, language)
        lines.append(phrase("same_part_last_year", language, value=before))
    stale = (Line(phrase("stale", language), "strong"),) if item.stale else ()
    return (Line(lines[0], "strong"), *cell(*lines[1:]), *stale)


def dated(figure: Observation, item: StatusItem, language: str) -> str:
    """The period of the figure and its age on the as-of date."""
    period = format_period(figure.period, language, short=True)
    if item.age_days is None:
        return period
    return phrase("dated", language, period=period, age=format_age(item.age_days, language))


def disaggregation_words(disaggregation: str, view: View) -> str:
    """Which part the figure is about: `lĩnh vực: du-lich`; empty for the whole."""
    if not disaggregation:
        return ""
    pairs = (part.partition("=") for part in clean(disaggregation).split(";"))
    return "; ".join(
        f"{label(DIMENSION, name, view.language)}: {view.org_unit(group)}"
        for name, _, group in pairs
    )


def milestone_cell(
    line: TargetLine, item: StatusItem, view: View, *, compact: bool, dated: bool = False
) -> Cell:
    """One target: its verdict's sign, what it asks, and what is missing in units and in heads."""
    target, verdict, language = line.target, line.verdict, view.language
    asked = target_words(target, item.indicator, language, short=True)
    if dated:
        due = milestone(target.due, language) if target.due else phrase("undated", language)
        asked = f"{due}: {asked}"
    head = Line(f"{STATUS_SIGN[verdict.status]} {asked}", verdict.status)
    missing = missing_words(verdict, target, item.indicator, language, short=True)
    counted = counted_words(verdict, item.indicator, language)
    lines = [missing, counted] if compact else [f"{missing} ({counted})" if counted else missing]
    lines += past_words(line, item.indicator, language)
    if verdict.status is Status.ACHIEVED and verdict.reached_on is not None and verdict.met:
        lines.append(reached_words(verdict.reached_on, language))
    lines += [breakdown_words(verdict, item.indicator, language), years_words(verdict, language)]
    return (head, *cell(*lines))


def past_words(line: TargetLine, indicator: Indicator, language: str) -> list[str]:
    """What became of a target whose due date is over: short by what, met when, met no longer."""
    verdict, told = line.verdict, []
    told.append(short_at_due_words(verdict, line.target, indicator, language, short=True))
    if verdict.status is Status.ACHIEVED_LATE and verdict.reached_on is not None:
        told.append(reached_words(verdict.reached_on, language))
    if Flag.REGRESSED in verdict.flags:
        told.append(label(FLAG, Flag.REGRESSED, language))
    return [words for words in told if words]


def reached_words(day: date, language: str) -> str:
    """The day on which a target was met: `đạt ngày 30/06/2026`."""
    return phrase("reached_on", language, day=format_day(day, language))


def way_cell(line: TargetLine | None) -> Cell:
    """The bar of the way made to a target, with its percentage."""
    if line is None or line.verdict.way_made is None:
        return ()
    return (Line(bar(way(line)), line.verdict.status), Line(percent_of_way(way(line))))


def verdict_cell(line: TargetLine | None, view: View, *, with_bar: bool, notes: bool) -> Cell:
    """The verdict on a target as sign and words, then what to know beside it."""
    if line is None:
        return ()
    verdict, language = line.verdict, view.language
    mark = f" {ASSUMED}" if Flag.ASSUMED_BASELINE in verdict.flags else ""
    lines = [Line(status_words(verdict.status, language) + mark, verdict.status)]
    if with_bar and verdict.way_made is not None:
        drawn = f"{bar(way(line))} {percent_of_way(way(line))}"
        lines.append(Line(drawn, verdict.status))
    if notes:
        # That it is no longer met stands with the target itself.
        told = verdict_notes(line, language, hidden={Flag.REGRESSED})
        lines += cell("; ".join(told))
    return tuple(lines)


def way(line: TargetLine) -> float | None:
    """The share of the way made, short of the whole as long as the target is not met.

    A figure that stands on a strict bound has nothing to go in numbers, but is not there yet.
    """
    made = line.verdict.way_made
    return made if made is None or line.verdict.met else min(made, _ALMOST)


def verdict_notes(
    line: TargetLine, language: str, hidden: AbstractSet[Flag] = frozenset()
) -> list[str]:
    """Where the pace leads, and the flags and reasons that no other cell tells."""
    verdict, told = line.verdict, {*_SHOWN_ELSEWHERE, *hidden}
    if verdict.groups is not None and verdict.groups.total is not None:
        told.add(Flag.PARTIAL_BREAKDOWN)
    notes = []
    if verdict.outlook is not None:
        words = label(OUTLOOK, verdict.outlook, language)
        notes.append(phrase("outlook", language, outlook=words))
    flags = [flag for flag in verdict.flags if flag not in told]
    if verdict.outlook is not None and Flag.FORECAST_SHORT in flags:
        flags.remove(Flag.FORECAST_SHORT)
    notes += [label(FLAG, flag, language) for flag in flags]
    return notes + verdict_reasons(verdict, language)


def verdict_reasons(verdict: Verdict, language: str) -> list[str]:
    """Why the verdict is what it is, as far as no number and no flag tells."""
    hidden = set(_TOLD_BY_NUMBERS)
    if Flag.PARTIAL_BREAKDOWN in verdict.flags:
        hidden.add(Reason.GROUP_MISSING)
    shown = (reason for reason in verdict.reasons if reason not in hidden)
    return [label(REASON, reason, language) for reason in shown]


def active_line(item: StatusItem) -> TargetLine | None:
    """The target that the item's verdict speaks of."""
    return None if item.active is None else item.targets[item.active]
