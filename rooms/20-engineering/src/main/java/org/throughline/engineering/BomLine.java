package org.throughline.engineering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One component of a bill of material.
 *
 * @param quantityPer       per {@link Bom#baseQuantity()} of the parent, in the component's base unit
 * @param scrapRate         0.04 is four per cent; at least 0, below 1
 * @param fixedLoss         in the component's base unit, added once per order of the parent
 * @param validFrom         first day; null: always
 * @param validTo           the first day it is no longer valid; null: for ever
 * @param operationSequence the operation that uses it; null: the first
 * @param alternateGroup    lines with the same group replace each other; null: no alternative
 * @param alternatePriority 1 is used first
 */
public record BomLine(
        UUID id,
        int position,
        UUID componentId,
        Quantity quantityPer,
        BigDecimal scrapRate,
        ScrapConvention scrapConvention,
        Quantity fixedLoss,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Integer operationSequence,
        @Nullable String alternateGroup,
        int alternatePriority,
        @Nullable String note) {

    /** Whether the line counts on {@code date}: from its first day until the day before {@link #validTo()}. */
    public boolean isValidOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || date.isBefore(validTo));
    }
}
