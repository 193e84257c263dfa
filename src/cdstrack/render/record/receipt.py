"""What was understood and done with figures handed in, for people and for programs."""

from typing import TYPE_CHECKING

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.receipts import Receipt
from cdstrack.render.verdict_notes import verdict_change
from cdstrack.render.view import View
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.talk.general import talk_text

if TYPE_CHECKING:
    from cdstrack.render.machine.fields import Fields


def record_text(receipt: Receipt, view: View) -> str:
    """What became of it, then the figure as it was understood, part by part."""
    figure, language = receipt.figure, view.language
    indicator = view.plan.by_id[figure.indicator]
    number = "" if receipt.submission is None else str(receipt.submission)
    lines = [talk_text(f"record.{receipt.outcome}", language, {"number": number})]
    parts = {
        "indicator": f"{view.name(indicator)} ({indicator.id})",
        "org_unit": "" if figure.org_unit == view.plan.area else view.org_unit(figure.org_unit),
        "by": figure.disaggregation,
        "value": _value(figure, indicator, language),
        "on": format_period(figure.period, language),
        "document": view.document_with_id(figure.document) if figure.document else "",
        "reported": format_period(figure.reported, language) if figure.reported else "",
        "note": figure.note or "",
        "verdict": verdict_change(receipt.before, receipt.after, language),
    }
    names = {key: talk_text(f"record.{key}", language) for key in parts}
    widest = max(len(names[key]) for key, words in parts.items() if words)
    lines += [f"  {names[key]:<{widest}}  {clean(words)}" for key, words in parts.items() if words]
    return "\n".join([*lines, ""])


def record_fields(receipt: Receipt) -> "Fields":
    """The same for programs; the figure has the fields of the machine format."""
    from cdstrack.render.machine.fields import cell_fields, picked, recorded_fields

    figure = receipt.figure
    return {
        **picked(receipt, "outcome", "submission"),
        "figure": cell_fields(figure) | recorded_fields(figure),
        "status_before": receipt.before,
        "status_after": receipt.after,
        "doubts": [each.code for each in receipt.doubts],
    }


def step_words(before: Observation | None, after: Observation, view: View) -> str:
    """From one figure to another: `67,84% (31/7/2022) → 85,5% (tháng 8/2022)`."""
    return " → ".join(dated_words(each, view) for each in (before, after) if each is not None)


def dated_words(figure: Observation, view: View) -> str:
    """A figure with its period: `67,84% (31/7/2022)`."""
    indicator, language = view.plan.by_id[figure.indicator], view.language
    return f"{_value(figure, indicator, language)} ({format_period(figure.period, language)})"


def _value(figure: Observation, indicator: Indicator, language: str) -> str:
    """The figure with its fraction, and what the source prints where that was given."""
    words = figure_words(figure, indicator, language)
    if fraction := fraction_words(figure, indicator, language):
        words += f" = {fraction}"
    if figure.stated is not None:
        facts = {"stated": figure_words(_as_stated(figure), indicator, language)}
        words += talk_text("record.stated", language, facts)
    return words


def _as_stated(figure: Observation) -> Observation:
    bare = {"numerator": None, "denominator": None, "value": figure.stated, "qualifier": "exact"}
    return figure.model_copy(update=bare)
