package org.throughline.purchasing.internal;

import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.NewPurchaseOrder;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseRefused;
import org.throughline.purchasing.VendorItem;
import org.throughline.records.Numbers;

/** Writes drafts of purchase orders. */
@Component
public class OrderDesk {

    private final OrderTable orders;
    private final VendorItemTable terms;
    private final Items items;
    private final Partners partners;
    private final Units units;
    private final Numbers numbers;
    private final Clock clock;

    OrderDesk(
            OrderTable orders,
            VendorItemTable terms,
            Items items,
            Partners partners,
            Units units,
            Numbers numbers,
            Clock clock) {
        this.orders = orders;
        this.terms = terms;
        this.items = items;
        this.partners = partners;
        this.units = units;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Writes a draft with a number of its own. */
    public PurchaseOrder create(NewPurchaseOrder wanted) {
        var supplier = partners.get(wanted.supplierId());
        if (!supplier.isSupplier() || !supplier.active()) {
            throw PurchaseRefused.notASupplier(supplier.shownName());
        }
        var number = Objects.requireNonNullElseGet(wanted.number(), () -> numbers.next("purchase-order"));
        if (wanted.lines().isEmpty()) {
            throw PurchaseRefused.empty(number);
        }
        var id = Identity.fresh();
        var lines = new ArrayList<PurchaseOrderLine>();
        for (var line : wanted.lines()) {
            lines.add(line(id, number, lines.size() + 1, supplier, line));
        }
        var order = new PurchaseOrder(
                id,
                number,
                supplier.id(),
                PurchaseOrder.Status.DRAFT,
                null,
                Money.zero(lines.getFirst().price().currency()),
                clock.instant(),
                null,
                lines,
                0);
        orders.insert(order, wanted.externalId());
        return orders.get(id);
    }

    private PurchaseOrderLine line(
            UUID orderId, String number, int position, Partner supplier, NewPurchaseOrder.Line wanted) {
        var item = items.get(wanted.itemId());
        if (!wanted.quantity().isPositive()) {
            throw PurchaseRefused.notPositive(item.code(), wanted.quantity());
        }
        var known = terms.of(supplier.id(), item.id()).orElse(null);
        var quantity = wanted.price() == null ? inUnitOfSupplier(item, wanted.quantity(), known) : wanted.quantity();
        var base = units.convert(item.id(), quantity, item.unit(), RoundingMode.UP);
        return new PurchaseOrderLine(
                Identity.fresh(),
                orderId,
                position,
                number + "/" + position,
                item.id(),
                quantity,
                base,
                Quantity.zero(item.unit()),
                price(item, quantity, known, wanted.price()),
                wanted.due(),
                null,
                PurchaseOrderLine.Status.OPEN,
                wanted.orderLineId(),
                null,
                0);
    }

    /** Never less than wanted. */
    private Quantity inUnitOfSupplier(Item item, Quantity wanted, @Nullable VendorItem known) {
        return known == null || known.unit().equals(wanted.unit())
                ? wanted
                : units.convert(item.id(), wanted, known.unit(), RoundingMode.UP);
    }

    private Money price(Item item, Quantity quantity, @Nullable VendorItem known, @Nullable Money given) {
        if (given != null) {
            return given;
        }
        var agreed = known == null ? null : terms.priceFor(known, quantity.amount());
        if (agreed != null) {
            return agreed;
        }
        if (quantity.unit().equals(item.unit())) {
            return item.standardCost();
        }
        var ratio = units.ratio(item.id(), quantity.unit(), item.unit());
        var amount = item.standardCost()
                .amount()
                .multiply(new java.math.BigDecimal(ratio.numerator()))
                .divide(new java.math.BigDecimal(ratio.denominator()), 6, RoundingMode.HALF_UP);
        return new Money(amount, item.standardCost().currency());
    }

    /** Nothing of a line is expressed twice: its purchase quantity follows the base quantity. */
    Quantity inUnitOf(PurchaseOrderLine line, Quantity base) {
        var unit = line.quantity().unit();
        return unit.equals(base.unit()) ? base : units.convert(line.itemId(), base, unit, RoundingMode.UP);
    }
}
