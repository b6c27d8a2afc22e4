package org.throughline.engineering.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engineering.Bom;
import org.throughline.engineering.FrozenStructure;
import org.throughline.engineering.Routing;
import org.throughline.kernel.Identity;
import tools.jackson.databind.json.JsonMapper;

/** What order lines were released with, in table {@code engineering.line_structure}. */
@Repository
class FrozenStructures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    FrozenStructures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As kept in column {@code content}. */
    record Content(@Nullable Bom bom, Routing routing) {}

    Optional<FrozenStructure> find(UUID orderLineId, UUID itemId) {
        return jdbc.sql("""
                SELECT order_line_id, item_id, revision, content, frozen_at
                  FROM engineering.line_structure
                 WHERE order_line_id = :line AND item_id = :item
                """)
                .param("line", orderLineId)
                .param("item", itemId)
                .query(FrozenStructures::map)
                .optional();
    }

    List<FrozenStructure> ofLine(UUID orderLineId) {
        return jdbc.sql("""
                SELECT order_line_id, item_id, revision, content, frozen_at
                  FROM engineering.line_structure
                 WHERE order_line_id = :line
                 ORDER BY frozen_at, id
                """)
                .param("line", orderLineId)
                .query(FrozenStructures::map)
                .list();
    }

    FrozenStructure insert(FrozenStructure structure) {
        var bom = structure.bom();
        jdbc.sql("""
                INSERT INTO engineering.line_structure (id, order_line_id, item_id, bom_id, routing_id, revision, content,
                       frozen_at)
                VALUES (:id, :line, :item, :bom, :routing, :revision, CAST(:content AS jsonb), :at)
                ON CONFLICT (order_line_id, item_id) DO NOTHING
                """)
                .param("id", Identity.fresh())
                .param("line", structure.orderLineId())
                .param("item", structure.itemId())
                .param("bom", bom == null ? null : bom.id())
                .param("routing", structure.routing().id())
                .param("revision", structure.revision())
                .param("content", JSON.writeValueAsString(new Content(bom, structure.routing())))
                .param("at", Timestamp.from(structure.frozenAt()))
                .update();
        return find(structure.orderLineId(), structure.itemId()).orElseThrow();
    }

    private static FrozenStructure map(ResultSet row, int index) throws SQLException {
        var content = JSON.readValue(row.getString("content"), Content.class);
        return new FrozenStructure(
                row.getObject("order_line_id", UUID.class),
                row.getObject("item_id", UUID.class),
                content.bom(),
                content.routing(),
                row.getString("revision"),
                row.getTimestamp("frozen_at").toInstant());
    }
}
