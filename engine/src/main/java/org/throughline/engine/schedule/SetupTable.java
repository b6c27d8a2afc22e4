package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Setup minutes by machine, from family and to family, in flat arrays. */
final class SetupTable {

    private final Map<String, Integer> families = new HashMap<>();
    private final int width;
    /** Per machine: its matrix, or null for a machine without setups; shared between machines. */
    private final long[] @Nullable [] matrices;

    /** Per machine: the family it is set up for when the plan starts. */
    private final int[] initial;

    SetupTable(ScheduleProblem problem) {
        collectFamilies(problem);
        width = families.size() + 2;
        var byId = new HashMap<String, long[]>();
        problem.setups().forEach(matrix -> byId.put(matrix.id(), flat(matrix)));
        matrices = new long[problem.machines().size()][];
        initial = new int[problem.machines().size()];
        for (int m = 0; m < matrices.length; m++) {
            var machine = problem.machines().get(m);
            initial[m] = family(machine.initialFamily());
            var id = machine.setupMatrix();
            if (id != null) {
                var matrix = byId.get(id);
                if (matrix == null) {
                    throw new org.throughline.engine.EngineRefusal(
                            "schedule.unknown",
                            "%s names setup matrix (%s), which is not in the problem.".formatted(machine.id(), id),
                            Map.of("what", "setup matrix", "id", id, "namedBy", machine.id()));
                }
                matrices[m] = matrix;
            }
        }
    }

    /** Names that the problem does not know share one number, after all others. */
    int family(@Nullable String name) {
        return name == null ? Network.NO_FAMILY : families.getOrDefault(name, families.size());
    }

    int initialFamily(int machine) {
        return initial[machine];
    }

    /** Working minutes to change the machine between two families; 0 if the next operation has none. */
    long minutes(int machine, int from, int to) {
        var matrix = matrices[machine];
        return matrix == null || to == Network.NO_FAMILY ? 0 : matrix[(from + 1) * width + to + 1];
    }

    private void collectFamilies(ScheduleProblem problem) {
        for (var job : problem.jobs()) {
            job.operations().forEach(operation -> add(operation.family()));
        }
        for (var matrix : problem.setups()) {
            for (var time : matrix.times()) {
                add(time.from());
                add(time.to());
            }
        }
        problem.machines().forEach(machine -> add(machine.initialFamily()));
    }

    private void add(@Nullable String family) {
        if (family != null) {
            families.putIfAbsent(family, families.size());
        }
    }

    private long[] flat(SetupMatrix matrix) {
        long[] minutes = new long[width * width];
        Arrays.fill(minutes, matrix.otherwise());
        for (int family = 0; family < width; family++) {
            minutes[family * width + family] = 0;
        }
        for (var time : matrix.times()) {
            minutes[(family(time.from()) + 1) * width + family(time.to()) + 1] = time.minutes();
        }
        return minutes;
    }
}
