"""What a verdict rests on: the row of the decision table, and which observations counted.

Decides nothing: the row names are those of docs/methods.md, and the reasons for leaving an
observation out are read off the series, so that explanation and verdict cannot differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.record.observation import Observation
from cdstrack.core.verdict.judgement_context import Question
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.progress import has_fallen_back
from cdstrack.core.verdict.progress_input import Basis
from cdstrack.core.verdict.series import Figure, Series
from cdstrack.core.verdict.vocabulary import Status


class Row(StrEnum):
    """A row of the decision table, by its number."""

    ENDED = "0"
    STATE = "1"
    NO_FIGURE = "2"
    NO_NUMBER = "3"
    YEARLY_OPEN = "4"
    YEARLY_PAST = "5"
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
    Status.ACHIEVED: Row.MET_IN_TIME,
    Status.ACHIEVED_LATE: Row.MET_LATE,
    Status.MISSED: Row.NOT_MET,
    Status.AWAITING_DATA: Row.UNKNOWN_AT_DUE,
}
_OPEN = {
    Status.ACHIEVED: Row.MET,
    Status.PENDING: Row.NO_DUE_DATE,
    Status.INSUFFICIENT_DATA: Row.TOO_LITTLE,
}
_BY_CUT = {
    Status.ON_TRACK: Row.ON_TRACK,
    Status.BEHIND: Row.BEHIND,
    Status.OFF_TRACK: Row.OFF_TRACK,
    Status.DETERIORATING: Row.DETERIORATING,
}


def row_of(question: Question, verdict: Verdict) -> Row:
    """The row that gave this verdict on this question."""
    if verdict.status is Status.NOT_APPLICABLE:
        return Row.ENDED
    if question.target.kind.judged_by is JudgedBy.STATE:
        return Row.STATE
    if verdict.status is Status.NO_DATA:
        return Row.NO_FIGURE
    if question.threshold is None:
        return Row.NO_NUMBER
    return _row_by_number(question, verdict)


def _row_by_number(question: Question, verdict: Verdict) -> Row:
    """Rows 4 to 15: there is a figure, and a number to judge by."""
    if question.target.kind.judged_by is JudgedBy.YEARS:
        return Row.YEARLY_PAST if question.is_past else Row.YEARLY_OPEN
    if question.is_past:
        return _PAST[verdict.status]
    if verdict.status in _OPEN:
        return _OPEN[verdict.status]
    if has_fallen_back(question):
        return Row.FALLEN_BACK
    return Row.NOTHING_ASKED if verdict.ratio is None else _BY_CUT[verdict.status]


class LeftOut(StrEnum):
    """Why a figure has no part in a verdict."""

    OTHER_AREA = "other_area"
    AFTER_AS_OF = "after_as_of"
    NOT_AVAILABLE = "not_available"
    OTHER_GROUP = "other_group"
    SAME_DAY = "same_day"
    PART_YEAR = "part_year"
    BEFORE_BREAK = "before_break"
    BETTER_GROUP = "better_group"
    BEFORE_BASELINE = "before_baseline"


@dataclass(frozen=True, slots=True)
class FigureUse:
    """One figure; `left_out` is None where the verdict rests on it."""

    observation: Observation
    left_out: LeftOut | None


def figure_uses(
    question: Question,
    series: Series,
    known: Iterable[Observation],
    area: str,
    basis: Basis | None,
) -> tuple[FigureUse, ...]:
    """Every figure of the indicator, in order of time, with its part in the verdict.

    Args:
        question: The target, the day, and what is comparable.
        series: All figures that may be judged at all.
        known: All current figures of the indicator.
        area: The plan's area.
        basis: What an open target's progress is judged from; None for other verdicts.
    """
    ordered = sorted(known, key=lambda each: (each.period.end, each.disaggregation, each.id or 0))
    stages, known_to_series = _stages(question, basis), _passed(series)

    def sieved(observation: Observation) -> LeftOut | None:
        return next((why for why, kept in stages if id(observation) not in kept), None)

    def use(observation: Observation) -> FigureUse:
        reason = _outside(observation, area, question)
        if reason is not None or id(observation) in known_to_series:
            return FigureUse(observation, reason or sieved(observation))
        twin = _twin(observation, series)
        if twin is None:
            return FigureUse(observation, LeftOut.OTHER_GROUP)
        # Where the twin has no part in the verdict either, what stopped it stops both.
        return FigureUse(observation, sieved(twin) or LeftOut.SAME_DAY)

    return tuple(map(use, ordered))


def _stages(question: Question, basis: Basis | None) -> list[tuple[LeftOut, set[int]]]:
    """What each sieve lets pass, in the order of the sieves."""
    stages = [(LeftOut.PART_YEAR, _passed(question.series))]
    if question.target.kind.judged_by is not JudgedBy.YEARS:
        stages.append((LeftOut.BEFORE_BREAK, _passed(question.comparable)))
    if basis is not None:
        speaking = {id(each.observation) for each in _speaking(question)}
        used = {id(each.observation) for each in basis.figures}
        origin = {
            id(each.observation)
            for each in _speaking(question)
            if not basis.origin.declared and each.on == basis.origin.on
        }
        stages.append((LeftOut.BETTER_GROUP, speaking))
        stages.append((LeftOut.BEFORE_BASELINE, used | origin))
    return stages


def _passed(series: Series) -> set[int]:
    return {id(each.observation) for figures in series.figures.values() for each in figures}


def _speaking(question: Question) -> tuple[Figure, ...]:
    worst = question.comparable.worst()
    return () if worst is None else question.comparable.figures[worst]


def _outside(observation: Observation, area: str, question: Question) -> LeftOut | None:
    if observation.org_unit != area:
        return LeftOut.OTHER_AREA
    if observation.period.end > question.as_of:
        return LeftOut.AFTER_AS_OF
    return None if observation.is_figure else LeftOut.NOT_AVAILABLE


def _twin(observation: Observation, series: Series) -> Observation | None:
    """The figure of the same day and part that the series holds instead."""
    held = (each.observation for figures in series.figures.values() for each in figures)
    return next(
        (
            each
            for each in held
            if each.period.end == observation.period.end
            and each.disaggregation == observation.disaggregation
        ),
        None,
    )
