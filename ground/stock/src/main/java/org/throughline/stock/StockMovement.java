package org.throughline.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * Something that happens to stock: one fact, one or several entries, posted together or not at all. Make it with one of
 * the verbs, then say what it belongs to:
 *
 * <pre>{@code
 * StockMovement.issue(plate, Quantity.of(3, "C62"), StockPlace.available(store, lot))
 *         .and(StockMovement.issue(bolt, Quantity.of(12, "C62"), StockPlace.available(store)))
 *         .reference("work-order", workOrder)
 *         .forOrderLine(line)
 *         .key("issue-" + command)
 * }</pre>
 *
 * <p>Quantities may be in any unit that converts exactly into the item's base unit.
 *
 * @param referenceType record type of the document behind it, e.g. {@code work-order}
 * @param orderLineId   the order line it is done for: its reservations are consumed by issues and shipments
 * @param key           a movement with a key that was already posted is not posted again
 */
public record StockMovement(
        Kind kind,
        List<Entry> entries,
        @Nullable String referenceType,
        @Nullable UUID referenceId,
        @Nullable UUID orderLineId,
        @Nullable String reason,
        @Nullable String key) {

    public StockMovement {
        entries = List.copyOf(entries);
    }

    public enum Kind {
        /** Goods came from a supplier. */
        RECEIPT,
        /** Goods were used. */
        ISSUE,
        /** Goods that had been issued came back. */
        RETURN,
        TRANSFER,
        /** The inspector, or somebody else, decided. */
        STATUS,
        /** Goods were made. */
        COMPLETION,
        /** Goods left for the customer. */
        SHIPMENT,
        /** The count was different. */
        ADJUSTMENT,
        /** What was there when the books were opened. */
        OPENING
    }

    /**
     * One line of the ledger.
     *
     * @param quantity positive comes in, negative goes out
     */
    public record Entry(UUID itemId, StockPlace place, Quantity quantity) {}

    /** Goods from a supplier come in. */
    public static StockMovement receive(UUID itemId, Quantity quantity, StockPlace to) {
        return single(Kind.RECEIPT, itemId, positive(quantity), to);
    }

    /** Goods are used up. */
    public static StockMovement issue(UUID itemId, Quantity quantity, StockPlace from) {
        return single(Kind.ISSUE, itemId, positive(quantity).negated(), from);
    }

    /** Issued goods come back. */
    public static StockMovement returned(UUID itemId, Quantity quantity, StockPlace to) {
        return single(Kind.RETURN, itemId, positive(quantity), to);
    }

    /** Goods that were made come in. */
    public static StockMovement complete(UUID itemId, Quantity quantity, StockPlace to) {
        return single(Kind.COMPLETION, itemId, positive(quantity), to);
    }

    /** Goods leave for the customer. */
    public static StockMovement ship(UUID itemId, Quantity quantity, StockPlace from) {
        return single(Kind.SHIPMENT, itemId, positive(quantity).negated(), from);
    }

    /** Goods change their place; lot and status stay. */
    public static StockMovement transfer(UUID itemId, Quantity quantity, StockPlace from, UUID toLocationId) {
        var to = new StockPlace(toLocationId, from.lotId(), from.status());
        return pair(Kind.TRANSFER, itemId, positive(quantity), from, to);
    }

    /** Goods change their status, and lie then at {@code toLocationId}. */
    public static StockMovement changeStatus(
            UUID itemId, Quantity quantity, StockPlace from, StockStatus status, UUID toLocationId) {
        return pair(Kind.STATUS, itemId, positive(quantity), from, new StockPlace(toLocationId, from.lotId(), status));
    }

    /** Goods change their status where they are. */
    public static StockMovement changeStatus(UUID itemId, Quantity quantity, StockPlace from, StockStatus status) {
        return changeStatus(itemId, quantity, from, status, from.locationId());
    }

    /** The count differs: positive when more was found, negative when something is missing. */
    public static StockMovement adjust(UUID itemId, Quantity difference, StockPlace place, String reason) {
        return single(Kind.ADJUSTMENT, itemId, difference, place).because(reason);
    }

    /** What was there when the books were opened. */
    public static StockMovement open(UUID itemId, Quantity quantity, StockPlace place) {
        return single(Kind.OPENING, itemId, positive(quantity), place);
    }

    /**
     * This together with the entries of {@code other}.
     *
     * @throws IllegalArgumentException if the kinds differ
     */
    public StockMovement and(StockMovement other) {
        if (kind != other.kind) {
            throw new IllegalArgumentException("A movement is of one kind: %s, %s.".formatted(kind, other.kind));
        }
        var both = new ArrayList<>(entries);
        both.addAll(other.entries);
        return new StockMovement(kind, both, referenceType, referenceId, orderLineId, reason, key);
    }

    /** The document behind it. */
    public StockMovement reference(String type, UUID id) {
        return new StockMovement(kind, entries, type, id, orderLineId, reason, key);
    }

    public StockMovement forOrderLine(@Nullable UUID lineId) {
        return new StockMovement(kind, entries, referenceType, referenceId, lineId, reason, key);
    }

    public StockMovement because(@Nullable String why) {
        return new StockMovement(kind, entries, referenceType, referenceId, orderLineId, why, key);
    }

    public StockMovement key(@Nullable String idempotencyKey) {
        return new StockMovement(kind, entries, referenceType, referenceId, orderLineId, reason, idempotencyKey);
    }

    private static StockMovement single(Kind kind, UUID itemId, Quantity signed, StockPlace place) {
        return new StockMovement(kind, List.of(new Entry(itemId, place, signed)), null, null, null, null, null);
    }

    private static StockMovement pair(Kind kind, UUID itemId, Quantity quantity, StockPlace from, StockPlace to) {
        var entries = List.of(new Entry(itemId, from, quantity.negated()), new Entry(itemId, to, quantity));
        return new StockMovement(kind, entries, null, null, null, null, null);
    }

    private static Quantity positive(Quantity quantity) {
        if (!quantity.isPositive()) {
            throw StockRefused.notPositive(quantity);
        }
        return quantity;
    }
}
