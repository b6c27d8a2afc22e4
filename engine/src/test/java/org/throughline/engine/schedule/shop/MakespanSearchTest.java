package org.throughline.engine.schedule.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MakespanSearchTest {

    private static final int MOVES = 20_000;

    private static MakespanSearch.Result search(Shop shop, int threads, long seed) {
        return MakespanSearch.search(shop, threads, seed, Effort.evaluations(MOVES), value -> {});
    }

    @Test
    void johnsons_five_jobs_take_thirty_five() {
        var shop = Shops.of(
                2,
                new int[][] {{0, 5}, {1, 2}},
                new int[][] {{0, 3}, {1, 6}},
                new int[][] {{0, 8}, {1, 4}},
                new int[][] {{0, 10}, {1, 7}},
                new int[][] {{0, 7}, {1, 12}});
        assertThat(search(shop, 1, 1).makespan()).isEqualTo(35);
    }

    @Test
    void the_flexible_shop_of_three_jobs_takes_eleven() {
        var shop = Shops.of(
                2, new int[][] {{0, 3, 1, 5}, {1, 4, 0, 6}}, new int[][] {{0, 4, 1, 4}, {0, 3, 1, 2}}, new int[][] {
                    {1, 3}, {0, 5, 1, 7}
                });
        assertThat(search(shop, 1, 1).makespan()).isEqualTo(11);
        assertThat(Shops.optimum(shop)).isEqualTo(11);
    }

    @Test
    void on_shops_of_up_to_eight_operations_the_optimum_of_trying_everything_is_found() {
        var random = new Random(20261122);
        for (int round = 0; round < 1_500; round++) {
            int operations = 1 + random.nextInt(4);
            int jobs = Math.min(2 + random.nextInt(3), 8 / operations);
            var shop = Shops.random(random, jobs, operations, 1 + random.nextInt(3));
            var result = search(shop, 1, round);
            Shops.check(shop, result.machine(), result.start(), result.end());
            assertThat(result.makespan()).as("round %d", round).isEqualTo(Shops.optimum(shop));
            assertThat(LowerBound.of(shop)).isLessThanOrEqualTo(result.makespan());
        }
    }

    @Test
    void schedules_of_larger_shops_break_no_rule_and_are_the_same_for_the_same_seed_and_any_number_of_threads() {
        var random = new Random(3);
        for (int round = 0; round < 10; round++) {
            var shop = Shops.random(random, 8, 6, 5);
            var result = search(shop, 1, round);
            Shops.check(shop, result.machine(), result.start(), result.end());
            assertThat(result.makespan()).isGreaterThanOrEqualTo(LowerBound.of(shop));
            assertThat(search(shop, 2, round).start()).isEqualTo(result.start());
        }
    }

    /** After every move the repaired heads, tails and order must equal those built anew. */
    @Test
    void repaired_times_equal_times_built_anew() {
        var random = new Random(11);
        for (int round = 0; round < 40; round++) {
            var shop = Shops.random(random, 6, 5, 4);
            var start = new ShopSchedule(shop);
            new FirstSchedule(shop, new SplittableRandom(round)).build(start);
            var tabu = new TabuSearch(shop, new SplittableRandom(round), Effort.evaluations(MOVES));
            var found = tabu.improve(start, 1 + random.nextInt(60), 0);
            var anew = new ShopSchedule(shop);
            int[] alternative = new int[found.n];
            java.util.Arrays.setAll(alternative, found::alternative);
            anew.build(found.order, alternative);
            assertThat(found.makespan).isEqualTo(anew.makespan);
            assertThat(found.head).isEqualTo(anew.head);
            assertThat(found.tail).isEqualTo(anew.tail);
        }
    }
}
