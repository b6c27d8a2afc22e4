package org.throughline.shopfloor;

import java.time.Instant;
import org.throughline.kernel.Quantity;

/**
 * The answer to a report: what was booked and where things stand now.
 *
 * @param remaining  what the operation still has to report
 * @param undoUntil  until then the one who sent it may take it back
 * @param repeated   the key had been booked before; nothing was booked again
 */
public record Reported(
        Report report,
        WorkOrderOperation.Status operationStatus,
        Quantity remaining,
        WorkOrder.Status workOrderStatus,
        Quantity received,
        Instant undoUntil,
        boolean repeated) {}
