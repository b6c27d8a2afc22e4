package org.throughline.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where stock lies.
 *
 * @param mayGoNegative for places where issues are booked before receipts; false unless somebody says so
 * @param externalId    its key in the system it was imported from
 */
public record Location(
        UUID id,
        String code,
        String name,
        @Nullable UUID siteId,
        Kind kind,
        boolean mayGoNegative,
        boolean active,
        @Nullable String externalId,
        int version) {

    public enum Kind {
        STORE,
        RECEIVING,
        INSPECTION,
        FLOOR,
        SHIPPING,
        SCRAP
    }
}
