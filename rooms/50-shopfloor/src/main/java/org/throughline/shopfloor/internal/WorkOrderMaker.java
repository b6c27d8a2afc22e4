package org.throughline.shopfloor.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.planning.MadeSupply;
import org.throughline.planning.SuggestionToMake;
import org.throughline.planning.SupplyKind;
import org.throughline.planning.SupplyMaker;
import org.throughline.shopfloor.CreateWorkOrder;
import org.throughline.shopfloor.WorkOrder;

/** Turns the plan's suggestions into work orders, consumers before what they consume. */
@Component
class WorkOrderMaker implements SupplyMaker {

    private final Drafts drafts;
    private final CreateWorkOrder createWorkOrder;

    WorkOrderMaker(Drafts drafts, CreateWorkOrder createWorkOrder) {
        this.drafts = drafts;
        this.createWorkOrder = createWorkOrder;
    }

    @Override
    public boolean makes(SupplyKind kind) {
        return kind == SupplyKind.MAKE;
    }

    @Override
    @Transactional
    public List<MadeSupply> make(List<SuggestionToMake> suggestions) {
        var bySuggestion = new HashMap<UUID, UUID>();
        var made = new ArrayList<Drafts.Draft>();
        var supplies = new ArrayList<MadeSupply>();
        for (var suggestion : suggestions) {
            var purpose = new WorkOrder.Purpose(suggestion.orderLineId(), parent(suggestion, bySuggestion), null);
            var draft = drafts.draft(new Drafts.Wanted(
                    suggestion.itemId(), suggestion.quantity(), suggestion.start(), suggestion.due(), purpose));
            made.add(draft);
            bySuggestion.put(suggestion.suggestionId(), draft.order().id());
            supplies.add(new MadeSupply(
                    suggestion.suggestionId(),
                    "work-order",
                    draft.order().id(),
                    draft.order().number()));
        }
        if (!made.isEmpty()) {
            createWorkOrder.keep(made);
        }
        return supplies;
    }

    /** The first work order that consumes it; null when an order line, or several, take it from stock. */
    private static @Nullable UUID parent(SuggestionToMake suggestion, Map<UUID, UUID> bySuggestion) {
        var consumers = new ArrayList<UUID>();
        for (var parent : suggestion.parentSuggestionIds()) {
            var workOrder = bySuggestion.get(parent);
            if (workOrder != null) {
                consumers.add(workOrder);
            }
        }
        consumers.addAll(suggestion.parentWorkOrderIds());
        return consumers.size() == 1 ? consumers.getFirst() : null;
    }
}
