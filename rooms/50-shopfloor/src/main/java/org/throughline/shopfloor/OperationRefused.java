package org.throughline.shopfloor;

import java.util.List;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** An operation cannot be started, paused or finished now. */
public final class OperationRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private OperationRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** The operation before has passed nothing on. */
    public static OperationRefused nothingArrived(String operation) {
        return new OperationRefused("shopfloor.nothing-arrived", "operation", operation);
    }

    static OperationRefused done(String operation) {
        return new OperationRefused("shopfloor.operation-done", "operation", operation);
    }

    static OperationRefused notRunning(String operation, WorkOrderOperation.Status status) {
        return new OperationRefused("shopfloor.operation-not-running", "operation", operation, "status", status.name());
    }

    static OperationRefused previousNotDone(String operation, String previous) {
        return new OperationRefused("shopfloor.previous-not-done", "operation", operation, "previous", previous);
    }

    /** @param components of which nothing was issued, with quantities */
    public static OperationRefused materialNotIssued(String operation, List<List<Object>> components) {
        return new OperationRefused("shopfloor.material-not-issued", "operation", operation, "components", components);
    }

    /** The machine belongs to another work centre. */
    public static OperationRefused machineElsewhere(String operation, String machine, String workCentre) {
        return new OperationRefused(
                "shopfloor.machine-elsewhere", "operation", operation, "machine", machine, "workCentre", workCentre);
    }

    /** @param number of the nonconformance nobody has decided yet */
    public static OperationRefused heldByQuality(String operation, String number, String reason) {
        return new OperationRefused(
                "shopfloor.held-by-quality", "operation", operation, "number", number, "reason", reason);
    }

    static OperationRefused reworkOpen(String operation, Quantity rework) {
        return new OperationRefused("shopfloor.rework-open", "operation", operation, "rework", rework);
    }
}
