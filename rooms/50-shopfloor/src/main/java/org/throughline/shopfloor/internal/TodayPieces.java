package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.Columns;
import org.throughline.kernel.Actor;

/** What somebody made today, and what it earned where the plant pays by the piece. */
@Component
public class TodayPieces {

    private final JdbcClient jdbc;

    TodayPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param wage null: the plant does not pay by the piece, or nothing with a rate was made */
    public record Today(
            BigDecimal pieces,
            BigDecimal good,
            BigDecimal scrap,
            @Nullable Wage wage) {}

    /** What pieces earned. */
    public record Wage(BigDecimal amount, String currency) {}

    /**
     * Counts reports that happened since {@code from} and were not taken back: the person's, or those of the account that
     * asks when no person is known behind it.
     */
    public Today of(@Nullable UUID personId, Instant from) {
        return jdbc.sql("""
                SELECT coalesce(sum(r.good + r.scrap), 0) AS pieces, coalesce(sum(r.good), 0) AS good,
                       coalesce(sum(r.scrap), 0) AS scrap, sum(r.good * p.rate) AS wage, min(p.currency) AS currency
                  FROM shopfloor.report r
                  JOIN shopfloor.work_order_operation o ON o.id = r.operation_id
                  JOIN shopfloor.work_order w ON w.id = r.work_order_id
                  LEFT JOIN shopfloor.piece_rate p ON p.item_id = w.item_id AND p.operation_name = o.name
                 WHERE (r.person_id = :person
                        OR r.person_id IS NULL AND CAST(:person AS uuid) IS NULL AND r.user_id = :account)
                   AND r.ended_at >= :from
                   AND r.kind IN ('QUANTITY', 'FINISH')
                   AND r.undone_at IS NULL
                """)
                .param("person", personId, Types.OTHER)
                .param("account", Actor.current().user(), Types.OTHER)
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
