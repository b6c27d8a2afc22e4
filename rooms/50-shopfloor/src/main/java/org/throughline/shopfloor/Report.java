package org.throughline.shopfloor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said from the floor. Append-only; taking it back marks it.
 *
 * @param personId  who worked; null: nobody was named
 * @param machineId where; null: by hand
 * @param startedAt when this person began what is reported; null: never said so
 * @param endedAt   when it happened; a phone without network sends it later
 * @param seconds   worked, pauses taken out
 * @param bookedAt  when the server booked it
 * @param userId    the account that sent it
 * @param key       one per sheet, so that a repeat is not booked twice
 * @param lotId     what the last operation put into stock; null: nothing
 */
public record Report(
        UUID id,
        UUID operationId,
        UUID workOrderId,
        ReportKind kind,
        ReportedQuantities quantities,
        @Nullable UUID personId,
        @Nullable UUID machineId,
        @Nullable Instant startedAt,
        Instant endedAt,
        long seconds,
        Instant bookedAt,
        @Nullable UUID userId,
        String key,
        @Nullable UUID lotId,
        @Nullable UUID locationId,
        @Nullable String note,
        @Nullable Instant undoneAt) {

    /** The same report with what it put into stock. */
    public Report into(@Nullable UUID lot, @Nullable UUID location) {
        return new Report(
                id,
                operationId,
                workOrderId,
                kind,
                quantities,
                personId,
                machineId,
                startedAt,
                endedAt,
                seconds,
                bookedAt,
                userId,
                key,
                lot,
                location,
                note,
                undoneAt);
    }
}
