"""What a verdict rests on: the row of the decision table, and which observations counted.

Decides nothing: the row names are those of docs/methods.md, and the reasons for leaving an
observation out are read off the series, so that explanation and verdict cannot differ.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.record.derived import DerivedFigure, is_derived
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.role import without_role
from cdstrack.core.verdict.average import years_of
from cdstrack.core.verdict.judgement_context import JudgementContext
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.progress import has_fallen_back
from cdstrack.core.verdict.progress_input import ProgressInput
from cdstrack.core.verdict.series import Series, SeriesValue
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.core.verdict.yearly import figures_of

TimeOrder = tuple[date, str, int]
"""The end of a period, a part, and the id of a figure."""
LACKING = frozenset({Reason.MEMBERS_MISSING, Reason.UNITS_MISSING})
"""Reasons for which there is no figure, although a part of what it is computed from is known."""


class DecisionRow(StrEnum):
    """A row of the decision table, by its number."""

    ENDED = "0"
    STATE = "1"
    NO_FIGURE = "2"
    NO_NUMBER = "3"
    YEARLY_OPEN = "4"
    AVERAGE_OPEN = "4a"
    YEARLY_PAST = "5"
    AVERAGE_KNOWN = "5a"
    AVERAGE_UNKNOWN = "5b"
    YEAR_KNOWN = "5c"
    YEAR_AHEAD = "5d"
    YEAR_UNKNOWN = "5e"
    MET_IN_TIME = "6a"
    MET_LATE = "6b"
    NOT_MET = "6c"
    UNKNOWN_AT_DUE = "6d"
    MET = "7"
    NO_DUE_DATE = "8"
    TOO_LITTLE = "9"
    FALLEN_BACK = "10"
    NOTHING_ASKED = "11"
    ON_TRACK = "12"
    BEHIND = "13"
    OFF_TRACK = "14"
    DETERIORATING = "15"


_PAST = {
    Status.ACHIEVED: DecisionRow.MET_IN_TIME,
    Status.ACHIEVED_LATE: DecisionRow.MET_LATE,
    Status.MISSED: DecisionRow.NOT_MET,
    Status.AWAITING_DATA: DecisionRow.UNKNOWN_AT_DUE,
}
_OPEN = {
    Status.ACHIEVED: DecisionRow.MET,
    Status.PENDING: DecisionRow.NO_DUE_DATE,
    Status.INSUFFICIENT_DATA: DecisionRow.TOO_LITTLE,
}
_BY_CUT = {
    Status.ON_TRACK: DecisionRow.ON_TRACK,
    Status.BEHIND: DecisionRow.BEHIND,
    Status.OFF_TRACK: DecisionRow.OFF_TRACK,
    Status.DETERIORATING: DecisionRow.DETERIORATING,
}


_OF_YEAR = {
    Status.ACHIEVED: DecisionRow.YEAR_KNOWN,
    Status.MISSED: DecisionRow.YEAR_KNOWN,
    Status.PENDING: DecisionRow.YEAR_AHEAD,
    Status.AWAITING_DATA: DecisionRow.YEAR_UNKNOWN,
}
_OF_AVERAGE = {
    Status.ACHIEVED: DecisionRow.AVERAGE_KNOWN,
    Status.MISSED: DecisionRow.AVERAGE_KNOWN,
    Status.PENDING: DecisionRow.AVERAGE_OPEN,
    Status.AWAITING_DATA: DecisionRow.AVERAGE_UNKNOWN,
}


def row_of(context: JudgementContext, verdict: Verdict) -> DecisionRow:
    """The row that gave this verdict."""
    if verdict.status is Status.NOT_APPLICABLE:
        return DecisionRow.ENDED
    if context.target.kind.judged_by is JudgedBy.STATE:
        return DecisionRow.STATE
    if verdict.status is Status.NO_DATA or LACKING.intersection(verdict.reasons):
        return DecisionRow.NO_FIGURE
    if context.threshold is None:
        return DecisionRow.NO_NUMBER
    return _row_by_number(context, verdict)


def _row_by_number(context: JudgementContext, verdict: Verdict) -> DecisionRow:
    """Rows 4 to 15: there is a figure, and a number to judge by."""
    of_years = _rows_of_years(context)
    if of_years is not None:
        return of_years[verdict.status]
    if context.is_past:
        return _PAST[verdict.status]
    if verdict.status in _OPEN:
        return _OPEN[verdict.status]
    if has_fallen_back(context):
        return DecisionRow.FALLEN_BACK
    return DecisionRow.NOTHING_ASKED if verdict.ratio is None else _BY_CUT[verdict.status]


def _rows_of_years(context: JudgementContext) -> Mapping[Status, DecisionRow] | None:
    """The rows of a target that years answer; None where the latest figure does."""
    judged_by = context.target.kind.judged_by
    if judged_by is JudgedBy.YEARS:
        row = DecisionRow.YEARLY_PAST if context.is_past else DecisionRow.YEARLY_OPEN
        return dict.fromkeys(Status, row)
    if judged_by is JudgedBy.AVERAGE:
        return _OF_AVERAGE
    return None if context.own_year is None else _OF_YEAR


class Exclusion(StrEnum):
    """Why an observation was not used for a verdict."""

    OTHER_AREA = "other_area"
    OF_UNIT = "of_unit"
    AFTER_AS_OF = "after_as_of"
    NOT_AVAILABLE = "not_available"
    OTHER_GROUP = "other_group"
    SAME_DAY = "same_day"
    LESS_FIRM = "less_firm"
    PART_YEAR = "part_year"
    OTHER_YEAR = "other_year"
    BEFORE_BREAK = "before_break"
    BETTER_GROUP = "better_group"
    BEFORE_BASELINE = "before_baseline"
    UNITS_MISSING = "units_missing"
    WEIGHS_NOTHING = "weighs_nothing"
    OTHER_SPEAKS = "other_speaks"


@dataclass(frozen=True, slots=True)
class ObservationUse:
    """One observation; `left_out` is None where the verdict uses it."""

    observation: Observation
    left_out: Exclusion | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Figures of other areas, none of which is ever used, and why: of very many of them the newest.

    `figures` are those, `count` says how many there are in all, and `first` where the oldest
    stands.
    """

    why: Exclusion
    figures: tuple[Observation, ...]
    count: int
    first: TimeOrder


def time_order(observation: Observation) -> TimeOrder:
    """Where an observation stands among those of its indicator."""
    return observation.period.end, observation.disaggregation, observation.id or 0


def left_out_by_reason(
    uses: Iterable[ObservationUse], elsewhere: Iterable[Elsewhere] = ()
) -> dict[Exclusion, int]:
    """How many observations were not used for each reason, in the order of the oldest of each.

    Args:
        uses: All, or those of the area and the newest of the others.
        elsewhere: What is known of the others.
    """
    first = {each.why: each.first for each in elsewhere}
    counts: Counter[Exclusion] = Counter()
    for use in uses:
        if use.left_out is not None:
            counts[use.left_out] += 1
            first.setdefault(use.left_out, time_order(use.observation))
    counts |= Counter({each.why: each.count for each in elsewhere})
    return {why: counts[why] for why in sorted(counts, key=lambda why: first[why])}


def observation_uses(
    context: JudgementContext,
    series: Series,
    known: Iterable[Observation],
    area: str,
    basis: ProgressInput | None,
    units: Container[str] = (),
) -> tuple[ObservationUse, ...]:
    """Every observation of the indicator, in order of time, and whether the verdict used it.

    Args:
        context: The target, the day, and what is comparable.
        series: All figures that may be judged at all.
        known: All current figures of the indicator.
        area: The plan's area.
        basis: What an open target's progress is judged from; None for other verdicts.
        units: Those from whose figures that of the area comes.
    """
    ordered = sorted(known, key=time_order)
    stages, known_to_series = _stages(context, basis), _passed(series)
    rolls_up = any(map(is_derived, ordered))

    def sieved(observation: Observation) -> Exclusion | None:
        return next((why for why, kept in stages if id(observation) not in kept), None)

    def use(observation: Observation) -> ObservationUse:
        reason = _outside(observation, area, context)
        if reason is Exclusion.OTHER_AREA and observation.org_unit in units:
            reason = Exclusion.OF_UNIT
        if reason is not None or id(observation) in known_to_series:
            return ObservationUse(observation, reason or sieved(observation))
        twin = _twin(observation, series)
        if is_derived(observation) or (twin and is_derived(twin)):
            return ObservationUse(observation, _beside_derived(observation, context))
        if twin is None:
            is_of_area = rolls_up and not observation.disaggregation
            other = Exclusion.OTHER_SPEAKS if is_of_area else Exclusion.OTHER_GROUP
            return ObservationUse(observation, other)
        # Where the twin has no part in the verdict either, what stopped it stops both.
        is_score = twin.disaggregation != observation.disaggregation
        own = Exclusion.LESS_FIRM if is_score else Exclusion.SAME_DAY
        return ObservationUse(observation, sieved(twin) or own)

    return tuple(map(use, ordered))


def _beside_derived(observation: Observation, context: JudgementContext) -> Exclusion:
    """Why one of a stated and a derived figure of a day is not used."""
    of_years = context.indicator.measure.speaks_of_a_year
    is_part = of_years and not observation.period.closes_its_year
    return Exclusion.PART_YEAR if is_part else Exclusion.OTHER_SPEAKS


def _stages(
    context: JudgementContext, basis: ProgressInput | None
) -> list[tuple[Exclusion, set[int]]]:
    """The figures that pass each filter, in the order of the filters."""
    judged_by = context.target.kind.judged_by
    stages = [(Exclusion.PART_YEAR, _passed(context.series))]
    years = _years(context)
    if years is not None:
        stages.append((Exclusion.OTHER_YEAR, _passed(context.series.of_years(years))))
    if judged_by is not JudgedBy.YEARS:
        stages.append((Exclusion.BEFORE_BREAK, _passed(context.comparable)))
    if judged_by is JudgedBy.AVERAGE:
        stages.append((Exclusion.PART_YEAR, _representing(context)))
    if basis is not None:
        speaking = {id(each.observation) for each in _speaking(context)}
        used = {id(each.observation) for each in basis.figures}
        origin = {
            id(each.observation)
            for each in _speaking(context)
            if not basis.origin.declared and each.on == basis.origin.on
        }
        stages.append((Exclusion.BETTER_GROUP, speaking))
        stages.append((Exclusion.BEFORE_BASELINE, used | origin))
    return stages


def _years(context: JudgementContext) -> Container[int] | None:
    """The years that answer the target; None where the latest figure of all does."""
    if context.own_year is not None:
        return [context.own_year]
    return years_of(context) if context.target.kind.judged_by is JudgedBy.AVERAGE else None


def _representing(context: JudgementContext) -> set[int]:
    """The figures that represent a year in the mean."""
    measure = context.indicator.measure
    return {
        id(figure.observation)
        for year in years_of(context)
        for figure in figures_of(context.comparable, year, measure).values()
    }


def _passed(series: Series) -> set[int]:
    return {id(each.observation) for figures in series.figures.values() for each in figures}


def _speaking(context: JudgementContext) -> tuple[SeriesValue, ...]:
    worst = context.comparable.worst()
    return () if worst is None else context.comparable.figures[worst]


def _outside(observation: Observation, area: str, context: JudgementContext) -> Exclusion | None:
    if observation.org_unit != area:
        return Exclusion.OTHER_AREA
    if observation.period.end > context.as_of:
        return Exclusion.AFTER_AS_OF
    if observation.is_figure:
        return None
    if not isinstance(observation, DerivedFigure):
        return Exclusion.NOT_AVAILABLE
    return Exclusion.WEIGHS_NOTHING if observation.point.is_enough else Exclusion.UNITS_MISSING


def _twin(observation: Observation, series: Series) -> Observation | None:
    """The figure of the same day and part that the series holds instead."""
    held = (each.observation for figures in series.figures.values() for each in figures)
    return next(
        (
            each
            for each in held
            if each.period.end == observation.period.end
            and without_role(each.disaggregation) == without_role(observation.disaggregation)
        ),
        None,
    )
