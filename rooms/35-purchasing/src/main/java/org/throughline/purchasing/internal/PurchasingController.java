package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.identity.Permissions;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.planning.Suggestion;
import org.throughline.planning.Suggestions;
import org.throughline.planning.SupplyKind;
import org.throughline.purchasing.PurchaseOrderLine;

/** {@code /api/purchasing}: the lists of the buyer and of the warehouse's gate. */
@RestController
@RequestMapping("/api/purchasing")
class PurchasingController {

    private final Permissions permissions;
    private final OrderTable orders;
    private final Suggestions suggestions;
    private final SalesOrders salesOrders;
    private final Items items;
    private final Partners partners;
    private final Clock clock;

    PurchasingController(
            Permissions permissions,
            OrderTable orders,
            Suggestions suggestions,
            SalesOrders salesOrders,
            Items items,
            Partners partners,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.suggestions = suggestions;
        this.salesOrders = salesOrders;
        this.items = items;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * A delivery that is expected.
     *
     * @param chase      why the supplier has to be asked about it; null: he need not
     * @param remindedAt when he was last asked; null: never
     */
    record Expected(
            UUID lineId,
            UUID orderId,
            String number,
            UUID supplierId,
            String supplierName,
            UUID itemId,
            String itemCode,
            String itemName,
            BigDecimal open,
            String unit,
            LocalDate expected,
            boolean confirmed,
            PurchaseOrderLine.@Nullable Chase chase,
            @Nullable Instant remindedAt,
            int daysLate,
            boolean toInspect,
            @Nullable UUID orderLineId,
            @Nullable String orderLabel) {}

    /** What is on its way, the longest overdue first. */
    @GetMapping("/expected")
    List<Expected> expected() {
        permissions.require("purchase-order", "read");
        var lines = orders.openLines();
        var heads = orders.all(lines.stream().map(PurchaseOrderLine::orderId).toList());
        var known = items.all(lines.stream().map(PurchaseOrderLine::itemId).toList());
        var suppliers = partners.all(
                heads.values().stream().map(order -> order.supplierId()).toList());
        var labels = labels(lines.stream().map(PurchaseOrderLine::orderLineId).toList());
        var today = LocalDate.now(clock);
        var expected = new ArrayList<Expected>();
        for (var line : lines) {
            var order = heads.get(line.orderId());
            var item = known.get(line.itemId());
            if (order != null && item != null && order.isUnderway()) {
                var supplier = suppliers.get(order.supplierId());
                expected.add(new Expected(
                        line.id(),
                        order.id(),
                        line.number(),
                        order.supplierId(),
                        supplier == null ? "" : supplier.shownName(),
                        item.id(),
                        item.code(),
                        item.name(),
                        line.open().amount(),
                        line.open().unit(),
                        line.expected(),
                        line.confirmed() != null,
                        line.chase(today),
                        line.remindedAt(),
                        (int) Math.max(0, today.toEpochDay() - line.expected().toEpochDay()),
                        item.inspectOnReceipt(),
                        line.orderLineId(),
                        line.orderLineId() == null ? null : labels.get(line.orderLineId())));
            }
        }
        return expected;
    }

    private Map<UUID, String> labels(List<? extends @Nullable UUID> orderLineIds) {
        var ids = new LinkedHashSet<UUID>();
        for (var id : orderLineIds) {
            if (id != null) {
                ids.add(id);
            }
        }
        return salesOrders.linesOf(ids).stream().collect(Collectors.toMap(OrderLine::id, OrderLine::label));
    }

    /** What should be ordered from one supplier; {@code supplierId} null: nobody is known. */
    record ToOrder(
            @Nullable UUID supplierId,
            @Nullable String supplierName,
            LocalDate orderBy,
            int pastDue,
            List<ToOrderLine> lines) {}

    /** One suggestion of it. */
    record ToOrderLine(
            UUID suggestionId,
            UUID itemId,
            String itemCode,
            String itemName,
            BigDecimal quantity,
            String unit,
            LocalDate orderBy,
            LocalDate due,
            int pastDueDays,
            @Nullable UUID orderLineId,
            @Nullable String orderLabel) {}

    /** Open suggestions to buy, by supplier; the most urgent supplier first. */
    @GetMapping("/to-order")
    List<ToOrder> toOrder() {
        permissions.require("suggestion", "read");
        var open = suggestions.proposed(SupplyKind.BUY);
        var known = items.all(open.stream().map(Suggestion::itemId).toList());
        var labels = labels(open.stream().map(Suggestion::orderLineId).toList());
        var supplierIds = new LinkedHashSet<UUID>();
        var bySupplier = new LinkedHashMap<String, List<Suggestion>>();
        for (var one : open) {
            if (one.supplierId() != null) {
                supplierIds.add(one.supplierId());
            }
            bySupplier
                    .computeIfAbsent(String.valueOf(one.supplierId()), id -> new ArrayList<>())
                    .add(one);
        }
        var suppliers = partners.all(supplierIds);
        return bySupplier.values().stream()
                .map(ofSupplier -> toOrder(ofSupplier, suppliers, known, labels))
                .sorted(Comparator.comparing(ToOrder::orderBy))
                .toList();
    }

    private static ToOrder toOrder(
            List<Suggestion> ofSupplier,
            Map<UUID, Partner> suppliers,
            Map<UUID, Item> known,
            Map<UUID, String> labels) {
        var supplierId = ofSupplier.getFirst().supplierId();
        var supplier = supplierId == null ? null : suppliers.get(supplierId);
        var lines = ofSupplier.stream()
                .map(one -> {
                    var item = known.get(one.itemId());
                    return new ToOrderLine(
                            one.id(),
                            one.itemId(),
                            item == null ? "" : item.code(),
                            item == null ? "" : item.name(),
                            one.quantity().amount(),
                            one.quantity().unit(),
                            one.orderBy(),
                            one.due(),
                            one.pastDueDays(),
                            one.orderLineId(),
                            one.orderLineId() == null ? null : labels.get(one.orderLineId()));
                })
                .toList();
        return new ToOrder(
                supplierId,
                supplier == null ? null : supplier.shownName(),
                ofSupplier.getFirst().orderBy(),
                (int) ofSupplier.stream().filter(one -> one.pastDueDays() > 0).count(),
                lines);
    }
}
