package org.throughline.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What a supplier said about a line.
 *
 * @param quantity that comes on the day, in the unit of the line; null: all of it
 * @param remark   in the supplier's own words
 * @param by       who said it, by name
 */
public record SupplierAnswer(
        UUID lineId,
        LocalDate date,
        @Nullable Quantity quantity,
        @Nullable String remark,
        String by,
        Instant at) {}
