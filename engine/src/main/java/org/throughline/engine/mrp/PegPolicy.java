package org.throughline.engine.mrp;

/** Whether an item keeps the orders of different peg groups apart. */
public enum PegPolicy {
    /** A common part: a demand takes what is tagged with its own group first, then shares the common stock and orders. */
    FREE,
    /** An order-specific part (按单): a demand with a group nets only stock and supply of that group. */
    HARD
}
