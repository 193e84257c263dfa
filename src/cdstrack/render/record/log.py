"""The log: one act a row, who did what, when and why; every change in full; and for programs.

Owns which columns and fields there are. Times for people are those of the plan's time zone.
"""

from collections.abc import Iterator

from cdstrack.core.record.closing import Closing, ClosingChange
from cdstrack.core.reports.history import LogAct, LogReport
from cdstrack.render.changes import change_words, full_lines
from cdstrack.render.machine.fields import (
    Fields,
    change_fields,
    document_change_fields,
    headed_csv,
    header_fields,
    picked,
    warning_change_fields,
)
from cdstrack.render.machine.output import joined
from cdstrack.render.page.header_footer import DIGEST_SHOWN, plan_line, title, zone_of
from cdstrack.render.page.layout import Cell, Column, Line, Page, Section, cell
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import KIND, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant, format_period

_SHOWN = 3
_FIGURE = (
    *("id", "value", "numerator", "denominator", "stated", "period", "on", "qualifier"),
    *("document", "reported", "not_available", "note"),
)
_COLUMNS = (
    *("id", "kind", "at", "by", "reason", "undoes", "undone", "source_name", "source_digest"),
    # The act's own plan and head have other names than those of the report.
    *("act_plan_digest", "program", "test_clock", "more", "act_head", "late", "closed_period"),
    "account",
    *("indicator", "org_unit", "disaggregation", "period"),
    *(f"before_{key}" for key in _FIGURE),
    *(f"after_{key}" for key in _FIGURE),
)


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
        cell(format_instant(done.at, zone, language), (act.digest or "")[:DIGEST_SHOWN], clock),
        cell(clean(done.by), _account(act, language)),
        cell(kind_words(act, language)),
        cell(clean(done.source_name or ""), ", ".join(changed_lines(act, view, shown=1))),
        cell(clean(done.reason or ""), _late_words(act, language)),
    )


def log_patch(report: LogReport, view: View) -> str:
    """Each act with a line of its own, then its changes, a blank line between two acts."""
    blocks = ["\n".join(_patched(act, report, view)) for act in report.acts]
    return "\n\n".join(blocks or [phrase("no_acts", view.language)]) + "\n"


def _patched(act: LogAct, report: LogReport, view: View) -> Iterator[str]:
    done, language = act.submission, view.language
    zone, _ = zone_of(report.header.timezone)
    at = format_instant(done.at, zone, language)
    by = " ".join(filter(None, (clean(done.by), _account(act, language))))
    head = [f"{phrase('head_act', language)} {done.id}", at, by]
    yield "  ".join([*head, kind_words(act, language)])
    notes = {
        "head_reason": done.reason,
        "source_file": done.source_name,
        "after_closing": act.late,
        "test_clock": "" if done.test_clock else None,
    }
    for key, text in notes.items():
        if text is not None:
            yield "  " + ": ".join(part for part in (phrase(key, language), clean(text)) if part)
    version = phrase("plan_version", language, digest=done.plan_digest[:DIGEST_SHOWN])
    yield " · ".join([f"  {version}", *_head_words(act, language)])
    for change in act.everything:
        yield from (f"    {line}" for line in full_lines(change, view))
    if act.more:
        yield f"    {phrase('and_more', language, n=act.more)}"


def _account(act: LogAct, language: str) -> str:
    """The account of the server, in brackets, where it is not named like who recorded."""
    account = act.account
    if account is None or account == act.submission.by:
        return ""
    return phrase("account", language, name=clean(account))


def _head_words(act: LogAct, language: str) -> list[str]:
    digest = act.digest
    return [phrase("chain_head", language, head=digest[:DIGEST_SHOWN])] if digest else []


def kind_words(act: LogAct, language: str) -> str:
    """What kind of act it is, which one it undoes, and whether it is undone itself."""
    done = act.submission
    words = label(KIND, done.kind, language)
    if act.closing is not None:
        words = f"{words} {format_period(act.closing.period, language)}"
    if done.undoes is not None:
        words = phrase("undoes", language, kind=words, id=done.undoes)
    return f"{words} ({phrase('undone', language)})" if act.undone else words


def _late_words(act: LogAct, language: str) -> str:
    return "" if act.late is None else f"{phrase('after_closing', language)}: {clean(act.late)}"


def changed_lines(act: LogAct, view: View, shown: int = _SHOWN) -> list[str]:
    """What the act did, the first few changes in words, and how many more there are."""
    changes = act.everything
    told = [change_words(change, view) for change in changes[:shown]]
    rest = act.more + len(changes) - len(told)
    return [*told, phrase("and_more", view.language, n=rest)] if rest else told


def log_fields(report: LogReport, view: View) -> Fields:
    """Who changed what, when: one item an act, with its changes."""
    items = [
        _act(act)
        | {
            "changes": [change_fields(change) for change in act.changes],
            "documents": [document_change_fields(change) for change in act.documents],
            "warnings": [warning_change_fields(change) for change in act.warnings],
        }
        for act in report.acts
    ]
    return header_fields(report.header, view) | {"items": items}


def log_csv(report: LogReport, view: View) -> str:
    """Who changed what, when: one row a change, one for an act that changed no figure."""
    rows: list[Fields] = []
    for act in report.acts:
        row = _act(act)
        row["act_plan_digest"] = row.pop("plan_digest")
        row["act_head"] = row.pop("head")
        closing = row.pop("closing")
        row["closed_period"] = closing and closing["period"]
        changes = [change_fields(change) for change in act.changes]
        rows += [row | joined(each, "before", "after") for each in changes] or [row]
    return headed_csv(report.header, view, _COLUMNS, rows)


def _act(act: LogAct) -> Fields:
    """One act without its changes; `more` of them are not listed."""
    done = act.submission
    return {
        **picked(done, "id", "kind", "at", "by", "reason", "undoes"),
        "undone": act.undone,
        **picked(done, "source_name", "source_digest", "plan_digest", "program", "test_clock"),
        "more": act.more,
        "head": act.digest,
        "account": act.account,
        "late": act.late,
        "closing": act.closing and _closing(act.closing),
    }


def _closing(change: ClosingChange) -> Fields:
    sealed = change.entry if isinstance(change.entry, Closing) else None
    return {
        "period": change.period.text,
        "reopened": sealed is None,
        "approved_by": sealed and sealed.approved_by,
        "figures": None if sealed is None else sealed.figures,
        "head": sealed and sealed.head,
    }
