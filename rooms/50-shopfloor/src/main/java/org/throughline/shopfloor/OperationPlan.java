package org.throughline.shopfloor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What was frozen of the routing for one operation beyond station and standard times.
 *
 * @param subcontractDays  days outside the house; 0 for own work
 * @param transferQuantity pieces handed on at a time; null: any number
 * @param setupFamily      no setup between two operations of one family; null: always
 * @param instruction      what the operator reads; null: nothing
 */
public record OperationPlan(
        UUID operationId,
        boolean inspection,
        boolean subcontract,
        @Nullable UUID supplierId,
        int subcontractDays,
        @Nullable Quantity transferQuantity,
        @Nullable String setupFamily,
        @Nullable String instruction) {

    /** Own work without anything special. */
    public static OperationPlan plain(UUID operationId) {
        return new OperationPlan(operationId, false, false, null, 0, null, null, null);
    }
}
