"""The plan as declared, as a page: one row per target, in official wording.

Owns which columns are side by side in which layout. Judges nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from cdstrack.core.plan.model import Indicator, Target, Unit
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.render.page.header_footer import heads, milestone, plan_line, title
from cdstrack.render.page.layout import (
    FIRST_ROWS,
    Cell,
    Column,
    Draft,
    Line,
    Page,
    cell,
    first_rows,
    grouped,
)
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.value import value_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day


@dataclass(frozen=True, slots=True)
class TargetsLayout:
    """Whether the documents have a column of their own, else they are under the wording."""

    documents: bool


WIDE, NARROW = TargetsLayout(documents=True), TargetsLayout(documents=False)
LAYOUTS = (WIDE, NARROW)
"""From the roomier to the one that fits everywhere."""


def targets_drafts(report: TargetsReport, view: View) -> Iterator[Draft]:
    """The plan's targets as declared, from the roomier layout to the narrower."""
    for layout in LAYOUTS:
        yield Draft(
            partial(_page, report, view, layout), partial(_first_rows, report, view, layout)
        )


def _page(report: TargetsReport, view: View, layout: TargetsLayout) -> Page:
    """The targets in words; an indicator's name is in the row of its first target."""
    rows = (
        (view.pillar(indicator.pillar), row)
        for indicator in report.indicators
        for row in _rows(report, indicator, view, layout)
    )
    return Page(
        title=title(report.header, view),
        above=(),
        columns=_columns(view.language, layout),
        sections=grouped(rows),
        below=(plan_line(report.header, view),),
        empty=phrase("nothing", view.language),
    )


def _first_rows(report: TargetsReport, view: View, layout: TargetsLayout) -> Page:
    first = report.indicators[:FIRST_ROWS]
    rows = (row for each in first for row in _rows(report, each, view, layout))
    return first_rows(_columns(view.language, layout), rows)


def _columns(language: str, layout: TargetsLayout) -> tuple[Column, ...]:
    columns = [
        Column(heads(language, "indicator"), most=44, least=20),
        Column(heads(language, "target"), most=34, least=20),
        Column(heads(language, "wording"), most=64, least=24 if not layout.documents else 40),
    ]
    if layout.documents:
        columns.append(Column(heads(language, "documents"), most=30, least=18))
    return tuple(columns)


def _rows(
    report: TargetsReport, indicator: Indicator, view: View, layout: TargetsLayout
) -> Iterator[tuple[Cell, ...]]:
    for place, target in enumerate(report.targets_of(indicator)):
        name = _indicator_cell(report, indicator, view) if place == 0 else ()
        wording = cell(*map(clean, target.wording))
        sources = cell(*map(view.document, target.document))
        asked = _target_cell(target, indicator, view)
        if layout.documents:
            yield (name, asked, wording, sources)
        else:
            yield (name, asked, wording + cell(*(f"[{line.text}]" for line in sources)))


def _indicator_cell(report: TargetsReport, indicator: Indicator, view: View) -> Cell:
    """The full name, its level, what the plan starts from and who leads."""
    language, baseline = view.language, indicator.baseline
    lines = [view.level(indicator.level) if indicator.level else ""]
    if baseline is None and indicator.unit is not Unit.STATE:
        lines.append(phrase("no_baseline", language))
    elif baseline is not None:
        value = value_words(baseline.value, indicator, language)
        day = format_day(baseline.date, language)
        lines.append(phrase("baseline", language, value=value, day=day))
    lead = indicator.lead_on(report.header.as_of)
    if lead is not None:
        lines.append(phrase("lead", language, name=view.org_unit(lead)))
    return (Line(view.name(indicator), "strong"), *cell(*lines))


def _target_cell(target: Target, indicator: Indicator, view: View) -> Cell:
    """When it is due, what it asks, and what else the plan says of it."""
    language = view.language
    due = milestone(target.due, language) if target.due else phrase("undated", language)
    lines = []
    if target.from_ is not None:
        lines.append(phrase("from_year", language, year=target.from_))
    if target.declared is not None:
        day = format_day(target.declared.date, language)
        lines.append(phrase("chosen_by", language, by=clean(target.declared.by), day=day))
    if target.ended is not None:
        day, reason = format_day(target.ended.date, language), clean(target.ended.reason)
        lines.append(phrase("ended", language, day=day, reason=reason))
    asked = view.asked(target, indicator)
    return (Line(f"{due}: {asked}", "strong"), *cell(*lines))
