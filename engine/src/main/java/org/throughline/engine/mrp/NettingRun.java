package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run: items by level, each netted once when all its needs are known. A run after another one nets only the items that
 * are touched by what changed and keeps the rest, which nothing touched can reach.
 */
final class NettingRun {

    final ItemTable table;
    final List<List<Need>> needs = new ArrayList<>();
    final List<List<Supply>> supplies = new ArrayList<>();
    final List<List<Planned>> orders = new ArrayList<>();

    /** What has been reported of each item; kept with the item. */
    final List<PlanReport.@Nullable Written> written = new ArrayList<>();

    private final DemandNumbers numbers;
    private final boolean[] touched;
    private final Explosion explosion;
    private final Map<SupplyRef, OpenSupply> open = new HashMap<>();

    NettingRun(ItemTable table) {
        this(table, new DemandNumbers(), new boolean[0], null);
    }

    /** @param touched by item; with an item also everything below it and what shares substitutes with it */
    NettingRun(ItemTable table, DemandNumbers numbers, boolean[] touched, @Nullable NettingRun previous) {
        this.table = table;
        this.numbers = numbers;
        this.touched = touched;
        for (int i = 0; i < table.size(); i++) {
            var kept = previous != null && !touched[i] ? previous : null;
            needs.add(kept == null ? new ArrayList<>() : kept.needs.get(i));
            supplies.add(kept == null ? new ArrayList<>() : kept.supplies.get(i));
            orders.add(kept == null ? List.of() : kept.orders.get(i));
            written.add(kept == null ? null : kept.written.get(i));
        }
        explosion = new Explosion(table, needs, supplies, this::isTouched);
    }

    private boolean isTouched(int item) {
        return touched.length == 0 || touched[item];
    }

    String demand(int number) {
        return numbers.id(number);
    }

    MrpPlan plan() {
        addStocksAndSupplies();
        addDemands();
        addSafetyStocks();
        for (int item : table.order) {
            if (isTouched(item)) {
                var netting = new ItemNetting(table, item);
                orders.set(item, netting.run(needs.get(item), supplies.get(item), substitutesOf(item)));
            }
            explode(item);
        }
        return new PlanReport(table, this, open).write();
    }

    private void addStocksAndSupplies() {
        for (var stock : table.input.stocks()) {
            int item = table.number(stock.item(), "Stock " + stock.id());
            long quantity = Scaled.of(stock.quantity(), "stock " + stock.id());
            if (quantity > 0 && isTouched(item)) {
                var ref = new SupplyRef(SupplyRef.Kind.STOCK, stock.id());
                supplies.get(item).add(new Supply(ref, item, Supply.ALWAYS, quantity, true, stock.peg()));
            }
        }
        for (var receipt : table.input.supplies()) {
            int item = table.number(receipt.item(), "Supply " + receipt.id());
            var ref = new SupplyRef(SupplyRef.Kind.OPEN, receipt.id());
            open.put(ref, receipt);
            if (!isTouched(item)) {
                continue;
            }
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
        for (var demand : table.input.demands()) {
            int item = table.number(demand.item(), "Demand " + demand.id());
            if (isTouched(item) && counts(table, demand)) {
                long quantity = Scaled.of(demand.quantity(), "demand " + demand.id());
                var ref = new RequirementRef(RequirementRef.Kind.DEMAND, demand.id());
                needs.get(item)
                        .add(new Need(
                                day(demand.due()),
                                quantity,
                                demand.priority(),
                                ref,
                                demand.peg(),
                                Slices.of(numbers.of(demand.id()), quantity),
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
            if (quantity > 0 && isTouched(item)) {
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
            if (!alternate.isShared()) {
                substitutes.offer(
                        alternate,
                        parent == null ? Need.NOBODY : table.number(parent, "An alternate of " + alternate.item()),
                        supplies.get(table.number(alternate.substitute(), alternate.item())));
            }
        }
        return substitutes;
    }

    private void explode(int item) {
        boolean reachesTouched = table.lines.get(item).stream()
                .anyMatch(line -> isTouched(table.number(line.component(), line.parent())));
        if (!reachesTouched) {
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
