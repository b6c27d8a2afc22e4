package org.throughline.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * What a changed order line asks of one thing made for it. The planner applies or refuses it.
 *
 * @param targetType   {@code work-order}, {@code purchase-order-line}, {@code reservation} or {@code suggestion}
 * @param oldQuantity  still to come (or kept) of the target when this was proposed, base unit
 * @param newQuantity  afterwards; zero if nothing is left
 * @param oldDue       null where a date means nothing
 * @param possible     false if the target has gone too far
 * @param harmless     nothing ordered, issued, made or received would be lost
 * @param changeReason why the order changed
 */
public record PlanChange(
        UUID id,
        UUID orderChangeId,
        UUID orderLineId,
        String targetType,
        UUID targetId,
        String targetNumber,
        UUID itemId,
        SupplyChange.Action action,
        Quantity oldQuantity,
        Quantity newQuantity,
        @Nullable LocalDate oldDue,
        @Nullable LocalDate newDue,
        boolean possible,
        boolean harmless,
        Effect effect,
        Status status,
        String changeReason,
        Instant proposedAt,
        int version) {

    /** Where a proposed change stands. */
    public enum Status {
        PROPOSED,
        APPLIED,
        REFUSED
    }

    /**
     * What it would mean.
     *
     * @param done         already issued, made or received
     * @param saved        what is not spent
     * @param lost         what is spent already
     * @param blockingCode code of the refusal if it is not possible
     * @param sharedWith   other order lines that the target also serves, as people say them
     * @param ownersToTell accounts that should acknowledge it
     */
    public record Effect(
            @Nullable Quantity done,
            @Nullable Money saved,
            @Nullable Money lost,
            @Nullable String blockingCode,
            List<String> sharedWith,
            List<UUID> ownersToTell) {

        public Effect {
            sharedWith = List.copyOf(sharedWith);
            ownersToTell = List.copyOf(ownersToTell);
        }
    }

    /** Whether it is about an order that another room made. */
    public boolean isAboutSupply() {
        return targetType.equals("work-order") || targetType.equals("purchase-order-line");
    }

    /** What another room is asked to do. */
    public SupplyChange asSupplyChange() {
        return new SupplyChange(
                targetType,
                targetId,
                action,
                newQuantity.equals(oldQuantity) ? null : newQuantity,
                java.util.Objects.equals(oldDue, newDue) ? null : newDue,
                orderLineId,
                changeReason);
    }
}
