package org.throughline.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * One item of a purchase order.
 *
 * @param number       with position, e.g. {@code PO-20261122-001/2}
 * @param quantity     in the unit in which the supplier sells
 * @param baseQuantity the same in the item's base unit
 * @param received     base unit
 * @param price        net, per unit of {@code quantity}
 * @param due          wanted
 * @param confirmed    by the supplier; null until he did
 * @param orderLineId  the order line that needs most of it; null for stock
 * @param remindedAt   when the supplier was last asked about it; null: never
 */
public record PurchaseOrderLine(
        UUID id,
        UUID orderId,
        int position,
        String number,
        UUID itemId,
        Quantity quantity,
        Quantity baseQuantity,
        Quantity received,
        Money price,
        LocalDate due,
        @Nullable LocalDate confirmed,
        Status status,
        @Nullable UUID orderLineId,
        @Nullable Instant remindedAt,
        int version) {

    /** From so many days before the expected day on, the supplier is asked whether it comes. */
    private static final int DAYS_AHEAD = 3;

    /** Why the supplier has to be asked. */
    public enum Chase {
        /** It should have come. */
        OVERDUE,
        /** It should come in the next days. */
        SOON
    }

    /** Where a line stands. */
    public enum Status {
        OPEN,
        PARTIAL,
        RECEIVED,
        CANCELLED,
        CLOSED
    }

    /** Still to come, base unit; zero if more came than was ordered, or nothing more is waited for. */
    public Quantity open() {
        var rest = baseQuantity.minus(received);
        return isOpen() && rest.isPositive() ? rest : Quantity.zero(baseQuantity.unit());
    }

    /** Whether something is waited for. */
    public boolean isOpen() {
        return switch (status) {
            case OPEN, PARTIAL -> true;
            case RECEIVED, CANCELLED, CLOSED -> false;
        };
    }

    /** Whether the supplier has to be asked about it now, and why. */
    public @Nullable Chase chase(LocalDate today) {
        if (!isOpen() || expected().isAfter(today.plusDays(DAYS_AHEAD))) {
            return null;
        }
        return expected().isBefore(today) ? Chase.OVERDUE : Chase.SOON;
    }

    /** When it is expected: the supplier's date if there is one. */
    public LocalDate expected() {
        return confirmed == null ? due : confirmed;
    }
}
