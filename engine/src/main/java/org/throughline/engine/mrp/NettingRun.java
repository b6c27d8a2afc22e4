package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One regenerative run: items by level, each netted once when all its needs are known. */
final class NettingRun {

    private final ItemTable table;
    final List<List<Need>> needs = new ArrayList<>();
    final List<List<Supply>> supplies = new ArrayList<>();
    final List<List<Planned>> orders = new ArrayList<>();

    private final Explosion explosion;
    private final Map<SupplyRef, OpenSupply> open = new HashMap<>();

    NettingRun(ItemTable table) {
        this.table = table;
        for (int i = 0; i < table.size(); i++) {
            needs.add(new ArrayList<>());
            supplies.add(new ArrayList<>());
            orders.add(List.of());
        }
        explosion = new Explosion(table, needs, supplies);
    }

    MrpPlan plan() {
        addStocksAndSupplies();
        addDemands();
        addSafetyStocks();
        for (int item : table.order) {
            var netting = new ItemNetting(table, item);
            orders.set(item, netting.run(needs.get(item), supplies.get(item), substitutesOf(item)));
            explode(item);
        }
        return new PlanReport(table, this, open).write();
    }

    private void addStocksAndSupplies() {
        for (var stock : table.input.stocks()) {
            int item = table.number(stock.item(), "Stock " + stock.id());
            long quantity = Scaled.of(stock.quantity(), "stock " + stock.id());
            if (quantity > 0) {
                var ref = new SupplyRef(SupplyRef.Kind.STOCK, stock.id());
                supplies.get(item).add(new Supply(ref, item, Supply.ALWAYS, quantity, true, stock.peg()));
            }
        }
        for (var receipt : table.input.supplies()) {
            int item = table.number(receipt.item(), "Supply " + receipt.id());
            var ref = new SupplyRef(SupplyRef.Kind.OPEN, receipt.id());
            open.put(ref, receipt);
            supplies.get(item)
                    .add(new Supply(
                            ref,
                            item,
                            day(receipt.due()),
                            Scaled.of(receipt.quantity(), "supply " + receipt.id()),
                            receipt.firmness() == OpenSupply.Firmness.OPEN,
                            receipt.peg()));
        }
    }

    private void addDemands() {
        var demands = table.input.demands();
        for (int d = 0; d < demands.size(); d++) {
            var demand = demands.get(d);
            int item = table.number(demand.item(), "Demand " + demand.id());
            if (counts(table, demand)) {
                long quantity = Scaled.of(demand.quantity(), "demand " + demand.id());
                var ref = new RequirementRef(RequirementRef.Kind.DEMAND, demand.id());
                needs.get(item)
                        .add(new Need(
                                day(demand.due()),
                                quantity,
                                demand.priority(),
                                ref,
                                demand.peg(),
                                Slices.of(d, quantity),
                                0));
            }
        }
    }

    /** Forecasts inside the demand time fence do not count: there only orders do. */
    static boolean counts(ItemTable table, Demand demand) {
        int fence = table.items[table.number(demand.item(), "Demand " + demand.id())].demandFenceDays();
        return demand.kind() == Demand.Kind.ORDER || day(demand.due()) >= table.planStart() + fence;
    }

    private void addSafetyStocks() {
        for (int item = 0; item < table.size(); item++) {
            long quantity = Scaled.of(table.items[item].safetyStock(), table.items[item].id());
            if (quantity > 0) {
                var ref = new RequirementRef(RequirementRef.Kind.SAFETY_STOCK, table.items[item].id());
                var slices = Slices.of(Slices.NOBODY, quantity);
                needs.get(item).add(new Need(table.planStart(), quantity, Integer.MAX_VALUE, ref, null, slices, 0));
            }
        }
    }

    private Substitutes substitutesOf(int item) {
        if (table.alternates.get(item).isEmpty()) {
            return Substitutes.NONE;
        }
        var substitutes = new Substitutes();
        for (var alternate : table.alternates.get(item)) {
            var parent = alternate.parent();
            substitutes.offer(
                    alternate,
                    parent == null ? Need.NOBODY : table.number(parent, "An alternate of " + alternate.item()),
                    supplies.get(table.number(alternate.substitute(), alternate.item())));
        }
        return substitutes;
    }

    private void explode(int item) {
        if (table.lines.get(item).isEmpty()) {
            return;
        }
        if (table.items[item].phantom()) {
            needs.get(item).stream().filter(need -> need.open() > 0).forEach(need -> blowThrough(item, need));
        }
        for (var order : orders.get(item)) {
            var ref = new RequirementRef(RequirementRef.Kind.PLANNED, order.supply.ref.id());
            explosion.explode(new Explosion.Parent(
                    item,
                    ref,
                    order.supply.quantity,
                    order.startQuantity,
                    order.supply.slices,
                    order.start,
                    order.due,
                    0,
                    priorityOf(order.supply),
                    order.supply.peg));
        }
        for (var supply : supplies.get(item)) {
            var receipt = open.get(supply.ref);
            if (receipt != null && receipt.start() != null) {
                var ref = new RequirementRef(RequirementRef.Kind.OPEN, receipt.id());
                explosion.explode(new Explosion.Parent(
                        item,
                        ref,
                        supply.quantity,
                        new ItemNetting(table, item).startQuantity(supply.quantity),
                        supply.slices,
                        Math.max(day(receipt.start()), table.planStart()),
                        supply.day,
                        0,
                        priorityOf(supply),
                        supply.peg));
            }
        }
    }

    private void blowThrough(int item, Need need) {
        var rest = new Slices();
        need.slices.copyRange(need.covered, need.quantity, rest);
        explosion.explode(new Explosion.Parent(
                item,
                need.ref,
                need.open(),
                need.open(),
                rest,
                need.day,
                need.day,
                need.offsetDays,
                need.priority,
                need.peg));
    }

    /** The most urgent of the needs it covers. */
    private static int priorityOf(Supply supply) {
        return supply.matches.stream()
                .mapToInt(match -> match.need().priority)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    static int day(java.time.LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
