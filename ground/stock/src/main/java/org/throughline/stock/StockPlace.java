package org.throughline.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where and in which state goods lie.
 *
 * @param lotId null for goods that are not told apart by lot
 */
public record StockPlace(UUID locationId, @Nullable UUID lotId, StockStatus status) {

    public static StockPlace available(UUID locationId) {
        return new StockPlace(locationId, null, StockStatus.AVAILABLE);
    }

    public static StockPlace available(UUID locationId, @Nullable UUID lotId) {
        return new StockPlace(locationId, lotId, StockStatus.AVAILABLE);
    }

    public static StockPlace toInspect(UUID locationId, @Nullable UUID lotId) {
        return new StockPlace(locationId, lotId, StockStatus.TO_INSPECT);
    }

    public static StockPlace blocked(UUID locationId, @Nullable UUID lotId) {
        return new StockPlace(locationId, lotId, StockStatus.BLOCKED);
    }
}
