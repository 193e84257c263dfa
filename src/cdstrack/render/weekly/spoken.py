"""The first sentence of the week's page, which a leader can say aloud, and its counts.

Owns the order: what came in, what it changed, who owes what.
"""

from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.layout import sentence
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import say

MOST_TURNS = 3
"""Verdicts that the sentence names; the other changes are counted together."""


def spoken(report: SummaryReport, language: str) -> str:
    """What came in, what it changed, who owes what.

    `Trong tuần có 3 số liệu mới; 2 chỉ tiêu chuyển sang đúng tiến độ; 4 cơ quan còn nợ 7 số liệu.`
    """
    told = [*_came_in(report, language), *_turned(report, language), *_owed(report, language)]
    return sentence(say("and", language).join(told))


def counts_line(report: SummaryReport, language: str) -> str:
    """How many indicators have each verdict; what none has is not listed."""
    after = report.after.counts
    if not after:
        return say("no_targets", language)
    told = say("and", language).join(
        say("count", language, status=label(STATUS, status, language), n=n)
        for status, n in after.items()
    )
    return say("counts", language, n=sum(after.values()), counts=told)


def counted(key: str, n: int, language: str, **facts: object) -> str:
    """A sentence about so many things, in the singular for one."""
    return say(f"{key}_one" if n == 1 else key, language, n=n, **facts)


def _came_in(report: SummaryReport, language: str) -> list[str]:
    news = len(report.news)
    told = [counted("said_news", news, language) if news else say("said_no_news", language)]
    if report.corrections:
        told.append(counted("said_corrected", len(report.corrections), language))
    added = sum(len(each.figures) for each in report.additions)
    return [*told, counted("said_added", added, language)] if added else told


def _turned(report: SummaryReport, language: str) -> list[str]:
    turned = list(report.turned.items())
    if not turned:
        return [say("said_same", language)]
    told = [
        counted("said_turned", n, language, status=label(STATUS, status, language))
        for status, n in turned[:MOST_TURNS]
    ]
    others = sum(n for _, n in turned[MOST_TURNS:])
    return [*told, counted("said_turned_more", others, language)] if others else told


def _owed(report: SummaryReport, language: str) -> list[str]:
    owing = [debt for debt in report.debts if debt.overdue]
    named = [debt.overdue for debt in owing if debt.lead is not None]
    nobody = sum(debt.overdue for debt in owing if debt.lead is None)
    told = []
    if named:
        bodies = counted("n_bodies", len(named), language)
        figures = counted("n_figures", sum(named), language)
        told.append(say("said_debts", language, bodies=bodies, figures=figures))
    if nobody:
        figures = counted("n_figures", nobody, language)
        told.append(say("said_nobody", language, figures=figures))
    return told or [say("said_no_debts", language)]
