package org.throughline.engine.schedule.shop;

/**
 * The longest ways through a schedule that avoid one operation: no other place for that operation makes the makespan
 * shorter than this.
 *
 * <p>A way that avoids an operation crosses its place in the topological order on some arc between the operations before
 * it and those behind it; only the last one before of each job and machine matters. Cost: O(n + length × (jobs + machines)).
 */
final class Detours {

    private final Shop shop;
    private final int[] jobOf;
    /** The longest way over the arc of each job, and of each machine, that crosses the present place. */
    private final int[] overJob;

    private final int[] overMachine;

    Detours(Shop shop) {
        this.shop = shop;
        jobOf = new int[shop.operations()];
        overJob = new int[shop.jobs()];
        overMachine = new int[shop.machines()];
        for (int j = 0; j < shop.jobs(); j++) {
            java.util.Arrays.fill(jobOf, shop.jobFrom()[j], shop.jobFrom()[j + 1], j);
        }
    }

    /**
     * Measures the way around each operation of a path, its neighbours on the machine joined.
     *
     * @param longest gets the answers, in the order of the path
     */
    void measure(ShopSchedule schedule, CriticalPath path, int[] longest) {
        begin(schedule);
        int place = 0;
        for (int k = 0; k < path.length(); k++) {
            int avoided = path.at(k);
            for (; place < schedule.place[avoided]; place++) {
                int o = schedule.order[place];
                overJob[jobOf[o]] = through(schedule, o, schedule.jobAfter[o]);
                overMachine[schedule.machine[o]] = over(schedule, o, schedule.after[o]);
            }
            overJob[jobOf[avoided]] = 0;
            overMachine[schedule.machine[avoided]] = over(schedule, schedule.before[avoided], schedule.after[avoided]);
            longest[k] = Math.max(largest(overJob), largest(overMachine));
        }
    }

    private void begin(ShopSchedule schedule) {
        for (int j = 0; j < overJob.length; j++) {
            boolean isEmpty = shop.jobFrom()[j] == shop.jobFrom()[j + 1];
            overJob[j] = isEmpty ? 0 : through(schedule, schedule.n, shop.jobFrom()[j]);
        }
        java.util.Arrays.fill(overMachine, 0);
    }

    private static int through(ShopSchedule schedule, int before, int after) {
        return schedule.endOf(before) + schedule.time[after] + schedule.tail[after];
    }

    /** As {@link #through}; on a machine nothing follows its last operation. */
    private static int over(ShopSchedule schedule, int before, int after) {
        return after == schedule.n ? 0 : through(schedule, before, after);
    }

    private static int largest(int[] ways) {
        int largest = 0;
        for (int way : ways) {
            largest = Math.max(largest, way);
        }
        return largest;
    }
}
