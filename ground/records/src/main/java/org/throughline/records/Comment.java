package org.throughline.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a record.
 *
 * @param author     null: the system
 * @param authorName as it was then
 */
public record Comment(
        UUID id,
        String recordType,
        UUID recordId,
        String text,
        @Nullable UUID author,
        String authorName,
        Instant at) {}
