package org.throughline.scheduling.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.scheduling.OperationToSchedule;

/**
 * A slot as it is written.
 *
 * @param startsBy when its setup must begin at the latest
 */
record StoredSlot(
        OperationToSchedule operation,
        @Nullable UUID machineId,
        Instant starts,
        Instant ends,
        Instant startsBy,
        long setupMinutes,
        long workMinutes,
        String reason,
        Map<String, String> detail) {}
