-- A field that a user of this house added to a built-in type. The column itself stands in the type's own table.
CREATE TABLE records.custom_field (
    id          uuid        PRIMARY KEY,
    record_type text        NOT NULL,               -- sales-order
    name        text        NOT NULL CHECK (name ~ '^x_[a-z0-9_]{1,40}$'),
    kind        text        NOT NULL,               -- FieldKind
    label_zh    text        NOT NULL,
    label_en    text        NOT NULL,
    definition  jsonb       NOT NULL DEFAULT '{}',  -- choices, reference type, digits, required, list, search, help
    position    integer     NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT platform.now(),
    version     integer     NOT NULL DEFAULT 0
);

CREATE TABLE records.comment (
    id          uuid        PRIMARY KEY,
    record_type text        NOT NULL,
    record_id   uuid        NOT NULL,
    text        text        NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    author_id   uuid,                               -- null: the system
    author_name text        NOT NULL,
    at          timestamptz NOT NULL,
    version     integer     NOT NULL DEFAULT 0
);
CREATE INDEX comment_of_record ON records.comment (record_id, at);

-- Contents are kept once for each hash, in the database, so that a backup has them.
CREATE TABLE records.attachment (
    id          uuid        PRIMARY KEY,
    record_type text        NOT NULL,
    record_id   uuid        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    media_type  text        NOT NULL,
    size        bigint      NOT NULL CHECK (size > 0),   -- bytes
    sha256      text        NOT NULL,
    author_id   uuid,
    author_name text        NOT NULL,
    at          timestamptz NOT NULL,
    version     integer     NOT NULL DEFAULT 0
);
CREATE INDEX attachment_of_record ON records.attachment (record_id, at);

CREATE TABLE records.attachment_content (
    sha256  text  NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE records.saved_view (
    id          uuid    PRIMARY KEY,
    record_type text    NOT NULL,
    name        text    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    owner_id    uuid,                                -- null: made by the system
    shared      boolean NOT NULL DEFAULT false,
    definition  jsonb   NOT NULL,                    -- filter, sort, columns, group
    version     integer NOT NULL DEFAULT 0
);
CREATE INDEX saved_view_of_type ON records.saved_view (record_type, name);

-- One import of a file; a dry run is kept too, so that its error file can be fetched.
CREATE TABLE records.import (
    id          uuid        PRIMARY KEY,
    record_type text        NOT NULL,
    file_name   text        NOT NULL,
    mode        text        NOT NULL CHECK (mode IN ('UPSERT', 'INSERT', 'UPDATE')),
    dry_run     boolean     NOT NULL,
    state       text        NOT NULL CHECK (state IN ('DRY_RUN', 'DONE', 'UNDONE')),
    total       integer     NOT NULL,
    inserted    integer     NOT NULL,
    updated     integer     NOT NULL,
    unchanged   integer     NOT NULL,
    rejected    integer     NOT NULL,
    mapping     jsonb       NOT NULL,                -- {"header": "field"}
    errors      jsonb       NOT NULL,                -- the first ones, as shown on the page
    user_id     uuid,
    user_name   text        NOT NULL,
    at          timestamptz NOT NULL,
    undone_at   timestamptz,
    version     integer     NOT NULL DEFAULT 0
);
CREATE INDEX import_newest ON records.import (at DESC);

-- The rejected rows as a file, with the reason beside each.
CREATE TABLE records.import_error_file (
    import_id uuid  NOT NULL,
    content   bytea NOT NULL
);

-- What an import did to each record; "before" brings an undone record back.
CREATE TABLE records.import_row (
    import_id     uuid    NOT NULL,
    record_id     uuid    NOT NULL,
    operation     text    NOT NULL CHECK (operation IN ('I', 'U')),
    before        jsonb,                             -- the changed fields as they were; null for an insert
    version_after integer NOT NULL                   -- a record that moved on since is not undone
);
CREATE INDEX import_row_of_import ON records.import_row (import_id, record_id);

-- What somebody said a column of their files means; offered again with their next file.
CREATE TABLE records.import_column (
    user_id     uuid,                                -- null: the system
    record_type text        NOT NULL,
    header      text        NOT NULL,                -- as it is compared: lower case, without blanks and marks
    field       text        NOT NULL,                -- empty: the column is left out
    at          timestamptz NOT NULL
);

-- How numbers of documents are formed.
CREATE TABLE records.number_rule (
    id         uuid    PRIMARY KEY,
    code       text    NOT NULL,                     -- sales-order
    name       text    NOT NULL,
    pattern    text    NOT NULL,                     -- SO-{yyyyMMdd}-{###}: a date pattern and a counter in braces
    counted_in text    NOT NULL DEFAULT '',          -- the pattern's fixed part when the counter last moved
    counter    bigint  NOT NULL DEFAULT 0 CHECK (counter >= 0),
    version    integer NOT NULL DEFAULT 0
);

SELECT platform.guard('records', 'custom_field');
SELECT platform.guard('records', 'comment');
SELECT platform.guard('records', 'attachment');
SELECT platform.guard('records', 'saved_view');
SELECT platform.guard('records', 'import');
-- The counter moves with every document, which the document's own history tells better.
SELECT platform.fence('records', 'number_rule');
SELECT platform.fence('records', 'attachment_content');
SELECT platform.fence('records', 'import_error_file');
SELECT platform.fence('records', 'import_row');
SELECT platform.fence('records', 'import_column');

ALTER TABLE records.number_rule ADD CONSTRAINT number_rule_code UNIQUE (organisation_id, code);
ALTER TABLE records.custom_field ADD CONSTRAINT custom_field_name UNIQUE (organisation_id, record_type, name);
ALTER TABLE records.attachment_content ADD CONSTRAINT attachment_content_once PRIMARY KEY (organisation_id, sha256);
ALTER TABLE records.import_column ADD CONSTRAINT import_column_once
    UNIQUE NULLS NOT DISTINCT (organisation_id, user_id, record_type, header);
ALTER TABLE records.import_error_file ADD CONSTRAINT import_error_file_once PRIMARY KEY (organisation_id, import_id);

-- Adds the column of a user-made field. The application's role owns no table; this function does it as the owner, after
-- checking the name and the type. A column that an earlier field left behind is taken again if it has the same type.
CREATE FUNCTION records.add_field(schema_of text, table_of text, column_of text, type_of text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation regclass := format('%I.%I', schema_of, table_of)::regclass;
    had      text;
BEGIN
    PERFORM records.refuse_foreign_table(relation);
    IF column_of !~ '^x_[a-z0-9_]{1,40}$' THEN
        RAISE EXCEPTION 'Column % is not named like a user-made field.', column_of USING ERRCODE = '42602';
    END IF;
    IF type_of NOT IN ('text', 'integer', 'bigint', 'numeric(18,6)', 'numeric(18,4)', 'date', 'timestamptz', 'boolean',
                       'uuid') THEN
        RAISE EXCEPTION 'Type % is not open to user-made fields.', type_of USING ERRCODE = '42704';
    END IF;
    SELECT format_type(atttypid, atttypmod) INTO had
      FROM pg_attribute WHERE attrelid = relation AND attname = column_of AND NOT attisdropped;
    IF had IS NULL THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN %I %s', relation, column_of, type_of);
    ELSIF had::regtype <> type_of::regtype THEN
        RAISE EXCEPTION 'Column % exists with type %.', column_of, had USING ERRCODE = '42701';
    END IF;
END $$;

REVOKE ALL ON FUNCTION records.add_field(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION records.add_field(text, text, text, text) TO throughline_app;
