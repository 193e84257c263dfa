-- Version 5 of the schema: the account of a server that added a submission. It has been released: no byte of a statement is ever edited.
--
-- What is recorded in a file has no such row; a copy of a record on a server brings its rows along.
-- A row is digested with the rows of the submission `sealed_in`.

CREATE TABLE database_user (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    name TEXT NOT NULL CHECK (name <> ''),
    sealed_in INTEGER NOT NULL,
    CHECK (sealed_in >= submission)
) STRICT;
CREATE INDEX database_user_sealed_in ON database_user (sealed_in);
CREATE TRIGGER database_user_no_update BEFORE UPDATE ON database_user BEGIN SELECT RAISE(ABORT, 'database_user: rows are only ever added, never changed'); END;
CREATE TRIGGER database_user_no_delete BEFORE DELETE ON database_user BEGIN SELECT RAISE(ABORT, 'database_user: rows are only ever added, never deleted'); END;
CREATE TRIGGER database_user_no_replace BEFORE INSERT ON database_user WHEN EXISTS (SELECT 1 FROM database_user WHERE submission = NEW.submission) BEGIN SELECT RAISE(ABORT, 'database_user: rows are only ever added, never replaced or put in between'); END;
