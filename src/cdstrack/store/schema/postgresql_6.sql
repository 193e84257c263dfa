-- Version 6 of the schema: the units file that a plan names. It has been released: no byte of a
-- statement is ever edited.
--
-- Whoever may read or add the other rows may read or add these.

CREATE TABLE units_version (
    submission BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (submission),
    CONSTRAINT units_version_digest_whole CHECK (length(digest) = 64),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TRIGGER units_version_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON units_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE
    account TEXT;
BEGIN
    FOREACH account IN ARRAY ARRAY['cdstrack_reader', 'cdstrack_writer'] LOOP
        IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = account) THEN
            IF has_table_privilege(account, 'submission', 'SELECT') THEN
                EXECUTE format('GRANT SELECT ON units_version TO %I', account);
            END IF;
            IF has_table_privilege(account, 'submission', 'INSERT') THEN
                EXECUTE format('GRANT INSERT ON units_version TO %I', account);
            END IF;
        END IF;
    END LOOP;
END
$$;
