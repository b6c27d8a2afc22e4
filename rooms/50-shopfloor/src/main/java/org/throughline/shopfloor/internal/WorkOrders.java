package org.throughline.shopfloor.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instant;
import static org.throughline.database.Columns.quantity;
import static org.throughline.database.Columns.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.shopfloor.WorkOrder;

/** All work orders, in table {@code shopfloor.work_order}. One SQL statement per method. */
@Repository
public class WorkOrders {

    private static final String COLUMNS = """
            SELECT w.id, w.number, w.item_id, w.quantity, w.unit, w.status, w.start, w.due, w.order_line_id, w.parent_id,
                   w.rework_of, w.bom_id, w.routing_id, w.revision, w.good, w.scrap, w.received, w.released_at,
                   w.started_at, w.completed_at, w.closed_at, w.version
              FROM shopfloor.work_order w
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    WorkOrders(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * The work order with this identity.
     *
     * @throws NotFound if there is none
     */
    public WorkOrder get(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE w.id = :id")
                .param("id", id)
                .query(WorkOrders::map)
                .optional()
                .orElseThrow(() -> new NotFound("work-order", id));
    }

    /**
     * The work order with this identity, kept from all others until the transaction ends.
     *
     * @throws NotFound if there is none
     */
    public WorkOrder lock(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE w.id = :id FOR UPDATE OF w")
                .param("id", id)
                .query(WorkOrders::map)
                .optional()
                .orElseThrow(() -> new NotFound("work-order", id));
    }

    /** The work order with this number, upper and lower case alike. */
    public Optional<WorkOrder> byNumber(String number) {
        return jdbc.sql(COLUMNS + " WHERE w.number = upper(:number)")
                .param("number", number)
                .query(WorkOrders::map)
                .optional();
    }

    /** Work orders with these identities, by start and number. */
    public List<WorkOrder> all(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + " WHERE w.id = ANY (:ids) ORDER BY w.start, w.number")
                .param("ids", ids.toArray(UUID[]::new))
                .query(WorkOrders::map)
                .list();
    }

    /** Every work order of which pieces may still come, by due date and number. */
    public List<WorkOrder> open() {
        return jdbc.sql(COLUMNS + """
                 WHERE w.status IN ('PLANNED', 'RELEASED', 'STARTED')
                 ORDER BY w.due, w.number
                """).query(WorkOrders::map).list();
    }

    /** Every work order of these order lines but cancelled ones: the product first, then by start and number. */
    public List<WorkOrder> ofLines(Collection<UUID> orderLineIds) {
        if (orderLineIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + """
                 WHERE w.order_line_id = ANY (:lines)
                   AND w.status <> 'CANCELLED'
                 ORDER BY w.parent_id NULLS FIRST, w.start, w.number
                """)
                .param("lines", orderLineIds.toArray(UUID[]::new))
                .query(WorkOrders::map)
                .list();
    }

    /** The work orders that make components of this one, by number. */
    public List<WorkOrder> childrenOf(UUID parentId) {
        return jdbc.sql(COLUMNS + " WHERE w.parent_id = :parent ORDER BY w.number")
                .param("parent", parentId)
                .query(WorkOrders::map)
                .list();
    }

    /** Who handed each of these work orders to the floor; those the system released are missing. */
    public List<Releaser> releasersOf(Collection<UUID> ids) {
        return jdbc.sql("""
                SELECT id, released_by
                  FROM shopfloor.work_order
                 WHERE id = ANY (:ids)
                   AND released_by IS NOT NULL
                 ORDER BY id
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, index) -> new Releaser(idOf(row, "id"), idOf(row, "released_by")))
                .list();
    }

    /** Who released which work order. */
    public record Releaser(UUID workOrderId, UUID userId) {}

    /** Adds new work orders. */
    public void add(List<WorkOrder> orders) {
        batches.batchUpdate("""
                INSERT INTO shopfloor.work_order
                       (id, number, item_id, quantity, unit, status, start, due, order_line_id, parent_id, rework_of,
                        bom_id, routing_id, revision)
                VALUES (:id, :number, :item, :quantity, :unit, :status, :start, :due, :line, :parent, :reworkOf,
                        :bom, :routing, :revision)
                """, orders.stream().map(WorkOrders::parameters).toArray(SqlParameterSource[]::new));
    }

    /**
     * Writes what {@code order} now is, if nobody else wrote in the meantime.
     *
     * @return the same order with its new version
     * @throws ChangedMeanwhile if the row's version is no longer {@code order.version()}
     */
    public WorkOrder save(WorkOrder order) {
        var moments = order.moments();
        int written = jdbc.sql("""
                UPDATE shopfloor.work_order
                   SET quantity = :quantity, status = :status, start = :start, due = :due, order_line_id = :line,
                       parent_id = :parent, good = :good, scrap = :scrap, received = :received,
                       released_at = :releasedAt, released_by = coalesce(released_by, :releasedBy),
                       started_at = :startedAt, completed_at = :completedAt, closed_at = :closedAt,
                       version = version + 1
                 WHERE id = :id
                   AND version = :version
                """)
                .paramSource(parameters(order)
                        .addValue("good", order.progress().good().amount())
                        .addValue("scrap", order.progress().scrap().amount())
                        .addValue("received", order.progress().received().amount())
                        .addValue("releasedAt", timestamp(moments.releasedAt()))
                        .addValue("releasedBy", moments.releasedAt() == null ? null : user(), java.sql.Types.OTHER)
                        .addValue("startedAt", timestamp(moments.startedAt()))
                        .addValue("completedAt", timestamp(moments.completedAt()))
                        .addValue("closedAt", timestamp(moments.closedAt()))
                        .addValue("version", order.version()))
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("work-order", order.number());
        }
        return new WorkOrder(
                order.id(),
                order.number(),
                order.itemId(),
                order.quantity(),
                order.status(),
                order.start(),
                order.due(),
                order.purpose(),
                order.structure(),
                order.progress(),
                moments,
                order.version() + 1);
    }

    /** Notes that it was released although material was short. */
    public void markShort(UUID id) {
        jdbc.sql("UPDATE shopfloor.work_order SET short_release = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static @Nullable UUID user() {
        var actor = Actor.currentOrNull();
        return actor == null ? null : actor.user();
    }

    private static MapSqlParameterSource parameters(WorkOrder order) {
        return new MapSqlParameterSource()
                .addValue("id", order.id())
                .addValue("number", order.number())
                .addValue("item", order.itemId())
                .addValue("quantity", order.quantity().amount())
                .addValue("unit", order.quantity().unit())
                .addValue("status", order.status().name())
                .addValue("start", order.start())
                .addValue("due", order.due())
                .addValue("line", order.purpose().orderLineId(), java.sql.Types.OTHER)
                .addValue("parent", order.purpose().parentId(), java.sql.Types.OTHER)
                .addValue("reworkOf", order.purpose().reworkOf(), java.sql.Types.OTHER)
                .addValue("bom", order.structure().bomId(), java.sql.Types.OTHER)
                .addValue("routing", order.structure().routingId(), java.sql.Types.OTHER)
                .addValue("revision", order.structure().revision());
    }

    private static WorkOrder map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new WorkOrder(
                idOf(row, "id"),
                row.getString("number"),
                idOf(row, "item_id"),
                quantity(row, "quantity", unit),
                WorkOrder.Status.valueOf(row.getString("status")),
                row.getObject("start", LocalDate.class),
                row.getObject("due", LocalDate.class),
                new WorkOrder.Purpose(id(row, "order_line_id"), id(row, "parent_id"), id(row, "rework_of")),
                new WorkOrder.Structure(id(row, "bom_id"), id(row, "routing_id"), row.getString("revision")),
                new WorkOrder.Progress(
                        quantity(row, "good", unit), quantity(row, "scrap", unit), quantity(row, "received", unit)),
                new WorkOrder.Moments(
                        instant(row, "released_at"),
                        instant(row, "started_at"),
                        instant(row, "completed_at"),
                        instant(row, "closed_at")),
                row.getInt("version"));
    }
}
