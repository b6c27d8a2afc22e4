package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.planning.Suggestion;
import org.throughline.planning.SupplyKind;

/** Suggestions and messages with everything a planner reads beside them. */
@Component
class SuggestionLists {

    private final JdbcClient jdbc;
    private final Items items;
    private final Partners partners;
    private final SalesOrders orders;

    SuggestionLists(JdbcClient jdbc, Items items, Partners partners, SalesOrders orders) {
        this.jdbc = jdbc;
        this.items = items;
        this.partners = partners;
        this.orders = orders;
    }

    /** One suggestion as the planner reads it. */
    record Row(
            UUID id,
            SupplyKind kind,
            UUID itemId,
            String itemCode,
            String itemName,
            BigDecimal quantity,
            String unit,
            LocalDate orderBy,
            LocalDate due,
            LocalDate possibleDue,
            int pastDueDays,
            @Nullable UUID supplierId,
            @Nullable String supplierName,
            @Nullable UUID orderLineId,
            @Nullable String orderLabel,
            Suggestion.Status status,
            @Nullable String targetType,
            @Nullable UUID targetId,
            @Nullable String targetNumber,
            int version) {}

    /** One piece of advice as the planner reads it. */
    record MessageRow(
            UUID id,
            String kind,
            String supplyType,
            UUID supplyId,
            String supplyNumber,
            UUID itemId,
            String itemCode,
            String itemName,
            LocalDate due,
            @Nullable LocalDate proposedDue,
            BigDecimal quantity,
            BigDecimal proposed,
            String unit,
            int days,
            @Nullable UUID orderLineId,
            @Nullable String orderLabel) {}

    List<Row> list(@Nullable SupplyKind kind, Suggestion.Status status, @Nullable UUID lineId, Slice slice) {
        var raw = jdbc.sql("""
                SELECT id, kind, item_id, quantity, unit, order_by, due, possible_due, past_due_days, supplier_id,
                       order_line_id, status, target_type, target_id, target_number, version
                  FROM planning.suggestion s
                 WHERE status = :status
                   AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                   AND (CAST(:line AS uuid) IS NULL
                        OR EXISTS (SELECT FROM planning.suggestion_peg p
                                    WHERE p.suggestion_id = s.id AND p.order_line_id = :line))
                 ORDER BY order_by, due, level, id
                 LIMIT CAST(:limit AS bigint) OFFSET :offset
                """)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .param("status", status.name())
                .param("kind", kind == null ? null : kind.name())
                .param("line", lineId)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        SupplyKind.valueOf(row.getString("kind")),
                        row.getObject("item_id", UUID.class),
                        "",
                        "",
                        row.getBigDecimal("quantity"),
                        row.getString("unit"),
                        row.getObject("order_by", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        row.getObject("possible_due", LocalDate.class),
                        row.getInt("past_due_days"),
                        row.getObject("supplier_id", UUID.class),
                        null,
                        row.getObject("order_line_id", UUID.class),
                        null,
                        Suggestion.Status.valueOf(row.getString("status")),
                        row.getString("target_type"),
                        row.getObject("target_id", UUID.class),
                        row.getString("target_number"),
                        row.getInt("version")))
                .list();
        var names = names(
                raw.stream().map(Row::itemId).collect(Collectors.toSet()),
                collect(raw.stream().map(Row::orderLineId).toList()));
        var suppliers = partners.all(collect(raw.stream().map(Row::supplierId).toList()));
        return raw.stream().map(row -> named(row, names, suppliers)).toList();
    }

    private static Row named(Row row, Names names, Map<UUID, Partner> suppliers) {
        var supplier = row.supplierId() == null ? null : suppliers.get(row.supplierId());
        return new Row(
                row.id(),
                row.kind(),
                row.itemId(),
                names.code(row.itemId()),
                names.name(row.itemId()),
                row.quantity(),
                row.unit(),
                row.orderBy(),
                row.due(),
                row.possibleDue(),
                row.pastDueDays(),
                row.supplierId(),
                supplier == null ? null : supplier.shownName(),
                row.orderLineId(),
                names.order(row.orderLineId()),
                row.status(),
                row.targetType(),
                row.targetId(),
                row.targetNumber(),
                row.version());
    }

    List<MessageRow> messages(Slice slice) {
        var raw = jdbc.sql("""
                SELECT id, kind, supply_type, supply_id, supply_number, item_id, due, proposed_due, quantity, proposed,
                       unit, days, order_line_id
                  FROM planning.plan_message
                 ORDER BY kind = 'EXPEDITE' DESC, days DESC, supply_number, id
                 LIMIT CAST(:limit AS bigint) OFFSET :offset
                """)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query((row, number) -> new MessageRow(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("supply_type"),
                        row.getObject("supply_id", UUID.class),
                        row.getString("supply_number"),
                        row.getObject("item_id", UUID.class),
                        "",
                        "",
                        row.getObject("due", LocalDate.class),
                        row.getObject("proposed_due", LocalDate.class),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("proposed"),
                        row.getString("unit"),
                        row.getInt("days"),
                        row.getObject("order_line_id", UUID.class),
                        null))
                .list();
        var names = names(
                raw.stream().map(MessageRow::itemId).collect(Collectors.toSet()),
                collect(raw.stream().map(MessageRow::orderLineId).toList()));
        return raw.stream()
                .map(row -> new MessageRow(
                        row.id(),
                        row.kind(),
                        row.supplyType(),
                        row.supplyId(),
                        row.supplyNumber(),
                        row.itemId(),
                        names.code(row.itemId()),
                        names.name(row.itemId()),
                        row.due(),
                        row.proposedDue(),
                        row.quantity(),
                        row.proposed(),
                        row.unit(),
                        row.days(),
                        row.orderLineId(),
                        names.order(row.orderLineId())))
                .toList();
    }

    /** What ids are called. */
    record Names(Map<UUID, Item> items, Map<UUID, String> orders) {

        String code(UUID itemId) {
            var item = items.get(itemId);
            return item == null ? "" : item.code();
        }

        String name(UUID itemId) {
            var item = items.get(itemId);
            return item == null ? "" : item.name();
        }

        @Nullable
        String order(@Nullable UUID orderLineId) {
            return orderLineId == null ? null : orders.get(orderLineId);
        }
    }

    Names names(Set<UUID> itemIds, Set<UUID> orderLineIds) {
        var labels = orders.linesOf(orderLineIds).stream().collect(Collectors.toMap(OrderLine::id, OrderLine::label));
        return new Names(items.all(itemIds), labels);
    }

    static Set<UUID> collect(List<? extends @Nullable UUID> ids) {
        var known = new HashSet<UUID>();
        for (var id : ids) {
            if (id != null) {
                known.add(id);
            }
        }
        return known;
    }
}
