package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.Remark;
import org.throughline.factory.Item;
import org.throughline.factory.Partner;
import org.throughline.order.CreateOrder;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderClass;
import org.throughline.order.SalesOrders;
import org.throughline.workflow.ProgressJobs.Progress;

/** Open demands become inquiries of one line each; closed and cancelled ones are listed. */
@Component
class DemandStep implements FreppleStep {

    private static final int PLACE = 70;
    private static final int LAST_PRIORITY = 99;

    private final RowSteps steps;
    private final FreppleKeys keys;
    private final SalesOrders orders;
    private final CreateOrder createOrder;
    private final Clock clock;

    DemandStep(RowSteps steps, FreppleKeys keys, SalesOrders orders, CreateOrder createOrder, Clock clock) {
        this.steps = steps;
        this.keys = keys;
        this.orders = orders;
        this.createOrder = createOrder;
        this.clock = clock;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        var dates = new MovedDates(data, clock);
        Set<String> told = new HashSet<>();
        for (FreppleRow row : data.rows(Model.DEMAND)) {
            if (told.add(row.file())) {
                data.tally(Model.DEMAND, row)
                        .remark(new Remark(
                                "exchange.remark-dates-moved", "from", dates.begins(), "days", dates.days()));
            }
        }
        steps.each(data, Model.DEMAND, progress, row -> order(row, dates));
    }

    private Outcome order(FreppleRow row, MovedDates dates) {
        String status = row.text("status").orElse("open");
        if (!status.equals("open") && !status.equals("quote") && !status.equals("inquiry")) {
            throw RowRefused.noCounterpart("demand with status", status);
        }
        String name = row.need("name");
        String key = FreppleKeys.key("demand", row.file() + ":" + name);
        if (orders.byExternalKey(key).isPresent()) {
            return Outcome.UNCHANGED;
        }
        Item item = keys.item(row, "item");
        Partner customer = keys.partner(row, "customer");
        var due = dates.moved(row.date("due").orElseThrow(() -> RowRefused.malformed("due", "")));
        var line = new NewOrder.Line(
                item.id(),
                item.quantity(row.number("quantity", BigDecimal.ZERO)),
                due,
                null,
                row.text("description").orElse(null),
                null,
                null,
                row.number("priority", BigDecimal.ONE)
                        .max(BigDecimal.ONE)
                        .min(BigDecimal.valueOf(LAST_PRIORITY))
                        .intValue());
        createOrder.create(new NewOrder(
                customer.id(), name, OrderClass.STABLE, null, null, false, null, null, null, key, null, List.of(line)));
        return Outcome.INSERTED;
    }
}
