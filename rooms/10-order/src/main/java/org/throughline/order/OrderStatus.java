package org.throughline.order;

/**
 * Where an order stands before production.
 *
 * <pre>
 * INQUIRY --quote--> QUOTED
 *     \________________/ --submit--> IN_REVIEW --all can--> REVIEWED --request approval--> APPROVING
 *                            ^          | one cannot           |  granted + confirm            |
 *                            +----------+                      +---------> CONFIRMED <---------+
 *                                                                             | all delivered
 *                       anything before COMPLETED --cancel--> CANCELLED    COMPLETED
 * </pre>
 */
public enum OrderStatus {
    INQUIRY,
    QUOTED,
    IN_REVIEW,
    REVIEWED,
    APPROVING,
    CONFIRMED,
    COMPLETED,
    CANCELLED;

    /** Whether the customer has our word: confirmed and not yet delivered or cancelled. */
    public boolean isFirm() {
        return this == CONFIRMED;
    }

    /** Whether head and lines may still be edited freely. */
    public boolean isEditable() {
        return this == INQUIRY || this == QUOTED || this == IN_REVIEW || this == REVIEWED;
    }
}
