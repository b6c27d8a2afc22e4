package org.throughline.planning;

import java.util.List;

/**
 * Turns suggestions into orders. Implemented as a bean by purchasing (BUY) and the shop floor (MAKE); called inside the
 * planner's transaction, so a refusal of one suggestion undoes the whole batch.
 */
public interface SupplyMaker {

    boolean makes(SupplyKind kind);

    /**
     * Makes one supply per suggestion.
     *
     * @param suggestions of the kinds this maker makes; consumers before what they consume
     * @return one entry per suggestion, in the same order
     * @throws org.throughline.kernel.RuleViolation if one of them cannot be made; nothing is kept then
     */
    List<MadeSupply> make(List<SuggestionToMake> suggestions);
}
