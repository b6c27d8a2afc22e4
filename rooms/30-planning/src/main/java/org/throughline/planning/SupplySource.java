package org.throughline.planning;

import java.util.List;

/** A room that has quantities on their way. Implemented as a bean by purchasing and the shop floor. */
public interface SupplySource {

    /** Everything still to come, in any order. */
    List<OpenSupply> openSupply();
}
