package org.throughline.engineering;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.internal.Revisions;
import org.throughline.identity.Verb;

/** Use case: a draft of a routing becomes the valid one. */
@Service
public class ReleaseRouting {

    private final Revisions revisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseRouting(Revisions revisions, ApplicationEventPublisher events, Clock clock) {
        this.revisions = revisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Releases the draft; the routing released before becomes obsolete.
     *
     * @throws StructureRefused if it is no draft or has no operations
     */
    @Transactional
    @Verb(type = "routing", operation = "release")
    public void release(UUID routingId) {
        var at = clock.instant();
        var itemId = revisions.releaseRouting(routingId, at);
        events.publishEvent(new StructureChanged(List.of(itemId), at));
    }

    /**
     * Copies a routing with all operations to a new draft of the next revision.
     *
     * @return the draft
     */
    @Transactional
    @Verb(type = "routing", operation = "revise")
    public UUID revise(UUID routingId) {
        return revisions.reviseRouting(routingId);
    }
}
