package org.throughline.scheduling.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.Columns;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;

/** What the floor would see change if the draft were published; what runs already and only goes on is no change. */
@Component
public class DraftChanges {

    private static final String DIFFERENCE = """
              FROM (SELECT s.*, d.at + interval '10 minutes' AS begun
                      FROM scheduling.operation_slot s
                      JOIN scheduling.schedule d ON d.id = s.schedule_id AND d.status = 'DRAFT') n
              FULL JOIN (SELECT s.*
                           FROM scheduling.operation_slot s
                           JOIN scheduling.schedule p ON p.id = s.schedule_id AND p.status = 'PUBLISHED') o
                ON o.operation_id = n.operation_id
             WHERE (n.machine_id, n.starts, n.ends) IS DISTINCT FROM (o.machine_id, o.starts, o.ends)
               AND (n.machine_id IS DISTINCT FROM o.machine_id OR greatest(n.starts, o.starts) > n.begun OR n.begun IS NULL)
               AND EXISTS (SELECT FROM scheduling.schedule WHERE status = 'DRAFT')
            """;

    private final JdbcClient jdbc;
    private final Machines machines;

    DraftChanges(JdbcClient jdbc, Machines machines) {
        this.jdbc = jdbc;
        this.machines = machines;
    }

    /**
     * Of one operation. {@code oldStart} null: new; {@code newStart} null: gone; a machine is its code, null where no
     * particular one is booked; {@code note}: what the planner said.
     */
    record Change(
            UUID operationId,
            String workOrder,
            int sequence,
            String operation,
            @Nullable String oldMachine,
            @Nullable Instant oldStart,
            @Nullable String newMachine,
            @Nullable Instant newStart,
            boolean byHand,
            @Nullable String note) {}

    /** How many operations that is. */
    public int count() {
        return jdbc.sql("SELECT count(*) " + DIFFERENCE).query(Integer.class).single();
    }

    List<Change> read() {
        var codes = machines.all().stream().collect(Collectors.toMap(Machine::id, Machine::code));
        return jdbc.sql("""
                SELECT coalesce(n.operation_id, o.operation_id) AS operation_id,
                       coalesce(n.work_order_number, o.work_order_number) AS work_order_number,
                       coalesce(n.sequence, o.sequence) AS sequence,
                       coalesce(n.name, o.name) AS name,
                       o.machine_id AS old_machine, o.starts AS old_start,
                       n.machine_id AS new_machine, n.starts AS new_start,
                       coalesce(n.reason = 'LOCKED', false) AS by_hand, n.detail ->> 'note' AS note
                """ + DIFFERENCE + """
                 ORDER BY by_hand DESC, coalesce(n.starts, o.starts), operation_id
                 LIMIT 500
                """)
                .query((row, number) -> change(row, codes))
                .list();
    }

    private static Change change(ResultSet row, Map<UUID, String> codes) throws SQLException {
        return new Change(
                row.getObject("operation_id", UUID.class),
                row.getString("work_order_number"),
                row.getInt("sequence"),
                row.getString("name"),
                codes.get(row.getObject("old_machine", UUID.class)),
                Columns.instant(row, "old_start"),
                codes.get(row.getObject("new_machine", UUID.class)),
                Columns.instant(row, "new_start"),
                row.getBoolean("by_hand"),
                row.getString("note"));
    }
}
