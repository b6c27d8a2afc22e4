package org.throughline.scheduling;

import java.util.Map;
import java.util.UUID;
import org.throughline.kernel.RuleViolation;

/** Scheduling says no. */
public final class ScheduleRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ScheduleRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** No schedule exists for this input; {@code sentence} is the engine's own. */
    public static ScheduleRefused impossible(String sentence, Map<String, String> values) {
        return new ScheduleRefused("scheduling.impossible", "sentence", sentence, "values", values.toString());
    }

    /** There is nothing to publish. */
    public static ScheduleRefused noDraft() {
        return new ScheduleRefused("scheduling.no-draft");
    }

    /** There is no draft whose last step could be taken back. */
    public static ScheduleRefused nothingToUndo() {
        return new ScheduleRefused("scheduling.nothing-to-undo");
    }

    /** It is not among the open operations, or was never scheduled. */
    public static ScheduleRefused notScheduled(UUID operationId) {
        return new ScheduleRefused("scheduling.not-scheduled", "operation", operationId);
    }

    /** What was begun stays on its machine. */
    public static ScheduleRefused running(String workOrder, String operation) {
        return new ScheduleRefused("scheduling.running", "workOrder", workOrder, "operation", operation);
    }

    /** {@code machines}: where it can run. */
    public static ScheduleRefused cannotRunThere(String operation, String machine, String machines) {
        return new ScheduleRefused(
                "scheduling.cannot-run-there", "operation", operation, "machine", machine, "machines", machines);
    }

    /** The floor relies on the next hours. */
    public static ScheduleRefused frozen(long hours) {
        return new ScheduleRefused("scheduling.frozen", "hours", hours);
    }
}
