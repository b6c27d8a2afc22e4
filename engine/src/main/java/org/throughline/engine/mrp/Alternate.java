package org.throughline.engine.mrp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A substitute whose stock may serve the requirements of an item. New orders are always for the item itself.
 *
 * <p>The substitute's own requirements take its stock first; only the rest is offered here.
 *
 * @param item the main part
 * @param ratio units of the substitute that replace one unit of the item; greater than 0
 * @param priority lower first
 * @param parent only where this item is made; null: everywhere
 */
public record Alternate(
        String item,
        String substitute,
        BigDecimal ratio,
        int priority,
        Use use,
        @Nullable String parent) {

    /** A substitute that may be used everywhere. */
    public Alternate(String item, String substitute, BigDecimal ratio, int priority, Use use) {
        this(item, substitute, ratio, priority, use, null);
    }

    /** When the substitute's stock is taken. */
    public enum Use {
        /** Before the item's own stock: it is to be used up. */
        USE_UP_FIRST,
        /** After the item's own stock and open supply, before a new order. */
        BEFORE_NEW_ORDER
    }
}
