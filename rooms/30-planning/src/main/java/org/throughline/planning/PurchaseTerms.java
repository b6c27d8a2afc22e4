package org.throughline.planning;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** From whom and how fast items are bought. Implemented as a bean by purchasing. */
public interface PurchaseTerms {

    /** The first-choice term of each item that has one. */
    Map<UUID, PurchaseTerm> firstChoice(Collection<UUID> itemIds);
}
