package org.throughline.purchasing.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.SupplierAnswer;

/** What suppliers said, in table {@code purchasing.supplier_answer}. Append only. */
@Repository
public class AnswerTable {

    private final JdbcClient jdbc;

    AnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(SupplierAnswer answer) {
        var quantity = answer.quantity();
        jdbc.sql("""
                INSERT INTO purchasing.supplier_answer (id, po_line_id, date, quantity, unit, remark, said_by, at)
                VALUES (:id, :line, :date, :quantity, :unit, :remark, :by, :at)
                """)
                .param("id", Identity.fresh())
                .param("line", answer.lineId())
                .param("date", answer.date())
                .param("quantity", quantity == null ? null : quantity.amount())
                .param("unit", quantity == null ? null : quantity.unit())
                .param("remark", answer.remark())
                .param("by", answer.by())
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first. */
    public List<SupplierAnswer> of(Collection<UUID> lineIds) {
        return jdbc.sql("""
                SELECT po_line_id, date, quantity, unit, remark, said_by, at
                  FROM purchasing.supplier_answer
                 WHERE po_line_id = ANY (:lines)
                 ORDER BY at, id
                """)
                .param("lines", lineIds.toArray(UUID[]::new))
                .query((row, index) -> new SupplierAnswer(
                        row.getObject("po_line_id", UUID.class),
                        row.getDate("date").toLocalDate(),
                        row.getBigDecimal("quantity") == null
                                ? null
                                : new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                        row.getString("remark"),
                        row.getString("said_by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
