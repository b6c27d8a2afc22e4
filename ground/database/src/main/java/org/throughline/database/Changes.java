package org.throughline.database;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written lately, exactly as the asking transaction sees it; from table {@code platform.change_mark}. */
public final class Changes {

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    Changes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * What a statement saw.
     *
     * @param snapshot  the committed transactions, as PostgreSQL writes them
     * @param ownNumber the last mark of the asking transaction itself; 0 for none
     */
    record Moment(String snapshot, long ownNumber) {}

    /**
     * A value that is kept until something is written.
     *
     * @param ignored tables that do not matter to it: {@code schema} for all of a schema, or {@code schema.table}
     */
    public <V> Remembered<V> remember(Set<String> ignored) {
        return new Remembered<>(this, reading, Set.copyOf(ignored));
    }

    /** From now on, also in this transaction, whatever is written counts as written after the moment. */
    Moment moment(Set<String> ignored) {
        return jdbc.sql("""
                SELECT pg_current_snapshot()::text AS snapshot,
                       coalesce((SELECT max(m.number)
                                   FROM platform.change_mark m
                                  WHERE m.transaction = pg_current_xact_id_if_assigned()
                                    AND m.schema_name <> ALL (:ignored)
                                    AND m.schema_name || '.' || m.table_name <> ALL (:ignored)), 0) AS own_number
                  FROM (SELECT CASE current_setting('transaction_read_only')
                                   WHEN 'off' THEN nextval('platform.change_reading') END) looked
                """)
                .param("ignored", ignored.toArray(String[]::new))
                .query(Moment.class)
                .single();
    }

    /** Whether anything that matters was written after the moment, by this transaction or by a committed one. */
    boolean since(Moment moment, Set<String> ignored) {
        return jdbc.sql("""
                SELECT NOT EXISTS (SELECT FROM platform.change_floor f
                                    WHERE f.transaction < pg_snapshot_xmin(:snapshot::pg_snapshot))
                    OR coalesce(bool_or(NOT m.is_own AND NOT pg_visible_in_snapshot(m.transaction, :snapshot::pg_snapshot)),
                                false)
                    OR coalesce(max(m.number) FILTER (WHERE m.is_own), 0) <> :ownNumber
                  FROM (SELECT number, transaction,
                               coalesce(transaction = pg_current_xact_id_if_assigned(), false) AS is_own
                          FROM platform.change_mark
                         WHERE transaction >= pg_snapshot_xmin(:snapshot::pg_snapshot)
                           AND (organisation_id IS NULL OR organisation_id = (SELECT platform.current_organisation()))
                           AND schema_name <> ALL (:ignored)
                           AND schema_name || '.' || table_name <> ALL (:ignored)) m
                """)
                .param("snapshot", moment.snapshot())
                .param("ownNumber", moment.ownNumber())
                .param("ignored", ignored.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Whether this transaction itself has written anything that matters. */
    boolean hasOwn(Set<String> ignored) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM platform.change_mark m
                                WHERE m.transaction = pg_current_xact_id_if_assigned()
                                  AND m.schema_name <> ALL (:ignored)
                                  AND m.schema_name || '.' || m.table_name <> ALL (:ignored))
                """)
                .param("ignored", ignored.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
