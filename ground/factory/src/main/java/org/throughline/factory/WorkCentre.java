package org.throughline.factory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of machines or people that can do the same work.
 *
 * @param calendarId when it works; null = the plant's standard calendar
 * @param capacity   how many jobs at once when it has no machines of its own; at least 1
 * @param efficiency real speed against the standard, 1 = as planned; greater than 0
 * @param hourlyCost in the organisation's currency; 0 = unknown
 * @param position   place in the row of work centres on boards
 */
public record WorkCentre(
        UUID id,
        String code,
        String name,
        @Nullable UUID siteId,
        @Nullable UUID calendarId,
        Kind kind,
        int capacity,
        BigDecimal efficiency,
        BigDecimal hourlyCost,
        int position,
        boolean active,
        @Nullable String externalId,
        int version) {

    public enum Kind {
        MACHINE,
        LABOUR,
        SUBCONTRACT
    }
}
