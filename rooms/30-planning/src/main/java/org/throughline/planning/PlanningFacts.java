package org.throughline.planning;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What planning knows, for the rooms downstream. */
public interface PlanningFacts {

    /** One fact for each of the lines that planning knows, in one batch. */
    Map<UUID, PlanningFact> of(Collection<UUID> orderLineIds);
}
