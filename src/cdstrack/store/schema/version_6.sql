-- Version 6 of the schema: the units file that a plan names. It has been released: no byte of a statement is ever edited.
--
-- A row is kept with the first submission under a file, and with the first one after each change of it.
-- Submissions from before version 6 have none, so that their digests stay as they are.

CREATE TABLE units_version (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    text TEXT NOT NULL
) STRICT;
CREATE TRIGGER units_version_no_update BEFORE UPDATE ON units_version BEGIN SELECT RAISE(ABORT, 'units_version: rows are only ever added, never changed'); END;
CREATE TRIGGER units_version_no_delete BEFORE DELETE ON units_version BEGIN SELECT RAISE(ABORT, 'units_version: rows are only ever added, never deleted'); END;
CREATE TRIGGER units_version_no_replace BEFORE INSERT ON units_version WHEN EXISTS (SELECT 1 FROM units_version WHERE submission = NEW.submission) BEGIN SELECT RAISE(ABORT, 'units_version: rows are only ever added, never replaced or put in between'); END;
