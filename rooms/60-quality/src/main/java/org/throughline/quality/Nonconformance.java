package org.throughline.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * Pieces that are not as they should be, held until somebody decides what becomes of them. Immutable.
 *
 * <pre>
 * OPEN --> REWORK | SCRAP | CONCESSION
 * </pre>
 *
 * @param number       what people read aloud, e.g. {@code NCR-20261122-001}
 * @param inspectionId what found it; null: found otherwise
 * @param lotId        null where the item is not kept by lot
 * @param workOrderId  made for the rework; null otherwise
 * @param version      optimistic lock
 */
public record Nonconformance(
        UUID id,
        String number,
        @Nullable UUID inspectionId,
        UUID itemId,
        @Nullable UUID lotId,
        @Nullable UUID locationId,
        @Nullable UUID orderLineId,
        Quantity quantity,
        String reason,
        Disposition disposition,
        @Nullable UUID workOrderId,
        Instant raisedAt,
        @Nullable Instant decidedAt,
        int version) {

    /** What becomes of the pieces: 待评审, 返工, 报废, 让步接收. */
    public enum Disposition {
        OPEN,
        REWORK,
        SCRAP,
        CONCESSION
    }

    /**
     * Decides what becomes of them.
     *
     * @param reworkOrderId made for the rework; null for the other dispositions
     * @throws NonconformanceRefused if it was decided before
     */
    public Nonconformance decide(Disposition wanted, @Nullable UUID reworkOrderId, Instant now) {
        if (disposition != Disposition.OPEN) {
            throw NonconformanceRefused.alreadyDecided(number, disposition);
        }
        if (wanted == Disposition.OPEN) {
            throw NonconformanceRefused.undecided(number);
        }
        return new Nonconformance(
                id,
                number,
                inspectionId,
                itemId,
                lotId,
                locationId,
                orderLineId,
                quantity,
                reason,
                wanted,
                reworkOrderId,
                raisedAt,
                now,
                version);
    }
}
