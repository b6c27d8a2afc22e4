package org.throughline.engine.schedule.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TardinessSearchTest {

    private static TardinessSearch.Result search(SetupShop plant, int threads, long seed, int evaluations) {
        return TardinessSearch.search(plant, threads, seed, Effort.evaluations(evaluations), value -> {});
    }

    static SetupShop plant(Random random, int jobs) {
        int machines = 1 + random.nextInt(3);
        var shop = Shops.random(random, jobs, 2, machines);
        int families = 3;
        int[] setup = random.ints((families + 1L) * families, 0, 9).toArray();
        for (int f = 0; f < families; f++) {
            setup[(f + 1) * families + f] = 0;
        }
        return new SetupShop(
                shop,
                new int[machines],
                new int[] {families},
                new int[][] {setup},
                random.ints(shop.operations(), 0, families).toArray(),
                random.ints(jobs, 0, 20).toArray(),
                random.ints(jobs, 5, 60).toArray(),
                random.ints(jobs, 0, 5).toArray());
    }

    private static void check(SetupShop plant, TardinessSearch.Result result) {
        var shop = plant.shop();
        Shops.check(shop, result.machine(), result.start(), result.end());
        for (int m = 0; m < shop.machines(); m++) {
            int machine = m;
            int[] row = IntStream.range(0, shop.operations())
                    .filter(i -> result.machine()[i] == machine)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> result.start()[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int free = 0;
            int family = -1;
            for (int i : row) {
                int needed = plant.setup(m, family, plant.family()[i]);
                assertThat(result.setup()[i]).isEqualTo(needed);
                assertThat(result.start()[i]).isGreaterThanOrEqualTo(free + needed);
                free = result.end()[i];
                family = plant.family()[i];
            }
        }
        long cost = 0;
        for (int j = 0; j < shop.jobs(); j++) {
            assertThat(result.start()[shop.jobFrom()[j]]).isGreaterThanOrEqualTo(plant.release()[j]);
            int late = Math.max(0, result.end()[shop.jobFrom()[j + 1] - 1] - plant.due()[j]);
            cost += (long) plant.weight()[j] * late;
        }
        assertThat(result.cost()).isEqualTo(cost);
    }

    @Test
    void schedules_break_no_rule_cost_what_they_say_and_are_the_same_for_the_same_seed_and_any_number_of_threads() {
        var random = new Random(5);
        for (int round = 0; round < 40; round++) {
            var plant = plant(random, 2 + random.nextInt(20));
            var result = search(plant, 1, round, 3_000);
            check(plant, result);
            assertThat(search(plant, 1, round, 3_000).start()).isEqualTo(result.start());
            assertThat(search(plant, 2, round, 3_000).start()).isEqualTo(result.start());
        }
    }

    @Test
    void
            on_plants_of_up_to_eight_operations_the_optimum_of_trying_everything_is_found_by_all_but_a_few_in_a_thousand() {
        var random = new Random(9);
        int best = 0;
        long sum = 0;
        long least = 0;
        int rounds = 1_000;
        for (int round = 0; round < rounds; round++) {
            var plant = plant(random, 2 + random.nextInt(3));
            long found = search(plant, 1, round, 20_000).cost();
            long optimum = new Exhaustive(plant).optimum();
            assertThat(found).isGreaterThanOrEqualTo(optimum);
            best += found == optimum ? 1 : 0;
            sum += found;
            least += optimum;
        }
        // Annealing gives no guarantee; it was made for thousands of operations.
        assertThat(best).isGreaterThanOrEqualTo(rounds * 99 / 100);
        assertThat((double) sum / least).isLessThan(1.002);
    }

    /** Tries every order and every machine; leaves off where the jobs cost as much already as the best so far. */
    private static final class Exhaustive {

        private final SetupShop plant;
        private final int[] next;
        private final int[] jobReady;
        private final int[] machineReady;
        private final int[] family;
        private long best = Long.MAX_VALUE;

        private Exhaustive(SetupShop plant) {
            this.plant = plant;
            next = plant.shop().jobFrom().clone();
            jobReady = plant.release().clone();
            machineReady = new int[plant.shop().machines()];
            family = new int[machineReady.length];
            Arrays.fill(family, -1);
        }

        private long optimum() {
            tryNext(plant.shop().operations());
            return best;
        }

        private void tryNext(int left) {
            long cost = cost();
            if (cost >= best) {
                return;
            }
            if (left == 0) {
                best = cost;
            }
            var shop = plant.shop();
            for (int j = 0; j < shop.jobs(); j++) {
                int i = next[j];
                if (i < shop.jobFrom()[j + 1]) {
                    for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
                        tryWith(j, i, a, left);
                    }
                }
            }
        }

        private void tryWith(int j, int i, int a, int left) {
            int m = plant.shop().machine()[a];
            int oldJob = jobReady[j];
            int oldMachine = machineReady[m];
            int oldFamily = family[m];
            int setUp = oldMachine + plant.setup(m, oldFamily, plant.family()[i]);
            jobReady[j] = Math.max(oldJob, setUp) + plant.shop().time()[a];
            machineReady[m] = jobReady[j];
            family[m] = plant.family()[i];
            next[j]++;
            tryNext(left - 1);
            next[j]--;
            jobReady[j] = oldJob;
            machineReady[m] = oldMachine;
            family[m] = oldFamily;
        }

        /** If every job went on alone on its fastest machines. */
        private long cost() {
            long sum = 0;
            for (int j = 0; j < jobReady.length; j++) {
                int end = jobReady[j];
                for (int i = next[j]; i < plant.shop().jobFrom()[j + 1]; i++) {
                    end += plant.shop().shortest(i);
                }
                sum += (long) plant.weight()[j] * Math.max(0, end - plant.due()[j]);
            }
            return sum;
        }
    }
}
