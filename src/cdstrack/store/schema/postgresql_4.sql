-- The first version of the schema on PostgreSQL; it has the number of the SQLite version with the
-- same tables. It has been released: no byte of a statement is ever edited.
--
-- Every table holds history: triggers refuse to change, delete or empty it, whoever asks. Rows are
-- numbered one after the other; a statement that would leave a gap, or put a row in between, is
-- refused as a whole.

CREATE TABLE plan_version (
    digest TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (digest),
    CONSTRAINT plan_version_digest_given CHECK (digest <> '')
);
CREATE TABLE submission (
    id BIGINT NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    recorded_by TEXT COLLATE "C" NOT NULL,
    plan_digest TEXT COLLATE "C" NOT NULL,
    program TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C",
    undoes BIGINT,
    source_name TEXT COLLATE "C",
    source_digest TEXT COLLATE "C",
    test_clock BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT submission_id_positive CHECK (id > 0),
    CONSTRAINT submission_at_instant CHECK (at ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z$'),
    CONSTRAINT submission_kind_known CHECK (kind IN ('record', 'import', 'correct', 'withdraw', 'undo', 'document', 'acknowledge', 'summary', 'close', 'reopen')),
    CONSTRAINT submission_by_given CHECK (recorded_by <> ''),
    CONSTRAINT submission_undoes_earlier CHECK (undoes < id),
    CONSTRAINT submission_test_clock_flag CHECK (test_clock BETWEEN 0 AND 1),
    CONSTRAINT submission_undo_names_another CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
    CONSTRAINT submission_change_has_reason CHECK ((kind <> 'correct' AND kind <> 'withdraw') OR coalesce(reason, '') <> ''),
    UNIQUE (at),
    FOREIGN KEY(plan_digest) REFERENCES plan_version (digest),
    FOREIGN KEY(undoes) REFERENCES submission (id)
);
CREATE TABLE observation (
    id BIGINT NOT NULL,
    submission BIGINT NOT NULL,
    indicator TEXT COLLATE "C" NOT NULL,
    org_unit TEXT COLLATE "C" NOT NULL,
    disaggregation TEXT COLLATE "C" NOT NULL,
    period TEXT COLLATE "C" NOT NULL,
    period_start TEXT COLLATE "C" NOT NULL,
    period_end TEXT COLLATE "C" NOT NULL,
    withdrawn BIGINT NOT NULL,
    entered TEXT COLLATE "C" NOT NULL,
    value BIGINT,
    state TEXT COLLATE "C",
    not_available TEXT COLLATE "C",
    numerator BIGINT,
    denominator BIGINT,
    stated BIGINT,
    qualifier TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C",
    reported TEXT COLLATE "C",
    note TEXT COLLATE "C",
    PRIMARY KEY (id),
    CONSTRAINT observation_id_positive CHECK (id > 0),
    CONSTRAINT observation_indicator_given CHECK (indicator <> ''),
    CONSTRAINT observation_org_unit_given CHECK (org_unit <> ''),
    CONSTRAINT observation_period_start_day CHECK (period_start ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$'),
    CONSTRAINT observation_period_end_day CHECK (period_end ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$'),
    CONSTRAINT observation_withdrawn_flag CHECK (withdrawn BETWEEN 0 AND 1),
    CONSTRAINT observation_state_known CHECK (state IN ('not-started', 'in-progress', 'mostly-done', 'done')),
    CONSTRAINT observation_denominator_positive CHECK (denominator > 0),
    CONSTRAINT observation_qualifier_known CHECK (qualifier IN ('exact', 'about', 'over', 'nearly', 'estimate', 'preliminary', 'derived')),
    CONSTRAINT observation_reported_day_or_month CHECK (reported ~ '^(([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)|[0-9]{4}-(0[1-9]|1[0-2]))$'),
    CONSTRAINT observation_period_in_order CHECK (period_start <= period_end),
    CONSTRAINT observation_fraction_whole CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CONSTRAINT observation_says_one_thing CHECK (CASE WHEN value IS NULL THEN 0 ELSE 1 END + CASE WHEN state IS NULL THEN 0 ELSE 1 END + CASE WHEN not_available IS NULL THEN 0 ELSE 1 END = 1 - withdrawn),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TABLE document (
    id BIGINT NOT NULL,
    submission BIGINT NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    withdrawn BIGINT NOT NULL,
    title TEXT COLLATE "C",
    number TEXT COLLATE "C",
    issuer TEXT COLLATE "C",
    issued TEXT COLLATE "C",
    url TEXT COLLATE "C",
    note TEXT COLLATE "C",
    PRIMARY KEY (id),
    CONSTRAINT document_id_positive CHECK (id > 0),
    CONSTRAINT document_key_given CHECK (key <> ''),
    CONSTRAINT document_withdrawn_flag CHECK (withdrawn BETWEEN 0 AND 1),
    CONSTRAINT document_issued_day CHECK (issued ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$'),
    CONSTRAINT document_has_title CHECK ((CASE WHEN title IS NULL THEN 1 ELSE 0 END) = withdrawn),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TABLE acknowledgement (
    id BIGINT NOT NULL,
    submission BIGINT NOT NULL,
    problem TEXT COLLATE "C" NOT NULL,
    withdrawn BIGINT NOT NULL,
    reason TEXT COLLATE "C",
    PRIMARY KEY (id),
    CONSTRAINT acknowledgement_id_positive CHECK (id > 0),
    CONSTRAINT acknowledgement_problem_given CHECK (problem <> ''),
    CONSTRAINT acknowledgement_withdrawn_flag CHECK (withdrawn BETWEEN 0 AND 1),
    CONSTRAINT acknowledgement_has_reason CHECK ((CASE WHEN reason IS NULL THEN 1 ELSE 0 END) = withdrawn),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TABLE summary_issue (
    number BIGINT NOT NULL,
    submission BIGINT NOT NULL,
    week TEXT COLLATE "C" NOT NULL,
    as_of TEXT COLLATE "C" NOT NULL,
    known_at TEXT COLLATE "C",
    plan_digest TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT summary_issue_number_positive CHECK (number > 0),
    CONSTRAINT summary_issue_week CHECK (week ~ '^[0-9]{4}-W[0-5][0-9]$'),
    CONSTRAINT summary_issue_as_of_day CHECK (as_of ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$'),
    CONSTRAINT summary_issue_known_at_instant CHECK (known_at ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z$'),
    CONSTRAINT summary_issue_sha256_whole CHECK (length(sha256) = 64),
    FOREIGN KEY(submission) REFERENCES submission (id),
    FOREIGN KEY(plan_digest) REFERENCES plan_version (digest)
);
CREATE TABLE closing (
    id BIGINT NOT NULL,
    submission BIGINT NOT NULL,
    period TEXT COLLATE "C" NOT NULL,
    reopened BIGINT NOT NULL,
    approved_by TEXT COLLATE "C",
    figures BIGINT,
    head TEXT COLLATE "C",
    PRIMARY KEY (id),
    CONSTRAINT closing_id_positive CHECK (id > 0),
    CONSTRAINT closing_period_given CHECK (period <> ''),
    CONSTRAINT closing_reopened_flag CHECK (reopened BETWEEN 0 AND 1),
    CONSTRAINT closing_figures_counted CHECK (figures >= 0),
    CONSTRAINT closing_head_whole CHECK (length(head) = 64),
    CONSTRAINT closing_is_approved CHECK (CASE WHEN coalesce(approved_by, '') = '' THEN 1 ELSE 0 END = reopened),
    CONSTRAINT closing_is_counted CHECK ((CASE WHEN figures IS NULL THEN 1 ELSE 0 END) = reopened),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TABLE late_entry (
    submission BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (submission),
    CONSTRAINT late_entry_has_reason CHECK (reason <> ''),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TABLE chain (
    submission BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (submission),
    CONSTRAINT chain_digest_whole CHECK (length(digest) = 64),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE TABLE chain_start (
    submission BIGINT NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (submission),
    CONSTRAINT chain_start_at_instant CHECK (at ~ '^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z$'),
    FOREIGN KEY(submission) REFERENCES submission (id)
);
CREATE INDEX submission_undoes ON submission (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX observation_cell ON observation (indicator, org_unit, disaggregation, period, id);
CREATE INDEX observation_submission ON observation (submission);
CREATE INDEX document_key ON document (key);
CREATE INDEX document_submission ON document (submission);
CREATE INDEX acknowledgement_problem ON acknowledgement (problem);
CREATE INDEX acknowledgement_submission ON acknowledgement (submission);
CREATE INDEX closing_submission ON closing (submission);

CREATE TABLE schema_version (
    version BIGINT NOT NULL PRIMARY KEY,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
);
-- Which account of the server added a submission. The server itself notes it, so that nobody can
-- claim another one; a copy into an empty database keeps what stood in the original.
CREATE TABLE database_user (
    submission BIGINT NOT NULL PRIMARY KEY REFERENCES submission (id),
    name TEXT COLLATE "C" NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: rows are only ever added, never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'CD001';
END
$$;
CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    how_many BIGINT;
    lowest BIGINT;
    highest BIGINT;
    last_before BIGINT;
    last_now BIGINT;
BEGIN
    EXECUTE format('SELECT count(*), min(%1$I), max(%1$I) FROM added', TG_ARGV[0])
        INTO how_many, lowest, highest;
    IF how_many = 0 THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT coalesce(max(%1$I), 0) FROM %2$I.%3$I WHERE %1$I < $1',
                   TG_ARGV[0], TG_TABLE_SCHEMA, TG_TABLE_NAME)
        INTO last_before USING lowest;
    EXECUTE format('SELECT max(%1$I) FROM %2$I.%3$I', TG_ARGV[0], TG_TABLE_SCHEMA, TG_TABLE_NAME)
        INTO last_now;
    IF lowest <> last_before + 1 OR highest - lowest + 1 <> how_many OR last_now <> highest THEN
        RAISE EXCEPTION '%: rows are only ever added, never put in between', TG_TABLE_NAME
            USING ERRCODE = 'CD001';
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    how_many BIGINT;
BEGIN
    EXECUTE format('SELECT count(*) FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO how_many;
    IF how_many > 1 THEN
        RAISE EXCEPTION '%: there is one row at most', TG_TABLE_NAME USING ERRCODE = 'CD001';
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION note_database_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_copy BOOLEAN := current_setting('cdstrack.copying', true) = 'on'
        AND pg_has_role(session_user, current_user, 'MEMBER');
BEGIN
    IF is_copy IS NOT TRUE THEN
        EXECUTE format('INSERT INTO %I.database_user (submission, name) VALUES ($1, $2)',
                       TG_TABLE_SCHEMA) USING NEW.id, session_user::text;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER plan_version_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON submission
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER observation_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON observation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON document
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acknowledgement_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON acknowledgement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER summary_issue_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON summary_issue
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER closing_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON closing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER late_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON late_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_start_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_start
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER database_user_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON database_user
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER schema_version_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON schema_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_no_gap AFTER INSERT ON submission REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('id');
CREATE TRIGGER closing_no_gap AFTER INSERT ON closing REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('id');
CREATE TRIGGER observation_no_gap AFTER INSERT ON observation REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('id');
CREATE TRIGGER document_no_gap AFTER INSERT ON document REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('id');
CREATE TRIGGER acknowledgement_no_gap AFTER INSERT ON acknowledgement REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('id');
CREATE TRIGGER summary_issue_no_gap AFTER INSERT ON summary_issue REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('number');
CREATE TRIGGER chain_no_gap AFTER INSERT ON chain REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap('submission');
CREATE TRIGGER chain_start_no_second AFTER INSERT ON chain_start
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_second();
CREATE TRIGGER submission_database_user AFTER INSERT ON submission
    FOR EACH ROW EXECUTE FUNCTION note_database_user();
