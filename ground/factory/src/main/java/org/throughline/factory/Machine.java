package org.throughline.factory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One machine or work place.
 *
 * @param calendarId its own calendar; null = its work centre's
 * @param speed      against the standard times, 1 = as planned, 2 = twice as fast; greater than 0
 */
public record Machine(
        UUID id,
        String code,
        String name,
        UUID workCentreId,
        @Nullable UUID calendarId,
        Status status,
        BigDecimal speed,
        @Nullable String externalId,
        int version) {

    public enum Status {
        /** Can be planned. */
        READY,
        /** Stands still because of a fault. */
        DOWN,
        MAINTENANCE,
        /** Bought but not yet installed. */
        NOT_INSTALLED,
        RETIRED
    }
}
