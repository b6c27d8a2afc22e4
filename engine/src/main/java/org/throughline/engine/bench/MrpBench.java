package org.throughline.engine.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.throughline.engine.mrp.LotForLotGrid;

/** {@code ./bench mrp DIR [--variant fixed|routing] [--threads N] [--out FILE]}. */
final class MrpBench {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private MrpBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--variant", "--threads", "--out"), Set.of());
        long begin = System.nanoTime();
        var data = new PlanningData(arguments.file());
        long loaded = System.nanoTime();
        var variant = arguments.text("--variant", "fixed");
        OrderSource orders = switch (variant) {
            case "fixed" -> fixed(data);
            case "routing" -> new RoutingPlan(data).plan();
            default -> throw Arguments.usage("--variant is fixed or routing");
        };
        long planned = System.nanoTime();
        var totals = new Totals(data, orders);
        var out = arguments.text("--out");
        if (out != null) {
            boolean isInDays = variant.equals("fixed");
            write(data, orders, Path.of(out), isInDays);
        }
        System.out.println(new Json()
                .number("demands", data.demand.length)
                .number("makeOrders", totals.makeOrders)
                .number("buyOrders", totals.buyOrders)
                .decimal("loadSeconds", (loaded - begin) / 1e9, 4)
                .decimal("planSeconds", (planned - loaded) / 1e9, 4)
                .decimal("peakMb", Memory.peakMegabytes(), 1)
                .text("sha256Totals", totals.sha256Totals)
                .text("sha256Orders", totals.sha256Orders)
                .text("variant", variant));
    }

    /** Calls back for every order, items in any order, needs of an item ascending. */
    interface OrderSource {
        void forEach(int item, OrderSink sink);
    }

    /** One order, in seconds after the plan's start. */
    interface OrderSink {
        void order(long quantity, long start, long due);
    }

    private static OrderSource fixed(PlanningData data) {
        var grid = grid(data);
        grid.plan();
        int shift = shift(data);
        return (item, sink) -> {
            for (int day = 0; day < grid.days(); day++) {
                long quantity = grid.planned(item, day);
                if (quantity > 0) {
                    long due = (long) (day - shift) * SECONDS_OF_DAY;
                    sink.order(quantity, due - (long) data.leadDays[item] * SECONDS_OF_DAY, due);
                }
            }
        };
    }

    /** A grid with the demands as needs, not yet planned. Its day 0 is {@link #shift} days before the plan's start. */
    static LotForLotGrid grid(PlanningData data) {
        int shift = shift(data);
        int lastDay = Arrays.stream(data.demandDay).max().orElse(0);
        var grid = new LotForLotGrid(
                data.lineFrom, data.component, data.quantityPer, data.leadDays, data.onHand, lastDay + shift + 1);
        for (int d = 0; d < data.demand.length; d++) {
            grid.need(data.demandItem[d], data.demandDay[d] + shift, data.demandQuantity[d]);
        }
        return grid;
    }

    /** How many days before the plan's start the earliest need can lie. */
    static int shift(PlanningData data) {
        int[] earliest = new int[data.items()];
        Arrays.fill(earliest, Integer.MAX_VALUE);
        for (int d = 0; d < data.demand.length; d++) {
            earliest[data.demandItem[d]] = Math.min(earliest[data.demandItem[d]], data.demandDay[d]);
        }
        int lowest = 0;
        for (int item = 0; item < earliest.length; item++) {
            for (int line = data.lineFrom[item];
                    line < data.lineFrom[item + 1] && earliest[item] != Integer.MAX_VALUE;
                    line++) {
                int need = earliest[item] - data.leadDays[item];
                earliest[data.component[line]] = Math.min(earliest[data.component[line]], need);
            }
            lowest = earliest[item] == Integer.MAX_VALUE ? lowest : Math.min(lowest, earliest[item]);
        }
        return -lowest;
    }

    /** Days are written as dates; otherwise moments to the second. */
    private static void write(PlanningData data, OrderSource orders, Path file, boolean isInDays) {
        try (var writer = BenchFiles.writer(file)) {
            writer.write("item,qty,start,due\n");
            var begin = data.planStart.atStartOfDay();
            Function<LocalDateTime, String> text =
                    isInDays ? time -> time.toLocalDate().toString() : MrpBench::moment;
            for (int item = 0; item < data.items(); item++) {
                var id = data.item[item];
                orders.forEach(item, (quantity, start, due) -> {
                    try {
                        var from = text.apply(begin.plusSeconds(start));
                        line(writer, id, quantity, from, text.apply(begin.plusSeconds(due)));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void line(BufferedWriter writer, String id, long quantity, String start, String due)
            throws IOException {
        writer.write(id + ',' + quantity + ',' + start + ',' + due + '\n');
    }

    /** Date and time to the second. */
    static String moment(LocalDateTime time) {
        return SECONDS.format(time);
    }

    /** Counts and checksums as the data's README defines them. */
    private static final class Totals {

        private long makeOrders;
        private long buyOrders;
        private final String sha256Totals;
        private final String sha256Orders;

        private Totals(PlanningData data, OrderSource orders) {
            int n = data.items();
            var totals = new String[n];
            var details = new String[n];
            for (int item = 0; item < n; item++) {
                long[] sum = new long[3];
                orders.forEach(item, (quantity, start, due) -> {
                    sum[0]++;
                    sum[1] += quantity;
                    sum[2] += Math.floorDiv(due, SECONDS_OF_DAY) * quantity;
                });
                makeOrders += data.made[item] ? sum[0] : 0;
                buyOrders += data.made[item] ? 0 : sum[0];
                totals[item] = data.item[item] + ',' + sum[1];
                details[item] = data.item[item] + ',' + sum[0] + ',' + sum[1] + ',' + sum[2];
            }
            sha256Totals = sha256(totals);
            sha256Orders = sha256(details);
        }

        private static String sha256(String[] lines) {
            Arrays.sort(lines);
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of()
                        .formatHex(digest.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
