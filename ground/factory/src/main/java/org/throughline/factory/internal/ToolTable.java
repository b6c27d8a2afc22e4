package org.throughline.factory.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.factory.Tool;
import org.throughline.factory.Tools;

/** {@code factory.tool}. */
@Repository
class ToolTable implements Tools {

    private final JdbcClient jdbc;

    ToolTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tool> all() {
        return jdbc.sql("""
                SELECT id, code, name, count, status = 'READY' AS ready
                  FROM factory.tool
                 ORDER BY code, id
                """)
                .query((row, number) -> new Tool(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("count"),
                        row.getBoolean("ready")))
                .list();
    }
}
