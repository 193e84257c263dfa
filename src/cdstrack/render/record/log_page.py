"""The log as a page: one act a row, who did what, when and why.

Owns which columns there are. Times are those of the plan's time zone.
"""

from cdstrack.core.reports.history import LogAct, LogReport
from cdstrack.render.page.header_footer import plan_line, title, zone_of
from cdstrack.render.page.layout import Cell, Column, Line, Page, Section, cell
from cdstrack.render.record.change_words import change_words
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import KIND, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant

_SHOWN = 3


def log_page(report: LogReport, view: View) -> Page:
    """The submissions in words, in the report's order."""
    language = view.language
    heads = [(phrase(f"head_{key}", language),) for key in ("act", "when", "who", "what")]
    columns = [
        Column(head, most, least)
        for head, (most, least) in zip(heads, ((10, 3), (19, 10), (20, 8), (26, 10)), strict=True)
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
        cell(kind_words(act, language), clean(done.source_name or "")),
        cell(", ".join(changed_lines(act, view, shown=1))),
        cell(clean(done.reason or "")),
    )


def kind_words(act: LogAct, language: str) -> str:
    """What kind of act it is, which one it undoes, and whether it is undone itself."""
    done = act.submission
    words = label(KIND, done.kind, language)
    if done.undoes is not None:
        words = phrase("undoes", language, kind=words, id=done.undoes)
    return f"{words} ({phrase('undone', language)})" if act.undone else words


def changed_lines(act: LogAct, view: View, shown: int = _SHOWN) -> list[str]:
    """What the act did, the first few changes in words, and how many more there are."""
    changes = act.everything
    told = [change_words(change, view) for change in changes[:shown]]
    rest = act.more + len(changes) - len(told)
    return [*told, phrase("and_more", view.language, n=rest)] if rest else told
