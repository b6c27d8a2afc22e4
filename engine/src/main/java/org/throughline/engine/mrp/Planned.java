package org.throughline.engine.mrp;

import org.jspecify.annotations.Nullable;

/** A planned order while the run is going on: its supply and its dates, in days of the epoch. */
final class Planned {

    final Supply supply;
    final long startQuantity;
    final int need;
    final int due;
    final int start;
    final int lateDays;
    final int leadDays;
    int possible;
    /** As it was reported last. */
    @Nullable
    PlannedOrder shown;

    /** Made lot-for-lot for all needs of its day, when nothing else was left: nothing else can change it. */
    boolean isAlone;

    /** Where its pegging was written last. */
    PlanReport.@Nullable Place place;

    Planned(Supply supply, long startQuantity, int need, int due, int start, int lateDays, int leadDays) {
        this.supply = supply;
        this.startQuantity = startQuantity;
        this.need = need;
        this.due = due;
        this.start = start;
        this.lateDays = lateDays;
        this.leadDays = leadDays;
        possible = due;
    }
}
