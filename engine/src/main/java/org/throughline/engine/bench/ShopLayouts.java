package org.throughline.engine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.shop.Shop;

/**
 * The layouts of shops. <em>Plain</em>: a line a job, machine and time of each operation. <em>Flexible</em>: a line a job, the number of
 * operations, then for each the number of alternatives with machine and time. <em>Tables</em>: a line a job with times, and
 * another with machines. Machines are counted from 0 if the file names machine 0; otherwise from 1 in the flexible layout and
 * in tables, and in the plain one if it names a machine as high as their number.
 */
final class ShopLayouts {

    private final Path file;
    private final int machines;

    ShopLayouts(Path file, int machines) {
        this.file = file;
        this.machines = machines;
    }

    /**
     * One line a job, plain or flexible, whichever fits; of what fits neither the layout that comes further says why.
     *
     * @param isFlexible certainly
     * @param hasAverage whether the header has the average number of alternatives, as flexible files mostly do
     * @param isCutInALine whether the last line has no end
     */
    Shop rows(List<ShopLine> jobs, boolean isFlexible, boolean hasAverage, boolean isCutInALine) {
        if (isFlexible) {
            return flexible(jobs);
        }
        Function<List<ShopLine>, Shop> plain = lines -> {
            refuseCut(lines, isCutInALine);
            return plain(lines);
        };
        boolean isFlexibleLikely = hasAverage || !jobs.stream().allMatch(this::visitsEveryMachineOnce);
        return isFlexibleLikely
                ? either(jobs, this::flexible, plain, hasAverage)
                : either(jobs, plain, this::flexible, false);
    }

    private static Shop either(
            List<ShopLine> jobs,
            Function<List<ShopLine>, Shop> likely,
            Function<List<ShopLine>, Shop> other,
            boolean isNearlyCertain) {
        try {
            return likely.apply(jobs);
        } catch (EngineRefusal first) {
            try {
                return other.apply(jobs);
            } catch (EngineRefusal second) {
                throw !isNearlyCertain && line(second) > line(first) ? second : first;
            }
        }
    }

    private static int line(EngineRefusal refusal) {
        return Integer.parseInt(refusal.values().getOrDefault("line", "0"));
    }

    private boolean visitsEveryMachineOnce(ShopLine job) {
        int[] numbers = job.numbers();
        return numbers.length == 2 * machines
                && IntStream.range(0, machines)
                                .map(k -> numbers[2 * k])
                                .distinct()
                                .count()
                        == machines;
    }

    /** Times and machines apart, a line a job each. */
    Shop tables(List<ShopLine> times, List<ShopLine> machinesOf) {
        var joined = new ArrayList<ShopLine>();
        for (int j = 0; j < times.size(); j++) {
            for (var line : List.of(times.get(j), machinesOf.get(j))) {
                if (line.numbers().length != machines) {
                    throw malformed(
                            line, "%d numbers are expected, %d are there".formatted(machines, line.numbers().length));
                }
            }
            int[] pairs = new int[2 * machines];
            for (int k = 0; k < machines; k++) {
                pairs[2 * k] = machinesOf.get(j).numbers()[k];
                pairs[2 * k + 1] = times.get(j).numbers()[k];
            }
            joined.add(new ShopLine(machinesOf.get(j).number(), pairs));
        }
        return plain(joined, machinesOf(joined).getMin() > 0 ? 1 : 0);
    }

    private Shop plain(List<ShopLine> jobs) {
        var named = machinesOf(jobs);
        return plain(jobs, named.getMin() > 0 && named.getMax() == machines ? 1 : 0);
    }

    private static IntSummaryStatistics machinesOf(List<ShopLine> jobs) {
        return jobs.stream().flatMapToInt(job -> everySecond(job.numbers())).summaryStatistics();
    }

    private Shop plain(List<ShopLine> jobs, int firstMachine) {
        var rows = new ShopRows(file, machines, firstMachine);
        for (var job : jobs) {
            for (int at = 0; at < job.numbers().length; at += 2) {
                rows.alternative(job, at);
                rows.endOperation();
            }
            rows.endJob();
        }
        return rows.shop(jobs.getLast());
    }

    private void refuseCut(List<ShopLine> jobs, boolean isCutInALine) {
        for (var job : jobs) {
            if (job.numbers().length % 2 != 0) {
                throw malformed(job, "it is in neither of the two layouts: a machine lacks its time");
            }
        }
        var last = jobs.getLast();
        boolean isCut = isCutInALine
                && jobs.size() > 1
                && last.numbers().length < 2 * machines
                && jobs.subList(0, jobs.size() - 1).stream().allMatch(job -> job.numbers().length == 2 * machines);
        if (isCut) {
            throw malformed(last, "the file is cut: an operation is missing");
        }
    }

    private static IntStream everySecond(int[] numbers) {
        return IntStream.range(0, numbers.length / 2).map(k -> numbers[2 * k]);
    }

    private Shop flexible(List<ShopLine> jobs) {
        boolean fromZero =
                jobs.stream().anyMatch(job -> Arrays.stream(machinePlaces(job)).anyMatch(at -> job.numbers()[at] == 0));
        var rows = new ShopRows(file, machines, fromZero ? 0 : 1);
        for (var job : jobs) {
            int[] places = machinePlaces(job);
            int next = 0;
            int at = 1;
            for (int operation = 0; operation < job.numbers()[0]; operation++) {
                int alternatives = job.numbers()[at];
                for (int a = 0; a < alternatives; a++) {
                    rows.alternative(job, places[next++]);
                }
                rows.endOperation();
                at += 1 + 2 * alternatives;
            }
            rows.endJob();
        }
        return rows.shop(jobs.getLast());
    }

    /** Where in a flexible line machines stand. */
    private int[] machinePlaces(ShopLine job) {
        int[] numbers = job.numbers();
        if (numbers[0] < 1) {
            throw malformed(job, "the number of operations (%d) is not at least 1".formatted(numbers[0]));
        }
        var places = IntStream.builder();
        int at = 1;
        for (int operation = 0; operation < numbers[0]; operation++) {
            if (at >= numbers.length) {
                throw malformed(job, "%d operations are announced, %d are there".formatted(numbers[0], operation));
            }
            int alternatives = numbers[at++];
            if (alternatives < 1) {
                throw malformed(job, "the number of alternatives (%d) is not at least 1".formatted(alternatives));
            }
            if (at + 2L * alternatives > numbers.length) {
                throw malformed(
                        job, "it ends before the %d alternatives of operation %d".formatted(alternatives, operation));
            }
            for (int a = 0; a < alternatives; a++, at += 2) {
                places.add(at);
            }
        }
        if (at < numbers.length) {
            throw malformed(job, "it goes on after its %d operations".formatted(numbers[0]));
        }
        return places.build().toArray();
    }

    private EngineRefusal malformed(ShopLine line, String reason) {
        return Csv.malformed(file, line.number(), reason);
    }
}
