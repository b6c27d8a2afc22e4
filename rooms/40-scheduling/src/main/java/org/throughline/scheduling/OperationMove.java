package org.throughline.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the planner wants an operation to stand.
 *
 * @param machineId the machine, or the work centre where that has no machines; null: where it stands now
 * @param start     not before this; closed time and what it waits for may push it later
 * @param reason    why; needed if it touches the frozen hours
 */
public record OperationMove(
        UUID operationId,
        @Nullable UUID machineId,
        Instant start,
        @Nullable String reason) {}
