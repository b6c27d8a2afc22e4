package org.throughline.scheduling;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an operation runs, and why not earlier.
 *
 * @param machineId    null for work outside the plant
 * @param starts       begin of the setup
 * @param ends         end of the run
 * @param startsBy     when it must begin at the latest, if everything keeps its machine and its turn, so that its work
 *                     order is in time, or no later than planned; null in schedules that do not know it
 * @param setupMinutes of them, at the beginning
 * @param reason       what holds it: START_NOW, MATERIAL, PREDECESSOR, MACHINE_BUSY, CALENDAR, LOCKED, FROZEN,
 *                     RUNNING
 * @param detail       values for the sentence by name: the operation, order, machine or date that holds it
 * @param published    true once the floor was told
 */
public record Slot(
        UUID operationId,
        UUID workOrderId,
        @Nullable UUID orderLineId,
        UUID workCentreId,
        @Nullable UUID machineId,
        Instant starts,
        Instant ends,
        @Nullable Instant startsBy,
        long setupMinutes,
        String reason,
        Map<String, String> detail,
        boolean published) {

    public Slot {
        detail = Map.copyOf(detail);
    }
}
