package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which operations make which item: single operations, routings of several, and choices between them. */
final class OperationTree {

    private static final String ROUTING = "routing";

    private final Dataset data;
    private final Map<String, String> itemOfDelivery = new HashMap<>();

    /**
     * One way to make an item.
     *
     * @param head  the routing, or the single operation itself
     * @param steps in their order; the head itself when it is a single operation
     */
    record Way(String item, FreppleRow head, List<FreppleRow> steps, BigDecimal priority) {}

    OperationTree(Dataset data) {
        this.data = data;
        for (FreppleRow row : data.rows(Model.DEMAND)) {
            row.text("operation")
                    .ifPresent(operation ->
                            row.text("item").ifPresent(item -> itemOfDelivery.putIfAbsent(operation, item)));
        }
    }

    List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (FreppleRow row : data.rows(Model.OPERATION)) {
            boolean step = row.text("owner")
                    .flatMap(owner -> data.named(Model.OPERATION, owner))
                    .map(owner -> type(owner).equals(ROUTING))
                    .orElse(false);
            boolean choice = type(row).equals("alternate") || type(row).equals("split");
            if (!step && !choice) {
                item(row).ifPresent(item -> ways.add(way(item, row)));
            }
        }
        return ways;
    }

    private Way way(String item, FreppleRow row) {
        var steps = type(row).equals(ROUTING) ? children(row) : List.of(row);
        return new Way(item, row, steps.isEmpty() ? List.of(row) : steps, row.number("priority", BigDecimal.ONE));
    }

    private List<FreppleRow> children(FreppleRow row) {
        String name = row.need("name");
        return data.rows(Model.OPERATION).stream()
                .filter(child -> child.text("owner").orElse("").equals(name))
                .sorted(Comparator.comparing((FreppleRow child) -> child.number("priority", BigDecimal.ONE))
                        .thenComparingInt(FreppleRow::number))
                .toList();
    }

    /** What it makes: said by itself, by its choice, by what flows out of it, or by the demand that asks for it. */
    private Optional<String> item(FreppleRow row) {
        String name = row.text("name").orElse("");
        return row.text("item")
                .or(() -> row.text("owner")
                        .flatMap(owner -> data.named(Model.OPERATION, owner))
                        .flatMap(owner -> owner.text("item")))
                .or(() -> produced(name))
                .or(() -> children(row).stream()
                        .flatMap(child -> produced(child.text("name").orElse("")).stream())
                        .reduce((one, last) -> last))
                .or(() -> Optional.ofNullable(itemOfDelivery.get(name)));
    }

    private Optional<String> produced(String operation) {
        return data.rows(Model.OPERATIONMATERIAL).stream()
                .filter(row -> row.text("operation").orElse("").equals(operation)
                        && row.number("quantity", BigDecimal.ONE).signum() > 0)
                .flatMap(row -> row.text("item").stream())
                .findFirst();
    }

    private static String type(FreppleRow row) {
        return row.text("type").orElse("fixed_time");
    }
}
