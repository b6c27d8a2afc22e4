package org.throughline.planning.internal;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.throughline.order.SalesOrders;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.planning.Suggestion;

/** Requirements out of the live plan. */
@Service
class RequirementsReader implements Requirements {

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
            return inquiries()
                    .look(other.itemId(), other.quantity(), orderLineId)
                    .tree();
        }
        Map<UUID, UUID> proposed = suggestions.proposedFor(orderLineId).stream()
                .collect(Collectors.toMap(Suggestion::itemId, Suggestion::id, (first, later) -> first));
        return new RequirementTree(index, proposed).of(EngineInput.LINE + orderLineId, line.itemId(), line.due());
    }

    @Override
    public Inquiries inquiries() {
        return new InquiriesBesideOrders(live, reader);
    }
}
