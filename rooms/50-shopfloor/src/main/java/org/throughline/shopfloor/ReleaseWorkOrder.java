package org.throughline.shopfloor;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.shopfloor.internal.MaterialCover;
import org.throughline.shopfloor.internal.Materials;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.WorkOrders;

/** Use case: the planner hands a planned work order to the floor; its material is kept for it. */
@Service
public class ReleaseWorkOrder {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final MaterialCover cover;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseWorkOrder(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            MaterialCover cover,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.cover = cover;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Releases the order and tells the other rooms.
     *
     * @param despiteLack release it although material is missing: what is there can be begun
     * @throws WorkOrderRefused if it is not planned, or material is missing (what, how much, and when it comes)
     */
    @Verb(type = "work-order", operation = "release")
    @Transactional
    public WorkOrder release(UUID id, boolean despiteLack) {
        var now = clock.instant();
        var order = workOrders.lock(id);
        var released = order.release(now);
        var needed = materials.of(id);
        var shortages = cover.shortages(order, needed);
        if (!shortages.isEmpty() && !despiteLack) {
            throw WorkOrderRefused.materialShort(order.number(), shortages);
        }
        cover.reserve(order, needed);
        var saved = workOrders.save(released);
        if (!shortages.isEmpty()) {
            workOrders.markShort(id);
        }
        var first = operations.of(id).getFirst();
        operations.save(List.of(first.in(WorkOrderOperation.Status.READY, null)));
        events.publishEvent(new WorkOrderReleased(
                id,
                saved.number(),
                saved.purpose().orderLineId(),
                Actor.current().user(),
                !shortages.isEmpty(),
                now));
        return saved;
    }

    /** What a work order lacks now, in the order of its materials; empty when everything is there. */
    @Transactional(readOnly = true)
    public List<MaterialShortage> lacks(UUID id) {
        return cover.shortages(workOrders.get(id), materials.of(id));
    }
}
