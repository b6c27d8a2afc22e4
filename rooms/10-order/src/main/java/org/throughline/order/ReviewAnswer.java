package org.throughline.order;

/** A department's word on a line. */
public enum ReviewAnswer {
    YES,
    /** Yes, if what the remark says is fulfilled. */
    CONDITIONAL,
    NO
}
