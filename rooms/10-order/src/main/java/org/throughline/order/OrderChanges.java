package org.throughline.order;

import java.util.UUID;

/** Changes after confirmation, for planning to settle. */
public interface OrderChanges {

    /** @throws org.throughline.kernel.NotFound if there is no such change */
    OrderChange get(UUID changeId);

    /** Planning has decided on everything the change touched; an already settled change stays as it is. */
    void settle(UUID changeId, OrderChange.Status outcome);
}
