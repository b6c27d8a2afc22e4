package org.throughline.planning;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.planning.internal.Dismissals;

/** Use case: the planner knows better and does not want to see these suggestions any more. */
@Service
public class DismissSuggestions {

    private final Dismissals dismissals;
    private final Clock clock;

    DismissSuggestions(Dismissals dismissals, Clock clock) {
        this.dismissals = dismissals;
        this.clock = clock;
    }

    /**
     * Dismisses them. They come back when the need changes in quantity, day or order line.
     *
     * @throws PlanningRefused if one was decided already, or no reason is given
     */
    @Verb(type = "suggestion", operation = "dismiss")
    @Transactional
    public void dismiss(Collection<UUID> suggestionIds, String reason) {
        if (reason.isBlank()) {
            throw PlanningRefused.withoutReason();
        }
        dismissals.dismiss(suggestionIds, reason, Actor.current().name(), clock.instant());
    }
}
