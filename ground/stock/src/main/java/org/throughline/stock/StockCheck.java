package org.throughline.stock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Derives every balance anew from the ledger and compares. */
public interface StockCheck {

    /** Everything that does not agree; empty when the books are right. By kind, item, lot, location and status. */
    List<Difference> differences();

    /**
     * @param kind     what disagrees
     * @param subject  item code, and where it applies lot, location and status, as people read it
     * @param recorded what the book says
     * @param derived  what it should say
     */
    record Difference(Kind kind, UUID itemId, @Nullable UUID lotId, String subject, String recorded, String derived) {}

    /** What may disagree. */
    enum Kind {
        /** A balance is not the sum of its ledger entries. */
        BALANCE,
        /** A balance is below zero although its location does not allow it. */
        NEGATIVE,
        /** Transfers and status changes must not create or destroy goods. */
        UNBALANCED_MOVEMENT,
        /** More is reserved than is there. */
        OVER_RESERVED,
        /** A reservation consumed more than it held. */
        OVER_CONSUMED,
        /** A serial number stands for more than one piece. */
        SERIAL
    }
}
