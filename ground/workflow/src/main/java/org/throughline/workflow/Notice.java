package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one person is told inside the product.
 *
 * @param text   in the reader's language
 * @param link   page to open; null: nothing to open
 * @param readAt null: not read yet
 */
public record Notice(
        UUID id,
        String code,
        String text,
        @Nullable String link,
        Instant at,
        @Nullable Instant readAt) {}
