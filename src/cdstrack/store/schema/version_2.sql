-- Version 2 of the schema: the chain. It has been released: no byte of a statement is ever edited.
--
-- A digest is added behind the rows of its submission, in the same transaction. A store of version 1
-- gets its digests by the program, which also notes when that was: see `cdstrack.store.chain`.

CREATE TABLE chain (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

CREATE TABLE chain_start (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days'))
) STRICT;
CREATE TRIGGER chain_no_update BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'chain: rows are only ever added, never changed'); END;
CREATE TRIGGER chain_no_delete BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'chain: rows are only ever added, never deleted'); END;
CREATE TRIGGER chain_no_replace BEFORE INSERT ON chain WHEN NEW.submission IS NOT (SELECT coalesce(max(submission), 0) + 1 FROM chain) BEGIN SELECT RAISE(ABORT, 'chain: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER chain_start_no_update BEFORE UPDATE ON chain_start BEGIN SELECT RAISE(ABORT, 'chain_start: rows are only ever added, never changed'); END;
CREATE TRIGGER chain_start_no_delete BEFORE DELETE ON chain_start BEGIN SELECT RAISE(ABORT, 'chain_start: rows are only ever added, never deleted'); END;
CREATE TRIGGER chain_start_no_replace BEFORE INSERT ON chain_start WHEN EXISTS (SELECT 1 FROM chain_start) BEGIN SELECT RAISE(ABORT, 'chain_start: rows are only ever added, never replaced or put in between'); END;
