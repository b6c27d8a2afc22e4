package org.throughline.shopfloor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What a work order lacks.
 *
 * @param code     the component's code, as people say it
 * @param required still to issue
 * @param have     on hand and not promised to another order
 * @param missing  required minus have; positive
 * @param document what brings it, e.g. a purchase order's number; null: nobody has ordered it
 * @param comes    when that comes; null: nobody has ordered it
 */
public record MaterialShortage(
        UUID componentId,
        String code,
        Quantity required,
        Quantity have,
        Quantity missing,
        @Nullable String document,
        @Nullable LocalDate comes) {

    /** As a refusal lists it: {@code STEEL-2 −12.5 kg (PO-20261122-004, 2026-11-26)}. */
    List<Object> asListed() {
        return List.of(code, missing.negated(), comes == null ? "(—)" : "(%s, %s)".formatted(document, comes));
    }
}
