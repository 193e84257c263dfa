"""The page about one indicator as text, Markdown and JSON.

Owns the choice of the form, and the fields of the machine format. What the page says is in
`show_page`.
"""

from collections.abc import Callable, Mapping
from functools import partial

from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.indicator_detail import CellHistory, Dossier, Revision, cited
from cdstrack.render.indicator.show_page import show_document
from cdstrack.render.machine.declared_fields import change_fields, declaration_fields
from cdstrack.render.machine.fields import (
    Fields,
    day,
    decimal,
    figure_fields,
    header_fields,
    instant,
    item_fields,
    one_or_many,
    target_fields,
)
from cdstrack.render.machine.output import dumped
from cdstrack.render.page.document import document_markdown, document_text
from cdstrack.render.view import Format, View


def show_table(dossier: Dossier, view: View, *, chart: bool) -> str:
    """For a terminal: with colour where the view has it, and a chart where there is room for one."""
    document = show_document(dossier, view, chart=chart)
    return document_text(document, view.width, colour=view.colour)


def show_text(dossier: Dossier, view: View) -> str:
    """For mail and files."""
    return document_text(show_document(dossier, view), view.width)


def show_markdown(dossier: Dossier, view: View) -> str:
    """For a page that is read on screen."""
    return document_markdown(show_document(dossier, view))


def show_json(dossier: Dossier, view: View) -> str:
    """For programs: the item as `status` gives it, the declaration, and every figure's history."""
    indicator = dossier.explanation.item.indicator
    targets = [
        target_fields(line) | {"declaration": declaration_fields(line.target)}
        for line in dossier.explanation.item.targets
    ]
    item = item_fields(dossier.explanation.item, view) | {"targets": targets}
    return dumped(
        header_fields(dossier.header, view)
        | {
            "item": item,
            "declaration": _declaration(indicator, view),
            "figures": [_cell(each) for each in dossier.cells],
            "documents": _documents(dossier),
        }
    )


def renderers(*, chart: bool) -> Mapping[Format, Callable[[Dossier, View], str]]:
    """What writes each format; `chart` says whether there is a terminal to draw on."""
    return {
        Format.TABLE: partial(show_table, chart=chart),
        Format.TEXT: show_text,
        Format.MARKDOWN: show_markdown,
        Format.JSON: show_json,
    }


def _declaration(indicator: Indicator, view: View) -> Fields:
    language, baseline = view.language, indicator.baseline
    labels = ("short", "unit_label", "definition", "numerator", "denominator")
    named = {key: getattr(indicator, key) for key in labels}
    return {
        **{key: None if each is None else each.text(language) for key, each in named.items()},
        "scope": indicator.scope,
        "measure": str(indicator.measure),
        "frequency": None if indicator.frequency is None else str(indicator.frequency),
        "method": None if indicator.method is None else str(indicator.method),
        "bounds": None if indicator.bounds is None else [decimal(end) for end in indicator.bounds],
        "baseline": None
        if baseline is None
        else {
            "date": day(baseline.date),
            "value": decimal(baseline.value),
            "document": one_or_many(baseline.document),
        },
        "lead": [{"unit": lead.unit, "since": day(lead.since)} for lead in indicator.lead],
        "supporting": list(indicator.supporting),
        "every": None
        if indicator.every is None
        else {dimension: list(groups) for dimension, groups in indicator.every.items()},
        "sum_of": list(indicator.sum_of),
        "breaks": [{"date": day(each.date), "reason": each.reason} for each in indicator.breaks],
        "note": indicator.note,
    }


def _cell(history: CellHistory) -> Fields:
    return {
        "period": history.cell.period,
        "on": day(history.period.end),
        "org_unit": history.cell.org_unit,
        "disaggregation": history.cell.disaggregation or None,
        "now": None if history.now is None else figure_fields(history.now),
        "history": [_revision(each) for each in history.revisions],
    }


def _revision(revision: Revision) -> Fields:
    change, done = change_fields(revision.change), revision.submission
    return {
        "submission": done.id,
        "kind": str(done.kind),
        "at": instant(done.at),
        "by": done.by,
        "reason": done.reason,
        "before": change["before"],
        "after": change["after"],
    }


def _documents(dossier: Dossier) -> Fields:
    """By id; null for one that is cited but declared nowhere."""
    found = {key: dossier.documents.get(key) for key in cited(dossier.explanation, dossier.cells)}
    return {
        key: document
        and {
            "title": document.title,
            "number": document.number,
            "issuer": document.issuer,
            "issued": day(document.issued),
            "url": document.url,
            "note": document.note,
        }
        for key, document in found.items()
    }
