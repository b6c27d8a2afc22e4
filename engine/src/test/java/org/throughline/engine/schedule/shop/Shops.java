package org.throughline.engine.schedule.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small shops for tests, an independent check of schedules, and the optimum by trying everything. */
final class Shops {

    private Shops() {}

    /** @param jobs per job and operation: machine, time, machine, time … */
    static Shop of(int machines, int[][]... jobs) {
        var jobFrom = new ArrayList<>(List.of(0));
        var alternativeFrom = new ArrayList<>(List.of(0));
        var machine = new ArrayList<Integer>();
        var time = new ArrayList<Integer>();
        for (int[][] job : jobs) {
            for (int[] operation : job) {
                for (int a = 0; a < operation.length; a += 2) {
                    machine.add(operation[a]);
                    time.add(operation[a + 1]);
                }
                alternativeFrom.add(machine.size());
            }
            jobFrom.add(alternativeFrom.size() - 1);
        }
        return new Shop(machines, array(jobFrom), array(alternativeFrom), array(machine), array(time));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    static Shop random(Random random, int jobs, int operations, int machines) {
        int[][][] all = new int[jobs][operations][];
        for (int[][] job : all) {
            for (int k = 0; k < operations; k++) {
                int first = random.nextInt(machines);
                int count = 1 + random.nextInt(Math.min(3, machines));
                job[k] = new int[2 * count];
                for (int a = 0; a < count; a++) {
                    job[k][2 * a] = (first + a) % machines;
                    job[k][2 * a + 1] = 1 + random.nextInt(20);
                }
            }
        }
        return of(machines, all);
    }

    /** Durations, order inside jobs, and no two operations on a machine at once. */
    static void check(Shop shop, int[] machine, int[] start, int[] end) {
        for (int j = 0; j < shop.jobs(); j++) {
            for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
                boolean possible = false;
                for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
                    possible |= shop.machine()[a] == machine[i] && shop.time()[a] == end[i] - start[i];
                }
                assertThat(possible).as("operation %d can be done so", i).isTrue();
                assertThat(start[i]).isGreaterThanOrEqualTo(i == shop.jobFrom()[j] ? 0 : end[i - 1]);
            }
        }
        for (int i = 0; i < shop.operations(); i++) {
            for (int k = 0; k < i; k++) {
                boolean apart = machine[i] != machine[k] || end[i] <= start[k] || end[k] <= start[i];
                assertThat(apart)
                        .as("operations %d and %d do not overlap", i, k)
                        .isTrue();
            }
        }
    }

    /** The smallest makespan of all schedules in which nothing could begin earlier; for at most about eight operations. */
    static int optimum(Shop shop) {
        return new Exhaustive(shop).optimum();
    }

    /** Tries every order and every machine; leaves off where a job cannot end before the best makespan so far. */
    private static final class Exhaustive {

        private final Shop shop;
        private final int[] next;
        private final int[] jobReady;
        private final int[] machineReady;
        private int best = Integer.MAX_VALUE;

        private Exhaustive(Shop shop) {
            this.shop = shop;
            next = shop.jobFrom().clone();
            jobReady = new int[shop.jobs()];
            machineReady = new int[shop.machines()];
        }

        private int optimum() {
            tryNext(shop.operations());
            return best;
        }

        private void tryNext(int left) {
            if (earliestEnd() >= best) {
                return;
            }
            if (left == 0) {
                best = earliestEnd();
            }
            for (int j = 0; j < shop.jobs(); j++) {
                int i = next[j];
                if (i < shop.jobFrom()[j + 1]) {
                    for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
                        tryWith(j, a, left);
                    }
                }
            }
        }

        private void tryWith(int j, int a, int left) {
            int m = shop.machine()[a];
            int oldJob = jobReady[j];
            int oldMachine = machineReady[m];
            jobReady[j] = Math.max(oldJob, oldMachine) + shop.time()[a];
            machineReady[m] = jobReady[j];
            next[j]++;
            tryNext(left - 1);
            next[j]--;
            jobReady[j] = oldJob;
            machineReady[m] = oldMachine;
        }

        /** If every job went on alone on its fastest machines. */
        private int earliestEnd() {
            int longest = 0;
            for (int j = 0; j < shop.jobs(); j++) {
                int end = jobReady[j];
                for (int i = next[j]; i < shop.jobFrom()[j + 1]; i++) {
                    end += shop.shortest(i);
                }
                longest = Math.max(longest, end);
            }
            return longest;
        }
    }
}
