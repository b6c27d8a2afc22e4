package org.throughline.factory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who work together.
 *
 * @param leaderId     the person who leads it
 * @param workCentreId where it usually works
 */
public record Team(
        UUID id,
        String code,
        String name,
        @Nullable UUID leaderId,
        @Nullable UUID workCentreId,
        int version) {}
