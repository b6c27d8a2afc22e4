package org.throughline.insight;

import java.util.List;

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

    /** Place on the line, counted from 0. */
    public int position() {
        return List.of(values()).indexOf(this);
    }

    /**
     * The station before this one.
     *
     * @throws IndexOutOfBoundsException for the first
     */
    public MilestoneKind previous() {
        return List.of(values()).get(position() - 1);
    }

    /** Whether this station lies between confirmation and the end of production: its plan is a share of that time. */
    public boolean isBeforeProductionEnds() {
        return compareTo(CONFIRMED) > 0 && compareTo(PRODUCTION) < 0;
    }
}
