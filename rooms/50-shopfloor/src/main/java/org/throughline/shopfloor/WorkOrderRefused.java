package org.throughline.shopfloor;

import java.time.LocalDate;
import java.util.List;
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

    /** Nothing can be booked on it. */
    public static WorkOrderRefused notOnTheFloor(String number, WorkOrder.Status status) {
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
        return new WorkOrderRefused("shopfloor.already-begun", "number", number, "wanted", wanted, "begun", begun);
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
                shortages.stream().map(MaterialShortage::asListed).toList());
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
                wanted,
                "open",
                open);
    }

    static WorkOrderRefused notMadeHere(String item) {
        return new WorkOrderRefused("shopfloor.not-made-here", "item", item);
    }

    static WorkOrderRefused notPositive(Quantity quantity) {
        return new WorkOrderRefused("shopfloor.not-positive", "quantity", quantity);
    }

    static WorkOrderRefused duePast(LocalDate due, LocalDate today) {
        return new WorkOrderRefused("shopfloor.due-past", "due", due, "today", today);
    }

    /** Material was issued, so that it would be lost on the floor. */
    static WorkOrderRefused materialIssued(String number, List<List<Object>> components) {
        return new WorkOrderRefused("shopfloor.material-issued", "number", number, "components", components);
    }

    static WorkOrderRefused notIssued(String number, String component, Quantity wanted, Quantity issued) {
        return new WorkOrderRefused(
                "shopfloor.not-issued", "number", number, "component", component, "wanted", wanted, "issued", issued);
    }

    static WorkOrderRefused nothingToIssue(String number) {
        return new WorkOrderRefused("shopfloor.nothing-to-issue", "number", number);
    }

    static WorkOrderRefused unknownLot(String component, String lot) {
        return new WorkOrderRefused("shopfloor.unknown-lot", "component", component, "lot", lot);
    }

    /** @param have what may be taken for this work order */
    static WorkOrderRefused notEnough(String number, String component, Quantity wanted, Quantity have) {
        return new WorkOrderRefused(
                "shopfloor.not-enough", "number", number, "component", component, "wanted", wanted, "have", have);
    }

    static WorkOrderRefused wrongChange(String number, String action) {
        return new WorkOrderRefused("shopfloor.wrong-change", "number", number, "action", action);
    }
}
