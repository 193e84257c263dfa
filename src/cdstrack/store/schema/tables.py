"""The rows of the store, as SQLModel tables: names and storage types, nothing else.

A row is storage: integers and text. Table models do not validate, so no other package sees them;
`cdstrack.store.mapping` turns rows into domain values and back. What keeps rows right (checks,
triggers, indexes) is declared in SQL by `cdstrack.store.schema.version_1`; a test compares the two.
"""

from typing import Annotated

from sqlalchemy import Integer, Table, Text
from sqlmodel import Field, SQLModel

Id = Annotated[int | None, Field(primary_key=True, sa_type=Integer)]
Number = Annotated[int, Field(sa_type=Integer)]
MaybeNumber = Annotated[int | None, Field(sa_type=Integer)]
Words = Annotated[str, Field(sa_type=Text)]
MaybeWords = Annotated[str | None, Field(sa_type=Text)]
Act = Annotated[int, Field(sa_type=Integer, foreign_key="submission.id")]
PlanDigest = Annotated[str, Field(sa_type=Text, foreign_key="plan_version.digest")]

STRICT = {"sqlite_strict": True}


class PlanVersionRow(SQLModel, table=True):
    """The text of a plan file under its digest."""

    __tablename__ = "plan_version"
    __table_args__ = STRICT
    digest: Annotated[str, Field(primary_key=True, sa_type=Text)]
    text: Words


class SubmissionRow(SQLModel, table=True):
    """One act; `at` is UTC text with microseconds, and no two acts share an instant."""

    __tablename__ = "submission"
    __table_args__ = STRICT
    id: Id = None
    at: Words
    kind: Words
    recorded_by: Words
    plan_digest: PlanDigest
    program: Words
    reason: MaybeWords = None
    undoes: Annotated[int | None, Field(sa_type=Integer, foreign_key="submission.id")] = None
    source_name: MaybeWords = None
    source_digest: MaybeWords = None
    test_clock: Number = 0


class ObservationRow(SQLModel, table=True):
    """One figure, or the mark that a cell's figure was withdrawn; numbers are millionths."""

    __tablename__ = "observation"
    __table_args__ = STRICT
    id: Id = None
    submission: Act
    indicator: Words
    org_unit: Words
    disaggregation: Words
    period: Words
    period_start: Words
    period_end: Words
    withdrawn: Number
    entered: Words
    value: MaybeNumber = None
    state: MaybeWords = None
    not_available: MaybeWords = None
    numerator: MaybeNumber = None
    denominator: MaybeNumber = None
    stated: MaybeNumber = None
    qualifier: Words
    document: MaybeWords = None
    reported: MaybeWords = None
    note: MaybeWords = None


class DocumentRow(SQLModel, table=True):
    """One revision of a source document, or the mark that it was withdrawn."""

    __tablename__ = "document"
    __table_args__ = STRICT
    id: Id = None
    submission: Act
    key: Words
    withdrawn: Number
    title: MaybeWords = None
    number: MaybeWords = None
    issuer: MaybeWords = None
    issued: MaybeWords = None
    url: MaybeWords = None
    note: MaybeWords = None


class AcknowledgementRow(SQLModel, table=True):
    """A warning that was accepted with a reason, or the mark that this was taken back."""

    __tablename__ = "acknowledgement"
    __table_args__ = STRICT
    id: Id = None
    submission: Act
    problem: Words
    withdrawn: Number
    reason: MaybeWords = None


class SummaryIssueRow(SQLModel, table=True):
    """A weekly summary as it was sent out, numbered from 1."""

    __tablename__ = "summary_issue"
    __table_args__ = STRICT
    number: Annotated[int, Field(primary_key=True, sa_type=Integer)]
    submission: Act
    week: Words
    as_of: Words
    known_at: MaybeWords = None
    plan_digest: PlanDigest
    language: Words
    text: Words
    sha256: Words


def _table(row: type[SQLModel]) -> Table:
    table: Table = SQLModel.metadata.tables[str(row.__tablename__)]
    return table


PLAN_VERSION = _table(PlanVersionRow)
SUBMISSION = _table(SubmissionRow)
OBSERVATION = _table(ObservationRow)
DOCUMENT = _table(DocumentRow)
ACKNOWLEDGEMENT = _table(AcknowledgementRow)
SUMMARY_ISSUE = _table(SummaryIssueRow)
TABLES = (PLAN_VERSION, SUBMISSION, OBSERVATION, DOCUMENT, ACKNOWLEDGEMENT, SUMMARY_ISSUE)
