"""Parts II and III of the week on one sheet: what asks for a decision, who owes, what comes due.

Owns their order and words. Of what is past or old the sheet gives the number; the full page names it.
"""

from cdstrack.core.reports.gaps import GapRow
from cdstrack.core.weekly.debts import Debt
from cdstrack.core.weekly.shortcomings import MILESTONE_AHEAD, MOST_DECISIONS
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.layout import Chapter, Item, Passage, item, sentence
from cdstrack.render.weekly.decisions import decision_items
from cdstrack.render.weekly.figures import FigureFormatter
from cdstrack.render.weekly.sheet_results import Chosen, some
from cdstrack.render.weekly.shortcomings import contradiction, doubted
from cdstrack.render.weekly.spoken import counted
from cdstrack.render.weekly.tasks import milestone_sentence
from cdstrack.words.parse.dates import format_age


def sheet_shortcomings(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Chapter:
    """The targets that ask for a decision, doubtful figures, and how much is past or old."""
    named = report.decisions[: min(told.most, MOST_DECISIONS)]
    items = decision_items(named, report, formatter)
    decided = some(formatter.say("decisions"), items, len(report.decisions), formatter)
    doubtful = [contradiction(*each, formatter) for each in told.contradictions]
    doubtful += [doubted(each, formatter) for each in told.doubtful]
    to_verify = len(report.contradictions) + len(report.doubtful)
    passages = (
        decided if items else Passage(text=sentence(formatter.say("no_decisions"))),
        some(formatter.say("doubtful"), doubtful, to_verify, formatter),
        Passage(text=_counted(report, named, formatter)),
    )
    kept = tuple(each for each in passages if each.items or each.text)
    return Chapter(f"II. {formatter.say('shortcomings')}", kept)


def sheet_tasks(report: SummaryReport, told: Chosen, formatter: FigureFormatter) -> Chapter:
    """How many figures each body owes, then the due dates near ahead."""
    debts = [_debt(each, report, formatter) for each in report.debts[: told.most]]
    owed = some(formatter.say("debts"), debts, len(report.debts), formatter)
    near = [item(milestone_sentence(each, formatter)) for each in report.milestones[: told.most]]
    title = formatter.say("milestones_short", days=MILESTONE_AHEAD)
    due = some(title, near, len(report.milestones), formatter)
    nothing_owed = Passage(text=formatter.say("nothing_owed"))
    none_near = Passage(text=formatter.say("no_milestones", days=MILESTONE_AHEAD))
    passages = (owed if debts else nothing_owed, due if near else none_near)
    return Chapter(f"III. {formatter.say('tasks')}", passages)


def _counted(report: SummaryReport, named: tuple[GapRow, ...], formatter: FigureFormatter) -> str:
    """How many further targets are past without data or missed, and how many figures are old."""
    language = formatter.language
    unnamed = [row for row in report.failed if row not in named]
    told = [
        formatter.say(key, targets=counted("n_targets", len(rows), language))
        for key, rows in (("past_silent", report.without_data), ("past_failed", unnamed))
        if rows
    ]
    if report.stale:
        indicators = counted("n_indicators", len(report.stale), language)
        told.append(formatter.say("old", indicators=indicators))
    return sentence(formatter.say("and").join(told))


def _debt(debt: Debt, report: SummaryReport, formatter: FigureFormatter) -> Item:
    language, told = formatter.language, []
    if debt.overdue:
        figures = counted("n_figures", debt.overdue, language)
        since = ""
        if debt.since is not None:
            age = format_age((report.header.as_of - debt.since).days, language)
            since = formatter.say("debt_since" if debt.overdue > 1 else "debt_since_one", age=age)
        told.append(formatter.say("debt_overdue", figures=figures) + since)
    if debt.coming:
        figures = counted("n_figures", debt.coming, language)
        told.append(formatter.say("debt_coming", figures=figures))
    lead = formatter.view.org_unit(debt.lead) if debt.lead else formatter.say("nobody")
    return item(sentence(formatter.say("debt", lead=lead, told=formatter.say("and").join(told))))
