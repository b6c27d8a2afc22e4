package org.throughline.engine.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.throughline.engine.mrp.BomLine;
import org.throughline.engine.mrp.Demand;
import org.throughline.engine.mrp.Mrp;
import org.throughline.engine.mrp.MrpInput;
import org.throughline.engine.mrp.NetChange;
import org.throughline.engine.mrp.PlanItem;
import org.throughline.engine.mrp.Source;
import org.throughline.engine.mrp.Stock;

/** The planner with pegging, messages and possible dates on the planning benchmark's files: again after a few changes, and anew. */
final class RichNetChange {

    private final PlanningData data;

    RichNetChange(PlanningData data) {
        this.data = data;
    }

    /** Plans, changes the quantity of so many demands, plans only what changed, and plans everything. */
    Json measure(int changes, Random random) {
        var input = input();
        var planner = new NetChange();
        planner.plan(input);
        var other = changed(input, changes, random);
        long begin = System.nanoTime();
        var again = planner.plan(other);
        long replanned = System.nanoTime();
        var anew = Mrp.plan(other);
        long planned = System.nanoTime();
        return new Json()
                .text("variant", "rich")
                .number("demands", data.demand.length)
                .number("changes", changes)
                .number("items", data.items())
                .number("orders", anew.orders().size())
                .number("itemsReplanned", planner.netted())
                .decimal("netChangeSeconds", (replanned - begin) / 1e9, 5)
                .decimal("regenerativeSeconds", (planned - replanned) / 1e9, 5)
                .decimal("peakMb", Memory.peakMegabytes(), 1)
                .flag("equal", again.equals(anew));
    }

    private MrpInput input() {
        var items = new ArrayList<PlanItem>();
        var lines = new ArrayList<BomLine>();
        var stocks = new ArrayList<Stock>();
        for (int i = 0; i < data.items(); i++) {
            items.add(PlanItem.builder(data.item[i], data.made[i] ? Source.MAKE : Source.BUY)
                    .leadDays(data.leadDays[i])
                    .build());
            for (int k = data.lineFrom[i]; k < data.lineFrom[i + 1]; k++) {
                lines.add(BomLine.of(
                        data.item[i], data.item[data.component[k]], BigDecimal.valueOf(data.quantityPer[k])));
            }
            if (data.onHand[i] > 0) {
                stocks.add(Stock.of(data.item[i], BigDecimal.valueOf(data.onHand[i])));
            }
        }
        var demands = new ArrayList<Demand>();
        for (int d = 0; d < data.demand.length; d++) {
            demands.add(demand(d, data.demandQuantity[d]));
        }
        return MrpInput.of(data.planStart, items, lines, demands, stocks, List.of());
    }

    private Demand demand(int d, int quantity) {
        return Demand.of(
                data.demand[d],
                data.item[data.demandItem[d]],
                BigDecimal.valueOf(quantity),
                data.planStart.plusDays(data.demandDay[d]));
    }

    private MrpInput changed(MrpInput input, int changes, Random random) {
        var demands = new ArrayList<>(input.demands());
        for (int i = 0; i < changes && !demands.isEmpty(); i++) {
            int d = random.nextInt(demands.size());
            demands.set(d, demand(d, data.demandQuantity[d] + 1 + random.nextInt(20)));
        }
        return MrpInput.of(input.planStart(), input.items(), input.bom(), demands, input.stocks(), List.of());
    }
}
