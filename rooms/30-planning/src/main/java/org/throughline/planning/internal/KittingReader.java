package org.throughline.planning.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.planning.Kit;
import org.throughline.planning.Kitting;

/** Kits out of the live plan. */
@Service
class KittingReader implements Kitting {

    private final LivePlan live;

    KittingReader(LivePlan live) {
        this.live = live;
    }

    @Override
    public Map<UUID, Kit> ofLines(Collection<UUID> orderLineIds) {
        var kits = new LinkedHashMap<UUID, Kit>();
        if (orderLineIds.isEmpty()) {
            return kits;
        }
        var index = live.current();
        for (var id : orderLineIds) {
            var line = index.snapshot().lines().get(id);
            if (line != null) {
                var kit = KitBuilder.ofLine(index, line);
                if (kit.total() > 0) {
                    kits.put(id, kit);
                }
            }
        }
        return kits;
    }

    @Override
    public Map<UUID, Kit> ofWorkOrders(Collection<UUID> workOrderIds) {
        var kits = new LinkedHashMap<UUID, Kit>();
        if (workOrderIds.isEmpty()) {
            return kits;
        }
        var index = live.current();
        for (var id : workOrderIds) {
            if (!index.materialsOf(id).isEmpty()) {
                kits.put(id, KitBuilder.ofWorkOrder(index, id));
            }
        }
        return kits;
    }
}
