package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * Goods that lie packed for one customer.
 *
 * @param number     on the label, e.g. {@code PAC-20261122-001}
 * @param shipmentId null: not in a shipment yet
 * @param packedBy   account; null: the system
 * @param lines      not empty
 */
public record Parcel(
        UUID id,
        String number,
        UUID customerId,
        @Nullable UUID shipmentId,
        Status status,
        Instant packedAt,
        @Nullable UUID packedBy,
        List<Line> lines) {

    /** Where a package stands: 已装箱, 已发出, 已拆箱. */
    public enum Status {
        PACKED,
        SHIPPED,
        CANCELLED
    }

    /**
     * So much of one lot for one order line.
     *
     * @param lotId      null where the item is not kept by lot
     * @param locationId where it lies packed
     */
    public record Line(
            UUID orderLineId, UUID itemId, @Nullable UUID lotId, UUID locationId, Quantity quantity) {}

    public Parcel {
        lines = List.copyOf(lines);
    }

    /** The lines as other rooms hear of them. */
    public List<PackedLine> packedLines() {
        return lines.stream()
                .map(line -> new PackedLine(line.orderLineId(), line.itemId(), line.lotId(), line.quantity()))
                .toList();
    }
}
