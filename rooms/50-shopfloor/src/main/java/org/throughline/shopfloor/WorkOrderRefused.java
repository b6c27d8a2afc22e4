package org.throughline.shopfloor;

import java.util.List;
import java.util.stream.Collectors;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** The state of a work order, or its material, does not allow what was asked. */
public final class WorkOrderRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private WorkOrderRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static WorkOrderRefused notPlanned(String number, WorkOrder.Status status) {
        return new WorkOrderRefused("shopfloor.not-planned", "number", number, "status", status.name());
    }

    static WorkOrderRefused notOnTheFloor(String number, WorkOrder.Status status) {
        return new WorkOrderRefused("shopfloor.not-on-the-floor", "number", number, "status", status.name());
    }

    static WorkOrderRefused notCompleted(String number, WorkOrder.Status status) {
        return new WorkOrderRefused("shopfloor.not-completed", "number", number, "status", status.name());
    }

    static WorkOrderRefused notCancellable(String number, WorkOrder.Status status) {
        return new WorkOrderRefused("shopfloor.not-cancellable", "number", number, "status", status.name());
    }

    static WorkOrderRefused ended(String number, WorkOrder.Status status) {
        return new WorkOrderRefused("shopfloor.ended", "number", number, "status", status.name());
    }

    static WorkOrderRefused alreadyBegun(String number, Quantity wanted, Quantity begun) {
        return new WorkOrderRefused(
                "shopfloor.already-begun", "number", number, "wanted", wanted.toString(), "begun", begun.toString());
    }

    /** Nothing was reported yet, so there is nothing to complete. */
    static WorkOrderRefused nothingReported(String number) {
        return new WorkOrderRefused("shopfloor.nothing-reported", "number", number);
    }

    /** @param shortages not empty; each says what lacks, how much and when it comes */
    static WorkOrderRefused materialShort(String number, List<MaterialShortage> shortages) {
        return new WorkOrderRefused(
                "shopfloor.material-short",
                "number",
                number,
                "count",
                shortages.size(),
                "shortages",
                shortages.stream().map(MaterialShortage::toString).collect(Collectors.joining("; ")));
    }

    static WorkOrderRefused materialNotOnOrder(String number, String component) {
        return new WorkOrderRefused("shopfloor.material-not-on-order", "number", number, "component", component);
    }

    static WorkOrderRefused moreThanRequired(String number, String component, Quantity wanted, Quantity open) {
        return new WorkOrderRefused(
                "shopfloor.more-than-required",
                "number",
                number,
                "component",
                component,
                "wanted",
                wanted.toString(),
                "open",
                open.toString());
    }
}
