package org.throughline.engine.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.throughline.engine.mrp.BomLine;
import org.throughline.engine.mrp.Demand;
import org.throughline.engine.mrp.Mrp;
import org.throughline.engine.mrp.MrpInput;
import org.throughline.engine.mrp.MrpPlan;
import org.throughline.engine.mrp.NetChange;
import org.throughline.engine.mrp.PlanItem;
import org.throughline.engine.mrp.Source;
import org.throughline.engine.mrp.Stock;

/** The planner with pegging, messages and possible dates on the planning benchmark's files: again after a few changes, and anew. */
final class RichNetChange {

    private static final int FEWEST_ROUNDS = 5;
    private static final long NANOSECONDS = 2_000_000_000L;

    private final PlanningData data;
    private final NetChange planner = new NetChange();
    private final List<Double> netChange = new ArrayList<>();
    private final List<Double> regenerative = new ArrayList<>();

    RichNetChange(PlanningData data) {
        this.data = data;
    }

    /**
     * Plans, then again and again, at least five times and for two seconds, changes the quantity of so many demands, plans only what
     * changed, and plans everything, either first in turn. Seconds are medians, so that neither way is measured cold.
     */
    Json measure(int changes, Random random) {
        var input = input();
        planner.plan(input);
        boolean equal = true;
        int orders = 0;
        long begin = System.nanoTime();
        for (int round = 0; round < FEWEST_ROUNDS || System.nanoTime() - begin < NANOSECONDS; round++) {
            input = changed(input, changes, random);
            var first = round % 2 == 0 ? again(input) : anew(input);
            var second = round % 2 == 0 ? anew(input) : again(input);
            equal &= first.equals(second);
            orders = first.orders().size();
        }
        return new Json()
                .text("variant", "rich")
                .number("demands", data.demand.length)
                .number("changes", changes)
                .number("items", data.items())
                .number("orders", orders)
                .number("itemsReplanned", planner.netted())
                .decimal("netChangeSeconds", NetChangeBench.median(netChange), 5)
                .decimal("regenerativeSeconds", NetChangeBench.median(regenerative), 5)
                .decimal("peakMb", Memory.peakMegabytes(), 1)
                .flag("equal", equal);
    }

    private MrpPlan again(MrpInput input) {
        long begin = System.nanoTime();
        var plan = planner.plan(input);
        netChange.add((System.nanoTime() - begin) / 1e9);
        return plan;
    }

    private MrpPlan anew(MrpInput input) {
        long begin = System.nanoTime();
        var plan = Mrp.plan(input);
        regenerative.add((System.nanoTime() - begin) / 1e9);
        return plan;
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
