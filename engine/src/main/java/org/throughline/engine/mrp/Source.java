package org.throughline.engine.mrp;

/** Where a planned order of an item goes. */
public enum Source {
    MAKE,
    BUY,
    SUBCONTRACT,
    TRANSFER
}
