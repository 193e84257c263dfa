"""The weekly page, the list of pages issued and the owners for programs.

Owns the fields of these three; those that they share with other reports are in
`cdstrack.render.machine.fields`.
"""

from collections.abc import Iterable

from cdstrack.core.record.movement import Movement
from cdstrack.core.record.observation import Observation, exact_value
from cdstrack.core.reports.closings import LateChange
from cdstrack.core.reports.gaps import GapRow
from cdstrack.core.weekly.as_known import KnownObservation
from cdstrack.core.weekly.issued import Issue, IssuesReport
from cdstrack.core.weekly.news import NewObservation
from cdstrack.core.weekly.obligations import Duty, Owed, OwnersReport
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.core.weekly.verdict_changes import CorrectionEffect
from cdstrack.render.machine.fields import (
    Fields,
    cell_fields,
    change_fields,
    figure_fields,
    header_fields,
    item_fields,
    picked,
    target_fields,
)
from cdstrack.render.view import View

_SUBMISSION = ("id", "at", "by", "reason")


def summary_fields(report: SummaryReport, view: View) -> Fields:
    """The page of a week as one object."""
    week, last = report.week, report.last_submission
    return {
        **header_fields(report.header, view),
        "week": {"id": week.text, **picked(week, "monday", "sunday")},
        "last_submission": last and last.id,
        "draft": report.is_draft,
        **picked(report, "plan_before", "has_news"),
        "counts": report.after.counts,
        "counts_before": report.before.counts,
        **_results(report, view),
        **_shortcomings(report, view),
        **_tasks(report),
        "sources": [
            {"ref": number, "document": each.key}
            | picked(each, "title", "number", "issuer", "issued", "url")
            for number, each in enumerate(report.sources, 1)
        ],
    }


def issues_fields(report: IssuesReport, view: View) -> Fields:
    """Every page issued, and the weeks without one."""
    return header_fields(report.header, view) | {
        "issues": [_issue(each) for each in report.issues],
        "missed": [week.text for week in report.missed],
    }


def owners_fields(report: OwnersReport, view: View) -> Fields:
    """Each body and person with their indicators and the figures that they owe."""
    owners = [
        {
            **picked(owner, "lead", "person"),
            "indicators": [_duty(duty, view) for duty in owner.duties],
            "owed": [_owed(each) for each in owner.owed],
        }
        for owner in report.owners
    ]
    return header_fields(report.header, view) | {"owners": owners}


def _results(report: SummaryReport, view: View) -> Fields:
    return {
        "news": [_new(each, view) for each in report.news],
        "verdicts": [
            {
                "indicator": each.item.indicator.id,
                "due": each.line.target.due,
                "before": each.before,
                "after": each.line.verdict.status,
                "cause": each.cause,
            }
            for each in report.verdicts
        ],
        "corrections": [_correction(each) for each in report.corrections],
        "additions": [
            {
                "submission": picked(each.submission, *_SUBMISSION),
                "figures": [_known(known) for known in each.figures],
            }
            for each in report.additions
        ],
        "late": [_late(each) for each in report.late],
    }


def _shortcomings(report: SummaryReport, view: View) -> Fields:
    return {
        "decisions": _rows(report.decisions),
        "gaps": [
            item_fields(row.item, view) | {"target": target_fields(row.line)} for row in report.gaps
        ],
        "falling": [
            _cell(each.figure) | {"movement": _movement(each.movement)} for each in report.falling
        ],
        "stale": [
            {"indicator": each.indicator.id, "age_days": each.age_days} for each in report.stale
        ],
        "contradictions": [
            _cell(figure) | {"computed": exact_value(figure, indicator.unit)}
            for figure, indicator in report.contradictions
        ],
        "doubtful": [
            _cell(each.latest) | {"doubts": list(each.doubts)}
            for each in report.doubtful
            if each.latest
        ],
        "without_data": _rows(report.without_data),
        "failed": _rows(report.failed),
    }


def _tasks(report: SummaryReport) -> Fields:
    return {
        "owed": [
            picked(owner, "lead", "person") | {"figures": [_owed(each) for each in owner.owed]}
            for owner in report.owners
            if owner.owed
        ],
        "debts": [picked(each, "lead", "overdue", "coming", "since") for each in report.debts],
        "milestones": [
            picked(each, "due", "days", "counts") | {"targets": _rows(each.rows)}
            for each in report.milestones
        ],
    }


def _new(new: NewObservation, view: View) -> Fields:
    return {
        "name": new.indicator.name.text(view.language),
        **picked(new.indicator, "pillar", "unit"),
        **_known(new.known),
        "movement": _movement(new.movement),
    }


def _known(known: KnownObservation) -> Fields:
    late = {"days_late": known.days_late, "late": known.is_late}
    return _cell(known.figure) | picked(known, "reported", "dated", "recorded") | late


def _cell(figure: Observation) -> Fields:
    return cell_fields(figure) | {"figure": figure_fields(figure)}


def _movement(movement: Movement) -> Fields:
    previous, broken = movement.previous, movement.broken_by
    return {
        "previous": previous and figure_fields(previous),
        **picked(movement, "change", "better", "numerator", "denominator", "same_part"),
        "not_compared": movement.not_compared,
        "break": broken and broken.date,
    }


def _correction(effect: CorrectionEffect) -> Fields:
    correction = effect.correction
    before, after = correction.before, correction.after
    return {
        **cell_fields(before),
        "before": figure_fields(before),
        "after": after and figure_fields(after),
        "submission": picked(correction.submission, *_SUBMISSION),
        "status_without": effect.without,
        "status": effect.with_it,
    }


def _late(late: LateChange) -> Fields:
    return {
        **change_fields(late.change),
        "submission": picked(late.submission, "id", "at", "by"),
        "reason": late.reason,
        "closed": late.closing.period.text,
    }


def _rows(rows: Iterable[GapRow]) -> list[Fields]:
    return [
        {
            "indicator": row.item.indicator.id,
            "due": row.line.target.due,
            **picked(row.line.verdict, "status", "gap", "shortfall"),
        }
        for row in rows
    ]


def _owed(owed: Owed) -> Fields:
    return {
        "indicator": owed.item.indicator.id,
        **picked(owed, "due", "last", "frequency"),
        "frequency_declared": owed.declared,
        "missing": owed.missing,
    }


def _duty(duty: Duty, view: View) -> Fields:
    found, responsible = duty.item, duty.responsible
    return {
        "indicator": found.indicator.id,
        "name": found.indicator.name.text(view.language),
        **picked(found, "status", "age_days", "stale"),
        "since": responsible and responsible.since,
        "before": responsible and responsible.before,
        "inherited_from": responsible and responsible.inherited,
        "supporting": found.indicator.supporting,
    }


def _issue(issue: Issue) -> Fields:
    act = issue.submission
    return {
        **picked(issue.summary, "number", "week", "as_of", "known_at", "plan_digest", "language"),
        "sha256": issue.summary.sha256,
        "submission": act.id,
        **picked(act, "at", "by"),
        "replaces": issue.replaces,
    }
