package org.throughline.engineering.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.EngineeringFact;
import org.throughline.engineering.EngineeringFacts;
import org.throughline.engineering.Routing;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;

/** How far engineering is with order lines; five statements however many lines. */
@Component
class StoredEngineeringFacts implements EngineeringFacts {

    private final JdbcClient jdbc;
    private final SalesOrders orders;
    private final Items items;
    private final Routings routings;

    StoredEngineeringFacts(JdbcClient jdbc, SalesOrders orders, Items items, Routings routings) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.items = items;
        this.routings = routings;
    }

    private record Papers(
            @Nullable Instant bomAt,
            @Nullable Instant routingAt,
            int drawings,
            int unconfirmed,
            @Nullable Instant drawingAt,
            @Nullable UUID engineer) {

        private static final Papers NONE = new Papers(null, null, 0, 0, null, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, EngineeringFact> of(Collection<UUID> orderLineIds) {
        if (orderLineIds.isEmpty()) {
            return Map.of();
        }
        var lines = orders.linesOf(orderLineIds);
        var itemIds = lines.stream().map(OrderLine::itemId).distinct().toList();
        var known = items.all(itemIds);
        var papers = papers(itemIds);
        var ways = routings.of(itemIds);
        var frozen = frozen(orderLineIds);
        var heads = orders.all(lines.stream().map(OrderLine::orderId).distinct().toList());
        var facts = new HashMap<UUID, EngineeringFact>();
        for (var line : lines) {
            var item = known.get(line.itemId());
            if (item != null) {
                facts.put(
                        line.id(),
                        fact(
                                item,
                                papers.getOrDefault(item.id(), Papers.NONE),
                                ways.get(item.id()),
                                frozen.get(line.id()),
                                Optional.ofNullable(heads.get(line.orderId()))
                                        .map(SalesOrder::confirmedAt)
                                        .orElse(null)));
            }
        }
        return facts;
    }

    private static EngineeringFact fact(
            Item item,
            Papers papers,
            @Nullable Routing routing,
            @Nullable Instant frozenAt,
            @Nullable Instant confirmedAt) {
        boolean needed = item.kind() != Item.Kind.BUY;
        boolean drawn = papers.drawings() == 0 || papers.unconfirmed() == 0;
        boolean complete = !needed || (papers.bomAt() != null && routing != null && drawn);
        Instant engineered = null;
        if (confirmedAt != null && (complete || frozenAt != null)) {
            engineered = frozenAt != null && !complete
                    ? frozenAt
                    : Stream.of(confirmedAt, papers.bomAt(), papers.routingAt(), papers.drawingAt())
                            .filter(at -> at != null)
                            .max(Instant::compareTo)
                            .orElse(confirmedAt);
            if (frozenAt != null && engineered.isAfter(frozenAt)) {
                engineered = frozenAt;
            }
        }
        return new EngineeringFact(
                needed,
                papers.bomAt() != null,
                routing != null,
                routing != null && routing.defaulted(),
                papers.drawings() > 0,
                papers.drawings() > 0 && papers.unconfirmed() == 0,
                engineered,
                papers.engineer());
    }

    private Map<UUID, Papers> papers(Collection<UUID> itemIds) {
        var papers = new HashMap<UUID, Papers>();
        jdbc.sql("""
                SELECT i.id,
                       (SELECT min(coalesce(b.released_at, 'epoch')) FROM engineering.bom b
                         WHERE b.item_id = i.id AND b.status = 'RELEASED') AS bom_at,
                       (SELECT min(coalesce(r.released_at, 'epoch')) FROM engineering.routing r
                         WHERE r.item_id = i.id AND r.status = 'RELEASED') AS routing_at,
                       (SELECT count(*) FROM engineering.drawing d
                         WHERE d.item_id = i.id AND d.status <> 'OBSOLETE') AS drawings,
                       (SELECT count(*) FROM engineering.drawing d
                         WHERE d.item_id = i.id AND d.status = 'DRAFT'
                           AND NOT EXISTS (SELECT FROM engineering.drawing c
                                            WHERE c.item_id = i.id AND c.number = d.number
                                              AND c.status = 'CONFIRMED')) AS unconfirmed,
                       (SELECT max(d.confirmed_at) FROM engineering.drawing d
                         WHERE d.item_id = i.id AND d.status = 'CONFIRMED') AS drawing_at,
                       (SELECT d.confirmed_by_id FROM engineering.drawing d
                         WHERE d.item_id = i.id AND d.confirmed_by_id IS NOT NULL
                         ORDER BY d.confirmed_at DESC LIMIT 1) AS engineer
                  FROM unnest(:items) AS i (id)
                 ORDER BY i.id
                """).param("items", itemIds.toArray(UUID[]::new)).query(row -> {
            papers.put(row.getObject("id", UUID.class), papers(row));
        });
        return papers;
    }

    private static Papers papers(ResultSet row) throws SQLException {
        return new Papers(
                instant(row.getTimestamp("bom_at")),
                instant(row.getTimestamp("routing_at")),
                row.getInt("drawings"),
                row.getInt("unconfirmed"),
                instant(row.getTimestamp("drawing_at")),
                row.getObject("engineer", UUID.class));
    }

    private Map<UUID, Instant> frozen(Collection<UUID> lineIds) {
        var frozen = new HashMap<UUID, Instant>();
        jdbc.sql("""
                SELECT order_line_id, min(frozen_at) AS frozen_at
                  FROM engineering.line_structure
                 WHERE order_line_id = ANY (:lines)
                 GROUP BY order_line_id
                 ORDER BY order_line_id
                """).param("lines", lineIds.toArray(UUID[]::new)).query(row -> {
            frozen.put(
                    row.getObject("order_line_id", UUID.class),
                    row.getTimestamp("frozen_at").toInstant());
        });
        return frozen;
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }
}
