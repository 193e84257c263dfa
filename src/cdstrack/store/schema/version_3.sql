-- Version 3 of the schema: a state may be `mostly-done`. It has been released: no byte of a statement is ever edited.
--
-- SQLite cannot change a rule of a table, so the table of observations is built anew around its rows.

CREATE TABLE observation_rebuilt (
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
    state TEXT CHECK (state = 'not-started' OR state = 'in-progress' OR state = 'mostly-done' OR state = 'done'),
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
INSERT INTO observation_rebuilt SELECT * FROM observation;
DROP TABLE observation;
ALTER TABLE observation_rebuilt RENAME TO observation;
CREATE INDEX observation_cell ON observation (indicator, org_unit, disaggregation, period);
CREATE INDEX observation_submission ON observation (submission);
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never changed'); END;
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never deleted'); END;
CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM observation) BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never replaced or put in between'); END;
