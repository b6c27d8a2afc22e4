package org.throughline.insight;

/** The stations of an order line, in the order in which they are passed. */
public enum MilestoneKind {
    RECEIVED,
    REVIEWED,
    CONFIRMED,
    ENGINEERED,
    MATERIAL,
    RELEASED,
    PRODUCTION,
    INSPECTED,
    PACKED,
    SHIPPED,
    ACCEPTED,
    PAID;

    /** Whether this station lies between confirmation and the end of production: its plan is a share of that time. */
    public boolean isBeforeProductionEnds() {
        return compareTo(CONFIRMED) > 0 && compareTo(PRODUCTION) < 0;
    }
}
