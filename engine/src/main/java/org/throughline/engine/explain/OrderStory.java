package org.throughline.engine.explain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.engine.schedule.Cause;

/**
 * Why a job ends when it ends.
 *
 * @param late elapsed minutes after the due date; 0 if in time or without date
 * @param shares without gaps from the job's possible begin to its end, earliest first
 */
public record OrderStory(String job, long end, long late, List<Share> shares) {

    public OrderStory {
        shares = List.copyOf(shares);
    }

    /** Elapsed minutes waited, by kind of cause. */
    public Map<Cause.Kind, Long> waits() {
        var waits = new TreeMap<Cause.Kind, Long>();
        for (var share : shares) {
            var cause = share.cause();
            if (cause != null) {
                waits.merge(cause.kind(), share.minutes(), Long::sum);
            }
        }
        return waits;
    }
}
