"""One indicator on one page: what it is, its targets and verdicts, its figures and their history.

Owns the layout. Judges nothing; the chart is drawn in `chart`.
"""

from collections.abc import Container, Iterator, Sequence

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.cell_history import CellHistory, Revision
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.effort import effort_of
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.changes import ends
from cdstrack.render.gap_words import (
    average_words,
    breakdown_words,
    missing_sentence,
    of_year_words,
    short_at_due_words,
    something_missing,
    years_words,
)
from cdstrack.render.indicator.chart import drawn_chart, legend
from cdstrack.render.indicator.facts import indicator_facts
from cdstrack.render.indicator.newest import newest, older_not_listed
from cdstrack.render.members import league_lines, members_blocks
from cdstrack.render.page.header_footer import outline_foot, outline_head, zone_of
from cdstrack.render.page.layout import (
    Block,
    Cell,
    Drawing,
    Facts,
    Heading,
    Line,
    Lines,
    SmallTable,
    cell,
)
from cdstrack.render.verdict_notes import flag_notes
from cdstrack.render.view import View
from cdstrack.words.labels.explain import say
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import (
    chance_sentence,
    effort_sentence,
    pace_sentence,
    range_sentence,
    tendency_sentence,
)
from cdstrack.words.labels.plan import tell
from cdstrack.words.labels.value import figure_words, forecast_words, fraction_words, pace_words
from cdstrack.words.labels.vocabulary import DOUBTFUL, status_words
from cdstrack.words.labels.weekly import say as weekly_text
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_instant, format_period
from cdstrack.words.parse.numbers import format_number


def detail_blocks(
    dossier: IndicatorDetail, view: View, *, chart: bool = False, everything: bool = False
) -> list[Block]:
    """The whole page; the chart only where it is asked for and has something to show.

    Of very many figures the newest are listed, with the documents that they cite, unless
    `everything` is asked for.
    """
    language = view.language
    indicator = dossier.item.indicator
    day = phrase("on_day", language, day=format_day(dossier.header.as_of, language))
    name = view.name(indicator)
    title = tell("title", language, name=name, day=day)
    blocks = outline_head(title, dossier.header, view)
    blocks.append(indicator_facts(dossier, indicator, view))
    blocks += _targets(dossier, indicator, view)
    item = dossier.item
    if indicator.composite is not None:
        blocks += members_blocks(item.composition, item.unfinished, view)
    if dossier.league is not None:
        blocks.append(Heading(tell("units", language)))
        blocks.append(Lines(cell(*league_lines(dossier.league, view, pulling=True)), listed=True))
    if chart and not dossier.chart.is_empty:
        drawing = drawn_chart(dossier.chart, language, view.width, colour=view.colour)
        blocks += [Heading(tell("chart", language)), Drawing(drawing)]
        blocks.append(Lines(legend(dossier.chart, language)))
    shown = newest(dossier.cells, everything=everything)
    blocks += _figures(shown, dossier, indicator, view)
    blocks += _sources(dossier.cited_by(shown), dossier, view)
    return [*blocks, outline_foot(dossier.header, view)]


def _targets(dossier: IndicatorDetail, indicator: Indicator, view: View) -> Iterator[Block]:
    language = view.language
    yield Heading(tell("targets", language))
    if not dossier.item.targets:
        tendency = tendency_sentence(dossier.item.tendency, language)
        yield Lines(cell(tell("no_targets", language), tendency))
        return
    for line in dossier.item.targets:
        due = line.target.due
        facts = {
            "due": format_day(due, language) if due else say("no_due", language),
            "target": view.asked(line.target, indicator),
            "status": status_words(line.verdict.status, language),
        }
        yield Heading(say("target", language, **facts), level=3, tone=line.verdict.status)
        yield Lines(
            cell(*declared_lines(line, view), *_verdict(line, dossier.item, view)), listed=True
        )
    yield Lines(cell(tell("see_explain", language, id=indicator.id)))


def declared_lines(line: TargetLine, view: View) -> Iterator[str]:
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


def _verdict(line: TargetLine, item: StatusItem, view: View) -> Iterator[str]:
    verdict, indicator, language = line.verdict, item.indicator, view.language
    yield of_year_words(item, line, language)
    yield missing_sentence(verdict, line.target, indicator, language)
    if verdict.gap is None or abs(verdict.gap) != verdict.shortfall:
        yield short_at_due_words(verdict, line.target, indicator, language, short=False)
    if verdict.reached_on and (verdict.met or verdict.status is Status.ACHIEVED_LATE):
        yield say("reached", language, day=format_day(verdict.reached_on, language))
    yield breakdown_words(verdict, indicator, view)
    yield years_words(verdict, language)
    yield average_words(verdict, line.target, indicator, language)
    needed = verdict.required_a_year if something_missing(verdict, line.target) else None
    paces = {"pace_needed": needed, "pace_made": verdict.telling_pace}
    told = [
        phrase(key, language, pace=pace_words(pace, indicator, language, stated=verdict.decimals))
        for key, pace in paces.items()
        if pace is not None and not verdict.met
    ]
    yield tell("pace", language, paces="; ".join(told)) if told else ""
    if needed is None and something_missing(verdict, line.target):
        yield effort_sentence(effort_of(verdict), indicator, language)
    yield from _ahead(verdict, indicator, language)
    yield "; ".join(flag_notes(line, language))


def _ahead(verdict: Verdict, indicator: Indicator, language: str) -> Iterator[str]:
    """The chance that the target is met, the likely range, and the outlook."""
    if verdict.likely is not None:
        chance = chance_sentence(verdict.likely, language)
        yield f"{chance}; {range_sentence(verdict.likely, indicator, language)}"
    yield pace_sentence(verdict, indicator, language)
    if verdict.forecast is not None and verdict.outlook is None and not verdict.met:
        value = forecast_words(
            verdict.forecast, indicator, language, verdict.threshold, stated=verdict.decimals
        )
        yield tell("forecast", language, value=value)


def _figures(
    shown: Sequence[CellHistory], dossier: IndicatorDetail, indicator: Indicator, view: View
) -> Iterator[Block]:
    language, cells = view.language, dossier.cells
    count = len(cells) + dossier.older
    if not cells and indicator.composite is not None:
        return
    yield Heading(tell("figures", language, n=format_number(count, language)))
    if not cells:
        yield Lines(cell(tell("no_figures", language)))
        return
    head = ("period", "figure", "source", "recorded")
    doubts = dossier.doubts_of(shown)
    rows = tuple(figure_row(each, dossier, doubts, view) for each in shown)
    yield SmallTable(tuple(tell(key, language) for key in head), rows)
    yield from older_not_listed(count - len(shown), "show", indicator.id, language)
    if doubts:
        codes = dict.fromkeys(code for each in doubts.values() for code in each)
        why = "; ".join(weekly_text(code, language) for code in codes)
        yield Lines(cell(tell("doubtful", language, why=why)))


def figure_row(
    history: CellHistory, dossier: IndicatorDetail, doubtful: Container[int | None], view: View
) -> tuple[Cell, ...]:
    """Period, figure, source, and the acts that made it what it is; a sign at doubtful figures."""
    language, now, indicator = view.language, history.now, dossier.item.indicator
    period = format_period(history.period, language, short=True)
    about = [view.disaggregation(history.cell.disaggregation)]
    if history.cell.org_unit != view.plan.area:
        about.append(view.org_unit(history.cell.org_unit))
    if now is None:
        figure, source = cell(tell("withdrawn", language), *about), cell("–")
    else:
        value, *beside = _figure_lines(now, indicator, language)
        mark = f" {DOUBTFUL}" if now.id in doubtful else ""
        figure = cell(value + mark, *beside, *about)
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


def _act(revision: Revision, dossier: IndicatorDetail, view: View) -> str:
    """One act: who and when, what changed, and the reason that was given."""
    language, done = view.language, revision.submission
    zone, _ = zone_of(dossier.header.timezone)
    before, after = ends(revision.change, view)
    facts = {"id": done.id, "when": format_instant(done.at, zone, language), "by": clean(done.by)}
    key = "act_changed" if revision.change.before else "act_added"
    key = "act_removed" if revision.change.after is None else key
    words = tell(key, language, **facts, before=before, after=after)
    return tell("because", language, act=words, reason=clean(done.reason)) if done.reason else words


def _sources(named: Sequence[str], dossier: IndicatorDetail, view: View) -> Iterator[Block]:
    """Every document that the targets, the baseline and the figures listed cite, in full."""
    language = view.language
    if not named:
        return
    yield Heading(tell("documents", language))
    yield Facts(tuple((clean(each), tuple(_document(each, dossier, language))) for each in named))


def _document(key: str, dossier: IndicatorDetail, language: str) -> Iterator[Line]:
    document = dossier.documents.get(key)
    if document is None:
        yield Line(tell("unknown_document", language))
        return
    day = format_day(document.issued, language) if document.issued else ""
    yield Line(clean(document.title))
    known = (document.number, document.issuer, day)
    yield from cell(", ".join(clean(each) for each in known if each))
    yield from cell(clean(document.url or ""), clean(document.note or ""))
