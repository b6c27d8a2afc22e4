package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockStatus;

/**
 * A movement as it comes over HTTP. Items and locations may be given by id or by code, lots by number.
 *
 * @param quantity   positive, except for ADJUSTMENT where it is the difference found
 * @param unit       the item's base unit when left out
 * @param location   code or id of where it lies or comes in; the usual place for the kind when left out
 * @param lot        lot or serial number; a new one is opened when goods come in
 * @param status     AVAILABLE when left out
 * @param toLocation for TRANSFER, and for STATUS when the goods move
 * @param toStatus   for STATUS
 */
record MovementRequest(
        StockMovement.Kind kind,
        String item,
        BigDecimal quantity,
        @Nullable String unit,
        @Nullable String location,
        @Nullable String lot,
        @Nullable String supplierLot,
        @Nullable LocalDate expiresOn,
        @Nullable StockStatus status,
        @Nullable String toLocation,
        @Nullable StockStatus toStatus,
        @Nullable String reason,
        @Nullable UUID orderLineId,
        @Nullable String referenceType,
        @Nullable UUID referenceId,
        @Nullable String key) {}
