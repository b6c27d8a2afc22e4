package org.throughline.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A question about one lot: may it be used? Immutable: {@link #decide} answers the decided one or throws.
 *
 * <pre>
 * OPEN --all accepted--> PASSED
 *    \---some rejected-> CONDITIONAL
 *     \--all rejected--> FAILED
 * </pre>
 *
 * @param number      what people read aloud, e.g. {@code INS-20261122-001}
 * @param source      what it was made for
 * @param goods       what is looked at
 * @param orderLineId whom the goods are reserved for; null: nobody yet
 * @param decision    null while open
 * @param version     optimistic lock
 */
public record Inspection(
        UUID id,
        String number,
        Kind kind,
        Source source,
        Goods goods,
        @Nullable UUID orderLineId,
        Status status,
        Instant requestedAt,
        @Nullable Decision decision,
        int version) {

    /** When it is made: 来料检, 完工检, 首检. */
    public enum Kind {
        INCOMING,
        FINAL,
        FIRST
    }

    /** What came of it. */
    public enum Status {
        OPEN,
        PASSED,
        FAILED,
        CONDITIONAL
    }

    /** @param type {@code GOODS_RECEIPT} or {@code WORK_ORDER} */
    public record Source(String type, UUID id) {}

    /** What is looked at: so much of one lot at one place. */
    public record Goods(
            UUID itemId, @Nullable UUID lotId, @Nullable UUID locationId, Quantity quantity) {}

    /**
     * What was decided.
     *
     * @param reason      why something was rejected; null when nothing was
     * @param inspectorId account; null: the system
     */
    public record Decision(
            Quantity accepted,
            Quantity rejected,
            @Nullable String reason,
            @Nullable UUID inspectorId,
            String inspector,
            Instant at) {}

    /**
     * Judges the whole quantity.
     *
     * @throws InspectionRefused if it was judged before, the parts do not sum, or a rejection has no reason
     */
    public Inspection decide(Decision wanted) {
        if (status != Status.OPEN) {
            throw InspectionRefused.alreadyDecided(number, status);
        }
        var accepted = wanted.accepted();
        var rejected = wanted.rejected();
        if (accepted.isNegative()
                || rejected.isNegative()
                || accepted.plus(rejected).compareTo(goods.quantity) != 0) {
            throw InspectionRefused.doesNotSum(number, accepted, rejected, goods.quantity);
        }
        if (rejected.isPositive() && (wanted.reason() == null || wanted.reason().isBlank())) {
            throw InspectionRefused.withoutReason(number, rejected);
        }
        var result = rejected.isZero() ? Status.PASSED : accepted.isZero() ? Status.FAILED : Status.CONDITIONAL;
        return new Inspection(id, number, kind, source, goods, orderLineId, result, requestedAt, wanted, version);
    }
}
