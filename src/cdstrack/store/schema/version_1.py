"""Version 1 of the schema, statement by statement. Never edited once it has been released.

Every table holds history: triggers refuse to change, delete or replace a row, whoever asks. The
guards against REPLACE stand before the insertion, because SQLite runs no delete trigger for the
row that is replaced unless the client has switched `recursive_triggers` on.
"""


def _one_of(column: str, words: str) -> str:
    # IN with a list builds a table for each row that is added, which doubles the time it takes.
    return " OR ".join(f"{column} = '{word}'" for word in words.split())


_KIND = _one_of("kind", "record import correct withdraw undo document acknowledge summary")
_STATE = _one_of("state", "not-started in-progress done")
_QUALIFIER = _one_of("qualifier", "exact about over nearly estimate preliminary derived")
_INSTANT = (
    "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    ".[0-9][0-9][0-9][0-9][0-9][0-9]Z'"
    " AND substr({0}, 1, 10) IS date(substr({0}, 1, 10), '+0 days')"
)
# `d IS date(d)` alone accepts 2026-02-30; the modifier makes SQLite count the day out.
_DAY = "{0} IS date({0}, '+0 days')"
_DAY_OR_MONTH = f"{_DAY} OR {{0}} IS strftime('%Y-%m', {{0}} || '-01', '+0 days')"

PLAN_VERSION = """
CREATE TABLE plan_version (
    digest TEXT NOT NULL PRIMARY KEY CHECK (digest <> ''),
    text TEXT NOT NULL
) STRICT"""

SUBMISSION = f"""
CREATE TABLE submission (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    at TEXT NOT NULL UNIQUE CHECK ({_INSTANT.format("at")}),
    kind TEXT NOT NULL CHECK ({_KIND}),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    plan_digest TEXT NOT NULL REFERENCES plan_version (digest),
    program TEXT NOT NULL,
    reason TEXT,
    undoes INTEGER REFERENCES submission (id) CHECK (undoes < id),
    source_name TEXT,
    source_digest TEXT,
    test_clock INTEGER NOT NULL CHECK (test_clock BETWEEN 0 AND 1),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
    CHECK ((kind <> 'correct' AND kind <> 'withdraw') OR coalesce(reason, '') <> '')
) STRICT"""

OBSERVATION = f"""
CREATE TABLE observation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    org_unit TEXT NOT NULL CHECK (org_unit <> ''),
    disaggregation TEXT NOT NULL,
    period TEXT NOT NULL,
    period_start TEXT NOT NULL CHECK ({_DAY.format("period_start")}),
    period_end TEXT NOT NULL CHECK ({_DAY.format("period_end")}),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    entered TEXT NOT NULL,
    value INTEGER,
    state TEXT CHECK ({_STATE}),
    not_available TEXT,
    numerator INTEGER,
    denominator INTEGER CHECK (denominator > 0),
    stated INTEGER,
    qualifier TEXT NOT NULL CHECK ({_QUALIFIER}),
    document TEXT,
    reported TEXT CHECK ({_DAY_OR_MONTH.format("reported")}),
    note TEXT,
    CHECK (period_start <= period_end),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK ((value IS NOT NULL) + (state IS NOT NULL) + (not_available IS NOT NULL)
           = 1 - withdrawn)
) STRICT"""

DOCUMENT = f"""
CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    key TEXT NOT NULL CHECK (key <> ''),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    title TEXT,
    number TEXT,
    issuer TEXT,
    issued TEXT CHECK ({_DAY.format("issued")}),
    url TEXT,
    note TEXT,
    CHECK ((title IS NULL) = withdrawn)
) STRICT"""

ACKNOWLEDGEMENT = """
CREATE TABLE acknowledgement (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    problem TEXT NOT NULL CHECK (problem <> ''),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    reason TEXT,
    CHECK ((reason IS NULL) = withdrawn)
) STRICT"""

SUMMARY_ISSUE = f"""
CREATE TABLE summary_issue (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    as_of TEXT NOT NULL CHECK ({_DAY.format("as_of")}),
    known_at TEXT CHECK ({_INSTANT.format("known_at")}),
    plan_digest TEXT NOT NULL REFERENCES plan_version (digest),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT"""

INDEXES = (
    # The latest revision of a cell is the last entry of its key: the row id ends every key.
    "CREATE INDEX observation_cell ON observation (indicator, org_unit, disaggregation, period)",
    "CREATE INDEX observation_submission ON observation (submission)",
    "CREATE INDEX submission_undoes ON submission (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX document_key ON document (key)",
    "CREATE INDEX document_submission ON document (submission)",
    "CREATE INDEX acknowledgement_problem ON acknowledgement (problem)",
    "CREATE INDEX acknowledgement_submission ON acknowledgement (submission)",
)


_REFUSE = "BEGIN SELECT RAISE(ABORT, '{0}: rows are only ever added, never {1}'); END"
_NO_UPDATE = "CREATE TRIGGER {0}_no_update BEFORE UPDATE ON {0} " + _REFUSE
_NO_DELETE = "CREATE TRIGGER {0}_no_delete BEFORE DELETE ON {0} " + _REFUSE
_NO_REPLACE = "CREATE TRIGGER {0}_no_replace BEFORE INSERT ON {0} WHEN {2} " + _REFUSE

# Before the insertion SQLite shows -1 for an id that it is still to choose itself.
_NOT_NEXT = "NEW.{1} <> -1 AND NEW.{1} IS NOT (SELECT coalesce(max({1}), 0) + 1 FROM {0})"
_TAKEN = "EXISTS (SELECT 1 FROM {0} WHERE {1} = NEW.{1})"
_WRONG_PLACE = {
    "plan_version": _TAKEN.format("plan_version", "digest"),
    "submission": " OR ".join(
        (_NOT_NEXT.format("submission", "id"), _TAKEN.format("submission", "at"))
    ),
    "observation": _NOT_NEXT.format("observation", "id"),
    "document": _NOT_NEXT.format("document", "id"),
    "acknowledgement": _NOT_NEXT.format("acknowledgement", "id"),
    "summary_issue": _NOT_NEXT.format("summary_issue", "number"),
}


def _guards(table: str, wrong_place: str) -> tuple[str, ...]:
    return (
        _NO_UPDATE.format(table, "changed"),
        _NO_DELETE.format(table, "deleted"),
        _NO_REPLACE.format(table, "replaced or put in between", wrong_place),
    )


STATEMENTS: tuple[str, ...] = (
    PLAN_VERSION,
    SUBMISSION,
    OBSERVATION,
    DOCUMENT,
    ACKNOWLEDGEMENT,
    SUMMARY_ISSUE,
    *INDEXES,
    *(guard for table, place in _WRONG_PLACE.items() for guard in _guards(table, place)),
)
