-- Which tables were written by which transaction lately, so that what was computed from the database can be kept exactly
-- as long as it is true: a mark is seen when, and only when, the rows that it speaks of are seen.

CREATE UNLOGGED TABLE platform.change_mark (
    number          bigint GENERATED ALWAYS AS IDENTITY,
    organisation_id uuid,                   -- null: every organisation
    schema_name     text   NOT NULL,
    table_name      text   NOT NULL,
    transaction     xid8   NOT NULL
);

-- Marks of transactions up to this one may have been forgotten. One row; none after a crash, which empties unlogged tables:
-- then everything may have been forgotten, until marks are cleared away again.
CREATE UNLOGGED TABLE platform.change_floor (
    only_row    boolean PRIMARY KEY CHECK (only_row),
    transaction xid8    NOT NULL
);

-- Everything from before this file counts as forgotten.
INSERT INTO platform.change_floor (only_row, transaction) VALUES (true, pg_current_xact_id());

-- Counts how often a transaction that may write has looked at the marks. A sequence, because a savepoint does not take it
-- back.
CREATE SEQUENCE platform.change_reading;

GRANT SELECT ON platform.change_mark, platform.change_floor TO throughline_app;
GRANT USAGE ON SEQUENCE platform.change_reading TO throughline_app;

-- Writes one mark for each table and transaction, and another one after somebody has looked in between. Every thousandth
-- mark clears away what no running transaction can miss.
CREATE FUNCTION platform.mark_change(organisation uuid, schema_of text, table_of text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    marked text := coalesce(current_setting('throughline.marked', true), '');
    mark   text := format('[%s %s %s %s.%s]', pg_current_xact_id(),
                          pg_sequence_last_value('platform.change_reading'), organisation, schema_of, table_of);
    made   bigint;
    oldest xid8;
BEGIN
    IF position(mark IN marked) > 0 THEN
        RETURN;
    END IF;
    INSERT INTO platform.change_mark (organisation_id, schema_name, table_name, transaction)
    VALUES (organisation, schema_of, table_of, pg_current_xact_id())
    RETURNING number INTO made;
    PERFORM set_config('throughline.marked', marked || mark, true);
    IF made % 1000 = 0 AND pg_try_advisory_xact_lock(hashtextextended('throughline.change_mark', 0)) THEN
        oldest := pg_snapshot_xmin(pg_current_snapshot());
        INSERT INTO platform.change_floor (only_row, transaction)
        SELECT true, max(transaction) FROM platform.change_mark WHERE transaction < oldest HAVING count(*) > 0
            ON CONFLICT (only_row) DO UPDATE SET transaction = greatest(change_floor.transaction, excluded.transaction);
        DELETE FROM platform.change_mark WHERE transaction < oldest;
    END IF;
END $$;

-- Every guarded and every derived table tells its changes by this function.
CREATE OR REPLACE FUNCTION platform.tell_live(organisation uuid, table_of_rows text, ids uuid[]) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM platform.mark_change(organisation, split_part(table_of_rows, '.', 1), split_part(table_of_rows, '.', 2));
    PERFORM pg_notify('throughline_live', json_build_object(
        'o', organisation,
        't', table_of_rows,
        'ids', CASE WHEN cardinality(ids) <= 20 THEN to_json(ids) END)::text);
END $$;
