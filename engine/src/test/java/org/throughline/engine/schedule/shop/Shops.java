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

    /** The smallest makespan of all active schedules; for at most about eight operations. */
    static int optimum(Shop shop) {
        return optimum(shop, shop.jobFrom().clone(), new int[shop.jobs()], new int[shop.machines()], 0);
    }

    private static int optimum(Shop shop, int[] next, int[] jobReady, int[] machineReady, int longest) {
        int best = Integer.MAX_VALUE;
        for (int j = 0; j < shop.jobs(); j++) {
            int i = next[j];
            if (i < shop.jobFrom()[j + 1]) {
                for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
                    int m = shop.machine()[a];
                    int oldJob = jobReady[j];
                    int oldMachine = machineReady[m];
                    int end = Math.max(oldJob, oldMachine) + shop.time()[a];
                    next[j]++;
                    jobReady[j] = end;
                    machineReady[m] = end;
                    best = Math.min(best, optimum(shop, next, jobReady, machineReady, Math.max(longest, end)));
                    next[j]--;
                    jobReady[j] = oldJob;
                    machineReady[m] = oldMachine;
                }
            }
        }
        return best == Integer.MAX_VALUE ? longest : best;
    }
}
