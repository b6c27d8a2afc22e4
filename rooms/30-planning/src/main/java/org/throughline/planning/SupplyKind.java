package org.throughline.planning;

/** Where a quantity that is missing comes from. */
public enum SupplyKind {
    /** Bought from a supplier: becomes a purchase order line. */
    BUY,
    /** Made in the plant: becomes a work order. */
    MAKE
}
