package org.throughline.planning;

import java.util.List;

/** A room whose open work consumes components. Implemented as a bean by the shop floor. */
public interface DependentDemandSource {

    /**
     * Every material row of every work order that is not completed, closed or cancelled, in any order; rows already
     * issued in full are included with an open quantity of zero.
     */
    List<DependentDemand> dependentDemand();
}
