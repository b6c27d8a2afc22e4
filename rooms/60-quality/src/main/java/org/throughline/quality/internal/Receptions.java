package org.throughline.quality.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Identity;
import org.throughline.purchasing.GoodsReceived;
import org.throughline.quality.Inspection;
import org.throughline.quality.InspectionRequested;
import org.throughline.records.Numbers;
import org.throughline.shopfloor.ProductReceived;
import org.throughline.shopfloor.ReportUndone;

/** Makes an inspection for everything that comes in or is finished and may not be used before. */
@Component
class Receptions {

    private final Inspections inspections;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    Receptions(Inspections inspections, Numbers numbers, ApplicationEventPublisher events) {
        this.inspections = inspections;
        this.numbers = numbers;
        this.events = events;
    }

    @EventListener
    void on(GoodsReceived received) {
        if (received.toInspect()) {
            request(
                    Inspection.Kind.INCOMING,
                    new Inspection.Source("goods-receipt", received.receiptId()),
                    new Inspection.Goods(
                            received.itemId(), received.lotId(), received.locationId(), received.quantity()),
                    received.orderLineId(),
                    received.at());
        }
    }

    /** Pieces of one lot that come one after the other are inspected together as long as nobody has begun. */
    @EventListener
    void on(ProductReceived received) {
        if (!received.toInspect()) {
            return;
        }
        var open = inspections.lockOpen(received.workOrderId(), received.lotId(), received.locationId());
        if (open.isPresent()) {
            inspections.resize(open.get(), open.get().goods().quantity().plus(received.quantity()));
            return;
        }
        request(
                Inspection.Kind.FINAL,
                new Inspection.Source("work-order", received.workOrderId()),
                new Inspection.Goods(received.itemId(), received.lotId(), received.locationId(), received.quantity()),
                received.orderLineId(),
                received.at());
    }

    /** What was taken out of stock again needs no inspection. */
    @EventListener
    void on(ReportUndone undone) {
        var lot = undone.lotId();
        if (lot == null || !undone.good().isPositive()) {
            return;
        }
        inspections.lockOpen(undone.workOrderId(), lot, undone.locationId()).ifPresent(open -> {
            var left = open.goods().quantity().minus(undone.good());
            if (left.isPositive()) {
                inspections.resize(open, left);
            } else {
                inspections.withdraw(open);
            }
        });
    }

    private void request(
            Inspection.Kind kind,
            Inspection.Source source,
            Inspection.Goods goods,
            @Nullable UUID orderLineId,
            Instant at) {
        var inspection = new Inspection(
                Identity.fresh(),
                numbers.next("inspection"),
                kind,
                source,
                goods,
                orderLineId,
                Inspection.Status.OPEN,
                at,
                null,
                0);
        inspections.add(inspection);
        events.publishEvent(new InspectionRequested(
                inspection.id(), inspection.number(), kind, goods.itemId(), goods.quantity(), orderLineId, at));
    }
}
