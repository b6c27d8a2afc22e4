package org.throughline.engineering.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.engineering.StructureChanged;
import org.throughline.engineering.Structures;
import org.throughline.records.RecordsWritten;

/** After bills were written by form or import: low-level codes are renewed, once for a whole import. */
@Component
class WrittenByHand {

    private static final Set<String> STRUCTURAL = Set.of("bom", "bom-line");
    private static final Set<String> OURS = Set.of("bom", "bom-line", "routing", "routing-operation", "drawing");

    private final Structures structures;
    private final StructureGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WrittenByHand(Structures structures, StructureGuard guard, ApplicationEventPublisher events, Clock clock) {
        this.structures = structures;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(RecordsWritten written) {
        if (STRUCTURAL.contains(written.type())) {
            guard.refuseCycles();
            guard.writeLevels(structures.lowLevelCodes(LocalDate.now(clock)));
        }
        if (OURS.contains(written.type())) {
            events.publishEvent(new StructureChanged(List.of(), clock.instant()));
        }
    }
}
