package org.throughline.stock;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Tells how people call the documents that reserve stock, so that a refusal can say "reserved for SO-20261122-001/2"
 * instead of an identity. Implemented by the rooms that own the documents.
 */
public interface DemandNames {

    /** Record type whose documents it names, e.g. {@code work-order}, {@code sales-order-line}. */
    String demandType();

    /** Names by identity; unknown identities are left out. */
    Map<UUID, String> names(Collection<UUID> demandIds);
}
