-- Version 5 of the schema: the account that added a submission is digested with it. It has been
-- released: no byte of a statement is ever edited.
--
-- Nothing is noted where the account is named like who recorded. The accounts noted so far are
-- digested with the next submission, so that no digest changes.

DO $$
BEGIN
    EXECUTE format('ALTER TABLE database_user ADD COLUMN sealed_in BIGINT NOT NULL DEFAULT %s',
                   (SELECT coalesce(max(id), 0) + 1 FROM submission));
END
$$;
ALTER TABLE database_user ALTER COLUMN sealed_in DROP DEFAULT;
ALTER TABLE database_user ADD CONSTRAINT database_user_name_given CHECK (name <> '');
ALTER TABLE database_user ADD CONSTRAINT database_user_sealed_then_or_later CHECK (sealed_in >= submission);
CREATE INDEX database_user_sealed_in ON database_user (sealed_in);

CREATE OR REPLACE FUNCTION note_database_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_copy BOOLEAN := current_setting('cdstrack.copying', true) = 'on'
        AND pg_has_role(session_user, current_user, 'MEMBER');
BEGIN
    IF is_copy IS NOT TRUE AND NEW.recorded_by <> session_user::text THEN
        EXECUTE format('INSERT INTO %I.database_user (submission, name, sealed_in)'
                       ' VALUES ($1, $2, $1)', TG_TABLE_SCHEMA) USING NEW.id, session_user::text;
    END IF;
    RETURN NULL;
END
$$;
