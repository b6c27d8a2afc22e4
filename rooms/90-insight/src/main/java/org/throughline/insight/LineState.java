package org.throughline.insight;

/** What a colour and a shape say about a line. */
public enum LineState {
    /** The forecast is later than the promise. */
    LATE,
    /** The promise can still be kept, but little or nothing is left, or something stands in the way. */
    RISK,
    NORMAL,
    /** Stopped on purpose, by the customer or by us. */
    HOLD,
    /** Accepted by the customer. */
    DONE,
    CANCELLED;

    /** Whether somebody still has to do something for this line. */
    public boolean isOpen() {
        return this != DONE && this != CANCELLED;
    }
}
