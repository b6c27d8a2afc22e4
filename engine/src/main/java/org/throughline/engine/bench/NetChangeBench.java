package org.throughline.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.throughline.engine.mrp.LotForLotGrid;

/**
 * {@code ./bench netchange DIR --changes N [--variant grid|rich]}: plans, changes N demands, and compares net-change with
 * planning anew.
 */
final class NetChangeBench {

    private static final int SEED = 20261122;
    private static final int FEWEST_ROUNDS = 5;
    private static final long NANOSECONDS = 1_000_000_000L;

    private NetChangeBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--changes", "--threads", "--seed", "--variant"), Set.of());
        int changes = arguments.integer("--changes", 100, 0);
        var data = new PlanningData(arguments.file());
        var random = new Random(arguments.integer("--seed", SEED));
        switch (arguments.text("--variant", "grid")) {
            case "grid" -> compare(data, changes, random);
            case "rich" -> System.out.println(new RichNetChange(data).measure(changes, random));
            default -> throw Arguments.usage("--variant is grid or rich");
        }
    }

    /** One more need. */
    private record Change(int item, int day, long quantity) {}

    /** Round after round, for a second and at least five times; seconds are medians, so that neither way is measured cold. */
    private static void compare(PlanningData data, int changes, Random random) {
        var netChange = new ArrayList<Double>();
        var regenerative = new ArrayList<Double>();
        var all = new ArrayList<Change>();
        var kept = MrpBench.grid(data);
        kept.plan();
        boolean equal = true;
        int looked = 0;
        long until = System.nanoTime() + NANOSECONDS;
        while (netChange.size() < FEWEST_ROUNDS || System.nanoTime() < until) {
            var more = changes(data, changes, random);
            all.addAll(more);
            apply(more, kept);
            var anew = MrpBench.grid(data);
            apply(all, anew);
            long begin = System.nanoTime();
            looked = kept.replan();
            long changed = System.nanoTime();
            anew.plan();
            regenerative.add((System.nanoTime() - changed) / 1e9);
            netChange.add((changed - begin) / 1e9);
            equal &= equal(kept, anew);
        }
        System.out.println(new Json()
                .number("demands", data.demand.length)
                .number("changes", changes)
                .number("items", data.items())
                .number("itemsReplanned", looked)
                .decimal("netChangeSeconds", median(netChange), 5)
                .decimal("regenerativeSeconds", median(regenerative), 5)
                .flag("equal", equal));
    }

    static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    /** Larger quantities of some demands, on the days they are due. */
    private static List<Change> changes(PlanningData data, int changes, Random random) {
        int shift = MrpBench.shift(data);
        var made = new ArrayList<Change>();
        for (int i = 0; i < changes && data.demand.length > 0; i++) {
            int d = random.nextInt(data.demand.length);
            made.add(new Change(data.demandItem[d], data.demandDay[d] + shift, random.nextInt(20) + 1L));
        }
        return made;
    }

    private static void apply(List<Change> changes, LotForLotGrid grid) {
        changes.forEach(change -> grid.need(change.item(), change.day(), change.quantity()));
    }

    private static boolean equal(LotForLotGrid left, LotForLotGrid right) {
        boolean same = true;
        for (int item = 0; item < left.items(); item++) {
            for (int day = 0; day < left.days(); day++) {
                same &= left.planned(item, day) == right.planned(item, day);
            }
        }
        return same;
    }
}
