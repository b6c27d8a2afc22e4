package org.throughline.scheduling.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.engine.schedule.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the operations of one schedule stand. */
@Component
class PlacedSlots {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The reason of an operation that a person put where it stands. */
    static final String FIXED = "LOCKED";

    private final JdbcClient jdbc;

    PlacedSlots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param machineId null: outside, or a place without a machine */
    record Placed(
            UUID operationId,
            @Nullable UUID machineId,
            Instant starts,
            Instant ends,
            long setupMinutes,
            String reason,
            JsonNode detail) {

        /** What the setup takes before the work itself begins; zero where it is part of the work. */
        long familySetup(Operation operation) {
            return operation.family() == null ? 0 : setupMinutes;
        }

        boolean fixed() {
            return FIXED.equals(reason);
        }
    }

    Map<UUID, Placed> of(UUID scheduleId) {
        var placed = new LinkedHashMap<UUID, Placed>();
        jdbc.sql("""
                SELECT operation_id, machine_id, starts, ends, setup_minutes, reason, detail
                  FROM scheduling.operation_slot
                 WHERE schedule_id = :schedule
                 ORDER BY starts, operation_id
                """).param("schedule", scheduleId).query(row -> {
            var operationId = row.getObject("operation_id", UUID.class);
            placed.put(
                    operationId,
                    new Placed(
                            operationId,
                            row.getObject("machine_id", UUID.class),
                            row.getTimestamp("starts").toInstant(),
                            row.getTimestamp("ends").toInstant(),
                            row.getLong("setup_minutes"),
                            row.getString("reason"),
                            JSON.readTree(row.getString("detail"))));
        });
        return placed;
    }
}
