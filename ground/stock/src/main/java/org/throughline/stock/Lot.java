package org.throughline.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one item that belong together, or one single piece when the item is tracked by serial number.
 *
 * @param number      unique for the item
 * @param supplierLot the supplier's own number, e.g. the heat number on the certificate
 * @param receivedAt  first in, first out goes by it
 * @param expiresOn   last usable day; null = never
 * @param originType  record type it came from, e.g. {@code goods-receipt}, {@code work-order}
 */
public record Lot(
        UUID id,
        UUID itemId,
        String number,
        @Nullable String supplierLot,
        Instant receivedAt,
        @Nullable LocalDate expiresOn,
        @Nullable String originType,
        @Nullable UUID originId) {}
