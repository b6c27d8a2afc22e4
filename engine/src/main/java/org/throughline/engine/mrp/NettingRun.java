package org.throughline.engine.mrp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final List<KeptOrders> kept = new ArrayList<>();
    private final boolean[] touched;
    private final Explosion explosion;

    NettingRun(ItemTable table) {
        this(table, new DemandNumbers(), new boolean[0], null);
    }

    /** @param touched by item; with an item also everything below it and what shares substitutes with it */
    NettingRun(ItemTable table, DemandNumbers numbers, boolean[] touched, @Nullable NettingRun previous) {
        this.table = table;
        this.numbers = numbers;
        this.touched = touched;
        for (int i = 0; i < table.size(); i++) {
            var same = previous != null && !touched[i] ? previous : null;
            needs.add(same == null ? new ArrayList<>() : same.needs.get(i));
            supplies.add(same == null ? new ArrayList<>() : same.supplies.get(i));
            orders.add(same == null ? List.of() : same.orders.get(i));
            written.add(same == null ? null : same.written.get(i));
            kept.add(previous == null ? KeptOrders.NONE : previous.ordersFor(table, i));
        }
        explosion = new Explosion(table, needs, supplies, this::isTouched);
    }

    /** The orders of this run for a run with another table. */
    private KeptOrders ordersFor(ItemTable other, int item) {
        return table.items[item].equals(other.items[item]) ? new KeptOrders(orders.get(item)) : KeptOrders.NONE;
    }

    private boolean isTouched(int item) {
        return touched.length == 0 || touched[item];
    }

    DemandNumbers numbers() {
        return numbers;
    }

    MrpPlan plan() {
        addStocksAndSupplies();
        addDemands();
        addSafetyStocks();
        for (int item : table.order) {
            if (isTouched(item)) {
                var netting = new ItemNetting(table, item, kept.get(item));
                orders.set(item, netting.run(needs.get(item), supplies.get(item), substitutesOf(item)));
            }
            explode(item);
            forgetSlices(item);
        }
        return new PlanReport(table, this).write();
    }

    private void addStocksAndSupplies() {
        for (var stock : table.input.stocks()) {
            int item = table.number(stock.item(), "Stock " + stock.id());
            long quantity = Scaled.of(stock.quantity(), "stock " + stock.id());
            if (quantity > 0 && isTouched(item)) {
                supplies.get(item).add(Supply.stock(stock, item, quantity));
            }
        }
        for (var receipt : table.input.supplies()) {
            int item = table.number(receipt.item(), "Supply " + receipt.id());
            if (isTouched(item)) {
                long quantity = Scaled.of(receipt.quantity(), "supply " + receipt.id());
                supplies.get(item).add(Supply.open(receipt, item, day(receipt.due()), quantity));
            }
        }
    }

    private void addDemands() {
        for (var demand : table.input.demands()) {
            int item = table.number(demand.item(), "Demand " + demand.id());
            if (isTouched(item) && counts(table, demand)) {
                long quantity = Scaled.of(demand.quantity(), "demand " + demand.id());
                int number = numbers.of(demand.id());
                needs.get(item)
                        .add(new Need(
                                day(demand.due()),
                                quantity,
                                demand.priority(),
                                numbers.taker(number),
                                demand.peg(),
                                Slices.of(number, quantity),
                                0));
            }
        }
    }

    /** Forecasts inside the demand time fence do not count: there only orders do. */
    static boolean counts(ItemTable table, Demand demand) {
        int fence = table.items[table.number(demand.item(), "Demand " + demand.id())].demandFenceDays();
        return demand.kind() == Demand.Kind.ORDER || day(demand.due()) >= table.planStart() + (long) fence;
    }

    private void addSafetyStocks() {
        for (int item = 0; item < table.size(); item++) {
            long quantity = Scaled.of(table.items[item].safetyStock(), table.items[item].id());
            if (quantity > 0 && isTouched(item)) {
                var taker = new Taker(RequirementRef.Kind.SAFETY_STOCK, table.items[item].id());
                var slices = Slices.of(Slices.NOBODY, quantity);
                needs.get(item).add(new Need(table.planStart(), quantity, Integer.MAX_VALUE, taker, null, slices, 0));
            }
        }
    }

    private Substitutes substitutesOf(int item) {
        if (table.alternates.get(item).isEmpty()) {
            return Substitutes.NONE;
        }
        var substitutes = new Substitutes(table.items[item].pegPolicy());
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
        boolean reachesTouched = table.parts.get(item).stream().anyMatch(part -> isTouched(part.component()));
        if (!reachesTouched) {
            return;
        }
        if (table.items[item].phantom()) {
            needs.get(item).stream().filter(need -> need.open() > 0).forEach(need -> blowThrough(item, need));
        }
        for (var order : orders.get(item)) {
            explode(order.supply, order.startQuantity, order.start, order.due);
        }
        for (var supply : supplies.get(item)) {
            var begin = supply.receipt == null ? null : supply.receipt.start();
            if (begin != null) {
                long startQuantity = new ItemNetting(table, item).startQuantity(supply.quantity);
                explode(supply, startQuantity, startOf(begin, table), supply.day);
            }
        }
    }

    private void explode(Supply order, long startQuantity, int start, int receipt) {
        explosion.explode(new Explosion.Parent(
                order.item,
                Objects.requireNonNull(order.taker),
                order.quantity,
                startQuantity,
                order.slices,
                start,
                receipt,
                null,
                order.priority,
                order.peg));
    }

    /** The day on which the components of an open receipt are needed: not before today. */
    static int startOf(LocalDate start, ItemTable table) {
        return Math.max(day(start), table.planStart());
    }

    private void blowThrough(int item, Need need) {
        var rest = new Slices();
        need.slices.copyRange(need.covered, need.quantity, rest);
        explosion.explode(new Explosion.Parent(
                item, need.taker, need.open(), need.open(), rest, need.day, need.day, need, need.priority, need.peg));
    }

    /** Supplies know whom they are for; only what a phantom blows through is asked for again. */
    private void forgetSlices(int item) {
        if (!table.items[item].phantom()) {
            needs.get(item).forEach(need -> need.slices = Slices.NONE);
        }
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
