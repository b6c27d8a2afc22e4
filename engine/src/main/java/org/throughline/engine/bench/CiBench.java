package org.throughline.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Properties;
import org.throughline.engine.mrp.LotForLotGrid;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.MakespanSearch;
import org.throughline.engine.schedule.shop.Shop;
import org.throughline.engine.schedule.shop.TardinessSearch;

/**
 * {@code ./bench ci}: in less than a minute, on instances made here, quality at a fixed number of moves and processor time
 * for it, each with its ratio to the accepted figure in {@code accepted.properties} beside this class. Below 1 is better.
 * Nothing fails: a person reads the ratios.
 */
final class CiBench {

    private final Properties accepted = new Properties();

    private CiBench() {
        try (InputStream file = CiBench.class.getResourceAsStream("accepted.properties")) {
            if (file != null) {
                accepted.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void run() {
        var bench = new CiBench();
        bench.makespan("jobShop15x15", MadeShops.taillard(15, 15, 840_612_802L, 398_197_754L), 10_000_000);
        bench.makespan("jobShop50x20", MadeShops.taillard(50, 20, 533_484_900L, 317_419_073L), 3_000_000);
        bench.makespan("flexible20x10", MadeShops.flexible(20, 10, 4, 7), 30_000_000);
        bench.tardiness("factory400", 400, 300_000);
        bench.tardiness("factory3000", 3_000, 300_000);
        bench.requirements();
    }

    private void makespan(String name, Shop shop, long moves) {
        long begin = processor();
        long value = MakespanSearch.search(shop, 1, 1, Effort.evaluations(moves), better -> {})
                .makespan();
        report(name, value, processor() - begin);
    }

    private void tardiness(String name, int orders, long moves) {
        var plant = MadeShops.factory(orders, 6, 11);
        long begin = processor();
        long value = TardinessSearch.search(plant, 2, 1, Effort.evaluations(moves), better -> {})
                .cost();
        report(name, value, processor() - begin);
    }

    private void requirements() {
        int items = 20_000;
        int[] lineFrom = new int[items + 1];
        int[] component = new int[items * 2];
        int[] quantityPer = new int[items * 2];
        int[] leadDays = new int[items];
        for (int item = 0; item < items; item++) {
            lineFrom[item + 1] = item < items / 2 ? lineFrom[item] + 2 : lineFrom[item];
            leadDays[item] = 1 + item % 5;
            if (item < items / 2) {
                component[2 * item] = item + items / 2;
                component[2 * item + 1] = items / 2 + item * 7 % (items / 2);
                quantityPer[2 * item] = 1 + item % 3;
                quantityPer[2 * item + 1] = 2;
            }
        }
        long begin = processor();
        var grid = new LotForLotGrid(lineFrom, component, quantityPer, leadDays, new long[items], 400);
        for (int item = 0; item < items / 2; item++) {
            for (int day = 100; day < 400; day += 10) {
                grid.need(item, day, 1 + item % 4);
            }
        }
        grid.plan();
        long sum = 0;
        for (int item = 0; item < items; item++) {
            for (int day = 0; day < 400; day++) {
                sum += grid.planned(item, day);
            }
        }
        report("requirements20k", sum, processor() - begin);
    }

    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : System.nanoTime();
    }

    private void report(String name, long value, long nanoseconds) {
        double seconds = nanoseconds / 1e9;
        System.out.println(new Json()
                .text("measure", name)
                .number("value", value)
                .decimal("valueRatio", ratio(name + ".value", (double) value), 4)
                .decimal("processorSeconds", seconds, 3)
                .decimal("secondsRatio", ratio(name + ".seconds", seconds), 2));
    }

    private @org.jspecify.annotations.Nullable Double ratio(String key, double measured) {
        var figure = accepted.getProperty(key);
        return figure == null || Double.parseDouble(figure) == 0 ? null : measured / Double.parseDouble(figure);
    }
}
