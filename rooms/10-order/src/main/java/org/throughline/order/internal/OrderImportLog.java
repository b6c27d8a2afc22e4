package org.throughline.order.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.order.OrderImport;

/** Which orders came from which file, in tables {@code sales.order_import} and {@code order_import_order}. */
@Repository
public class OrderImportLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderImportLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An import as it was written down. */
    public record Entry(String fileName, boolean undone) {}

    public void write(UUID id, String fileName, int rows, int rejected, List<OrderImport.Made> made) {
        jdbc.sql("""
                INSERT INTO sales.order_import (id, file_name, by_name, at, rows, rejected)
                VALUES (:id, :file, :by, :at, :rows, :rejected)
                """)
                .param("id", id)
                .param("file", fileName)
                .param("by", Actor.current().name())
                .param("at", Timestamp.from(clock.instant()))
                .param("rows", rows)
                .param("rejected", rejected)
                .update();
        for (var order : made) {
            jdbc.sql("INSERT INTO sales.order_import_order (id, import_id, order_id) VALUES (:id, :import, :order)")
                    .param("id", Identity.fresh())
                    .param("import", id)
                    .param("order", order.id())
                    .update();
        }
    }

    /** @throws NotFound if there is no such import */
    public Entry lock(UUID id) {
        return jdbc.sql("SELECT file_name, undone_at FROM sales.order_import WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, index) -> new Entry(row.getString("file_name"), row.getTimestamp("undone_at") != null))
                .optional()
                .orElseThrow(() -> new NotFound("order-import", id));
    }

    /** The orders of an import that are still here. */
    public List<UUID> orders(UUID id) {
        return jdbc.sql("SELECT order_id FROM sales.order_import_order WHERE import_id = :id ORDER BY order_id")
                .param("id", id)
                .query((row, index) -> row.getObject("order_id", UUID.class))
                .list();
    }

    public void undone(UUID id) {
        jdbc.sql("UPDATE sales.order_import SET undone_at = :at, version = version + 1 WHERE id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }
}
