"""The questions about acts and about what they keep beside figures, as SQLModel selects.

Each flag of a question says whether the parameter of its name is given.
"""

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from cdstrack.store.query.revisions import (
    NO,
    Statement,
    between,
    counted,
    first,
)
from cdstrack.store.schema.tables import (
    ChainRow,
    ClosingRow,
    LateEntryRow,
    ObservationRow,
    PlanVersionRow,
    SubmissionRow,
    SummaryIssueRow,
    UnitsVersionRow,
)

_at = col(SubmissionRow.at)


def submissions(*, known_at: bool, since: bool, indicator: bool) -> Statement:
    """The submissions, the latest first, at most `limit` of them."""
    found = _known(select(SubmissionRow), known_at=known_at)
    if since:
        found = found.where(_at >= bindparam("since"))
    if indicator:
        about = col(ObservationRow.indicator) == bindparam("indicator")
        found = found.where(
            col(SubmissionRow.id).in_(select(ObservationRow.submission).where(about))
        )
    return first(found.order_by(col(SubmissionRow.id).desc()), bindparam("limit"))


def _known(found: Statement, *, known_at: bool) -> Statement:
    return found.where(_at <= bindparam("known_at")) if known_at else found


def submission() -> Statement:
    """The submission with this id."""
    return select(SubmissionRow).where(SubmissionRow.id == bindparam("id"))


def submissions_with() -> Statement:
    """The submissions with these ids, the earliest first."""
    wanted = col(SubmissionRow.id).in_(bindparam("ids", expanding=True))
    return select(SubmissionRow).where(wanted).order_by(col(SubmissionRow.id))


def last_submission(*, known_at: bool) -> Statement:
    """The counted submission with the latest instant, which need not have the highest id."""
    return first(_known(select(SubmissionRow), known_at=known_at).order_by(_at.desc()))


def head(*, known_at: bool) -> Statement:
    """The digest of the counted submission with the highest id."""
    number = col(ChainRow.submission)
    found = select(ChainRow.digest).where(counted(ChainRow.submission, known_at=known_at))
    return first(found.order_by(number.desc()))


def digests() -> Statement:
    """The digests of some submissions."""
    return select(ChainRow.submission, ChainRow.digest).where(between(ChainRow.submission))


def undos(*, known_at: bool) -> Statement:
    """Each undo and the submission that it takes back."""
    undoes = col(SubmissionRow.undoes)
    return _known(select(SubmissionRow.id, undoes).where(undoes.is_not(None)), known_at=known_at)


def last_true_instant() -> Statement:
    """The latest instant that a clock gave; manually set ones do not count."""
    found = select(SubmissionRow.at).where(SubmissionRow.test_clock == NO)
    return first(found.order_by(_at.desc()))


def instants_from() -> Statement:
    """The instants given from `at` on, in their order."""
    return select(SubmissionRow.at).where(_at >= bindparam("at")).order_by(_at)


def plan_text() -> Statement:
    """The plan's text under a digest."""
    return select(PlanVersionRow.text).where(PlanVersionRow.digest == bindparam("digest"))


def units_in_force(*, known_at: bool) -> Statement:
    """The text of the units file of the counted submission with the highest id that came with one."""
    made = counted(UnitsVersionRow.submission, known_at=known_at)
    order = col(UnitsVersionRow.submission).desc()
    return first(select(UnitsVersionRow.text).where(made).order_by(order))


def units_versions() -> Statement:
    """Each units file with the submission that it came with, in their order."""
    return (
        select(UnitsVersionRow.digest, SubmissionRow)
        .where(UnitsVersionRow.submission == SubmissionRow.id)
        .order_by(col(UnitsVersionRow.submission))
    )


def plan_versions() -> Statement:
    """Each plan digest with its first and its last submission, by the first."""
    ends = (func.min(SubmissionRow.id).label("first"), func.max(SubmissionRow.id).label("last"))
    digest = col(SubmissionRow.plan_digest)
    span = select(*ends).group_by(digest).subquery("span")
    first, last = (aliased(SubmissionRow, name=name) for name in ("first", "last"))
    return (
        select(first, last)
        .where(col(first.id) == span.c.first, col(last.id) == span.c.last)
        .order_by(span.c.first)
    )


def summaries(*, known_at: bool) -> Statement:
    """The issued summaries by number."""
    made = counted(SummaryIssueRow.submission, known_at=known_at)
    return select(SummaryIssueRow).where(made).order_by(col(SummaryIssueRow.number))


def closings(*, known_at: bool) -> Statement:
    """What was done to periods, in order."""
    made = counted(ClosingRow.submission, known_at=known_at)
    return select(ClosingRow).where(made).order_by(col(ClosingRow.id))


def late_entries(*, known_at: bool) -> Statement:
    """The submissions whose figures came late, with the reasons."""
    made = counted(LateEntryRow.submission, known_at=known_at)
    return select(LateEntryRow).where(made).order_by(col(LateEntryRow.submission))
