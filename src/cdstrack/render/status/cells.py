"""The cells of the status report: an indicator's figure, its milestones, its verdict, in words.

Owns what each cell says; which columns a report has is decided by its page.
"""

from datetime import date

from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.vocabulary import Flag, Status
from cdstrack.render.gap_words import (
    average_words,
    breakdown_words,
    counted_words,
    missing_words,
    of_year_words,
    short_at_due_words,
    years_words,
)
from cdstrack.render.members import partial_words, stated_words, units_words
from cdstrack.render.page.header_footer import milestone
from cdstrack.render.page.layout import Cell, Line, cell
from cdstrack.render.verdict_notes import verdict_notes
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.labels.vocabulary import (
    ASSUMED,
    DOUBTFUL,
    FLAG,
    STATUS_SIGN,
    label,
    status_words,
)
from cdstrack.words.parse.dates import format_age, format_day, format_period

_ALMOST = 0.99
_FULL, _EMPTY = "█", "░"
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def name_cell(item: StatusItem, view: View) -> Cell:
    """The indicator's short name."""
    return (Line(view.short_name(item.indicator), "strong"),)


def latest_cell(item: StatusItem, view: View, *, compact: bool) -> Cell:
    """The latest figure, its parts, its period with its age, and a mark when it is stale.

    In the compact form the parts of a share have a line of their own.
    """
    figure, indicator, language = item.latest, item.indicator, view.language
    if figure is None:
        return cell(partial_words(item, language) or "–")
    bound = item.targets[item.active].verdict.threshold if item.active is not None else None
    value = figure_words(figure, indicator, language, bound) + doubt_mark(item)
    parts = fraction_words(figure, indicator, language)
    lines = [value, parts] if compact else [f"{value} ({parts})" if parts else value]
    lines += [view.disaggregation(figure.disaggregation), dated(figure, item, language)]
    lines += [units_words(item, language), stated_words(item, language)]
    if item.part_year is not None and item.part_year.year_before is not None:
        before = figure_words(item.part_year.year_before, indicator, language)
        lines.append(phrase("same_part_last_year", language, value=before))
    stale = (Line(phrase("stale", language), "strong"),) if item.stale else ()
    return (Line(lines[0], "strong"), *cell(*lines[1:]), *stale)


def doubt_mark(item: StatusItem) -> str:
    """Behind a figure that is doubtful and that nobody corrected or accepted."""
    return f" {DOUBTFUL}" if item.doubts else ""


def dated(figure: Observation, item: StatusItem, language: str) -> str:
    """The period of the figure and its age on the as-of date."""
    period = format_period(figure.period, language, short=True)
    if item.age_days is None:
        return period
    return phrase("dated", language, period=period, age=format_age(item.age_days, language))


def milestone_cell(
    line: TargetLine, item: StatusItem, view: View, *, compact: bool, dated: bool = False
) -> Cell:
    """One target: its verdict's sign, what it asks, and what is missing in units and in heads."""
    target, verdict, language = line.target, line.verdict, view.language
    asked = view.asked(target, item.indicator, short=True)
    if dated:
        due = milestone(target.due, language) if target.due else phrase("undated", language)
        asked = f"{due}: {asked}"
    head = Line(f"{STATUS_SIGN[verdict.status]} {asked}", verdict.status)
    missing = missing_words(verdict, target, item.indicator, language, short=True)
    counted = counted_words(verdict, item.indicator, language) if missing else ""
    lines = [missing, counted] if compact else [f"{missing} ({counted})" if counted else missing]
    lines += past_words(line, item, language)
    if verdict.status is Status.ACHIEVED and verdict.reached_on is not None and verdict.met:
        lines.append(reached_words(verdict.reached_on, language))
    lines += [breakdown_words(verdict, item.indicator, view), years_words(verdict, language)]
    lines.append(average_words(verdict, target, item.indicator, language))
    return (head, *cell(*lines))


def past_words(line: TargetLine, item: StatusItem, language: str) -> list[str]:
    """What became of a target whose due date is over: by which figure, short by what, met when, met no longer."""
    verdict, told = line.verdict, [of_year_words(item, line, language)]
    told.append(short_at_due_words(verdict, line.target, item.indicator, language, short=True))
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
        # That it is no longer met is said in the cell of the target.
        told = verdict_notes(line, language, hidden={Flag.REGRESSED})
        lines += cell("; ".join(told))
    return tuple(lines)


def way(line: TargetLine) -> float | None:
    """The share of the way made, short of the whole as long as the target is not met.

    A figure that equals a strict bound has nothing left to go in numbers, but is not there yet.
    """
    made = line.verdict.way_made
    return made if made is None or line.verdict.met else min(made, _ALMOST)


def active_line(item: StatusItem) -> TargetLine | None:
    """The target that the item's verdict is about."""
    return None if item.active is None else item.targets[item.active]


def bar(share: float | None, width: int = 8) -> str:
    """A bar of `width` columns; empty text where the share is not known.

    Full means arrived and empty means not begun: neither is shown by rounding.

    >>> bar(0.5), bar(0.999), bar(0.001), bar(1.0)
    ('████░░░░', '███████▉', '▏░░░░░░░', '████████')
    """
    if share is None:
        return ""
    steps = 8 * width
    filled = int(share * steps)
    if share > 0:
        filled = max(filled, 1)
    whole, eighths = divmod(filled, 8)
    drawn = _FULL * whole + _EIGHTHS[eighths]
    return drawn + _EMPTY * (width - len(drawn))


def percent_of_way(share: float | None) -> str:
    """The same as a whole percentage, cut off: 100 % only when arrived.

    >>> percent_of_way(0.999), percent_of_way(1.0), percent_of_way(None)
    ('99%', '100%', '')
    """
    if share is None:
        return ""
    # 0.29 is a little less than 29 hundredths in binary.
    whole = int(share * 100 + 1e-9)
    return f"{whole if share == 1 else min(whole, 99)}%"
