package org.throughline.engine.promise;

import java.util.List;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.ScheduledOperation;

/**
 * The earliest completion beside the booked schedule, and what it depends on.
 *
 * @param completion when the last operation ends
 * @param unloaded when it would end if every machine were empty: the lead time alone
 * @param placements one per operation of the inquiry, by start
 * @param delays the chain of causes that leads to the completion, last operation first, with the minutes each costs
 */
public record PromiseAnswer(
        long completion, long unloaded, long wanted, List<ScheduledOperation> placements, List<Delay> delays) {

    public PromiseAnswer {
        placements = List.copyOf(placements);
        delays = List.copyOf(delays);
    }

    public boolean inTime() {
        return completion <= wanted;
    }

    /**
     * One link of the chain.
     *
     * @param operation the operation of the inquiry that waits
     * @param machine where it is placed
     * @param cause what it waits for
     * @param minutes elapsed minutes between the moment it could have started without this cause and its start
     */
    public record Delay(String operation, String machine, Cause cause, long minutes) {}
}
