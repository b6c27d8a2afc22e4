package org.throughline.shipping;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Quantity;
import org.throughline.order.RecordDelivery;
import org.throughline.shipping.internal.Packages;
import org.throughline.shipping.internal.Shipments;

/** Use case: the customer signed for a shipment. Its order lines are delivered, and orders that have everything end. */
@Service
public class ProveDelivery {

    private final Shipments shipments;
    private final Packages packages;
    private final RecordDelivery recordDelivery;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProveDelivery(
            Shipments shipments,
            Packages packages,
            RecordDelivery recordDelivery,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shipments = shipments;
        this.packages = packages;
        this.recordDelivery = recordDelivery;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the proof.
     *
     * @param deliveredAt when the customer took it; null: now
     * @param fileId      picture or scan of the signed note; null: none
     * @throws ShipmentRefused if it has not left, nobody signed, or the date cannot be
     */
    @Verb(type = "shipment", operation = "deliver")
    @Transactional
    public Shipment prove(UUID id, @Nullable Instant deliveredAt, String signedBy, @Nullable UUID fileId) {
        var now = clock.instant();
        var delivered = shipments
                .lock(id)
                .deliver(new Shipment.Proof(deliveredAt == null ? now : deliveredAt, signedBy, fileId, now));
        var lines = packages.ofShipments(List.of(id)).stream()
                .flatMap(one -> one.packedLines().stream())
                .toList();
        shipments.save(delivered);
        shipments.arrived(id);
        var byLine = new LinkedHashMap<UUID, Quantity>();
        lines.forEach(line -> byLine.merge(line.orderLineId(), line.quantity(), Quantity::plus));
        byLine.forEach(recordDelivery::record);
        events.publishEvent(new DeliveryProven(id, delivered.number(), lines, now));
        return shipments.get(id);
    }
}
