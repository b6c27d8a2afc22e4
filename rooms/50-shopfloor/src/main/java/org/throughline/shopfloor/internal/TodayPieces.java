package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.shopfloor.internal.FloorTasks.Today;
import org.throughline.shopfloor.internal.FloorTasks.Wage;

/** What a person made today, and what it earned where the plant pays by the piece. */
@Component
class TodayPieces {

    private final JdbcClient jdbc;

    TodayPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts reports that happened since {@code from} and were not taken back; nothing for nobody. */
    Today of(@Nullable UUID personId, Instant from) {
        if (personId == null) {
            return new Today(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null);
        }
        return jdbc.sql("""
                SELECT coalesce(sum(r.good + r.scrap), 0) AS pieces, coalesce(sum(r.good), 0) AS good,
                       coalesce(sum(r.scrap), 0) AS scrap, sum(r.good * p.rate) AS wage, min(p.currency) AS currency
                  FROM shopfloor.report r
                  JOIN shopfloor.work_order_operation o ON o.id = r.operation_id
                  JOIN shopfloor.work_order w ON w.id = r.work_order_id
                  LEFT JOIN shopfloor.piece_rate p ON p.item_id = w.item_id AND p.operation_name = o.name
                 WHERE r.person_id = :person
                   AND r.ended_at >= :from
                   AND r.kind IN ('QUANTITY', 'FINISH')
                   AND r.undone_at IS NULL
                """)
                .param("person", personId)
                .param("from", Columns.timestamp(from))
                .query((row, index) -> {
                    var wage = row.getBigDecimal("wage");
                    return new Today(
                            row.getBigDecimal("pieces"),
                            row.getBigDecimal("good"),
                            row.getBigDecimal("scrap"),
                            wage == null
                                    ? null
                                    : new Wage(wage.setScale(2, RoundingMode.HALF_UP), row.getString("currency")));
                })
                .single();
    }
}
