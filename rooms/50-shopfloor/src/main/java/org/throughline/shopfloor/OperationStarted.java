package org.throughline.shopfloor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;

/** Somebody began, or went on with, an operation. Heard by: insight. */
public record OperationStarted(
        UUID operationId,
        UUID workOrderId,
        @Nullable UUID orderLineId,
        @Nullable UUID personId,
        @Nullable UUID machineId,
        Instant at)
        implements BusinessEvent {}
