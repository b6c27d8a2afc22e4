package org.throughline.engine.mrp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plans again and again, each time only what the changes since the last time can reach: the items whose rules, lines,
 * demands, stocks or receipts differ, everything below them, and what shares substitutes with them. The plan is that of
 * {@link Mrp#plan}. Another day, calendar, damping or set of items is planned from scratch.
 *
 * <p>Keeps the last run in memory. Not thread-safe.
 */
public final class NetChange {

    /** Of demands, stocks and receipts; measured: above it everything is planned as fast as what has changed. */
    private static final double MOST_DIFFERING = 0.06;

    private static final int FEW = 10;

    private @Nullable MrpInput last;
    private @Nullable NettingRun run;
    private DemandNumbers numbers = new DemandNumbers();
    private int netted;

    /**
     * Plans; the first time everything.
     *
     * @throws org.throughline.engine.EngineRefusal as {@link Mrp#plan}; the next time everything is planned then
     */
    public MrpPlan plan(MrpInput input) {
        var table = ItemTable.of(input);
        boolean[] touched = touched(input, table);
        netted = 0;
        for (boolean one : touched) {
            netted += one ? 1 : 0;
        }
        if (touched.length == 0) {
            netted = table.size();
            numbers = new DemandNumbers();
            run = null;
        }
        var next = new NettingRun(table, numbers, touched, run);
        last = null;
        run = null;
        var plan = next.plan();
        last = input;
        run = next;
        return plan;
    }

    /** By item, whether changes since the last run can reach it; empty if the last run does not help. */
    private boolean[] touched(MrpInput input, ItemTable table) {
        var before = last;
        var previous = run;
        boolean isForgotten = numbers.size() > 2 * input.demands().size();
        if (before == null || previous == null || isForgotten || !isSameFrame(before, input, previous.table, table)) {
            return new boolean[0];
        }
        var touched = new Touched(before, input, previous.table, table);
        return touched.isMost() ? new boolean[0] : touched.items();
    }

    /** How many items the last plan looked at. */
    public int netted() {
        return netted;
    }

    private static boolean isSameFrame(MrpInput before, MrpInput now, ItemTable old, ItemTable table) {
        if (old.size() != table.size()
                || !before.planStart().equals(now.planStart())
                || before.bucketDays() != now.bucketDays()
                || !before.calendars().equals(now.calendars())
                || !before.damping().equals(now.damping())) {
            return false;
        }
        for (int i = 0; i < table.size(); i++) {
            if (!old.items[i].id().equals(table.items[i].id())) {
                return false;
            }
        }
        return true;
    }

    /** Finds what changes can reach. */
    private static final class Touched {

        private final ItemTable old;
        private final ItemTable table;
        private final boolean[] items;
        /** Demands, stocks and receipts that were there before or are there now, and how many of them differ. */
        private int lines;

        private int differing;
        private final ArrayDeque<Integer> open = new ArrayDeque<>();

        private Touched(MrpInput before, MrpInput now, ItemTable old, ItemTable table) {
            this.old = old;
            this.table = table;
            items = new boolean[table.size()];
            for (int i = 0; i < items.length; i++) {
                if (!old.items[i].equals(table.items[i])
                        || !old.lines.get(i).equals(table.lines.get(i))
                        || !old.alternates.get(i).equals(table.alternates.get(i))) {
                    touch(i);
                }
            }
            differing(before.demands(), now.demands(), Demand::item);
            differing(before.stocks(), now.stocks(), Stock::item);
            differing(before.supplies(), now.supplies(), OpenSupply::item);
        }

        /** Touches the item of whatever is in one list more often than in the other. */
        private <T> void differing(List<T> before, List<T> now, Function<T, String> itemOf) {
            lines += before.size() + now.size();
            if (before.equals(now)) {
                return;
            }
            var surplus = new HashMap<T, Integer>();
            before.forEach(one -> surplus.merge(one, 1, Integer::sum));
            now.forEach(one -> surplus.merge(one, -1, Integer::sum));
            surplus.forEach((one, count) -> {
                if (count != 0) {
                    differing++;
                    touch(table.number(itemOf.apply(one), "A change"));
                }
            });
        }

        /** So much is new that nearly every order is: what is kept would not pay for keeping it. */
        private boolean isMost() {
            return differing > FEW && differing > MOST_DIFFERING * lines;
        }

        private void touch(int item) {
            if (!items[item]) {
                items[item] = true;
                open.add(item);
            }
        }

        /** Everything below, by the old lines and by the new ones; substitutes pull both ways. */
        private boolean[] items() {
            List<List<Integer>> partners = new ArrayList<>();
            for (int i = 0; i < items.length; i++) {
                partners.add(new ArrayList<>());
            }
            for (var one : List.of(old, table)) {
                for (var alternates : one.alternates) {
                    for (var alternate : alternates) {
                        int item = table.number(alternate.item(), "An alternate");
                        int substitute = table.number(alternate.substitute(), "An alternate");
                        partners.get(item).add(substitute);
                        partners.get(substitute).add(item);
                    }
                }
            }
            for (var item = open.poll(); item != null; item = open.poll()) {
                for (var one : List.of(old, table)) {
                    one.parts.get(item).forEach(part -> touch(part.component()));
                }
                partners.get(item).forEach(this::touch);
            }
            return items;
        }
    }
}
