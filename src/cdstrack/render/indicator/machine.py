"""One indicator for programs: its page and its explanation.

Owns the fields that only these two reports have.
"""

from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.cell_history import CellHistory, Revision
from cdstrack.core.reports.explain import Explanation, Opinion, Progress, TargetExplanation
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.verdict.grounds import ObservationUse
from cdstrack.core.verdict.likely import Likely, Spread
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Classes, Step, Undefined
from cdstrack.core.verdict.pace import Forecast
from cdstrack.render.machine.fields import (
    Fields,
    baseline_fields,
    change_fields,
    declaration_fields,
    document_fields,
    figure_fields,
    header_fields,
    item_fields,
    picked,
    target_fields,
)
from cdstrack.render.view import View


def explanation_fields(explanation: Explanation, view: View) -> Fields:
    """The item as `status` gives it, each target with all that its verdict rests on."""
    targets = [
        target_fields(target.line) | {"explanation": _explained(target)}
        for target in explanation.targets
    ]
    item = item_fields(explanation.item, view) | {"targets": targets}
    return header_fields(explanation.header, view) | {"item": item}


def detail_fields(dossier: IndicatorDetail, view: View) -> Fields:
    """The item as `status` gives it, the declaration, and every figure's history.

    A document that is cited but declared nowhere is null.
    """
    item = dossier.item
    targets = [
        target_fields(line) | {"declaration": declaration_fields(line.target)}
        for line in item.targets
    ]
    known = {key: dossier.documents.get(key) for key in dossier.cited}
    return header_fields(dossier.header, view) | {
        "item": item_fields(item, view) | {"targets": targets},
        "declaration": _declaration(item.indicator, view),
        "figures": [_history(each) for each in dossier.cells],
        "documents": {key: each and document_fields(each) for key, each in known.items()},
    }


def _explained(target: TargetExplanation) -> Fields:
    """What the verdict on one target rests on; `progress` is null where no path was needed."""
    return {
        **picked(target, "row", "method"),
        "figures": [_used(use) for use in target.figures],
        "progress": target.progress and _progress(target.progress),
    }


def _used(use: ObservationUse) -> Fields:
    figure = use.observation
    about = picked(figure, "org_unit") | {"disaggregation": figure.disaggregation or None}
    return figure_fields(figure) | about | {"left_out": use.left_out}


def _progress(progress: Progress) -> Fields:
    basis, forecast = progress.basis, progress.forecast
    made, likely = isinstance(forecast, Forecast), progress.likely
    return {
        "origin": picked(basis.origin, "on", "value", "declared"),
        "path": [picked(stop, "on", "value") for stop in basis.stops],
        **picked(basis.case, "years_made", "years_planned"),
        "years_left": progress.years_left,
        "slopes": sorted(basis.trend.slopes),
        "slope_count": basis.trend.slope_count,
        "forecast": picked(forecast, "value", "low", "high", "doubts") if made else None,
        "forecast_refused": None if made else forecast,
        "likely": _spread(likely.spread) if isinstance(likely, Likely) else None,
        "likely_refused": None if isinstance(likely, Likely) else likely,
        "refused": progress.refusal,
        "methods": [_opinion(opinion) for opinion in progress.opinions.values()],
    }


def _spread(spread: Spread) -> Fields:
    """The numbers behind the range and the chance, before any bounds."""
    known = picked(spread, "latest", "pace", "years", "usual_change", "damped_years")
    return known | picked(spread, "centre", "half_width", "deviation")


def _opinion(opinion: Opinion) -> Fields:
    working = opinion.working
    undefined = isinstance(working, Undefined)
    return {
        "method": opinion.method,
        **picked(opinion.verdict, "status", "ratio"),
        "undefined": working if undefined else None,
        "steps": [] if isinstance(working, Undefined) else [_step(each) for each in working.steps],
        "classes": _classes(METHODS[opinion.method].CLASSES),
    }


def _step(step: Step) -> Fields:
    return {"step": step.key, "numbers": step.facts, "result": step.result}


def _classes(classes: Classes) -> list[Fields]:
    """From the best down; the last one has no lower bound."""
    cuts: list[Fields] = [
        {"status": cut.status, "from": cut.bound, "above": cut.above} for cut in classes.cuts
    ]
    return [*cuts, {"status": classes.below, "from": None, "above": False}]


def _declaration(indicator: Indicator, view: View) -> Fields:
    labels = picked(indicator, "short", "unit_label", "definition", "numerator", "denominator")
    return {
        **{key: each and each.text(view.language) for key, each in labels.items()},
        **picked(indicator, "scope", "measure", "frequency", "calendar", "method", "bounds"),
        "baseline": baseline_fields(indicator),
        "lead": [picked(lead, "unit", "since") for lead in indicator.lead],
        **picked(indicator, "supporting", "every", "sum_of"),
        "breaks": [picked(each, "date", "reason") for each in indicator.breaks],
        "note": indicator.note,
    }


def _history(history: CellHistory) -> Fields:
    cell = history.cell
    return {
        "period": cell.period,
        "on": history.period.end,
        "org_unit": cell.org_unit,
        "disaggregation": cell.disaggregation or None,
        "now": history.now and figure_fields(history.now),
        "history": [_revision(each) for each in history.revisions],
    }


def _revision(revision: Revision) -> Fields:
    change, done = change_fields(revision.change), revision.submission
    return {
        "submission": done.id,
        **picked(done, "kind", "at", "by", "reason"),
        "before": change["before"],
        "after": change["after"],
    }
