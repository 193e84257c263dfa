"""Part I of the weekly page: new figures by pillar, verdicts that changed, corrections, additions.

Owns the order and the words of the part. Corrections and additions are apart from movement.
"""

from collections.abc import Iterable
from dataclasses import replace

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.acts import Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.weekly.as_known import KnownObservation
from cdstrack.core.weekly.news import Addition, NewObservation
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.core.weekly.verdict_changes import CorrectionEffect, VerdictChange
from cdstrack.core.weekly.week import day_in
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.page.layout import Chapter, Item, Passage, item, sentence
from cdstrack.render.weekly.figures import (
    FigureFormatter,
    correction_words,
    full_name,
    moved,
    note,
    value,
    verdict,
)
from cdstrack.render.weekly.late import late_figures
from cdstrack.render.weekly.pictures import picture_of
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number

MOST_LATE = 100
"""Late figures that the full page names."""


def results(report: SummaryReport, formatter: FigureFormatter) -> Chapter:
    """What the week brought; a week that brought nothing says so."""
    title = f"I. {formatter.say('results')}"
    if not report.has_news:
        return Chapter(title, (Passage(text=formatter.say("quiet_week")),))
    blocks = [
        *_figures(report, formatter),
        Passage(
            formatter.say("verdicts"), tuple(_verdict(each, formatter) for each in report.verdicts)
        ),
        Passage(
            formatter.say("corrections"),
            tuple(_correction(each, report, formatter) for each in report.corrections),
        ),
        Passage(
            formatter.say("additions"),
            tuple(
                entry for each in report.additions for entry in _addition(each, report, formatter)
            ),
        ),
        late_figures(report, formatter, MOST_LATE),
    ]
    return Chapter(title, tuple(block for block in blocks if block.items or block.text))


def _figures(report: SummaryReport, formatter: FigureFormatter) -> list[Passage]:
    items = {each.indicator.id: each for each in report.after.items}
    all_late = all(each.known.is_late for each in report.news)
    by_pillar: dict[str, list[Item]] = {}
    for new in report.news:
        mark = "" if all_late or not new.known.is_late else formatter.say("late_mark")
        told = _new_figure(new, items.get(new.indicator.id), mark, formatter)
        by_pillar.setdefault(new.indicator.pillar, []).append(told)
    blocks = [
        Passage(f"{number}. {formatter.view.pillar(pillar)}", tuple(told))
        for number, (pillar, told) in enumerate(by_pillar.items(), 1)
    ]
    asked = {each.indicator.pillar for each in report.after.items}
    silent = [name for name in formatter.view.plan.pillars if name in asked - set(by_pillar)]
    if not by_pillar:
        blocks.append(Passage(text=formatter.say("no_figures")))
    elif silent:
        pillars = formatter.say("and").join(map(formatter.view.pillar, silent))
        blocks.append(Passage(text=formatter.say("nothing_new_in", pillars=pillars)))
    remarks = [*_breaks(report.news, formatter), *_late(report.news, formatter)]
    return blocks + [Passage(text=remark) for remark in remarks]


def _new_figure(
    new: NewObservation, held: StatusItem | None, mark: str, formatter: FigureFormatter
) -> Item:
    figure, indicator = new.known.figure, new.indicator
    speaks = held is not None and held.recorded_cell == figure.cell
    line = held.targets[held.active] if held and speaks and held.active is not None else None
    first = formatter.say(
        "figure",
        name=full_name(figure, indicator, formatter),
        value=value(figure, indicator, formatter, line),
        period=plain_period(figure.period, formatter.language),
        marks=formatter.source(figure) + mark,
    )
    told = item(
        first,
        moved(new.movement, indicator, formatter),
        verdict(held, formatter) if held and speaks else "",
        note(figure, formatter),
    )
    return replace(told, picture=picture_of(new, held if speaks else None, formatter))


def _late(news: tuple[NewObservation, ...], formatter: FigureFormatter) -> list[str]:
    """On which days late figures were recorded, and how late that was."""
    by_day: dict[str, list[int]] = {}
    for new in news:
        if new.known.is_late:
            day = plain_day(new.known.recorded, formatter.language)
            by_day.setdefault(day, []).append(new.known.days_late)
    told = [(len(days), day, _range(days, formatter)) for day, days in by_day.items()]
    all_at_once = len(told) == 1 and told[0][0] == len(news)
    key = "all_late" if all_at_once and len(news) > 1 else "late"
    return [formatter.say(key, n=n, day=day, late=late) for n, day, late in told]


def _breaks(news: Iterable[NewObservation], formatter: FigureFormatter) -> list[str]:
    """Why the figures that are not compared across a break are measured otherwise, once each."""
    told = (
        formatter.say(
            "break",
            day=plain_day(broken.date, formatter.language),
            reason=clean(broken.reason),
        )
        for new in news
        if (broken := new.movement.broken_by) is not None
    )
    return list(dict.fromkeys(sentence(each) for each in told))


def _range(days: list[int], formatter: FigureFormatter) -> str:
    least, most = (format_number(each, formatter.language) for each in (min(days), max(days)))
    return most if least == most else formatter.say("late_range", least=least, most=most)


def _milestone(change: VerdictChange, formatter: FigureFormatter) -> str:
    """The due date of the target, and what it asks where another one is due then too."""
    target = change.line.target
    due = due_words(target.due, formatter.language)
    same_day = [line for line in change.item.targets if line.target.due == target.due]
    if len(same_day) == 1:
        return due
    return f"{due}: {formatter.view.asked(target, change.item.indicator)}"


def _verdict(change: VerdictChange, formatter: FigureFormatter) -> Item:
    language = formatter.language
    told = formatter.say(
        "verdict_change",
        name=formatter.view.name(change.item.indicator),
        milestone=_milestone(change, formatter),
        before=label(STATUS, change.before, language),
        after=label(STATUS, change.line.verdict.status, language),
        cause=formatter.say(f"cause_{change.cause}"),
    )
    return item(sentence(told))


def _correction(
    effect: CorrectionEffect, report: SummaryReport, formatter: FigureFormatter
) -> Item:
    correction = effect.correction
    before, after, indicator = correction.before, correction.after, correction.indicator
    corrected = None if after is None else _corrected(before, after, indicator, formatter)
    told = correction_words(correction, corrected, formatter)
    return item(told, _act(correction.submission, report, formatter), _effect(effect, formatter))


def _corrected(
    before: Observation, after: Observation, indicator: Indicator, formatter: FigureFormatter
) -> str:
    new = value(after, indicator, formatter)
    return (
        formatter.say("same_value", value=new)
        if new == value(before, indicator, formatter)
        else new
    )


def _effect(effect: CorrectionEffect, formatter: FigureFormatter) -> str:
    if effect.without is None or effect.with_it is None or effect.without is effect.with_it:
        return ""
    before, after = (
        label(STATUS, each, formatter.language) for each in (effect.without, effect.with_it)
    )
    return sentence(formatter.say("verdict_effect", before=before, after=after))


def _act(submission: Submission, report: SummaryReport, formatter: FigureFormatter) -> str:
    facts = {"id": submission.id, "day": _day_of(submission, report, formatter)}
    reason = clean(submission.reason or "").strip()
    if not reason:
        return sentence(formatter.say("act_without_reason", **facts))
    return sentence(formatter.say("act", reason=reason, **facts))


def _addition(addition: Addition, report: SummaryReport, formatter: FigureFormatter) -> list[Item]:
    if addition.named:
        return [_added(each, formatter) for each in addition.named]
    ends = sorted(each.figure.period.end for each in addition.figures)
    told = formatter.say(
        "addition_many",
        id=addition.submission.id,
        day=_day_of(addition.submission, report, formatter),
        n=len(addition.figures),
        first=plain_day(ends[0], formatter.language),
        last=plain_day(ends[-1], formatter.language),
    )
    return [item(sentence(told))]


def _added(known: KnownObservation, formatter: FigureFormatter) -> Item:
    figure = known.figure
    indicator = formatter.view.plan.by_id[figure.indicator]
    return item(
        formatter.say(
            "addition",
            name=full_name(figure, indicator, formatter),
            value=value(figure, indicator, formatter),
            period=plain_period(figure.period, formatter.language),
            reported=plain_period(known.reported, formatter.language),
            marks=formatter.source(figure),
        )
    )


def _day_of(submission: Submission, report: SummaryReport, formatter: FigureFormatter) -> str:
    zone, _ = zone_of(report.header.timezone)
    return plain_day(day_in(zone, submission.at), formatter.language)
