"""The machine format's objects: what JSON prints and CSV flattens, key by key.

Owns names, order and types of every field: text for what is exact, unrounded numbers for what is
computed, None for what is absent. Knows no syntax; `cdstrack.render.machine.output` writes it down.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cdstrack import __version__
from cdstrack.core.plan.model import Declared, State, Target
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.observation import Observation, to_decimal
from cdstrack.core.reports.status import Header, StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.vocabulary import Reason
from cdstrack.render.view import View
from cdstrack.words.labels.notices import notice_sentence

SCHEMA_VERSION = 1
Fields = dict[str, Any]
"""A JSON object about to be written."""


def header_fields(header: Header, view: View) -> Fields:
    """What every report begins with: what it is, of which plan, and by what knowledge."""
    return {
        "report": header.report,
        "schema_version": SCHEMA_VERSION,
        "generator": f"cdstrack {__version__}",
        "plan": {
            "id": header.plan_id,
            "title": header.plan_title.text(view.language),
            "digest": header.plan_digest,
        },
        "as_of": header.as_of.isoformat(),
        "known_at": instant(header.known_at),
        "method": str(header.method),
        "notices": [notice_sentence(notice, view.plan, view.language) for notice in header.notices],
    }


def bare_header(report: str, plan: Fields | None) -> Fields:
    """The same where there is no valid plan to speak about: what is not known is null.

    Args:
        report: What it is.
        plan: What is known of the plan; None where it cannot be read.
    """
    unknown = {"as_of": None, "known_at": None, "method": None, "notices": list[str]()}
    head = {"schema_version": SCHEMA_VERSION, "generator": f"cdstrack {__version__}"}
    return {"report": report, **head, "plan": plan, **unknown}


def count_fields(report: StatusReport) -> Fields:
    """How many verdicts of each kind, over all and for each due date; nothing for none."""
    return {
        "counts": {str(status): count for status, count in report.counts.items()},
        "counts_by_due": {
            due.isoformat(): {str(status): count for status, count in counts.items()}
            for due, counts in report.counts_by_due.items()
        },
    }


def item_fields(item: StatusItem, view: View) -> Fields:
    """One indicator with its latest figure, without its targets."""
    indicator = item.indicator
    return {
        "indicator": indicator.id,
        "name": indicator.name.text(view.language),
        "pillar": indicator.pillar,
        "level": indicator.level,
        "unit": str(indicator.unit),
        "direction": str(indicator.direction),
        "org_unit": item.org_unit,
        "disaggregation": item.disaggregation or None,
        "lead": item.lead,
        "person": indicator.person,
        "latest": None if item.latest is None else figure_fields(item.latest),
        "age_days": item.age_days,
        "stale": item.stale,
        "status": None if item.status is None else str(item.status),
    }


def figure_fields(figure: Observation) -> Fields:
    """One figure; `value` is the state's word for an indicator that counts nothing."""
    return {
        "id": figure.id,
        "value": str(figure.state) if figure.state else decimal(figure.value),
        "numerator": decimal(figure.numerator),
        "denominator": decimal(figure.denominator),
        "stated": decimal(figure.stated),
        "period": figure.period.text,
        "on": figure.period.end.isoformat(),
        "qualifier": str(figure.qualifier),
        "document": figure.document,
        "reported": None if figure.reported is None else figure.reported.text,
    }


def target_fields(line: TargetLine) -> Fields:
    """One target with its verdict."""
    target = line.target
    return {
        "due": day(target.due),
        "comparator": str(target.comparator),
        "value": stated(target),
        "threshold": exact(line.verdict.threshold),
        "declared": declared_fields(target.declared),
        "wording": one_or_many(target.wording),
        "document": one_or_many(target.document),
        **verdict_fields(line.verdict),
    }


def verdict_fields(verdict: Verdict) -> Fields:
    """The verdict on one target; exact gap, unrounded measures."""
    return {
        "status": str(verdict.status),
        "met": verdict.met,
        "gap": exact(verdict.gap),
        "gap_count": verdict.gap_count,
        "completion": verdict.completion,
        "ratio": verdict.ratio,
        "expected": verdict.expected,
        "required_pace": verdict.required_pace,
        "current_pace": verdict.current_pace,
        "forecast": verdict.forecast,
        "outlook": None if verdict.outlook is None else str(verdict.outlook),
        "lead_days": verdict.lead_days,
        "reached_on": day(verdict.reached_on),
        "flags": [str(flag) for flag in verdict.flags],
        "reasons": [_reason(reason, verdict.shortfall) for reason in verdict.reasons],
        "years": _years(verdict),
        "groups": _groups(verdict),
    }


def stated(target: Target) -> str | list[str]:
    """What stands at the comparator's key: text, for a range two.

    >>> stated(Target.model_validate({"reduce_by": "30%"}))
    '30'
    """
    value = target.stated_value
    if value is True:
        return "true"
    if isinstance(value, State):
        return str(value)
    if isinstance(value, tuple):
        return [format_decimal(bound) for bound in value]
    return format_decimal(value)


def declared_fields(declared: Declared | None) -> Fields | None:
    """A threshold that somebody chose, under its comparator's key, with who and when."""
    if declared is None:
        return None
    named = {str(key): format_decimal(getattr(declared, key)) for key in declared.thresholds}
    return {**named, "by": declared.by, "date": declared.date.isoformat()}


def decimal(number: Decimal | None) -> str | None:
    """A decimal in plain digits."""
    return None if number is None else format_decimal(number)


def exact(number: Fraction | None) -> str | None:
    """A fraction with at most six decimals, half to even."""
    return None if number is None else format_decimal(to_decimal(number))


def day(value: date | None) -> str | None:
    """A day in ISO form."""
    return None if value is None else value.isoformat()


def instant(value: datetime | None) -> str | None:
    """An instant in UTC, to the microsecond where there are any.

    >>> instant(datetime(2022, 8, 21, 2, 10, 5, tzinfo=UTC))
    '2022-08-21T02:10:05Z'
    """
    if value is None:
        return None
    return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def one_or_many(texts: Sequence[str]) -> str | list[str] | None:
    """None for none, the text where there is one, else all of them."""
    if len(texts) > 1:
        return list(texts)
    return texts[0] if texts else None


def _reason(reason: Reason, shortfall: Fraction | None) -> str:
    if reason is Reason.SHORTFALL and shortfall is not None:
        return f"{reason}:{exact(shortfall)}"
    return str(reason)


def _years(verdict: Verdict) -> Mapping[str, str] | None:
    if verdict.years is None:
        return None
    return {str(year): str(status) for year, status in sorted(verdict.years.items())}


def _groups(verdict: Verdict) -> Fields | None:
    groups = verdict.groups
    if groups is None:
        return None
    return {
        "met": groups.met,
        "reported": groups.reported,
        "total": groups.total,
        "worst": groups.worst,
    }
