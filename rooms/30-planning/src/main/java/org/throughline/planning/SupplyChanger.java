package org.throughline.planning;

/** Changes orders that exist already. Implemented as a bean by purchasing and the shop floor. */
public interface SupplyChanger {

    /** @param type record type, e.g. {@code work-order} */
    boolean changes(String type);

    /** What the change would mean; changes nothing. */
    ChangeEffect preview(SupplyChange change);

    /**
     * Does it, inside the planner's transaction.
     *
     * @throws org.throughline.kernel.RuleViolation if the target moved on meanwhile and can no longer be changed so
     */
    void apply(SupplyChange change);
}
