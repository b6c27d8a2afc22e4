package org.throughline.shopfloor;

/** What a person said from the floor. */
public enum ReportKind {
    START,
    PAUSE,
    RESUME,
    QUANTITY,
    /** Quantities, and no more will come of this operation. */
    FINISH
}
