package org.throughline.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.planning.internal.ConversionBatch;
import org.throughline.planning.internal.ConversionDesk;

/** Use case: the planner turns suggestions into purchase orders and work orders. */
@Service
public class ConvertSuggestions {

    private final ConversionDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConvertSuggestions(ConversionDesk desk, ApplicationEventPublisher events, Clock clock) {
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Converts these suggestions, all or none.
     *
     * @return what they became, consumers before what they consume
     * @throws PlanningRefused if one of them was decided already, has no supplier or routing, or is for an order on hold;
     *     then nothing is converted
     */
    @Verb(type = "suggestion", operation = "convert")
    @Transactional
    public List<MadeSupply> convert(Collection<UUID> suggestionIds) {
        var batch = desk.open(suggestionIds);
        return make(batch);
    }

    /**
     * Converts every open suggestion.
     *
     * @param kind        only these; null for both
     * @param orderLineId only those with a share for this order line; null for all
     * @throws PlanningRefused as {@link #convert}, or if there is none
     */
    @Verb(type = "suggestion", operation = "convert")
    @Transactional
    public List<MadeSupply> convertAll(@Nullable SupplyKind kind, @Nullable UUID orderLineId) {
        return make(desk.openAll(kind, orderLineId));
    }

    private List<MadeSupply> make(ConversionBatch batch) {
        var made = new ArrayList<MadeSupply>();
        for (var kind : SupplyKind.values()) {
            var ofKind = batch.toMake(kind);
            if (!ofKind.isEmpty()) {
                made.addAll(desk.maker(kind).make(ofKind));
            }
        }
        var at = clock.instant();
        desk.close(batch, made, Actor.current().name(), at);
        events.publishEvent(new SuggestionsConverted(List.copyOf(made), new HashSet<>(batch.orderLines()), at));
        return List.copyOf(made);
    }
}
