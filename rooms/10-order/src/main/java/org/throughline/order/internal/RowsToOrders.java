package org.throughline.order.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Partner;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderImport.RowError;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderRefused;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;
import org.throughline.web.Sentences;

/** Turns the rows of a file into orders to be made, and says of every other row why not. */
@Component
public class RowsToOrders {

    private final Keys keys;
    private final OrderHeads heads;
    private final SalesOrders orders;
    private final Sentences sentences;

    RowsToOrders(Keys keys, OrderHeads heads, SalesOrders orders, Sentences sentences) {
        this.keys = keys;
        this.heads = heads;
        this.orders = orders;
        this.sentences = sentences;
    }

    /**
     * @param unchanged rows of orders that are here already, exactly so
     */
    public record Plan(List<Ready> ready, List<RowError> errors, int unchanged) {}

    /** An order that can be made from these rows. */
    public record Ready(NewOrder order, List<Integer> rows) {}

    /** Every row ends up in an order, among the errors, or is counted as unchanged. */
    public Plan plan(List<OrderRow> rows) {
        var ready = new ArrayList<Ready>();
        var errors = new ArrayList<RowError>();
        int unchanged = 0;
        for (var group : OrderGroup.of(rows)) {
            var found = new HashMap<Integer, RowError>();
            var order = order(group, found);
            if (order == null || !found.isEmpty()) {
                errors.addAll(whole(group, found));
                continue;
            }
            var here = group.reference() == null
                    ? null
                    : heads.byReference(order.customerId(), group.reference()).orElse(null);
            if (here == null) {
                ready.add(new Ready(
                        order, group.rows().stream().map(OrderRow::number).toList()));
            } else if (same(here, order)) {
                unchanged += group.rows().size();
            } else {
                var refusal = OrderRefused.alreadyHere(String.valueOf(group.reference()), here.number());
                group.rows().forEach(row -> errors.add(error(row.number(), null, null, refusal)));
            }
        }
        return new Plan(ready, errors, unchanged);
    }

    /** The order could not be made: its first row bears the reason, the others refer to it. */
    public List<RowError> rejected(Ready ready, RuleViolation refusal) {
        var errors = new ArrayList<RowError>();
        for (int row : ready.rows()) {
            errors.add(error(row, null, null, refusal));
        }
        return errors;
    }

    private @Nullable NewOrder order(OrderGroup group, Map<Integer, RowError> errors) {
        var first = group.rows().getFirst();
        Partner customer = null;
        try {
            customer = keys.customer(null, group.customer());
        } catch (RuleViolation refusal) {
            errors.put(first.number(), error(first, OrderColumns.CUSTOMER, refusal));
        }
        boolean gross = group.rows().stream().anyMatch(row -> row.has(OrderColumns.GROSS_PRICE));
        var lines = new ArrayList<NewOrder.Line>();
        for (var row : group.rows()) {
            try {
                agree(row, group);
                if (customer != null) {
                    lines.add(line(row, customer, gross));
                }
            } catch (ColumnRefused refused) {
                errors.putIfAbsent(row.number(), error(row, refused.column, refused.refusal));
            }
        }
        if (customer == null || !errors.isEmpty()) {
            return null;
        }
        return new NewOrder(
                customer.id(),
                group.reference(),
                first.orderClass(),
                null,
                null,
                gross,
                null,
                null,
                first.text(OrderColumns.REMARK),
                null,
                Actor.current().user(),
                lines);
    }

    private static void agree(OrderRow row, OrderGroup group) {
        var customer = row.text(OrderColumns.CUSTOMER);
        if (customer != null && !customer.equals(group.customer())) {
            throw new ColumnRefused(
                    OrderColumns.CUSTOMER,
                    OrderRefused.contradiction(
                            row.header(OrderColumns.CUSTOMER), String.valueOf(group.customer()), customer));
        }
        in(OrderColumns.ORDER_CLASS, () -> {
            if (row.has(OrderColumns.ORDER_CLASS)
                    && row.orderClass() != group.rows().getFirst().orderClass()) {
                throw OrderRefused.contradiction(
                        row.header(OrderColumns.ORDER_CLASS),
                        group.rows().getFirst().orderClass().name(),
                        row.orderClass().name());
            }
            return row;
        });
    }

    private NewOrder.Line line(OrderRow row, Partner customer, boolean gross) {
        var key = row.text(OrderColumns.ITEM);
        var item = in(OrderColumns.ITEM, () -> keys.item(customer.id(), null, key, key));
        var amount =
                in(OrderColumns.QUANTITY, () -> needed(row.number(OrderColumns.QUANTITY), row, OrderColumns.QUANTITY));
        var unit = Objects.requireNonNullElse(row.text(OrderColumns.UNIT), item.unit());
        var quantity = in(OrderColumns.QUANTITY, () -> positive(new Quantity(amount, unit), item.code()));
        var date = in(OrderColumns.DATE, () -> needed(row.date(OrderColumns.DATE), row, OrderColumns.DATE));
        var priceColumn = gross ? OrderColumns.GROSS_PRICE : OrderColumns.PRICE;
        var price =
                row.has(priceColumn) ? in(priceColumn, () -> needed(row.number(priceColumn), row, priceColumn)) : null;
        return new NewOrder.Line(
                item.id(),
                quantity,
                date,
                price,
                row.text(OrderColumns.DESCRIPTION),
                row.text(OrderColumns.SPECIFICATION),
                item.code().equals(key) ? null : key,
                null);
    }

    private static Quantity positive(Quantity quantity, String item) {
        if (!quantity.isPositive()) {
            throw OrderRefused.notPositive(item, quantity);
        }
        return quantity;
    }

    private static <T> T needed(@Nullable T value, OrderRow row, String column) {
        if (value == null) {
            throw row.unreadable(column);
        }
        return value;
    }

    private static <T> T in(String column, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuleViolation refusal) {
            throw new ColumnRefused(column, refusal);
        }
    }

    private boolean same(SalesOrder here, NewOrder wanted) {
        var known = orders.lines(here.id());
        if (known.size() != wanted.lines().size()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            if (!same(known.get(i), wanted.lines().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(OrderLine here, NewOrder.Line wanted) {
        return here.itemId().equals(wanted.itemId())
                && here.ordered().equals(wanted.quantity())
                && here.requestedDate().equals(wanted.requestedDate());
    }

    /** Rows without a fault of their own refer to the first row that has one. */
    private List<RowError> whole(OrderGroup group, Map<Integer, RowError> found) {
        int culprit = found.keySet().stream().min(Integer::compare).orElse(0);
        var refusal = OrderRefused.orderRejected(Objects.requireNonNullElse(group.reference(), ""), culprit);
        return group.rows().stream()
                .map(row -> Objects.requireNonNullElseGet(
                        found.get(row.number()), () -> error(row.number(), null, null, refusal)))
                .toList();
    }

    private RowError error(OrderRow row, String column, RuleViolation refusal) {
        return error(row.number(), row.header(column), row.text(column), refusal);
    }

    private RowError error(int row, @Nullable String column, @Nullable String value, RuleViolation refusal) {
        var language = Actor.current().language();
        var advice = sentences.advice(refusal, language);
        var reason = sentences.what(refusal, language);
        return new RowError(row, column, value, advice == null ? reason : reason + " " + advice, refusal.code());
    }

    /** Which column a refusal is about. */
    private static final class ColumnRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;
        private final RuleViolation refusal;

        ColumnRefused(String column, RuleViolation refusal) {
            super(refusal);
            this.column = column;
            this.refusal = refusal;
        }
    }
}
