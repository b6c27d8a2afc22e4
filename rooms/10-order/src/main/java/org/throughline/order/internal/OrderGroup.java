package org.throughline.order.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one order in a file.
 *
 * @param reference the customer's order number; null when the file names none
 */
record OrderGroup(@Nullable String reference, @Nullable String customer, List<OrderRow> rows) {

    /**
     * Rows with the same customer's order number belong together, wherever they stand. A row with neither number nor
     * customer belongs to the row above it, as when cells are merged; a row with a customer but no number is an order of
     * its own.
     */
    static List<OrderGroup> of(List<OrderRow> rows) {
        var groups = new LinkedHashMap<String, OrderGroup>();
        OrderGroup last = null;
        for (var row : rows) {
            var reference = row.text(OrderColumns.REFERENCE);
            var customer = row.text(OrderColumns.CUSTOMER);
            if (reference == null && customer == null && last != null) {
                last.rows().add(row);
                continue;
            }
            var key = reference == null ? "#" + row.number() : "=" + reference;
            last = groups.computeIfAbsent(key, each -> new OrderGroup(reference, customer, new ArrayList<>()));
            last.rows().add(row);
        }
        return List.copyOf(groups.values());
    }
}
