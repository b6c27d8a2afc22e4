package org.throughline.scheduling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The published schedule, for the rooms downstream. */
public interface Slots {

    /** The published slot of each operation that has one. */
    Map<UUID, Slot> of(Collection<UUID> operationIds);

    /** The published slots of each order line, by start. */
    Map<UUID, List<Slot>> forLines(Collection<UUID> orderLineIds);

    /**
     * What is to be done next, by start.
     *
     * @param workCentreId null: every work centre
     * @param machineId    null: every machine
     */
    List<Slot> dispatchList(@Nullable UUID workCentreId, @Nullable UUID machineId);

    /**
     * Which operations were planned to end on each of these days, as the schedule said that was in force when the day's
     * work began; days without a schedule are missing.
     */
    Map<LocalDate, Set<UUID>> plannedToEnd(LocalDate from, LocalDate to);
}
