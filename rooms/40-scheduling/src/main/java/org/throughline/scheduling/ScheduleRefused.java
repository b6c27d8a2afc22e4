package org.throughline.scheduling;

import java.util.Map;
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
}
