-- The platform's own schema: organisations, the audit trail, and the guard that every room puts before its tables.
-- Runs as the owner role. The application works as throughline_app, which Migrations creates beforehand.

GRANT USAGE ON SCHEMA platform TO throughline_app;

CREATE TABLE platform.organisation (
    id      uuid    PRIMARY KEY,
    code    text    NOT NULL UNIQUE,        -- short, e.g. MAIN
    name    text    NOT NULL,               -- as printed on documents
    version integer NOT NULL DEFAULT 0      -- optimistic lock
);

INSERT INTO platform.organisation (id, code, name)
VALUES ('00000000-0000-7000-8000-000000000001', 'MAIN', '本公司');

GRANT SELECT, UPDATE ON platform.organisation TO throughline_app;

-- What the application said about itself when it took the connection; null outside any actor's scope.
CREATE FUNCTION platform.current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('throughline.organisation', true), '')::uuid;

CREATE FUNCTION platform.current_partner() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('throughline.partner', true), '')::uuid;

CREATE FUNCTION platform.current_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('throughline.user', true), '')::uuid;

-- The instant being replayed, or the real one.
CREATE FUNCTION platform.now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN coalesce(nullif(current_setting('throughline.now', true), '')::timestamptz, clock_timestamp());

-- Who wrote what, when, from where, old and new. Written by triggers only; the application may read it.
CREATE TABLE platform.audit_entry (
    number          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    organisation_id uuid        NOT NULL,
    schema_name     text        NOT NULL,
    table_name      text        NOT NULL,
    row_id          uuid        NOT NULL,
    operation       text        NOT NULL CHECK (operation IN ('I', 'U', 'D')),
    user_id         uuid,                   -- null: the system
    user_name       text        NOT NULL,
    origin          text        NOT NULL,   -- an address, system, demo
    changed         jsonb       NOT NULL    -- {"field": [old, new]}
);

-- The history of one record is asked for on every form.
CREATE INDEX audit_entry_row ON platform.audit_entry (row_id, number);
-- The audit list is read newest first, by table.
CREATE INDEX audit_entry_table ON platform.audit_entry (schema_name, table_name, number);

ALTER TABLE platform.audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON platform.audit_entry TO throughline_app
    USING (organisation_id = (SELECT platform.current_organisation()));
GRANT SELECT ON platform.audit_entry TO throughline_app;

-- The answers already given to commands that a phone, a machine or a page may repeat.
CREATE TABLE platform.idempotency_key (
    organisation_id uuid        NOT NULL DEFAULT nullif(current_setting('throughline.organisation', true), '')::uuid
                                REFERENCES platform.organisation,
    caller          text        NOT NULL,   -- the account, so that two people may use the same key
    key             text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    request_hash    text        NOT NULL,   -- SHA-256 of method, path and body
    status          integer,                -- null while the first one still works
    content_type    text,
    location        text,
    body            text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (organisation_id, caller, key)
);

-- Keys are forgotten by age.
CREATE INDEX idempotency_key_age ON platform.idempotency_key (created_at);

ALTER TABLE platform.idempotency_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON platform.idempotency_key TO throughline_app
    USING (organisation_id = (SELECT platform.current_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.idempotency_key TO throughline_app;

-- Tells open pages that rows changed. More than 20 rows in one statement are told as "some of this table".
CREATE FUNCTION platform.tell_live(organisation uuid, table_of_rows text, ids uuid[]) RETURNS void LANGUAGE sql
AS $$
    SELECT pg_notify('throughline_live', json_build_object(
        'o', organisation,
        't', table_of_rows,
        'ids', CASE WHEN cardinality(ids) <= 20 THEN to_json(ids) END)::text);
$$;

-- Triggers of a guarded table. TG_ARGV lists the columns whose values are secret: told as changed, never stored.
CREATE FUNCTION platform.after_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO platform.audit_entry
           (at, organisation_id, schema_name, table_name, row_id, operation, user_id, user_name, origin, changed)
    SELECT platform.now(), n.organisation_id, TG_TABLE_SCHEMA, TG_TABLE_NAME, n.id, 'I', platform.current_user_id(),
           coalesce(current_setting('throughline.user_name', true), ''),
           coalesce(current_setting('throughline.origin', true), ''),
           coalesce((SELECT jsonb_object_agg(f.key, jsonb_build_array(
                                NULL, CASE WHEN f.key = ANY (TG_ARGV) THEN '"***"'::jsonb ELSE f.value END))
                       FROM jsonb_each(to_jsonb(n)) f
                      WHERE f.value <> 'null' AND f.key NOT IN ('id', 'organisation_id', 'version', 'search_text')), '{}')
      FROM new_rows n;
    PERFORM platform.tell_live(r.organisation_id, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, r.ids)
       FROM (SELECT organisation_id, (array_agg(id))[1:21] AS ids FROM new_rows GROUP BY organisation_id) r;
    RETURN NULL;
END $$;

CREATE FUNCTION platform.after_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO platform.audit_entry
           (at, organisation_id, schema_name, table_name, row_id, operation, user_id, user_name, origin, changed)
    SELECT platform.now(), c.organisation_id, TG_TABLE_SCHEMA, TG_TABLE_NAME, c.id, 'U', platform.current_user_id(),
           coalesce(current_setting('throughline.user_name', true), ''),
           coalesce(current_setting('throughline.origin', true), ''),
           c.changed
      FROM (SELECT n.organisation_id, n.id,
                   (SELECT jsonb_object_agg(f.key, CASE WHEN f.key = ANY (TG_ARGV) THEN '["***", "***"]'::jsonb
                                                        ELSE jsonb_build_array(b.before -> f.key, f.value) END)
                      FROM jsonb_each(to_jsonb(n)) f
                     WHERE f.value IS DISTINCT FROM b.before -> f.key AND f.key NOT IN ('version', 'search_text')) AS changed
              FROM new_rows n
              JOIN old_rows o ON o.id = n.id
              CROSS JOIN LATERAL (SELECT to_jsonb(o) AS before OFFSET 0) b -- once a row, not once a column
            OFFSET 0) c
     WHERE c.changed IS NOT NULL;
    PERFORM platform.tell_live(r.organisation_id, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, r.ids)
       FROM (SELECT organisation_id, (array_agg(id))[1:21] AS ids FROM new_rows GROUP BY organisation_id) r;
    RETURN NULL;
END $$;

CREATE FUNCTION platform.after_delete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO platform.audit_entry
           (at, organisation_id, schema_name, table_name, row_id, operation, user_id, user_name, origin, changed)
    SELECT platform.now(), o.organisation_id, TG_TABLE_SCHEMA, TG_TABLE_NAME, o.id, 'D', platform.current_user_id(),
           coalesce(current_setting('throughline.user_name', true), ''),
           coalesce(current_setting('throughline.origin', true), ''),
           coalesce((SELECT jsonb_object_agg(f.key, jsonb_build_array(
                                CASE WHEN f.key = ANY (TG_ARGV) THEN '"***"'::jsonb ELSE f.value END, NULL))
                       FROM jsonb_each(to_jsonb(o)) f
                      WHERE f.value <> 'null' AND f.key NOT IN ('id', 'organisation_id', 'version', 'search_text')), '{}')
      FROM old_rows o;
    PERFORM platform.tell_live(r.organisation_id, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, r.ids)
       FROM (SELECT organisation_id, (array_agg(id))[1:21] AS ids FROM old_rows GROUP BY organisation_id) r;
    RETURN NULL;
END $$;

-- Trigger of a derived table: tells open pages, keeps no history.
CREATE FUNCTION platform.after_derived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM platform.tell_live(r.organisation_id, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, r.ids)
       FROM (SELECT organisation_id, (array_agg((to_jsonb(c) ->> 'id')::uuid))[1:21] AS ids
               FROM changed_rows c GROUP BY organisation_id) r;
    RETURN NULL;
END $$;

-- Rows of one organisation only: the column, its default, the policies and the grants. No foreign key: the policy lets in
-- only rows of the actor's own organisation, and a key would have every inserted row lock the one row of the organisation.
CREATE FUNCTION platform.fence(schema_of text, table_of text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text := format('%I.%I', schema_of, table_of);
BEGIN
    EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS organisation_id uuid NOT NULL
                    DEFAULT nullif(current_setting(''throughline.organisation'', true), '''')::uuid', name);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN organisation_id
                    SET DEFAULT nullif(current_setting(''throughline.organisation'', true), '''')::uuid', name);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN organisation_id SET NOT NULL', name);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY organisation ON %s TO throughline_app
                    USING (organisation_id = (SELECT platform.current_organisation()))', name);
    EXECUTE format('CREATE POLICY owner ON %s TO %I USING (true)', name, current_user);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO throughline_app', schema_of);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO throughline_app', name);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO throughline_app', schema_of);
END $$;

-- A table of facts or records: one organisation's rows, every write in the audit trail, open pages told.
-- The table needs a column "id uuid". Secret columns are audited as changed without their values.
CREATE FUNCTION platform.guard(schema_of text, table_of text, secret text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    name text := format('%I.%I', schema_of, table_of);
    arguments text := coalesce((SELECT string_agg(quote_literal(s), ', ') FROM unnest(secret) s), '');
BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute
                    WHERE attrelid = name::regclass AND attname = 'id' AND atttypid = 'uuid'::regtype) THEN
        RAISE EXCEPTION 'Table % needs a column "id uuid" to be guarded; without one it can only be derived.', name;
    END IF;
    PERFORM platform.fence(schema_of, table_of);
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION platform.after_insert(%s)', name, arguments);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION platform.after_update(%s)', name, arguments);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION platform.after_delete(%s)', name, arguments);
END $$;

-- A table that can be computed again from others (projections, balances): fenced and told, not audited.
CREATE FUNCTION platform.guard_derived(schema_of text, table_of text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text := format('%I.%I', schema_of, table_of);
BEGIN
    PERFORM platform.fence(schema_of, table_of);
    EXECUTE format('CREATE TRIGGER live_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS changed_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION platform.after_derived()', name);
    EXECUTE format('CREATE TRIGGER live_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION platform.after_derived()', name);
    EXECUTE format('CREATE TRIGGER live_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS changed_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION platform.after_derived()', name);
END $$;

-- External accounts see only their partner's rows. Without a parent the column names the partner; with a parent (a
-- guarded table, 'schema.table') the column refers to the parent's id, and the row is seen when the parent is.
CREATE FUNCTION platform.guard_partner(schema_of text, table_of text, partner_column text, parent text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text := format('%I.%I', schema_of, table_of);
    own  text := format('%I.%I', table_of, partner_column);
BEGIN
    IF parent IS NULL THEN
        EXECUTE format('CREATE POLICY partner ON %s AS RESTRICTIVE TO throughline_app
                        USING ((SELECT platform.current_partner()) IS NULL
                               OR %s = (SELECT platform.current_partner()))', name, own);
    ELSE
        EXECUTE format('CREATE POLICY partner ON %s AS RESTRICTIVE TO throughline_app
                        USING ((SELECT platform.current_partner()) IS NULL
                               OR EXISTS (SELECT FROM %s parent WHERE parent.id = %s))', name, parent::regclass, own);
    END IF;
END $$;

-- A table that belongs to no organisation (units of measure, calendars of a state): readable and writable by the
-- application, in no audit trail. Say in the migration why.
CREATE FUNCTION platform.open_to_all(schema_of text, table_of text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO throughline_app', schema_of);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO throughline_app', schema_of, table_of);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO throughline_app', schema_of);
END $$;
