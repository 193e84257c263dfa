"""Everything known about one indicator, as a value: verdicts, figures with their history, sources.

Owns the shape of the report, what of it a chart shows, and which path is drawn there. The store
gives the history, `cdstrack.core.reports.judging` the verdicts; the words are `cdstrack.render`'s.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cdstrack.core.checks.shown_doubts import open_doubts_in
from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import MethodName, Plan, Unit
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.movement import Movement, movement
from cdstrack.core.record.observation import Observation, number_of
from cdstrack.core.record.period import Period
from cdstrack.core.reports.cell_history import CellHistory, Cells
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.league import League
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.bounds import Bounds
from cdstrack.core.verdict.judgement_context import JudgementContext, has_ended, judgement_context
from cdstrack.core.verdict.likely import Spread
from cdstrack.core.verdict.progress_input import PathOrigin, Stop, origin_of, stops_of
from cdstrack.core.verdict.series import Series, build_series, group_of
from cdstrack.core.verdict.trajectory import Point, decimal_year


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


@dataclass(frozen=True)
class IndicatorDetail:
    """One indicator: its verdicts, what its picture shows, and how its figures came about.

    `item` is that of `status`; `method` the one that its verdicts were made by. `series` holds the
    figures up to the day of the report by group, in order of time. `stops` are the corners of the
    path to its milestones, the origin first; empty where there is none. `cells` are its figures,
    the oldest first, each with all acts upon it. `documents` holds the sources of plan and record
    by their ids; `cited` are the ids of those that the indicator and its figures name. `league` are
    the units whose figures are rolled up. `accepted` are the keys of the findings that were
    accepted.

    Of very many figures `cells` may be the newest; `older` counts the others, and `beside` are the
    figures of the series of those listed.
    """

    header: ReportHeader
    item: StatusItem
    method: MethodName
    series: Series
    stops: tuple[Stop, ...]
    cells: tuple[CellHistory, ...]
    documents: Mapping[str, SourceDocument]
    league: League | None = None
    accepted: Container[str] = ()
    older: int = 0
    beside: tuple[Observation, ...] = ()

    def doubts_of(self, cells: Iterable[CellHistory]) -> Mapping[int | None, tuple[str, ...]]:
        """What makes some of its figures doubtful and was not accepted, by the ids of the figures.

        Each is looked at beside those up to the day of the report; of the latest figure it is what
        `item` says.
        """
        shown = {each.now.id for each in cells if each.now is not None}
        by_series: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
        for each in self.beside:
            if Period.parse(each.period.text).end <= self.header.as_of:
                by_series[each.cell[:3]].append(each)
        found: dict[int | None, tuple[str, ...]] = {}
        for series in by_series.values():
            found |= open_doubts_in(series, shown, self.item.indicator, self.accepted)
        latest = self.item.latest
        if latest is not None and latest.id in shown:
            found[latest.id] = self.item.doubts
        return {figure: codes for figure, codes in found.items() if codes}

    @cached_property
    def chart(self) -> Chart:
        """The data of the indicator's chart."""
        return _chart(self.item, self.stops, self.series)

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The figures of all groups in order of time."""
        found = (each for figures in self.series.figures.values() for each in figures)
        return tuple(each.observation for each in sorted(found, key=lambda each: each.on))

    @property
    def movement(self) -> Movement | None:
        """The change of the latest figure; None without a figure."""
        latest = self.item.latest
        return None if latest is None else movement(latest, self.figures, self.item.indicator)

    @property
    def superseded(self) -> tuple[Observation, ...]:
        """Figures of the series that were in force once, and then became another number or none."""
        unit = self.item.indicator.unit
        return tuple(
            before
            for each in self.cells
            for revision in each.revisions
            if (before := revision.change.before) is not None
            and self._is_of_the_series(before)
            and (each.now is None or number_of(before, unit) != number_of(each.now, unit))
        )

    def _is_of_the_series(self, figure: Observation) -> bool:
        """Whether the series would hold the figure if it were in force."""
        is_about = figure.org_unit == self.item.org_unit
        in_time = figure.period.end <= self.header.as_of
        group = group_of(figure, self.item.indicator)
        return figure.is_figure and is_about and in_time and group is not None

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of all documents that the indicator and its figures name, each once."""
        return self.cited_by(self.cells)

    def cited_by(self, cells: Iterable[CellHistory]) -> tuple[str, ...]:
        """The ids of the documents that the indicator and some of its figures name, each once."""
        indicator = self.item.indicator
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
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class IndicatorRecord:
    """The record of an indicator: figures of its area, cells with their history, all sources."""

    figures: Sequence[Observation]
    cells: Cells
    documents: Mapping[str, SourceDocument]


def build_detail(
    plan: Plan,
    item: StatusItem,
    header: ReportHeader,
    record: IndicatorRecord,
    method: MethodName | None = None,
) -> IndicatorDetail:
    """Everything about the indicator of an item.

    Args:
        plan: The plan.
        item: The verdicts, and by `header` the day they are of.
        header: What the report is about.
        record: What is known of the indicator.
        method: As for the item.
    """
    indicator = item.indicator
    series = build_series(indicator, record.figures, plan.area, header.as_of)
    return IndicatorDetail(
        header=header,
        item=item,
        method=method or indicator.method or MethodName.LINEAR,
        series=series,
        stops=_path(plan, item, series, header.as_of),
        cells=record.cells.listed,
        documents=record.documents,
        older=record.cells.older,
        beside=record.cells.beside,
    )


def _path(plan: Plan, item: StatusItem, series: Series, as_of: date) -> tuple[Stop, ...]:
    """The corners of the path to the active target, else to the first that has one."""
    active = [] if item.active_line is None else [item.active_line]
    starts = plan.plan.starts
    for line in (*active, *item.targets):
        context = judgement_context(item.indicator, line.target, series, as_of, starts, None)
        origin = _origin(context)
        if origin is not None and _has_path(context):
            return stops_of(context, origin)
    return ()


def _has_path(context: JudgementContext) -> bool:
    """Whether the way to a target is a line from the origin to its number."""
    target = context.target
    return (
        target.kind.judged_by is JudgedBy.VALUE
        and target.due is not None
        and context.threshold is not None
        and context.own_year is None
        and not has_ended(target, context.as_of)
    )


def _origin(context: JudgementContext) -> PathOrigin | None:
    """The origin of the path; None without a baseline and figures."""
    if context.speaker is not None:
        return origin_of(context, context.speaker)
    baseline = context.baseline
    return None if baseline is None else PathOrigin.declared_by(baseline)


def _chart(item: StatusItem, stops: Iterable[Stop], series: Series) -> Chart:
    """The points of a chart; states have nothing to draw."""
    indicator = item.indicator
    if indicator.unit is Unit.STATE:
        return Chart((), (), (), ())
    targets = (
        Point(decimal_year(line.target.due), float(line.verdict.threshold))
        for line in item.targets
        if line.target.due is not None and line.verdict.threshold is not None
    )
    figures = (figure.point for figures in series.figures.values() for figure in figures)
    return Chart(
        tuple(sorted(figures)),
        tuple(Point(decimal_year(stop.on), float(stop.value)) for stop in stops),
        tuple(targets),
        tuple(decimal_year(each.date) for each in indicator.breaks),
        _band(item),
    )


def _band(item: StatusItem) -> Band | None:
    """The range that reaches furthest; None where nothing is said about what is likely."""
    found = [line.verdict.likely for line in item.targets if line.verdict.likely is not None]
    likely = max(found, key=lambda each: each.spread.years, default=None)
    if likely is None or item.latest is None or likely.spread.years == 0:
        return None
    start = decimal_year(item.latest.period.end)
    return Band(start, start + likely.spread.years, likely.spread, likely.bounds)
