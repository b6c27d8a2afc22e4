package org.throughline.engine.mrp;

/** Names what needs a quantity: a demand line, an order that consumes it as a component, or the safety stock. */
public record RequirementRef(Kind kind, String id) {

    public enum Kind {
        DEMAND,
        /** Component of a planned order. */
        PLANNED,
        /** Component of an open supply. */
        OPEN,
        /** The id is the item's. */
        SAFETY_STOCK
    }
}
