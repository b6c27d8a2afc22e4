package org.throughline.order.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partners;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.LinePrice;
import org.throughline.order.LineText;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderRefused;
import org.throughline.order.SalesOrder;

/** Checks what a line asks for, converts it to the item's base unit and prices it; the same for every way in. */
@Component
public class LineDesk {

    private static final int RUSH_PRIORITY = 10;
    private static final int STABLE_PRIORITY = 50;
    private static final int LOWEST_PRIORITY = 99;
    private static final int PRICE_SCALE = 6;

    private final Items items;
    private final Units units;
    private final Partners partners;
    private final OrderLines lines;
    private final Clock clock;

    LineDesk(Items items, Units units, Partners partners, OrderLines lines, Clock clock) {
        this.items = items;
        this.units = units;
        this.partners = partners;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * A line that has passed every check.
     *
     * @param ordered  as the customer wrote it
     * @param quantity in the item's base unit
     */
    public record PreparedLine(
            UUID id,
            UUID orderId,
            int position,
            UUID itemId,
            Quantity ordered,
            Quantity quantity,
            LocalDate requestedDate,
            LinePrice price,
            LineText text,
            int priority) {

        /** The same under the identity of a line that exists. */
        public PreparedLine as(UUID lineId) {
            return new PreparedLine(
                    lineId, orderId, position, itemId, ordered, quantity, requestedDate, price, text, priority);
        }
    }

    /**
     * Checks all lines of an order.
     *
     * @throws OrderRefused for the first that is impossible
     */
    public List<PreparedLine> prepare(SalesOrder order, List<NewOrder.Line> wanted, int firstPosition) {
        var known =
                items.all(wanted.stream().map(NewOrder.Line::itemId).distinct().toList());
        var prepared = new ArrayList<PreparedLine>();
        for (var line : wanted) {
            var item = known.get(line.itemId());
            if (item == null) {
                throw OrderRefused.unknownItem(line.itemId().toString());
            }
            prepared.add(prepare(order, item, line, Identity.fresh(), firstPosition + prepared.size()));
        }
        return List.copyOf(prepared);
    }

    /** Checks one line; {@code id} and {@code position} are kept. */
    PreparedLine prepare(SalesOrder order, Item item, NewOrder.Line line, UUID id, int position) {
        if (!item.active()) {
            throw OrderRefused.inactiveItem(item.code());
        }
        var base = base(item, line.quantity());
        date(item, line.requestedDate());
        var customerNumber = line.customerItemNumber() == null
                ? partners.customerNumberOf(order.customerId(), item.id()).orElse(null)
                : line.customerItemNumber();
        return new PreparedLine(
                id,
                order.id(),
                position,
                item.id(),
                line.quantity(),
                base,
                line.requestedDate(),
                price(order, item, line.unitPrice(), line.quantity()),
                new LineText(line.description(), line.specification(), customerNumber),
                priority(order.orderClass(), line.priority()));
    }

    /** The quantity in the item's base unit; refused unless it is more than nothing and converts exactly. */
    public Quantity base(Item item, Quantity ordered) {
        if (!ordered.isPositive()) {
            throw OrderRefused.notPositive(item.code(), ordered);
        }
        units.requireWhole(item.code(), ordered);
        return ordered.unit().equals(item.unit()) ? ordered : units.convert(item.id(), ordered, item.unit());
    }

    /** Refuses a day that is over. */
    public void date(Item item, LocalDate date) {
        var today = LocalDate.now(clock);
        if (date.isBefore(today)) {
            throw OrderRefused.dateInPast(item.code(), date, today);
        }
    }

    /** The price of a line; without a given unit price, the item's list price for the ordered unit. */
    public LinePrice price(SalesOrder order, Item item, @Nullable BigDecimal unitPrice, Quantity ordered) {
        if (unitPrice == null) {
            return LinePrice.ofNet(listPrice(item, ordered.unit()), order.taxRate(), ordered, order.currency());
        }
        if (unitPrice.signum() < 0 || unitPrice.stripTrailingZeros().scale() > PRICE_SCALE) {
            throw OrderRefused.badPrice(item.code(), unitPrice.toPlainString());
        }
        return order.priceIncludesTax()
                ? LinePrice.ofGross(unitPrice, order.taxRate(), ordered, order.currency())
                : LinePrice.ofNet(unitPrice, order.taxRate(), ordered, order.currency());
    }

    private BigDecimal listPrice(Item item, String unit) {
        var perBase = item.listPrice().amount();
        if (unit.equals(item.unit()) || perBase.signum() == 0) {
            return perBase;
        }
        return units.ratio(item.id(), unit, item.unit()).apply(perBase, RoundingMode.HALF_UP);
    }

    private static int priority(OrderClass orderClass, @Nullable Integer given) {
        if (given != null && (given < 1 || given > LOWEST_PRIORITY)) {
            throw OrderRefused.badPriority(given);
        }
        return given != null
                ? given
                : switch (orderClass) {
                    case RUSH -> RUSH_PRIORITY;
                    case STABLE -> STABLE_PRIORITY;
                };
    }

    /** Writes new lines. */
    public void insert(List<PreparedLine> prepared) {
        prepared.forEach(lines::insert);
    }
}
