package org.throughline.shopfloor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to have booked.
 *
 * @param finish     no more will come of this operation
 * @param personId   who worked; null: the person behind the account
 * @param machineId  where; null: where the operation runs, or its own machine
 * @param occurredAt when it happened, for a phone that was offline; null: now
 * @param key        one per sheet: a repeat with the same key is answered and not booked again
 */
public record ReportCommand(
        UUID operationId,
        ReportedQuantities quantities,
        boolean finish,
        @Nullable UUID personId,
        @Nullable UUID machineId,
        @Nullable Instant occurredAt,
        String key,
        @Nullable String note) {}
