"""Part I of the week on one sheet: new figures, changed verdicts, corrections, additions.

Owns which of them are named where there is no room for all: figures that a target asks for come
before the others, and what is left out is counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.movement import NotCompared
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.weekly.as_known import KnownObservation
from cdstrack.core.weekly.news import NewObservation
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.core.weekly.verdict_changes import CorrectionEffect, VerdictChange
from cdstrack.render.figure_words import change_words
from cdstrack.render.page.layout import Chapter, Item, Passage, item, sentence
from cdstrack.render.weekly.figures import (
    FigureFormatter,
    correction_words,
    full_name,
    still_missing,
    value,
)
from cdstrack.render.weekly.late import late_figures
from cdstrack.render.weekly.pictures import picture_of
from cdstrack.render.weekly.spoken import counted
from cdstrack.words.labels.value import figure_words
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.clean import clean

FEW = 3
"""Older figures added that are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the sheet names of the week: at most `most` of each kind.

    Contradictions and doubtful figures are one kind, "to be verified".
    """

    news: tuple[NewObservation, ...]
    corrections: tuple[CorrectionEffect, ...]
    additions: tuple[KnownObservation, ...]
    contradictions: tuple[tuple[Observation, Indicator], ...]
    doubtful: tuple[StatusItem, ...]
    most: int


def chosen(report: SummaryReport, most: int) -> Chosen:
    """The figures that a target asks for first, then the others; all in the plan's order."""
    news = sorted(report.news, key=lambda new: not new.indicator.targets)
    added = [known for each in report.additions for known in each.figures]
    few = tuple(added[:most]) if len(added) <= FEW else ()
    contradictions = report.contradictions[:most]
    doubtful = report.doubtful[: most - len(contradictions)]
    return Chosen(
        tuple(news[:most]), report.corrections[:most], few, contradictions, doubtful, most
    )


def sheet_results(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Chapter:
    """What the week brought; a week that brought nothing says so."""
    title = f"I. {formatter.say('results')}"
    if not report.has_news:
        return Chapter(title, (Passage(text=formatter.say("quiet_week")),))
    passages = (
        _figures(report, told, formatter),
        _changes(report, told, formatter),
        _corrections(report, told, formatter),
        _additions(report, told, formatter),
        late_figures(report, formatter, told.most),
    )
    return Chapter(title, tuple(each for each in passages if each.items or each.text))


def some(title: str, items: Sequence[Item], total: int, formatter: FigureFormatter) -> Passage:
    """The entries under their title, which says of how many they are where some are left out."""
    if not items:
        return Passage()
    is_all = len(items) == total
    facts = {"title": title, "n": len(items), "total": total}
    return Passage(title if is_all else formatter.say("some_of", **facts), tuple(items))


def _figures(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Passage:
    if not report.news:
        return Passage(text=formatter.say("no_figures"))
    held = {each.indicator.id: each for each in report.after.items}
    changed = {each.item.indicator.id: each for each in _active(report.verdicts)}
    items = []
    for new in told.news:
        known = held.get(new.indicator.id)
        speaks = known and known.recorded_cell == new.known.figure.cell
        change = changed.get(new.indicator.id) if speaks else None
        items.append(_figure(new, known if speaks else None, change, formatter))
    return some(formatter.say("new_figures"), items, len(report.news), formatter)


def _figure(
    new: NewObservation,
    held: StatusItem | None,
    change: VerdictChange | None,
    formatter: FigureFormatter,
) -> Item:
    figure, indicator = new.known.figure, new.indicator
    line = held.targets[held.active] if held and held.active is not None else None
    mark = formatter.say("late_mark") if new.known.is_late else ""
    first = formatter.say(
        "figure",
        name=full_name(figure, indicator, formatter, short=True),
        value=value(figure, indicator, formatter, line),
        period=plain_period(figure.period, formatter.language),
        marks=_moved(new, formatter) + formatter.source(figure) + mark,
    )
    told = [first]
    if held is not None and line is not None:
        told.append(_verdict(line.verdict.status, change, formatter))
        told.append(still_missing(held, line, formatter))
    entry = item(sentence(formatter.say("and").join(filter(None, told))))
    return replace(entry, picture=picture_of(new, held, formatter))


def _verdict(status: str, change: VerdictChange | None, formatter: FigureFormatter) -> str:
    after = label(STATUS, status, formatter.language)
    if change is None:
        return after
    before = label(STATUS, change.before, formatter.language)
    return formatter.say("turned", before=before, after=after)


def _moved(new: NewObservation, formatter: FigureFormatter) -> str:
    """How far the figure moved, with a comma before it; nothing for a first one."""
    movement, indicator = new.movement, new.indicator
    if movement.not_compared is NotCompared.BREAK and movement.broken_by is not None:
        day = plain_day(movement.broken_by.date, formatter.language)
        return formatter.say("moved_break", day=day)
    if movement.previous is None:
        return ""
    key, change = change_words(movement, indicator, formatter.language)
    if indicator.unit is Unit.STATE and key != "same":
        before = figure_words(movement.previous, indicator, formatter.language)
        return formatter.say("moved_state", value=before)
    return formatter.say(f"moved_{key}", change=change)


def _active(changes: Iterable[VerdictChange]) -> list[VerdictChange]:
    """The changes of the targets that speak for their indicators."""
    return [
        each
        for each in changes
        if each.item.active is not None and each.item.targets[each.item.active] is each.line
    ]


def _changes(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Passage:
    """The verdicts that changed, those alike together, without what is beside a figure."""
    language = formatter.language
    beside = {new.known.figure.cell for new in told.news}
    active = _active(report.verdicts)
    groups: dict[tuple[str, str, str], list[str]] = {}
    for each in report.verdicts:
        if each in active and each.item.recorded_cell in beside:
            continue
        words = (
            label(STATUS, status, language) for status in (each.before, each.line.verdict.status)
        )
        name = formatter.say(
            "changes_of",
            name=formatter.view.short_name(each.item.indicator),
            milestone=due_words(each.line.target.due, language),
        )
        before, after = words
        groups.setdefault((before, after, formatter.say(f"cause_{each.cause}")), []).append(name)
    items = [
        item(
            sentence(
                formatter.say(
                    "changes",
                    before=before,
                    after=after,
                    cause=cause,
                    names=names_of(names, told.most, formatter),
                )
            )
        )
        for (before, after, cause), names in list(groups.items())[: told.most]
    ]
    return some(formatter.say("verdicts"), items, len(groups), formatter)


def names_of(names: Sequence[str], most: int, formatter: FigureFormatter) -> str:
    """Names in a row, and how many more there are."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(formatter.say("names_more", n=len(names) - most))
    return formatter.say("and").join(shown)


def _corrections(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Passage:
    items = [_correction(each, formatter) for each in told.corrections]
    return some(formatter.say("corrections"), items, len(report.corrections), formatter)


def _correction(effect: CorrectionEffect, formatter: FigureFormatter) -> Item:
    found = effect.correction
    new = found.after
    after = None if new is None else value(new, found.indicator, formatter)
    told = correction_words(found, after, formatter, short=True)
    reason = clean(found.submission.reason or "").strip()
    return item(sentence(told + (formatter.say("because", reason=reason) if reason else "")))


def _additions(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Passage:
    n = sum(len(each.figures) for each in report.additions)
    if not n:
        return Passage()
    if not told.additions:
        figures = counted("n_figures", n, formatter.language)
        return Passage(text=sentence(formatter.say("additions_short", figures=figures)))
    items = [_addition(each, formatter) for each in told.additions]
    return some(formatter.say("additions_named"), items, n, formatter)


def _addition(known: KnownObservation, formatter: FigureFormatter) -> Item:
    figure = known.figure
    indicator = formatter.view.plan.by_id[figure.indicator]
    words = formatter.say(
        "figure",
        name=full_name(figure, indicator, formatter, short=True),
        value=value(figure, indicator, formatter),
        period=plain_period(figure.period, formatter.language),
        marks=formatter.source(figure),
    )
    return item(sentence(words))
