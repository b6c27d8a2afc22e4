package org.throughline.quality;

import java.util.List;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** An inspection cannot be decided this way. */
public final class InspectionRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private InspectionRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static InspectionRefused alreadyDecided(String number, Inspection.Status status) {
        return new InspectionRefused("quality.already-decided", "number", number, "status", status.name());
    }

    static InspectionRefused doesNotSum(String number, Quantity accepted, Quantity rejected, Quantity quantity) {
        return new InspectionRefused(
                "quality.does-not-sum",
                "number",
                number,
                "accepted",
                accepted,
                "rejected",
                rejected,
                "quantity",
                quantity);
    }

    static InspectionRefused withoutReason(String number, Quantity rejected) {
        return new InspectionRefused("quality.without-reason", "number", number, "rejected", rejected);
    }

    static InspectionRefused notMeasured(String number, List<String> characteristics) {
        return new InspectionRefused("quality.not-measured", "number", number, "characteristics", characteristics);
    }

    /** Everything was accepted although a measured value is out of its limits. */
    static InspectionRefused outOfLimits(String number, List<String> values) {
        return new InspectionRefused("quality.out-of-limits", "number", number, "values", values);
    }

    static InspectionRefused unknownCharacteristic(String number, String characteristic) {
        return new InspectionRefused(
                "quality.unknown-characteristic", "number", number, "characteristic", characteristic);
    }
}
