package org.throughline.engine.bench;

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

    private NetChangeBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--changes", "--threads", "--seed", "--variant"), Set.of());
        int changes = arguments.integer("--changes", 100, 0);
        var data = new PlanningData(arguments.file());
        var random = new Random(arguments.integer("--seed", SEED));
        switch (arguments.text("--variant", "grid")) {
            case "grid" -> compare(data, changes, arguments.integer("--seed", SEED));
            case "rich" -> System.out.println(new RichNetChange(data).measure(changes, random));
            default -> throw Arguments.usage("--variant is grid or rich");
        }
    }

    private static void compare(PlanningData data, int changes, int seed) {
        var kept = MrpBench.grid(data);
        kept.plan();
        change(data, changes, new Random(seed), kept);
        long begin = System.nanoTime();
        int looked = kept.replan();
        long changed = System.nanoTime();
        var anew = MrpBench.grid(data);
        change(data, changes, new Random(seed), anew);
        long filled = System.nanoTime();
        anew.plan();
        long planned = System.nanoTime();
        System.out.println(new Json()
                .number("demands", data.demand.length)
                .number("changes", changes)
                .number("items", data.items())
                .number("itemsReplanned", looked)
                .decimal("netChangeSeconds", (changed - begin) / 1e9, 5)
                .decimal("regenerativeSeconds", (planned - filled) / 1e9, 5)
                .flag("equal", equal(kept, anew)));
    }

    /** Other quantities for some demands, on the days they are due. */
    private static void change(PlanningData data, int changes, Random random, LotForLotGrid grid) {
        int shift = MrpBench.shift(data);
        for (int i = 0; i < changes && data.demand.length > 0; i++) {
            int d = random.nextInt(data.demand.length);
            long more = random.nextInt(20) + 1L;
            grid.need(data.demandItem[d], data.demandDay[d] + shift, more);
        }
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
