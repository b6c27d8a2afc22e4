package org.throughline.shopfloor.internal;

import static org.throughline.database.Columns.instant;
import static org.throughline.database.Columns.instantOf;
import static org.throughline.database.Columns.timestamp;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.database.Columns;
import org.throughline.kernel.Identity;

/** From when to when people worked on operations, in table {@code shopfloor.work_session}. */
@Repository
public class WorkSessions {

    private final JdbcClient jdbc;

    WorkSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who works on an operation now.
     *
     * @param personId null: nobody was named
     */
    public record Open(
            UUID operationId,
            @Nullable UUID personId,
            @Nullable UUID machineId,
            Instant startedAt) {}

    /**
     * Time that a report took.
     *
     * @param startedAt when the person began; null: never said so
     * @param seconds   worked, pauses taken out
     */
    public record Worked(@Nullable Instant startedAt, long seconds) {}

    /** Who works on these operations now, by operation, longest first. */
    public Map<UUID, List<Open>> openOn(Collection<UUID> operationIds) {
        if (operationIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                SELECT operation_id, person_id, machine_id, started_at
                  FROM shopfloor.work_session
                 WHERE operation_id = ANY (:operations)
                   AND ended_at IS NULL
                 ORDER BY operation_id, started_at, id
                """)
                .param("operations", operationIds.toArray(UUID[]::new))
                .query((row, index) -> new Open(
                        Columns.idOf(row, "operation_id"),
                        Columns.id(row, "person_id"),
                        Columns.id(row, "machine_id"),
                        instantOf(row, "started_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Open::operationId));
    }

    /**
     * The person begins to work on the operation; nothing changes if they do already.
     *
     * @return whether they began
     */
    public boolean begin(UUID operationId, @Nullable UUID personId, @Nullable UUID machineId, Instant at) {
        return jdbc.sql("""
                        INSERT INTO shopfloor.work_session (id, operation_id, person_id, machine_id, started_at)
                        VALUES (:id, :operation, :person, :machine, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", Identity.fresh())
                        .param("operation", operationId)
                        .param("person", personId, Types.OTHER)
                        .param("machine", machineId, Types.OTHER)
                        .param("at", timestamp(at))
                        .update()
                == 1;
    }

    /** The person stops; nothing changes if they did not work. */
    public void end(UUID operationId, @Nullable UUID personId, Instant at) {
        jdbc.sql("""
                UPDATE shopfloor.work_session
                   SET ended_at = greatest(started_at, :at)
                 WHERE operation_id = :operation
                   AND person_id IS NOT DISTINCT FROM :person
                   AND ended_at IS NULL
                """)
                .param("operation", operationId)
                .param("person", personId, Types.OTHER)
                .param("at", timestamp(at))
                .update();
    }

    /** Everybody stops. */
    public void endAll(UUID operationId, Instant at) {
        jdbc.sql("""
                UPDATE shopfloor.work_session
                   SET ended_at = greatest(started_at, :at)
                 WHERE operation_id = :operation
                   AND ended_at IS NULL
                """).param("operation", operationId).param("at", timestamp(at)).update();
    }

    /** The ended time of this person on the operation that no report took yet. */
    public Worked unreported(UUID operationId, @Nullable UUID personId) {
        return jdbc.sql("""
                SELECT min(started_at) AS started_at,
                       coalesce(round(sum(extract(epoch FROM ended_at - started_at))), 0)::bigint AS seconds
                  FROM shopfloor.work_session
                 WHERE operation_id = :operation
                   AND person_id IS NOT DISTINCT FROM :person
                   AND ended_at IS NOT NULL
                   AND report_id IS NULL
                """)
                .param("operation", operationId)
                .param("person", personId, Types.OTHER)
                .query((row, index) -> new Worked(instant(row, "started_at"), row.getLong("seconds")))
                .single();
    }

    /** The report takes the ended time of this person on the operation that no report took yet. */
    public void take(UUID operationId, @Nullable UUID personId, UUID reportId) {
        jdbc.sql("""
                UPDATE shopfloor.work_session
                   SET report_id = :report
                 WHERE operation_id = :operation
                   AND person_id IS NOT DISTINCT FROM :person
                   AND ended_at IS NOT NULL
                   AND report_id IS NULL
                """)
                .param("report", reportId)
                .param("operation", operationId)
                .param("person", personId, Types.OTHER)
                .update();
    }

    /** The report was taken back: its time waits for another one. */
    public void giveBack(UUID reportId) {
        jdbc.sql("""
                UPDATE shopfloor.work_session
                   SET report_id = NULL
                 WHERE report_id = :report
                """).param("report", reportId).update();
    }
}
