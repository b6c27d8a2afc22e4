package org.throughline.engineering;

/** What saving a draft did. */
public enum Saved {
    INSERTED,
    UPDATED,
    UNCHANGED
}
