"""An explanation as text, Markdown and JSON.

Owns the choice of the form, and the fields of the machine format. What the document says is in
`explain_page`.
"""

from collections.abc import Callable, Mapping

from cdstrack.core.reports.explain import Explanation, Opinion, Progress, TargetExplanation
from cdstrack.core.verdict.grounds import FigureUse
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Classes, Step, Undefined
from cdstrack.core.verdict.pace import Forecast
from cdstrack.render.indicator.explain_page import explain_document
from cdstrack.render.machine.fields import (
    Fields,
    day,
    exact,
    figure_fields,
    header_fields,
    item_fields,
    target_fields,
)
from cdstrack.render.machine.output import dumped
from cdstrack.render.page.document import document_markdown, document_text
from cdstrack.render.view import Format, View


def explain_table(explanation: Explanation, view: View) -> str:
    """For a terminal: verdicts in colour where the view has colour."""
    return document_text(explain_document(explanation, view), view.width, colour=view.colour)


def explain_text(explanation: Explanation, view: View) -> str:
    """For mail and files."""
    return document_text(explain_document(explanation, view), view.width)


def explain_markdown(explanation: Explanation, view: View) -> str:
    """For a page that is read on screen."""
    return document_markdown(explain_document(explanation, view))


def explain_json(explanation: Explanation, view: View) -> str:
    """For programs: the item as `status` gives it, each target with all that it rests on."""
    targets = [
        target_fields(target.line) | {"explanation": explanation_fields(target)}
        for target in explanation.targets
    ]
    item = item_fields(explanation.item, view) | {"targets": targets}
    return dumped(header_fields(explanation.header, view) | {"item": item})


RENDERERS: Mapping[Format, Callable[[Explanation, View], str]] = {
    Format.TABLE: explain_table,
    Format.TEXT: explain_text,
    Format.MARKDOWN: explain_markdown,
    Format.JSON: explain_json,
}


def explanation_fields(target: TargetExplanation) -> Fields:
    """What the verdict on one target rests on; null where no path was needed."""
    return {
        "row": str(target.row),
        "method": str(target.method),
        "figures": [_figure(use) for use in target.figures],
        "progress": None if target.progress is None else _progress(target.progress),
    }


def _figure(use: FigureUse) -> Fields:
    figure = figure_fields(use.observation)
    figure |= {
        "org_unit": use.observation.org_unit,
        "disaggregation": use.observation.disaggregation or None,
        "left_out": None if use.left_out is None else str(use.left_out),
    }
    return figure


def _progress(progress: Progress) -> Fields:
    basis, forecast = progress.basis, progress.forecast
    refused = None if isinstance(forecast, Forecast) else str(forecast)
    slopes = basis.trend.slopes
    return {
        "origin": {
            "on": day(basis.origin.on),
            "value": exact(basis.origin.value),
            "declared": basis.origin.declared,
        },
        "path": [{"on": day(stop.on), "value": exact(stop.value)} for stop in basis.stops],
        "years_made": basis.case.years_made,
        "years_planned": basis.case.years_planned,
        "years_left": progress.years_left,
        "slopes": sorted(slopes),
        "forecast": None
        if not isinstance(forecast, Forecast)
        else {
            "value": forecast.value,
            "low": forecast.low,
            "high": forecast.high,
            "doubts": [str(doubt) for doubt in forecast.doubts],
        },
        "forecast_refused": refused,
        "refused": None if progress.refusal is None else str(progress.refusal),
        "methods": [_opinion(opinion) for opinion in progress.opinions.values()],
    }


def _opinion(opinion: Opinion) -> Fields:
    working = opinion.working
    undefined = str(working) if isinstance(working, Undefined) else None
    steps = () if isinstance(working, Undefined) else working.steps
    return {
        "method": str(opinion.method),
        "status": str(opinion.verdict.status),
        "ratio": opinion.verdict.ratio,
        "undefined": undefined,
        "steps": [_step(step) for step in steps],
        "classes": _classes(METHODS[opinion.method].CLASSES),
    }


def _step(step: Step) -> Fields:
    return {"step": step.key, "numbers": dict(step.facts), "result": step.result}


def _classes(classes: Classes) -> list[Fields]:
    """From the best down; the last one has no lower bound."""
    cuts: list[Fields] = [
        {"status": str(cut.status), "from": cut.bound, "above": cut.above} for cut in classes.cuts
    ]
    return [*cuts, {"status": str(classes.below), "from": None, "above": False}]
