package org.throughline.engineering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.internal.RoutingDesk;

/** Use case: routings are written, one or many at once; the importers' and generators' way in. */
@Service
public class SaveRoutings {

    private final RoutingDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SaveRoutings(RoutingDesk desk, ApplicationEventPublisher events, Clock clock) {
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes each item's routing of that revision what the draft says; saving the same again changes nothing. Releasing one
     * makes the one released before obsolete.
     *
     * @return per item what was done, in the order of the drafts
     * @throws StructureRefused if a draft has no operations, or an operation takes no time at all
     */
    @Transactional
    public Map<UUID, Saved> save(List<RoutingDraft> drafts) {
        var done = new LinkedHashMap<UUID, Saved>();
        var changed = new ArrayList<UUID>();
        for (var draft : drafts) {
            var saved = desk.save(draft);
            done.put(draft.itemId(), saved);
            if (saved != Saved.UNCHANGED) {
                changed.add(draft.itemId());
            }
        }
        if (!changed.isEmpty()) {
            events.publishEvent(new StructureChanged(List.copyOf(changed), clock.instant()));
        }
        return done;
    }
}
