package org.throughline.order;

/** Whether a line is still to be delivered. */
public enum LineStatus {
    OPEN,
    COMPLETED,
    CANCELLED
}
