package org.throughline.planning;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.planning.internal.ChangeDesk;

/** Use case: the planner applies or refuses what a changed order asks of things made for it. */
@Service
public class DecidePlanChange {

    private final ChangeDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidePlanChange(ChangeDesk desk, ApplicationEventPublisher events, Clock clock) {
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes the work orders, purchase orders and reservations as proposed, all or none.
     *
     * @param reason empty for none
     * @throws PlanningRefused if one was decided already, is not possible, or its target is not what it was when the
     *     change was proposed; then nothing is changed
     */
    @Verb(type = "plan-change", operation = "apply")
    @Transactional
    public void apply(Collection<UUID> planChangeIds, String reason) {
        for (var change : desk.open(planChangeIds)) {
            desk.apply(change, reason, Actor.current().name(), clock.instant());
            tell(change, true, reason);
        }
    }

    /**
     * Applies every open change that loses nothing.
     *
     * @param orderChangeId only those of this order change; null for all
     * @return how many
     * @throws PlanningRefused as {@link #apply}
     */
    @Verb(type = "plan-change", operation = "apply")
    @Transactional
    public int applyHarmless(@Nullable UUID orderChangeId) {
        var ids = desk.harmless(orderChangeId);
        apply(ids, "");
        return ids.size();
    }

    /**
     * Leaves the targets as they are, all or none. What the order line no longer needs of them becomes common stock.
     *
     * @throws PlanningRefused if one was decided already, or no reason is given
     */
    @Verb(type = "plan-change", operation = "refuse")
    @Transactional
    public void refuse(Collection<UUID> planChangeIds, String reason) {
        if (reason.isBlank()) {
            throw PlanningRefused.withoutReason();
        }
        for (var change : desk.open(planChangeIds)) {
            desk.refuse(change, reason, Actor.current().name(), clock.instant());
            tell(change, false, reason);
        }
    }

    private void tell(PlanChange change, boolean applied, String reason) {
        events.publishEvent(new PlanChangeDecided(
                change.id(),
                change.orderLineId(),
                change.targetType(),
                change.targetId(),
                applied,
                reason,
                clock.instant()));
    }
}
