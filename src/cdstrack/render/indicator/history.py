"""Figures with their history, and the documents that they cite, as cells and facts.

Owns how a figure and an act upon it are told on the page of one indicator.
"""

from collections.abc import Iterator

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.indicator_detail import CellHistory, Dossier, Revision, cited
from cdstrack.render.page.document import Block, Facts, Heading
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.page.layout import Cell, Line, cell
from cdstrack.render.record.change_words import ends
from cdstrack.render.status.cells import disaggregation_words
from cdstrack.render.view import View
from cdstrack.words.labels.show import tell
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_instant, format_period
from cdstrack.words.parse.numbers import format_number


def figure_row(
    history: CellHistory, dossier: Dossier, indicator: Indicator, view: View
) -> tuple[Cell, ...]:
    """Period, figure, source, and the acts that made it what it is."""
    language, now = view.language, history.now
    period = format_period(history.period, language, short=True)
    about = [disaggregation_words(history.cell.disaggregation, view)]
    if history.cell.org_unit != view.plan.area:
        about.append(view.org_unit(history.cell.org_unit))
    if now is None:
        figure, source = cell(tell("withdrawn", language), *about), cell("–")
    else:
        figure = cell(*_figure_lines(now, indicator, language), *about)
        source = cell(*_source_lines(now, view)) or cell("–")
    acts = tuple(Line(_act(each, dossier, view)) for each in history.revisions)
    return cell(period), figure, source, acts


def _figure_lines(figure: Observation, indicator: Indicator, language: str) -> Iterator[str]:
    value = figure_words(figure, indicator, language)
    parts = fraction_words(figure, indicator, language)
    yield f"{value} ({parts})" if parts else value
    if figure.stated is not None:
        yield tell("stated", language, value=format_number(figure.stated, language))


def _source_lines(figure: Observation, view: View) -> Iterator[str]:
    if figure.document:
        yield view.document(figure.document)
    if figure.reported is not None:
        period = format_period(figure.reported, view.language, short=True)
        yield tell("reported", view.language, period=period)
    yield clean(figure.note or "")


def _act(revision: Revision, dossier: Dossier, view: View) -> str:
    """One act: who and when, what changed, and the reason that was given."""
    language, done = view.language, revision.submission
    zone, _ = zone_of(dossier.header.timezone)
    before, after = ends(revision.change, view)
    facts = {"id": done.id, "when": format_instant(done.at, zone, language), "by": clean(done.by)}
    key = "act_changed" if revision.change.before else "act_added"
    key = "act_removed" if revision.change.after is None else key
    words = tell(key, language, **facts, before=before, after=after)
    return tell("because", language, act=words, reason=clean(done.reason)) if done.reason else words


def sources(dossier: Dossier, view: View) -> Iterator[Block]:
    """Every document that the targets, the baseline and the figures cite, in full."""
    language, named = view.language, cited(dossier.explanation, dossier.cells)
    if not named:
        return
    yield Heading(tell("documents", language))
    yield Facts(tuple((clean(each), tuple(_document(each, dossier, language))) for each in named))


def _document(key: str, dossier: Dossier, language: str) -> Iterator[Line]:
    document = dossier.documents.get(key)
    if document is None:
        yield Line(tell("unknown_document", language))
        return
    day = format_day(document.issued, language) if document.issued else ""
    yield Line(clean(document.title))
    known = (document.number, document.issuer, day)
    yield from cell(", ".join(clean(each) for each in known if each))
    yield from cell(clean(document.url or ""), clean(document.note or ""))
