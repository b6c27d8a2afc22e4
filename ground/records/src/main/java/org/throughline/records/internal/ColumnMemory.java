package org.throughline.records.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;

/** What somebody once said a column of their files means, in table {@code records.import_column}. */
@Repository
class ColumnMemory {

    private final JdbcClient jdbc;
    private final Clock clock;

    ColumnMemory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The actor's own headers for a type and the fields they mean; an empty name: the column is left out. */
    Map<String, String> of(String type) {
        var told = new HashMap<String, String>();
        jdbc.sql("""
                SELECT header, field
                  FROM records.import_column
                 WHERE user_id IS NOT DISTINCT FROM :user AND record_type = :type
                 ORDER BY header
                """)
                .param("user", Actor.current().user())
                .param("type", type)
                .query((row, index) -> told.put(row.getString("header"), row.getString("field")))
                .list();
        return told;
    }

    /** Remembers; a later word replaces an earlier one. */
    void keep(String type, Map<String, String> told) {
        told.forEach((header, field) -> jdbc.sql("""
                INSERT INTO records.import_column (user_id, record_type, header, field, at)
                VALUES (:user, :type, :header, :field, :at)
                    ON CONFLICT (organisation_id, user_id, record_type, header)
                    DO UPDATE SET field = excluded.field, at = excluded.at
                """)
                .param("user", Actor.current().user())
                .param("type", type)
                .param("header", Headers.plain(header))
                .param("field", field)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }
}
