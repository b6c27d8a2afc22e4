package org.throughline.planning;

import java.util.Map;
import org.throughline.kernel.RuleViolation;

/** Planning says no. */
public final class PlanningRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private PlanningRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** Another run holds the plan. */
    public static PlanningRefused alreadyRunning() {
        return new PlanningRefused("planning.already-running");
    }

    /** @param path item codes, the first one again at the end */
    public static PlanningRefused containsItself(String path) {
        return new PlanningRefused("planning.contains-itself", "path", path);
    }

    /** The input of the plan makes no sense; {@code sentence} is the engine's own. */
    public static PlanningRefused impossible(String sentence, Map<String, String> values) {
        return new PlanningRefused("planning.impossible", "sentence", sentence, "values", values.toString());
    }

    /** Nothing was chosen. */
    public static PlanningRefused nothingChosen() {
        return new PlanningRefused("planning.nothing-chosen");
    }

    /** Somebody decided about it before. */
    public static PlanningRefused suggestionDecided(String item, String status) {
        return new PlanningRefused("planning.suggestion-decided", "item", item, "status", status);
    }

    /** Nobody sells it. */
    public static PlanningRefused withoutSupplier(String item) {
        return new PlanningRefused("planning.without-supplier", "item", item);
    }

    /** Nobody knows how it is made. */
    public static PlanningRefused withoutRouting(String item) {
        return new PlanningRefused("planning.without-routing", "item", item);
    }

    /** Nothing may be started for the order now. */
    public static PlanningRefused orderOnHold(String order, String item) {
        return new PlanningRefused("planning.order-on-hold", "order", order, "item", item);
    }

    /** This installation has no room that makes such orders. */
    public static PlanningRefused nobodyMakes(SupplyKind kind) {
        return new PlanningRefused("planning.nobody-makes", "kind", kind.name());
    }

    /** The planner decided already. */
    public static PlanningRefused changeDecided(String number, String status) {
        return new PlanningRefused("planning.change-decided", "number", number, "status", status);
    }

    /** The target is not what it was when the change was proposed. */
    public static PlanningRefused changeStale(String number, String was, String is) {
        return new PlanningRefused("planning.change-stale", "number", number, "was", was, "is", is);
    }

    /** The target has gone too far to be changed. */
    public static PlanningRefused changeImpossible(String number, String because) {
        return new PlanningRefused("planning.change-impossible", "number", number, "because", because);
    }

    /** A refusal needs its reason. */
    public static PlanningRefused withoutReason() {
        return new PlanningRefused("planning.without-reason");
    }
}
