package org.throughline.quality.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.Columns;
import org.throughline.shopfloor.QualityHolds;

/** Work orders whose finished pieces were all rejected wait until somebody decides what becomes of them. */
@Component
class HeldWork implements QualityHolds {

    private final JdbcClient jdbc;

    HeldWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Hold> of(Collection<UUID> workOrderIds) {
        if (workOrderIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                SELECT DISTINCT ON (i.source_id) i.source_id, n.id, n.number, n.reason, i.inspector, n.raised_at
                  FROM quality.inspection i
                  JOIN quality.nonconformance n ON n.inspection_id = i.id
                 WHERE i.source_type = 'work-order'
                   AND i.source_id = ANY (:orders)
                   AND i.status = 'FAILED'
                   AND n.disposition = 'OPEN'
                 ORDER BY i.source_id, n.raised_at
                """)
                .param("orders", workOrderIds.toArray(UUID[]::new))
                .query((row, index) -> Map.entry(
                        Columns.idOf(row, "source_id"),
                        new Hold(
                                Columns.idOf(row, "id"),
                                row.getString("number"),
                                row.getString("reason"),
                                row.getString("inspector"),
                                Columns.instantOf(row, "raised_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> Objects.requireNonNull(first)));
    }
}
