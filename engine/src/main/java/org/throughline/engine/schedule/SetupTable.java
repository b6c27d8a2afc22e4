package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;

/** Setup minutes by machine, from family and to family, in flat arrays. May be asked from many threads. */
final class SetupTable {

    private static final int NOT_NAMED = -1;

    /** Numbers by name. What the problem does not know gets its number when it is first asked for. */
    private final Map<String, Integer> families = new ConcurrentHashMap<>();

    private final AtomicInteger next = new AtomicInteger();
    /** Per machine: its matrix, or null for a machine without setups; shared between machines. */
    private final @Nullable Minutes[] matrices;

    /** Per machine: the family it is set up for when the plan starts. */
    private final int[] initial;

    SetupTable(ScheduleProblem problem) {
        collectFamilies(problem);
        var byId = new HashMap<String, Minutes>();
        problem.setups().forEach(matrix -> byId.put(matrix.id(), flat(matrix)));
        matrices = new @Nullable Minutes[problem.machines().size()];
        initial = new int[problem.machines().size()];
        for (int m = 0; m < matrices.length; m++) {
            var machine = problem.machines().get(m);
            initial[m] = family(machine.initialFamily());
            var id = machine.setupMatrix();
            if (id != null) {
                var matrix = byId.get(id);
                if (matrix == null) {
                    throw new EngineRefusal(
                            "schedule.unknown",
                            "%s names setup matrix (%s), which is not in the problem.".formatted(machine.id(), id),
                            Map.of("what", "setup matrix", "id", id, "namedBy", machine.id()));
                }
                matrices[m] = matrix;
            }
        }
    }

    /** Equal names have equal numbers, others have others. */
    int family(@Nullable String name) {
        return name == null ? Network.NO_FAMILY : families.computeIfAbsent(name, unseen -> next.getAndIncrement());
    }

    int initialFamily(int machine) {
        return initial[machine];
    }

    /** Working minutes to change the machine between two families; 0 if the next operation has none. */
    long minutes(int machine, int from, int to) {
        var matrix = matrices[machine];
        return matrix == null || to == Network.NO_FAMILY ? 0 : matrix.between(from, to);
    }

    private void collectFamilies(ScheduleProblem problem) {
        for (var job : problem.jobs()) {
            job.operations().forEach(operation -> family(operation.family()));
        }
        for (var matrix : problem.setups()) {
            for (var time : matrix.times()) {
                family(time.from());
                family(time.to());
            }
        }
        problem.machines().forEach(machine -> family(machine.initialFamily()));
    }

    private Minutes flat(SetupMatrix matrix) {
        var times = matrix.times();
        int[] row = places(times.stream().mapToInt(time -> family(time.from())));
        int[] column = places(times.stream().mapToInt(time -> family(time.to())));
        var flat = new Minutes(row, column, matrix.otherwise());
        times.forEach(time -> flat.put(family(time.from()), family(time.to()), time.minutes()));
        return flat;
    }

    /** Where each family stands among those that are named, by its number and one more. */
    private int[] places(IntStream named) {
        int[] place = new int[next.get() + 1];
        Arrays.fill(place, NOT_NAMED);
        int count = 0;
        for (int family : named.distinct().toArray()) {
            place[family + 1] = count++;
        }
        return place;
    }

    /** One matrix. It has rows and columns only for the families it names; between all others it takes the same. */
    private static final class Minutes {

        private final int[] row;
        private final int[] column;
        private final int width;
        private final long[] minutes;
        private final long otherwise;

        private Minutes(int[] row, int[] column, long otherwise) {
            this.row = row;
            this.column = column;
            this.otherwise = otherwise;
            width = count(column);
            minutes = new long[Math.multiplyExact(count(row), width)];
            Arrays.fill(minutes, otherwise);
            for (int family = 0; family < row.length - 1; family++) {
                if (isNamed(family, family)) {
                    put(family, family, 0);
                }
            }
        }

        private static int count(int[] places) {
            return Arrays.stream(places).max().orElse(NOT_NAMED) + 1;
        }

        private boolean isNamed(int from, int to) {
            return from + 1 < row.length
                    && to + 1 < column.length
                    && row[from + 1] != NOT_NAMED
                    && column[to + 1] != NOT_NAMED;
        }

        private void put(int from, int to, long value) {
            minutes[row[from + 1] * width + column[to + 1]] = value;
        }

        private long between(int from, int to) {
            if (isNamed(from, to)) {
                return minutes[row[from + 1] * width + column[to + 1]];
            }
            return from == to ? 0 : otherwise;
        }
    }
}
