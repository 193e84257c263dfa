"""The objects of the machine format that reports share, key by key.

Owns names and order of the fields. Values are those of the core: `cdstrack.render.machine.output`
writes exact numbers and dates as text, numbers that are computed unrounded, and None as null.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cdstrack import __version__
from cdstrack.core.derived.composite import Composition
from cdstrack.core.plan.model import Declared, Document, Indicator, State, Target, Unit
from cdstrack.core.record.acts import AcknowledgementChange, Change, DocumentChange, SourceDocument
from cdstrack.core.record.observation import Observation, to_decimal
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.rollup import RollUpStatus
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.vocabulary import Reason
from cdstrack.render.machine.output import csv_text, joined, plain
from cdstrack.render.notices import notice_sentence
from cdstrack.render.view import View

HEADER_COLUMNS = (
    *("report", "schema_version", "generator", "plan_id", "plan_title", "plan_digest"),
    *("as_of", "known_at", "method"),
)
SCHEMA_VERSION = 1
DOCUMENT = ("title", "number", "issuer", "issued", "url", "note")
"""What is known of a source document."""
Fields = dict[str, Any]
"""A JSON object about to be written."""


def picked(value: object, *names: str) -> Fields:
    """The attributes of these names, under the same names."""
    return {name: getattr(value, name) for name in names}


def one_or_many(texts: Sequence[str]) -> str | list[str] | None:
    """None for none, the text where there is one, else all of them."""
    if len(texts) > 1:
        return list(texts)
    return texts[0] if texts else None


def header_fields(header: ReportHeader, view: View) -> Fields:
    """The header of every report: its name, its plan, and the state of the record."""
    title = header.plan_title.text(view.language)
    notices = [notice_sentence(each, view.plan, view.language) for each in header.notices]
    return {
        "report": header.report,
        "schema_version": SCHEMA_VERSION,
        "generator": f"cdstrack {__version__}",
        "plan": {"id": header.plan_id, "title": title, "digest": header.plan_digest},
        **picked(header, "as_of", "known_at", "method", "head"),
        "notices": notices,
    }


def bare_header(report: str, plan: Fields | None) -> Fields:
    """The same where there is no valid plan: what is not known is null.

    Args:
        report: What it is.
        plan: What is known of the plan; None where it cannot be read.
    """
    names = ("as_of", "known_at", "method", "head")
    unknown = dict.fromkeys(names) | {"notices": list[str]()}
    head = {"schema_version": SCHEMA_VERSION, "generator": f"cdstrack {__version__}"}
    return {"report": report, **head, "plan": plan, **unknown}


def headed_csv(
    header: ReportHeader, view: View, columns: tuple[str, ...], rows: Iterable[Fields]
) -> str:
    """The rows behind the report's header; its notices are for people, its head comes last."""
    first = joined(header_fields(header, view), "plan")
    del first["notices"]
    return csv_text((*HEADER_COLUMNS, *columns, "head"), (first | row for row in rows))


def item_fields(item: StatusItem, view: View) -> Fields:
    """One indicator with its latest figure, without its targets."""
    indicator = item.indicator
    return {
        "indicator": indicator.id,
        "name": indicator.name.text(view.language),
        **picked(indicator, "pillar", "level", "unit", "direction"),
        "org_unit": item.org_unit,
        "disaggregation": item.disaggregation or None,
        "lead": item.lead,
        "person": indicator.person,
        "latest": item.latest and figure_fields(item.latest) | {"doubts": list(item.doubts)},
        **picked(item, "age_days", "stale", "status", "direction_verdict"),
        "composite": item.composition and composition_fields(item.composition),
        "rollup": item.rollup and rollup_fields(item.rollup, item.indicator),
    }


def rollup_fields(rollup: RollUpStatus, indicator: Indicator) -> Fields:
    """What the units of an area come to; `stated` is the latest figure recorded for the area.

    `derived` is known where too few units reported too: what those that did come to.
    """
    point = rollup.point
    return {
        **picked(rollup, "by"),
        **picked(point, "expected", "reported"),
        "missing": list(point.missing),
        "derived": number_or_state(point.value, indicator),
        "stated": number_or_state(rollup.stated_value, indicator),
    }


def composition_fields(composition: Composition) -> Fields:
    """A composite index member by member; `points` is null while one is missing.

    Points of a member are on its own scale, `max`: those of its `points`, else its weight.
    """
    return {
        "points": decimal(composition.value),
        "of": decimal(composition.of),
        "members": [
            {
                "indicator": each.indicator.id,
                "weight": decimal(each.weight),
                "points": decimal(each.points),
                "max": decimal(each.most),
                "role": each.role,
            }
            for each in composition.members
        ],
        "missing": list(composition.missing),
    }


def decimal(number: Fraction | None) -> Decimal | None:
    """An exact number with at most six decimals, half to even."""
    return None if number is None else to_decimal(number)


def number_or_state(number: Fraction | None, indicator: Indicator) -> Decimal | State | None:
    """An exact number; of an indicator that counts nothing, the state of that rank."""
    if number is None or indicator.unit is not Unit.STATE:
        return decimal(number)
    return list(State)[int(number)]


def cell_fields(figure: Observation) -> Fields:
    """What a figure is about, without its period."""
    return {
        **picked(figure, "indicator", "org_unit"),
        "disaggregation": figure.disaggregation or None,
    }


def figure_fields(figure: Observation) -> Fields:
    """One figure; `value` is the state's word for an indicator that counts nothing."""
    return {
        "id": figure.id,
        "value": figure.state or figure.value,
        **picked(figure, "numerator", "denominator", "stated", "period"),
        "on": figure.period.end,
        **picked(figure, "qualifier", "document", "reported"),
    }


def recorded_fields(figure: Observation) -> Fields:
    """A figure with why there is none, where that is what was recorded."""
    return figure_fields(figure) | picked(figure, "not_available", "note")


def target_fields(line: TargetLine) -> Fields:
    """One target with its verdict."""
    target = line.target
    return {
        **picked(target, "due", "comparator"),
        "value": stated(target),
        "threshold": line.verdict.threshold,
        **_sources(target),
        **_verdict(line.verdict),
    }


def declaration_fields(target: Target) -> Fields:
    """One target as declared: `of` ranked in all, `from` the first year of several."""
    return {
        **picked(target, "due", "comparator"),
        "value": stated(target),
        "of": target.of,
        "from": target.from_,
        **_sources(target),
        "ended": target.ended and picked(target.ended, "date", "reason"),
    }


def baseline_fields(indicator: Indicator) -> Fields | None:
    """The declared starting point; None where the plan has none."""
    baseline = indicator.baseline
    if baseline is None:
        return None
    return picked(baseline, "date", "value") | {"document": one_or_many(baseline.document)}


def change_fields(change: Change) -> Fields:
    """One cell with the figure before and after; null where there was or is none."""
    return {
        **picked(change.cell, "indicator", "org_unit"),
        "disaggregation": change.cell.disaggregation or None,
        "period": change.cell.period,
        "before": change.before and recorded_fields(change.before),
        "after": change.after and recorded_fields(change.after),
    }


def document_fields(document: SourceDocument | Document) -> Fields:
    """What is known of a source document."""
    return picked(document, *DOCUMENT)


def document_change_fields(change: DocumentChange) -> Fields:
    """One source document of the store before and after."""
    ends = {"before": change.before, "after": change.after}
    return {"key": change.key} | {key: end and document_fields(end) for key, end in ends.items()}


def warning_change_fields(change: AcknowledgementChange) -> Fields:
    """One warning with the reason for which it was accepted, before and after."""
    return picked(change, "problem", "before", "after")


def stated(target: Target) -> str | list[str]:
    """The value at the comparator's key: text, for a range two.

    >>> stated(Target.model_validate({"reduce_by": "30%"}))
    '30'
    >>> stated(Target.model_validate({"reduce_by": "0.5 pp"}))
    '0.5 pp'
    """
    value = target.stated_value
    if target.kind.relative:
        return str(value).removesuffix("%")
    text: str | list[str] = "true" if value is True else plain(value)
    return text


def _sources(target: Target) -> Fields:
    """Who stated the target, and in which words."""
    return {
        "declared": _declared(target.declared),
        "wording": one_or_many(target.wording),
        "document": one_or_many(target.document),
    }


def _declared(declared: Declared | None) -> Fields | None:
    """A threshold that somebody chose, under its comparator's key, with who and when."""
    if declared is None:
        return None
    named = picked(declared, *map(str, declared.thresholds))
    return named | picked(declared, "by", "date")


def _verdict(verdict: Verdict) -> Fields:
    """The verdict on one target; exact gap, unrounded measures."""
    groups, years, likely = verdict.groups, verdict.years, verdict.likely
    return {
        **picked(verdict, "status", "met", "gap", "gap_count", "completion", "ratio", "expected"),
        **picked(verdict, "required_pace", "current_pace", "forecast", "outlook"),
        "likely": likely and picked(likely, "low", "high", "chance", "basis"),
        **picked(verdict, "lead_days", "reached_on", "flags"),
        "reasons": [_reason(reason, verdict) for reason in verdict.reasons],
        "years": None if years is None else {str(year): years[year] for year in sorted(years)},
        "groups": groups and picked(groups, "met", "reported", "total", "worst"),
    }


def _reason(reason: Reason, verdict: Verdict) -> str:
    """A code; a shortfall, a mean and what is needed carry their numbers."""
    average = verdict.average
    numbers = {
        Reason.SHORTFALL: verdict.shortfall,
        Reason.MEAN_SO_FAR: average and average.mean,
        Reason.REST_MUST_AVERAGE: average and average.needed,
    }
    number = numbers.get(reason)
    return reason if number is None else f"{reason}:{plain(number)}"
