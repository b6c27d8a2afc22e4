package org.throughline.purchasing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is bought for which order line, for the rooms downstream. */
public interface PurchasingFacts {

    /** Purchase order lines by the order line they were bought for, the latest expected first. */
    Map<UUID, List<PurchasingFact>> of(Collection<UUID> orderLineIds);
}
