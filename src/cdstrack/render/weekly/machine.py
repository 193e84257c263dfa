"""The weekly page for programs: the same facts as the letter, in the machine format.

Owns the fields of the summary; those that it shares with other reports are in
`cdstrack.render.machine.fields`.
"""

from collections.abc import Iterable

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.acts import SourceDocument, Submission
from cdstrack.core.record.movement import Movement
from cdstrack.core.record.observation import Observation, exact_value
from cdstrack.core.reports.status import GapRow
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.as_known import Known
from cdstrack.core.weekly.news import NewFigure
from cdstrack.core.weekly.obligations import Owed
from cdstrack.core.weekly.summary import CorrectionEffect, SummaryReport
from cdstrack.render.machine.fields import (
    Fields,
    day,
    decimal,
    exact,
    figure_fields,
    header_fields,
    instant,
    item_fields,
    target_fields,
)
from cdstrack.render.machine.output import dumped
from cdstrack.render.view import View


def summary_json(report: SummaryReport, view: View) -> str:
    """The page as one object; text that ends with a line break."""
    return dumped(
        header_fields(report.header, view)
        | _week(report)
        | _results(report, view)
        | _shortcomings(report, view)
        | _tasks(report)
        | {"sources": [_source(n, each) for n, each in enumerate(report.sources, 1)]}
    )


def owed_fields(owed: Owed) -> Fields:
    """One figure that is owed."""
    return {
        "indicator": owed.item.indicator.id,
        "due": day(owed.due),
        "last": day(owed.last),
        "frequency": str(owed.frequency),
        "frequency_declared": owed.declared,
        "missing": list(owed.missing),
    }


def _week(report: SummaryReport) -> Fields:
    week, last = report.week, report.last_submission
    return {
        "week": {
            "id": week.text,
            "monday": week.monday.isoformat(),
            "sunday": week.sunday.isoformat(),
        },
        "last_submission": last.id if last else None,
        "plan_before": report.plan_before,
        "has_news": report.has_news,
        "counts": _counts(report.after.counts),
        "counts_before": _counts(report.before.counts),
    }


def _results(report: SummaryReport, view: View) -> Fields:
    return {
        "news": [_new(each, view) for each in report.news],
        "verdicts": [
            {
                "indicator": each.item.indicator.id,
                "due": day(each.line.target.due),
                "before": str(each.before),
                "after": str(each.line.verdict.status),
                "cause": str(each.cause),
            }
            for each in report.verdicts
        ],
        "corrections": [_correction(each) for each in report.corrections],
        "additions": [
            {
                "submission": _submission(each.submission),
                "figures": [_known(known) for known in each.figures],
            }
            for each in report.additions
        ],
    }


def _shortcomings(report: SummaryReport, view: View) -> Fields:
    return {
        "gaps": [
            item_fields(row.item, view) | {"target": target_fields(row.line)} for row in report.gaps
        ],
        "falling": [
            _cell(each.figure) | {"movement": _movement(each.movement)} for each in report.falling
        ],
        "stale": [
            {"indicator": each.indicator.id, "age_days": each.age_days} for each in report.stale
        ],
        "contradictions": [_contradiction(*each) for each in report.contradictions],
        "without_data": _rows(report.without_data),
        "failed": _rows(report.failed),
    }


def _tasks(report: SummaryReport) -> Fields:
    return {
        "owed": [
            {
                "lead": owner.lead,
                "person": owner.person,
                "figures": [owed_fields(each) for each in owner.owed],
            }
            for owner in report.owners
            if owner.owed
        ],
        "milestones": [
            {
                "due": each.due.isoformat(),
                "days": each.days,
                "counts": _counts(each.counts),
                "targets": _rows(each.rows),
            }
            for each in report.milestones
        ],
    }


def _new(new: NewFigure, view: View) -> Fields:
    return (
        {
            "name": new.indicator.name.text(view.language),
            "pillar": new.indicator.pillar,
            "unit": str(new.indicator.unit),
        }
        | _known(new.known)
        | {"movement": _movement(new.movement)}
    )


def _known(known: Known) -> Fields:
    return _cell(known.figure) | {
        "reported": known.reported.text,
        "recorded": known.recorded.isoformat(),
        "days_late": known.days_late,
        "late": known.is_late,
    }


def _cell(figure: Observation) -> Fields:
    return {
        "indicator": figure.indicator,
        "org_unit": figure.org_unit,
        "disaggregation": figure.disaggregation or None,
        "figure": figure_fields(figure),
    }


def _movement(movement: Movement) -> Fields:
    previous = movement.previous
    return {
        "previous": None if previous is None else figure_fields(previous),
        "change": exact(movement.change),
        "better": movement.better,
        "numerator": decimal(movement.numerator),
        "denominator": decimal(movement.denominator),
        "same_part": movement.same_part,
        "not_compared": None if movement.not_compared is None else str(movement.not_compared),
        "break": day(movement.broken_by.date) if movement.broken_by else None,
    }


def _correction(effect: CorrectionEffect) -> Fields:
    correction = effect.correction
    before, after = correction.before, correction.after
    return {
        "indicator": correction.indicator.id,
        "org_unit": before.org_unit,
        "disaggregation": before.disaggregation or None,
        "before": figure_fields(before),
        "after": None if after is None else figure_fields(after),
        "submission": _submission(correction.submission),
        "status_without": None if effect.without is None else str(effect.without),
        "status": None if effect.with_it is None else str(effect.with_it),
    }


def _submission(submission: Submission) -> Fields:
    return {
        "id": submission.id,
        "at": instant(submission.at),
        "by": submission.by,
        "reason": submission.reason,
    }


def _contradiction(figure: Observation, indicator: Indicator) -> Fields:
    return _cell(figure) | {"computed": exact(exact_value(figure, indicator.unit))}


def _rows(rows: Iterable[GapRow]) -> list[Fields]:
    return [
        {
            "indicator": row.item.indicator.id,
            "due": day(row.line.target.due),
            "status": str(row.line.verdict.status),
            "gap": exact(row.line.verdict.gap),
            "shortfall": exact(row.line.verdict.shortfall),
        }
        for row in rows
    ]


def _counts(counts: dict[Status, int]) -> Fields:
    return {str(status): count for status, count in counts.items()}


def _source(number: int, source: SourceDocument) -> Fields:
    return {
        "ref": number,
        "document": source.key,
        "title": source.title,
        "number": source.number,
        "issuer": source.issuer,
        "issued": day(source.issued),
        "url": source.url,
    }
