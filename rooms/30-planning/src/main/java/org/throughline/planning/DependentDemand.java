package org.throughline.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A component that an open work order still needs.
 *
 * @param id              the material row of the work order
 * @param workOrderId     the work order that consumes it
 * @param workOrderNumber what people read aloud
 * @param required        needed in total, base unit
 * @param open            not yet issued, base unit; zero once everything is issued
 * @param needed          when the work order wants it
 * @param orderLineId     the order line the work order was made for; null for stock
 * @param released        true once the floor has the work order
 */
public record DependentDemand(
        UUID id,
        UUID workOrderId,
        String workOrderNumber,
        UUID itemId,
        Quantity required,
        Quantity open,
        LocalDate needed,
        @Nullable UUID orderLineId,
        boolean released) {}
