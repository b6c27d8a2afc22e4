package org.throughline.engineering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.internal.Revisions;
import org.throughline.engineering.internal.StructureGuard;
import org.throughline.identity.Verb;

/** Use case: a draft of a bill of material becomes the valid one. */
@Service
public class ReleaseBom {

    private final Revisions revisions;
    private final StructureGuard guard;
    private final Structures structures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseBom(
            Revisions revisions,
            StructureGuard guard,
            Structures structures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.revisions = revisions;
        this.guard = guard;
        this.structures = structures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Releases the draft. The revision released before ends on the day this one begins; order lines keep what they were
     * released with.
     *
     * @throws StructureRefused if it is no draft, has no lines, or the structure would contain itself
     */
    @Transactional
    @Verb(type = "bom", operation = "release")
    public void release(UUID bomId) {
        var at = clock.instant();
        var itemId = revisions.releaseBom(bomId, at, LocalDate.now(clock));
        guard.refuseCycles();
        guard.writeLevels(structures.lowLevelCodes(LocalDate.now(clock)));
        events.publishEvent(new StructureChanged(List.of(itemId), at));
    }

    /**
     * Copies a bill with all lines to a new draft of the next revision: A → B, 3 → 4.
     *
     * @return the draft
     */
    @Transactional
    @Verb(type = "bom", operation = "revise")
    public UUID revise(UUID bomId) {
        return revisions.reviseBom(bomId);
    }
}
