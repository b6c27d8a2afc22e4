package org.throughline.engineering;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.internal.Revisions;
import org.throughline.identity.Verb;

/** Use case: the engineer says that a drawing is the one to make parts by. */
@Service
public class ConfirmDrawing {

    private final Revisions revisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmDrawing(Revisions revisions, ApplicationEventPublisher events, Clock clock) {
        this.revisions = revisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Confirms the drawing; earlier revisions of the same number become obsolete.
     *
     * @throws StructureRefused if it is no draft
     */
    @Transactional
    @Verb(type = "drawing", operation = "confirm")
    public void confirm(UUID drawingId) {
        var at = clock.instant();
        var itemId = revisions.confirmDrawing(drawingId, at);
        events.publishEvent(new StructureChanged(List.of(itemId), at));
    }
}
