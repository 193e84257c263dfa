"""Everything known about one indicator, as a value: verdicts, figures with their history, sources.

Owns the shape of the report and what of it a chart shows. The store gives the history,
`cdstrack.core.reports.explain` the verdicts; the words are `cdstrack.render`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cdstrack.core.plan.model import Document, Unit
from cdstrack.core.record.acts import Change, SourceDocument, Submission
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.period import Period
from cdstrack.core.reports.explain import Explanation
from cdstrack.core.reports.status import ReportHeader
from cdstrack.core.verdict.likely import Bounds, Spread, bounds_of
from cdstrack.core.verdict.series import Series
from cdstrack.core.verdict.trajectory import Point, decimal_year


@dataclass(frozen=True, slots=True)
class Revision:
    """One act upon a cell: what it held before and after."""

    submission: Submission
    change: Change


@dataclass(frozen=True, slots=True)
class CellHistory:
    """One cell with its figure, None where it was withdrawn, and all acts upon it, oldest first."""

    cell: Cell
    now: Observation | None
    revisions: tuple[Revision, ...]

    @property
    def period(self) -> Period:
        """What the figure is about."""
        return Period.parse(self.cell.period)


@dataclass(frozen=True, slots=True)
class Band:
    """The range of what is likely, from the latest figure (`start`) to a due date (`end`)."""

    start: float
    end: float
    spread: Spread
    bounds: Bounds

    def at(self, t: float) -> tuple[float, float]:
        """The ends of the range at a time between the two."""
        return self.spread.after(t - self.start, self.bounds)


@dataclass(frozen=True, slots=True)
class Chart:
    """Points in decimal years: the figures, the plan's path, the targets, and breaks as times."""

    figures: tuple[Point, ...]
    path: tuple[Point, ...]
    targets: tuple[Point, ...]
    breaks: tuple[float, ...]
    band: Band | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is too little to draw: fewer than two points in all."""
        return len({*self.figures, *self.path, *self.targets}) < 2


@dataclass(frozen=True, slots=True)
class IndicatorDetail:
    """One indicator in full; `documents` holds those of the plan and of the store by their ids."""

    header: ReportHeader
    explanation: Explanation
    cells: tuple[CellHistory, ...]
    documents: Mapping[str, Document | SourceDocument]
    chart: Chart


def in_order_of_time(cells: tuple[CellHistory, ...]) -> tuple[CellHistory, ...]:
    """By the end of the period, then by part and area."""
    return tuple(sorted(cells, key=lambda each: (each.period.end, each.cell)))


def chart_of(explanation: Explanation, series: Series) -> Chart:
    """What a chart of the indicator shows; states have nothing to draw.

    Args:
        explanation: Its first open target gives the path.
        series: All figures that may be judged.
    """
    indicator = explanation.item.indicator
    if indicator.unit is Unit.STATE:
        return Chart((), (), (), ())
    stops = next((each.progress.basis.stops for each in explanation.targets if each.progress), ())
    targets = (
        Point(decimal_year(line.target.due), float(line.verdict.threshold))
        for line in explanation.item.targets
        if line.target.due is not None and line.verdict.threshold is not None
    )
    figures = (figure.point for figures in series.figures.values() for figure in figures)
    return Chart(
        tuple(sorted(figures)),
        tuple(Point(decimal_year(stop.on), float(stop.value)) for stop in stops),
        tuple(targets),
        tuple(decimal_year(each.date) for each in indicator.breaks),
        _band(explanation),
    )


def _band(explanation: Explanation) -> Band | None:
    """The range that reaches furthest; None where nothing is said about what is likely."""
    spreads = [
        line.verdict.likely.spread
        for line in explanation.item.targets
        if line.verdict.likely is not None
    ]
    spread = max(spreads, key=lambda each: each.years, default=None)
    figure = explanation.item.latest
    if spread is None or figure is None or spread.years == 0:
        return None
    start = decimal_year(figure.period.end)
    return Band(start, start + spread.years, spread, bounds_of(explanation.item.indicator))


def cited(explanation: Explanation, cells: tuple[CellHistory, ...]) -> list[str]:
    """The ids of all documents that the indicator and its figures name, each once."""
    indicator = explanation.item.indicator
    named = [document for target in indicator.ordered_targets for document in target.document]
    if indicator.baseline is not None:
        named += indicator.baseline.document
    sides = (
        side
        for each in cells
        for revision in each.revisions
        for side in (revision.change.before, revision.change.after)
    )
    named += [side.document for side in sides if side is not None and side.document]
    return list(dict.fromkeys(named))
