"""Part II of the weekly page: gaps, declines, stale data, missing reports.

Owns the order and the words of the part. What there is none of is named in one line, so that
silence is never taken for good news.
"""

from fractions import Fraction

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.observation import Observation, exact_value
from cdstrack.core.reports.status import GapRow, StatusItem
from cdstrack.core.verdict.pace import SHORTEST_SPAN
from cdstrack.core.verdict.trajectory import DAYS_PER_YEAR
from cdstrack.core.weekly.shortcomings import Falling
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.gap_words import beside_at_due_words, something_missing
from cdstrack.render.page.layout import Chapter, Item, Passage, item, sentence
from cdstrack.render.weekly.figures import FigureFormatter, full_name, moved, still_missing, value
from cdstrack.words.labels.value import fraction_words, gap_number_words, value_words
from cdstrack.words.labels.vocabulary import FREQUENCY, STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.dates import format_age
from cdstrack.words.parse.numbers import format_number


def shortcomings(report: SummaryReport, formatter: FigureFormatter) -> Chapter:
    """Gaps, falls, old and contradictory figures, past due dates without data or missed."""
    contradictions = (_contradiction(*each, formatter) for each in report.contradictions)
    items: dict[str, tuple[Item, ...]] = {
        "gaps": tuple(_gap(row, report, formatter) for row in report.gaps),
        "falling": tuple(_falling(each, formatter) for each in report.falling),
        "stale": tuple(_stale(each, formatter) for each in report.stale),
        "contradictions": tuple(contradictions),
        "without_data": _without_data(report.without_data, formatter),
        "failed": tuple(_failed(row, formatter) for row in report.failed),
    }
    blocks = [Passage(formatter.say(key), found) for key, found in items.items() if found]
    absent = [formatter.say(f"no_{key}") for key, found in items.items() if not found]
    if absent:
        blocks.append(Passage(text=sentence(formatter.say("and").join(absent))))
    return Chapter(f"II. {formatter.say('shortcomings')}", tuple(blocks))


def _gap(row: GapRow, report: SummaryReport, formatter: FigureFormatter) -> Item:
    found, line, language = row.item, row.line, formatter.language
    told = formatter.say(
        "gap",
        name=formatter.view.name(found.indicator),
        value=value(found.latest, found.indicator, formatter, line) if found.latest else "–",
        milestone=due_words(line.target.due, language),
        target=formatter.view.asked(line.target, found.indicator),
        missing=still_missing(found, line, formatter),
    )
    return item(sentence(told), _paces(row, report, formatter))


def _paces(row: GapRow, report: SummaryReport, formatter: FigureFormatter) -> str:
    """The pace that the rest of the way asks for beside the recent one; per year.

    Where groups are missing and not points, and where a figure equals a strict bound, there is
    no pace. With less than a quarter of a year left, only what is missing is given.
    """
    verdict, indicator, due = row.line.verdict, row.item.indicator, row.line.target.due
    is_short = something_missing(verdict, row.line.target)
    if due is None or verdict.required_pace is None or not verdict.gap or not is_short:
        return ""
    left = (due - report.header.as_of).days
    is_near = left < SHORTEST_SPAN * DAYS_PER_YEAR
    change = _change(verdict.gap if is_near else verdict.required_pace, indicator, formatter)
    days = format_number(left, formatter.language)
    needed = formatter.say("still_needed" if is_near else "pace_needed", change=change, days=days)
    if verdict.telling_pace is None:
        return sentence(f"{needed}; {formatter.say('pace_unknown')}")
    made = _change(verdict.telling_pace, indicator, formatter)
    return sentence(f"{needed}; {formatter.say('pace_made', change=made)}")


def _change(change: Fraction | float, indicator: Indicator, formatter: FigureFormatter) -> str:
    """A change in words; a rank rises when its number falls."""
    if change == 0:
        return formatter.say("to_stand")
    rises = (change < 0) if indicator.unit is Unit.RANK else (change > 0)
    number = gap_number_words(change, indicator, formatter.language)
    return formatter.say("to_gain" if rises else "to_lose", change=number)


def _falling(falling: Falling, formatter: FigureFormatter) -> Item:
    figure, indicator = falling.figure, falling.indicator
    told = formatter.say(
        "figure",
        name=full_name(figure, indicator, formatter),
        value=value(figure, indicator, formatter),
        period=plain_period(figure.period, formatter.language),
        marks=formatter.source(figure),
    )
    if falling.movement.better is False:
        return item(told, moved(falling.movement, indicator, formatter))
    return item(told, sentence(formatter.say("away_from_origin")))


def _stale(found: StatusItem, formatter: FigureFormatter) -> Item:
    language = formatter.language
    if found.latest is None or found.age_days is None:
        return item()
    told = formatter.say(
        "stale_item",
        name=formatter.view.name(found.indicator),
        period=plain_period(found.latest.period, language),
        age=format_age(found.age_days, language),
        frequency=frequency_words(found.indicator, formatter),
    )
    return item(sentence(told))


def frequency_words(indicator: Indicator, formatter: FigureFormatter) -> str:
    """How often a figure is due; where the plan does not say, yearly, and that it is assumed."""
    if indicator.frequency is None:
        return formatter.say("assumed_yearly")
    return label(FREQUENCY, indicator.frequency, formatter.language)


def _contradiction(figure: Observation, indicator: Indicator, formatter: FigureFormatter) -> Item:
    language = formatter.language
    computed = exact_value(figure, indicator.unit)
    told = formatter.say(
        "contradiction",
        name=full_name(figure, indicator, formatter),
        period=plain_period(figure.period, language),
        stated=value_words(figure.stated or 0, indicator, language),
        fraction=fraction_words(figure, indicator, language),
        computed=value_words(computed or 0, indicator, language, bound=figure.stated),
        marks=formatter.source(figure),
    )
    return item(sentence(told))


def _without_data(rows: tuple[GapRow, ...], formatter: FigureFormatter) -> tuple[Item, ...]:
    """One entry a due date and verdict, with its indicators."""
    language = formatter.language
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        due = plain_day(row.line.target.due, language) if row.line.target.due else ""
        status = label(STATUS, row.line.verdict.status, language)
        name = formatter.view.short_name(row.item.indicator)
        groups.setdefault((due, status), []).append(name)
    return tuple(
        item(
            sentence(
                formatter.say(
                    "without_data_item",
                    day=due,
                    status=status,
                    n=len(names),
                    names=formatter.say("and").join(names),
                )
            )
        )
        for (due, status), names in groups.items()
    )


def _failed(row: GapRow, formatter: FigureFormatter) -> Item:
    language, verdict = formatter.language, row.line.verdict
    told = formatter.say(
        "failed_item",
        name=formatter.view.name(row.item.indicator),
        milestone=due_words(row.line.target.due, language),
        target=formatter.view.asked(row.line.target, row.item.indicator),
        status=label(STATUS, verdict.status, language),
    )
    if verdict.shortfall is not None:
        indicator, target = row.item.indicator, row.line.target
        short = beside_at_due_words(verdict, target, indicator, language)
        gap = gap_number_words(verdict.shortfall, indicator, language)
        told += (
            formatter.say("when_due", short=short)
            if short
            else formatter.say("when_due_short", gap=gap)
        )
    return item(sentence(told))
