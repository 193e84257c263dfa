"""The sequence of summaries that were issued, and the weeks that it misses.

Owns what counts as missed: every full week after the first one issued that has no page; the
latest one has the Monday after it to be issued on. Has no clock: the caller says what day it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.acts import IssuedSummary, Submission
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.weekly.week import Week, missed_weeks


@dataclass(frozen=True, slots=True)
class Issue:
    """One issued summary with the act that kept it; `replaces` is the number it takes over from."""

    summary: IssuedSummary
    submission: Submission
    replaces: int | None


@dataclass(frozen=True, slots=True)
class IssuesReport:
    """The issued summaries by number, and the weeks without one."""

    header: ReportHeader
    issues: tuple[Issue, ...]
    missed: tuple[Week, ...]


def build_issues(
    header: ReportHeader,
    summaries: Iterable[IssuedSummary],
    acts: Iterable[Submission],
    today: date,
) -> IssuesReport:
    """The sequence.

    Args:
        header: Names plan and cut-off.
        summaries: The issued ones, by number.
        acts: The submissions that kept them, in the same order.
        today: The last week that was over on the day before is the last that can be missed.
    """
    latest: dict[str, int] = {}
    issues = []
    for summary, act in zip(summaries, acts, strict=True):
        issues.append(Issue(summary, act, latest.get(summary.week)))
        latest[summary.week] = summary.number
    return IssuesReport(header, tuple(issues), _missed(latest, today))


def last_of_week(summaries: Iterable[IssuedSummary], week: Week) -> IssuedSummary | None:
    """The page that is valid for the week: the last one issued."""
    found = [each for each in summaries if each.week == week.text]
    return found[-1] if found else None


def missed_summaries(summaries: Iterable[IssuedSummary], today: date) -> list[Problem]:
    """A warning (CDS608) for each week that was missed."""
    missed = _missed((each.week for each in summaries), today)
    return [Problem("CDS608", {"week": week.text}, Severity.WARNING) for week in missed]


def _missed(weeks: Iterable[str], today: date) -> tuple[Week, ...]:
    yesterday = today - timedelta(days=1)
    return missed_weeks((Week.parse(each) for each in weeks), Week.last_full(yesterday))
