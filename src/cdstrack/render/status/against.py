"""One figure by two plans: an outline for people, fields and rows for programs."""

from collections.abc import Iterator
from dataclasses import replace

from cdstrack.core.reports.against import AgainstReport, AgainstRow, Side
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.render.machine.fields import (
    Fields,
    headed_csv,
    header_fields,
    item_fields,
    picked,
    target_fields,
)
from cdstrack.render.members import partial_words
from cdstrack.render.page.header_footer import milestone, outline_foot, outline_head
from cdstrack.render.page.layout import Block, Cell, Line, Lines, SmallTable, cell
from cdstrack.render.view import View
from cdstrack.words.labels.against import MISSED, OBSTACLE, STRICTER, against_text
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.value import figure_words
from cdstrack.words.labels.vocabulary import label, status_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_period

_DIGITS = 12
_COLUMNS = (
    *("indicator", "name", "other_indicator", "latest_value", "latest_period", "obstacle"),
    *("due", "comparator", "value", "status", "gap", "outlook"),
    *("other_due", "other_comparator", "other_value", "other_status", "other_gap"),
    *("other_outlook", "stricter", "missed_first"),
)
_TARGET = ("due", "comparator", "value", "status", "gap", "outlook")


def against_blocks(report: AgainstReport, view: View) -> list[Block]:
    """Both plans, a row a shared indicator, and how many are not shared."""
    language = view.language
    day = phrase("on_day", language, day=format_day(report.header.as_of, language))
    blocks = outline_head(against_text("title", language, day=day), report.header, view)
    titles = (
        against_text("this_plan", language, title=clean(view.plan.plan.title.text(language))),
        against_text(
            "other_plan",
            language,
            title=clean(report.other.plan.title.text(language)),
            digest=report.other_digest[:_DIGITS],
        ),
    )
    blocks.append(Lines(cell(*titles)))
    if report.rows:
        head = ("indicator", "figure", "by_a", "by_b", "stricter", "missed_first")
        other = replace(view, plan=report.other)
        rows = tuple(_row(row, view, other) for row in report.rows)
        blocks.append(SmallTable(tuple(against_text(key, language) for key in head), rows))
    else:
        blocks.append(Lines(cell(against_text("none", language))))
    alone = against_text("alone", language, here=report.only_here, there=report.only_there)
    blocks.append(Lines(cell(alone, against_text("how", language))))
    return [*blocks, outline_foot(report.header, view)]


def _row(row: AgainstRow, view: View, other: View) -> tuple[Cell, ...]:
    language, item = view.language, row.here
    figure = item.latest
    shown = cell(partial_words(item, language) or against_text("no_data", language))
    if figure is not None:
        value = figure_words(figure, item.indicator, language)
        shown = cell(value, format_period(figure.period, language, short=True))
    if row.other is None:
        there: Cell = cell(
            other.short_name(row.indicator), label(OBSTACLE, row.obstacle or "", language)
        )
    else:
        there = tuple(_targets(row.other, other))
    return (
        cell(view.short_name(item.indicator)),
        shown,
        tuple(_targets(item, view)),
        there,
        cell(_stricter(row, language)),
        cell(label(MISSED, row.missed_first, language) if row.missed_first else "–"),
    )


def _stricter(row: AgainstRow, language: str) -> str:
    """Which plan asks for more; where the other one asks sooner, both."""
    if row.stricter is not Side.MIXED:
        return label(STRICTER, row.stricter, language) if row.stricter else "–"
    named = {
        "more": label(STRICTER, row.asks_more or "", language),
        "sooner": label(STRICTER, row.sooner or "", language),
    }
    return against_text("mixed", language, **named)


def _targets(item: StatusItem, view: View) -> Iterator[Line]:
    """Every target with its verdict."""
    language = view.language
    if not item.targets:
        yield Line(against_text("no_target", language))
    for line in item.targets:
        target, status = line.target, line.verdict.status
        facts = {
            "due": milestone(target.due, language) if target.due else phrase("undated", language),
            "asked": view.asked(target, item.indicator, short=True),
        }
        yield Line(against_text("target", language, **facts))
        yield Line(status_words(status, language), status)


def against_fields(report: AgainstReport, view: View) -> Fields:
    """The same for programs: each shared indicator by both plans."""
    language, plan = view.language, report.other.plan
    other = replace(view, plan=report.other)
    return header_fields(report.header, view) | {
        "against": {
            "id": plan.id,
            "title": plan.title.text(language),
            "digest": report.other_digest,
        },
        "only_here": report.only_here,
        "only_there": report.only_there,
        "items": [
            _item(row.here, view)
            | {
                "other": row.indicator.id,
                "obstacle": row.obstacle,
                "other_item": row.other and _item(row.other, other),
                **picked(row, "stricter", "asks_more", "sooner", "missed_first"),
            }
            for row in report.rows
        ],
    }


def _item(item: StatusItem, view: View) -> Fields:
    return item_fields(item, view) | {"targets": [target_fields(line) for line in item.targets]}


def against_csv(report: AgainstReport, view: View) -> str:
    """A row a shared indicator, with the active target of each plan."""
    return headed_csv(report.header, view, _COLUMNS, [_flat(row, view) for row in report.rows])


def _flat(row: AgainstRow, view: View) -> Fields:
    latest = row.here.latest
    there = None if row.other is None else row.other.active_line
    return {
        "indicator": row.here.indicator.id,
        "name": row.here.indicator.name.text(view.language),
        "other_indicator": row.indicator.id,
        "latest_value": latest and (latest.state or latest.value),
        "latest_period": latest and latest.period,
        "obstacle": row.obstacle,
        **_active(row.here.active_line, ""),
        **_active(there, "other_"),
        "stricter": row.stricter,
        "missed_first": row.missed_first,
    }


def _active(line: TargetLine | None, prefix: str) -> Fields:
    known = {} if line is None else target_fields(line)
    return {f"{prefix}{key}": known.get(key) for key in _TARGET}
