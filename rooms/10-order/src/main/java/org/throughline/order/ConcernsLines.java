package org.throughline.order;

import java.util.Collection;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** An event that moves the line of one or more order lines: whoever shows them looks again. */
public interface ConcernsLines extends BusinessEvent {

    /** The order lines whose stage, forecast or exceptions may have changed; empty for work made for stock. */
    Collection<UUID> lineIds();
}
