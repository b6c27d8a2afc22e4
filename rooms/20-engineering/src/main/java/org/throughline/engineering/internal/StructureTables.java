package org.throughline.engineering.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.ScrapConvention;

/** Bills as they are kept, in tables {@code engineering.bom} and {@code engineering.bom_line}. */
@Repository
class StructureTables {

    /** Of several released revisions valid on the day, the one that became valid last. */
    private static final String VALID = """
            SELECT DISTINCT ON (item_id)
                   id, item_id, revision, status, base_quantity, valid_from, valid_to
              FROM engineering.bom
             WHERE status = 'RELEASED'
               AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to > :day)
               %s
             ORDER BY item_id, valid_from DESC NULLS LAST, released_at DESC NULLS LAST, revision DESC
            """;

    private static final String LINES = """
            SELECT l.id, l.bom_id, b.item_id, b.base_quantity, l.position, l.component_id, l.quantity_per, l.unit,
                   l.scrap_rate, l.scrap_convention, l.fixed_loss, l.valid_from, l.valid_to, l.operation_sequence,
                   l.alternate_group, l.alternate_priority, l.note
              FROM (%s) b
              JOIN engineering.bom_line l ON l.bom_id = b.id
             WHERE (l.valid_from IS NULL OR l.valid_from <= :day) AND (l.valid_to IS NULL OR l.valid_to > :day)
            """;

    private final JdbcClient jdbc;

    StructureTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The head of a bill. */
    record BomRow(
            UUID id,
            UUID itemId,
            String revision,
            RevisionStatus status,
            BigDecimal baseQuantity,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A line of a bill, in the unit it was written in. */
    record LineRow(
            UUID id,
            UUID bomId,
            UUID itemId,
            BigDecimal baseQuantity,
            int position,
            UUID componentId,
            BigDecimal quantityPer,
            String unit,
            BigDecimal scrapRate,
            ScrapConvention scrapConvention,
            BigDecimal fixedLoss,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Integer operationSequence,
            @Nullable String alternateGroup,
            int alternatePriority,
            @Nullable String note) {}

    /** "The parent's bill names the component." */
    record Edge(UUID parentId, UUID componentId) {}

    List<BomRow> boms(Collection<UUID> itemIds, LocalDate day) {
        return jdbc.sql(VALID.formatted("AND item_id = ANY (:items)"))
                .param("day", day)
                .param("items", itemIds.toArray(UUID[]::new))
                .query(StructureTables::bom)
                .list();
    }

    /** Released bills that count on the day or later; of those that count on the same day the first in the list does. */
    List<BomRow> bomsFrom(LocalDate day) {
        return jdbc.sql("""
                SELECT id, item_id, revision, status, base_quantity, valid_from, valid_to
                  FROM engineering.bom
                 WHERE status = 'RELEASED' AND (valid_to IS NULL OR valid_to > :day)
                 ORDER BY item_id, valid_from DESC NULLS LAST, released_at DESC NULLS LAST, revision DESC
                """).param("day", day).query(StructureTables::bom).list();
    }

    /** Lines of those bills that count on the day or later, by bill, position and priority. */
    List<LineRow> linesFrom(LocalDate day) {
        return jdbc.sql("""
                SELECT l.id, l.bom_id, b.item_id, b.base_quantity, l.position, l.component_id, l.quantity_per, l.unit,
                       l.scrap_rate, l.scrap_convention, l.fixed_loss, l.valid_from, l.valid_to, l.operation_sequence,
                       l.alternate_group, l.alternate_priority, l.note
                  FROM engineering.bom b
                  JOIN engineering.bom_line l ON l.bom_id = b.id
                 WHERE b.status = 'RELEASED' AND (b.valid_to IS NULL OR b.valid_to > :day)
                   AND (l.valid_to IS NULL OR l.valid_to > :day)
                 ORDER BY l.bom_id, l.position, l.alternate_priority, l.id
                """).param("day", day).query(StructureTables::line).list();
    }

    /** By bill, position and priority. */
    List<LineRow> lines(Collection<UUID> itemIds, LocalDate day) {
        return jdbc.sql(LINES.formatted(VALID.formatted("AND item_id = ANY (:items)"))
                        + "ORDER BY l.bom_id, l.position, l.alternate_priority, l.id")
                .param("day", day)
                .param("items", itemIds.toArray(UUID[]::new))
                .query(StructureTables::line)
                .list();
    }

    /** The lines of valid bills that name one of these components, alternatives included. */
    List<LineRow> linesNaming(Collection<UUID> componentIds, LocalDate day) {
        return jdbc.sql(LINES.formatted(VALID.formatted(""))
                        + "AND l.component_id = ANY (:components) ORDER BY b.item_id, l.position, l.id")
                .param("day", day)
                .param("components", componentIds.toArray(UUID[]::new))
                .query(StructureTables::line)
                .list();
    }

    /** Every pair of parent and component of the valid bills. */
    List<Edge> edges(LocalDate day) {
        return jdbc.sql("SELECT DISTINCT item_id, component_id FROM (%s) e ORDER BY item_id, component_id"
                        .formatted(LINES.formatted(VALID.formatted(""))))
                .param("day", day)
                .query(StructureTables::edge)
                .list();
    }

    /** Every pair of parent and component of all bills that are not obsolete, on whatever day they are valid. */
    List<Edge> edgesOfAnyDay() {
        return jdbc.sql("""
                SELECT DISTINCT b.item_id, l.component_id
                  FROM engineering.bom b
                  JOIN engineering.bom_line l ON l.bom_id = b.id
                 WHERE b.status <> 'OBSOLETE'
                 ORDER BY b.item_id, l.component_id
                """).query(StructureTables::edge).list();
    }

    /** Whether {@code component}, taken apart by any bill that is not obsolete, contains {@code item}. */
    boolean contains(UUID component, UUID item) {
        return jdbc.sql("""
                WITH RECURSIVE below (item_id) AS (
                    SELECT CAST(:component AS uuid)
                     UNION
                    SELECT l.component_id
                      FROM below w
                      JOIN engineering.bom b ON b.item_id = w.item_id AND b.status <> 'OBSOLETE'
                      JOIN engineering.bom_line l ON l.bom_id = b.id)
                SELECT EXISTS (SELECT FROM below WHERE item_id = :item)
                """)
                .param("component", component)
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    /** The item a bill is for. */
    UUID itemOf(UUID bomId) {
        return jdbc.sql("SELECT item_id FROM engineering.bom WHERE id = :id")
                .param("id", bomId)
                .query(UUID.class)
                .single();
    }

    private static BomRow bom(ResultSet row, int index) throws SQLException {
        return new BomRow(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("revision"),
                RevisionStatus.valueOf(row.getString("status")),
                row.getBigDecimal("base_quantity"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static LineRow line(ResultSet row, int index) throws SQLException {
        return new LineRow(
                row.getObject("id", UUID.class),
                row.getObject("bom_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getBigDecimal("base_quantity"),
                row.getInt("position"),
                row.getObject("component_id", UUID.class),
                row.getBigDecimal("quantity_per"),
                row.getString("unit"),
                row.getBigDecimal("scrap_rate"),
                ScrapConvention.valueOf(row.getString("scrap_convention")),
                row.getBigDecimal("fixed_loss"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("operation_sequence", Integer.class),
                row.getString("alternate_group"),
                row.getInt("alternate_priority"),
                row.getString("note"));
    }

    private static Edge edge(ResultSet row, int index) throws SQLException {
        return new Edge(row.getObject("item_id", UUID.class), row.getObject("component_id", UUID.class));
    }
}
