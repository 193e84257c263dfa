"""The tables as SQLModel declares them: columns, keys, rules and indexes, each of them once.

A row is storage, integers and text; table models do not validate, so no other package sees them.
A released store is made by the SQL of its version instead, whose text `doctor` compares; a test
holds the two equal. The triggers that refuse to change a row are there only.
"""

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel

from cdstrack.store.schema.dialects import DAY, DAY_OR_MONTH, INSTANT, WEEK, form_rules, rule

_KINDS = (
    "('record', 'import', 'correct', 'withdraw', 'undo', 'document', 'acknowledge', 'summary',"
    " 'close', 'reopen')"
)
_QUALIFIERS = "('exact', 'about', 'over', 'nearly', 'estimate', 'preliminary', 'derived')"
_CELL = ("indicator", "org_unit", "disaggregation", "period")
_STRICT = {"sqlite_strict": True}
_NUMBERED = {"autoincrement": False}
"""The program numbers rows itself, one after the other."""
_UNDOES = text("undoes IS NOT NULL")


class PlanVersionRow(SQLModel, table=True):
    """The text of a plan file under its digest."""

    __tablename__ = "plan_version"
    __table_args__ = (rule("plan_version_digest_given", "digest <> ''"), _STRICT)

    digest: str = Field(primary_key=True)
    text: str


class SubmissionRow(SQLModel, table=True):
    """One act; `at` is UTC text with microseconds, and no two acts share an instant."""

    __tablename__ = "submission"
    __table_args__ = (
        rule("submission_id_positive", "id > 0"),
        *form_rules("submission_at_instant", "at", INSTANT),
        rule("submission_kind_known", f"kind IN {_KINDS}"),
        rule("submission_by_given", "recorded_by <> ''"),
        rule("submission_undoes_earlier", "undoes < id"),
        rule("submission_test_clock_flag", "test_clock BETWEEN 0 AND 1"),
        rule("submission_undo_names_another", "(kind = 'undo') = (undoes IS NOT NULL)"),
        rule(
            "submission_change_has_reason",
            "(kind <> 'correct' AND kind <> 'withdraw') OR coalesce(reason, '') <> ''",
        ),
        Index("submission_undoes", "undoes", sqlite_where=_UNDOES, postgresql_where=_UNDOES),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs=_NUMBERED)
    at: str = Field(unique=True)
    kind: str
    recorded_by: str
    plan_digest: str = Field(foreign_key="plan_version.digest")
    program: str
    reason: str | None = None
    undoes: int | None = Field(default=None, foreign_key="submission.id")
    source_name: str | None = None
    source_digest: str | None = None
    test_clock: int


class ObservationRow(SQLModel, table=True):
    """One figure, or the mark that a cell's figure was withdrawn; numbers are millionths."""

    __tablename__ = "observation"
    __table_args__ = (
        rule("observation_id_positive", "id > 0"),
        rule("observation_indicator_given", "indicator <> ''"),
        rule("observation_org_unit_given", "org_unit <> ''"),
        *form_rules("observation_period_start_day", "period_start", DAY),
        *form_rules("observation_period_end_day", "period_end", DAY),
        rule("observation_withdrawn_flag", "withdrawn BETWEEN 0 AND 1"),
        rule(
            "observation_state_known",
            "state IN ('not-started', 'in-progress', 'mostly-done', 'done')",
        ),
        rule("observation_denominator_positive", "denominator > 0"),
        rule("observation_qualifier_known", f"qualifier IN {_QUALIFIERS}"),
        *form_rules("observation_reported_day_or_month", "reported", DAY_OR_MONTH),
        rule("observation_period_in_order", "period_start <= period_end"),
        rule("observation_fraction_whole", "(numerator IS NULL) = (denominator IS NULL)"),
        rule(
            "observation_says_one_thing",
            "CASE WHEN value IS NULL THEN 0 ELSE 1 END + CASE WHEN state IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN not_available IS NULL THEN 0 ELSE 1 END = 1 - withdrawn",
        ),
        # In PostgreSQL guards look at all rows that are added together; this would ask for each.
        ForeignKeyConstraint(["submission"], ["submission.id"]).ddl_if(dialect="sqlite"),
        # The latest revision of a cell is the last entry of its key: in SQLite the row id ends every
        # key, in PostgreSQL it must be named.
        Index("observation_cell", *_CELL).ddl_if(dialect="sqlite"),
        Index("observation_cell", *_CELL, "id").ddl_if(dialect="postgresql"),
        Index("observation_submission", "submission"),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs=_NUMBERED)
    submission: int
    indicator: str
    org_unit: str
    disaggregation: str
    period: str
    period_start: str
    period_end: str
    withdrawn: int
    entered: str
    value: int | None = None
    state: str | None = None
    not_available: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    stated: int | None = None
    qualifier: str
    document: str | None = None
    reported: str | None = None
    note: str | None = None


class DocumentRow(SQLModel, table=True):
    """One revision of a source document, or the mark that it was withdrawn."""

    __tablename__ = "document"
    __table_args__ = (
        rule("document_id_positive", "id > 0"),
        rule("document_key_given", "key <> ''"),
        rule("document_withdrawn_flag", "withdrawn BETWEEN 0 AND 1"),
        *form_rules("document_issued_day", "issued", DAY),
        rule("document_has_title", "(CASE WHEN title IS NULL THEN 1 ELSE 0 END) = withdrawn"),
        Index("document_key", "key"),
        Index("document_submission", "submission"),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs=_NUMBERED)
    submission: int = Field(foreign_key="submission.id")
    key: str
    withdrawn: int
    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: str | None = None
    url: str | None = None
    note: str | None = None


class AcknowledgementRow(SQLModel, table=True):
    """A warning that was accepted with a reason, or the mark that this was taken back."""

    __tablename__ = "acknowledgement"
    __table_args__ = (
        rule("acknowledgement_id_positive", "id > 0"),
        rule("acknowledgement_problem_given", "problem <> ''"),
        rule("acknowledgement_withdrawn_flag", "withdrawn BETWEEN 0 AND 1"),
        rule(
            "acknowledgement_has_reason", "(CASE WHEN reason IS NULL THEN 1 ELSE 0 END) = withdrawn"
        ),
        Index("acknowledgement_problem", "problem"),
        Index("acknowledgement_submission", "submission"),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs=_NUMBERED)
    submission: int = Field(foreign_key="submission.id")
    problem: str
    withdrawn: int
    reason: str | None = None


class SummaryIssueRow(SQLModel, table=True):
    """A weekly summary as it was sent out, numbered from 1."""

    __tablename__ = "summary_issue"
    __table_args__ = (
        rule("summary_issue_number_positive", "number > 0"),
        *form_rules("summary_issue_week", "week", WEEK),
        *form_rules("summary_issue_as_of_day", "as_of", DAY),
        *form_rules("summary_issue_known_at_instant", "known_at", INSTANT),
        rule("summary_issue_sha256_whole", "length(sha256) = 64"),
        _STRICT,
    )

    number: int = Field(default=None, primary_key=True, sa_column_kwargs=_NUMBERED)
    submission: int = Field(foreign_key="submission.id")
    week: str
    as_of: str
    known_at: str | None = None
    plan_digest: str = Field(foreign_key="plan_version.digest")
    language: str
    text: str
    sha256: str


class DatabaseUserRow(SQLModel, table=True):
    """The account of a server that added a submission, where it is not named like who recorded.

    The server notes it. The row is sealed with the digest of `sealed_in`: the submission itself, or
    the first one after the store came to version 5.
    """

    __tablename__ = "database_user"
    __table_args__ = (
        rule("database_user_name_given", "name <> ''"),
        rule("database_user_sealed_then_or_later", "sealed_in >= submission"),
        Index("database_user_sealed_in", "sealed_in"),
        _STRICT,
    )

    submission: int = Field(
        primary_key=True, foreign_key="submission.id", sa_column_kwargs=_NUMBERED
    )
    name: str
    sealed_in: int


class UnitsVersionRow(SQLModel, table=True):
    """The text of the units file that the plan names, from a submission on until another follows."""

    __tablename__ = "units_version"
    __table_args__ = (rule("units_version_digest_whole", "length(digest) = 64"), _STRICT)

    submission: int = Field(
        primary_key=True, foreign_key="submission.id", sa_column_kwargs=_NUMBERED
    )
    digest: str
    text: str


class ChainRow(SQLModel, table=True):
    """The digest of a submission over the one before it and over all its rows."""

    __tablename__ = "chain"
    __table_args__ = (rule("chain_digest_whole", "length(digest) = 64"), _STRICT)

    submission: int = Field(
        primary_key=True, foreign_key="submission.id", sa_column_kwargs=_NUMBERED
    )
    digest: str


class ChainStartRow(SQLModel, table=True):
    """When an older store got its chain, and the last submission that was in it by then."""

    __tablename__ = "chain_start"
    __table_args__ = (*form_rules("chain_start_at_instant", "at", INSTANT), _STRICT)

    submission: int = Field(
        primary_key=True, foreign_key="submission.id", sa_column_kwargs=_NUMBERED
    )
    at: str


class ClosingRow(SQLModel, table=True):
    """A period that was closed, or the mark that it was opened again."""

    __tablename__ = "closing"
    __table_args__ = (
        rule("closing_id_positive", "id > 0"),
        rule("closing_period_given", "period <> ''"),
        rule("closing_reopened_flag", "reopened BETWEEN 0 AND 1"),
        rule("closing_figures_counted", "figures >= 0"),
        rule("closing_head_whole", "length(head) = 64"),
        rule(
            "closing_is_approved",
            "CASE WHEN coalesce(approved_by, '') = '' THEN 1 ELSE 0 END = reopened",
        ),
        rule("closing_is_counted", "(CASE WHEN figures IS NULL THEN 1 ELSE 0 END) = reopened"),
        Index("closing_submission", "submission"),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs=_NUMBERED)
    submission: int = Field(foreign_key="submission.id")
    period: str
    reopened: int
    approved_by: str | None = None
    figures: int | None = None
    head: str | None = None


class LateEntryRow(SQLModel, table=True):
    """Why the figures of a submission came after their period was closed."""

    __tablename__ = "late_entry"
    __table_args__ = (rule("late_entry_has_reason", "reason <> ''"), _STRICT)

    submission: int = Field(
        primary_key=True, foreign_key="submission.id", sa_column_kwargs=_NUMBERED
    )
    reason: str
