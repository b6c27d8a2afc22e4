package org.throughline.engine.mrp;

/** Names a supply of the plan. */
public record SupplyRef(Kind kind, String id) {

    public enum Kind {
        STOCK,
        OPEN,
        PLANNED,
        /** Received when a parent order is done; the id is that order's. */
        BY_PRODUCT
    }
}
