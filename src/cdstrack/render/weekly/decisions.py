"""What asks for a decision, an entry each: verdict, figure, gap, chance, paces, and who leads.

Owns the words of the entry, which sheet and full page share, and who leads an indicator.
"""

from collections.abc import Iterable
from fractions import Fraction

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.reports.gaps import GapRow
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.pace import SHORTEST_SPAN
from cdstrack.core.verdict.trajectory import DAYS_PER_YEAR
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.gap_words import short_at_due_words, something_missing
from cdstrack.render.page.layout import Item, item, sentence
from cdstrack.render.weekly.figures import FigureFormatter, still_missing, value
from cdstrack.render.weekly.tasks import owner_name
from cdstrack.words.labels.likely import chance_sentence
from cdstrack.words.labels.value import gap_number_words
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_period
from cdstrack.words.parse.dates import format_age
from cdstrack.words.parse.numbers import format_number


def decision_items(
    rows: Iterable[GapRow],
    report: SummaryReport,
    formatter: FigureFormatter,
    *,
    in_full: bool = False,
) -> tuple[Item, ...]:
    """The entries; `in_full` gives the indicators their official names."""
    leads = lead_names(report, formatter)
    return tuple(
        item(
            sentence(_first(row, formatter, in_full=in_full)),
            _second(row, report, leads.get(row.item.indicator.id, ""), formatter),
        )
        for row in rows
    )


def lead_names(report: SummaryReport, formatter: FigureFormatter) -> dict[str, str]:
    """Who leads each indicator on the day, and the person in charge; empty where nobody does."""
    return {
        duty.item.indicator.id: owner_name(owner, formatter) if owner.lead else ""
        for owner in report.owners
        for duty in owner.duties
    }


def _first(row: GapRow, formatter: FigureFormatter, *, in_full: bool) -> str:
    found, line, language = row.item, row.line, formatter.language
    view = formatter.view
    latest = formatter.say("has_none")
    if found.latest is not None:
        latest = formatter.say(
            "has_value",
            value=value(found.latest, found.indicator, formatter, line),
            period=plain_period(found.latest.period, language),
        )
    # On the bound of a strict target nothing is missing in numbers; what is asked says it all.
    missing = "" if line.verdict.gap == 0 else still_missing(found, line, formatter)
    at_due = short_at_due_words(line.verdict, line.target, found.indicator, language, short=False)
    facts = (
        latest,
        formatter.say(
            "asked",
            milestone=due_words(line.target.due, language),
            target=formatter.view.asked(line.target, found.indicator),
        ),
        "" if at_due and _is_as_short_as_then(line.verdict) else missing,
        at_due,
    )
    return formatter.say(
        "decision",
        name=view.name(found.indicator) if in_full else view.short_name(found.indicator),
        verdict=label(STATUS, line.verdict.status, language),
        facts=formatter.say("and").join(dict.fromkeys(filter(None, facts))),
    )


def _is_as_short_as_then(verdict: Verdict) -> bool:
    """Whether what is missing now is what was missing on the due date."""
    now, then = verdict.gap, verdict.shortfall
    return now is not None and then is not None and abs(now) == abs(then)


def _second(row: GapRow, report: SummaryReport, lead: str, formatter: FigureFormatter) -> str:
    """How likely it is met, by which paces, and who leads."""
    likely = row.line.verdict.likely
    told = (
        sentence(chance_sentence(likely, formatter.language)) if likely else "",
        _paces(row, report, formatter),
        sentence(formatter.say("led_by", lead=lead) if lead else formatter.say("led_by_nobody")),
    )
    return " ".join(filter(None, told))


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
    stated = verdict.decimals
    needed = verdict.gap if is_near else verdict.required_pace
    change = _change(needed, indicator, formatter, None if is_near else stated)
    facts = {
        "change": change,
        "days": format_number(left, formatter.language),
        "left": format_age(left, formatter.language),
    }
    told = formatter.say("still_needed" if is_near else "pace_needed", **facts)
    if verdict.telling_pace is None:
        return sentence(f"{told}; {formatter.say('pace_unknown')}")
    made = _change(verdict.telling_pace, indicator, formatter, stated)
    return sentence(f"{told}; {formatter.say('pace_made', change=made)}")


def _change(
    change: Fraction | float, indicator: Indicator, formatter: FigureFormatter, stated: int | None
) -> str:
    """A change in words; a rank rises when its number falls."""
    if change == 0:
        return formatter.say("to_stand")
    rises = (change < 0) if indicator.unit is Unit.RANK else (change > 0)
    number = gap_number_words(change, indicator, formatter.language, stated=stated)
    return formatter.say("to_gain" if rises else "to_lose", change=number)
