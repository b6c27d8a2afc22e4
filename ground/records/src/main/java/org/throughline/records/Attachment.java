package org.throughline.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a record; its content is kept in the database, so that a backup has it.
 *
 * @param size   bytes
 * @param sha256 hexadecimal, of the content
 */
public record Attachment(
        UUID id,
        String recordType,
        UUID recordId,
        String name,
        String mediaType,
        long size,
        String sha256,
        @Nullable UUID author,
        String authorName,
        Instant at) {}
