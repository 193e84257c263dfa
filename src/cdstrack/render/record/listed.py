"""The first figures of a file, as they were understood, and what they are to the record."""

from cdstrack.core.problem import Place
from cdstrack.core.record.acts import differences
from cdstrack.core.reports.receipts import Fate, ImportedObservation, ImportReceipt
from cdstrack.render.changes import named_fields
from cdstrack.render.page.layout import Cell, Column, Draft, Page, Section, cell
from cdstrack.render.page.terminal import DRAWN, drawn, widest
from cdstrack.render.view import View
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.numbers import format_number
from cdstrack.words.talk.general import talk_text

_HEADS = (("where", 24, 4), ("indicator", 44, 12), ("period", 24, 10), ("value", 44, 12))


def listed_table(intake: ImportReceipt, view: View) -> str:
    """The table, and how many figures stand in no line of it."""
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
    return drawn(widest([Draft(lambda: page)], view.width), view.width, DRAWN, colour=view.colour)


def _row(sighted: ImportedObservation, view: View) -> tuple[Cell, ...]:
    figure, place, language = sighted.figure, sighted.place, view.language
    indicator = view.plan.by_id[figure.indicator]
    name = view.short_name(indicator)
    unit = "" if figure.org_unit == view.plan.area else clean(view.org_unit(figure.org_unit))
    return (
        cell(_where(place)),
        cell(indicator.id, name, unit, figure.disaggregation),
        cell(format_period(figure.period, language)),
        cell(*_figure_lines(sighted, view)),
        cell(_fate(sighted, view)),
    )


def _where(place: Place) -> str:
    return str(place.line) if _is_line(place) else clean(cell_name(place))


def _is_line(place: Place) -> bool:
    return place.sheet is None and place.column == 1


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
    facts, earlier = {"was": was}, sighted.earlier
    if sighted.fate is not Fate.DIFFERS or earlier is None:
        return talk_text(f"listed.{sighted.fate}", view.language, facts)
    key = "listed.line_differs" if _is_line(earlier) else "listed.cell_differs"
    return talk_text(key, view.language, facts | {"at": _where(earlier)})
