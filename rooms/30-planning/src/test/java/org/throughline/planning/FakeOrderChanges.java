package org.throughline.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.throughline.kernel.NotFound;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderChanges;

/** Remembers what planning settled. */
final class FakeOrderChanges implements OrderChanges {

    final Map<UUID, OrderChange.Status> settled = new HashMap<>();

    @Override
    public OrderChange get(UUID changeId) {
        throw new NotFound("order-change", changeId);
    }

    @Override
    public void settle(UUID changeId, OrderChange.Status outcome) {
        settled.put(changeId, outcome);
    }
}
