package org.throughline.order;

/** What the customer changed after confirmation. */
public enum ChangeKind {
    QUANTITY,
    DATE,
    QUANTITY_AND_DATE,
    CANCEL
}
