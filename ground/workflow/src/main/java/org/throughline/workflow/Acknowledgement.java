package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person was asked to confirm that they have seen something about a record.
 *
 * @param acknowledgedAt null: not yet
 */
public record Acknowledgement(
        UUID id,
        String recordType,
        UUID recordId,
        String text,
        UUID user,
        String userName,
        Instant askedAt,
        @Nullable Instant acknowledgedAt) {}
