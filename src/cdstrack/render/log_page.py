"""The log as a page: one act a row, who did what, when and why.

Owns the words of a change. Times are those of the plan's time zone.
"""

from cdstrack.core.log import LogAct, LogReport
from cdstrack.core.observation import Observation
from cdstrack.core.period import Period
from cdstrack.core.record import Change
from cdstrack.render.page import Cell, Column, Line, Page, Section, cell
from cdstrack.render.surroundings import plan_line, title, zone_of
from cdstrack.render.view import View
from cdstrack.words.clean import clean
from cdstrack.words.dates import format_instant, format_period
from cdstrack.words.labels import KIND, label
from cdstrack.words.labels_text import phrase
from cdstrack.words.labels_value import figure_words, plain_figure_words

_SHOWN = 3
"""So many changes of an act are told; the rest is counted."""


def log_page(report: LogReport, view: View) -> Page:
    """The acts in words, in the report's order."""
    language = view.language
    heads = [(phrase(f"head_{key}", language),) for key in ("act", "when", "who", "what")]
    columns = [
        Column(head, most, least)
        for head, (most, least) in zip(heads, ((8, 3), (19, 10), (20, 8), (26, 10)), strict=True)
    ]
    changes = Column((phrase("head_changes", language),), most=60, least=24)
    reason = Column((phrase("head_reason", language),), most=40, least=10)
    return Page(
        title=title(report.header, view),
        above=(),
        columns=(*columns, changes, reason),
        sections=(Section("", tuple(_row(act, report, view) for act in report.acts)),),
        below=(plan_line(report.header, view),),
        empty=phrase("no_acts", language),
        ruled=False,
    )


def _row(act: LogAct, report: LogReport, view: View) -> tuple[Cell, ...]:
    done, language = act.submission, view.language
    zone, _ = zone_of(report.header.timezone)
    clock = phrase("test_clock", language) if done.test_clock else ""
    return (
        (Line(str(done.id), "strong"),),
        cell(format_instant(done.at, zone, language), clock),
        cell(clean(done.by)),
        cell(_kind(act, language), clean(done.source_name or "")),
        cell(*changed_lines(act, view)),
        cell(clean(done.reason or "")),
    )


def _kind(act: LogAct, language: str) -> str:
    done = act.submission
    words = label(KIND, done.kind, language)
    if done.undoes is not None:
        words = phrase("undoes", language, kind=words, id=done.undoes)
    return f"{words} ({phrase('undone', language)})" if act.undone else words


def changed_lines(act: LogAct, view: View) -> list[str]:
    """What the act did, the first few changes in words."""
    told = [_change(change, view) for change in act.changes[:_SHOWN]]
    rest = act.more + len(act.changes) - len(told)
    return [*told, phrase("and_more", view.language, n=rest)] if rest else told


def _change(change: Change, view: View) -> str:
    language, cell_ = view.language, change.cell
    parts = [cell_.indicator, cell_.disaggregation]
    if cell_.org_unit != view.plan.area:
        parts.append(cell_.org_unit)
    about = " ".join(clean(part) for part in parts if part)
    about += f" {format_period(Period.parse(cell_.period), language, short=True)}"
    before, after = (_figure(figure, view) for figure in (change.before, change.after))
    if change.after is None:
        return phrase("removed", language, cell=about, before=before)
    if change.before is None:
        return phrase("added", language, cell=about, after=after)
    return phrase("changed", language, cell=about, before=before, after=after)


def _figure(figure: Observation | None, view: View) -> str:
    """The figure as the plan of today would write it; bare where it no longer has the indicator."""
    if figure is None:
        return ""
    indicator = view.plan.by_id.get(figure.indicator)
    if indicator is None:
        return plain_figure_words(figure, view.language)
    return figure_words(figure, indicator, view.language)
