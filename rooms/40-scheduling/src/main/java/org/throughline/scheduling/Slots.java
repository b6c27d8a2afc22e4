package org.throughline.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
}
