"""What was understood and done with figures handed in, for people and for programs."""

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.receipts import ImportReceipt, Receipt
from cdstrack.core.reports.status import Header
from cdstrack.render.machine.fields import figure_fields, header_fields
from cdstrack.render.machine.output import dumped
from cdstrack.render.record.receipt_list import listed_figures
from cdstrack.render.view import View
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.labels.vocabulary import status_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.numbers import format_number
from cdstrack.words.talk.general import talk_text


def record_text(receipt: Receipt, view: View) -> str:
    """What became of it, then the figure as it was understood, part by part."""
    figure, language = receipt.figure, view.language
    indicator = view.plan.by_id[figure.indicator]
    number = "" if receipt.submission is None else str(receipt.submission)
    lines = [talk_text(f"record.{receipt.outcome}", language, {"number": number})]
    parts = {
        "indicator": f"{clean(indicator.name.text(language))} ({indicator.id})",
        "org_unit": "" if figure.org_unit == view.plan.area else view.org_unit(figure.org_unit),
        "by": figure.disaggregation,
        "value": _value(figure, indicator, language),
        "on": format_period(figure.period, language),
        "document": _document(figure, view),
        "reported": format_period(figure.reported, language) if figure.reported else "",
        "note": figure.note or "",
        "verdict": _verdicts(receipt, language),
    }
    names = {key: talk_text(f"record.{key}", language) for key in parts}
    widest = max(len(names[key]) for key, words in parts.items() if words)
    lines += [f"  {names[key]:<{widest}}  {clean(words)}" for key, words in parts.items() if words]
    return "\n".join([*lines, ""])


def record_json(receipt: Receipt, view: View, header: Header) -> str:
    """The same for programs; the figure has the fields of the machine format."""
    figure = receipt.figure
    cell = {
        "indicator": figure.indicator,
        "org_unit": figure.org_unit,
        "disaggregation": figure.disaggregation or None,
    }
    return dumped(
        {
            **header_fields(header, view),
            "outcome": str(receipt.outcome),
            "submission": receipt.submission,
            "figure": {
                **cell,
                **figure_fields(figure),
                "not_available": figure.not_available,
                "note": figure.note,
            },
            "status_before": receipt.before and str(receipt.before),
            "status_after": receipt.after and str(receipt.after),
        }
    )


def import_text(intake: ImportReceipt, view: View) -> str:
    """How many figures of the file are new, which act keeps them, and the first ones as read."""
    language = view.language
    changed = intake.new or intake.corrected
    key = "refused" if intake.refused else "trial" if intake.trial else "kept"
    facts = {
        "file": intake.file,
        "new": format_number(intake.new, language),
        "same": format_number(intake.same, language),
        "conflicting": format_number(intake.conflicting, language),
        "number": "" if intake.submission is None else str(intake.submission),
    }
    key = key if changed or intake.refused else "nothing_new"
    lines = [talk_text(f"import.{key}", language, facts)]
    for name in ("corrected", "skipped"):
        if count := getattr(intake, name):
            told = {"count": format_number(count, language)}
            lines.append(talk_text(f"import.{name}", language, told))
    return "\n".join([*lines, listed_figures(intake, view)])


def import_json(intake: ImportReceipt, view: View, header: Header) -> str:
    """The same for programs."""
    return dumped(
        {
            **header_fields(header, view),
            "file": intake.file,
            "sha256": intake.digest,
            "dry_run": intake.trial,
            "refused": intake.refused,
            "new": intake.new,
            "already_recorded": intake.same,
            "corrected": intake.corrected,
            "skipped": intake.skipped,
            "conflicting": intake.conflicting,
            "submission": intake.submission,
        }
    )


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


def _document(figure: Observation, view: View) -> str:
    if figure.document is None:
        return ""
    named = view.document(figure.document)
    return named if named == figure.document else f"{named} ({figure.document})"


def _verdicts(receipt: Receipt, language: str) -> str:
    if receipt.before is None or receipt.after is None:
        return ""
    before, after = (status_words(status, language) for status in (receipt.before, receipt.after))
    return after if before == after else f"{before} → {after}"
