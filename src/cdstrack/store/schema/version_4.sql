-- Version 4 of the schema: closed periods, and why figures came late. It has been released: no byte of a statement is ever edited.
--
-- SQLite cannot change a rule of a table, so the table of submissions is built anew around its rows.

CREATE TABLE submission_rebuilt (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    at TEXT NOT NULL UNIQUE CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')),
    kind TEXT NOT NULL CHECK (kind = 'record' OR kind = 'import' OR kind = 'correct' OR kind = 'withdraw' OR kind = 'undo' OR kind = 'document' OR kind = 'acknowledge' OR kind = 'summary' OR kind = 'close' OR kind = 'reopen'),
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
INSERT INTO submission_rebuilt SELECT * FROM submission;
DROP TABLE submission;
ALTER TABLE submission_rebuilt RENAME TO submission;
CREATE INDEX submission_undoes ON submission (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never changed'); END;
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never deleted'); END;
CREATE TRIGGER submission_no_replace BEFORE INSERT ON submission WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM submission) OR EXISTS (SELECT 1 FROM submission WHERE at = NEW.at) BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never replaced or put in between'); END;

CREATE TABLE closing (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    period TEXT NOT NULL CHECK (period <> ''),
    reopened INTEGER NOT NULL CHECK (reopened BETWEEN 0 AND 1),
    approved_by TEXT,
    figures INTEGER CHECK (figures >= 0),
    head TEXT CHECK (length(head) = 64),
    CHECK ((coalesce(approved_by, '') = '') = reopened),
    CHECK ((figures IS NULL) = reopened)
) STRICT;

CREATE TABLE late_entry (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX closing_submission ON closing (submission);
CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing: rows are only ever added, never changed'); END;
CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing: rows are only ever added, never deleted'); END;
CREATE TRIGGER closing_no_replace BEFORE INSERT ON closing WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM closing) BEGIN SELECT RAISE(ABORT, 'closing: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER late_entry_no_update BEFORE UPDATE ON late_entry BEGIN SELECT RAISE(ABORT, 'late_entry: rows are only ever added, never changed'); END;
CREATE TRIGGER late_entry_no_delete BEFORE DELETE ON late_entry BEGIN SELECT RAISE(ABORT, 'late_entry: rows are only ever added, never deleted'); END;
CREATE TRIGGER late_entry_no_replace BEFORE INSERT ON late_entry WHEN EXISTS (SELECT 1 FROM late_entry WHERE submission = NEW.submission) BEGIN SELECT RAISE(ABORT, 'late_entry: rows are only ever added, never replaced or put in between'); END;
