"""Which row of the decision table gave a verdict.

Owns the names of the rows (docs/methods.md), so that an explanation can point at the one that
decided. Decides nothing itself: `cdstrack.core.verdict.judge` does.
"""

from enum import StrEnum

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.verdict.judgement_context import Question
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.progress import has_fallen_back
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
