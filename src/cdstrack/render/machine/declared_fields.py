"""The machine format's objects for the plan as declared and for the log.

Owns names, order and types of these fields; the rest is in `cdstrack.render.machine.fields`.
"""

from cdstrack.core.plan.model import Indicator, Target
from cdstrack.core.record.acts import AcknowledgementChange, Change, DocumentChange, SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.history import LogAct
from cdstrack.core.reports.status import TargetsReport
from cdstrack.render.machine.fields import (
    Fields,
    day,
    decimal,
    declared_fields,
    figure_fields,
    instant,
    one_or_many,
    stated,
)
from cdstrack.render.view import View


def indicator_fields(indicator: Indicator, report: TargetsReport, view: View) -> Fields:
    """One indicator as declared, without its targets."""
    language = view.language
    baseline, label = indicator.baseline, indicator.unit_label
    return {
        "indicator": indicator.id,
        "name": indicator.name.text(language),
        "pillar": indicator.pillar,
        "level": indicator.level,
        "unit": str(indicator.unit),
        "unit_label": None if label is None else label.text(language),
        "direction": str(indicator.direction),
        "measure": str(indicator.measure),
        "frequency": None if indicator.frequency is None else str(indicator.frequency),
        "scope": indicator.scope,
        "lead": indicator.lead_on(report.header.as_of),
        "person": indicator.person,
        "baseline": None
        if baseline is None
        else {
            "date": day(baseline.date),
            "value": decimal(baseline.value),
            "document": one_or_many(baseline.document),
        },
        "every": None
        if indicator.every is None
        else {dimension: list(groups) for dimension, groups in indicator.every.items()},
    }


def declaration_fields(target: Target) -> Fields:
    """One target as declared: `of` is the field of a `top` target, `from` a yearly one's start."""
    ended = target.ended
    return {
        "due": day(target.due),
        "comparator": str(target.comparator),
        "value": stated(target),
        "of": decimal(target.of),
        "from": target.from_,
        "declared": declared_fields(target.declared),
        "wording": one_or_many(target.wording),
        "document": one_or_many(target.document),
        "ended": None if ended is None else {"date": day(ended.date), "reason": ended.reason},
    }


def act_fields(act: LogAct) -> Fields:
    """One act with what it did; `more` changes are not listed."""
    done = act.submission
    return {
        "id": done.id,
        "kind": str(done.kind),
        "at": instant(done.at),
        "by": done.by,
        "reason": done.reason,
        "undoes": done.undoes,
        "undone": act.undone,
        "source_name": done.source_name,
        "source_digest": done.source_digest,
        "plan_digest": done.plan_digest,
        "program": done.program,
        "test_clock": done.test_clock,
        "more": act.more,
    }


def change_fields(change: Change) -> Fields:
    """One cell with the figure before and after; null where there was or is none."""
    cell = change.cell
    return {
        "indicator": cell.indicator,
        "org_unit": cell.org_unit,
        "disaggregation": cell.disaggregation or None,
        "period": cell.period,
        "before": _kept(change.before),
        "after": _kept(change.after),
    }


def document_change_fields(change: DocumentChange) -> Fields:
    """One source document of the store before and after."""
    ends = (change.before, change.after)
    before, after = (None if end is None else document_fields(end) for end in ends)
    return {"key": change.key, "before": before, "after": after}


def document_fields(document: SourceDocument) -> Fields:
    """What is known of a source document."""
    return {
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "issued": day(document.issued),
        "url": document.url,
        "note": document.note,
    }


def warning_change_fields(change: AcknowledgementChange) -> Fields:
    """One warning with the reason for which it was accepted, before and after."""
    return {"problem": change.problem, "before": change.before, "after": change.after}


def _kept(figure: Observation | None) -> Fields | None:
    """A figure with why there is none, where that is what was recorded."""
    if figure is None:
        return None
    return figure_fields(figure) | {"not_available": figure.not_available, "note": figure.note}
