package org.throughline.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/** Something waits to be inspected. Heard by: insight. */
public record InspectionRequested(
        UUID inspectionId,
        String number,
        Inspection.Kind kind,
        UUID itemId,
        Quantity quantity,
        @Nullable UUID orderLineId,
        Instant at)
        implements BusinessEvent {}
