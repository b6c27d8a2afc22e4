package org.throughline.planning.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.factory.Items;
import org.throughline.planning.PlanningRefused;
import org.throughline.planning.Suggestion;

/** Writes that suggestions are not wanted. */
@Component
public class Dismissals {

    private final SuggestionRepository suggestions;
    private final Items items;

    Dismissals(SuggestionRepository suggestions, Items items) {
        this.suggestions = suggestions;
        this.items = items;
    }

    /** Dismisses all or none. */
    public void dismiss(Collection<UUID> ids, String reason, String by, Instant at) {
        for (var one : suggestions.lock(ids)) {
            if (one.status() != Suggestion.Status.PROPOSED) {
                throw PlanningRefused.suggestionDecided(
                        items.get(one.itemId()).code(), one.status().name());
            }
            suggestions.decide(
                    new Suggestion(
                            one.id(),
                            one.kind(),
                            one.itemId(),
                            one.quantity(),
                            one.receipt(),
                            one.orderBy(),
                            one.due(),
                            one.possibleDue(),
                            one.pastDueDays(),
                            one.level(),
                            one.supplierId(),
                            one.orderLineId(),
                            Suggestion.Status.DISMISSED,
                            null,
                            null,
                            null,
                            one.version()),
                    reason,
                    by,
                    at);
        }
    }
}
