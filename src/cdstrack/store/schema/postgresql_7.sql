-- Version 7 of the schema: the submission of figures is looked up once for all that are added
-- together, and what runs as the owner is for the guards only. It has been released: no byte of a
-- statement is ever edited.
--
-- A foreign key asks for each row by itself, a third of the server's time in a large import. The
-- guards in its place refuse the same under the same locks: a figure whose submission is not there,
-- and what would take away the submission of a figure.

ALTER TABLE observation DROP CONSTRAINT observation_submission_fkey;

CREATE FUNCTION refuse_unknown() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, cdstrack, pg_temp AS $$
DECLARE
    named BIGINT;
BEGIN
    FOR named IN SELECT DISTINCT submission FROM added LOOP
        PERFORM FROM submission WHERE id = named FOR KEY SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION '%: a row violates its reference, there is no submission %',
                TG_TABLE_NAME, named USING ERRCODE = 'foreign_key_violation';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE FUNCTION refuse_orphan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, cdstrack, pg_temp AS $$
DECLARE
    referred BIGINT := (
        SELECT min(id) FROM gone
        WHERE EXISTS (SELECT FROM observation WHERE observation.submission = gone.id)
        AND NOT EXISTS (SELECT FROM submission WHERE submission.id = gone.id)
    );
BEGIN
    IF referred IS NOT NULL THEN
        RAISE EXCEPTION '%: figures refer to submission %', TG_TABLE_NAME, referred
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER observation_submission_known AFTER INSERT ON observation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown();
CREATE TRIGGER observation_submission_still_known AFTER UPDATE ON observation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown();
CREATE TRIGGER submission_without_figures AFTER DELETE ON submission
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_orphan();
CREATE TRIGGER submission_still_there AFTER UPDATE ON submission
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_orphan();

-- Whoever may use such a function could put it on a table of their own and have code run as the
-- owner.
REVOKE EXECUTE ON FUNCTION note_database_user(), refuse_unknown(), refuse_orphan() FROM PUBLIC;
