"""What the report says about one indicator: its targets in numbers, words, declaration, figures, sources.

Owns which of it is said and in which order, for every format; the words are those of `show`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.status import TargetLine
from cdstrack.render.gap_words import (
    average_words,
    breakdown_words,
    of_year_words,
    short_at_due_words,
    years_words,
)
from cdstrack.render.indicator.detail import declared_lines, figure_row
from cdstrack.render.indicator.facts import indicator_facts
from cdstrack.render.members import members_blocks
from cdstrack.render.page.header_footer import milestone
from cdstrack.render.page.layout import Block, Cell, Line, cell
from cdstrack.render.report.numbers import ROWS, Measured, measured
from cdstrack.render.verdict_notes import flag_notes
from cdstrack.render.view import View
from cdstrack.words.labels.likely import pace_sentence, tendency_sentence
from cdstrack.words.labels.plan import tell
from cdstrack.words.labels.report import report_text
from cdstrack.words.labels.vocabulary import status_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day


@dataclass(frozen=True, slots=True)
class TargetColumn:
    """One target: when it is due, what it asks, and what the plan and the verdict say beside numbers."""

    due: str
    asked: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One or two measures of all targets; `fields` are their names, in the order of the parts.

    `between` comes between two parts.
    """

    fields: str
    head: str
    between: str
    cells: tuple[tuple[Measured, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document; `url` is an address as it was entered, of whatever kind."""

    key: str
    lines: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """One indicator. `rows` have a cell for each of the `targets`, only what any of them has.

    `further` is what else `show` says of an indicator of its kind, each block behind its kind.
    `earlier` says how many figures are left out; `tendency` is given where there are no targets.
    """

    key: str
    name: str
    verdict: Line
    targets: tuple[TargetColumn, ...]
    rows: tuple[MeasureRow, ...]
    tendency: str
    further: tuple[tuple[str, Block], ...]
    facts: tuple[tuple[str, Cell], ...]
    figures_head: tuple[str, ...]
    figures: tuple[tuple[Cell, ...], ...]
    earlier: str
    sources: tuple[Source, ...]


def section(detail: IndicatorDetail, view: View, newest: int) -> Section:
    """The section of an indicator, with its newest figures, the last one first."""
    item, language = detail.item, view.language
    targets = tuple(_target(line, detail, view) for line in item.targets)
    shown = detail.cells[: -newest - 1 : -1]
    doubtful = detail.doubts_of(shown)
    left = len(detail.cells) - len(shown)
    heads = ("period", "figure", "source", "recorded")
    return Section(
        key=item.indicator.id,
        name=view.name(item.indicator),
        verdict=verdict_line(item.active_line, language),
        targets=targets,
        rows=tuple(_rows(detail, view)),
        tendency="" if targets else _tendency(detail, language),
        further=tuple((type(block).__name__, block) for block in _further(detail, view)),
        facts=indicator_facts(detail, item.indicator, view).rows,
        figures_head=tuple(tell(key, language) for key in heads),
        figures=tuple(figure_row(each, detail, doubtful, view) for each in shown),
        earlier=report_text("earlier", language, n=left, id=item.indicator.id) if left else "",
        sources=tuple(_sources(detail, language)),
    )


def verdict_line(line: TargetLine | None, language: str) -> Line:
    """The verdict with its sign; empty without targets."""
    if line is None:
        return Line("")
    return Line(status_words(line.verdict.status, language), line.verdict.status)


def _target(line: TargetLine, detail: IndicatorDetail, view: View) -> TargetColumn:
    language, due = view.language, line.target.due
    told = (*declared_lines(line, view), *_beside(line, detail, view))
    return TargetColumn(
        due=milestone(due, language) if due else report_text("no_due", language),
        asked=view.asked(line.target, detail.item.indicator),
        told=tuple(each for each in told if each),
    )


def _rows(detail: IndicatorDetail, view: View) -> Iterator[MeasureRow]:
    """The measures that any target has; those that belong together share a row."""
    lines, language = detail.item.targets, view.language
    found = [measured(line, detail.item.indicator, view) for line in lines]
    for names in ROWS:
        cells = tuple(tuple(each[name] for name in names if name in each) for each in found)
        if any(cells):
            between = "; " if "current_pace" in names else " "
            yield MeasureRow(" ".join(names), report_text(names[0], language), between, cells)


def _beside(line: TargetLine, detail: IndicatorDetail, view: View) -> Iterator[str]:
    """What is to be known beside the numbers."""
    verdict, target, language = line.verdict, line.target, view.language
    indicator = detail.item.indicator
    yield of_year_words(detail.item, line, language)
    yield short_at_due_words(verdict, target, indicator, language, short=False)
    yield breakdown_words(verdict, indicator, view)
    yield years_words(verdict, language)
    yield average_words(verdict, target, indicator, language)
    yield pace_sentence(verdict, indicator, language)
    yield "; ".join(flag_notes(line, language))


def _tendency(detail: IndicatorDetail, language: str) -> str:
    context = tell("no_targets", language)
    return " ".join(filter(None, (context, tendency_sentence(detail.item.tendency, language))))


def _further(detail: IndicatorDetail, view: View) -> Iterator[Block]:
    """Of a composite index its members."""
    item = detail.item
    if item.indicator.composite is not None:
        yield from members_blocks(item.composition, item.unfinished, view)


def _sources(detail: IndicatorDetail, language: str) -> Iterator[Source]:
    for key in detail.cited:
        document = detail.documents.get(key)
        if document is None:
            yield Source(clean(key), (tell("unknown_document", language),), "")
            continue
        day = format_day(document.issued, language) if document.issued else ""
        known = (clean(each) for each in (document.number, document.issuer, day) if each)
        told = cell(clean(document.title), ", ".join(known), clean(document.note or ""))
        yield Source(clean(key), tuple(line.text for line in told), clean(document.url or ""))
