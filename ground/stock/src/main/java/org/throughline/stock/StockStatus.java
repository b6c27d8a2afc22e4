package org.throughline.stock;

/** Whether goods on hand may be used. Only available goods count for plans. */
public enum StockStatus {
    AVAILABLE,
    /** Waits for the inspector. */
    TO_INSPECT,
    /** Failed, or held back. */
    BLOCKED
}
