"""Part II of the full weekly page: decisions, declines, stale data, missing reports.

Owns the order and the words of the part. What there is none of is named in one line, so that
silence is never taken for good news.
"""

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation, exact_value
from cdstrack.core.reports.gaps import GapRow
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.weekly.shortcomings import Falling
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.gap_words import beside_at_due_words
from cdstrack.render.page.layout import Chapter, Item, Passage, item, sentence
from cdstrack.render.weekly.decisions import decision_items
from cdstrack.render.weekly.figures import FigureFormatter, frequency_words, full_name, moved, value
from cdstrack.words.labels.value import fraction_words, gap_number_words, value_words
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.dates import format_age


def shortcomings(report: SummaryReport, formatter: FigureFormatter) -> Chapter:
    """What asks for a decision, falls, old and contradictory figures, and what is past."""
    others = [row for row in report.failed if row not in report.decisions]
    contradictions = (contradiction(*each, formatter) for each in report.contradictions)
    items: dict[str, tuple[Item, ...]] = {
        "decisions": decision_items(report.decisions, report, formatter, in_full=True),
        "falling": tuple(_falling(each, formatter) for each in report.falling),
        "stale": tuple(_stale(each, formatter) for each in report.stale),
        "contradictions": tuple(contradictions),
        "doubtful_figures": tuple(doubted(each, formatter) for each in report.doubtful),
        "without_data": _without_data(report.without_data, formatter),
        "failed": tuple(_failed(row, formatter) for row in others),
    }
    blocks = [Passage(formatter.say(key), found) for key, found in items.items() if found]
    # A past target that is named for a decision is no target of which there is none.
    named = {key for key, found in items.items() if found} | (
        {"failed"} if report.failed else set()
    )
    absent = [formatter.say(f"no_{key}") for key in items if key not in named]
    if absent:
        blocks.append(Passage(text=sentence(formatter.say("and").join(absent))))
    return Chapter(f"II. {formatter.say('shortcomings')}", tuple(blocks))


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


def doubted(found: StatusItem, formatter: FigureFormatter) -> Item:
    """A latest figure that is doubtful beside its neighbours, and why."""
    if found.latest is None:
        raise ValueError(found.indicator.id)
    told = formatter.say(
        "doubtful_figure",
        name=full_name(found.latest, found.indicator, formatter),
        value=value(found.latest, found.indicator, formatter),
        period=plain_period(found.latest.period, formatter.language),
        why="; ".join(formatter.say(code) for code in found.doubts),
        marks=formatter.source(found.latest),
    )
    return item(sentence(told))


def contradiction(figure: Observation, indicator: Indicator, formatter: FigureFormatter) -> Item:
    """What the source prints beside what its own two numbers make."""
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
