package org.throughline.shopfloor;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether quality holds work orders back. Implemented as a bean by the quality room. */
public interface QualityHolds {

    /** Those of these work orders on which nobody may work until somebody decides. */
    Map<UUID, Hold> of(Collection<UUID> workOrderIds);

    /**
     * Why nobody may work on it.
     *
     * @param number    of the nonconformance, as people read it aloud
     * @param reason    what is wrong, in words
     * @param inspector who found it
     */
    record Hold(
            UUID nonconformanceId,
            String number,
            String reason,
            @Nullable String inspector,
            Instant at) {}
}
