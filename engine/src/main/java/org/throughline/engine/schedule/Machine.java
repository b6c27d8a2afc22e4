package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * Something that does one operation at a time, or — unlimited — any number (a subcontractor, an oven bank, drying).
 *
 * @param id unique among machines
 * @param setupMatrix id of its {@link SetupMatrix}; null for no setups
 * @param initialFamily the family it is set up for when the plan starts; null for none in particular
 * @param unlimited true if operations never wait for each other
 * @param batchCapacity above 0: an oven, a bath: operations of one family run together, with sizes up to this in sum; the
 *     longest of them decides the minutes
 * @param setupCrew the shared resource of which one is taken during each setup; null if nobody is needed
 * @param plant where it stands, for {@link Journey}s; null if there is one plant only
 * @param attachedSetups true if a setup begins only when the work is there (the part itself is set up); false if the machine
 *     may be set up before
 */
public record Machine(
        String id,
        WorkingCalendar calendar,
        @Nullable String setupMatrix,
        @Nullable String initialFamily,
        boolean unlimited,
        long batchCapacity,
        @Nullable String setupCrew,
        @Nullable String plant,
        boolean attachedSetups) {

    /** One operation at a time, or any number; setups need nobody. */
    public Machine(
            String id,
            WorkingCalendar calendar,
            @Nullable String setupMatrix,
            @Nullable String initialFamily,
            boolean unlimited) {
        this(id, calendar, setupMatrix, initialFamily, unlimited, 0, null, null, false);
    }

    /** One at a time, no setups. */
    public static Machine of(String id, WorkingCalendar calendar) {
        return new Machine(id, calendar, null, null, false);
    }

    public static Machine unlimited(String id, WorkingCalendar calendar) {
        return new Machine(id, calendar, null, null, true);
    }

    public Machine withSetups(String matrix, @Nullable String family) {
        return new Machine(id, calendar, matrix, family, unlimited, batchCapacity, setupCrew, plant, attachedSetups);
    }

    public Machine withBatches(long capacity) {
        return new Machine(
                id, calendar, setupMatrix, initialFamily, unlimited, capacity, setupCrew, plant, attachedSetups);
    }

    public Machine withSetupCrew(String resource) {
        return new Machine(
                id, calendar, setupMatrix, initialFamily, unlimited, batchCapacity, resource, plant, attachedSetups);
    }

    public Machine withAttachedSetups() {
        return new Machine(id, calendar, setupMatrix, initialFamily, unlimited, batchCapacity, setupCrew, plant, true);
    }

    public Machine withCalendar(WorkingCalendar other) {
        return new Machine(
                id, other, setupMatrix, initialFamily, unlimited, batchCapacity, setupCrew, plant, attachedSetups);
    }

    public Machine in(String itsPlant) {
        return new Machine(
                id,
                calendar,
                setupMatrix,
                initialFamily,
                unlimited,
                batchCapacity,
                setupCrew,
                itsPlant,
                attachedSetups);
    }

    boolean isBatch() {
        return batchCapacity > 0;
    }
}
