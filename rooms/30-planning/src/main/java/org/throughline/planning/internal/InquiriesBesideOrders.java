package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.mrp.Demand;
import org.throughline.engine.mrp.SupplyRef;
import org.throughline.kernel.Quantity;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;

/** Inquiries planned alone, each on what the live plan and the inquiries before it leave over. */
final class InquiriesBesideOrders implements Requirements.Inquiries {

    private static final String INQUIRY = "inquiry";

    private final LivePlan live;
    private final SnapshotReader reader;
    private final Map<SupplyRef, BigDecimal> taken = new HashMap<>();

    InquiriesBesideOrders(LivePlan live, SnapshotReader reader) {
        this.live = live;
        this.reader = reader;
    }

    @Override
    public Requirements.Found look(UUID itemId, Quantity quantity, @Nullable UUID lineId) {
        return new PlannedAlone(plan(itemId, quantity, lineId), itemId);
    }

    private PlanIndex plan(UUID itemId, Quantity quantity, @Nullable UUID lineId) {
        var index = live.current();
        var items = new LinkedHashSet<UUID>();
        SnapshotReader.addWithComponents(itemId, index.snapshot().boms(), items);
        var snapshot = reader.complete(index.snapshot(), items);
        var demand = Demand.of(INQUIRY, itemId.toString(), quantity.amount(), snapshot.today());
        var asked = lineId == null ? demand : demand.pegged(lineId.toString());
        var unused = Pieces.unused(snapshot, index, lineId, taken);
        return PlanIndex.of(snapshot, unused, EngineInput.of(snapshot, items, asked, unused));
    }

    private final class PlannedAlone implements Requirements.Found {

        private final PlanIndex plan;
        private final RequirementNode tree;

        PlannedAlone(PlanIndex plan, UUID itemId) {
            this.plan = plan;
            this.tree = new RequirementTree(plan, Map.of())
                    .of(INQUIRY, itemId, plan.snapshot().today());
        }

        @Override
        public RequirementNode tree() {
            return tree;
        }

        @Override
        public void take() {
            plan.used().forEach((supply, used) -> taken.merge(supply, used, BigDecimal::add));
        }
    }
}
