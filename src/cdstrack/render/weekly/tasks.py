"""Part III of the weekly page: who is asked for which figures, and which due dates are near.

Owns the words for a figure owed, which the owners' page and the reminder share.
"""

from collections.abc import Iterable
from datetime import date

from cdstrack.core.reports.gaps import GapRow
from cdstrack.core.weekly.obligations import Owed, Owner
from cdstrack.core.weekly.shortcomings import MILESTONE_AHEAD, Milestone
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.members import partial_words
from cdstrack.render.page.layout import Chapter, Item, Passage, item, sentence
from cdstrack.render.weekly.figures import FigureFormatter, frequency_words, still_missing
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import plain_day, plain_period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_age


def tasks(report: SummaryReport, formatter: FigureFormatter) -> Chapter:
    """The figures owed by body and person, then the milestones near ahead."""
    day = report.header.as_of
    owing = [owner for owner in report.owners if owner.owed]
    asked = [
        Passage(_asked(owner, formatter), owed_items(owner.owed, day, formatter)) for owner in owing
    ]
    blocks = asked or [Passage(text=formatter.say("nothing_owed"))]
    return Chapter(
        f"III. {formatter.say('tasks')}", (*blocks, _milestones(report.milestones, formatter))
    )


def _asked(owner: Owner, formatter: FigureFormatter) -> str:
    if owner.lead is None and owner.person is None:
        return formatter.say("owed_by_nobody")
    return formatter.say("owed", owner=owner_name(owner, formatter))


def owed_items(owed: Iterable[Owed], day: date, formatter: FigureFormatter) -> tuple[Item, ...]:
    """The figures owed: what was once reported one by one; what never was, together by due date and frequency."""
    single, never = [], dict[tuple[str, str], list[str]]()
    for each in owed:
        if each.latest is not None or partial_words(each.item, formatter.language):
            single.append(owed_item(each, day, formatter))
            continue
        often = frequency_words(each.item.indicator, formatter)
        never.setdefault((_due(each, day, formatter), often), []).append(_name(each, formatter))
    return (*(_never(*key, names, formatter) for key, names in never.items()), *single)


def _never(due: str, frequency: str, names: list[str], formatter: FigureFormatter) -> Item:
    told = formatter.say(
        "owed_many",
        due=due,
        frequency=frequency,
        last=formatter.say("owed_never"),
        n=len(names),
        names=formatter.say("and").join(names),
    )
    return item(sentence(told))


def _name(owed: Owed, formatter: FigureFormatter, *, in_full: bool = False) -> str:
    view, indicator = formatter.view, owed.item.indicator
    return view.name(indicator) if in_full else view.short_name(indicator)


def owner_name(owner: Owner, formatter: FigureFormatter) -> str:
    """The lead body and the person, as far as the plan names them."""
    lead = formatter.view.org_unit(owner.lead) if owner.lead else formatter.say("nobody")
    if owner.person is None:
        return lead
    return formatter.say("with_person", lead=lead, person=clean(owner.person))


def owed_item(owed: Owed, day: date, formatter: FigureFormatter, *, in_full: bool = False) -> Item:
    """One figure owed: how often it is due, since when, and what was last known.

    `in_full` gives the indicator its official name instead of the short one.
    """
    told = formatter.say(
        "owed_item",
        name=_name(owed, formatter, in_full=in_full),
        frequency=frequency_words(owed.item.indicator, formatter),
        due=_due(owed, day, formatter),
        last=_last(owed, formatter),
    )
    return item(sentence(told))


def _due(owed: Owed, day: date, formatter: FigureFormatter) -> str:
    if owed.due is None:
        return formatter.say("owed_undated")
    due = plain_day(owed.due, formatter.language)
    if owed.due >= day:
        return formatter.say("owed_soon", day=due)
    age = format_age((day - owed.due).days, formatter.language)
    return formatter.say("owed_overdue", day=due, age=age)


def _last(owed: Owed, formatter: FigureFormatter) -> str:
    """What was last known, behind the groups that are missing where others are not."""
    last = _latest(owed, formatter)
    if not owed.missing or owed.item.indicator.every is None:
        return last
    dimension = formatter.view.dimension(next(iter(owed.item.indicator.every)))
    groups = ", ".join(map(formatter.view.org_unit, owed.missing))
    return formatter.say("owed_groups", dimension=dimension, groups=groups, last=last)


def _latest(owed: Owed, formatter: FigureFormatter) -> str:
    latest = owed.latest
    if latest is None:
        return partial_words(owed.item, formatter.language) or formatter.say("owed_never")
    if not latest.is_figure:
        return formatter.say("owed_until", day=plain_day(latest.period.end, formatter.language))
    period = plain_period(latest.period, formatter.language)
    if not owed.missing or not latest.disaggregation:
        return formatter.say("owed_last", period=period)
    group = formatter.view.org_unit(latest.disaggregation.partition("=")[2])
    return formatter.say("owed_last_group", group=group, period=period)


def _milestones(found: Iterable[Milestone], formatter: FigureFormatter) -> Passage:
    items = tuple(_milestone(each, formatter) for each in found)
    if not items:
        return Passage(text=formatter.say("no_milestones", days=MILESTONE_AHEAD))
    return Passage(formatter.say("milestones", days=MILESTONE_AHEAD), items)


def _milestone(milestone: Milestone, formatter: FigureFormatter) -> Item:
    gaps = (_gap(row, formatter) for row in milestone.rows)
    return item(milestone_sentence(milestone, formatter), *gaps)


def milestone_sentence(milestone: Milestone, formatter: FigureFormatter) -> str:
    """A due date near ahead, with how many targets are due and how they stand."""
    language = formatter.language
    told = formatter.say(
        "milestone",
        day=plain_day(milestone.due, language),
        days=milestone.days,
        n=len(milestone.rows),
        counts=formatter.say("and").join(
            formatter.say("count", status=label(STATUS, status, language), n=count)
            for status, count in milestone.counts.items()
        ),
    )
    return sentence(told)


def _gap(row: GapRow, formatter: FigureFormatter) -> str:
    indicator, told = row.item.indicator, still_missing(row.item, row.line, formatter)
    if not told:
        return ""
    name = formatter.view.short_name(indicator)
    return sentence(formatter.say("milestone_gap", name=name, missing=told))
