"""Part III of the weekly page: who is asked for which figures, and which due dates are near.

Owns the words for a figure owed, which the owners' page and the reminder share.
"""

from collections.abc import Iterable
from datetime import date

from cdstrack.core.reports.status import GapRow
from cdstrack.core.weekly.obligations import Owed, Owner
from cdstrack.core.weekly.shortcomings import MILESTONE_AHEAD, Milestone
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.letter import Block, Item, Part, item, sentence
from cdstrack.render.weekly.figures import Teller, still_missing
from cdstrack.render.weekly.shortcomings import frequency_words
from cdstrack.words.labels.vocabulary import DIMENSION, STATUS, label
from cdstrack.words.labels.weekly import plain_day, plain_period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_age


def tasks(report: SummaryReport, teller: Teller) -> Part:
    """The figures owed by body and person, then the milestones near ahead."""
    day = report.header.as_of
    owing = [owner for owner in report.owners if owner.owed]
    asked = [Block(_asked(owner, teller), _owed_items(owner.owed, day, teller)) for owner in owing]
    blocks = asked or [Block(text=teller.say("nothing_owed"))]
    return Part(f"III. {teller.say('tasks')}", (*blocks, _milestones(report.milestones, teller)))


def _asked(owner: Owner, teller: Teller) -> str:
    if owner.lead is None and owner.person is None:
        return teller.say("owed_by_nobody")
    return teller.say("owed", owner=owner_name(owner, teller))


def _owed_items(owed: Iterable[Owed], day: date, teller: Teller) -> tuple[Item, ...]:
    """What was once reported one by one; what never was, together by due date and frequency."""
    single, never = [], dict[tuple[str, str], list[str]]()
    for each in owed:
        if each.latest is not None:
            single.append(owed_item(each, day, teller))
            continue
        often = frequency_words(each.item.indicator, teller)
        never.setdefault((_due(each, day, teller), often), []).append(_name(each, teller))
    return (*(_never(*key, names, teller) for key, names in never.items()), *single)


def _never(due: str, frequency: str, names: list[str], teller: Teller) -> Item:
    told = teller.say(
        "owed_many",
        due=due,
        frequency=frequency,
        last=teller.say("owed_never"),
        n=len(names),
        names=teller.say("and").join(names),
    )
    return item(sentence(told))


def _name(owed: Owed, teller: Teller, *, in_full: bool = False) -> str:
    indicator = owed.item.indicator
    name = indicator.name if in_full else indicator.short or indicator.name
    return clean(name.text(teller.language))


def owner_name(owner: Owner, teller: Teller) -> str:
    """The lead body and the person, as far as the plan names them."""
    lead = teller.view.org_unit(owner.lead) if owner.lead else teller.say("nobody")
    if owner.person is None:
        return lead
    return teller.say("with_person", lead=lead, person=clean(owner.person))


def owed_item(owed: Owed, day: date, teller: Teller, *, in_full: bool = False) -> Item:
    """One figure owed: how often it is due, since when, and what was last known.

    `in_full` gives the indicator its official name instead of the short one.
    """
    told = teller.say(
        "owed_item",
        name=_name(owed, teller, in_full=in_full),
        frequency=frequency_words(owed.item.indicator, teller),
        due=_due(owed, day, teller),
        last=_last(owed, teller),
    )
    return item(sentence(told))


def _due(owed: Owed, day: date, teller: Teller) -> str:
    if owed.due is None:
        return teller.say("owed_undated")
    due = plain_day(owed.due, teller.language)
    if owed.due >= day:
        return teller.say("owed_soon", day=due)
    age = format_age((day - owed.due).days, teller.language)
    return teller.say("owed_overdue", day=due, age=age)


def _last(owed: Owed, teller: Teller) -> str:
    """What was last known, behind the groups that are missing where others are not."""
    last = _latest(owed, teller)
    if not owed.missing or owed.item.indicator.every is None:
        return last
    dimension = label(DIMENSION, clean(next(iter(owed.item.indicator.every))), teller.language)
    groups = ", ".join(map(teller.view.org_unit, owed.missing))
    return teller.say("owed_groups", dimension=dimension, groups=groups, last=last)


def _latest(owed: Owed, teller: Teller) -> str:
    latest = owed.latest
    if latest is None:
        return teller.say("owed_never")
    if not latest.is_figure:
        return teller.say("owed_until", day=plain_day(latest.period.end, teller.language))
    period = plain_period(latest.period, teller.language)
    if not owed.missing or not latest.disaggregation:
        return teller.say("owed_last", period=period)
    group = teller.view.org_unit(latest.disaggregation.partition("=")[2])
    return teller.say("owed_last_group", group=group, period=period)


def _milestones(found: Iterable[Milestone], teller: Teller) -> Block:
    items = tuple(_milestone(each, teller) for each in found)
    if not items:
        return Block(text=teller.say("no_milestones", days=MILESTONE_AHEAD))
    return Block(teller.say("milestones", days=MILESTONE_AHEAD), items)


def _milestone(milestone: Milestone, teller: Teller) -> Item:
    language = teller.language
    told = teller.say(
        "milestone",
        day=plain_day(milestone.due, language),
        days=milestone.days,
        n=len(milestone.rows),
        counts=teller.say("and").join(
            teller.say("count", status=label(STATUS, status, language), n=count)
            for status, count in milestone.counts.items()
        ),
    )
    gaps = (_gap(row, teller) for row in milestone.rows)
    return item(sentence(told), *gaps)


def _gap(row: GapRow, teller: Teller) -> str:
    indicator, told = row.item.indicator, still_missing(row.item, row.line, teller)
    if not told:
        return ""
    name = clean((indicator.short or indicator.name).text(teller.language))
    return sentence(teller.say("milestone_gap", name=name, missing=told))
