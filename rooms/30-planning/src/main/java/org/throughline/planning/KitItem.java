package org.throughline.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One component of a kit. All quantities in the item's base unit.
 *
 * @param required  needed in total
 * @param issued    already handed to the floor
 * @param reserved  in stock, reserved for this order line
 * @param onHand    in stock and free, allotted to this demand by priority: no two demands claim the same piece
 * @param incoming  allotted from what is on its way, by date; what nobody ordered yet stands there as {@code suggestion}
 * @param shortage  neither here nor ordered
 * @param needed    when it is wanted
 * @param available when the last piece is expected, a suggestion counted as ordered today; null if all is here
 */
public record KitItem(
        UUID itemId,
        String itemCode,
        String itemName,
        Quantity required,
        Quantity issued,
        Quantity reserved,
        Quantity onHand,
        List<Incoming> incoming,
        Quantity shortage,
        LocalDate needed,
        @Nullable LocalDate available,
        State state) {

    public KitItem {
        incoming = List.copyOf(incoming);
    }

    /** How far a component is, from best to worst. */
    public enum State {
        /** Issued, reserved or on hand in full. */
        READY,
        /** The rest comes in time. */
        INCOMING,
        /** The rest comes, but after it is needed. */
        LATE,
        /** Something is covered by nothing that is ordered. */
        SHORT
    }

    /**
     * A quantity on its way.
     *
     * @param type record type of the document, or {@code suggestion} if nobody ordered it yet
     */
    public record Incoming(String type, UUID id, String number, Quantity quantity, LocalDate due) {}
}
