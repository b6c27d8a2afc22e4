package org.throughline.order;

/** Whether a department reviews an order of a class. */
public enum ReviewNeed {
    ALWAYS,
    /** Not when the computed earliest date is no later than the requested one. */
    UNLESS_PROMISE_MET,
    NEVER
}
