"""The questions that the store is asked about acts and what else they keep, as Core selects."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, func, select

from cdstrack.store.mapping import instant_text
from cdstrack.store.query.observations import counted
from cdstrack.store.schema.tables import (
    ACKNOWLEDGEMENT,
    DOCUMENT,
    OBSERVATION,
    PLAN_VERSION,
    SUBMISSION,
    SUMMARY_ISSUE,
)


@dataclass(frozen=True, slots=True)
class Acts:
    """Which submissions are asked for; what is null is not asked about."""

    known_at: datetime | None = None
    since: datetime | None = None
    by: str | None = None
    indicator: str | None = None
    limit: int | None = None


def submissions(wanted: Acts) -> Select[Any]:
    """The submissions, the latest first."""
    found = select(SUBMISSION).order_by(SUBMISSION.c.id.desc()).limit(wanted.limit)
    if wanted.known_at is not None:
        found = found.where(SUBMISSION.c.at <= instant_text(wanted.known_at))
    if wanted.since is not None:
        found = found.where(SUBMISSION.c.at >= instant_text(wanted.since))
    if wanted.by is not None:
        found = found.where(SUBMISSION.c.recorded_by == wanted.by)
    if wanted.indicator is not None:
        touched = select(OBSERVATION.c.submission).where(
            OBSERVATION.c.indicator == wanted.indicator
        )
        found = found.where(SUBMISSION.c.id.in_(touched))
    return found


def submission(number: int) -> Select[Any]:
    """The submission with this id."""
    return select(SUBMISSION).where(SUBMISSION.c.id == number)


def last_submission(known_at: datetime | None) -> Select[Any]:
    """The counted submission with the latest instant, which need not have the highest id."""
    found = select(SUBMISSION).order_by(SUBMISSION.c.at.desc()).limit(1)
    return found if known_at is None else found.where(SUBMISSION.c.at <= instant_text(known_at))


def undos(known_at: datetime | None) -> Select[Any]:
    """Each undo and the submission that it takes back."""
    found = select(SUBMISSION.c.id, SUBMISSION.c.undoes).where(SUBMISSION.c.undoes.is_not(None))
    return found if known_at is None else found.where(SUBMISSION.c.at <= instant_text(known_at))


def plan_text(digest: str) -> Select[Any]:
    """The plan's text under a digest."""
    return select(PLAN_VERSION).where(PLAN_VERSION.c.digest == digest)


def plan_versions() -> Select[Any]:
    """Each plan digest with its first and last submission (names `first_…`, `last_…`)."""
    span = (
        select(
            SUBMISSION.c.plan_digest.label("digest"),
            func.min(SUBMISSION.c.id).label("first"),
            func.max(SUBMISSION.c.id).label("last"),
        )
        .group_by(SUBMISSION.c.plan_digest)
        .subquery("span")
    )
    ends = {name: SUBMISSION.alias(name) for name in ("first", "last")}
    columns = [
        column.label(f"{name}_{column.name}") for name, end in ends.items() for column in end.c
    ]
    return (
        select(span.c.digest, *columns)
        .where(*(end.c.id == span.c[name] for name, end in ends.items()))
        .order_by(span.c.first)
    )


def documents(known_at: datetime | None) -> Select[Any]:
    """The latest revision of each document, unless it withdraws."""
    return _latest_of_each(DOCUMENT, "key", known_at)


def acknowledgements(known_at: datetime | None) -> Select[Any]:
    """The acknowledgements that stand."""
    return _latest_of_each(ACKNOWLEDGEMENT, "problem", known_at)


def summaries(known_at: datetime | None) -> Select[Any]:
    """The issued summaries by number."""
    made = counted(SUMMARY_ISSUE.c.submission, known_at)
    return select(SUMMARY_ISSUE).where(made).order_by(SUMMARY_ISSUE.c.number)


def _latest_of_each(table: Table, key: str, known_at: datetime | None) -> Select[Any]:
    row, later = table.alias("row"), table.alias("later")
    overtaken = (
        select(later.c.id)
        .where(
            later.c[key] == row.c[key],
            later.c.id > row.c.id,
            counted(later.c.submission, known_at),
        )
        .exists()
    )
    return (
        select(row)
        .where(row.c.withdrawn == 0, counted(row.c.submission, known_at), ~overtaken)
        .order_by(row.c.id)
    )


def last_true_instant() -> Select[Any]:
    """The latest instant that a clock gave; those set by hand do not count."""
    found = select(SUBMISSION.c.at).where(SUBMISSION.c.test_clock == 0)
    return found.order_by(SUBMISSION.c.at.desc()).limit(1)


def instants_from(at: datetime) -> Select[Any]:
    """The instants given from `at` on, in their order."""
    found = select(SUBMISSION.c.at).where(SUBMISSION.c.at >= instant_text(at))
    return found.order_by(SUBMISSION.c.at)


def keyed_before_and_after(table: Table, key: str, submission: int) -> Select[Any]:
    """Each row of a submission beside the row before it with its key (names `before_…`)."""
    row, before = table.alias("row"), table.alias("before")
    earlier = table.alias("earlier")
    last_earlier = (
        select(func.max(earlier.c.id))
        .where(earlier.c[key] == row.c[key], earlier.c.id < row.c.id)
        .correlate(row)
        .scalar_subquery()
    )
    columns = [column.label(f"before_{column.name}") for column in before.c]
    return (
        select(row, *columns)
        .select_from(row.outerjoin(before, before.c.id == last_earlier))
        .where(row.c.submission == submission)
        .order_by(row.c.id)
    )


def keyed_touched_later(table: Table, key: str, submission: int) -> Select[Any]:
    """The later submissions that have a row with a key which this one has."""
    row, later = table.alias("row"), table.alias("later")
    return (
        select(later.c.submission)
        .distinct()
        .select_from(row.join(later, later.c[key] == row.c[key]))
        .where(row.c.submission == submission, later.c.submission > submission)
    )


def submissions_with(numbers: Collection[int]) -> Select[Any]:
    """The submissions with these ids, the earliest first."""
    return select(SUBMISSION).where(SUBMISSION.c.id.in_(numbers)).order_by(SUBMISSION.c.id)
