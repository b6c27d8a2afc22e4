package org.throughline.exchange.internal;

/** What importing one row did. */
public enum Outcome {
    INSERTED,
    UPDATED,
    UNCHANGED
}
