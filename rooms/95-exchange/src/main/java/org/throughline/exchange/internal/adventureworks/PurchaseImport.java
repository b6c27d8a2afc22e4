package org.throughline.exchange.internal.adventureworks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.exchange.internal.Tally;
import org.throughline.factory.Item;
import org.throughline.factory.Partner;
import org.throughline.kernel.Money;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrders;
import org.throughline.purchasing.TakeOverPurchaseOrder;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * {@code PurchaseOrderHeader} with {@code PurchaseOrderDetail}: every order with what came in so far. Status 1 (pending)
 * and 2 (approved) are underway and wait for what is open, 3 (rejected) is cancelled, 4 (complete) waits for nothing.
 */
@Component
class PurchaseImport implements TableImport {

    private static final int PLACE = 80;

    private final SourceReader reader;
    private final RowRunner runner;
    private final PurchaseOrders orders;
    private final TakeOverPurchaseOrder takeOver;
    private final ForeignKeys keys;
    private final Clock clock;

    PurchaseImport(
            SourceReader reader,
            RowRunner runner,
            PurchaseOrders orders,
            TakeOverPurchaseOrder takeOver,
            ForeignKeys keys,
            Clock clock) {
        this.reader = reader;
        this.runner = runner;
        this.orders = orders;
        this.takeOver = takeOver;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.PURCHASE_ORDER_HEADER, SourceTable.PURCHASE_ORDER_DETAIL);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.PURCHASE_ORDER_HEADER)
                .flatMap(heads -> reader.open(files, SourceTable.PURCHASE_ORDER_DETAIL)
                        .map(details -> run(heads, details, progress)))
                .orElse(List.of());
    }

    /** What is needed to take over one order. */
    private record Context(Map<String, List<SourceRow>> lines, Map<String, Item> items, Map<String, Partner> vendors) {}

    private List<ImportReport.Table> run(SourceReader.Opened heads, SourceReader.Opened details, Progress progress) {
        var items = keys.items();
        var lines = new LinkedHashMap<String, List<SourceRow>>();
        for (SourceRow detail : details.rows()) {
            if (items.containsKey(detail.text("ProductID"))) {
                lines.computeIfAbsent(detail.text("PurchaseOrderID"), unseen -> new ArrayList<>())
                        .add(detail);
            } else {
                details.tally().reject(detail.number(), RowRefused.unknown("ProductID", detail.text("ProductID")));
            }
        }
        var context = new Context(lines, items, keys.vendors());
        var outcomes = new HashMap<String, Outcome>();
        runner.each(heads.rows(), SourceRow::number, heads.tally(), progress, head -> {
            Outcome outcome = take(head, context);
            outcomes.put(head.text("PurchaseOrderID"), outcome);
            return outcome;
        });
        count(lines, outcomes, details.tally());
        return List.of(heads.tally().report(), details.tally().report());
    }

    /** A line is written with its head, or not at all. */
    private static void count(Map<String, List<SourceRow>> lines, Map<String, Outcome> outcomes, Tally tally) {
        lines.forEach((orderId, rows) -> rows.forEach(row -> {
            Outcome outcome = outcomes.get(orderId);
            if (outcome == null) {
                tally.reject(row.number(), RowRefused.unknown("PurchaseOrderID", orderId));
            } else {
                tally.count(outcome);
            }
        }));
    }

    private Outcome take(SourceRow head, Context context) {
        String orderId = head.text("PurchaseOrderID");
        String key = ForeignKeys.key("purchase-order", orderId);
        if (orders.byExternalId(key).isPresent()) {
            return Outcome.UNCHANGED;
        }
        Partner vendor = ForeignKeys.known(context.vendors(), head, "VendorID");
        var rows = context.lines().getOrDefault(orderId, List.of());
        takeOver.takeOver(new TakeOverPurchaseOrder.Known(
                vendor.id(),
                "AW-PO-" + orderId,
                key,
                status(head, rows),
                head.date("OrderDate").atStartOfDay(clock.getZone()).toInstant(),
                rows.stream().map(row -> line(row, context)).toList()));
        return Outcome.INSERTED;
    }

    private static TakeOverPurchaseOrder.Line line(SourceRow row, Context context) {
        Item item = ForeignKeys.known(context.items(), row, "ProductID");
        return new TakeOverPurchaseOrder.Line(
                item.id(),
                item.quantity(row.number("OrderQty")),
                new Money(ForeignKeys.kept(row.number("UnitPrice")), ForeignKeys.CURRENCY),
                row.date("DueDate"),
                row.number("ReceivedQty"),
                row.number("RejectedQty"));
    }

    private static PurchaseOrder.Status status(SourceRow head, List<SourceRow> rows) {
        boolean complete =
                rows.stream().allMatch(row -> row.number("ReceivedQty").compareTo(row.number("OrderQty")) >= 0);
        boolean begun = rows.stream().anyMatch(row -> row.number("ReceivedQty").signum() > 0);
        return switch (head.text("Status")) {
            case "1", "2" -> {
                if (complete) {
                    yield PurchaseOrder.Status.RECEIVED;
                }
                yield begun ? PurchaseOrder.Status.PARTIAL : PurchaseOrder.Status.ORDERED;
            }
            case "3" -> PurchaseOrder.Status.CANCELLED;
            case "4" -> complete ? PurchaseOrder.Status.RECEIVED : PurchaseOrder.Status.CLOSED;
            case String other -> throw RowRefused.malformed("Status", other);
        };
    }
}
