package org.throughline.engine.mrp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        var before = last;
        var previous = run;
        last = null;
        run = null;
        boolean isSame = before != null && previous != null && isSameFrame(before, input, previous.table, table);
        if (!isSame) {
            numbers = new DemandNumbers();
        }
        boolean[] touched = isSame && before != null && previous != null
                ? new Touched(before, input, previous.table, table).items()
                : new boolean[0];
        var next = new NettingRun(table, numbers, touched, isSame ? previous : null);
        var plan = next.plan();
        netted = table.size();
        if (isSame) {
            netted = 0;
            for (boolean one : touched) {
                netted += one ? 1 : 0;
            }
        }
        last = input;
        run = next;
        return plan;
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
            differing(before.demands(), now.demands(), Demand::item, Comparator.comparing(Demand::id));
            differing(before.stocks(), now.stocks(), Stock::item, Comparator.comparing(Stock::id));
            differing(before.supplies(), now.supplies(), OpenSupply::item, Comparator.comparing(OpenSupply::id));
        }

        private <T> void differing(List<T> before, List<T> now, Function<T, String> itemOf, Comparator<T> inOrder) {
            var left = byItem(before, itemOf, inOrder);
            var right = byItem(now, itemOf, inOrder);
            Set<String> names = new HashSet<>(left.keySet());
            names.addAll(right.keySet());
            for (var name : names) {
                if (!Objects.equals(left.get(name), right.get(name))) {
                    touch(table.number(name, "A change"));
                }
            }
        }

        private static <T> Map<String, List<T>> byItem(List<T> all, Function<T, String> itemOf, Comparator<T> inOrder) {
            Map<String, List<T>> found = new HashMap<>();
            all.forEach(one -> found.computeIfAbsent(itemOf.apply(one), item -> new ArrayList<>())
                    .add(one));
            found.values().forEach(list -> list.sort(inOrder));
            return found;
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
                    one.lines.get(item).forEach(line -> touch(table.number(line.component(), line.parent())));
                }
                partners.get(item).forEach(this::touch);
            }
            return items;
        }
    }
}
