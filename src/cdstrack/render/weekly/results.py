"""Part I of the weekly page: new figures by pillar, verdicts that changed, corrections, additions.

Owns the order and the words of the part. Corrections and additions stand apart from movement.
"""

from collections.abc import Iterable

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.acts import Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.as_known import Known
from cdstrack.core.weekly.news import Addition, NewFigure
from cdstrack.core.weekly.summary import CorrectionEffect, SummaryReport, VerdictChange
from cdstrack.core.weekly.week import day_in
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.page.letter import Block, Item, Part, item, sentence
from cdstrack.render.weekly.figures import Teller, full_name, moved, note, value, verdict
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number


def results(report: SummaryReport, teller: Teller) -> Part:
    """What the week brought; a week that brought nothing says so."""
    title = f"I. {teller.say('results')}"
    if not report.has_news:
        return Part(title, (Block(text=teller.say("quiet_week")),))
    blocks = [
        *_figures(report, teller),
        Block(teller.say("verdicts"), tuple(_verdict(each, teller) for each in report.verdicts)),
        Block(
            teller.say("corrections"),
            tuple(_correction(each, report, teller) for each in report.corrections),
        ),
        Block(
            teller.say("additions"),
            tuple(entry for each in report.additions for entry in _addition(each, report, teller)),
        ),
    ]
    return Part(title, tuple(block for block in blocks if block.items or block.text))


def _figures(report: SummaryReport, teller: Teller) -> list[Block]:
    items = {each.indicator.id: each for each in report.after.items}
    all_late = all(each.known.is_late for each in report.news)
    by_pillar: dict[str, list[Item]] = {}
    for new in report.news:
        mark = "" if all_late or not new.known.is_late else teller.say("late_mark")
        told = _new_figure(new, items.get(new.indicator.id), mark, teller)
        by_pillar.setdefault(new.indicator.pillar, []).append(told)
    blocks = [
        Block(f"{number}. {teller.view.pillar(pillar)}", tuple(told))
        for number, (pillar, told) in enumerate(by_pillar.items(), 1)
    ]
    asked = {each.indicator.pillar for each in report.after.items}
    silent = [name for name in teller.view.plan.pillars if name in asked - set(by_pillar)]
    if not by_pillar:
        blocks.append(Block(text=teller.say("no_figures")))
    elif silent:
        pillars = teller.say("and").join(map(teller.view.pillar, silent))
        blocks.append(Block(text=teller.say("nothing_new_in", pillars=pillars)))
    remarks = [*_breaks(report.news, teller), *_late(report.news, teller)]
    return blocks + [Block(text=remark) for remark in remarks]


def _new_figure(new: NewFigure, held: StatusItem | None, mark: str, teller: Teller) -> Item:
    figure, indicator = new.known.figure, new.indicator
    speaks = held is not None and held.latest is not None and held.latest.cell == figure.cell
    line = held.targets[held.active] if held and speaks and held.active is not None else None
    first = teller.say(
        "figure",
        name=full_name(figure, indicator, teller),
        value=value(figure, indicator, teller, line),
        period=plain_period(figure.period, teller.language),
        marks=teller.source(figure) + mark,
    )
    return item(
        first,
        moved(new.movement, indicator, teller),
        verdict(held, teller) if held and speaks else "",
        note(figure, teller),
    )


def _late(news: tuple[NewFigure, ...], teller: Teller) -> list[str]:
    """On which days late figures were recorded, and how late that was."""
    by_day: dict[str, list[int]] = {}
    for new in news:
        if new.known.is_late:
            day = plain_day(new.known.recorded, teller.language)
            by_day.setdefault(day, []).append(new.known.days_late)
    told = [(len(days), day, _range(days, teller)) for day, days in by_day.items()]
    all_at_once = len(told) == 1 and told[0][0] == len(news)
    key = "all_late" if all_at_once and len(news) > 1 else "late"
    return [teller.say(key, n=n, day=day, late=late) for n, day, late in told]


def _breaks(news: Iterable[NewFigure], teller: Teller) -> list[str]:
    """Why the figures that are not compared across a break are measured otherwise, once each."""
    told = (
        teller.say(
            "break",
            day=plain_day(broken.date, teller.language),
            reason=clean(broken.reason),
        )
        for new in news
        if (broken := new.movement.broken_by) is not None
    )
    return list(dict.fromkeys(sentence(each) for each in told))


def _range(days: list[int], teller: Teller) -> str:
    least, most = (format_number(each, teller.language) for each in (min(days), max(days)))
    return most if least == most else teller.say("late_range", least=least, most=most)


def _verdict(change: VerdictChange, teller: Teller) -> Item:
    language = teller.language
    told = teller.say(
        "verdict_change",
        name=clean(change.item.indicator.name.text(language)),
        milestone=due_words(change.line.target.due, language),
        before=label(STATUS, change.before, language),
        after=label(STATUS, change.line.verdict.status, language),
        cause=teller.say(f"cause_{change.cause}"),
    )
    return item(sentence(told))


def _correction(effect: CorrectionEffect, report: SummaryReport, teller: Teller) -> Item:
    correction = effect.correction
    before, after, indicator = correction.before, correction.after, correction.indicator
    facts = {
        "name": full_name(before, indicator, teller),
        "period": plain_period(before.period, teller.language),
        "before": value(before, indicator, teller),
        "marks": teller.source(after or before),
    }
    if after is None:
        told = teller.say("withdrawn", **facts)
    else:
        told = teller.say("corrected", after=_corrected(before, after, indicator, teller), **facts)
    return item(told, _act(correction.submission, report, teller), _effect(effect, teller))


def _corrected(
    before: Observation, after: Observation, indicator: Indicator, teller: Teller
) -> str:
    new = value(after, indicator, teller)
    return teller.say("same_value", value=new) if new == value(before, indicator, teller) else new


def _effect(effect: CorrectionEffect, teller: Teller) -> str:
    if effect.without is None or effect.with_it is None or effect.without is effect.with_it:
        return ""
    return sentence(
        teller.say(
            "verdict_effect",
            before=_status(effect.without, teller),
            after=_status(effect.with_it, teller),
        )
    )


def _status(status: Status, teller: Teller) -> str:
    return label(STATUS, status, teller.language)


def _act(submission: Submission, report: SummaryReport, teller: Teller) -> str:
    facts = {"id": submission.id, "day": _day_of(submission, report, teller)}
    reason = clean(submission.reason or "").strip()
    if not reason:
        return sentence(teller.say("act_without_reason", **facts))
    return sentence(teller.say("act", reason=reason, **facts))


def _addition(addition: Addition, report: SummaryReport, teller: Teller) -> list[Item]:
    if addition.named:
        return [_added(each, teller) for each in addition.named]
    ends = sorted(each.figure.period.end for each in addition.figures)
    told = teller.say(
        "addition_many",
        id=addition.submission.id,
        day=_day_of(addition.submission, report, teller),
        n=len(addition.figures),
        first=plain_day(ends[0], teller.language),
        last=plain_day(ends[-1], teller.language),
    )
    return [item(sentence(told))]


def _added(known: Known, teller: Teller) -> Item:
    figure = known.figure
    indicator = teller.view.plan.by_id[figure.indicator]
    return item(
        teller.say(
            "addition",
            name=full_name(figure, indicator, teller),
            value=value(figure, indicator, teller),
            period=plain_period(figure.period, teller.language),
            reported=plain_period(known.reported, teller.language),
            marks=teller.source(figure),
        )
    )


def _day_of(submission: Submission, report: SummaryReport, teller: Teller) -> str:
    zone, _ = zone_of(report.header.timezone)
    return plain_day(day_in(zone, submission.at), teller.language)
