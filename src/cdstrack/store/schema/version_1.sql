-- Version 1 of the schema. It has been released: no byte of a statement is ever edited.
--
-- Every table holds history: triggers refuse to change, delete or replace a row, whoever asks. The
-- guards against REPLACE run before the insertion, because SQLite runs no delete trigger for the
-- row that is replaced unless the client has switched `recursive_triggers` on. Before the insertion
-- SQLite shows -1 for an id that it is still to choose itself.

CREATE TABLE plan_version (
    digest TEXT NOT NULL PRIMARY KEY CHECK (digest <> ''),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE submission (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    at TEXT NOT NULL UNIQUE CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')),
    kind TEXT NOT NULL CHECK (kind = 'record' OR kind = 'import' OR kind = 'correct' OR kind = 'withdraw' OR kind = 'undo' OR kind = 'document' OR kind = 'acknowledge' OR kind = 'summary'),
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
) STRICT;

CREATE TABLE observation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    org_unit TEXT NOT NULL CHECK (org_unit <> ''),
    disaggregation TEXT NOT NULL,
    period TEXT NOT NULL,
    period_start TEXT NOT NULL CHECK (period_start IS date(period_start, '+0 days')),
    period_end TEXT NOT NULL CHECK (period_end IS date(period_end, '+0 days')),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    entered TEXT NOT NULL,
    value INTEGER,
    state TEXT CHECK (state = 'not-started' OR state = 'in-progress' OR state = 'done'),
    not_available TEXT,
    numerator INTEGER,
    denominator INTEGER CHECK (denominator > 0),
    stated INTEGER,
    qualifier TEXT NOT NULL CHECK (qualifier = 'exact' OR qualifier = 'about' OR qualifier = 'over' OR qualifier = 'nearly' OR qualifier = 'estimate' OR qualifier = 'preliminary' OR qualifier = 'derived'),
    document TEXT,
    reported TEXT CHECK (reported IS date(reported, '+0 days') OR reported IS strftime('%Y-%m', reported || '-01', '+0 days')),
    note TEXT,
    CHECK (period_start <= period_end),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK ((value IS NOT NULL) + (state IS NOT NULL) + (not_available IS NOT NULL)
           = 1 - withdrawn)
) STRICT;

CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    key TEXT NOT NULL CHECK (key <> ''),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    title TEXT,
    number TEXT,
    issuer TEXT,
    issued TEXT CHECK (issued IS date(issued, '+0 days')),
    url TEXT,
    note TEXT,
    CHECK ((title IS NULL) = withdrawn)
) STRICT;

CREATE TABLE acknowledgement (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    problem TEXT NOT NULL CHECK (problem <> ''),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    reason TEXT,
    CHECK ((reason IS NULL) = withdrawn)
) STRICT;

CREATE TABLE summary_issue (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    known_at TEXT CHECK (known_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(known_at, 1, 10) IS date(substr(known_at, 1, 10), '+0 days')),
    plan_digest TEXT NOT NULL REFERENCES plan_version (digest),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX observation_cell ON observation (indicator, org_unit, disaggregation, period);
CREATE INDEX observation_submission ON observation (submission);
CREATE INDEX submission_undoes ON submission (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX document_key ON document (key);
CREATE INDEX document_submission ON document (submission);
CREATE INDEX acknowledgement_problem ON acknowledgement (problem);
CREATE INDEX acknowledgement_submission ON acknowledgement (submission);
CREATE TRIGGER plan_version_no_update BEFORE UPDATE ON plan_version BEGIN SELECT RAISE(ABORT, 'plan_version: rows are only ever added, never changed'); END;
CREATE TRIGGER plan_version_no_delete BEFORE DELETE ON plan_version BEGIN SELECT RAISE(ABORT, 'plan_version: rows are only ever added, never deleted'); END;
CREATE TRIGGER plan_version_no_replace BEFORE INSERT ON plan_version WHEN EXISTS (SELECT 1 FROM plan_version WHERE digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'plan_version: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never changed'); END;
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never deleted'); END;
CREATE TRIGGER submission_no_replace BEFORE INSERT ON submission WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM submission) OR EXISTS (SELECT 1 FROM submission WHERE at = NEW.at) BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never changed'); END;
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never deleted'); END;
CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM observation) BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document: rows are only ever added, never changed'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'document: rows are only ever added, never deleted'); END;
CREATE TRIGGER document_no_replace BEFORE INSERT ON document WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM document) BEGIN SELECT RAISE(ABORT, 'document: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER acknowledgement_no_update BEFORE UPDATE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgement: rows are only ever added, never changed'); END;
CREATE TRIGGER acknowledgement_no_delete BEFORE DELETE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgement: rows are only ever added, never deleted'); END;
CREATE TRIGGER acknowledgement_no_replace BEFORE INSERT ON acknowledgement WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM acknowledgement) BEGIN SELECT RAISE(ABORT, 'acknowledgement: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER summary_issue_no_update BEFORE UPDATE ON summary_issue BEGIN SELECT RAISE(ABORT, 'summary_issue: rows are only ever added, never changed'); END;
CREATE TRIGGER summary_issue_no_delete BEFORE DELETE ON summary_issue BEGIN SELECT RAISE(ABORT, 'summary_issue: rows are only ever added, never deleted'); END;
CREATE TRIGGER summary_issue_no_replace BEFORE INSERT ON summary_issue WHEN NEW.number <> -1 AND NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM summary_issue) BEGIN SELECT RAISE(ABORT, 'summary_issue: rows are only ever added, never replaced or put in between'); END;
