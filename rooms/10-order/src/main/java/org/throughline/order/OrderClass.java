package org.throughline.order;

/** How an order goes through the house; each class has its own review and approval path. */
public enum OrderClass {
    /** Repeats known work: departments that the review policy names may be skipped when the computed date fits. */
    STABLE,
    /** Jumps the queue: production always reviews, and the approval chain always decides. */
    RUSH
}
