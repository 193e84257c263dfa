"""What was understood and done with figures handed in, for people and for programs."""

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.acts import differences
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.receipts import Fate, ImportedObservation, ImportReceipt, Receipt
from cdstrack.render.changes import named_fields
from cdstrack.render.machine.fields import Fields, cell_fields, picked, recorded_fields
from cdstrack.render.page.layout import Cell, Column, Page, Section, cell
from cdstrack.render.page.terminal import DRAWN, drawn, widest
from cdstrack.render.verdict_notes import verdict_change
from cdstrack.render.view import View
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.numbers import format_number
from cdstrack.words.talk.general import talk_text

_HEADS = (("where", 24, 4), ("indicator", 44, 12), ("period", 24, 10), ("value", 44, 12))


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


def record_fields(receipt: Receipt) -> Fields:
    """The same for programs; the figure has the fields of the machine format."""
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
    for name in ("repeated", "corrected", "skipped"):
        if count := getattr(intake, name):
            told = {"count": format_number(count, language)}
            lines.append(talk_text(f"import.{name}", language, told))
    return "\n".join([*lines, _listed(intake, view)])


def import_fields(intake: ImportReceipt) -> Fields:
    """The same for programs."""
    return {
        "file": intake.file,
        "sha256": intake.digest,
        "dry_run": intake.trial,
        **picked(intake, "refused", "new"),
        "already_recorded": intake.same,
        **picked(intake, "repeated", "corrected", "skipped", "conflicting", "submission"),
        "doubtful": intake.doubtful,
    }


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


def _listed(intake: ImportReceipt, view: View) -> str:
    """The table, and how many figures stand in no line of it; empty where nothing is listed."""
    if not intake.listed:
        return ""
    heads = (*_HEADS, ("fate", 40, 8))
    words = {name: talk_text(f"listed.{name}", view.language) for name, _, _ in heads}
    below: tuple[Cell, ...] = ()
    if more := intake.unlisted:
        count = {"count": format_number(more, view.language)}
        key = "listed.more" if intake.submission is None else "listed.more_kept"
        below = (cell(talk_text(key, view.language, count)),)
    page = Page(
        title=talk_text("listed.title", view.language),
        above=(),
        columns=tuple(Column((words[name],), most, least) for name, most, least in heads),
        sections=(Section("", tuple(_row(each, view) for each in intake.listed)),),
        below=below,
        empty="",
        ruled=False,
    )
    return drawn(widest([page], view.width), view.width, DRAWN, colour=view.colour)


def _row(sighted: ImportedObservation, view: View) -> tuple[Cell, ...]:
    figure, place, language = sighted.figure, sighted.place, view.language
    indicator = view.plan.by_id[figure.indicator]
    name = view.short_name(indicator)
    is_line = place.sheet is None and place.column == 1
    unit = "" if figure.org_unit == view.plan.area else clean(view.org_unit(figure.org_unit))
    return (
        cell(str(place.line) if is_line else clean(cell_name(place))),
        cell(indicator.id, name, unit, figure.disaggregation),
        cell(format_period(figure.period, language)),
        cell(*_figure_lines(sighted, view)),
        cell(_fate(sighted, view)),
    )


def _figure_lines(sighted: ImportedObservation, view: View) -> list[str]:
    """The figure with its fraction, and what the source prints beside it."""
    figure, language = sighted.figure, view.language
    indicator = view.plan.by_id[figure.indicator]
    words = [figure_words(figure, indicator, language)]
    if fraction := fraction_words(figure, indicator, language):
        words.append(f"= {fraction}")
    return words + list(named_fields(figure, ("stated",) if figure.stated else (), view))


def _fate(sighted: ImportedObservation, view: View) -> str:
    if sighted.standing is None or sighted.fate in {Fate.NEW, Fate.SAME}:
        return talk_text(f"listed.{sighted.fate}", view.language)
    standing, indicator = sighted.standing, view.plan.by_id[sighted.figure.indicator]
    differing = differences(standing, sighted.figure)
    words = figure_words(standing, indicator, view.language)
    if fraction := fraction_words(standing, indicator, view.language):
        words += f" = {fraction}"
    was = "; ".join([words, *named_fields(standing, differing, view)])
    return talk_text(f"listed.{sighted.fate}", view.language, {"was": was})
