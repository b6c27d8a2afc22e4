package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.planning.ChangeEffect;
import org.throughline.planning.MadeSupply;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.SuggestionToMake;
import org.throughline.planning.SupplyChange;
import org.throughline.planning.SupplyChanger;
import org.throughline.planning.SupplyKind;
import org.throughline.planning.SupplyMaker;
import org.throughline.planning.SupplySource;
import org.throughline.purchasing.NewPurchaseOrder;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseRefused;

/** What purchasing does for planning: shows what comes, makes what is suggested, changes what is not wanted so any more. */
@Component
class PurchaseSupply implements SupplySource, SupplyMaker, SupplyChanger {

    private final OrderTable orders;
    private final OrderDesk desk;
    private final ZoneId zone;

    PurchaseSupply(OrderTable orders, OrderDesk desk, java.time.Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.zone = clock.getZone();
    }

    @Override
    public List<OpenSupply> openSupply() {
        var lines = orders.openLines();
        var heads = orders.all(lines.stream().map(PurchaseOrderLine::orderId).toList());
        var supply = new ArrayList<OpenSupply>();
        for (var line : lines) {
            var order = heads.get(line.orderId());
            if (order != null && line.open().isPositive()) {
                supply.add(new OpenSupply(
                        OrderLinesServed.TYPE,
                        line.id(),
                        line.number(),
                        line.itemId(),
                        line.open(),
                        line.expected(),
                        orderedOn(order),
                        order.status() != PurchaseOrder.Status.DRAFT,
                        line.orderLineId()));
            }
        }
        return supply;
    }

    private @Nullable LocalDate orderedOn(PurchaseOrder order) {
        var at = order.orderedAt();
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    @Override
    public boolean makes(SupplyKind kind) {
        return kind == SupplyKind.BUY;
    }

    /** One draft per supplier; a line per suggestion, so that each stays traceable. */
    @Override
    public List<MadeSupply> make(List<SuggestionToMake> suggestions) {
        var bySupplier = new LinkedHashMap<UUID, List<SuggestionToMake>>();
        for (var one : suggestions) {
            bySupplier
                    .computeIfAbsent(Objects.requireNonNull(one.supplierId()), id -> new ArrayList<>())
                    .add(one);
        }
        var made = new HashMap<UUID, MadeSupply>();
        bySupplier.forEach((supplier, wanted) -> {
            var lines = wanted.stream()
                    .map(one ->
                            new NewPurchaseOrder.Line(one.itemId(), one.quantity(), null, one.due(), one.orderLineId()))
                    .toList();
            var order = desk.create(new NewPurchaseOrder(supplier, null, null, lines));
            for (int i = 0; i < wanted.size(); i++) {
                var line = order.lines().get(i);
                var id = wanted.get(i).suggestionId();
                made.put(id, new MadeSupply(id, OrderLinesServed.TYPE, line.id(), line.number()));
            }
        });
        return suggestions.stream()
                .map(one -> Objects.requireNonNull(made.get(one.suggestionId())))
                .toList();
    }

    @Override
    public boolean changes(String type) {
        return type.equals(OrderLinesServed.TYPE);
    }

    @Override
    public ChangeEffect preview(SupplyChange change) {
        var line = orders.line(change.id());
        var order = orders.get(line.orderId());
        var harmless = order.status() == PurchaseOrder.Status.DRAFT;
        return new ChangeEffect(
                line.isOpen(),
                harmless,
                line.number(),
                line.baseQuantity(),
                line.received().isZero() ? null : line.received(),
                saved(line, change.newOpen()),
                null,
                line.isOpen() ? null : "purchasing.wrong-status",
                order.buyerId() == null ? List.of() : List.of(order.buyerId()));
    }

    private static @Nullable Money saved(PurchaseOrderLine line, @Nullable Quantity newOpen) {
        if (newOpen == null
                || newOpen.compareTo(line.open()) >= 0
                || line.baseQuantity().isZero()) {
            return null;
        }
        var part =
                line.open().minus(newOpen).amount().divide(line.baseQuantity().amount(), MathContext.DECIMAL128);
        BigDecimal amount =
                line.price().amount().multiply(line.quantity().amount()).multiply(part);
        return new Money(
                amount.setScale(2, java.math.RoundingMode.HALF_UP), line.price().currency());
    }

    @Override
    public void apply(SupplyChange change) {
        var line = orders.lockLine(change.id());
        if (!line.isOpen()) {
            throw PurchaseRefused.wrongStatus(line.number(), line.status().name());
        }
        if (change.action() == SupplyChange.Action.RELEASE) {
            orders.release(line);
            return;
        }
        var newOpen = change.newOpen();
        if (newOpen != null && newOpen.isZero() && line.received().isZero()) {
            orders.end(line, PurchaseOrderLine.Status.CANCELLED);
        } else {
            var base = newOpen == null ? line.baseQuantity() : line.received().plus(newOpen);
            var due = Objects.requireNonNullElse(change.newDue(), line.due());
            orders.change(line, newOpen == null ? line.quantity() : desk.inUnitOf(line, base), base, due);
        }
        orders.refreshStatus(line.orderId());
    }
}
