package org.throughline.purchasing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;

/**
 * What is bought from one supplier.
 *
 * <pre>
 * DRAFT --order--> ORDERED --all dates confirmed--> CONFIRMED --first receipt--> PARTIAL --last receipt--> RECEIVED
 *     \--cancel--> CANCELLED (as long as nothing came in)        PARTIAL --close--> CLOSED
 * </pre>
 *
 * @param number  e.g. {@code PO-20261122-001}
 * @param buyerId account; null if nobody took it
 * @param total   net, of the lines that are not cancelled
 * @param lines   by position
 */
public record PurchaseOrder(
        UUID id,
        String number,
        UUID supplierId,
        Status status,
        @Nullable UUID buyerId,
        Money total,
        Instant createdAt,
        @Nullable Instant orderedAt,
        List<PurchaseOrderLine> lines,
        int version) {

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /** Where an order stands. */
    public enum Status {
        DRAFT,
        ORDERED,
        CONFIRMED,
        PARTIAL,
        RECEIVED,
        CANCELLED,
        CLOSED
    }

    /** Whether goods may come in. */
    public boolean isUnderway() {
        return switch (status) {
            case ORDERED, CONFIRMED, PARTIAL -> true;
            case DRAFT, RECEIVED, CANCELLED, CLOSED -> false;
        };
    }
}
