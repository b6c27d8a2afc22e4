package org.throughline.scheduling;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.scheduling.internal.ScheduleTable;

/** Use case: the planner hands the new schedule to the floor. */
@Service
public class PublishSchedule {

    private final ScheduleTable schedules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishSchedule(ScheduleTable schedules, ApplicationEventPublisher events, Clock clock) {
        this.schedules = schedules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes the draft; the schedule before is kept as superseded.
     *
     * @throws ScheduleRefused if there is no draft
     */
    @Verb(type = "schedule", operation = "publish")
    @Transactional
    public ScheduleResult publish() {
        var draft = schedules.current(ScheduleResult.Status.DRAFT).orElseThrow(ScheduleRefused::noDraft);
        var at = clock.instant();
        var changed = schedules.publish(draft, Actor.current().name(), at);
        events.publishEvent(new SchedulePublished(draft.id(), changed.operationIds(), changed.lineIds(), at));
        return schedules.current(ScheduleResult.Status.PUBLISHED).orElseThrow();
    }
}
