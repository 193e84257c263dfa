"""One indicator on one page: what it is, its targets and verdicts, its figures and their history.

Owns what stands where. Judges nothing; the chart is drawn in `chart`.
"""

from collections.abc import Iterator

from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.indicator_detail import Dossier
from cdstrack.core.reports.status import TargetLine
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.indicator.chart import drawn_chart, legend
from cdstrack.render.indicator.facts import indicator_facts
from cdstrack.render.indicator.history import figure_row, sources
from cdstrack.render.page.document import Block, Drawing, Grid, Heading, Lines
from cdstrack.render.page.header_footer import notices, provenance
from cdstrack.render.page.layout import Line, cell
from cdstrack.render.status.cells import verdict_notes
from cdstrack.render.view import View
from cdstrack.words.labels.explain import say
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.gap import (
    breakdown_words,
    missing_sentence,
    short_at_due_words,
    something_missing,
    years_words,
)
from cdstrack.words.labels.show import tell
from cdstrack.words.labels.target import target_words
from cdstrack.words.labels.value import forecast_words, pace_words
from cdstrack.words.labels.vocabulary import status_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day


def show_document(dossier: Dossier, view: View, *, chart: bool = False) -> list[Block]:
    """The whole page; the chart only where it is asked for and has something to show."""
    language = view.language
    indicator = dossier.explanation.item.indicator
    day = phrase("on_day", language, day=format_day(dossier.header.as_of, language))
    name = clean(indicator.name.text(language))
    blocks: list[Block] = [Heading(tell("title", language, name=name, day=day), level=1)]
    warnings = notices(dossier.header, view)
    if warnings:
        blocks.append(Lines(tuple(Line(f"! {each}", "strong") for each in warnings)))
    blocks.append(indicator_facts(dossier, indicator, view))
    blocks += _targets(dossier, indicator, view)
    if chart and not dossier.chart.is_empty:
        drawing = drawn_chart(dossier.chart, language, view.width, colour=view.colour)
        blocks += [Heading(tell("chart", language)), Drawing(drawing)]
        blocks.append(Lines(legend(dossier.chart, language)))
    blocks += _figures(dossier, indicator, view)
    blocks += sources(dossier, view)
    known, plan = provenance(dossier.header, view)
    # The method is told with the indicator: it may have its own.
    blocks.append(Lines((known[0], *plan)))
    return blocks


def _targets(dossier: Dossier, indicator: Indicator, view: View) -> Iterator[Block]:
    language = view.language
    yield Heading(tell("targets", language))
    if not dossier.explanation.item.targets:
        yield Lines(cell(tell("no_targets", language)))
        return
    for line in dossier.explanation.item.targets:
        due = line.target.due
        facts = {
            "due": format_day(due, language) if due else say("no_due", language),
            "target": target_words(line.target, indicator, language),
            "status": status_words(line.verdict.status, language),
        }
        yield Heading(say("target", language, **facts), level=3, tone=line.verdict.status)
        yield Lines(cell(*_declared(line, view), *_verdict(line, indicator, language)), listed=True)
    yield Lines(cell(tell("see_explain", language, id=indicator.id)))


def _declared(line: TargetLine, view: View) -> Iterator[str]:
    """The target in the plan's own words, and what the plan says beside them."""
    language, target = view.language, line.target
    for wording in target.wording:
        yield tell("quoted", language, wording=clean(wording))
    if not target.wording:
        yield tell("no_wording", language)
    if target.document:
        documents = "; ".join(map(view.document, target.document))
        yield tell("stated_in", language, documents=documents)
    if target.from_ is not None:
        yield say("years_from", language, year=target.from_)
    if target.declared is not None:
        day = format_day(target.declared.date, language)
        yield phrase("chosen_by", language, by=clean(target.declared.by), day=day)
    if target.ended is not None:
        day = format_day(target.ended.date, language)
        yield phrase("ended", language, day=day, reason=clean(target.ended.reason))
    if target.note:
        yield clean(target.note)


def _verdict(line: TargetLine, indicator: Indicator, language: str) -> Iterator[str]:
    verdict = line.verdict
    yield missing_sentence(verdict, line.target, indicator, language)
    if verdict.gap is None or abs(verdict.gap) != verdict.shortfall:
        yield short_at_due_words(verdict, line.target, indicator, language, short=False)
    if verdict.reached_on and (verdict.met or verdict.status is Status.ACHIEVED_LATE):
        yield say("reached", language, day=format_day(verdict.reached_on, language))
    yield breakdown_words(verdict, indicator, language)
    yield years_words(verdict, language)
    needed = verdict.required_pace if something_missing(verdict, line.target) else None
    paces = {"pace_needed": needed, "pace_made": verdict.telling_pace}
    told = [
        phrase(key, language, pace=pace_words(pace, indicator, language))
        for key, pace in paces.items()
        if pace is not None and not verdict.met
    ]
    yield tell("pace", language, paces="; ".join(told)) if told else ""
    if verdict.forecast is not None and not verdict.met:
        value = forecast_words(verdict.forecast, indicator, language, verdict.threshold)
        yield tell("forecast", language, value=value)
    yield "; ".join(verdict_notes(line, language))


def _figures(dossier: Dossier, indicator: Indicator, view: View) -> Iterator[Block]:
    language, cells = view.language, dossier.cells
    yield Heading(tell("figures", language, n=len(cells)))
    if not cells:
        yield Lines(cell(tell("no_figures", language)))
        return
    head = ("period", "figure", "source", "recorded")
    rows = tuple(figure_row(each, dossier, indicator, view) for each in cells)
    yield Grid(tuple(tell(key, language) for key in head), rows)
