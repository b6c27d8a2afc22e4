package org.throughline.engineering;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One step of making an item. All minutes are exact decimals of working time.
 *
 * @param id                   null for the default operation of an item group
 * @param sequence             10, 20, 30 …; the next operation is the next larger number
 * @param machineId            the only machine that can; null: any of the work centre
 * @param setupMinutes         once per lot
 * @param runMinutes           per base unit of the item
 * @param subcontractDays      calendar days outside the house; 0 for own work
 * @param nextTransferQuantity how many good ones let the next operation start; null: the whole lot
 * @param setupFamily          two lots of one family need no setup between them; null: always set up
 */
public record RoutingOperation(
        @Nullable UUID id,
        int sequence,
        String name,
        UUID workCentreId,
        @Nullable UUID machineId,
        BigDecimal setupMinutes,
        BigDecimal runMinutes,
        boolean subcontract,
        @Nullable UUID supplierId,
        int subcontractDays,
        boolean inspection,
        @Nullable Quantity nextTransferQuantity,
        @Nullable String setupFamily,
        @Nullable String instruction) {}
