package org.throughline.engineering;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What engineering tells the line of an order. */
public interface EngineeringFacts {

    /** By order line; a fixed number of statements however many lines. */
    Map<UUID, EngineeringFact> of(Collection<UUID> orderLineIds);
}
