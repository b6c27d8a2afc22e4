package org.throughline.factory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why pieces were lost.
 *
 * @param code   e.g. {@code S01}
 * @param nameEn shown on English pages
 * @param cause  decides who pays: the process or the material (料废 / 工废)
 */
public record ScrapReason(
        UUID id,
        String code,
        String name,
        @Nullable String nameEn,
        Cause cause,
        boolean active,
        @Nullable String externalId,
        int version) {

    public enum Cause {
        PROCESS,
        MATERIAL
    }
}
