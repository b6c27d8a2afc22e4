package org.throughline.factory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param code   personnel number, also on the badge
 * @param userId the account; null for people without one
 */
public record Person(
        UUID id,
        String code,
        String name,
        @Nullable UUID teamId,
        @Nullable String phone,
        @Nullable UUID userId,
        boolean active,
        int version) {}
