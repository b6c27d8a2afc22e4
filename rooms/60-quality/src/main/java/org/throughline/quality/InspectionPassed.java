package org.throughline.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/** All of it may be used. Heard by: shipping, insight. */
public record InspectionPassed(
        UUID inspectionId,
        String number,
        UUID itemId,
        Quantity accepted,
        @Nullable UUID orderLineId,
        Instant at) implements BusinessEvent {}
