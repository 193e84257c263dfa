"""The columns of each table in their released order, so that rows are written without SQLModel.

A test holds them equal to the tables of `cdstrack.store.schema.tables`.
"""

TABLES: dict[str, tuple[str, ...]] = {
    "plan_version": ("digest", "text"),
    "submission": (
        *("id", "at", "kind", "recorded_by", "plan_digest", "program", "reason", "undoes"),
        *("source_name", "source_digest", "test_clock"),
    ),
    "observation": (
        *("id", "submission", "indicator", "org_unit", "disaggregation", "period"),
        *("period_start", "period_end", "withdrawn", "entered", "value", "state"),
        *("not_available", "numerator", "denominator", "stated", "qualifier", "document"),
        *("reported", "note"),
    ),
    "document": (
        *("id", "submission", "key", "withdrawn", "title", "number", "issuer", "issued", "url"),
        "note",
    ),
    "acknowledgement": ("id", "submission", "problem", "withdrawn", "reason"),
    "summary_issue": (
        *("number", "submission", "week", "as_of", "known_at", "plan_digest", "language"),
        *("text", "sha256"),
    ),
    "chain_start": ("submission", "at"),
    "closing": ("id", "submission", "period", "reopened", "approved_by", "figures", "head"),
    "late_entry": ("submission", "reason"),
    "database_user": ("submission", "name", "sealed_in"),
    "units_version": ("submission", "digest", "text"),
    "chain": ("submission", "digest"),
}
"""A row refers only to rows of the tables before its own, or of its own table."""


OF_UNITS = (
    *("id", "indicator", "org_unit", "period", "period_start", "period_end"),
    *("value", "state", "numerator", "denominator", "qualifier", "disaggregation"),
)
"""The columns of an observation that are read where figures of units are added up."""


PLACE = ("id", "org_unit", "disaggregation", "period", "period_end", "withdrawn")
"""The columns of an observation that say where it stands among others of its indicator."""


def insertion(table: str, *, without_id: bool = False) -> str:
    """SQL that adds a row given in the order of its columns; with `without_id` but for the first."""
    columns = TABLES[table][without_id:]
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our names
