package org.throughline.planning.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.engine.mrp.Demand;
import org.throughline.kernel.Quantity;
import org.throughline.order.SalesOrders;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.planning.Suggestion;

/** Requirements out of the live plan. */
@Service
class RequirementsReader implements Requirements {

    private static final String INQUIRY = "inquiry";

    private final LivePlan live;
    private final SnapshotReader reader;
    private final SalesOrders orders;
    private final SuggestionRepository suggestions;

    RequirementsReader(LivePlan live, SnapshotReader reader, SalesOrders orders, SuggestionRepository suggestions) {
        this.live = live;
        this.reader = reader;
        this.orders = orders;
        this.suggestions = suggestions;
    }

    @Override
    public RequirementNode ofLine(UUID orderLineId) {
        var index = live.current();
        var line = index.snapshot().lines().get(orderLineId);
        if (line == null || !line.open().isPositive()) {
            var other = orders.line(orderLineId);
            return ofInquiry(other.itemId(), other.quantity(), orderLineId);
        }
        Map<UUID, UUID> proposed = suggestions.proposedFor(orderLineId).stream()
                .collect(Collectors.toMap(Suggestion::itemId, Suggestion::id, (first, later) -> first));
        return new RequirementTree(index, proposed).of(EngineInput.LINE + orderLineId, line.itemId(), line.due());
    }

    @Override
    public RequirementNode ofInquiry(UUID itemId, Quantity quantity, @Nullable UUID lineId) {
        var index = live.current();
        var items = new LinkedHashSet<UUID>();
        SnapshotReader.addWithComponents(itemId, index.snapshot().boms(), items);
        var snapshot = reader.complete(index.snapshot(), items);
        var demand = Demand.of(INQUIRY, itemId.toString(), quantity.amount(), snapshot.today());
        var asked = lineId == null ? demand : demand.pegged(lineId.toString());
        var unused = Pieces.unused(snapshot, index, lineId);
        var alone = PlanIndex.of(snapshot, unused, EngineInput.of(snapshot, items, asked, unused));
        return new RequirementTree(alone, Map.of()).of(INQUIRY, itemId, snapshot.today());
    }
}
